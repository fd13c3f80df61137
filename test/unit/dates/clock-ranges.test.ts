import { describe, expect, test } from 'vitest';
import { clockAt } from '../../../server/src/dates/clock-ranges.ts';

describe('a time of day at a place', () => {
  test.each([
    ['8:30—9:00 签到', 510, 540],
    ['08：30-09：00', 510, 540],
    ['14:00 开幕', 840, undefined],
    ['9点至9点半', 540, 570],
    ['9时05分', 545, undefined],
  ])('%s', (text, start, end) => {
    const found = clockAt(text, 0);
    expect(found?.start).toBe(start);
    expect(found?.end).toBe(end);
  });

  test.each(['3月2日', '25:00 开幕', '2026年', '8:3 比分', '9:61—9:70'])('none: %s', (text) =>
    expect(clockAt(text, 0)).toBeUndefined(),
  );
});
