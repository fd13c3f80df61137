import { bracketPairs } from '../../plan/brackets.ts';
import type { Range } from '../../text/range.ts';

/** A clause that follows itself, or a member that one enumeration names twice. */
export interface RepeatedItem {
  readonly kind: 'clause' | 'item';
  readonly word: string;
  readonly first: Range;
  readonly second: Range;
  /** The second copy with the mark in front of it. */
  readonly surplus: Range;
}

/** Han characters that make a clause or a member worth comparing: 再接再厉，再接再厉 is said for effect, and two-character words come again. */
const CLAUSE = 5;
const MEMBER = 3;

const mark = /[，。；：、！？,;:!?（）()\s\u3000|]/g;
const onlyHan = /^\p{Script=Han}+$/u;
const hanOrQuoted = /^[\p{Script=Han}“”《》]+$/u;
/** Duty rosters and timetables name people and lessons again and again. */
const roster = /值[班守日]|轮流|课表|依次|轮换|→/;

/** The words that lead to the first member: 成员单位包括县水利局、…. */
const lead = /^.*?(?:包括|包含|分别为|分别是|成员为|由|有|为|是)(?=.{3})/u;

/** What is named or said twice side by side. Linear in the length of the text; quotations are passed over. */
export function findRepeatedItems(text: string): readonly RepeatedItem[] {
  if (text.length < 2 * MEMBER || !/[，、；。]/.test(text)) return [];
  const found: RepeatedItem[] = [];
  let members = new Map<string, Range>();
  let before: Range | undefined;
  let opening = '';
  let start = 0;
  const skipped = quotedEnds(text);
  const close = (end: number, closing: string): void => {
    const word = text.slice(start, end);
    const range = { start, end };
    if (before && isClause(word, text, before, opening)) {
      found.push({ kind: 'clause', word, first: before, second: range, surplus: { start: start - 1, end } });
    } else if (opening === '、' && /^[、，。；）)]?$/.test(closing)) {
      // 、…等问题: the last member goes on with what they are.
      const member = word.replace(/等(?!级).{0,8}$/u, '');
      const first = member.length >= MEMBER && onlyHan.test(member) ? members.get(member) : undefined;
      const second = { start, end: start + member.length };
      if (first && !roster.test(text)) {
        found.push({ kind: 'item', word: member, first, second, surplus: { start: start - 1, end: second.end } });
      }
    }
    if (closing === '、') {
      if (opening !== '、') members = new Map();
      const skip = opening === '、' ? 0 : (lead.exec(word)?.[0].length ?? 0);
      members.set(word.slice(skip), { start: start + skip, end });
    }
    before = range;
  };
  for (const { 0: closing, index } of text.matchAll(mark)) {
    if (index < start || skipped.some(([open, end]) => index > open && index < end)) continue;
    close(index, closing);
    opening = closing;
    start = index + 1;
  }
  close(text.length, '');
  return found;
}

function isClause(word: string, text: string, before: Range, opening: string): boolean {
  if (!/[，；。、]/.test(opening) || word.length < CLAUSE || !hanOrQuoted.test(word)) return false;
  return word.length === before.end - before.start && text.startsWith(word, before.start);
}

function quotedEnds(text: string): readonly (readonly [number, number])[] {
  if (!/[“《]/.test(text)) return [];
  return [...bracketPairs(text)].filter(([open]) => /[“《]/.test(text.charAt(open)));
}
