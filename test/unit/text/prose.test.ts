import { expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { withHan } from '../../../server/src/text/han-radicals.ts';
import { Prose } from '../../../server/src/text/prose.ts';

// No-break, figure, thin, hair, narrow no-break and mathematical spaces.
test.each(['\u00a0', '\u2007', '\u2009', '\u200a', '\u202f', '\u205f'])(
  'the space %j is read as a space, in its place',
  (space) => {
    const prose = Prose.plain(`2026年${space}${space}月`, 10);
    expect(prose.text).toBe('2026年  月');
    expect(prose.range(5, 7)).toEqual({ start: 15, end: 17 });
    expect(prose.slice(5, 8).text).toBe('  月');
  },
);

test.each([
  ['an ideographic space', '组　长'],
  ['a tab', '任务\t地点'],
  ['a mark of no width', '组\u200b长'],
])('%s stays what it is', (_, text) => expect(Prose.plain(text, 0).text).toBe(text));

test('a date with no-break spaces is read, and stands in the source as it did', () => {
  const source = '防汛工作方案\n\n一、时间\n\n2026年\u00a05月\u00a06日前清点物资。\n';
  const [date] = readPlans(source).plans[0]?.dates ?? [];
  expect(date?.span).toMatchObject({ end: { year: 2026, month: 5, day: 6 } });
  const range = date?.line.at(date.expression.range.start, date.expression.range.end);
  expect(range && source.slice(range.start, range.end)).toContain('2026年\u00a05月\u00a06日');
});

test.each([
  ['⼯作⽬标', '工作目标'],
  ['⻔⻋⻚', '门车页'],
  ['\uf979', '\u51c9'],
  ['⺀', '⺀'],
])('characters coded as radicals are read as what they look like: %s', (written, read) => {
  const prose = Prose.plain(written, 4);
  expect(prose.text).toBe(read);
  expect(prose.range(0, 1)).toEqual({ start: 4, end: 5 });
});

test('every character of these blocks is read as one unit', () => {
  for (const [from, to] of [
    [0x2e80, 0x2fd5],
    [0xf900, 0xfad9],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const form = String.fromCharCode(code);
      expect(withHan(`前${form}后`), code.toString(16)).toMatch(/^前.后$/);
    }
  }
});
