import { expect, test } from 'vitest';
import { malformedYears } from '../../../server/src/rules/dates/invalid/malformed-year.ts';

test.each([
  ['1994月5月', '1994年'],
  ['2026年年5月', '2026年'],
])('%s is told, whatever the century', (text, correction) => {
  expect(malformedYears(text).map((one) => one.correction)).toEqual([correction]);
});
