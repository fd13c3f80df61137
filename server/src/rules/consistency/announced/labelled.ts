import { readCount } from '../../../numbering/han.ts';
import type { Enumeration, Line, Plan } from '../../../plan/model.ts';
import type { Miscount } from './issues.ts';

/** Lines that count themselves by the noun that was announced need a noun of two characters, and two of them. */
const SHORTEST = 2;
const FEWEST = 2;
const FAR = 2;
const ORDINAL = '([一二三四五六七八九十]|\\d{1,2})';
/** M1, M2 … are what milestones are called. */
const MILESTONE = '里程碑';
const NONE: readonly Miscount[] = [];

/** 设五大板块：, and 板块一：…, 板块二：… in lines below it, which are other many; 第一篇章 and 篇章一 alike. */
export function unequalLabels(plan: Plan): readonly Miscount[] {
  return plan.enumerations.flatMap((enumeration) => {
    const { announcement, announced, lists, line } = enumeration;
    const { noun, slogan, range } = announcement;
    if (lists.length > 0 || slogan || noun.length < SHORTEST || !endsSentence(line, range.end)) return NONE;
    if (plan.enumerations.some((other) => other !== enumeration && isSame(other, noun))) return NONE;
    const listed = labelledBelow(plan.lines, line, noun);
    if (listed < FEWEST || listed === announced || Math.abs(listed - announced) > FAR) return NONE;
    const written = line.text.slice(range.start, range.end);
    return [{ written, listed, range: line.at(range.start, range.end) }];
  });
}

const isSame = ({ announcement }: Enumeration, noun: string): boolean => announcement.noun === noun;

/** Nothing but a mark, or what leads over to the list, stands behind the number. */
const endsSentence = ({ text }: Line, end: number): boolean => /^[^。；：:\d]{0,30}[。：:]?\s*$/.test(text.slice(end));

/** How many lines behind it begin with 板块一, 板块二 …, none left out; 0 where they do not count from one. */
function labelledBelow(lines: readonly Line[], from: Line, noun: string): number {
  const initial = noun === MILESTONE ? `M${ORDINAL}(?=[：:、.．—\\s])|` : '';
  const label = new RegExp(
    `^[^\\p{Script=Han}\\dM]{0,4}(?:${initial}(?:${noun}${ORDINAL}|第${ORDINAL}(?:个|大)?${noun})(?=[：:、.．—\\s]|$))`,
    'u',
  );
  const loose = new RegExp(`^[^\\p{Script=Han}\\dM]{0,4}${noun}${ORDINAL}[和与及、至（(—～~-]`, 'u');
  let count = 0;
  for (const { text, place } of lines.slice(lines.indexOf(from) + 1)) {
    if (place === 'cell' || place === 'quote' || !(text.includes(noun) || initial !== '')) continue;
    const match = label.exec(text.slice(0, noun.length + 12));
    // 板块四和板块五：, 工程三（含工程四）：: a line for two of them.
    if (!match && loose.test(text.slice(0, noun.length + 8))) return 0;
    if (!match) continue;
    const value = readCount(match.slice(1).find((ordinal) => ordinal !== undefined) ?? '') ?? 0;
    // Another list begins; M2 与 M3 并行 behind M5 speaks of what was listed.
    if (value === 1 && count > 1) break;
    if (value > count + 1) return 0;
    if (value === count + 1) count++;
  }
  return count;
}
