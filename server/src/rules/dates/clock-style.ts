import type { Range } from '../../text/range.ts';

/** 8:30分; 3:10分钟 and 比分 are none. */
const doubled =
  /(?<![\d:：.])(?:[01]?\d|2[0-3])[:：][0-5]\d(分)(?=$|[，。；、）)\s至到—–~～-]|[前后起]|开始|准时|在|集合|举行|入场|签到|比赛|开赛|开考|考试|报到|开会|出发|到[达场])/g;

/** A time of day in which both the colon and 分 stand; `surplus` is the 分. */
export function doubledMinutes(text: string): readonly { readonly range: Range; readonly surplus: Range }[] {
  if (!/[:：]\d\d分/.test(text)) return [];
  return [...text.matchAll(doubled)].map(({ 0: raw, index }) => {
    const end = index + raw.length;
    return { range: { start: index, end }, surplus: { start: end - 1, end } };
  });
}
