import type { PlanDocument } from '../../../../plan/model.ts';
import { differenceOf } from '../../../../text/difference.ts';
import { takenFor } from '../../../wording/wrong-words/taken-for.ts';
import source from '../../near-duplicate-title.yaml';

const words = source as {
  readonly functionWords: readonly string[];
  readonly telling: string;
  readonly forgotten: readonly string[];
  readonly confusable: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
};
/** Words that say nothing by themselves. */
export const functionWords: ReadonlySet<string> = new Set(words.functionWords);
const telling = new Set(words.telling);

/** Shortest title that can be a slip of another; short ones are too often different papers. */
const SHORTEST = 8;
/** What both must have in common, in front of the difference and behind it together. */
const COMMON = 7;

/** A title as it is compared: without blanks, quotation marks and the remark at its end (（试行）). */
export function plainTitle(title: string): string {
  return title
    .replace(/[\s\u3000“”"‘’〈〉《》<>「」]/g, '')
    .replace(/[（(](?:试行|暂行|修订|修正|征求意见稿|送审稿|讨论稿|草案|\d{4}年?(?:修订|修正)?版?)[)）]$/, '');
}

/** What the plans of a file call themselves, as it is compared. */
export const plainTitlesOf = ({ plans }: PlanDocument): ReadonlySet<string> =>
  new Set(plans.flatMap(({ title }) => (title ? plainTitle(title.value) : [])));

/**
 * True when one title is the other with a slip: a function word or a single character more or less,
 * one character mistaken for another, or two neighbouring words that changed places.
 *
 * Titles that differ in a number, a level (省/市), a kind of paper (条例/办法) or a word that tells two
 * papers apart are different papers.
 * @param a as given by `plainTitle`
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < SHORTEST) return false;
  const { head, tail, first, second } = differenceOf(a, b);
  // Numbers tell papers apart; marks are not what this is about.
  if (head + tail < COMMON || !/^\p{Script=Han}*$/u.test(first + second)) return false;
  // A body has one charter: 物业协会章程 and 物业服务协会章程 in one plan are the same.
  if ((first === '' || second === '') && /章程$/.test(a) && (first + second).length === 2) return head > 2 && tail > 4;
  // 2018活动指南 and 2018年活动指南.
  if (first + second === '年' && /\d{4}$/.test(a.slice(0, head))) return tail > 2;
  if (first === '' || second === '') return isLoss(first + second, head, tail);
  if (first.length === 1 && second.length === 1) {
    return (
      tail > 0 &&
      (areConfusable(first, second) ||
        (regulation.test(a) &&
          !telling.has(first) &&
          !telling.has(second) &&
          // 教育法 and 教师法, 刑事诉讼法 and 民事诉讼法: a state has many laws, and only what sounds or looks alike is a slip.
          (!national.test(a) || takenFor(first).includes(second))))
    );
  }
  return tail > 0 && haveChangedPlaces(first, second);
}

/** Titles of rules that an office makes for good; it has one of each. */
const rules = /(?:办法|规定|规则|细则|制度|规程|准则|条例)$/;
/** So long a title names its office and its matter. */
const LONG = 14;

/**
 * True for two titles of one kind that are equal but for a word and another of the same meaning:
 * 隐患举报奖励办法 of 安全隐患 and of 事故隐患. What they are of (恒岳公司) stands in front of it in both.
 * @param a as given by `plainTitle`
 */
export function isSynonym(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < LONG || !rules.test(a)) return false;
  const { head, tail, first, second } = differenceOf(a, b);
  if (head < NEAR || tail < 2 || first.length > 2) return false;
  return words.synonyms.some((set) => {
    const word = set.find((one) => inPlace(a, one, head, first.length));
    return word !== undefined && set.some((one) => one !== word && inPlace(b, one, head, second.length));
  });
}

/** Whether a word stands in a title where it differs from another. */
function inPlace(title: string, word: string, from: number, length: number): boolean {
  const at = title.indexOf(word, Math.max(0, from + length - word.length));
  return at >= 0 && at <= from;
}

/** Words without which people remember the title of a plan: 专项整治行动实施方案 and 专项整治工作方案. */
const forgotten = new RegExp(`(?:${words.forgotten.join('|')})+`, 'g');
const plan = /(?:方案|预案|计划|意见)$/;
const known = new Map<string, string>();
const mostKnown = 2_000;

/**
 * What is left of the title of a plan without the words that are forgotten or exchanged when it is quoted from memory;
 * empty for other papers and for titles of which too little is left.
 * @param title as given by `plainTitle`
 */
export function rememberedTitle(title: string): string {
  if (!plan.test(title)) return '';
  let left = known.get(title);
  if (left === undefined) {
    left = title.replace(forgotten, '');
    if (left.length < SHORTEST) left = '';
    if (known.size >= mostKnown) known.clear();
    known.set(title, left);
  }
  return left;
}

/**
 * True for two titles that differ in a few characters of which none tells two papers apart, or in the year alone.
 * That makes them likely to be one only where something else says which paper is meant.
 */
export function isNearly(a: string, b: string): boolean {
  const { head, tail, first, second } = differenceOf(a, b);
  if (head < NEAR || tail < NEAR || Math.max(first.length, second.length) > NEAR) return false;
  if (/^\d{1,4}$/.test(first) && /^\d{1,4}$/.test(second)) return b.charAt(b.length - tail) === '年' || head > 4;
  return ![...first, ...second].some((character) => telling.has(character) || /\d/.test(character));
}

/** Least number of characters in front and behind, and largest between. */
const NEAR = 4;

/** Laws and regulations: two that differ in one character are one, where two forms or tables may be two. */
const regulation = /(?:法|条例|规定|准则|章程|规程|实施细则)$/;

/** The laws of the state, as they are called in full. */
const national = /^中华人民共和国.*(?:法|条例)$/;

/** True for 云川一中评聘办法 and 云川市第一中学评聘办法, as given by `plainTitle`. */
export function areOfOneSchool(a: string, b: string): boolean {
  const { head, tail, first, second } = differenceOf(a, b);
  return head + tail >= COMMON && tail > 3 && (areOneSchool(first, second) || areOneSchool(second, first));
}

/** 一中 of 云川一中, and 市第一中学 of 云川市第一中学. */
function areOneSchool(short: string, long: string): boolean {
  const [, number] = /^([一二三四五六七八九十]{1,2})中$/.exec(short) ?? [];
  return number !== undefined && long.replace(/^[市县区]/, '') === `第${number}中学`;
}

/** A word is missing from one of the two. */
function isLoss(word: string, head: number, tail: number): boolean {
  if (functionWords.has(word)) return head > 0 || word === '关于';
  return word.length === 1 && head > 1 && tail > 1 && !telling.has(word);
}

function areConfusable(first: string, second: string): boolean {
  return words.confusable.some((set) => set.includes(first) && set.includes(second));
}

/** 《中国少年说》 for 《少年中国说》: no other work has the two words at the head of a short title the other way round. */
export function turnedRound(titles: readonly string[]): readonly (readonly [string, string])[] {
  const known = new Set<string>();
  const found: (readonly [string, string])[] = [];
  for (const title of titles) {
    if (title.length < 5 || title.length >= SHORTEST) continue;
    const other = title.slice(2, 4) + title.slice(0, 2) + title.slice(4);
    if (other !== title && known.has(other)) found.push([other, title]);
    known.add(title);
  }
  return found;
}

/** 生产安全 and 安全生产. */
function haveChangedPlaces(first: string, second: string): boolean {
  if (first.length !== second.length || first.length > 6) return false;
  const half = first.length / 2;
  return Number.isInteger(half) && first.slice(half) + first.slice(0, half) === second;
}
