import { readCount } from '../../../numbering/han.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import type { Miscount } from './issues.ts';

const COUNT = '\\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?';
/** 需提交的材料共6项：（1）准考证；（2）…, 须符合下列4个条件：①…②… */
const told = new RegExp(
  `(?:共|共计|以下|下列|如下)((${COUNT})(?:项|种|类|份|个|条|点|款)(?![月年天])[^，。；：:、\\d]{0,10})[：:]\\s?(?=[（(]1[)）]|1[.．、](?!\\d)|①)`,
  'gu',
);
/** The three ways in which the items of a line are numbered. */
const numbers = [/[（(](\d{1,2})[)）]/g, /(?<![\d.．])(\d{1,2})[.．、](?!\d)/g, /([①-⑳])/g] as const;
const FIRST_CIRCLED = '①'.charCodeAt(0);
const FAR = 2;

/** Items that are numbered within a line, and the number in front of them that is another. */
export function miscountedInLine({ text }: LineFacts): readonly Miscount[] {
  if (!/[：:]\s?[（(]?[1①]/.test(text)) return NONE;
  const found = [...text.matchAll(told)].flatMap((match): readonly Miscount[] => {
    const { 0: words, 1: written = '', 2: numeral = '', index } = match;
    const count = readCount(numeral);
    const list = text.slice(index + words.length);
    const listed = Math.max(...numbers.map((pattern) => countedIn(list, pattern)));
    if (count === undefined || listed < 2 || listed === count || Math.abs(listed - count) > FAR) return [];
    const start = index + words.indexOf(written);
    return [{ written, listed, range: { start, end: start + written.length } }];
  });
  return found.length === 0 ? NONE : found;
}
const NONE: readonly Miscount[] = [];

/** How far the numbers count on from one; nothing where one of them was skipped. */
function countedIn(list: string, pattern: RegExp): number {
  let last = 0;
  for (const [, written = ''] of list.matchAll(pattern)) {
    const value = /\d/.test(written) ? Number(written) : written.charCodeAt(0) - FIRST_CIRCLED + 1;
    if (value === last + 1) last = value;
    else if (value > last + 1) return 0;
    else if (value === 1) break;
  }
  return last;
}
