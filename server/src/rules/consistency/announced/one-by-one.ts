import { readCount } from '../../../numbering/han.ts';
import { mayBeSeveral } from '../../../plan/announcements/several.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import { listSign } from '../mark-signs.ts';
import type { Miscount } from './issues.ts';

const NUMERAL = '\\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?';
/** 全村7个村民小组，分别是东湾组、西湾组…; 设5个考点，即一中、二中… */
const named = new RegExp(
  `(?<![\\d.第每各前后约近一二三四五六七八九十])((${NUMERAL})(个|所|家|座|条|支|处|栋|名|位|项|类|种|场|部|篇|册|口|块|片)(?!以上|以下|左右|多)[\\p{Script=Han}]{0,10}?)(?:[，,]?(?:分别|依次|具体)(?:是|为)|[，,]即(?![可将日时使应行予便刻由能有向转按]))[：:]?((?:[^。；：:，,（()）]|[（(][^（()）]{0,30}[)）]){3,300})(?=[。；]|$)`,
  'gu',
);
/** 满3个月，即转正、定级 */
const ofTime = /[个](?:半?月|工作日|小时|学时|课时|星期|季度|学期|自然日)/;
/** Some of them, or more than are written out. */
const notAll = /等|若干|其中|各(?!界)|[—–～~-]|至/;
/** 一等奖3名: how many there are of a kind, not one of them. */
const amount = /\d[个名人项名件支家]|[一二两三四五六七八九十](?:个|名|人|支)$/;
/** 一中（东、西校区）: what stands in brackets may be several. */
const severalInBrackets = /[（(][^（()）]{0,30}[、和与及两双][^（()）]{0,30}[)）]/;
const person = /^\p{Script=Han}{2,4}(?<![长记任员师席部])$/u;
const longestItem = 16;

const namedSign = sign({ words: ['别是', '别为', '次是', '次为', '体是', '体为', '，即', ',即'] });

/** Lists that name one by one what a number counts, and are one or more too long or too short. */
export function miscountedOneByOne(line: LineFacts): readonly Miscount[] {
  const { text } = line;
  if (!hasSign(line, namedSign) || !hasSign(line, listSign) || !/(?:分别|依次|具体)[是为]|[，,]即/.test(text))
    return NONE;
  const found = [...text.matchAll(named)].flatMap(
    ({ 1: written = '', 2: numeral = '', 3: unit = '', 4: list = '', index }): readonly Miscount[] => {
      const count = readCount(numeral);
      const listed = itemsIn(list, /[名位]/.test(unit));
      if (ofTime.test(written) || count === undefined || count < 2 || listed.length === 0 || listed.includes(count))
        return [];
      // 三项任务，分别是…: with its list an announcement, and counted as one.
      if (line.announcements.some(({ inline, countRange }) => inline && countRange.start === index)) return [];
      const [first = 0] = listed;
      // A list that is far shorter names only some of them, or kinds of them.
      if (Math.abs(count - first) > Math.max(1, count / 4)) return [];
      return [{ written, listed: listed.at(-1) ?? first, range: { start: index, end: index + written.length } }];
    },
  );
  return found.length === 0 ? NONE : found;
}

/** How many items a list may have, with 和 as part of a name or between the last two; none where they cannot be counted. */
function itemsIn(list: string, ofPersons: boolean): readonly number[] {
  const plain = list
    .replace(/[（(][^（()）]{0,30}[)）]/g, '')
    .replace(/(?<=[特一二三四五同优])等(?=[奖级次])/g, '')
    .replace(/《[^《》]{1,60}》|“[^“”]{1,60}”/g, (words) => '名'.repeat(Math.min(4, words.length)));
  const items = plain.split('、').map((item) => item.trim());
  const isPlain = items.every((item) => item.length > 0 && item.length <= longestItem && !amount.test(item));
  if (!isPlain || items.length < 2 || notAll.test(plain) || severalInBrackets.test(list)) return [];
  // 上李庄、王庄、东西张庄; 小品或者相声
  if (items.some(mayBeSeveral) || isOneLonger(items)) return [];
  // 党委委员、副镇长张某 is one of them.
  if (ofPersons && !items.every((item) => person.test(item))) return [];
  const joined = items.filter((item) => /[和与及]/.test(item));
  if (joined.length === 0) return [items.length];
  const [only, more] = joined;
  return more === undefined && only === items.at(-1) ? [items.length, items.length + 1] : [];
}

/** 综合组、宣传信息组: the longer one of two may be two. */
const isOneLonger = ([one = '', other = '', ...more]: readonly string[]): boolean =>
  more.length === 0 && Math.abs(one.length - other.length) >= 2;

const NONE: readonly Miscount[] = [];
