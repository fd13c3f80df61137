import { withValue } from '../../numbering/format.ts';
import { type ListedNumber, numberLists } from '../../plan/line/number-lists.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { versionMemo } from '../../plan/plan-memo.ts';
import type { Range } from '../../text/range.ts';

/** The place of an item whose number was lost, and the number that belongs there. */
export interface LostNumber {
  readonly line: Line;
  /** The wrong number in the line, or its head where there is none. */
  readonly range: Range;
}

/**
 * （一）1、（三）, or （一） and （三） with an item without number between them: （三） is right, and the number of the item
 * between them was lost. Only where it is sure: that number is the only one there, or it stands on the only line there,
 * and it is built as the items around it are.
 *
 * @param at the index of the number behind the gap
 */
export function lostBetween(
  numbers: readonly ListedNumber[],
  at: number,
  lines: readonly Line[],
): LostNumber | undefined {
  const [previous, current] = [numbers[at - 1], numbers[at]];
  if (!previous || !current || current.token.value !== previous.token.value + 2) return undefined;
  const from = lines.indexOf(previous.line);
  const to = from < 0 ? -1 : lines.indexOf(current.line, from);
  if (to < 0) return undefined;
  const shape = shapeOf(current.line, current.token.range.end);
  if (!shape || !areAlike(numbers, at, shape, lines)) return undefined;
  const between = lines.slice(from + 1, to).filter(({ place }) => place !== 'cell' && place !== 'quote');
  const [item, more] = between.filter(({ facts }) => facts.number);
  if (item && !more) {
    const { number } = item.facts;
    if (number?.value !== 1 || number.multi || number.mark === '' || !counting.has(number.kind)) return undefined;
    if (shapeOf(item, number.range.end) !== shape) return undefined;
    const { start } = number.range;
    return { line: item, range: { start, end: start + number.raw.trimEnd().length } };
  }
  const [line, second] = between;
  if (!line || item || second || line.place !== current.line.place) return undefined;
  return shape === 'runIn' && shapeOf(line, 0) === shape ? { line, range: { start: 0, end: 0 } } : undefined;
}

/** A number of another list in the place of one that is missing: 1、 between （一） and （三）. */
export interface StrayNumber {
  readonly number: ListedNumber;
  readonly before: ListedNumber;
  readonly next: ListedNumber;
  /** What it should be. */
  readonly standard: string;
}

/** All of them in the text of a plan: numbering-level tells of each, and nothing else has to be said of it or of the gap. */
export const strayNumbers = versionMemo((plan: Plan): readonly StrayNumber[] => {
  const lists = numberLists(plan);
  let found: StrayNumber[] | undefined;
  for (const { numbers, table, inline } of lists) {
    if (table || inline) continue;
    for (const [at, next] of numbers.entries()) {
      const before = numbers[at - 1];
      if (!before || next.token.value !== before.token.value + 2) continue;
      const lost = lostBetween(numbers, at, plan.lines);
      const standard = lost && lost.range.end > 0 ? withValue(before.token, next.token.value - 1)?.trim() : undefined;
      if (!lost || !standard) continue;
      const number = lists.find((list) => list.numbers[0]?.line === lost.line)?.numbers[0];
      if (!number) continue;
      found ??= [];
      found.push({ number, before, next, standard });
    }
  }
  return found ?? NONE;
});
const NONE: readonly never[] = [];

const counting: ReadonlySet<string> = new Set(['arabic', 'arabicBracket', 'han']);

/** 更换水表。为8600户居民…: a title that runs on into its text; 更换水表: a title alone. */
function shapeOf({ text }: Line, from: number): 'runIn' | 'alone' | undefined {
  const found = titled.exec(text.slice(from, from + 40));
  return found ? (found[1] === '' ? 'alone' : 'runIn') : undefined;
}
const titled = /^[\s\u3000]*[一-龥“”、]{4,20}(?:[。：](?=\p{Script=Han})|()$)/u;

/** The items around the gap are built in one way. Those that run on stand in one line each. */
function areAlike(numbers: readonly ListedNumber[], gap: number, shape: string, lines: readonly Line[]): boolean {
  return numbers.every(({ line, token }, at) => {
    if (shapeOf(line, token.range.end) !== shape) return false;
    const next = numbers[at + 1];
    return shape === 'alone' || !next || at + 1 === gap || lines.indexOf(next.line) === lines.indexOf(line) + 1;
  });
}
