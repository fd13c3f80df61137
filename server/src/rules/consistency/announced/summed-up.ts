import { readCount } from '../../../numbering/han.ts';
import { mayBeSeveral } from '../../../plan/announcements/several.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import { hasSign } from '../../../plan/signs.ts';
import { listSign } from '../mark-signs.ts';
import type { Miscount } from './issues.ts';

const NUMERAL = '\\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?';
/** 老集、河湾、柳行3个村: names of places, and how many they are. */
const places = new RegExp(
  `([^，。；：:（()）“”]{4,200}?、\\p{Script=Han}{2,4}?)((${NUMERAL})个(?:行政村|自然村|村民小组|村|社区|乡镇|镇街|街道|镇|乡|县区|区县|县|市州))(?=[，。；：:、（()）]|的|重点|$)`,
  'gu',
);
/** 果蔬种植、水产养殖、园林园艺三大类: words of one length, that are counted behind the last. */
const kinds = new RegExp(
  `([^，。；：:（()）“”]{4,200}?、\\p{Script=Han}{2,8})((${NUMERAL})大(?!会|型|小|队|学|约|多|批|额)\\p{Script=Han}{1,4})(?=[，。；：:、（()）]|$)`,
  'gu',
);
const notAll = /等|若干|其中|各|以及|[和与及至—–～~-]|每/;
const leads =
  /(?:包括|包含|涵盖|涉及|围绕|聚焦|紧扣|紧盯|突出|设有|设立|设置|设|分为|分成|实施|开展|推进|构建|打造|覆盖|形成|立足|依托)$/;
const FEWEST = 3;
const FAR = 2;
const NONE: readonly Miscount[] = [];

/** Lists that a number right behind them sums up, and that are longer or shorter than it says. */
export function miscountedBehind(line: LineFacts): readonly Miscount[] {
  const { text } = line;
  if (!hasSign(line, listSign) || !text.includes('、') || !/[\d两二三四五六七八九十][个大]/.test(text)) return NONE;
  const named = [...text.matchAll(places)];
  // 枫林小学、东街、西街2个社区 counts but the last of them: another list of the line has to be summed up in full.
  const found = named.some(isRight) ? named.flatMap((match) => wrong(match, areNames)) : NONE;
  const more = /[\d两二三四五六七八九十]大/.test(text)
    ? [...text.matchAll(kinds)].flatMap((match) => wrong(match, areOfOneLength))
    : NONE;
  return found.length + more.length === 0 ? NONE : [...found, ...more];
}

function wrong(match: RegExpExecArray, areItems: (items: readonly string[]) => boolean): readonly Miscount[] {
  const { 0: words, 1: list = '', 2: written = '', 3: numeral = '', index } = match;
  const items = list.split('、').map((item) => item.trim());
  const count = readCount(numeral);
  if (count === undefined || items.length < FEWEST || items.length === count) return NONE;
  if (Math.abs(items.length - count) > FAR || notAll.test(list) || items.some(mayBeSeveral) || !areItems(items))
    return NONE;
  const start = index + words.length - written.length;
  return [{ written, listed: items.length, range: { start, end: start + written.length } }];
}

const isRight = ([, list = '', , numeral = '']: RegExpExecArray): boolean => {
  const items = list.split('、');
  return items.length >= FEWEST && items.length === readCount(numeral) && areNames(items);
};

/** 南片老集、河湾、大王: short names, the first of them with what they are part of in front. */
function areNames([first = '', ...others]: readonly string[]): boolean {
  // 镇综治办、河东、河西2个村: an office stands in front of them.
  if (/[站办局校院厂湖所厅会部]$|[小中]学$/.test(first)) return false;
  return first.length <= 12 && others.every((item) => /^\p{Script=Han}{2,4}$/u.test(item));
}

function areOfOneLength([first = '', ...others]: readonly string[]): boolean {
  const [{ length } = ''] = others;
  if (length < 2 || others.some((item) => item.length !== length) || first.length < length) return false;
  const lead = first.slice(0, -length);
  return lead === '' || leads.test(lead);
}
