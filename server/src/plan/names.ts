import type { Range } from '../text/range.ts';
import type { Line, Plan } from './model.ts';
import { namedParties, partyAt } from './named-parties.ts';
import { endsLikeParty, looksLikePerson } from './parties/words.ts';
import { planMemo } from './plan-memo.ts';

/** A person, unit, body or activity by its name, at one of the places where that is written. */
export interface NamedPlace {
  readonly name: string;
  readonly range: Range;
}

/** What a plan sets up: 成立…领导小组, 下设办公室. */
const bodies =
  /(?:成立|设立|组建|下设)([\p{Script=Han}“”、]{2,30}?(?:领导小组|工作小组|工作组|工作专班|专班|指挥部|委员会|办公室))/gu;
/** What it is about: 开展…行动. */
const activities =
  /(?:开展|实施|推进|举办|组织|启动)(?:以?“[^”]{1,20}”为主题的)?([\p{Script=Han}“”·\d]{2,30}?(?:活动|行动|工程|竞赛|大赛))/gu;
/** Words in front of the name of an activity, up to the last one; what is quoted belongs to the name. */
const leading =
  /^.*(?:开展|组织|参加|参与|负责|推进|实施|举办|全[省市县区镇乡校院]|本次|此次|各类|[要把好对在的了等和与以将使、])(?![^“]*”)/u;
const shortest = 2;
/** 业务活动, 专项行动 and the like are no names. */
const shortestActivity = 5;

/** The names of a plan that can be told for certain, longest first: those who answer, bodies, the issuer, activities. */
export const knownNames: (plan: Plan) => readonly string[] = planMemo((plan: Plan): readonly string[] => {
  const names = new Set<string>();
  const add = (name: string): void => {
    // 学校, 公司, 党员 alone stand for many.
    if (name.length > shortest || (name.length === shortest && !endsLikeParty(name))) names.add(name);
  };
  for (const { name } of namedParties(plan)) add(name);
  if (plan.issuer) add(plan.issuer.value.replace(/[\s\u3000]+/g, ''));
  for (const { text } of plan.lines) {
    if (!/成立|设立|组建|下设|活动|行动|工程|赛/.test(text)) continue;
    for (const [, body] of text.matchAll(bodies)) add((body ?? '').replace(leading, ''));
    for (const [, activity] of text.matchAll(activities)) {
      const name = (activity ?? '').replace(leading, '');
      if (name.length >= shortestActivity) add(name);
    }
  }
  return [...names].sort((a, b) => b.length - a.length);
}, sameNames);

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
    if (!line.text.includes(name)) continue;
    const range = occurrencesOn(line, name, names).find(({ start, end }) => start <= offset && offset <= end);
    if (range) return { name, range };
  }
  const party = partyAt(plan, offset);
  return party ? { name: party.name, range: party.range } : undefined;
}

/**
 * Where a name is written on the lines. Left out are code and addresses, titles of other documents
 * that merely hold the name, and longer names that end with it (办公室 in 领导小组办公室, 教育局 in
 * 县教育局): they are others.
 */
export function occurrencesOf(lines: readonly Line[], name: string, known: readonly string[]): readonly Range[] {
  return lines.flatMap((line) => (line.text.includes(name) ? occurrencesOn(line, name, known) : []));
}

function occurrencesOn(line: Line, name: string, known: readonly string[]): readonly Range[] {
  const { text } = line;
  // An activity stays the same with words in front of it: 第三批学习实践活动.
  const longer = endsLikeParty(name)
    ? known.filter((other) => other.length > name.length && other.indexOf(name) > 0)
    : [];
  const found: Range[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const isOther =
      longer.some((other) => isPartOf(text, at, name, other)) ||
      isPrefixed(text, at, name) ||
      (name.endsWith('办') && text.startsWith('公', end)) ||
      isPlace(text, end, name);
    const isHidden =
      line.literals.some((literal) => literal.start < end && at < literal.end) ||
      line.facts.references.some(
        ({ title, titleRange }) => titleRange && title !== name && titleRange.start < end && at < titleRange.end,
      );
    if (!isOther && !isHidden) found.push(line.at(at, end));
  }
  return found;
}

function isPartOf(text: string, at: number, name: string, longer: string): boolean {
  const from = at - longer.lastIndexOf(name);
  return from >= 0 && text.startsWith(longer, from);
}

/** Behind what looks like the name of a person: 高山村 and 龙海路 are places, 高山镇长 is a person. */
const placeBehind =
  /(?:[市县区镇乡村](?![长委级]|支书|书记|主任|干部)|街(?!长)|道(?=上|旁|口)|[路桥族湖河江岛港寺](?!长|过)|地区|景区|流水|市场|广场|公园|[小中大]学|学校|医院|公司|集团|社区|水库)/y;

function isPlace(text: string, end: number, name: string): boolean {
  placeBehind.lastIndex = end;
  return looksLikePerson(name) && !endsLikeParty(name) && placeBehind.test(text);
}

/** A place or body directly in front of the name of a unit makes it another one; 我局, 学校 and the like do not. */
const prefix = /[省市县区镇乡村街局委厅处科院部组校站所中]$/;
const ownPrefix = /(?:我|本|该|由|各|学校|机关|单位|全[省市县区镇乡村校院])$|[由和与及经向对为在、]$/;

function isPrefixed(text: string, at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  return prefix.test(before) && !ownPrefix.test(before.slice(0, -1)) && !ownPrefix.test(before) && endsLikeParty(name);
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
