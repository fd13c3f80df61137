import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, compare, type PlainDate, toIso } from '../../../server/src/dates/civil.ts';
import type { DateExpression, DateSpan } from '../../../server/src/dates/expression.ts';
import { findDates } from '../../../server/src/dates/find.ts';
import { resolveExpression, type YearContext } from '../../../server/src/dates/resolve.ts';
import { type MovedEnd, movableEnds, rewordings } from '../../../server/src/dates/reword.ts';

const in2009: YearContext = { year: 2009, month: 11, issued: { year: 2009, month: 9, day: 1 } };

interface Read {
  readonly expression: DateExpression;
  readonly span: DateSpan;
}

function read(text: string, context = in2009): Read | undefined {
  const [expression] = findDates(text);
  const span = expression && resolveExpression(expression, context);
  return expression && span ? { expression, span } : undefined;
}

const day = (iso: string): PlainDate => {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  return { year, month, day: date };
};

const same = (a: PlainDate | undefined, b: PlainDate | undefined) =>
  a === undefined || b === undefined ? a === b : compare(a, b) === 0;

/** The first wording that is read as it should be. */
function moved(text: string, end: MovedEnd, to: PlainDate): string | undefined {
  const before = read(text);
  if (!before) throw new Error(`no date in ${text}`);
  const wanted = {
    start: end === 'start' ? to : before.span.start,
    end: end === 'start' ? before.span.end : to,
  };
  for (const wording of rewordings(text, before.expression, before.span, end, to)) {
    const next = text.slice(0, wording.start) + wording.text + text.slice(wording.end);
    const span = read(next)?.span;
    if (span && same(span.end, wanted.end) && (end === 'day' || same(span.start, wanted.start))) return next;
  }
  return undefined;
}

describe('an end is moved in the style in which it was written', () => {
  test.each([
    ['2009年10月12日前', 'end', '2009-10-25', '2009年10月25日前'],
    ['11月中旬前', 'end', '2009-11-30', '11月下旬前'],
    ['11月中旬前', 'end', '2009-11-25', '11月25日前'],
    ['9月底前', 'end', '2009-10-31', '10月底前'],
    ['月底前', 'end', '2009-11-25', '11月25日前'],
    ['年底前', 'end', '2009-11-30', '11月底前'],
    ['2009年底前', 'end', '2010-12-31', '2010年底前'],
    ['10月9日到29日', 'end', '2009-10-31', '10月9日到31日'],
    ['10月9日到29日', 'end', '2009-11-03', '10月9日到11月3日'],
    ['10月9日到29日', 'start', '2009-09-25', '9月25日到10月29日'],
    ['二○○九年十月十二日', 'day', '2009-10-31', '二○○九年十月三十一日'],
    ['二〇〇九年三月至八月', 'end', '2009-09-15', '二〇〇九年三月至九月十五日'],
    ['3月10—15日', 'start', '2009-03-12', '3月12—15日'],
    ['3月10—15日', 'start', '2009-02-26', '2月26—3月15日'],
    ['4―6月', 'end', '2009-08-31', '4―8月'],
    ['2009.9.1-9.15', 'end', '2009-09-20', '2009.9.1-9.20'],
    ['2009-09-01至2009-09-15', 'end', '2010-01-02', '2009-09-01至2010-01-02'],
    ['11月中旬', 'end', '2009-12-10', '11月中旬至12月上旬'],
    ['11月中旬', 'start', '2009-11-15', '11月15日至20日'],
    ['11月', 'end', '2009-12-31', '11月至12月'],
    ['2009年', 'end', '2010-12-31', '2009年至2010年'],
    ['2023—2025年', 'end', '2026-12-31', '2023—2026年'],
    ['三季度', 'end', '2009-12-31', '7月至12月'],
    ['7月上、中旬', 'end', '2009-07-31', '7月上旬至下旬'],
    ['10月12日（星期一）前', 'end', '2009-10-13', '10月13日（星期二）前'],
    ['9月至次年2月', 'end', '2010-03-31', '9月至次年3月'],
    ['2009 年 9 月 1 日至 9 月 30 日', 'end', '2009-10-08', '2009 年 9 月 1 日至 10 月 8 日'],
    ['从2009年9月初开始，到11月初基本结束', 'end', '2009-11-20', '从2009年9月初开始，到11月中旬基本结束'],
    ['从2009年9月初开始，到11月初基本结束', 'start', '2009-09-05', '从2009年9月5日开始，到11月初基本结束'],
    ['10月20日左右', 'day', '2009-10-22', '10月22日左右'],
    ['１０月９日前', 'end', '2009-11-03', '１１月３日前'],
    ['09月05日前', 'end', '2009-10-06', '10月06日前'],
    ['11月5号前', 'end', '2009-11-06', '11月6号前'],
    ['即日起至12月底', 'end', '2009-12-31', '即日起至12月底'],
  ] as const)('%s, %s to %s', (text, end, to, expected) => {
    expect(moved(text, end, day(to))).toBe(expected);
  });

  test('a limit in a column moves as a whole and does not become a range', () => {
    expect(moved('2009年11月底', 'day', day('2009-12-10'))).toBe('2009年12月10日');
    expect(moved('2009年11月底', 'day', day('2009-12-31'))).toBe('2009年12月底');
  });
});

describe('what cannot be moved', () => {
  test.each(['国庆节前', '会后5日内', '每月25日前', '本月底前', '本周五前', '长期坚持', '2009年12上旬'])(
    '%s',
    (text) => {
      const [expression] = findDates(text);
      expect(expression && movableEnds(expression)).toEqual([]);
    },
  );
  test('of 即日起至12月底 the beginning', () => {
    const [expression] = findDates('即日起至12月底');
    expect(expression && movableEnds(expression)).toEqual(['end']);
  });
});

const han = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const hanNumber = (value: number) =>
  `${value >= 20 ? han[Math.floor(value / 10)] : ''}${value >= 10 ? '十' : ''}${value % 10 ? han[value % 10] : ''}`;

/** Ways in which offices write a side. */
const styles: readonly ((date: PlainDate, year: boolean) => string)[] = [
  (date, year) => `${year ? `${date.year}年` : ''}${date.month}月${date.day}日`,
  (date, year) => `${year ? `${date.year}年` : ''}${date.month}月${date.day}号`,
  (date, year) => `${year ? `${date.year} 年 ` : ''}${date.month} 月 ${date.day} 日`,
  (date, year) =>
    `${year ? `${[...String(date.year)].map((digit) => han[Number(digit)]).join('')}年` : ''}${hanNumber(date.month)}月${hanNumber(date.day)}日`,
  (date, year) =>
    `${year ? `${date.year}年` : ''}${date.month}月${['上', '中', '下'][Math.min(2, Math.floor((date.day - 1) / 10))]}旬`,
  (date, year) => `${year ? `${date.year}年` : ''}${date.month}月${date.day > 15 ? '底' : '初'}`,
  (date, year) => `${year ? `${date.year}年` : ''}${date.month}月`,
];
const figures: readonly ((date: PlainDate) => string)[] = [
  toIso,
  (date) => `${date.year}.${date.month}.${date.day}`,
  (date) => `${date.year}/${date.month}/${date.day}`,
];

const anyDay = fc.integer({ min: 0, max: 420 }).map((days) => addDays({ year: 2009, month: 3, day: 1 }, days));

describe('whatever the style, some wording is read as the new day, and the other end stays', () => {
  const check = (text: string, end: MovedEnd, to: PlainDate) => {
    const before = read(text);
    if (!before || !movableEnds(before.expression, end === 'day').includes(end)) return;
    const { start, end: last } = before.span;
    if (end === 'start' && last && compare(to, last) > 0) return;
    if (end === 'end' && start && compare(start, to) > 0) return;
    const next = moved(text, end, to);
    expect(next, `${text} ${end} ${toIso(to)}`).toBeDefined();
    const around = read(text)?.expression.range;
    if (!next || !around) return;
    expect(next.startsWith(text.slice(0, around.start)) && next.endsWith(text.slice(around.end))).toBe(true);
  };

  test('ranges', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(...styles),
        fc.constantFrom('至', '到', '—', '－'),
        fc.boolean(),
        anyDay,
        fc.constantFrom<MovedEnd>('start', 'end'),
        (first, length, write, connector, second, to, end) => {
          const last = addDays(first, length);
          check(
            `活动从${write(first, true)}${connector}${write(last, second || last.year !== first.year)}进行。`,
            end,
            to,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  test('limits, beginnings and single days', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...styles),
        fc.constantFrom('前', '前完成', '起', '。', '之前上报'),
        fc.boolean(),
        anyDay,
        fc.constantFrom<MovedEnd>('start', 'end', 'day'),
        (date, write, mark, year, to, end) => {
          // Without a year of its own a date stays in that of its context.
          if (year || to.year === 2009) check(`各单位${write(date, year)}${mark}`, end, to);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('figures', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...figures), anyDay, (date, write, to) => {
        check(`时限：${write(date)}前`, 'end', to);
        check(`时间：${write(date)}`, 'day', to);
      }),
      { numRuns: 200 },
    );
  });
});
