import { describe, expect, it } from 'vitest';
import { dayLabel, edgesNear } from '../../../client/webview/days.ts';
import { dayNumber, fromDayNumber, parseIso, toIso } from '../../../server/src/dates/civil.ts';

const number = (iso: string) => {
  const day = parseIso(iso);
  if (!day) throw new Error(`${iso} is no day`);
  return dayNumber(day);
};
const days = (numbers: readonly number[]) => numbers.map((one) => toIso(fromDayNumber(one)));

describe('days in the page of the timeline', () => {
  it('are those of the server', () => {
    expect(dayLabel(number('2026-11-25'), 'zh-CN')).toBe('11月25日');
    expect(dayLabel(number('2024-02-29'), 'zh-CN')).toBe('2月29日');
    expect(dayLabel(number('2026-11-25'), 'en')).toBe('25 Nov');
    expect(dayLabel(number('0099-03-01'), 'zh-CN')).toBe('3月1日');
  });

  it('have the edges of thirds of months around them', () => {
    expect(days(edgesNear(number('2026-02-14'), 'end'))).toEqual([
      '2026-01-31',
      '2026-02-10',
      '2026-02-20',
      '2026-02-28',
    ]);
    expect(days(edgesNear(number('2026-12-30'), 'start'))).toEqual([
      '2026-12-01',
      '2026-12-11',
      '2026-12-21',
      '2027-01-01',
    ]);
  });
});
