import { readCount } from '../../../numbering/han.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import { hasSign } from '../../../plan/signs.ts';
import { listSign } from '../mark-signs.ts';
import type { Miscount } from './issues.ts';

const NUMERAL = '\\d{1,2}|[二两三四五六七八九十]{1,3}';
const LIST = '([^。；：:（()）]{3,300})(?=[。；]|$)';
/** 男子组（共6项）：100米、200米、跳高 */
const inBrackets = new RegExp(
  `\\p{Script=Han}[（(](?:总共|一共|共|计|共计)?(?:有|设)?((${NUMERAL})(项|个|种|类|门|名|人|所|家|件|篇))[)）][：:]${LIST}`,
  'gu',
);
/** 男子组6项：100米、200米、跳高; 设奖项3个：一等奖、二等奖、三等奖 */
const behindName = new RegExp(
  `(?:^|[。；，、.．）)\\s])(?:共|共设|设|设有|设置|设立)?\\p{Script=Han}{2,8}?(?<![第每各前后限约近不少多超等报选交做任])(?:总共|一共|共|计)?((${NUMERAL})(项|个|种|类|门))[：:]${LIST}`,
  'gu',
);
/** 设四个奖项：一等奖、二等奖、三等奖; 分为3个组别：小学组、初中组 */
const inFront = new RegExp(
  `(?:设|设有|设置|设立|评出|评选|分|分为|分成|划分为|包括|共有)((${NUMERAL})(个|种|类|档|项)(?:奖项|奖次|奖|组别|类别|等级|等次|级别|档次|赛区|赛项|赛道|单项|科目|展区|专场|大项|小项|模块|[\\p{Script=Han}]{0,3}(?:考点|考区|站点|网点|会场|分校|检查点|监测点|服务点|集合点|投放点|收集点|卡点)))[：:]${LIST}`,
  'gu',
);

/** Items that may stand for several, or go on: 男、女100米, 初赛至决赛, 短跑等. */
const manifold =
  /[和及与至—–~～-]|(?<![一二三四五特优同上中下])等|若干|各|^(?:男|女|男子|女子|甲|乙|丙|上|下|团体|个人)$/;
/** 4×100米接力 is one; 2个一等奖 tells how many of them. */
const several = /^\d{1,2}[个名项]|[个名项]$|^第?[一二三四五六七八九十\d]{1,3}$/;
const longestItem = 14;
/** 王小明 */
const person = /^\p{Script=Han}{2,4}$/u;

/** Lists on one line that the number in front of them miscounts. */
export function miscountedAhead(line: LineFacts): readonly Miscount[] {
  const { text } = line;
  if (!hasSign(line, listSign) || (!text.includes('：') && !text.includes(':'))) return NONE;
  if (!/[项个种类门名人所家件篇奖组别级等档次区道目点场会校块分][)）]?[：:]/.test(text)) return NONE;
  const found: Miscount[] = [];
  for (const pattern of [inBrackets, behindName, inFront]) {
    for (const match of text.matchAll(pattern)) {
      const { 0: words, 1: written = '', 2: numeral = '', 3: unit = '', 4: list = '', index } = match;
      const start = index + words.slice(0, words.length - list.length).lastIndexOf(written);
      const count = readCount(numeral);
      const listed = itemsIn(list, unit, count);
      if (listed === undefined || count === undefined || count === listed || count < 2) continue;
      // A list that is far shorter names only some of them, or what they come from.
      if (Math.abs(count - listed) > Math.max(1, Math.min(2, count / 4))) continue;
      const range = { start, end: start + written.length };
      if (!found.some((one) => one.range.start === range.start)) found.push({ written, listed, range });
    }
  }
  return found.length === 0 ? NONE : found;
}

/** How many items a list has; undefined where its items cannot be counted. */
function itemsIn(listed: string, unit: string, count: number | undefined): number | undefined {
  // 设六个考点：一中、二中，共142个考场: what is told of all of them ends the list.
  const [list = ''] = listed.split(/[，,]\s?(?:共|合计|总计)/);
  const amounts = /[人名所家件篇]/.test(unit) ? undefined : amountsIn(list, count);
  if (amounts !== undefined) return amounts;
  // 100米、跳高、铅球中任选
  if (/[，,\s\u3000]|任选|任一|选择|选报|中选/.test(list.trim())) return undefined;
  const items = list.trim().split('、');
  const plain = items.every((item) => item !== '' && item.length <= longestItem && !manifold.test(item));
  if (!plain || items.length < 2 || items.some((item) => several.test(item))) return undefined;
  if ((unit === '人' || unit === '名') && !items.every((item) => person.test(item))) return undefined;
  return items.length;
}

/** 名店10家 */
const withAmount =
  /^\p{Script=Han}{2,12}?(?:各)?(?:\d{1,3}|[一二两三四五六七八九十])[个名家道件项篇幅支人份户条所盘]$/u;
/** ，合计45个, ，宁缺毋滥: no more of them. */
const another = /\d|[一二两三四五六七八九十][个名家道件项篇幅支人份户条所]|奖|另|还|以及|组|类/;

/** 名店10家、名师15名、名菜20道，合计45个: each item says how many there are of it. Undefined where they do not. */
function amountsIn(list: string, count: number | undefined): number | undefined {
  const [head = '', ...rest] = list.trim().split(/[，,]/);
  const items = head.split('、').map((item) => item.trim());
  if (
    items.length < 2 ||
    items.some((item) => !withAmount.test(item) || /[和及与至等各]/.test(item.replace(ofGrade, '')))
  )
    return undefined;
  // 6个奖项：一等奖1个、二等奖2个、三等奖3个: what is counted is told of each.
  const sum = items.reduce((all, item) => all + (readCount(amountOf.exec(item)?.[1] ?? '') ?? 0), 0);
  if (sum === count) return undefined;
  return rest.some((clause) => another.test(clause.replace(/^(?:共|共计|合计|总计|一共)\d{1,4}\p{Script=Han}$/u, '')))
    ? undefined
    : items.length;
}
const amountOf = /(\d{1,3}|[一二两三四五六七八九十])\p{Script=Han}$/u;
const ofGrade = /(?<=[特一二三四五优])等(?=奖)/g;

const NONE: readonly Miscount[] = [];
