import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (title: string, lines: readonly string[]) =>
  (
    readPlans(`# 第六届“清溪杯”辩论赛方案\n\n一、${title}\n\n${lines.join('\n\n')}\n\n团委\n2026年3月2日\n`).plans[0]
      ?.stages ?? []
  ).map(({ name, schedules: [own] }) => {
    const day = (one?: { readonly month: number; readonly day: number }) => (one ? `${one.month}.${one.day}` : '');
    return `${name.value} ${day(own?.span.start)}-${day(own?.span.end)}`;
  });

describe('rounds of a contest right below one another', () => {
  test.each(['活动时间', '赛制与安排'])('below %s', (title) => {
    expect(
      stagesOf(title, ['初赛：3月9日至12日，在阶梯教室举行。', '复赛：3月16日，3月18日-19日。', '决赛：3月27日。']),
    ).toEqual(['初赛 3.9-3.12', '复赛 3.16-3.19', '决赛 3.27-3.27']);
  });

  test('with the days of each group', () => {
    expect(stagesOf('活动时间', ['初赛：3月9日 A组，3月10日 B组，3月11日 C组。', '决赛：3月27日。'])).toEqual([
      '初赛 3.9-3.11',
      '决赛 3.27-3.27',
    ]);
  });

  test('labels of time', () => {
    expect(
      stagesOf('参赛办法', ['作品提交时间：3月9日至4月10日', '评审时间：4月13日至17日', '公示时间：4月20日']),
    ).toEqual(['作品提交 3.9-4.10', '评审 4.13-4.17', '公示 4.20-4.20']);
  });

  test('last days further on in the first clauses', () => {
    expect(
      stagesOf('请有意者', [
        '·预报名：填写附件1，于3月9日12:00前发至团委邮箱；',
        '·正式报名：认真填写附件2，于3月13日前将纸质稿交团委。',
      ]),
    ).toEqual(['预报名 -3.9', '正式报名 -3.13']);
  });

  test.each([
    ['single days of events', ['初赛：3月9日', '决赛：3月27日']],
    ['one of them', ['初赛：3月9日至12日', '地点：图书馆']],
    ['labels of other things', ['报名方式：3月9日至12日网上填报', '报名材料：3月9日至12日递交']],
    [
      'far behind the label',
      ['初赛：每场四队，单场最后一名淘汰。3月9日至12日举行。', '决赛：四队参加。3月16日至17日举行。'],
    ],
    ['contests side by side', ['篮球比赛：3月9日至12日', '拔河比赛：3月13日']],
    ['rounds of other sports', ['乒乓球决赛：3月9日至12日', '篮球初赛：3月13日']],
    ['events of a week', ['作品展示：3月9日至12日', '表彰：3月13日']],
    ['against the order of time', ['作品提交：3月16日至20日', '评审：3月9日至12日']],
    ['a last day and an event', ['报名截止时间：3月9日', '比赛时间：3月13日']],
  ])('%s: none', (_kind, lines) => expect(stagesOf('比赛事项', lines)).toEqual([]));
});

test('rounds with their days in figures, which are no part of their names', () => {
  expect(stagesOf('时间表', ['1.预赛（3.9-3.12）', '2.半决赛（3.16-3.18）', '3.决赛（3.27）'])).toEqual([
    '预赛 3.9-3.12',
    '半决赛 3.16-3.18',
    '决赛 3.27-3.27',
  ]);
});

test('what leads to the words behind a bracket, or asks for them, is no name; chapters are no days', () => {
  expect(stagesOf('实施步骤', ['第一阶段（3月9日至12日）请各班报名。', '第二阶段（3月16日至18日）为评审。'])).toEqual([
    '第一阶段 3.9-3.12',
    '评审 3.16-3.18',
  ]);
  expect(stagesOf('实施步骤', ['第一阶段（1.1-1.3）为基础训练。', '第二阶段（2.1-2.4）为提高训练。'])).toEqual([
    '基础训练 -',
    '提高训练 -',
  ]);
});
