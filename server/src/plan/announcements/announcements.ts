import { halfWidthDigits, hanToNumber } from '../../numbering/han.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { overlaps } from '../../text/range.ts';
import { bracketPairs } from '../line/brackets.ts';
import type { Announced, Announcement } from './announcement.ts';
import { findInlineList, LineText } from './lists.ts';
import { findSlogans, matchesAt, type Slogan } from './slogans.ts';
import { words } from './words.ts';

export type { Announcement, InlineList } from './announcement.ts';

const classifiers = words.classifiers.join('');
const nouns = anyOf([...words.nouns, ...words.bareNouns]);
/** One entry for each UTF-16 unit: whether a count can begin with it. */
const BEGINS = new Uint8Array(65536);
for (const sign of '两二三四五六七八九十123456789２３４５６７８９') BEGINS[sign.charCodeAt(0)] = 1;
/** What may stand behind a count of one sign or two: a classifier, a noun that takes none; and what is the second sign. */
const COUNTED = 1;
const SECOND = 2;
const BEHIND = new Uint8Array(65536);
for (const sign of '一二三四五六七八九十0123456789') BEHIND[sign.charCodeAt(0)] = SECOND;
for (const sign of ` ${classifiers}`) BEHIND[sign.charCodeAt(0)] = (BEHIND[sign.charCodeAt(0)] ?? 0) | COUNTED;
for (const noun of words.bareNouns) BEHIND[noun.charCodeAt(0)] = (BEHIND[noun.charCodeAt(0)] ?? 0) | COUNTED;
const none: readonly Announcement[] = [];

const numeral = new RegExp(
  `(?<![一二三四五六七八九十百千万亿零〇两几数第0-9０-９.．%％+＋/／－-])(?<![0-9一二三四五六七八九十][—–~～至到])(十[一二三四五六七八九]?|二十|[两二三四五六七八九]|[2-9２-９]|[12][0-9]) ?(?:[${classifiers}]|(?=${anyOf(words.bareNouns)}))`,
  'y',
);
const namedNoun = new RegExp(`[一-龥“”]{0,6}?(?:${nouns})(?:${nouns})*`, 'y');
const nounsAtEnd = new RegExp(`(?:${nouns})+$`);
const otherNoun = /[一-龥]{1,10}/y;
const once = /一(?=[，。、；）”)活要的工]|$)/y;
const sentenceWord = new RegExp(`[要应将须的在和与及是有为把被对从到于可能会已不共]|${anyOf(words.sentenceWords)}`);
const quantity = new RegExp(`^(?:${anyOf(words.quantities)})`);
const pointing = new RegExp(
  `(?:(?:${anyOf(words.pointingBack)})[\\s\\u3000]?|(?:${anyOf(words.comparing)})[一-龥\\s\\u3000]{0,3})$`,
);
const ordinalBefore =
  /第[一二三四五六七八九十0-9]{1,3}(?:[、，至到和及—-]{1,2}第?[一二三四五六七八九十0-9]{0,3}){0,3}$/;
/** 分为三级, 分为红色、橙色、黄色三级. */
const graded = /(?:分|分为|分成|划分为|划为|设)(?:[^，。；：]{2,36}、[^，。；：、]{1,10})?$/;
const clock = /(?:上午|下午|晚上?|早上?|凌晨|中午|[日号]|周[一二三四五六日])[\s\u3000]?$/;
const fixed = new RegExp(anyOf(words.fixed), 'g');
const sums = new RegExp(`(?:${anyOf(words.summingNouns)})$`);
const longestCount = 20;

/**
 * Finds the places where a text says how many of something there are: 三个环节, 两点要求,
 * “五个更加注重”, 四开放四开通, each with the list beside it when the line has one.
 *
 * Quantities (三个工作日, 5人), ordinals (第三阶段), fixed terms of policy (八项规定), numbers that
 * point back (其中两项) or compare (不少于3项) are no announcements. A number before a noun that is
 * not usually set out (6个小组) is one only when its list stands in front of it.
 * @param text one line
 * @returns in order of position, without overlap
 */
export function findAnnouncements(text: string): readonly Announcement[] {
  const numerals = numeralsOf(text);
  if (numerals.length === 0) return none;
  const slogans = findSlogans(text, numerals);
  const numbers = matchesAt(numeral, text, numerals, isCount);
  if (slogans.length === 0 && numbers.length === 0) return none;
  const line = new LineText(text, bracketPairs(text));
  const terms = matchesOf(text, fixed).map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const found = slogans
    .filter((slogan) => !terms.some((term) => term.start === slogan.range.start))
    .flatMap((slogan) => ofSlogan(line, slogan));
  const taken = [...terms, ...slogans.map((slogan) => slogan.outer)];
  for (const match of numbers) {
    const announcement = ofNumber(line, match, taken);
    if (announcement) found.push(announcement);
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** Where a count may begin; most of a line is passed over by the table alone. */
function numeralsOf(text: string): readonly number[] {
  let found: number[] | undefined;
  for (let at = 0; at < text.length; at++) {
    if (BEGINS[text.charCodeAt(at)] !== 1) continue;
    found ??= [];
    found.push(at);
  }
  return found ?? nowhere;
}

const nowhere: readonly number[] = [];

/** A cheap test in front of `numeral`: something counted stands behind one sign or two, as in 三个 and 十二项, and not in 2025年. */
function isCount(text: string, at: number): boolean {
  const behind = BEHIND[text.charCodeAt(at + 1)] ?? 0;
  if ((behind & COUNTED) !== 0) return true;
  return (behind & SECOND) !== 0 && ((BEHIND[text.charCodeAt(at + 2)] ?? 0) & COUNTED) !== 0;
}

function ofSlogan(line: LineText, slogan: Slogan): readonly Announcement[] {
  return slogan.parts.map((part) => {
    const inline = findInlineList(line, {
      count: part.count,
      start: slogan.outer.start,
      end: slogan.outer.end,
      slogan: true,
      noun: part.word,
      sums: false,
      ...(part.classifier === '' || !words.nouns.includes(part.word) || /^更?加?注重$|带头/.test(part.word)
        ? { word: part.word }
        : {}),
    });
    return {
      range: part.range,
      count: part.count,
      countRange: part.countRange,
      classifier: part.classifier,
      noun: part.word,
      slogan: true,
      phrase: slogan.range,
      ...(inline ? { inline } : {}),
    };
  });
}

function ofNumber(line: LineText, match: RegExpExecArray, taken: readonly Range[]): Announcement | undefined {
  const { text } = line;
  const start = match.index;
  const written = match[1] ?? '';
  const classifier = match[0].slice(written.length).trimStart();
  const count = /^[0-9０-９]/.test(written) ? Number(halfWidthDigits(written)) : hanToNumber(written);
  const nounStart = start + match[0].length;
  const countRange = { start, end: start + written.length };
  if (count === undefined || count < 2 || count > longestCount || taken.some((range) => overlaps(range, countRange))) {
    return undefined;
  }
  const before = text.slice(Math.max(0, start - 12), start);
  if (ordinalBefore.test(before) || pointing.test(before)) return undefined;
  if (classifier === '点' && (clock.test(before) || /^[0-9]/.test(written))) return undefined;
  // 十七大, 二十大 are congresses.
  if (classifier === '大' && count > 12) return undefined;
  if (classifier === '个' && quantity.test(text.slice(nounStart, nounStart + 4))) return undefined;
  const base = { count, countRange, classifier, slogan: false };
  const named = nounAt(text, nounStart, classifier);
  // Only what is divided into 级 has them set out: 三级医院, 四级响应 do not.
  // 市、区两级政府: the two are those in front of it.
  if (named === '级' && /^级(?:政府|党委|财政|人大|政协|联动)/.test(text.slice(nounStart))) return undefined;
  if (named === '级' && !graded.test(text.slice(Math.max(0, start - 40), start))) return undefined;
  if (named !== undefined) {
    const end = nounStart + named.length;
    const announced: Announced = {
      count,
      start,
      end,
      slogan: false,
      noun: named,
      sums: named === '级' || sums.test(named),
    };
    // 学习、调研这两个环节 goes with its list; 这两个环节 alone points back.
    const inline = findInlineList(line, announced);
    if (/这$/.test(before) && inline?.position !== 'before') return undefined;
    return { range: { start, end }, noun: named, ...base, ...(inline ? { inline } : {}) };
  }
  otherNoun.lastIndex = nounStart;
  const other = otherNoun.exec(text)?.[0];
  if (!other || classifier === '') return undefined;
  const inline = findInlineList(line, { count, start, end: start, slogan: false, noun: other, sums: false });
  if (inline?.position !== 'before' || inline.items.length < 2) return undefined;
  return { range: { start, end: nounStart + other.length }, noun: other, inline, ...base };
}

/** 环节 of 三个环节, 重点任务 of 五项重点任务, 一 of 四个一; undefined for what is not usually set out. */
function nounAt(text: string, at: number, classifier: string): string | undefined {
  once.lastIndex = at;
  if (classifier === '个' && once.test(text)) return '一';
  namedNoun.lastIndex = at;
  const noun = namedNoun.exec(text)?.[0];
  if (noun !== undefined) {
    const core = nounsAtEnd.exec(noun)?.[0] ?? noun;
    const modifier = noun.slice(0, noun.length - core.length);
    if (classifier === '' ? modifier === '' : !sentenceWord.test(modifier)) return noun;
    return undefined;
  }
  return undefined;
}
