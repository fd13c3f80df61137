import { describe, expect, test } from 'vitest';
import { readChart } from '../../../../server/src/exchange/timeline/read.ts';
import { chartOf, day, daysOf, manyStyles, recognise, rowNamed, rowsOf, twoAudiences } from './plans.ts';

const marker = (text: string, start: number, end: number) => text.slice(start, end);

describe('windows by audience', () => {
  const chart = chartOf(twoAudiences);
  const stage = (label: string) => {
    const rows = rowsOf(chart);
    const at = rows.findIndex((row) => row.kind === 'stage' && row.label === label);
    const next = rows.findIndex((row, index) => index > at && row.kind !== 'audience');
    return rows.slice(at, next).map((row) => [row.audience ?? '', ...row.bars.map(daysOf)]);
  };

  test('each has a row, the words of body and table for the same people are one', () => {
    expect(stage('集中创建')).toEqual([
      [''],
      ['镇机关', '2026-04-11~2026-04-20 … 2026-09-21~2026-09-30'],
      ['村', '2026-04-21~2026-04-30 … 2026-10-21~2026-10-31', '2026-04-21~2026-04-30 … 2026-11-11~2026-11-20'],
    ]);
    expect(rowNamed(chart, '镇机关', '镇机关').bars[0]?.places.map(({ origin }) => origin)).toEqual(['table']);
  });

  test('a window that names nobody stands in the row of the stage', () => {
    expect(stage('宣传发动')[0]).toEqual(['', '2026-03-01~2026-03-10 … 2026-04-11~2026-04-20']);
  });

  test('places that agree are one bar that names them all', () => {
    const bar = rowsOf(chart).find(({ audience, id }) => audience === '镇机关' && id.startsWith('0.s1'))?.bars[0];
    expect(bar?.places.map(({ origin, raw }) => [origin, raw])).toEqual([
      ['body', '从2026年4月中旬开始，到9月底基本结束'],
      ['table', '2026年4月中旬至9月底'],
    ]);
  });

  test('places that cannot both be true say so', () => {
    const village = rowsOf(chart).find(({ audience, id }) => audience === '村' && id.startsWith('0.s1'));
    expect(village?.bars.map(({ doubts }) => doubts.map(({ kind, message }) => [kind, message.zh]))).toEqual([
      [['conflict', '与附表的“2026年4月下旬至11月中旬”不一致']],
      [['conflict', '与正文的“从2026年4月下旬开始，到10月底基本结束”不一致']],
    ]);
  });
});

describe('what is lacking is what the rules say', () => {
  test('a stage without window', () => {
    expect(rowNamed(chartOf(twoAudiences), '总结验收').lacks).toEqual(['window']);
    expect(rowNamed(chartOf(twoAudiences), '宣传发动').lacks).toEqual([]);
  });

  test('a row of a ledger without time and owner, and one that goes on for ever', () => {
    const chart = chartOf(manyStyles);
    expect(rowNamed(chart, '设立公示牌').lacks).toEqual(['deadline', 'owner']);
    const ongoing = rowNamed(chart, '巡河管护');
    expect([ongoing.lacks, ongoing.bars, ongoing.notes.map(({ zh }) => zh)]).toEqual([[], [], ['长期坚持']]);
  });
});

test('what names no days is shown in its own words', () => {
  const text = manyStyles.replace('| 5 | 设立公示牌 | | |', '| 5 | 设立公示牌 | 办公室 | 会后5日内 |');
  const row = rowNamed(chartOf(text), '设立公示牌');
  expect([row.bars, row.lacks, row.notes.map(({ zh }) => zh)]).toEqual([[], [], ['会后5日内']]);
});

describe('bars', () => {
  const chart = chartOf(manyStyles);

  test('know the words that they were read from', () => {
    for (const row of rowsOf(chart)) {
      for (const bar of row.bars) {
        const [place] = bar.places;
        if (place && !bar.inherited)
          expect(marker(manyStyles, place.range.start, place.range.end)).toContain(place.raw);
      }
    }
  });

  test('have an open side where none is written, and say why it cannot be moved', () => {
    const bar = rowsOf(chart)
      .flatMap(({ bars }) => bars)
      .find(({ span }) => span.raw === '9月20日前');
    expect([bar && daysOf(bar), bar?.ends]).toEqual([' … 2026-09-20', ['end']]);
    expect(bar?.fixed?.zh).toContain('只写了一端');
  });

  test('of a step without a time of its own are those of the stage, and cannot be moved', () => {
    const [bar] = rowNamed(chartOf(twoAudiences), '整治村容村貌').bars;
    expect([bar?.inherited, bar?.ends, bar?.fixed?.zh.includes('所在阶段')]).toEqual([true, [], true]);
  });

  test('of a column of limits move as a whole', () => {
    expect(rowNamed(chart, '修复护坡300米').bars[0]?.ends).toEqual(['day']);
    expect(rowNamed(chart, '安装护栏500米').bars[0]?.ends).toEqual(['start', 'end']);
  });

  test('whole months and years are not fuzzy, parts of months are', () => {
    expect(daysOf(rowNamed(chart, '总结提高').bars[0] ?? fail())).toBe('2026-10-01 … 2026-12-31');
    expect(daysOf(rowNamed(chart, '集中整治').bars[0] ?? fail())).toBe('2026-04-21~2026-04-30 … 2026-09-21~2026-09-30');
  });
});

describe('a plan without years', () => {
  const yearless =
    '# 春季植树活动方案\n\n## 一、步骤\n\n### 第一阶段：准备（2月下旬至3月10日）\n\n由学校准备树苗。\n\n### 第二阶段：植树（3月11日至3月20日）\n\n由各班植树。\n';
  test('is drawn in some year, and no year is named', () => {
    const chart = chartOf(yearless);
    expect(chart.yearKnown).toBe(false);
    const [bar] = rowNamed(chart, '植树').bars;
    expect([bar?.start?.month, bar?.start?.day, bar?.yearShift === 0]).toEqual([3, 11, false]);
  });

  test('takes the year of a plan beside it', () => {
    const chart = chartOf(`${manyStyles}\n${yearless}`);
    expect(daysOf(rowNamed(chart, '植树').bars[0] ?? fail())).toBe('2026-03-11 … 2026-03-20');
  });
});

test('windows of a superior plan stand behind those of the stages, and what lies outside says so', () => {
  const superior =
    '# 云岭县河道整治实施方案\n\n整治从2026年3月开始，到9月底结束，制定本方案。\n\n## 一、步骤\n\n### 第一阶段：集中整治（2026年4月至6月）\n\n清淤。\n';
  const own =
    '# 柳溪镇河道整治实施方案\n\n根据《云岭县河道整治实施方案》，制定本方案。\n\n## 一、步骤\n\n### 第一阶段：集中整治（2026年5月至7月）\n\n清淤。\n';
  const chart = readChart({ recognised: recognise(`${superior}\n${own}`), today: day('2026-05-05'), language: 'zh' });
  const rows = chart.plans[1]?.rows ?? [];
  expect(rows.find(({ kind }) => kind === 'plan')?.backdrops.map(({ title }) => title)).toEqual([
    '云岭县河道整治实施方案',
  ]);
  const stage = rows.find(({ label }) => label === '集中整治');
  expect(stage?.backdrops.map(({ raw }) => raw)).toEqual(['2026年4月至6月']);
  expect(stage?.bars[0]?.doubts.map(({ kind }) => kind)).toEqual(['outside']);
});

describe('dates that belong to no stage or measure', () => {
  test('are named by what stands before them where they have a label only', () => {
    const text =
      '# 会务工作方案\n\n为办好会议，制定本方案。\n\n## 一、分工\n\n1. 印制会议材料。（责任单位：秘书科；完成时限：2026年5月20日前）\n';
    expect(rowsOf(chartOf(text)).map(({ label }) => label)).toContain('印制会议材料');
  });

  const notice =
    '# 知识竞赛活动方案\n\n为普及知识，根据2025年3月印发的要求，制定本方案。\n\n## 一、时间安排\n\n报名时间：2026年3月1日至3月15日。4月20日前完成初赛，5月下旬举行决赛。\n\n2026年2月20日\n';
  test('have rows named by what is to be done', () => {
    const rows = rowsOf(chartOf(notice)).filter(({ kind }) => kind === 'task');
    expect(rows.map(({ label, bars }) => [label, ...bars.map(daysOf)])).toEqual([
      ['报名时间', '2026-03-01 … 2026-03-15'],
      ['完成初赛', ' … 2026-04-20'],
      ['举行决赛', '2026-05-21~2026-05-31 … 2026-05-21~2026-05-31'],
    ]);
  });
});

function fail(): never {
  throw new Error('no bar');
}
