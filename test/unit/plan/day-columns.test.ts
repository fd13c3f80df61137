import { expect, test } from 'vitest';
import { findColumnDates, findDates } from '../../../server/src/dates/find.ts';
import { dayColumns } from '../../../server/src/plan/day-columns.ts';

test.each([
  ['3.2 — 3.8', '3.2 — 3.8'],
  ['06.26', '06.26'],
  ['3/9至4/10', '3/9至4/10'],
])('%s is a time in a column of days, and figures elsewhere', (text, raw) => {
  expect(findColumnDates(text).map((date) => date.raw)).toEqual([raw]);
  expect(findDates(text)).toEqual([]);
});

test.each(['13.2', '3.0—3.5', '1.5倍', '0.5'])('%s is no day in any column', (text) => {
  expect(findColumnDates(text)).toEqual([]);
});

const columnOf = (header: string, ...cells: string[]) =>
  dayColumns([['阶段', header], ...cells.map((cell) => ['甲', cell])]).has(1);

test('the header and more than one cell make a column of days', () => {
  expect(columnOf('时间', '3.2 — 3.8', '3.9—3.15', '3.14（周六）20:00')).toBe(true);
  expect(columnOf('起止日期', '06.26', '', '07.01')).toBe(true);
  expect(columnOf('完成时限', '6.30', '5.15')).toBe(true);
  expect(columnOf('时间', '3.2', '3.9', '4.12')).toBe(true);
  expect(columnOf('时间', '3.2 — 3.8', '另行通知')).toBe(false);
});

test('amounts, grades and versions are no days', () => {
  expect(columnOf('时间（小时）', '1.5', '2.5')).toBe(false);
  expect(columnOf('时长', '1.5', '2.5')).toBe(false);
  expect(columnOf('时间', '1.5', '2.0')).toBe(false);
  expect(columnOf('时间', '9.10—9.20', '9.20—9.30', '9.30—9.45')).toBe(false);
  expect(columnOf('时间', '9.10—9.20', '9.20—9.25', '9.25—9.30')).toBe(false);
  expect(columnOf('时间', '3.2—3.9', '3.9—3.15', '3.16—4.2')).toBe(true);
  expect(columnOf('睡眠时间', '7.5', '8.2')).toBe(false);
  expect(columnOf('时间', '8.5', '9.2', '8.3')).toBe(false);
  expect(columnOf('绩点', '3.2-3.8', '3.9-4.1')).toBe(false);
  expect(columnOf('版本', '3.2', '3.3')).toBe(false);
});
