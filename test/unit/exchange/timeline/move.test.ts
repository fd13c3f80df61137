import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, compare, type PlainDate, toIso } from '../../../../server/src/dates/civil.ts';
import type { MovedEnd } from '../../../../server/src/dates/reword.ts';
import type { Bar, Chart } from '../../../../server/src/exchange/timeline/model.ts';
import { moveDate } from '../../../../server/src/exchange/timeline/move.ts';
import type { RecognisedPlan } from '../../../../server/src/rules/rule.ts';
import { barsOf, chartOf, day, manyStyles, recognise, rowNamed, twoAudiences } from './plans.ts';

const known = new Map<string, { chart: Chart; recognised: readonly RecognisedPlan[] }>();

function readOnce(text: string) {
  const read = known.get(text) ?? { chart: chartOf(text), recognised: recognise(text) };
  known.set(text, read);
  return read;
}

function moved(text: string, bar: Bar | undefined, end: MovedEnd, to: PlainDate) {
  if (!bar) throw new Error('no bar');
  const move = { bar: bar.id, end, day: to };
  const { chart, recognised } = readOnce(text);
  const result = moveDate(text, chart, recognised, move, (next) => recognise(next));
  if ('refusal' in result) return { text: undefined, refusal: result.refusal.zh, edits: [] };
  let next = text;
  for (const { range, text: added } of [...result.edits].reverse()) {
    next = next.slice(0, range.start) + added + next.slice(range.end);
  }
  return { text: next, refusal: '', edits: result.edits };
}

/** The line of the new text that differs. */
function newLine(text: string, next: string | undefined): string {
  const old = text.split('\n');
  return (next ?? '').split('\n').find((line, at) => line !== old[at]) ?? '';
}

const barWith = (text: string, raw: string) => barsOf(chartOf(text)).find(({ span }) => span.raw === raw);

describe('a moved end is written in its style', () => {
  test.each<[string, string, MovedEnd, string, string]>([
    ['2026年3月1日至3月20日', '动员部署', 'end', '2026-03-25', '### （一）动员部署阶段（2026年3月1日至3月25日）'],
    ['2026年3月1日至3月20日', '动员部署', 'start', '2026-02-25', '### （一）动员部署阶段（2026年2月25日至3月20日）'],
    ['3月21日—4月中旬', '排查摸底', 'end', '2026-04-30', '### （二）排查摸底阶段（3月21日—4月下旬）'],
    ['3月21日—4月中旬', '排查摸底', 'end', '2026-04-25', '### （二）排查摸底阶段（3月21日—4月25日）'],
    ['2026年4月下旬至9月底', '集中整治', 'end', '2026-10-31', '### （三）集中整治阶段（2026年4月下旬至10月底）'],
    [
      '二〇二六年十月至十二月',
      '总结提高',
      'start',
      '2026-10-15',
      '### （四）总结提高阶段（二〇二六年十月十五日至十二月）',
    ],
    ['2026.5.30', '清理漂浮物', 'day', '2026-06-02', '| 1 | 清理漂浮物12处 | 水利站 | 2026.6.2 |'],
    ['2026年7月底', '修复护坡', 'day', '2026-08-31', '| 2 | 修复护坡300米 | 城建办 | 2026年8月底 |'],
    ['7月15日至8月10日', '护栏', 'end', '2026-08-20', '| 3 | 安装护栏500米 | 城建办 | 7月15日至8月20日 |'],
    ['9月20日前', '清淤', 'end', '2026-09-25', '**9月25日前**完成清淤，由水利站负责。'],
  ])('%s (%s), %s to %s', (raw, _, end, to, expected) => {
    const next = moved(manyStyles, barWith(manyStyles, raw), end, day(to));
    expect([next.refusal, newLine(manyStyles, next.text)]).toEqual(['', expected]);
  });

  test('a weekday behind the date is that of the new day', () => {
    const bar = barsOf(chartOf(manyStyles)).find(({ span }) => span.raw.startsWith('4月10日'));
    const next = moved(manyStyles, bar, 'end', day('2026-04-09'));
    expect(newLine(manyStyles, next.text)).toBe('由水利站逐段排查，4月9日（星期四）前报送清单。');
  });

  test('the first place is edited where several agree', () => {
    const bar = barsOf(chartOf(twoAudiences)).find(({ places }) => places.length > 1);
    const next = moved(twoAudiences, bar, 'end', day('2026-10-31'));
    expect(newLine(twoAudiences, next.text)).toContain('镇机关从2026年4月中旬开始，到10月底基本结束；村从');
    expect(next.text).toContain('| 集中创建 | 2026年4月中旬至9月底 |');
  });

  test('a window that a table repeats on its next page is moved in both rows', () => {
    const again = '| 集中创建 | 2026年4月中旬至9月底 | 整治 | 见到实效 |';
    const text = twoAudiences.replace(again, `${again}\n${again.replace('整治', '评比')}`);
    // Body and table would be one bar: the table is moved where the body says otherwise.
    const apart = text.replace('到9月底基本结束', '到8月底基本结束');
    const own = barsOf(chartOf(apart)).find(({ places }) => places[0]?.raw === '2026年4月中旬至9月底');
    const next = moved(apart, own, 'end', day('2026-10-10'));
    expect(next.text?.match(/2026年4月中旬至10月上?初?旬?/g)).toHaveLength(2);
    expect(next.edits).toHaveLength(2);
  });
});

describe('it is refused', () => {
  test('with a reason, when the bar takes its time from the stage', () => {
    const [bar] = rowNamed(chartOf(twoAudiences), '整治村容村貌').bars;
    expect(moved(twoAudiences, bar, 'end', day('2026-10-20')).refusal).toContain('所在阶段');
  });
  test('when the end would come before the beginning', () => {
    const bar = barWith(manyStyles, '2026年3月1日至3月20日');
    expect(moved(manyStyles, bar, 'end', day('2026-02-20')).refusal).toBe('结束时间不能早于开始时间。');
  });
  test('when the bar is not there any more', () => {
    const result = moveDate(
      manyStyles,
      chartOf(manyStyles),
      recognise(manyStyles),
      { bar: 'x', end: 'end', day: day('2026-03-03') },
      recognise,
    );
    expect(result).toMatchObject({ refusal: { zh: '正文已经变动，请重试。' } });
  });
});

describe('after a move the reader reads the new day, and everything else as before', () => {
  for (const [name, text] of Object.entries({ manyStyles, twoAudiences })) {
    const before = barsOf(chartOf(text));
    const movable = before.filter(({ ends }) => ends.length > 0);

    test(name, () => {
      let edited = 0;
      fc.assert(
        fc.property(fc.constantFrom(...movable), fc.integer({ min: -40, max: 70 }), fc.nat(), (bar, by, which) => {
          const end = bar.ends[which % bar.ends.length] ?? 'end';
          const from = end === 'start' ? bar.start : bar.end;
          if (!from || by === 0) return;
          const to = addDays(from, by);
          const { text: next, edits } = moved(text, bar, end, to);
          if (next === undefined) return;
          edited++;
          const after = barsOf(chartOf(next));
          const own = after.find(({ places }) =>
            places.some(({ range }) =>
              edits.some((edit) => range.start <= edit.range.start && edit.range.start <= range.end),
            ),
          );
          const now = end === 'start' ? own?.start : own?.end;
          expect(now && toIso(now), newLine(text, next)).toBe(toIso(to));
          const other = end === 'start' ? 'end' : 'start';
          if (end !== 'day' && bar[other]) expect(own?.[other] && compare(own[other], bar[other])).toBe(0);
          // Outside of the edits not one sign has changed.
          const first = edits[0]?.range.start ?? 0;
          const last = edits.at(-1)?.range.end ?? 0;
          expect(next.slice(0, first)).toBe(text.slice(0, first));
          expect(next.endsWith(text.slice(last))).toBe(true);
        }),
        { numRuns: 25 },
      );
      // Most moves can be written.
      expect(edited).toBeGreaterThan(12);
    });
  }
});
