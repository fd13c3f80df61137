import type { Range } from '../../../text/range.ts';

/** A total whose parts do not add up, or a share that its own numbers contradict. */
export interface SumFault {
  readonly kind: 'parts' | 'share' | 'over' | 'multiple';
  /** The number that is contradicted. */
  readonly range: Range;
  readonly written: string;
  /** What the other numbers give. */
  readonly found: string;
}

export const unit =
  '(?:人天|人日|人月|工日|人次|场次|批次|班次|课次|车次|万?度|万?千瓦时|万吨|万[人户亩株册]|公斤|公顷|立方米|课时|学时|株|棵|册|块|个|人|名|项|条|件|户|家|所|辆|处|起|次|场|篇|份|台|套|部|栋|幢|座|间|处室|批|班|面|口|艘|头|架|门|根|段|期|节|盏|箱|瓶|包|公里|千米|平方公里|平方米|亩|万元|亿元|元|吨|只|支|张|把|本|副|例|宗)';
export const number = '\\d{1,9}(?:,\\d{3})*(?:\\.\\d{1,4})?';

/** Numbers that are no exact count, or categories that overlap. */
export const inexact = /约|余|多[个人名项]|左右|以上|近\d|超过?\d|不少于|不低于|至少|主要|重点|分别|等\d?/;
/** The 等 of 二等奖 leaves nothing out, and 二级以上医院, 规模以上企业 are kinds. */
export const isInexact = (text: string) =>
  inexact.test(
    text
      .replace(/[特一二三四]等/g, '')
      .replace(/(?:[一二三四]级|规模|限额|[县市乡镇]级|中级|初级|[科处厅局股部]级)(?:及)?以上/g, ''),
  );
export const overlapping = /党员|团员|少数民族|本科|硕士|高级|中级|骨干|贫困|留守|残疾/;

/** So many parts have to be listed where the sum is not called one. */
export const MANY = 3;
export const FEW = 2;

export const amount = new RegExp(`(${number})(${unit})`, 'gu');

/** A sum that is far off was not meant to be one. */
export function faultOf(amounts: readonly number[], written: string, own: string, start: number): readonly SumFault[] {
  const sum = amounts.reduce((all, one) => all + one, 0);
  const all = value(written);
  const off = Math.abs(sum - all);
  if (off < 1e-6 || off > Math.max(2, all * 0.1) || amounts.some((one) => one > all)) return [];
  const range = { start, end: start + written.length + own.length };
  return [{ kind: 'parts', range, written: written + own, found: round(sum) }];
}

export const value = (written = '') => Number(written.replaceAll(',', ''));

/** What several numbers come to. */
export const sumOf = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** To the ten-thousandth, which is what 元 are in 万元: sums of binary fractions are off by less. */
export const exact = (amount: number): number => Math.round(amount * 10_000) / 10_000;

export function round(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}
