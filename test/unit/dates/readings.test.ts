import { describe, expect, test } from 'vitest';
import { daysInMonth, type PlainDate, toIso } from '../../../server/src/dates/civil.ts';
import { findDates } from '../../../server/src/dates/find.ts';
import { resolveExpression, type YearContext } from '../../../server/src/dates/resolve.ts';

const in2024: YearContext = { year: 2024, issued: { year: 2024, month: 3, day: 5 } };
const iso = (date: PlainDate | undefined) => (date ? toIso(date) : '');

/** The first expression of a text: `kind start..end`, with `!` for a deadline and `~` for an approximate one. */
function reading(text: string, context = in2024): string {
  const expression = findDates(text)[0];
  if (!expression) return 'none';
  const span = resolveExpression(expression, context);
  const days = span ? ` ${iso(span.start)}..${iso(span.end)}` : '';
  return `${expression.kind}${days}${span?.deadline ? ' !' : ''}`;
}

const two = (value: number) => String(value).padStart(2, '0');
const day = (year: number, month: number, date: number) => `${year}-${two(month)}-${two(date)}`;
const months = Array.from({ length: 12 }, (_, at) => at + 1);
const han = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

describe('a day that is still to be filled in is no year', () => {
  test.each([
    '2026年××月××日',
    '2026年XX月XX日前',
    '2026年×月',
    '2026年__月__日',
    '2026年  月  日',
    '2026年 ××月××日至××月××日',
  ])('%s', (text) => expect(reading(text)).toBe('none'));
  test.each([
    ['2026年实现全覆盖', 'span 2026-01-01..2026-12-31'],
    ['2026年 5月', 'span 2026-05-01..2026-05-31'],
    ['2026年×项任务', 'span 2026-01-01..2026-12-31'],
  ])('%s is a date all the same', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('a day of every quarter is no day of this month', () => {
  test.each(['每季度末月25日前', '每季末月底前', '每季度第一个月10日前', '每半年最后一个月的25日前', '每半年末'])(
    '%s',
    (text) => {
      expect(findDates(text).map(({ kind, raw }) => [kind, raw])).toEqual([['recurring', text]]);
    },
  );
});

describe('figures in brackets behind a round of a contest or a stage', () => {
  test.each([
    ['预赛（3.11-3.14）', 'span 2024-03-11..2024-03-14'],
    ['半决赛（3.18）', 'span 2024-03-18..2024-03-18'],
    ['第一阶段(3.1—3.31)', 'span 2024-03-01..2024-03-31'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
  test.each(['初赛（8.30-9.30）', '决赛（9.5分）', '第二阶段（3.2）', '比分（3.1-3.2）'])('%s names no day', (text) =>
    expect(reading(text)).toBe('none'),
  );
});

describe('holidays in quotation marks, and what lasts from one to another', () => {
  test.each([
    ['“五一”前', 'span ..2024-04-30 !'],
    ['“六一”儿童节前', 'span ..2024-05-31 !'],
    ['“五一”节后', 'span 2024-05-01..'],
    ['2023年“七一”前', 'span ..2023-06-30 !'],
    ['2023年国庆节期间', 'span 2023-10-01..2023-10-07'],
    ['国庆节后至11月底', 'span 2024-10-01..2024-11-30'],
    ['“五一”后至“七一”建党节前', 'span 2024-05-01..2024-06-30 !'],
    ['“五一”前至8月', 'span 2024-04-30..2024-08-31'],
    ['从“五一”开始到“十一”结束', 'span 2024-05-01..2024-10-01'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
  test.each(['庆“七一”、迎“十一”', '“五四”运动', '“八一”小学', '“十一五”规划'])('%s names no day', (text) =>
    expect(reading(text)).toBe('none'),
  );
});

describe('every row of the design', () => {
  test.each([
    ['2009年10月12日', 'span 2009-10-12..2009-10-12'],
    ['2009.10.12', 'span 2009-10-12..2009-10-12'],
    ['2009-10-12', 'span 2009-10-12..2009-10-12'],
    ['2009/10/12', 'span 2009-10-12..2009-10-12'],
    ['03/11-03/31', 'span 2024-03-11..2024-03-31'],
    ['03.11～04.02', 'span 2024-03-11..2024-04-02'],
    ['3/16（周六）', 'span 2024-03-16..2024-03-16'],
    ['3/16（周六）-3/17（周日）', 'span 2024-03-16..2024-03-17'],
    ['二〇〇九年十月十二日', 'span 2009-10-12..2009-10-12'],
    ['二○○九年十月十二日', 'span 2009-10-12..2009-10-12'],
    ['10月', 'span 2024-10-01..2024-10-31'],
    ['10月份', 'span 2024-10-01..2024-10-31'],
    ['10月上旬', 'span 2024-10-01..2024-10-10'],
    ['10月中旬', 'span 2024-10-11..2024-10-20'],
    ['10月下旬', 'span 2024-10-21..2024-10-31'],
    ['10月初', 'span 2024-10-01..2024-10-10'],
    ['10月底', 'span 2024-10-21..2024-10-31'],
    ['3月底4月初', 'span 2024-03-21..2024-04-10'],
    ['10月末', 'span 2024-10-21..2024-10-31'],
    ['2024年初', 'span 2024-01-01..2024-01-31'],
    ['2024年底', 'span 2024-12-01..2024-12-31'],
    ['2024年末', 'span 2024-12-01..2024-12-31'],
    ['2024年上半年', 'span 2024-01-01..2024-06-30'],
    ['下半年', 'span 2024-07-01..2024-12-31'],
    ['第一季度', 'span 2024-01-01..2024-03-31'],
    ['四季度', 'span 2024-10-01..2024-12-31'],
    ['3月至5月', 'span 2024-03-01..2024-05-31'],
    ['3月到5月', 'span 2024-03-01..2024-05-31'],
    ['3月—5月', 'span 2024-03-01..2024-05-31'],
    ['3月－5月', 'span 2024-03-01..2024-05-31'],
    ['3月-5月', 'span 2024-03-01..2024-05-31'],
    ['3月～5月', 'span 2024-03-01..2024-05-31'],
    ['自2024年3月1日起至2024年5月31日止', 'span 2024-03-01..2024-05-31'],
    ['从3月1日开始，到5月31日结束', 'span 2024-03-01..2024-05-31'],
    ['从2009年9月初开始，到11月初基本结束', 'span 2009-09-01..2009-11-10'],
    ['11月至2月', 'span 2024-11-01..2025-02-28'],
    ['10月9日到29日', 'span 2024-10-09..2024-10-29'],
    ['2009年9月—2010年2月', 'span 2009-09-01..2010-02-28'],
    ['12月底前', 'span ..2024-12-31 !'],
    ['12月20日之前', 'span ..2024-12-20 !'],
    ['12月20日以前', 'span ..2024-12-20 !'],
    ['12月20日下班前', 'span ..2024-12-20 !'],
    ['12/20下午5点前', 'span ..2024-12-20 !'],
    ['于12/20前', 'span ..2024-12-20 !'],
    ['12月20日前提交', 'span ..2024-12-20 !'],
    ['截至12月20日', 'span ..2024-12-20 !'],
    ['截止12月20日', 'span ..2024-12-20 !'],
    ['3月1日起', 'span 2024-03-01..'],
    ['3月1日开始', 'span 2024-03-01..'],
    ['3月1日以后', 'span 2024-03-01..'],
    ['即日起', 'span 2024-03-05..'],
    ['自印发之日起30日内', 'relative 2024-03-05..2024-04-04 !'],
    ['自印发之日起2个月内', 'relative 2024-03-05..2024-05-05 !'],
    ['会后5个工作日内', 'relative'],
    // The plan is issued in March: the next 春节 is that of the year after.
    ['春节前', 'span ..2025-01-28 !'],
    ['国庆节前', 'span ..2024-09-30 !'],
    ['五一前', 'span ..2024-04-30 !'],
    ['长期坚持', 'ongoing'],
    ['持续推进', 'ongoing'],
    ['常态化', 'ongoing'],
    ['立行立改', 'immediate'],
    ['立即', 'immediate'],
    ['适时', 'vague'],
    ['近期', 'vague'],
    ['尽快', 'vague'],
    ['条件成熟时', 'vague'],
    ['下一步', 'vague'],
    ['两个月左右', 'duration'],
    ['一个半月', 'duration'],
    ['不少于4个月', 'duration'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('months in every form', () => {
  const year = 2023;
  test.each(
    months.flatMap((month) => {
      const last = daysInMonth(year, month);
      const first = day(year, month, 1);
      const end = day(year, month, last);
      return [
        [`${year}年${month}月`, `span ${first}..${end}`],
        [`${year}年${month}月份`, `span ${first}..${end}`],
        [`二〇二三年${han[month - 1]}月`, `span ${first}..${end}`],
        [`${year}年 ${month}月`, `span ${first}..${end}`],
        [`${year}年${month}月上旬`, `span ${first}..${day(year, month, 10)}`],
        [`${year}年${month}月中旬`, `span ${day(year, month, 11)}..${day(year, month, 20)}`],
        [`${year}年${month}月下旬`, `span ${day(year, month, 21)}..${end}`],
        [`${year}年${month}月底前`, `span ..${end} !`],
        [`${year}年${month}月${last}日`, `span ${end}..${end}`],
        [`${year}.${month}.${last}`, `span ${end}..${end}`],
        [`${year}-${two(month)}-${two(last)}`, `span ${end}..${end}`],
        [`２０２３年${month}月${last}日`, `span ${end}..${end}`],
        [`${year}年${month}月1日至${last}日`, `span ${first}..${end}`],
        [`${year}年${month}月1日前完成`, `span ..${first} !`],
        [`截至${year}年${month}月${last}日`, `span ..${end} !`],
        [`${year}年${month}月1日起施行`, `span ${first}..`],
      ] as [string, string][];
    }),
  )('%s', (text, expected) => expect(reading(text, {})).toBe(expected));
});

describe('ranges of months with every connector', () => {
  const pairs = months.slice(0, 11).map((month) => [month, month + 1] as const);
  test.each(
    pairs.flatMap(([a, b]) =>
      ['至', '到', '—', '－', '-', '～', '——', '–'].map(
        (connector) =>
          [`${a}月${connector}${b}月`, `span ${day(2023, a, 1)}..${day(2023, b, daysInMonth(2023, b))}`] as [
            string,
            string,
          ],
      ),
    ),
  )('%s', (text, expected) => expect(reading(text, { year: 2023 })).toBe(expected));
});

describe('malformed expressions and what was meant', () => {
  /** The kind of the fault, and the whole text as the correction would leave it. */
  const fault = (text: string) => {
    const found = findDates(text)[0]?.fault;
    if (!found) return 'no fault';
    const { kind, range, correction } = found;
    return correction === undefined
      ? kind
      : `${kind} ${text.slice(0, range.start)}${correction}${text.slice(range.end)}`;
  };
  test.each([
    ['2009年12上旬至12月底', 'missing-month-mark 2009年12月上旬至12月底'],
    ['12中旬', 'missing-month-mark 12月中旬'],
    ['2024年6下旬', 'missing-month-mark 2024年6月下旬'],
    ['7月10前', 'missing-day-mark 7月10日前'],
    ['9月15以前完成', 'missing-day-mark 9月15日以前完成'],
    ['2009年9月初11月中旬', 'missing-connector 2009年9月初至11月中旬'],
    ['3月1日5月31日', 'missing-connector 3月1日至5月31日'],
    ['9月18日23日举办', 'missing-connector 9月18日至23日举办'],
    ['3月11月', 'missing-connector 3月至11月'],
    ['2021年1月2021年2月', 'missing-connector 2021年1月至2021年2月'],
    ['20255月12日', 'missing-year-mark 2025年5月12日'],
    ['202510月底前', 'missing-year-mark 2025年10月底前'],
    ['2025年3月至20256月', 'missing-year-mark 2025年3月至2025年6月'],
    ['2025年615日', 'missing-month-mark 2025年6月15日'],
    ['2025年42日', 'missing-month-mark 2025年4月2日'],
    ['2025年0506日', 'missing-month-mark 2025年05月06日'],
    ['2025年101日', 'missing-month-mark 2025年10月1日'],
    ['2025年111日', 'missing-month-mark'],
    ['2025年15日', 'missing-month-mark'],
    ['613日前', 'missing-month-mark 6月13日前'],
    ['3月1日至1031日', 'missing-month-mark 3月1日至10月31日'],
    ['315日至21日', 'missing-month-mark 3月15日至21日'],
    ['1022日（星期三）', 'missing-month-mark 10月22日（星期三）'],
    ['于6底前', 'missing-month-mark 于6月底前'],
    ['3月1至2025年6月1日', 'missing-day-mark 3月1日至2025年6月1日'],
    ['（3月1日至3月15）', 'missing-day-mark （3月1日至3月15日）'],
    ['4月31日', 'impossible-day 4月30日'],
    ['6月31日', 'impossible-day 6月30日'],
    ['04/01-04/31', 'impossible-day 04/01-04/30'],
    ['4/31（周四）', 'impossible-day 4/30（周四）'],
    ['2026.9.1-9.31', 'impossible-day 2026.9.1-9.30'],
    ['2023年2月29日', 'impossible-day 2023年2月28日'],
    ['13月', 'impossible-month'],
    ['2024年13月5日', 'impossible-month'],
    ['O9年3月', 'digits 2009年3月'],
    ['二零零九年三月', 'digits 二〇〇九年三月'],
  ])('%s', (text, expected) => expect(fault(text)).toBe(expected));

  test.each([
    '2024年2月29日',
    '2月29日',
    '10月31日',
    '12月31日前',
    '2009年9月初至11月中旬',
    '2025年100日攻坚',
    '2025年120日行动',
    '届满45日前',
    '公示120日',
    '45日至60日',
    '20255人',
    '1月2月3月',
    '3月底4月初',
    '5月下旬6月上旬前',
    '12月底1月初',
    '九月初三年级开学',
    '九月二十日前',
    '八月十五所学校',
  ])('%s is well formed', (text) => expect(findDates(text)[0]?.fault).toBeUndefined());
});

describe('the weekday behind a day', () => {
  const weekdays = (text: string) => findDates(text).flatMap(({ from, to }) => [from?.weekday, to?.weekday]);
  test.each([
    ['2026-03-07 周日', 7],
    ['2026/3/7  周六', 6],
    ['2026年3月7日 周六14:00开始', 6],
    ['3月7日 周六 签到', 6],
    ['3/21（周六）签到', 6],
    ['3/21周六', 6],
    ['03-21（周六）', 6],
    ['3.21 星期六', 6],
    ['12/5 周六 晚上', 6],
  ])('%s names it', (text, weekday) => expect(weekdays(text)[0]).toBe(weekday));
  test.each([
    '3月2日至3月6日 周一至周五',
    '2026年3月2日—6日 周一到周五',
    '9月1日至12月31日 周一',
    '2026.9.1-12.31 周一',
    '3月7日 周一例会',
    '2026年3月7日 周日常维护',
    '2026年3月7日 周三、周五各一次',
  ])('%s does not', (text) => expect(weekdays(text).filter((weekday) => weekday !== undefined)).toEqual([]));
});

describe('a day in figures behind a label', () => {
  test.each([
    ['测试时间：12.5前完成', '12.5前'],
    ['报名时间：11.23-12.4', '11.23-12.4'],
    ['交稿期限: 4.8之前', '4.8之前'],
  ])('%s', (text, raw) => expect(findDates(text).map((one) => one.raw)).toEqual([raw]));
  test.each(['到校时间：8.30前', '测试时间：8.30-11.30', '休息时间：1.5-2小时', '时间：12.5前8名', '成绩：12.5前完成'])(
    '%s is none',
    (text) => expect(findDates(text).filter(({ kind }) => kind === 'span')).toEqual([]),
  );
});

describe('what is no date', () => {
  test.each([
    '3.1 周一例会',
    '农历九月初九',
    '九月初九',
    '（九月初九）前',
    '腊月二十三前后',
    '正月十五日',
    '八月十五中秋',
    '五月初五、三月初三',
    '于45日前告知',
    '阴历八月十五',
    '第3.1节 周一上课',
    '完成2/3 周三报送',
    '得分3.5（一）',
    '1-2（周三）',
    '03/11',
    '1/2-3/4',
    '13/01-13/05',
    '云河发〔2009〕6号',
    '浙教人[2017]81号',
    '第三批活动',
    '党的十七届三中全会',
    '庆祝建校60周年',
    '上世纪90年代',
    '2010年代',
    '2023届毕业生',
    '3月龄婴儿',
    '单价12.5元',
    '合格率98.7%',
    '联系电话：0551-6288000',
    '版本1.2.3',
    '第3-5条',
    '三年级学生',
    '2/3以上',
    '近年来',
    '多年努力',
    '百年老店',
  ])('%s', (text) => expect(findDates(text).filter(({ kind }) => kind === 'span' || kind === 'malformed')).toEqual([]));
});

describe('the year', () => {
  test('comes from the context when the expression has none', () => {
    expect(reading('10月12日', { year: 2019 })).toBe('span 2019-10-12..2019-10-12');
  });
  test('of the side that names it is that of a range', () => {
    expect(reading('11月至2010年2月', {})).toBe('span 2009-11-01..2010-02-28');
  });
  test('is not made up', () => {
    const [expression] = findDates('11月下旬到12月底');
    const span = expression && resolveExpression(expression, {});
    expect(span?.yearKnown).toBe(false);
    expect(span?.start).toMatchObject({ month: 11, day: 21 });
    expect(span?.end).toMatchObject({ month: 12, day: 31 });
  });
});
