import { differenceOf } from '../../../../text/difference.ts';

/** How two quotations of a slogan differ. */
export type SloganDifference = 'marks' | 'words';

/** Shortest slogan that can be a variant of another: four Han characters. */
const SHORTEST = 4;
/** A slogan of several clauses, by its Han characters; in shorter ones a changed word makes another slogan. */
const LONG = 10;

const halfWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** A slogan as it is compared: full-width marks, a blank only between words, and without a mark at its end. */
export function plainSlogan(words: string): string {
  return words
    .replace(/[,;:!?]/g, (mark) => halfWidth[mark] ?? mark)
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/ ?([^\p{Script=Han}]) ?/gu, '$1')
    .trim()
    .replace(/[—─―]{1,3}|-{2,3}/g, '——')
    .replace(/[。，、；！]$/, '');
}

/** The slogan without any mark: two with the same core differ in their marks only. */
export function coreOf(plain: string): string {
  return plain.replace(/[、，；：。！？·（）()‘’— ]/g, '');
}

/** False for words that surely are no slogan: short, and without a stop, a number or 边; or with letters or figures. */
export function mayBeSlogan(words: string): boolean {
  if (words.length < SHORTEST || /[0-9A-Za-z]/.test(words)) return false;
  return words.length >= LONG || /[、，,\s两二三四五六七八九十边]/.test(words);
}

/** Worth comparing with others: a name of an office or a single term in quotation marks is not. */
export function isSlogan(plain: string): boolean {
  const core = coreOf(plain);
  if (core.length < SHORTEST || !/^[\p{Script=Han}]+$/u.test(core)) return false;
  return core.length >= LONG || /[、， ]/.test(plain) || isNumbered(core) || paired.test(core) || measured.test(core);
}

/** 八个严禁, 八项严禁 */
const measured = /^([两二三四五六七八九十]{1,3})[个项条大种类](\p{Script=Han}{2,4})$/u;

/** 八个严禁 and 八项严禁: the same number of the same things. */
export function isOtherMeasure(a: string, b: string): boolean {
  const [ours, theirs] = [measured.exec(a), measured.exec(b)];
  return ours !== null && theirs !== null && ours[1] === theirs[1] && ours[2] === theirs[2];
}

const paired = /^(?:边.){3,}$/u;
const numbered =
  /^[两二三四五六七八九十][^两二三四五六七八九十]{1,3}[两二三四五六七八九十][^两二三四五六七八九十]{1,3}$/;

/** 三查三看: two numbers with a word each. */
export function isNumbered(core: string): boolean {
  return numbered.test(core);
}

/** 三查三看, 边学边查边改: compared character by character. */
export function isShortForm(core: string): boolean {
  return numbered.test(core) || paired.test(core) || measured.test(core);
}

/**
 * How two slogans differ when one of them is a slip of the other; undefined when they are the same
 * or different slogans.
 *
 * 三查三看 and 三比三看 differ in one word. Longer ones count when a stretch of up to four characters
 * was left out in the middle, or one word of a clause was changed while all other clauses are the same.
 * @param a as given by `plainSlogan`
 */
export function compareSlogans(a: string, b: string): SloganDifference | undefined {
  if (a === b) return undefined;
  const coreA = coreOf(a);
  const coreB = coreOf(b);
  if (coreA === coreB) return 'marks';
  if (isOtherMeasure(coreA, coreB)) return 'words';
  // “喜迎国庆——美术作品展”, “喜迎国庆——书法作品展”: a dash alone joins an occasion to what is held on it.
  if ([a, b].some((one) => one.includes('—') && !/[、，]/.test(one))) return undefined;
  const { head, tail, first, second } = differenceOf(coreA, coreB);
  if (/[两二三四五六七八九十\d]/.test(first + second)) return undefined;
  if (paired.test(coreA) && paired.test(coreB)) return first.length === 1 && second.length === 1 ? 'words' : undefined;
  if (isNumbered(coreA) && isNumbered(coreB)) {
    return coreA.length === coreB.length && first.length === 1 ? 'words' : undefined;
  }
  if (isChangedWord(a, b) || isOtherItem(a, b) || isOtherOrder(a, b)) return 'words';
  if (Math.min(coreA.length, coreB.length) < LONG || head + tail < LONG - 2) return undefined;
  if (first === '' || second === '') return (first + second).length <= 4 && head > 1 && tail > 1 ? 'words' : undefined;
  const severalClauses = /[、， ]/.test(a) && /[、， ]/.test(b);
  return severalClauses && Math.max(first.length, second.length) <= 2 && head > 1 ? 'words' : undefined;
}

/**
 * 讲规矩、提能力、强作风, 讲规矩、提能力、转作风: three or more short clauses, all the same but for one verb.
 * Another object (强作风, 强纪律) makes another slogan.
 */
function isChangedWord(a: string, b: string): boolean {
  const ours = a.split(/[、，]/);
  const theirs = b.split(/[、，]/);
  if (ours.length < 3 || ours.length !== theirs.length || ours.some((clause) => clause.length !== 3)) return false;
  const changed = ours.flatMap((clause, at) => (clause === theirs[at] ? [] : [at]));
  const [at] = changed;
  return changed.length === 1 && at !== undefined && ours[at]?.slice(1) === theirs[at]?.slice(1);
}

const itemsOf = (plain: string) => plain.split(/[、，]/);

/** The items of a slogan without their order, when they are such that their order is part of it: 多看、多听, but 勤于巡查、善于沟通. */
export function itemsInAnyOrder(plain: string): string | undefined {
  const items = itemsOf(plain);
  const shortest = items.length > 2 ? 2 : SHORTEST;
  if (items.length < 2 || items.some(({ length }) => length < shortest)) return undefined;
  return items.sort().join('、');
}

/** 勤于巡查、善于沟通, 善于沟通、勤于巡查 */
function isOtherOrder(a: string, b: string): boolean {
  const items = itemsInAnyOrder(a);
  return items !== undefined && items === itemsInAnyOrder(b);
}

/**
 * 快查快办、立查立办、长查长办, 快接快办、立查立办、长查长办: one of three items or more is another, by half of its characters at most;
 * of four items, by any.
 */
function isOtherItem(a: string, b: string): boolean {
  const [ours, theirs] = [itemsOf(a), itemsOf(b)];
  if (ours.length < 3 || ours.length !== theirs.length || ours.some(({ length }) => length < 3)) return false;
  const changed = ours.flatMap((item, at) => (item === theirs[at] ? [] : [[item, theirs[at] ?? ''] as const]));
  const [[item, other] = ['', '']] = changed;
  if (changed.length !== 1 || item.length !== other.length) return false;
  // 干训相长, 训干结合: the half that is kept may stand in another order.
  const kept = [...item].filter((character) => other.includes(character)).length;
  return 2 * kept >= item.length || ours.length > 3;
}
