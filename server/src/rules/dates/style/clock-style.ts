import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';

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

/** 9:00-11:20, 12:30-----15:00, 10:30——11:00, 12时-13时; `sign` is what stands between the two. */
const joinedBySign =
  /(?<![\d:：.])(?:[01]?\d|2[0-4])(?:[:：][0-5]\d|[时点](?:[0-5]?\d分|半)?)(\s{0,2}(?:-{1,8}|—{2,4}|―{1,4}|－{2,4})\s{0,2}| – )(?=(?:[01]?\d|2[0-4])(?:[:：][0-5]\d(?!\d)|[时点]))/g;

/** Two times of day that are joined by hyphens or a dash of two signs (GB/T 15834-2011 4.13.3). */
export function joinedHours(text: string): readonly { readonly range: Range; readonly sign: Range }[] {
  return matchesOf(text, joinedBySign).map(({ 0: raw, 1: sign = '', index }) => {
    const end = index + raw.length;
    const other = /^\d{1,2}(?:[:：]\d{2}|[时点])/.exec(text.slice(end))?.[0].length ?? 0;
    return { range: { start: index, end: end + other }, sign: { start: end - sign.length, end } };
  });
}
