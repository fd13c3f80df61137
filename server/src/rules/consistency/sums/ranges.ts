import { sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import { number, value } from './amounts.ts';

const measured =
  '万元|亿元|元|人|名|篇|字|项|次|场|公里|千米|厘米|毫米|米|天|个工作日|个月|小时|课时|学时|分钟|周岁|岁|公斤|吨|亩|平方米|份|件|户|家|个|条|台|℃|度|%|％|倍|周';
/** 500元至300元, 800—500字 */
const range = new RegExp(
  `(?<![\\d.,:：/／第年月日号〔(（-])(${number})(${measured})?(至|到|[—–－~～-]{1,2})(${number})(${measured})(?![\\d月日])`,
  'gu',
);
/** From more to less on purpose: what is cut down, counted down or ranked. */
const falling = /[由从降减缩压跌落回比差胜负赢输退]|下调|倒计时|折|原来|控制/;

const SMALL = 10;
const THOUSAND = 1000;
/** 1项目申报表: the unit goes on as another word. */
const partOfName = /^(?:项目|人员|个人|户型|家庭|家长|场地|次数|人对抗|条例|名单)/;

/** What stands in front of the second figure. */
export const rangeSign = sign({
  words: [...'至到—–－~～-'].flatMap((mark) => [...'0123456789'].map((figure) => mark + figure)),
});

/** Ranges of amounts whose first number is the larger one: 扣发安全奖500元至300元. */
export function backwardRanges(text: string): readonly { readonly range: Range; readonly raw: string }[] {
  if (!/\d[^\d，。；、]{0,3}(?:至|到|[—–－~～-])\d/.test(text)) return NONE;
  const found = [...text.matchAll(range)].flatMap((match) => {
    const { 0: raw, 1: first, 2: own, 4: last, 5: unit, index } = match;
    if (own !== undefined && own !== unit) return [];
    const sign = match[3] ?? '';
    // 附件2-1, 3-1人: figures with a hyphen may be a number of their own.
    if (own === undefined && /^-/.test(sign) && (value(first) < SMALL || value(last) < SMALL)) return [];
    if (partOfName.test(text.slice(index + raw.length - (unit?.length ?? 0)))) return [];
    if (/(?:附件|附表|表|图|编号|式|款|第|零下|负)\s?$/.test(text.slice(Math.max(0, index - 4), index))) return [];
    if (value(first) <= value(last) || /^0\d/.test(first ?? '') || /^0\d/.test(last ?? '')) return [];
    const clause = /[^，。；：]*$/.exec(text.slice(Math.max(0, index - 16), index))?.[0] ?? '';
    // 转弯前100米至50米, 飞出前20至15分钟: one comes nearer. 5000至1万元: each has a measure of its own.
    if (/提前|[距离]|前$/.test(clause) || /^前|^处/.test(text.slice(index + raw.length, index + raw.length + 1)))
      return [];
    if (/^[万亿]/.test(unit ?? '') && own === undefined && value(first) >= THOUSAND) return [];
    if (falling.test(clause) || falling.test(text.slice(index + raw.length, index + raw.length + 4))) return [];
    return [{ range: { start: index, end: index + raw.length }, raw }];
  });
  return found;
}
const NONE: readonly never[] = [];
