import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type PlainDate, toIso } from '../../dates/civil.ts';
import type { DateSpan } from '../../dates/expression.ts';
import type { Plan, PlanDocument, Stage, Task } from '../../plan/model.ts';
import { namedParties, partyKey } from '../../plan/parties/named-parties.ts';
import { endsLikeParty, endsLikeUnit, isVagueName, looksLikePerson, titlePattern } from '../../plan/parties/words.ts';
import { assignmentsOf } from '../../plan/tasks/assignments.ts';
import type { RecognisedPlan } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';
import type { FileFacts, NameFact, PartyFact, Place, PlanFacts, StageFact, TaskFact, TimeFact } from './facts.ts';
import { fileLinks } from './links.ts';
import { wordFilter } from './word-filter.ts';

const longestTitle = 80;

/**
 * What the index keeps of a file.
 *
 * @param file its text, for finding lines
 * @param recognised which of its plans are plans
 */
export function readFacts(
  file: Pick<TextDocument, 'positionAt'>,
  document: PlanDocument,
  recognised: readonly RecognisedPlan[],
): FileFacts {
  const { text } = document.markdown;
  const place = ({ start, end }: Range): Place => {
    const [from, to] = [file.positionAt(start), file.positionAt(end)];
    return [from.line, from.character, to.line, to.character];
  };
  return {
    plans: recognised.map(({ plan, profile }) => planFacts(plan, profile.id, text, place)),
    links: fileLinks(document).map(({ kind, target, range }) => ({ kind, target, place: place(range) })),
    filter: recognised.length > 0 ? wordFilter(text) : '',
  };
}

type PlaceOf = (range: Range) => Place;

function planFacts(plan: Plan, profile: string, text: string, place: PlaceOf): PlanFacts {
  const { title, range } = plan;
  return {
    title: oneLine(title?.value ?? ''),
    place: place(title?.range ?? { start: range.start, end: range.start }),
    kind: plan.kind,
    profile,
    ...(plan.issuer ? { issuer: plan.issuer.value.replace(/[\s\u3000]+/g, '') } : {}),
    stages: plan.stages.map((stage) => stageFact(stage, place)),
    tasks: assignmentsOf(plan).map((task) => taskFact(task, text, place)),
    names: nameFacts(plan, place),
    cited: [...new Set(plan.references.flatMap(({ title }) => title ?? []))],
  };
}

function stageFact({ ordinal, name, schedules }: Stage, place: PlaceOf): StageFact {
  return {
    ordinal,
    name: oneLine(name.value),
    place: place(name.range),
    windows: schedules.map(({ audience, span }) => ({ ...(audience ? { audience } : {}), ...daysOf(span) })),
  };
}

function taskFact(task: Task, text: string, place: PlaceOf): TaskFact {
  const { title, stage, parties } = task;
  const named = new Map<string, PartyFact>();
  for (const { name, role, vague } of parties) {
    const party = vague ? undefined : partyFact(name, role);
    if (party && !named.has(party.name)) named.set(party.name, party);
  }
  return {
    title: oneLine(title.value),
    place: place(title.range),
    ...(stage ? { stage: oneLine(stage.name.value) } : {}),
    parties: [...named.values()],
    time: timeFact(task, text),
    ...(isDone(task) ? { done: true } : {}),
  };
}

function timeFact({ time: { kind, span, range } }: Task, text: string): TimeFact {
  const raw = range ? oneLine(text.slice(range.start, range.end)) : '';
  if (!span) return { kind, raw };
  return { kind, ...daysOf(span), raw: raw || span.raw };
}

function daysOf(span: DateSpan): { readonly start?: string; readonly end?: string; readonly raw: string } {
  const day = (side: PlainDate | undefined) => (side && span.yearKnown ? toIso(side) : undefined);
  const start = day(span.start);
  const end = day(span.end && (span.bounds?.endHi ?? span.end));
  return { ...(start ? { start } : {}), ...(end ? { end } : {}), raw: oneLine(span.raw) };
}

const finished =
  /^(?:已(?:经|全部|按[期时])?(?:完成|整改|办结|销号|落实|验收)|(?:全部|按[期时])?完成(?:整改)?|整改完成|办结|销号|完结|√|✓|100[%％])/;
const unfinished = /未|尚|部分|阶段性|正在|基本|推进中|%|％/;

/** A cell of its row under 进展, 完成情况, 状态 says that it is finished. */
function isDone({ row, table }: Task): boolean {
  if (!row || !table) return false;
  return (['status', 'progress'] as const).some((field) => {
    const text = table.cell(row, field)?.text.trim() ?? '';
    return finished.test(text) && !unfinished.test(text.replace(/100[%％]/g, ''));
  });
}

const office = new RegExp(`(?:(?:${titlePattern})(?:同志)?|副)$`, 'u');

/** 党建部 and 安监部 begin like surnames; behind a label for persons they would be one. */
const unitLike = /[部处科室局办队组院所站厅委会司厂校班村镇乡县区市网]$|^(?:项目|纪检|周[一二三四五六日天])$/;
/** 全 is a surname, too. */
const everybody = /^全[体员]/;

/** In a list behind a label each name may say what it does: 省应急厅牵头，省水利厅等部门分工负责. */
const verb = /(?:按(?:照)?(?:各自)?职责)?(?:分工)?(?:牵头|负责|配合|参与)$/;
const others = /等(?:(?:有关|相关)?(?:部门|单位)|[和及与].{0,20})?$/;
const roleOfVerb: Readonly<Record<string, PartyFact['role']>> = {
  牵头: 'leadUnit',
  负责: 'responsibleUnit',
  配合: 'supportUnits',
  参与: 'supportUnits',
};

/** Roles that a person has, whatever the name looks like: 校长 behind 责任人： is one. */
const personal: ReadonlySet<PartyFact['role']> = new Set(['owner', 'responsibleLeader', 'firstResponsible', 'contact']);

/** A party with the name that it is listed by: 王立群 for 王立群副校长. Undefined for what is no name. */
export function partyFact(written: string, said: PartyFact['role']): PartyFact | undefined {
  const whole = /[A-Za-z]/.test(written) ? written.replace(/\s+/g, ' ').trim() : partyKey(written);
  const name = whole.replace(verb, '').replace(others, '');
  const role = roleOfVerb[whole.slice(-2)] ?? said;
  if (!/^[\p{Script=Han}A-Za-z“”·（）()\d .]{2,40}$/u.test(name) || isVagueName(name)) return undefined;
  const person = personIn(name);
  if (person && !everybody.test(person) && (personal.has(role) || !unitLike.test(person)))
    return { name: person, role, person: true };
  return { name, role, person: personal.has(role) && !endsLikeUnit(name) && !/^(?:各|全[体员]|所有|本)/.test(name) };
}

/** 王立群 in 王立群, 王立群（主任）, 王立群副校长 and 中心小学王立群校长; undefined where there is no name. */
function personIn(name: string): string | undefined {
  const whole = name.replace(/[（(][^（）()]*[）)]$/, '');
  const bare = whole.replace(office, '');
  if (looksLikePerson(bare) && !endsLikeParty(bare)) return bare;
  if (bare === whole) return undefined;
  return [3, 2]
    .map((length) => bare.slice(-length))
    .find((tail) => looksLikePerson(tail) && endsLikeUnit(bare.slice(0, -tail.length)));
}

function nameFacts(plan: Plan, place: PlaceOf): readonly NameFact[] {
  const names = new Map<string, { person: boolean; places: Place[] }>();
  for (const { name: written, role, range } of namedParties(plan)) {
    const party = partyFact(written, role);
    if (!party) continue;
    const known = names.get(party.name) ?? { person: party.person, places: [] };
    known.places.push(place(range));
    names.set(party.name, known);
  }
  return [...names].map(([name, rest]) => ({ name, ...rest }));
}

function oneLine(text: string): string {
  const line = text.replace(/[\s\u3000]+/g, ' ').trim();
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}
