import type { Amount, DateExpression } from './expression.ts';
import { matchAt, numeral } from './glyphs.ts';

const NUMBER = '\\d{1,4}(?:\\.\\d)?|[一二两三四五六七八九十百]{1,4}|半';
const UNIT =
  '个工作日|工作日|个(?:半)?月|个(?:半)?小时|小时|学时|课时|个星期|星期|个礼拜|周(?![年岁边末期转密知])|天|日(?![常期记志])|年(?![代级龄度鉴轮])';
const AMOUNT = new RegExp(
  `(不少于|不低于|至少|不超过|不多于|最多|约|大约|为期|历时|用时|时间)? {0,2}(${NUMBER}) {0,2}(${UNIT})(?: {0,2}(左右|以上|以内))?`,
  'y',
);
const WITHIN = new RegExp(`(${NUMBER}) {0,2}(?:至|到|-{1,2}|~|、) {0,2}(?=(?:${NUMBER}) {0,2}(?:${UNIT}))`, 'y');
const RELATIVE = new RegExp(`(${NUMBER}) {0,2}(${UNIT})(?:时间)?(?:之内|以内|内)(?!容|部|涵|外|设)`, 'y');
const ANCHOR = /(?:自|从)?([^，。；：,;:\s（(]{0,16}?)(?:之日起|之日|当日起|后|起)(?:的)? {0,2}$/;
const RECURRING =
  /每(?:(两|双|隔)?(周|星期)(?!一个|[围边])|(?:个)?(月)|(?:个)?(季度|季)|(半年)|(?:个)?(学期)|(年)(?!级|轮)|(天|日)|(旬))/y;
const MONTHLY_DAY = / {0,2}(?:的)?(\d{1,2}) {0,2}日(?:之前|以前|前)?/y;

const units: Readonly<Record<string, Amount['unit']>> = {
  个工作日: 'workday',
  工作日: 'workday',
  个月: 'month',
  个半月: 'month',
  个小时: 'hour',
  个半小时: 'hour',
  小时: 'hour',
  学时: 'hour',
  课时: 'hour',
  个星期: 'week',
  星期: 'week',
  个礼拜: 'week',
  周: 'week',
  天: 'day',
  日: 'day',
  年: 'year',
};

const comparators: Readonly<Record<string, NonNullable<DateExpression['comparator']>>> = {
  不少于: 'atLeast',
  不低于: 'atLeast',
  至少: 'atLeast',
  以上: 'atLeast',
  不超过: 'atMost',
  不多于: 'atMost',
  最多: 'atMost',
  以内: 'atMost',
  约: 'about',
  大约: 'about',
  左右: 'about',
};

function amountOf(number: string, unit: string): Amount | undefined {
  if (number === '半')
    return unit === '年' ? { count: 6, unit: 'month' } : unit === '天' ? { count: 0.5, unit: 'day' } : undefined;
  const value = numeral(number);
  const kind = units[unit];
  if (!Number.isFinite(value) || !kind) return undefined;
  return { count: unit.includes('半') ? value + 0.5 : value, unit: kind };
}

/** 两个月左右, 一个半月, 不少于4个月, 48个小时. A bare number of days or years without a comparator counts only behind 为期 or with 个. */
export function readDuration(text: string, plain: string, at: number): DateExpression | undefined {
  const match = matchAt(AMOUNT, plain, at);
  if (!match) return undefined;
  const [whole, lead, number = '', unit = '', behind] = match;
  if (/[\d.第]/.test(plain.charAt(at - 1)) && !lead) return undefined;
  const amount = amountOf(number, unit);
  if (!amount) return undefined;
  if ((unit === '日' || unit === '年') && !lead && !behind) return undefined;
  const comparator = comparators[lead ?? ''] ?? comparators[behind ?? ''];
  const range = { start: at, end: at + whole.length };
  return {
    kind: 'duration',
    range,
    raw: text.slice(range.start, range.end),
    amount,
    ...(comparator ? { comparator } : {}),
    approximate: comparator === 'about',
  };
}

/** 5个工作日内, 30日内, 两个月内, with the event in front of it as its anchor. */
export function readRelative(text: string, plain: string, at: number): DateExpression | undefined {
  if (/[\d.第]/.test(plain.charAt(at - 1))) return undefined;
  const low = matchAt(WITHIN, plain, at);
  const from = low ? at + low[0].length : at;
  const match = matchAt(RELATIVE, plain, from);
  if (!match) return undefined;
  const amount = amountOf(match[1] ?? '', match[2] ?? '');
  if (!amount) return undefined;
  const before = plain.slice(Math.max(0, at - 24), at);
  const anchor = ANCHOR.exec(before);
  const range = { start: at, end: from + match[0].length };
  const event = anchor?.[1] ?? '';
  const lowest = low ? numeral(low[1] ?? '') : Number.NaN;
  return {
    kind: 'relative',
    range,
    raw: text.slice(range.start, range.end),
    amount: Number.isFinite(lowest) ? { ...amount, low: lowest } : amount,
    ...(anchor
      ? {
          anchor: {
            kind: /印发|发文|下发|发布|公布/.test(event) ? ('issued' as const) : ('event' as const),
            text: event,
            range: { start: at - anchor[0].length, end: at },
          },
        }
      : {}),
    approximate: false,
  };
}

/** 每周, 每月25日前, 每半年. */
export function readRecurring(text: string, plain: string, at: number): DateExpression | undefined {
  const match = matchAt(RECURRING, plain, at);
  if (!match) return undefined;
  const [whole, twice, week, month, season, halfYear, term, year, day, xun] = match;
  let end = at + whole.length;
  const monthly = month ? matchAt(MONTHLY_DAY, plain, end) : null;
  if (monthly) end += monthly[0].length;
  const amount: Amount = week
    ? { count: twice ? 2 : 1, unit: 'week' }
    : month
      ? { count: 1, unit: 'month' }
      : season
        ? { count: 3, unit: 'month' }
        : halfYear || term
          ? { count: 6, unit: 'month' }
          : year
            ? { count: 1, unit: 'year' }
            : { count: xun ? 10 : day ? 1 : 1, unit: 'day' };
  const range = { start: at, end };
  return { kind: 'recurring', range, raw: text.slice(at, end), amount, approximate: false };
}
