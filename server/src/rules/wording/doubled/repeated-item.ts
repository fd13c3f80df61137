import { bracketPairs } from '../../../plan/line/brackets.ts';
import { WHITE } from '../../../text/blank.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { tableOfUnits, unitsOf } from '../../../text/units.ts';

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
/** And that make the end of a clause, said again as the next one. */
const TAIL = 8;

const marks = `，。；：、！？,;:!?（）()|${WHITE}`;
const mark = /[，。；：、！？,;:!?（）()\s\u3000|]/g;
const onlyHan = /^\p{Script=Han}+$/u;
const hanOrQuoted = /^[\p{Script=Han}“”《》]+$/u;
/** 某某某, 甲某某: names that are still to be filled in. */
const blank = /某{2}/;
/** Duty rosters and timetables name people and lessons again and again. */
const roster = /值[班守日]|轮流|课表|依次|轮换|→/;

/** The words that lead to the first member: 成员单位包括县水利局、…. */
const lead = /^.*?(?:包括|包含|分别为|分别是|成员为|由|有|为|是)(?=.{3})/u;

/** What is named or said twice side by side. Linear in the length of the text; quotations are passed over. */
export function findRepeatedItems(text: string): readonly RepeatedItem[] {
  return text.length < 2 * MEMBER || !mayRepeat(text) ? NONE : readRepeatedItems(text);
}

const NONE: readonly RepeatedItem[] = [];

const isMark = tableOfUnits(marks);
const [COMMA, STOP, SEMICOLON, PAUSE, ET_CETERA, QUOTE, TITLE] = [...'，。；、等“《'].map((unit) => unit.charCodeAt(0));
/** In which list a member with such an end stood last, by the hash of its last units. */
const SLOTS = 4096;
const endsSeen = new Int32Array(SLOTS);
let lists = 0;

/**
 * A cheap test, by hand, as it looks at every unit of every text: whether a clause is followed by the same
 * words, or two members of one enumeration end alike.
 */
function mayRepeat(text: string): boolean {
  let pairs: ReadonlyMap<number, number> | undefined;
  let opening = 0;
  let start = 0;
  let before = 0;
  let lengthBefore = 0;
  const units = unitsOf(text);
  for (let at = 0; at <= text.length; at++) {
    const unit = units[at] ?? 0;
    if (isMark[unit] === 0 && at < text.length) {
      if (unit === QUOTE || unit === TITLE) {
        pairs ??= bracketPairs(text);
        at = pairs.get(at) ?? at;
      } else if (unit === ET_CETERA && opening === PAUSE && at - start >= MEMBER && hasEndedSo(units, at)) return true;
      continue;
    }
    const length = at - start;
    if (opening === PAUSE && length >= MEMBER && hasEndedSo(units, at)) return true;
    if (length >= CLAUSE && length === lengthBefore && parts(opening) && areSame(units, before, start, length))
      return true;
    // 各单位要充分认识…的重要性，要充分认识…的重要性
    if (
      opening === COMMA &&
      length >= TAIL &&
      length < lengthBefore &&
      areSame(units, start - 1 - length, start, length)
    )
      return true;
    if (unit === PAUSE) {
      if (opening !== PAUSE) lists++;
      if (length >= MEMBER) endsSeen[endOf(units, at)] = lists;
    }
    before = start;
    lengthBefore = length;
    opening = unit;
    start = at + 1;
  }
  return false;
}

const parts = (unit: number) => unit === COMMA || unit === STOP || unit === SEMICOLON || unit === PAUSE;

function hasEndedSo(units: Uint16Array, at: number): boolean {
  return endsSeen[endOf(units, at)] === lists;
}

/** The slot of the three units in front of `at`. */
function endOf(units: Uint16Array, at: number): number {
  return ((units[at - 3] ?? 0) * 961 + (units[at - 2] ?? 0) * 31 + (units[at - 1] ?? 0)) & (SLOTS - 1);
}

function areSame(units: Uint16Array, first: number, second: number, length: number): boolean {
  for (let by = 0; by < length; by++) {
    if (units[first + by] !== units[second + by]) return false;
  }
  return true;
}

function readRepeatedItems(text: string): readonly RepeatedItem[] {
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
      const first = { start: before.end - word.length, end: before.end };
      found.push({ kind: 'clause', word, first, second: range, surplus: { start: start - 1, end } });
    } else if (opening === '、' && /^[、，。；）)]?$/.test(closing)) {
      // 、…等问题: the last member goes on with what they are.
      const member = word.replace(/等(?!级).{0,8}$/u, '');
      const isName = member.length >= MEMBER && onlyHan.test(member) && !blank.test(member);
      const first = isName ? members.get(member) : undefined;
      const second = { start, end: start + member.length };
      if (first && !roster.test(text) && !isOfSeries(text, first.start, start)) {
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
  for (const { 0: closing, index } of matchesOf(text, mark)) {
    if (index < start || skipped.some(([open, end]) => index > open && index < end)) continue;
    close(index, closing);
    opening = closing;
    start = index + 1;
  }
  close(text.length, '');
  return found;
}

/** 省、自治区、直辖市…和省、自治区、直辖市…: a series that comes again as a whole has the same neighbour in both places. */
function isOfSeries(text: string, first: number, second: number): boolean {
  const neighbour = text.slice(Math.max(0, first - NEIGHBOUR), first);
  return neighbour.length === NEIGHBOUR && neighbour.endsWith('、') && text.startsWith(neighbour, second - NEIGHBOUR);
}
/** The last character of what stands in front, and the mark. */
const NEIGHBOUR = 2;

function isClause(word: string, text: string, before: Range, opening: string): boolean {
  if (!/[，；。、]/.test(opening) || word.length < CLAUSE || !hanOrQuoted.test(word)) return false;
  const longer = before.end - before.start - word.length;
  if (longer > 0 && (opening !== '，' || word.length < TAIL)) return false;
  return longer >= 0 && text.startsWith(word, before.end - word.length);
}

function quotedEnds(text: string): readonly (readonly [number, number])[] {
  if (!/[“《]/.test(text)) return [];
  return [...bracketPairs(text)].filter(([open]) => /[“《]/.test(text.charAt(open)));
}
