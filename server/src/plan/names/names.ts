import type { Range } from '../../text/range.ts';
import type { Line, Plan } from '../model.ts';
import { namedParties, partyAt } from '../parties/named-parties.ts';
import { endsLikeParty, looksLikePerson } from '../parties/words.ts';
import { planMemo } from '../plan-memo.ts';
import { activitiesOn, activityOfTitle, withoutLead } from './activities.ts';
import { isOtherName } from './other-names.ts';

/** A person, unit, body or activity by its name, at one of the places where that is written. */
export interface NamedPlace {
  readonly name: string;
  readonly range: Range;
}

/** What a plan sets up: 成立…领导小组, 下设办公室. */
const bodies =
  /(?:成立|设立|组建|下设)([\p{Script=Han}“”、]{2,30}?(?:领导小组|工作小组|工作组|工作专班|专班|指挥部|委员会|办公室))/gu;
const shortest = 2;

/** The names of a plan that can be told for certain, longest first: those who answer, bodies, the issuer, activities. */
export const knownNames: (plan: Plan) => readonly string[] = planMemo((plan: Plan): readonly string[] => {
  const names = new Set<string>();
  const add = (name: string): void => {
    // 学校, 公司, 党员 alone stand for many.
    if (name.length > shortest || (name.length === shortest && !endsLikeParty(name))) names.add(name);
  };
  for (const { name } of namedParties(plan)) add(name);
  if (plan.issuer) add(plan.issuer.value.replace(/[\s\u3000]+/g, ''));
  const titled = plan.title && activityOfTitle(plan.title.value, unitsOf(plan));
  if (titled) add(titled);
  for (const { text } of plan.lines) {
    if (/成立|设立|组建|下设/.test(text)) for (const [, body] of text.matchAll(bodies)) add(withoutLead(body ?? ''));
    for (const activity of activitiesOn(text)) add(activity);
  }
  return [...names].sort((a, b) => b.length - a.length);
}, sameNames);

/** Those whose name may stand in front of the title. */
export function unitsOf({ issuer, body }: Plan): readonly string[] {
  return [issuer?.value.replace(/[\s\u3000]+/g, ''), body?.name].filter((name) => name !== undefined);
}

/** Names have no places: a plan that moved has the same. */
function sameNames(names: readonly string[]): readonly string[] {
  return names;
}

/** The name that is written at an offset: the longest that the plan knows, else the subject of the sentence. */
export function nameAt(plan: Plan, offset: number): NamedPlace | undefined {
  const line = plan.lines.find(({ range }) => range.start <= offset && offset <= range.end) ?? cellLine(plan, offset);
  if (!line) return undefined;
  const names = knownNames(plan);
  for (const name of names) {
    if (!isWritten(line, name)) continue;
    const range = occurrencesOn(line, name, names).find(({ start, end }) => start <= offset && offset <= end);
    if (range) return { name, range };
  }
  const party = partyAt(plan, offset);
  if (!party) return undefined;
  // 办公室 as the office of a leading group: its place is none of those of the unit.
  const isHere = ({ start, end }: Range) => start <= offset && offset <= end;
  const isIts = !party.line.text.includes(party.name) || occurrencesOn(party.line, party.name, names).some(isHere);
  return isIts ? { name: party.name, range: party.range } : undefined;
}

/**
 * Where a name is written on the lines. Left out are code and addresses, titles of other documents
 * that merely hold the name, and longer names of which it is a part (办公室 in 领导小组办公室, 教育局 in
 * 县教育局, 李明 in 李明华): they are others.
 */
export function occurrencesOf(lines: readonly Line[], name: string, known: readonly string[]): readonly Range[] {
  return lines.flatMap((line) => (isWritten(line, name) ? occurrencesOn(line, name, known) : []));
}

function occurrencesOn(line: Line, name: string, known: readonly string[]): readonly Range[] {
  const { text } = line;
  const found: Range[] = [];
  for (const { start: at, end } of writtenPlaces(text, name)) {
    const isOther = end - at === name.length && isOtherName(text, at, name, known, line.facts);
    const isHidden =
      line.literals.some((literal) => literal.start < end && at < literal.end) ||
      line.facts.references.some(
        ({ title, titleRange }) => titleRange && title !== name && titleRange.start < end && at < titleRange.end,
      );
    if (!isOther && !isHidden) found.push(line.at(at, end));
  }
  return found;
}

/** Where the name stands, also drawn out to three characters as in lists of members: 张　伟. */
function writtenPlaces(text: string, name: string): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    found.push({ start: at, end: at + name.length });
  }
  if (!mayBeDrawnOut(name, text)) return found;
  const drawnOut = new RegExp(
    `(?<!\\p{Script=Han})${name[0]}[ \u3000]{1,4}${name[1]}(?!(?!${behindDrawnOut})\\p{Script=Han})`,
    'gu',
  );
  for (const { 0: words, index } of text.matchAll(drawnOut)) found.push({ start: index, end: index + words.length });
  return found;
}

/** 王芳、张　伟为成员. */
const behindDrawnOut = '为|任|担任|兼任|同志|等|负责|牵头';

function mayBeDrawnOut(name: string, text: string): boolean {
  return name.length === 2 && /[ \u3000]/.test(text) && /^\p{Script=Han}{2}$/u.test(name) && looksLikePerson(name);
}

/** The name on the line, drawn out or not. */
function isWritten({ text }: Line, name: string): boolean {
  return text.includes(name) || mayBeDrawnOut(name, text);
}

/** Where a name is written in words that are no line of a plan: a value of the front matter. */
export function indexesOf(text: string, name: string, known: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isOtherName(text, at, name, known)) found.push(at);
  }
  return found;
}

function cellLine(plan: Plan, offset: number): Line | undefined {
  for (const table of plan.tables) {
    if (offset < table.range.start || offset > table.range.end) continue;
    const cells = [table.columns.map(({ header }) => header), ...table.rows.map((row) => row.cells)].flat();
    for (const { lines } of cells) {
      const line = lines.find(({ range }) => range.start <= offset && offset <= range.end);
      if (line) return line;
    }
  }
  return undefined;
}
