import { bracketPairs } from '../../../plan/line/brackets.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { mayBeHan, tableOfUnits, unitsOf } from '../../../text/units.ts';

/** A stretch of a paragraph that stands in it twice. */
export interface RepeatedClause {
  readonly first: Range;
  readonly second: Range;
}

/** Han characters that a repeated stretch has at least: one that runs over a comma, a clause from end to end, and a part of one. */
const OVER_COMMA = 12;
const WHOLE_CLAUSE = 15;
const WITHIN_CLAUSE = 32;
/** Shortest piece that is looked for, and how far from itself: a paragraph without end must not cost its square. */
const KEY = 10;
const REACH = 2000;

const boundary = /[，。；：！？,;:!?]/;
const isBoundary = tableOfUnits('，。；：！？,;:!?');
/** What is looked for begins with words: figures and marks come again everywhere. */
const startsWithWords = /^\p{Script=Han}.{0,5}\p{Script=Han}{3}/u;
const notHan = /[^\p{Script=Han}]/gu;

/** Names of bodies and papers are long and come again for good reason. */
const nameAtEnd =
  /(?:办公室|小组|委员会|部门|单位|方案|办法|通知|意见|活动|会议|大会|中心|学校|精神|思想|制度|机制|工作|[局委部厅处院会])$/;

const label = /(?:单位|部门|时限|时间|责任人|牵头|领导)[：:]/;

/** Beginnings of clauses that run in parallel: 对…的，由…；对…的，由…. */
const parallelHeads =
  /^(?:[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+|对|凡|在|由|将|把|经|如|若|针对|未|已|有|无|每|各)/;

/**
 * The longest stretch that a paragraph says twice, as happens when texts are pasted together.
 * Quotations and titles are passed over, and so are clauses that a list repeats on purpose.
 */
export function findRepeatedClause(text: string): RepeatedClause | undefined {
  if (text.length < 4 * KEY || !mayRepeat(text)) return undefined;
  const masked = maskQuotations(text);
  let best: RepeatedClause | undefined;
  for (const start of clauseStarts(masked)) {
    const key = masked.slice(start, start + KEY);
    if (key.length < KEY || !startsWithWords.test(key)) continue;
    const twin = findNear(masked, key, start);
    if (twin < 0) continue;
    const found = extend(masked, Math.min(start, twin), Math.max(start, twin));
    // Labels come again with every task: 配合单位：…完成时限：….
    if (found && label.test(masked.slice(found.first.start, found.first.end))) continue;
    const between = found ? masked.slice(found.first.end, found.second.start) : '';
    if (carries(between) || conditions.test(between)) continue;
    if (found && length(found.first) > (best ? length(best.first) : 0)) best = found;
  }
  return best;
}

/** ①负责班级管理，责任心强，实绩突出。②参与社团管理，责任心强，实绩突出: conditions of which each is told as a whole. */
const conditions = /[②-⑳]/;

/** A notice and the plan that it carries open alike: between them stand the date of the one and the title of the other. */
function carries(between: string): boolean {
  return /[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日/.test(between) && /方案|计划|预案|办法|通知/.test(between);
}

/** Where clauses begin; of those whose first words share a slot, each knows the one before it. */
const beginnings: number[] = [];
const earlier: number[] = [];
const SLOTS = 4096;
/** The last beginning with that slot, counted on from text to text, so that nothing has to be cleared. */
const latest = new Int32Array(SLOTS);
const MANY = 2 ** 30;
let origin = 1;

/**
 * A cheap test, by hand, as it looks at every unit of every paragraph: whether any clause begins with
 * words that stand in the text once more.
 */
function mayRepeat(text: string): boolean {
  if (origin > MANY) {
    latest.fill(0);
    origin = 1;
  }
  const units = unitsOf(text);
  const last = text.length - KEY;
  let count = 0;
  let found = false;
  let behind = true;
  for (let at = 0; at <= last && !found; at++) {
    const unit = units[at] ?? 0;
    const ends = isBoundary[unit] === 1;
    if (behind && !ends && mayBeHan(unit)) {
      const slot = slotOf(units, at);
      const before = (latest[slot] ?? 0) - origin;
      found = hasBegun(units, at, before);
      beginnings[count] = at;
      earlier[count] = before;
      latest[slot] = origin + count++;
    }
    behind = ends;
  }
  for (let at = 0, next = 0; at <= last && !found; at++) {
    if (next < count && at === beginnings[next]) next++;
    else found = hasBegun(units, at, (latest[slotOf(units, at)] ?? 0) - origin);
  }
  origin += count;
  return found;
}

/** Four units of the stretch that begins at `at`. */
function slotOf(units: Uint16Array, at: number): number {
  const far = (units[at + 6] ?? 0) * 5 + (units[at + KEY - 1] ?? 0) * 3;
  return ((units[at] ?? 0) * 31 + (units[at + 3] ?? 0) * 7 + far) & (SLOTS - 1);
}

/** Whether a clause with the slot begins with the words at `at`. @param one the last such clause, or below zero */
function hasBegun(units: Uint16Array, at: number, one: number): boolean {
  for (let clause = one; clause >= 0; clause = earlier[clause] ?? -1) {
    const start = beginnings[clause] ?? 0;
    let same = 0;
    while (same < KEY && units[start + same] === units[at + same]) same++;
    if (same === KEY) return true;
  }
  return false;
}

/** Another place of the key, within reach of `start`. */
function findNear(masked: string, key: string, start: number): number {
  const before = masked.slice(Math.max(0, start - REACH), start).indexOf(key);
  if (before >= 0) return Math.max(0, start - REACH) + before;
  const behind = masked.slice(start + KEY, start + REACH).indexOf(key);
  return behind < 0 ? -1 : start + KEY + behind;
}

function extend(masked: string, first: number, second: number): RepeatedClause | undefined {
  let run = 0;
  while (first + run < second && second + run < masked.length && masked[first + run] === masked[second + run]) run++;
  // The words end where a clause ends in both places.
  while (run > 0 && !(endsClause(masked, first + run) && endsClause(masked, second + run))) run--;
  while (run > 0 && boundary.test(masked.charAt(first + run - 1))) run--;
  const words = masked.slice(first, first + run);
  const han = words.replace(notHan, '').length;
  const overComma = boundary.test(words);
  const whole = [first, second].every((at) => isWholeClause(masked, at, run));
  if (han < (overComma ? OVER_COMMA : whole ? WHOLE_CLAUSE : WITHIN_CLAUSE)) return undefined;
  if (!overComma && nameAtEnd.test(words)) return undefined;
  // What is said three times is a formula.
  if (masked.slice(0, first + REACH + REACH).split(words, 4).length > 3) return undefined;
  if (masked.charAt(first + run) === '；' || isParallel(masked, first, second)) return undefined;
  return { first: { start: first, end: first + run }, second: { start: second, end: second + run } };
}

/** From one stop to the next; what a colon follows is a label. */
function isWholeClause(masked: string, at: number, run: number): boolean {
  const starts = at === 0 || /[，。；！？]/.test(masked.charAt(at - 1));
  return starts && (at + run >= masked.length || /[，。；！？]/.test(masked.charAt(at + run)));
}

function endsClause(masked: string, at: number): boolean {
  return at >= masked.length || boundary.test(masked.charAt(at)) || boundary.test(masked.charAt(at - 1));
}

/** True when the clauses in front of both places begin alike, as in a list of cases. */
function isParallel(masked: string, first: number, second: number): boolean {
  const heads = [first, second].map((at) => parallelHeads.exec(clauseBefore(masked, at))?.[0].at(-1));
  if (heads[0] !== undefined && heads[0] === heads[1]) return true;
  return [first, second].every((at) => clauseBefore(masked, at).endsWith('的'));
}

/** The clause that ends in front of `at`. */
function clauseBefore(masked: string, at: number): string {
  let end = at;
  while (end > 0 && boundary.test(masked.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && !boundary.test(masked.charAt(start - 1))) start--;
  return masked.slice(start, end);
}

const starts = /[，。；：！？,;:!?](?![，。；：！？,;:!?])/g;

function clauseStarts(masked: string): readonly number[] {
  const found = [0];
  for (const { index } of matchesOf(masked, starts)) if (index + 1 < masked.length) found.push(index + 1);
  return found;
}

/** The text with every unit inside quotation marks, brackets and 《》 replaced by one that occurs nowhere else. */
function maskQuotations(text: string): string {
  const pairs = [...bracketPairs(text)].filter(([open]) => /[“《‘「（(]/.test(text.charAt(open)));
  if (pairs.length === 0) return text;
  pairs.sort(([a], [b]) => a - b);
  let masked = '';
  let from = 0;
  for (const [open, close] of pairs) {
    if (open < from) continue;
    masked += text.slice(from, open + 1) + mask(open + 1, close);
    from = close;
  }
  return masked + text.slice(from);
}

/** Units that no text has, each at its place. */
const MASK = String.fromCharCode(...Array.from({ length: 0x1900 }, (_, at) => 0xe000 + at));

function mask(start: number, end: number): string {
  let masked = '';
  for (let at = start; at < end; ) {
    const place = at % MASK.length;
    masked += MASK.slice(place, place + end - at);
    at = start + masked.length;
  }
  return masked;
}

const length = (range: Range) => range.end - range.start;
