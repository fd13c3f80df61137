import type { Range } from '../../text/range.ts';

/** 8:30分; 3:10分钟 and 比分 are none. */
const doubled = /(?<![\d:：.])(?:[01]?\d|2[0-3])[:：][0-5]\d(分)(?![钟制组数享别值之析开差])/g;

/** A time of day in which both the colon and 分 stand; `surplus` is the 分. */
export function doubledMinutes(text: string): readonly { readonly range: Range; readonly surplus: Range }[] {
  if (!/[:：]\d\d分/.test(text)) return [];
  return [...text.matchAll(doubled)].map(({ 0: raw, index }) => {
    const end = index + raw.length;
    return { range: { start: index, end }, surplus: { start: end - 1, end } };
  });
}
