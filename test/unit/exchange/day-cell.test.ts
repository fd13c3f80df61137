import { describe, expect, test } from 'vitest';
import { canonical, dayLike, dayOfCell, numberFormat } from '../../../server/src/exchange/ledger/day-cell.ts';

describe('a cell that is one day', () => {
  test.each([
    ['2026年4月30日', 'yyyy"年"m"月"d"日"'],
    ['2026年4月30日前', 'yyyy"年"m"月"d"日前"'],
    ['2026年04月05日前完成', 'yyyy"年"mm"月"dd"日前完成"'],
    ['4月30日', 'm"月"d"日"'],
    ['2026.4.30', 'yyyy"."m"."d'],
    ['2026-04-30', 'yyyy"-"mm"-"d'],
    ['2026/4/30前', 'yyyy"/"m"/"d"前"'],
  ])('%s keeps its look', (text, format) => {
    expect(dayOfCell(text, 2026)).toBeDefined();
    expect(numberFormat(text)).toBe(format);
  });

  test.each(['4月底前', '2026年4月', '长期坚持', '2026年4月31日', '3月1日至4月1日', '4.30', '2026年4月30', ''])(
    '%s is none',
    (text) => expect(dayOfCell(text, 2026)).toBeUndefined(),
  );

  test('has no day without a year', () => expect(dayOfCell('4月30日')).toBeUndefined());
});

describe('another day', () => {
  test.each([
    ['2026年4月30日前', '2026年5月8日前'],
    ['2026.04.30', '2026.05.8'],
    ['4月30日前', '5月8日前'],
    ['', '2026年5月8日'],
    ['4月底前', '5月8日前'],
    ['2026年4月底前', '2026年5月8日前'],
    ['长期坚持', '2026年5月8日'],
  ])('is written as %s was', (before, after) => expect(dayLike(before, '2026-05-08', 2026)).toBe(after));

  test('has its year written where it is another one', () => {
    expect(dayLike('4月30日前', '2027-01-08', 2026)).toBe('2027年1月8日前');
  });
});

test('one day written in two ways is the same', () => {
  expect(canonical('2026-04-30')).toBe(canonical('2026年4月30日'));
  expect(canonical(' 两行  \r\n文字 ')).toBe('两行\n文字');
  expect(canonical('2026年4月30日前')).not.toBe(canonical('2026年4月30日'));
});
