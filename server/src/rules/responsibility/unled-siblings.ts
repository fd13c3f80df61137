import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanTable } from '../../plan/model.ts';
import { linesWith } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { dutySign, leadingSign, namesLead, unitsOf } from './shared-duties.ts';

/** Units of which none leads, where the things beside it name who does. */
export interface Unled {
  /** 县卫健局、县人民医院. */
  readonly units: string;
  readonly range: Range;
}

/** So many items beside it say who leads. */
const LED = 2;

/** What a numbered line says first: that somebody leads, or units that are 负责 together. */
type Opening =
  | { readonly led: true }
  | { readonly led: false; readonly names: readonly string[]; readonly range: Range };

/** The heading of an item, and the clause behind it: 医疗救护组。县卫健局、县人民医院，负责…. */
const opening = /^(?:[^，。；：:、]{2,16}[。：:][\s\u3000]?)?([^，,。；;：:]{2,60})(?=[，,。；;：:]|$)/;
const answer = /(?:共同|联合|一起)?负责(?!人|同志)/;

const openingOf = lineMemo((facts): Opening | null => read(facts) ?? null);

function read({ text, number }: LineFacts): Opening | undefined {
  if (!number || !text.includes('负责')) return undefined;
  const from = number.range.end;
  const match = opening.exec(text.slice(from, from + 100));
  const clause = match?.[1];
  if (!match || clause === undefined) return undefined;
  // 县住建局、县城管局负责排涝，由县住建局牵头: who leads may be said behind.
  if (namesLead(text)) return { led: true };
  const start = from + match[0].length - clause.length;
  const own = answer.exec(clause);
  const rest = text.slice(start + clause.length, start + clause.length + 6);
  const list = own ? clause.slice(0, own.index) : /^[，,](?:共同|联合|具体|主要)?负责(?!人)/.test(rest) ? clause : '';
  if (!list.includes('、') || /^由|分别/.test(list)) return undefined;
  const names = unitsOf(list);
  return names.length < 2 ? undefined : { led: false, names, range: { start, end: start + list.length } };
}

/**
 * Groups and tasks in one list of which most say who leads: （一）综合组。县应急局牵头，负责…, and one only names its
 * units: （四）医疗组。县卫健局、县医院，负责….
 */
export function unledSiblings({ lines }: Plan, least: number): readonly Unled[] {
  if (!isLedOften(lines)) return [];
  const lists = new Map<string, { last: number; led: number; unled: { line: Line; opening: Opening }[] }[]>();
  for (const line of lines) {
    const { number } = line.facts;
    if (!number || line.place === 'cell' || line.place === 'quote') continue;
    const known = lists.get(number.kind) ?? [];
    lists.set(number.kind, known);
    let list = known.at(-1);
    if (!list || number.value <= list.last) {
      list = { last: 0, led: 0, unled: [] };
      known.push(list);
    }
    list.last = number.value;
    const said = openingOf(line.facts);
    if (said?.led) list.led++;
    else if (said) list.unled.push({ line, opening: said });
  }
  return [...lists.values()].flat().flatMap(({ led, unled }) => {
    if (led < LED || 2 * unled.length > led) return [];
    return unled.flatMap(({ line, opening: said }) =>
      said.led || said.names.length < least
        ? []
        : [{ units: said.names.join('、'), range: line.at(said.range.start, said.range.end) }],
    );
  });
}

/** Who leads is said of so many items that one without can stand out. */
function isLedOften(lines: readonly Line[]): boolean {
  let led = 0;
  let unled = 0;
  for (const { facts } of linesWith(lines, dutySign)) {
    const said = openingOf(facts);
    if (said?.led) led++;
    else if (said) unled++;
  }
  return led >= LED && unled > 0;
}

/** 甲科牵头负责第一项，乙科牵头负责第二项，甲科、乙科共同负责第三项: the one clause of a sentence in which nobody leads. */
const together =
  /(?<=^|[，；。])([^，。；：:、（）]{2,12}(?:、[^，。；：:、（）]{2,12}){1,3})(?:共同|联合|一起)负责(?!人|同志)/g;

export function unledClauses({ lines }: Plan, least: number): readonly Unled[] {
  return linesWith(lines, leadingSign).flatMap((line) => {
    const { text, place, facts } = line;
    if (place === 'cell' || place === 'quote' || !text.includes('牵头') || !/[同合起]负责/.test(text)) return [];
    return facts.sentences.flatMap(({ text: sentence, range }) => {
      if (sentence.split(/[，；]/).filter((clause) => clause.includes('牵头')).length < LED) return [];
      return matchesOf(sentence, together).flatMap(({ index, 1: list = '' }): readonly Unled[] => {
        const names = namesLead(list) ? [] : unitsOf(list);
        const start = range.start + index;
        return names.length < least ? [] : [{ units: names.join('、'), range: line.at(start, start + list.length) }];
      });
    });
  });
}

/** Rows of which most have one unit below 牵头单位, and one has two: 执法大队、价格科. */
export function twoLeaders(table: PlanTable, least: number): readonly Unled[] {
  let single = 0;
  const several: Unled[] = [];
  for (const row of table.rows) {
    const cell = table.cell(row, 'leadUnit');
    const text = cell?.text.trim() ?? '';
    if (!cell || text === '' || text.length > 60) continue;
    const names = unitsOf(text);
    // Nobody is named beside them as 配合单位: the second may well belong there.
    const others = table.cell(row, 'supportUnits')?.text.trim();
    if (names.length >= least && others === '') several.push({ units: names.join('、'), range: cell.range });
    else if (!/[、，,；;\s]/.test(text)) single++;
  }
  return single < LED || 3 * several.length > single ? [] : several;
}
