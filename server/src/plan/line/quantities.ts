import { halfWidthDigits, hanToNumber } from '../../numbering/han.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesNear } from '../../text/nearby.ts';
import type { Range } from '../../text/range.ts';
import words from './quantities.yaml';

/** A number with a limit or a rhythm: 不少于48个小时, 每季度至少召开1次, 3000字以内, 每人2篇. */
export interface Quantity {
  /** From the comparator to the unit, or to the comparator behind it; indexes of the line's text. */
  readonly range: Range;
  readonly raw: string;
  /** Absent when only a rhythm or person is given: 每人2篇. `atLeast` is a minimum (最低要求). */
  readonly comparator?: 'atLeast' | 'atMost' | 'about';
  /** As written; 万 and 亿 counted in. */
  readonly count: number;
  /** The lower number of 3至5篇, whose `count` is 5. */
  readonly low?: number;
  /** As written, without 个 before 小时, 月, 工作日. */
  readonly unit: string;
  /** 人 in 每人, 季度 in 每季度. */
  readonly per?: string;
  /** The words of the clause in front: 党员集中活动时间. */
  readonly subject: string;
}

const table = words as Readonly<
  Record<
    | 'atLeastBefore'
    | 'atMostBefore'
    | 'aboutBefore'
    | 'atLeastBehind'
    | 'atMostBehind'
    | 'aboutBehind'
    | 'units'
    | 'per',
    readonly string[]
  >
>;
const before = [...table.atLeastBefore, ...table.atMostBefore, ...table.aboutBefore];
const behind = [...table.atLeastBehind, ...table.atMostBehind, ...table.aboutBehind];
/** One of these is in every line with a quantity. */
export const quantityWords: readonly string[] = ['每', ...before, ...behind];
const quick = new RegExp(anyOf(quantityWords));
const NUMBER = '[0-9０-９]{1,9}(?:\\.[0-9]{1,3})?|[一二两三四五六七八九十百]{1,4}|半';
const quantity = new RegExp(
  `(${anyOf(before)})?[\\s（(]?(?<![0-9０-９.．第十])(${NUMBER})(?:[-—~～至到](${NUMBER}))?(万|亿)?(${anyOf(table.units)})(${anyOf(behind)})?`,
  'g',
);
/** The end of a number with the beginning of a unit behind it; so far behind the beginning of a quantity it stands at most. */
const counted = new RegExp(
  `[0-9０-９一二两三四五六七八九十百半][万亿]?[${[...new Set(table.units.map((unit) => unit.charAt(0)))].join('')}]`,
  'g',
);
const LONGEST_LEAD = 32;
const none: readonly Quantity[] = [];
const perBefore = new RegExp(`每(${anyOf(table.per)})[^，。；、,;每]{0,12}$`);
const verbBetween = new RegExp(`(${anyOf([...table.atLeastBefore, ...table.atMostBefore])})[^，。；、,;0-9]{1,12}$`);
const reach = 24;

/**
 * The quantities of a line that are limits or go with a person or a rhythm; a bare 5人 or 3个月 is none.
 * @param text one line
 * @returns in order of position
 */
export function findQuantities(text: string): readonly Quantity[] {
  if (!quick.test(text)) return none;
  const found: Quantity[] = [];
  for (const match of matchesNear(text, quantity, counted, LONGEST_LEAD)) {
    const [raw, lead, first = '', second, power, unit = '', tail] = match;
    const start = match.index;
    const head = text.slice(Math.max(0, start - reach), start);
    const per = perBefore.exec(head)?.[1];
    // 每季度至少召开1次: the verb may stand between.
    const comparator = comparatorOf(lead ?? verbBetween.exec(head)?.[1], tail);
    const count = numberOf(second ?? first, power);
    // 每月25日前 is a day, not 25 days.
    if (count === undefined || (comparator === undefined && (per === undefined || unit === '日'))) continue;
    const low = second === undefined ? undefined : numberOf(first, power);
    found.push({
      range: { start, end: start + raw.length },
      raw,
      ...(comparator ? { comparator } : {}),
      count,
      ...(low === undefined ? {} : { low }),
      unit: unit.length > 1 ? unit.replace(/^个/, '') : unit,
      ...(per === undefined ? {} : { per }),
      subject: head.slice(
        Math.max(...['，', '。', '；', '、', ',', ';', '：', '）'].map((mark) => head.lastIndexOf(mark))) + 1,
      ),
    });
  }
  return found;
}

function comparatorOf(lead: string | undefined, tail: string | undefined): Quantity['comparator'] {
  if (lead !== undefined) {
    if (table.atLeastBefore.includes(lead)) return 'atLeast';
    return table.atMostBefore.includes(lead) ? 'atMost' : 'about';
  }
  if (tail === undefined) return undefined;
  if (table.atLeastBehind.includes(tail)) return 'atLeast';
  return table.atMostBehind.includes(tail) ? 'atMost' : 'about';
}

function numberOf(written: string, power: string | undefined): number | undefined {
  const plain = halfWidthDigits(written);
  const number = /^[0-9]/.test(plain) ? Number(plain) : plain === '半' ? 0.5 : hanToNumber(plain.replace(/两/g, '二'));
  if (number === undefined) return undefined;
  return power === '万' ? number * 10_000 : power === '亿' ? number * 100_000_000 : number;
}
