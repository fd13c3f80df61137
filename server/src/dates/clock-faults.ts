import type { Range } from '../text/range.ts';

const SIDE = '(\\d{1,4})[:：](\\d{1,4})';
const RANGE = new RegExp(`(?<![\\d:：.])${SIDE}\\s?(?:[-—–－~～]{1,2}|至|到)\\s?${SIDE}(?![\\d:：])`, 'g');
const SINGLE = /(?<![\d:：.])(\d{1,3})[:：](\d{2,3})(?![\d:：])/g;
const SPOKEN = /(?<![\d.])(\d{1,2})[时点](\d{2})分/g;
/** What says that figures with a colon are a time of day: a day or a part of the day in front of them. */
const TOLD = /(?:[日号]|[）)]|上午|下午|中午|晚上|早上|晚|凌晨|时间[:：为]?)\s?$/;

/**
 * Times of day that no clock shows: 14:75, 25:00, 08:30-11:230, 24时30分. Figures with a colon are a time where
 * the other side of a range is one, or where a day stands in front; proportions and scores (3:75) are none.
 * @returns ranges in `text`, in order
 */
export function clockFaults(text: string): readonly Range[] {
  if (!/\d[:：时点]\d/.test(text)) return NONE;
  const found: Range[] = [];
  for (const match of text.matchAll(RANGE)) {
    const [whole, h1 = '', m1 = '', h2 = '', m2 = ''] = match;
    // 1:50—1:100 is how something is thinned.
    if (h1 === '1' && h2 === '1') continue;
    if (isTime(h1, m1) !== isTime(h2, m2)) found.push({ start: match.index, end: match.index + whole.length });
  }
  for (const match of text.matchAll(SINGLE)) {
    const [whole, hour = '', minute = ''] = match;
    const range = { start: match.index, end: match.index + whole.length };
    if (isTime(hour, minute) || !TOLD.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (!found.some((one) => one.start <= range.start && range.end <= one.end)) found.push(range);
  }
  for (const match of text.matchAll(SPOKEN)) {
    const [whole, hour = '', minute = ''] = match;
    if (!isTime(hour, minute)) found.push({ start: match.index, end: match.index + whole.length });
  }
  return found.sort((a, b) => a.start - b.start);
}

const NONE: readonly Range[] = [];

/** 下午24：00, 上午15:30, 凌晨13时: an hour that is in no such part of the day. 中午, 晚上 and 下午12时 are told loosely. */
const PART =
  /(?:(?:上午|早上|早晨)\s?(?:1[3-9]|2[0-4])|下午\s?(?:24|00?)|凌晨\s?(?:[89]|1\d|2[0-3]))(?:[:：]\d{2}(?!\d)|[时点](?:\d{1,2}分|半|整)?)/g;

/** Times of day that contradict the part of the day in front of them. */
export function hoursOfOtherParts(text: string): readonly Range[] {
  if (!/[上下]午|早[上晨]|凌晨/.test(text)) return NONE;
  return [...text.matchAll(PART)].map(({ 0: raw, index }) => ({ start: index, end: index + raw.length }));
}

/** 下上午7：00, 上午下午3时; 上下午 are both of them. */
const TOGETHER = /(?:下上午|上午下午|下午上午)\s?(?:\d{1,2}[:：时点])/g;

/** Parts of the day that ran into one another in front of an hour: nobody knows which was meant. */
export function partsRunTogether(text: string): readonly Range[] {
  if (!/[上下]午/.test(text)) return NONE;
  // 上午下午8时、14时各测一次: an hour for each.
  return [...text.matchAll(TOGETHER)].flatMap(({ 0: raw, index }) =>
    /^[^，。；]{0,8}[、和及]|^[^。；]{0,12}(?:[各均]|分别)/.test(text.slice(index + raw.length)) ||
    /[各均每]$|每[天日]$/.test(text.slice(0, index))
      ? []
      : [{ start: index, end: index + raw.length }],
  );
}

function isTime(hour: string, minute: string): boolean {
  if (hour.length > 2 || minute.length !== 2) return false;
  return Number(minute) < 60 && (Number(hour) < 24 || (Number(hour) === 24 && minute === '00'));
}
