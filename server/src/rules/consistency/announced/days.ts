import { readCount } from '../../../numbering/han.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import type { Miscount } from './issues.ts';

const day = '(?:20\\d\\d年)?\\d{1,2}月\\d{1,2}日(?:[（(][^（()）]{1,6}[)）])?';
const told = new RegExp(
  `(?<![\\d每第])([2-9]|1\\d|[两二三四五六七八九])(?:次|期|场)[^，。；：:\\d]{0,12}[，：:（(](?:分别(?:于|在|为))?(${day}(?:[、和]${day}){1,19})(?:各(?:举办|组织|开展|进行)?一?(?:次|期|场))?(?=[。；）)]|$)`,
  'gu',
);

/** So many times announced, and the days of other many behind it; each day is one time. */
export function wrongDays({ text, dates }: LineFacts): readonly Miscount[] {
  if (dates.length < 2 || !/[次期场]/.test(text)) return NONE;
  const found = [...text.matchAll(told)].flatMap(
    ({ 0: words, 1: written = '', 2: days = '', index }): readonly Miscount[] => {
      const listed = (days.match(/月/g) ?? []).length;
      if (readCount(written) === listed) return [];
      const end = index + words.search(/[次期场]/) + 1;
      return [{ written: text.slice(index, end), listed, range: { start: index, end } }];
    },
  );
  return found.length === 0 ? NONE : found;
}
const NONE: readonly Miscount[] = [];
