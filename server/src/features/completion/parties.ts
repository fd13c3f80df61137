import type { Plan } from '../../plan/model.ts';
import { namedParties } from '../../plan/parties/named-parties.ts';
import { endsLikeUnit, personRoles } from '../../plan/parties/words.ts';
import { initialsOf } from '../../text/initials.ts';
import type { ClosedName } from '../../workspace/index/closed-names.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';
import { isNameField, type Where, wherePartyStands } from './party-place.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** The persons and units of plans that are not open. */
export type NamesElsewhere = () => readonly ClosedName[];

interface Known {
  readonly name: string;
  readonly person: boolean;
  readonly detail: string;
  readonly written: string;
  /** Lower stands first. */
  readonly rank: number;
  /** Named in one place of this document. */
  readonly once?: boolean;
}

/**
 * Persons and units where one has to be named: behind a label, behind 由, in a column of a table, in
 * the place of ××科, and where the word in front of the cursor begins like the name of a unit.
 * @param others the other open documents
 * @param closed the names of plans that are not open; asked for only where somebody has to be named
 */
export function partyProposals(place: Place, others: readonly OpenPlan[], closed: NamesElsewhere): readonly Proposal[] {
  const where = wherePartyStands(place) ?? whereNameBegins(place);
  if (!where) return [];
  const { wanted, start, end } = where;
  const typed = place.open.text.slice(start, place.offset);
  const beside = namesBeside(place, where);
  const proposals: Proposal[] = [];
  for (const known of allParties(place, others, closed)) {
    // Of a large workspace no more names are looked through than an answer has room for.
    if (proposals.length >= most) break;
    if (wanted === 'holder' ? endsLikeUnit(known.name) : wanted !== 'either' && known.person !== (wanted === 'person'))
      continue;
    if (beside.has(known.name)) continue;
    // What is being typed was read as a name already.
    if (known.name === typed || isUnderCursor(known, typed, place) || (where.begun && !known.name.startsWith(typed)))
      continue;
    if (!where.blank && /[^a-z0-9]/i.test(typed) && !known.name.includes(typed)) continue;
    const initials = initialsOf(known.name);
    const lower = typed.toLowerCase();
    if (!where.blank && typed !== '' && !known.name.includes(typed) && !initials.startsWith(lower)) continue;
    proposals.push({
      kind: known.person ? 'person' : 'unit',
      label: known.name,
      detail: known.detail,
      filter: where.blank ? `${typed} ${known.name} ${initials}` : `${known.name} ${initials}`,
      text: known.written,
      range: { start, end: end + (where.blank ? 0 : restOf(known.written, typed, place.after)) },
      source: { kind: 'party', name: known.name },
    });
  }
  // 由…牵头, …配合: mostly a unit, sometimes a person.
  return wanted === 'either' && !where.begun
    ? [...proposals.filter(({ kind }) => kind === 'unit'), ...proposals.filter(({ kind }) => kind === 'person')]
    : proposals;
}

/** 由教|处负责: what stands there was read as a name, and is the one that is being written. */
function isUnderCursor({ name, once }: Known, typed: string, { after }: Place): boolean {
  return once === true && typed !== '' && name.startsWith(typed) && after.startsWith(name.slice(typed.length));
}

/**
 * How much of the name stands behind the cursor already: 由镇党|办公室负责 has 办公室. At least two signs of it,
 * or all that stands there of a name.
 */
function restOf(name: string, typed: string, after: string): number {
  for (let length = Math.min(name.length - typed.length, after.length); length > 0; length--) {
    if (name.endsWith(after.slice(0, length)) && (length > 1 || /^(?:$|[\s|、，。；：:（）()])/.test(after.slice(1)))) {
      return length;
    }
  }
  return 0;
}

/** 责任单位：教育局、|: what the list in front of the cursor and behind it has already. */
function namesBeside({ before, after, offset }: Place, { start, end }: Where): ReadonlySet<string> {
  const front = before.slice(0, Math.max(0, before.length - (offset - start)));
  const back = after.slice(Math.max(0, end - offset));
  const list = [
    ...(/[^，。；：:（()）|]*$/.exec(front)?.[0] ?? '').split(/、|会同/),
    ...(/^[^，。；：:（()）|]*/.exec(back)?.[0] ?? '').split('、').slice(1),
  ];
  // 检查市场由教育局、|
  return new Set(list.map((name) => name.replace(/^.*由/u, '').replace(/[\s*]+/g, '')));
}

/** Nothing but the beginning of the word speaks for a name: 请市场监|. */
function whereNameBegins(place: Place): Where | undefined {
  const { before, offset, blank, cell } = place;
  if (blank || (cell && isNameField(cell.field))) return undefined;
  const begun = /[\p{Script=Han}]{2,12}$/u.exec(before)?.[0] ?? '';
  const length = begun === '' ? 0 : beginningOfName(begun, place);
  return length > 0 ? { wanted: 'either', start: offset - length, end: offset, begun: true } : undefined;
}

/** How many of the last characters are the beginning of a unit that is known; at least two. */
function beginningOfName(words: string, place: Place): number {
  const names = knownParties(place, []).filter(({ person, name }) => !person && name.length > 2);
  for (let length = Math.min(8, words.length); length >= 2; length--) {
    const piece = words.slice(-length);
    if (names.some(({ name }) => name.length > length && name.startsWith(piece))) return length;
  }
  return 0;
}

/** 全体党员, 班子成员: people of a kind, who answer for nothing as a unit does. */
const people =
  /^(?:全体|全部|所有|广大)|(?:党员|干部|职工|员工|教师|师生|学生|群众|人员|成员|班子|家长|村民|居民|代表|骨干|志愿者)$/;

/** What puts a name behind all units and persons. */
function rankOf(name: string): number {
  return people.test(name) ? 10_000 : 0;
}

/** Items that one answer holds at most. */
const most = 200;

/** Those of plans that are not open come behind all others. */
function* allParties(place: Place, others: readonly OpenPlan[], closed: NamesElsewhere): Generator<Known> {
  const near = knownParties(place, others);
  yield* near;
  const { open } = place;
  const there = new Set(near.map(({ name }) => name));
  const detail = open.language === 'zh' ? '工作区方案' : 'a plan of the workspace';
  const elsewhere = closed();
  for (const isCrowd of [false, true]) {
    for (const { name, person } of elsewhere) {
      if (there.has(name) || !isName(name) || people.test(name) !== isCrowd) continue;
      yield { name, person, detail, written: name, rank: 3000 };
    }
  }
}

/** The roster first, then those of the plan by how often they are named, then those of other plans. */
function knownParties(place: Place, others: readonly OpenPlan[]): readonly Known[] {
  const { known, language } = place.open;
  const zh = language === 'zh';
  const found = new Map<string, Known>();
  const add = (one: Known): void => {
    const before = found.get(one.name);
    if (!before || one.rank < before.rank) found.set(one.name, one);
  };
  for (const { name, post, unit } of known.roster) {
    const detail = [unit, post].filter((part) => part !== undefined).join(' ');
    add({ name, person: true, detail: detail || (zh ? '名册' : 'roster'), written: name, rank: 0 });
    if (unit) add({ name: unit, person: false, detail: zh ? '名册' : 'roster', written: unit, rank: 1 });
  }
  for (const name of known.organisations) {
    add({ name, person: false, detail: zh ? '本单位名称' : 'own body', written: name, rank: 1 });
  }
  for (const { name, count, person } of partiesOf(place.open)) {
    const detail = zh ? `本文件 ${count} 处` : `${count}× in this file`;
    add({ name, person, detail, written: name, rank: 1000 - count + rankOf(name), once: count === 1 });
  }
  for (const other of others) {
    if (other.uri === place.open.uri) continue;
    for (const { name, person } of partiesOf(other)) {
      add({ name, person, detail: zh ? '其他方案' : 'another plan', written: name, rank: 2000 + rankOf(name) });
    }
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank);
}

interface Counted {
  readonly name: string;
  readonly count: number;
  readonly person: boolean;
}

/** 办公室设在职成股: it does the daily work, and is named there alone. */
function hostsOf({ lines }: Plan): readonly string[] {
  return lines.flatMap(({ text }) =>
    text.includes('设在')
      ? [...text.matchAll(/设在([\p{Script=Han}]{2,16})(?=[，。；、（]|$)/gu)].flatMap(([, name = '']) =>
          endsLikeUnit(name) ? [name] : [],
        )
      : [],
  );
}

/** ××科 is a blank, and 各科室 are many. */
function isName(name: string): boolean {
  return name.length >= 2 && name.length <= 24 && !/[×✕【】，。；]|[（(][）)]|^各|^全体$/.test(name);
}

const counted = new WeakMap<object, readonly Counted[]>();

function partiesOf(open: OpenPlan): readonly Counted[] {
  return open.recognised.flatMap(({ plan }) => {
    let list = counted.get(plan.identity);
    if (!list) {
      const counts = new Map<string, { count: number; person: boolean }>();
      for (const { name, role } of namedParties(plan)) {
        if (!isName(name)) continue;
        const entry = counts.get(name) ?? { count: 0, person: false };
        entry.count++;
        // 由高云牵头 says nothing of what 高云 is, 责任人：高云 elsewhere does.
        if (personRoles.has(role) && !endsLikeUnit(name)) entry.person = true;
        counts.set(name, entry);
      }
      for (const name of hostsOf(plan)) counts.set(name, counts.get(name) ?? { count: 1, person: false });
      list = [...counts].map(([name, { count, person }]) => ({ name, count, person }));
      counted.set(plan.identity, list);
    }
    return list;
  });
}
