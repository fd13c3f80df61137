import { readNumber } from './read.ts';
import type { NumberKind, NumberToken } from './token.ts';

/**
 * Places where a number may begin. The look-behinds leave out what is certainly part of a word or
 * a reference: 统一、, 第一、, 附件1、, 高一、.
 */
const candidates = new RegExp(
  [
    '[（(][ \\u3000]{0,2}[0-9０-９一二三四五六七八九十A-Za-z]{1,3}[ \\u3000]{0,2}[）)]',
    '[①-⒛❶-❿㈠-㈩㉑-㉟㊀-㊉㊱-㊿]',
    '(?<![一二三四五六七八九十百零〇第统之唯惟合划万逐专单同周期高初大中不年月日号件表图条款项节章数其几逢])[一二三四五六七八九十]{1,3}(?=[是要、.．）)])',
    '(?<![0-9０-９][,，:：、])(?<![0-9０-９A-Za-z.．〔\\[/%第号件表图组册卷款版型约共达近逾超为至到\\-—~～])[0-9０-９]{1,2}(?=[、.．）)])',
    '(?<=^|[。；;：:，, \\u3000）)])[A-Za-z](?=[、.．）)])',
    '(?<=^|[。；;：:，,、 \\u3000）)”])第[一二三四五六七八九十0-9]{1,3}(?:个?(?:阶段|环节)|步骤?|部分|章|条)?(?=[：:、，,（( \\u3000])',
    '(?<=^|[。；;：:，, \\u3000）)])(?:首先|其次|再次|最后|其[一二三四五六七八九])(?=[，、,：:])',
  ].join('|'),
  'y',
);

/**
 * One entry for each UTF-16 unit: whether a candidate can begin with it. Most of a line is passed over by this table.
 * Units of a kind above `ALONE` are one only with a mark close behind them, and dates and amounts have none.
 */
const BEGINS = new Uint8Array(65536);
const ALONE = 1;
const kinds: readonly (readonly [kind: number, signs: readonly string[]])[] = [
  [ALONE, ['（（', '((', '①⒛', '❶❿', '㈠㈩', '㉑㉟', '㊀㊉', '㊱㊿', '第第', '首首', '其其', '再再', '最最']],
  [2, ['09', '０９']],
  [3, ['AZ', 'az']],
  [4, [...'一二三四五六七八九十'].map((numeral) => numeral + numeral)],
];
for (const [kind, ranges] of kinds) {
  for (const range of ranges) BEGINS.fill(kind, range.charCodeAt(0), range.charCodeAt(1) + 1);
}
/** The marks behind a number. */
const MARKS = new Uint8Array(65536);
for (const mark of '是要、.．）)') MARKS[mark.charCodeAt(0)] = 1;
/** A numeral has no more units in front of its mark. */
const LONGEST = 3;

/** False where surely no candidate begins. */
function mayBegin(text: string, at: number): boolean {
  const kind = BEGINS[text.charCodeAt(at)] ?? 0;
  if (kind <= ALONE) return kind === ALONE;
  for (let end = at + 1; end <= at + LONGEST; end++) {
    const unit = text.charCodeAt(end);
    if (MARKS[unit] === 1) return true;
    if (BEGINS[unit] !== kind) return false;
  }
  return false;
}

/** Two numbers with words of their own: ①报名②考试. */
const SHORTEST = 4;
const NONE: readonly NumberToken[] = [];

/**
 * The numbers of items that run on within one line: （1）…；（2）…, 一是…；二是…, 第一阶段：…；第二阶段：….
 *
 * Only numbers that count on without a gap from one (or from the number at the head of the line)
 * are taken, at least two of a kind and each with words of its own behind it, so that citations
 * (第3条, 按照（一）、（二）项) and word parts are left alone.
 * @param text one line
 * @param head the number at its head, where that is known
 * @returns in order of position; the number at the head is among them when others follow it
 */
export function findInlineNumbers(text: string, head?: NumberToken): readonly NumberToken[] {
  const first = text.length < SHORTEST ? -1 : firstOfSeveral(text);
  if (first < 0) return NONE;
  let runs: Map<NumberKind, NumberToken[]> | undefined;
  const found: NumberToken[] = [];
  let next = 0;
  for (let at = first; at < text.length; at = Math.max(at + 1, next)) {
    if (!mayBegin(text, at)) continue;
    candidates.lastIndex = at;
    if (!candidates.test(text)) continue;
    next = candidates.lastIndex;
    const number = at === 0 && head ? head : readNumber(text, at);
    if (!number || number.multi || (at > 0 && isOfDays(text, at))) continue;
    next = Math.max(next, number.range.start + number.raw.length);
    const run = runs?.get(number.kind);
    const last = run?.at(-1);
    if (run && last && follows(number, last)) {
      if (hasWords(text, last.range.end, number.range.start)) run.push(number);
      else runs?.delete(number.kind);
    } else if (number.value === 1 || number.range.start === 0) {
      collect(found, run);
      runs ??= new Map();
      runs.set(number.kind, [number]);
    }
  }
  if (!runs) return NONE;
  for (const run of runs.values()) collect(found, run);
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** 每周一、三、五, 逢二、五、八: one of several that are told in a row, and the head of nothing. */
function isOfDays(text: string, at: number): boolean {
  if (text.charAt(at - 1) === '、' && numeral.test(text.charAt(at - 2))) return true;
  inRow.lastIndex = at;
  return inRow.test(text);
}
const numeral = /[一二三四五六七八九十\d]/;
const inRow = /(?:[一二三四五六七八九十]{1,3}、[一二三四五六七八九十]{1,3}|\d{1,2}、\d{1,2})[、，。；）)]/y;

/** A number, and words of two units behind it. */
const APART = 3;

/** Where the first candidate begins, if there is another one so far behind it that both can be of one list; else -1. */
function firstOfSeveral(text: string): number {
  let first = -1;
  for (let at = 0; at < text.length; at++) {
    if ((first >= 0 && at < first + APART) || !mayBegin(text, at)) continue;
    if (first >= 0) return first;
    first = at;
  }
  return -1;
}

function follows(number: NumberToken, last: NumberToken): boolean {
  return number.value === last.value + 1 || (number.raw.startsWith('最后') && number.kind === last.kind);
}

function collect(found: NumberToken[], run: readonly NumberToken[] | undefined): void {
  if (run && run.length > 1) found.push(...run);
}

function hasWords(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]/u.test(text.slice(start, Math.min(end, start + 40)));
}
