import { readCount } from '../../numbering/han.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { words } from './words.ts';

/** A numbered slogan: “五个更加注重” has one part, 四开放四开通 two. */
export interface Slogan {
  /** Without quotation marks. */
  readonly range: Range;
  /** With quotation marks. */
  readonly outer: Range;
  readonly parts: readonly SloganPart[];
}

export interface SloganPart {
  readonly count: number;
  readonly countRange: Range;
  readonly classifier: string;
  readonly word: string;
  readonly range: Range;
}

const NUMERAL = '十[一二三四五六七八九]|[两二三四五六七八九十]';
const quotation = /[“"「]([^“”"「」\n]{2,20})[”"」]/g;
const withClassifier = new RegExp(`^(${NUMERAL}|[2-9])(${words.classifiers.join('|')})([^两二三四五六七八九十]{1,8})$`);
const part = new RegExp(`(${NUMERAL})((?:统一|合一|[^一两二三四五六七八九十、，, ]){1,6})[、，, ]?`, 'y');
const repeated =
  /(?<![一二三四五六七八九十百千万几数第0-9〇])([两三四五六七八九十])([一-龥]{1,4}?)[、，]?([两三四五六七八九十])([一-龥]{1,4}?)(?:[、，]?([两三四五六七八九十])([一-龥]{1,4}?))?(?=[。；;，,：:、！!（(）)”’》]|的|活动|要求|$)/y;

/** What follows a numeral in dates and amounts, never in a slogan. */
const measured =
  /^(?:[年月日时点分秒周天岁元万亿人名次户亩米里届级批期号套台星强角毛斤吨]|厘米|毫米|公[里分斤顷]|千[米克瓦]|平方|立方|个|中全会|项|条|类|种|类|层|楼)/;
const idiom = new RegExp(`^(?:${anyOf(words.idioms)})`);

/**
 * Finds the numbered slogans of a text: any in quotation marks, and those of the form 三查三看 outside them.
 *
 * @param numerals indexes of the units with which a numeral may begin
 */
export function findSlogans(text: string, numerals: readonly number[]): readonly Slogan[] {
  const slogans: Slogan[] = [];
  // A slogan in quotation marks begins with its numeral.
  const isQuoted = numerals.some((at) => at > 0 && opens.includes(text.charAt(at - 1)));
  for (const match of isQuoted ? matchesOf(text, quotation) : noMatch) {
    const start = match.index + 1;
    if (!numerals.includes(start)) continue;
    const content = match[1] ?? '';
    const parts = partsOf(content, start);
    if (parts) {
      const outer = { start: match.index, end: match.index + match[0].length };
      slogans.push({ range: { start, end: start + content.length }, outer, parts });
    }
  }
  // Its second numeral follows closely.
  for (const match of matchesAt(repeated, text, numerals, maySlogan)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (slogans.some((slogan) => slogan.outer.start < range.end && range.start < slogan.outer.end)) continue;
    const parts = readParts(match[0], range.start);
    if (parts && isRepeated(match[0], parts)) slogans.push({ range, outer: range, parts });
  }
  return slogans.length > 1 ? slogans.sort((a, b) => a.range.start - b.range.start) : slogans;
}

const opens = '“"「';
const noMatch: readonly RegExpExecArray[] = [];
const maySlogan = (text: string, at: number, numerals: readonly number[], index: number): boolean =>
  text.charCodeAt(at) > LAST_FIGURE && hasSecond(numerals, index);

/** Outside quotation marks a slogan counts in Han numerals. */
const LAST_FIGURE = '9'.charCodeAt(0);

/** A numeral, a word of one to four units, perhaps a mark, and the next numeral. */
function hasSecond(numerals: readonly number[], index: number): boolean {
  const start = numerals[index] ?? 0;
  for (let next = index + 1; next < numerals.length; next++) {
    const distance = (numerals[next] ?? 0) - start;
    if (distance > 6) return false;
    if (distance > 1) return true;
  }
  return false;
}

/**
 * The matches of a sticky pattern that begin at one of the places, none overlapping another.
 * @param may a cheap test of a place
 */
export function matchesAt(
  pattern: RegExp,
  text: string,
  places: readonly number[],
  may: (text: string, at: number, places: readonly number[], index: number) => boolean,
): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  let end = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    if (at < end || !may(text, at, places, index)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    found ??= [];
    found.push(match);
    end = pattern.lastIndex;
  }
  return found ?? noMatch;
}

function partsOf(content: string, start: number): readonly SloganPart[] | undefined {
  const single = withClassifier.exec(content);
  if (single) {
    const [, numeral = '', classifier = '', word = ''] = single;
    const count = readCount(numeral);
    if (count === undefined || word.endsWith('的')) return undefined;
    const countRange = { start, end: start + numeral.length };
    return [{ count, countRange, classifier, word, range: { start, end: start + content.length } }];
  }
  const parts = readParts(content, start);
  const first = parts?.[0];
  if (!parts || !first || parts.some((item) => measured.test(item.word))) return undefined;
  return parts.length > 1 || first.word.length <= 4 ? parts : undefined;
}

/** The parts of a text that consists of nothing else. */
function readParts(content: string, start: number): readonly SloganPart[] | undefined {
  const parts: SloganPart[] = [];
  let at = 0;
  while (at < content.length) {
    part.lastIndex = at;
    const match = part.exec(content);
    if (!match) return undefined;
    const [raw, numeral = '', word = ''] = match;
    const count = readCount(numeral);
    if (count === undefined) return undefined;
    const from = start + at;
    const countRange = { start: from, end: from + numeral.length };
    parts.push({ count, countRange, classifier: '', word, range: { start: from, end: countRange.end + word.length } });
    at += raw.length;
  }
  return parts.length > 0 ? parts : undefined;
}

/** Outside quotation marks only the strict form counts: words of one length, the numbers equal when it is one character. */
function isRepeated(content: string, parts: readonly SloganPart[]): boolean {
  const [first] = parts;
  if (!first || idiom.test(content) || parts.some((item) => measured.test(item.word))) return false;
  if (parts.some((item) => item.word.length !== first.word.length)) return false;
  if (new Set(parts.map((item) => item.word)).size !== parts.length) return false;
  return first.word.length > 1 || parts.every((item) => item.count === first.count);
}
