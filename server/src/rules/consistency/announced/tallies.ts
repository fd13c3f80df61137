import { readCount } from '../../../numbering/han.ts';
import { mayBeSeveral } from '../../../plan/announcements/several.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import { listSign } from '../mark-signs.ts';
import type { Miscount } from './issues.ts';

const NUMERAL = '\\d{1,2}|[二两三四五六七八九十]{1,3}';
/** 男子组：100米、200米、跳高（3项） */
const behindList = new RegExp(
  `[：:]([^。；：:（()）]{4,200})[（(](?:共|计|共计)?((?:${NUMERAL})(?:项|个|种|类|门))[)）](?=[。；]|$)`,
  'gu',
);
/** 取前八名，按9、7、6、5、4、3、2、1计分 */
const scores = new RegExp(
  `(前(${NUMERAL})名)[^。；\\d]{0,12}?按(?:照)?((?:\\d{1,2}(?:\\.5)?[、，,]){2,14}\\d{1,2}(?:\\.5)?)分?(?:的?(?:标准|办法|方法|分值))?(?:计|记|给|积|得)`,
  'gu',
);
/** 三级，分别用红色、橙色、黄色、蓝色表示 */
const colours = new RegExp(
  `(?<![、和及与一二三四五六七八九十\\d])((${NUMERAL})(?:个)?(?:级|等级|级别|档))[）)]?[，,](?:依次|分别)(?:用|以|为)([^，。；：]{3,40}?)(?:表示|标示|标识|标注|代表)`,
  'gu',
);
/** 对前三名分别奖励1万元、8000元、5000元 */
const awards = new RegExp(
  `(前(${NUMERAL})名)[^。；\\d]{0,20}?分别(?:给予|奖励|发放|奖|记|计|加)[^。；\\d]{0,8}((?:\\d[\\d.]{0,6}(?:万元|元|分)?[、，,]){1,9}\\d[\\d.]{0,6}(?:万元|元|分))`,
  'gu',
);
/** 涉及6个社区（青山社区、白塔社区、柳沟社区）, 4个乡镇：甲镇、乙镇、丙乡、丁镇 */
const named = new RegExp(
  `(?<![\\d.第每各前后一二三四五六七八九十])((${NUMERAL})(?:个|所|家|座|条|支)((?!以上|以下|左右|多)[\\p{Script=Han}]{1,8}?))(?:[（(](?:分别为|分别是|即|包括|含)?[：:]?([^（()）。；]{4,240})[)）]|：([^（()）。；：，]{4,240})(?=[。；]|$))`,
  'gu',
);
/** Items that may stand for several, or go on. */
const manifold = /[和及与至—–-]|等/;
const longestItem = 14;

/** 6项）, 前三名, 分别: what all but the last pattern cannot do without. */
const tallySign = sign({
  words: [
    ...[...'项个种类门'].flatMap((unit) => [`${unit})`, `${unit}）`]),
    ...[...'0123456789二两三四五六七八九十'].map((numeral) => `${numeral}名`),
    '依次',
    '分别',
  ],
});
/** 6个社区（, 4个乡镇： */
const someNamed = /[\d二两三四五六七八九十][个所家座条支][^（(：]{1,8}[（(：]/u;

/** Lists on one line that a number beside them miscounts. */
export function wrongTallies(line: LineFacts): readonly Miscount[] {
  const { text } = line;
  const hasList = hasSign(line, listSign);
  if (!hasSign(line, tallySign) && !(hasList && someNamed.test(text))) return NONE;
  const found: Miscount[] = [];
  if (hasList && /(?:项|个|种|类|门)[)）]/.test(text)) {
    for (const { 0: words, 1: list = '', 2: written = '', index } of text.matchAll(behindList)) {
      const items = list.split('、');
      const count = readCount(written.slice(0, -1));
      if (items.length < 3 || count === undefined || count === items.length) continue;
      if (
        manifold.test(list) ||
        items.some(mayBeSeveral) ||
        items.some((item) => item.length > longestItem || /[，,]/.test(item))
      )
        continue;
      const start = index + words.lastIndexOf(written);
      found.push({ written, listed: items.length, range: { start, end: start + written.length } });
    }
  }
  if (/前.{1,3}名/.test(text)) {
    for (const { 1: written = '', 2: numeral = '', 3: list = '', index } of [
      ...text.matchAll(scores),
      ...text.matchAll(awards),
    ]) {
      const listed = list.replace(/,(?=\d{3}(?!\d))/g, '').split(/[、，,]/).length;
      if (readCount(numeral) === listed) continue;
      found.push({ written, listed, range: { start: index, end: index + written.length } });
    }
  }
  if (/[级档][）)]?[，,](?:依次|分别)/.test(text)) {
    for (const { 1: written = '', 2: numeral = '', 3: list = '', index } of text.matchAll(colours)) {
      const listed = list.split(/、|和/).length;
      if (listed < 2 || readCount(numeral) === listed) continue;
      found.push({ written, listed, range: { start: index, end: index + written.length } });
    }
  }
  if (hasList && someNamed.test(text)) {
    for (const { 1: written = '', 2: numeral = '', 3: noun = '', 4: inBrackets, 5: behind, index } of text.matchAll(
      named,
    )) {
      const items = (inBrackets ?? behind ?? '').split('、');
      const count = readCount(numeral);
      if (items.length < 3 || count === undefined || count === items.length || !areOf(noun, items)) continue;
      // A list that is far shorter names only some of them.
      if (Math.abs(count - items.length) > Math.max(2, count / 4)) continue;
      found.push({ written, listed: items.length, range: { start: index, end: index + written.length } });
    }
  }
  return found.length === 0 ? NONE : found;
}

/** What counts several kinds in one word. */
const endsLike: Readonly<Record<string, RegExp | undefined>> = {
  乡镇: /[乡镇]$/,
  镇街: /[镇街]$|街道$/,
  镇办: /镇$|办$/,
  学校: /[学校园]$/,
};

/** Each item ends with the word that is counted, and nothing says that there are more: 青山社区, 白塔社区. */
function areOf(noun: string, items: readonly string[]): boolean {
  const kind = noun.length > 2 ? noun.slice(-2) : noun;
  const ends = (item: string) => endsLike[kind]?.test(item) ?? item.endsWith(kind.endsWith('组') ? '组' : kind);
  return items.every(
    (item) =>
      item.length > kind.length &&
      item.length <= longestItem &&
      ends(item) &&
      !manifold.test(item) &&
      !mayBeSeveral(item),
  );
}

const NONE: readonly Miscount[] = [];
