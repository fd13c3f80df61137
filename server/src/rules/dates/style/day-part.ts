import type { DateStyle } from './date-styles.ts';

/** 下午16:30, 晚上19时; 晚上24点 and 下午5点 are none, nor is 中午13:00. */
const twice =
  /(?<![上下]午)(下午|傍晚|晚上|晚)(\s{0,2})(?=(?:1[3-9]|2[0-3])(?:\s?[:：]\s?[0-5]\d|[时点]))(?!\S{0,8}(?:元|分钟))/g;

/** 下午4:30, and 16:30 by itself: no end of 下午14:30—16:30. */
const onceOnly =
  /(?:下午|傍晚|晚上?)\s{0,2}(?:1[01]|[1-9])(?:\s?[:：]\s?[0-5]\d|[时点])|(?<![午晚上\d:：—–~～至到-]\s{0,2})(?:1[3-9]|2[0-3])\s?[:：]\s?[0-5]\d/;

/** Whether an hour of the afternoon is told in one of the two ways that tell it once: beside it 下午16:30 is odd, where all are so it is the way of the house. */
export const tellsHourOnce = (text: string): boolean => onceOnly.test(text);

/** Hours of the whole day that are told to be in the afternoon or evening as well. */
export function hoursToldTwice(text: string): readonly Pick<DateStyle, 'range' | 'edits'>[] {
  if (!/[午晚]\s{0,2}[12]\d\s?[:：时点]/.test(text)) return [];
  return [...text.matchAll(twice)].map(({ 0: raw, index }) => {
    const part = { start: index, end: index + raw.length };
    const hour = /^\d{2}\s?(?:[:：]\s?\d{2}|[时点](?:\d{1,2}分?|半)?)/.exec(text.slice(part.end))?.[0].length ?? 0;
    return { range: { start: part.start, end: part.end + hour }, edits: [{ range: part, text: '' }] };
  });
}
