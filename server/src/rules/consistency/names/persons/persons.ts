import type { Party, Plan, PlanTable } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { differingUnits } from '../../../../text/difference.ts';
import type { Range } from '../../../../text/range.ts';
import type { TwoNames } from '../reader.ts';
import source from './given-names.yaml';

/** By character: the groups of characters that are taken for one another in which it stands. */
const groupsOf = new Map<string, number[]>();
(source as { readonly groups: readonly (readonly string[])[] }).groups.forEach((group, at) => {
  for (const sign of group) groupsOf.set(sign, [...(groupsOf.get(sign) ?? []), at]);
});

interface Named {
  readonly name: string;
  readonly places: { readonly line: number; readonly inGroup: boolean; readonly range: Range }[];
}

/** One person whose name is written in two ways, and how often in the usual one. */
export interface PersonVariant extends TwoNames {
  readonly count: number;
}

/** The surname is the same, and of the rest one character is not. */
export function differInOne(a: string, b: string): boolean {
  return a[0] === b[0] && a.length === b.length && differingUnits(a, b) === 1;
}

/**
 * Persons whose names differ in one character that sounds or looks alike (李晓峰, 李晓锋): most likely one and the
 * same. Two who stand in one list are two. Of two forms that are as frequent, the later one counts as the slip.
 */
export function personVariants(plan: Plan): readonly PersonVariant[] {
  const byFrame = new Map<string, Map<string, Named>>();
  const seen = new Set<string>();
  const add = (party: Party): void => {
    const { name, line } = party;
    if (party.vague || !isLikelyPerson(name)) return;
    const key = `${line.index} ${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    const places = { line: line.index, inGroup: groupLabel.test(line.text), range: rangeOf(party) };
    for (let at = 1; at < name.length; at++) {
      if (!groupsOf.has(name.charAt(at))) continue;
      const frame = `${name.slice(0, at)}?${name.slice(at + 1)}`;
      const names = byFrame.get(frame) ?? new Map<string, Named>();
      const known = names.get(name);
      if (known) known.places.push(places);
      else names.set(name, { name, places: [places] });
      byFrame.set(frame, names);
    }
  };
  for (const party of plan.parties) add(party);
  for (const task of plan.measures) if (!task.partiesInherited) for (const party of task.parties) add(party);
  for (const table of plan.tables) for (const party of personsIn(table)) add(party);
  return [...byFrame.values()].flatMap((names) => (names.size < 2 ? [] : variantsAmong([...names.values()])));
}

/** Those in a column of a table that says who does something; in a roster two names are two persons. */
function personsIn({ columns, rows, kind }: PlanTable): readonly Party[] {
  if (kind === 'ledger' || kind === 'taskBreakdown') return [];
  if (columns.some(({ header }) => /姓\s*名|名单/.test(header.text))) return [];
  return columns.flatMap(({ field }, at): readonly Party[] => {
    if (field !== 'owner' && field !== 'responsibleLeader') return [];
    return rows.flatMap(({ cells }): readonly Party[] => {
      const line = cells[at]?.lines[0];
      const name = line?.text.trim() ?? '';
      return line ? [{ name, role: 'owner', vague: false, line, range: line.range }] : [];
    });
  });
}

function variantsAmong(names: readonly Named[]): readonly PersonVariant[] {
  const found: PersonVariant[] = [];
  names.forEach((first, at) => {
    for (const second of names.slice(at + 1)) {
      if (!areAlike(first.name, second.name) || standTogether(first, second)) continue;
      const [usual, rare] = second.places.length > first.places.length ? [second, first] : [first, second];
      const [here] = rare.places;
      const [elsewhere] = usual.places;
      if (!here || !elsewhere) continue;
      found.push({
        written: rare.name,
        other: usual.name,
        range: here.range,
        elsewhere: elsewhere.range,
        count: usual.places.length,
      });
    }
  });
  return found;
}

function areAlike(a: string, b: string): boolean {
  for (let at = 1; at < a.length; at++) {
    const [own, other] = [a.charAt(at), b.charAt(at)];
    if (own === other) continue;
    const groups = groupsOf.get(other);
    return groupsOf.get(own)?.some((group) => groups?.includes(group)) ?? false;
  }
  return false;
}

/** 组长：何桂生 and 成员：何贵生 on two lines of one list. */
const groupLabel = /^(?:副?(?:总)?组长|副?(?:总)?指挥长?|成\s*员|组\s*员|副?主任)\s*[：:]/;

/** A list names each of its people once. */
function standTogether(a: Named, b: Named): boolean {
  if (a.places.some(({ inGroup }) => inGroup) && b.places.some(({ inGroup }) => inGroup)) return true;
  return a.places.some(({ line }) => b.places.some((other) => other.line === line));
}

/** The name itself; where its characters stand apart (刘　洋), what was read as the party. */
function rangeOf({ name, line, range }: Party): Range {
  const at = line.text.indexOf(name);
  return at < 0 ? range : line.at(at, at + name.length);
}
