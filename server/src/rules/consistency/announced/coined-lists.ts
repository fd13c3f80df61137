import { readCount } from '../../../numbering/han.ts';
import { mayBeSeveral } from '../../../plan/announcements/several.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import { hasSign } from '../../../plan/signs.ts';
import { listSign } from '../mark-signs.ts';
import type { Miscount } from './issues.ts';

const NUMERAL = '[两二三四五六七八九十]|[2-9]';
const says =
  '(?:[^，,。；：:“”（(）)]{0,10}[，,：:]?(?:即|就是|也就是|指的?是|具体是|具体为|分别是|分别为|包括)[：:，,]?|[^，,。；：:“”（(）)]{0,10}[：:])';
/** “四个一”工作法，即每日一巡、每周一访、每月一议、每季一评，小事不出网格 */
const ones = new RegExp(`[“"]?((${NUMERAL})个一)[”"]?${says}([^。；“”：:（()）]{6,160})`, 'gu');
/** 一办四组，即办公室、保密组、考务组、保卫组 */
const offices = new RegExp(
  `[“"]?(一(?:办|室|中心|专班|部|队)(${NUMERAL})组)[”"]?${says}([^。；“”：:（()）]{6,200})`,
  'gu',
);
/** 建立了三本台账，即民情台账、特殊群体台账: each item ends with the noun that is counted. */
const ofNoun = new RegExp(
  `(?<![第每各前后约近\\d一二三四五六七八九十])((${NUMERAL})(?:本|个|张|份|套|支|类|项)(?:工作)?(\\p{Script=Han}{2,4}))[，,](?:即|分别是|分别为)((?:\\p{Script=Han}{1,10}\\3[、和])+\\p{Script=Han}{1,10}\\3)(?=[，,。；])`,
  'gu',
);
const FAR = 2;

/** Coined names of organs and habits whose list, as far as its items are of one kind, has other many of them. */
export function miscountedCoinages(line: LineFacts): readonly Miscount[] {
  const { text } = line;
  if (!hasSign(line, listSign)) return NONE;
  const saysWhich = /[，,](?:即|分别[是为])/.test(text);
  if (!saysWhich && !text.includes('个一') && !text.includes('组')) return NONE;
  const found = [
    ...(/个一/.test(text) ? [...text.matchAll(ones)].flatMap((match) => wrong(match, itemsOfOnes)) : []),
    ...(/一.{1,2}[两二三四五六七八九十2-9]组/.test(text)
      ? [...text.matchAll(offices)].flatMap((match) => wrong(match, groupsIn))
      : []),
    ...(saysWhich ? [...text.matchAll(ofNoun)].flatMap(wrongOfNoun) : []),
  ];
  return found.length === 0 ? NONE : found;
}
const NONE: readonly Miscount[] = [];

/** An item with 和 in its own name, 等 or 各 may be several. */
function wrongOfNoun({
  1: written = '',
  2: numeral = '',
  3: noun = '',
  4: list = '',
  index,
}: RegExpExecArray): readonly Miscount[] {
  const told = readCount(numeral);
  const items = list.split('、').flatMap((item) => item.split(new RegExp(`(?<=${noun})和`)));
  if (told === undefined || items.some((item) => /[和与及等各]/.test(item) || mayBeSeveral(item))) return [];
  if (items.length === told || Math.abs(items.length - told) > 1) return [];
  return [{ written, listed: items.length, range: { start: index, end: index + written.length } }];
}

function wrong(match: RegExpExecArray, count: (list: string) => number | undefined): readonly Miscount[] {
  const { 0: words, 1: written = '', 2: numeral = '', 3: list = '', index } = match;
  const told = readCount(numeral);
  const listed = count(list);
  if (told === undefined || listed === undefined || listed === told || Math.abs(listed - told) > FAR) return [];
  const start = index + words.indexOf(written);
  return [{ written, listed, range: { start, end: start + written.length } }];
}

/** 每日一巡, 一户一档: each has its 一 at the same places; what stands behind the last comma without one is no item. */
function itemsOfOnes(list: string): number | undefined {
  const items = list.split(/[、，,]/).map((item) => item.trim());
  const last = items.findLastIndex((item) => item.includes('一'));
  const own = items.slice(0, last + 1);
  const shape = shapeOf(own[0]);
  const alike = own.every((item) => shapeOf(item) === shape && item.length <= LONGEST && !/[和与及并等]/.test(item));
  const isCut =
    last === items.length - 1 ||
    /[，,]/.test(list.charAt(list.lastIndexOf(own.at(-1) ?? '') + (own.at(-1) ?? '').length));
  return shape !== '' && own.length >= FEWEST && alike && isCut ? own.length : undefined;
}
const FEWEST = 3;
const LONGEST = 10;

/** Where 一 stands in an item: 每日一巡 is 2, 一户一档 is 0 and 2. */
const shapeOf = (item = ''): string => [...item.matchAll(/一/g)].map(({ index }) => index).join();

/** The groups of a list that has nothing but an office and groups in it, as far as its first comma. */
function groupsIn(list: string): number | undefined {
  const items = (list.split(/[，,]/)[0] ?? '').split('、').map((item) => item.trim());
  const groups = items.filter((item) => /^[\p{Script=Han}]{2,10}组$/u.test(item));
  const others = items.filter((item) => /(?:办公室|办|室|中心|专班|部|队)$/.test(item));
  const plain = !items.some((item) => mayBeSeveral(item) || /[和与及等各]/.test(item));
  return plain && groups.length >= 2 && others.length <= 1 && groups.length + others.length === items.length
    ? groups.length
    : undefined;
}
