import { describe, expect, test } from 'vitest';
import { PlanChecker } from '../../../server/src/cli/plan-checker.ts';
import { parseConfiguration } from '../../../server/src/workspace/configuration.ts';
import { printedSettings } from '../../../server/src/workspace/effective-settings.ts';
import { resolveSettings } from '../../../server/src/workspace/settings.ts';
import { MemoryFiles } from './memory-files.ts';

const faultsOf = (text: string) =>
  parseConfiguration(text).faults.map(({ value, range }) => `${text.slice(range.start, range.end)}: ${value.zh}`);

const plan = (deadline: string) => `---
plan: implementation-plan
---

# 消防通道清理工作实施方案

一、工作步骤

（一）清理自查。各村民小组${deadline}报送自查情况。责任人：周青山。

槐树沟村民委员会

2026年5月8日
`;

async function daysAbout(files: Readonly<Record<string, string>>, path: string, deadline: string) {
  const settings = await resolveSettings(path, new MemoryFiles(files));
  expect(settings.faults).toEqual([]);
  const rules = ['holiday-deadline', 'duration-mismatch'];
  return new PlanChecker()
    .check(plan(deadline), settings)
    .problems.filter(({ rule }) => rules.includes(rule))
    .map(({ rule, message, fix }) => `${rule} ${message}${fix ? ` → ${fix.edits[0]?.text}` : ''}`);
}

describe('what is wrong in a calendar is said at its place', () => {
  test.each([
    ['holidays: [{ name: 校庆日, date: 2026-02-30 }]', '2026-02-30: “2026-02-30”没有这一天，应写作 2026-05-04 的样子'],
    ['holidays: [{ date: 5月4日 }]', '5月4日: “5月4日”没有这一天，应写作 2026-05-04 的样子'],
    ['workdays: [{ date: +002026-05-04 }]', '+002026-05-04: “+002026-05-04”没有这一天，应写作 2026-05-04 的样子'],
    ['daysOff: [{ from: 2026-08-31, to: 2026-07-01 }]', '2026-07-01: 结束“2026-07-01”早于开始“2026-08-31”'],
    ['daysOff: [{ from: 2026-07-01, to: 2036-07-01 }]', '2036-07-01: 不得长于 400 天'],
    ['daysOff: [{ from: 2026-07-01 }]', '{ from: 2026-07-01 }: 应写明 date，或者 from 和 to'],
    ['workdays: [{ name: 调休 }]', '{ name: 调休 }: 应写明 date，或者 from 和 to'],
    ['workdays: [{ date: 2026-05-09, to: 2026-05-10 }]', '2026-05-10: 写了 date，就不能再写 from、to'],
    ['workdays: [{ date: 20260509 }]', '20260509: 此处应为文字'],
    ['workday: []', 'workday: 未知的键“workday”'],
    ['workdays: [{ day: 2026-05-09 }]', 'day: 未知的键“day”'],
  ])('%s', (line, fault) => {
    expect(faultsOf(`calendar:\n  ${line}\n`)).toContain(fault);
    const inOverride = faultsOf(`overrides:\n  - files: '*.md'\n    calendar:\n      ${line}\n`);
    expect(inOverride).toContain(fault);
  });

  test('a holiday that is worked', () => {
    const text =
      'calendar:\n  holidays: [{ name: 校庆, from: 2026-05-04, to: 2026-05-06 }]\n  workdays: [{ date: 2026-05-06 }, { date: 2026-05-09 }]\n';
    expect(faultsOf(text)).toEqual(['{ date: 2026-05-06 }: 与 holidays 中的假日“校庆”是同一天，不能既放假又上班']);
  });

  test('one slip leaves the rest', () => {
    const { days } = parseConfiguration('calendar: { holidays: [{ date: 2026-13-01 }, { date: 2026-05-04 }] }\n');
    expect(days).toHaveLength(1);
  });

  test('a day that is worked within the school holidays is none', () => {
    expect(
      faultsOf(
        'calendar:\n  daysOff: [{ name: 暑假, from: 2026-07-06, to: 2026-08-31 }]\n  workdays: [{ name: 返校, date: 2026-08-28 }]\n',
      ),
    ).toEqual([]);
  });
});

describe('a deadline', () => {
  const own = (calendar: string) => ({ '/w/fangan.yaml': `calendar:\n${calendar}` });

  test('on an own holiday', async () => {
    const files = own('  holidays: [{ name: 三月三, date: 2026-05-14 }]\n');
    expect(await daysAbout(files, '/w/a.md', '于2026年5月14日前')).toEqual([
      'holiday-deadline “2026年5月14日前”的截止日2026年5月14日（星期四）是三月三放假，建议提前到5月13日（星期三）。 → 5月13日',
    ]);
    expect(await daysAbout({}, '/w/a.md', '于2026年5月14日前')).toEqual([]);
  });

  test('on a Saturday that the office works, and on one that it does not', async () => {
    const files = own('  workdays: [{ date: 2026-05-16 }]\n');
    expect(await daysAbout(files, '/w/a.md', '于2026年5月16日前')).toEqual([]);
    expect(await daysAbout(files, '/w/a.md', '于2026年5月23日前')).toHaveLength(1);
  });

  test('on a public holiday that the office works', async () => {
    const files = own('  workdays: [{ name: 防汛值班, from: 2026-06-19, to: 2026-06-21 }]\n');
    expect(await daysAbout({}, '/w/a.md', '于2026年6月19日前')).toEqual([expect.stringContaining('端午放假')]);
    expect(await daysAbout(files, '/w/a.md', '于2026年6月19日前')).toEqual([]);
  });

  test('weeks into the school holidays is not moved in front of them', async () => {
    const files = own('  daysOff: [{ name: 暑假, from: 2026-07-06, to: 2026-08-31 }]\n');
    expect(await daysAbout(files, '/w/a.md', '于2026年8月20日前')).toEqual([
      'holiday-deadline “2026年8月20日前”的截止日2026年8月20日（星期四）在“暑假”期间，上一个工作日是7月3日，请确认届时有人办理，或者另定日期。',
    ]);
    expect(await daysAbout(files, '/w/a.md', '于2026年7月7日前')).toEqual([
      expect.stringContaining('是暑假，建议提前到7月3日'),
    ]);
  });

  test('in a year of which no holiday notice is known', async () => {
    const files = own('  holidays: [{ name: 建厂纪念日, date: 2031-05-14 }]\n');
    expect(await daysAbout(files, '/w/a.md', '于2031年5月14日前')).toEqual([expect.stringContaining('建厂纪念日放假')]);
  });
});

test('working days are counted by the calendar of the office', async () => {
  // From 8 May, a Friday, to the Tuesday: the Saturday is worked for 劳动节.
  const off = { '/w/fangan.yaml': 'calendar:\n  holidays: [{ name: 校庆, date: 2026-05-11 }]\n' };
  const notice = (days: number) => expect.stringContaining(`只有${days}个工作日`);
  expect(await daysAbout({}, '/w/a.md', '于2026年5月12日前')).toEqual([]);
  expect(await daysAbout(off, '/w/a.md', '于2026年5月12日前')).toEqual([notice(2)]);
});

test('a limit in working days ends where the calendar of the office says', async () => {
  const settings = (calendar: string) =>
    resolveSettings('/w/a.md', new MemoryFiles({ '/w/fangan.yaml': `calendar: ${calendar}\n` }));
  const checker = new PlanChecker();
  const end = async (calendar: string) => {
    const { document } = checker.read(plan('在本方案印发之日起5个工作日内'), await settings(calendar));
    return document.plans[0]?.dates.find(({ expression }) => expression.kind === 'relative')?.span?.end;
  };
  expect(await end('{}')).toEqual({ year: 2026, month: 5, day: 14 });
  // The same reader and the same text: only the calendar is another one.
  expect(await end('{ holidays: [{ date: 2026-05-12 }] }')).toEqual({ year: 2026, month: 5, day: 15 });
  expect(await end('{ workdays: [{ date: 2026-05-10 }] }')).toEqual({ year: 2026, month: 5, day: 13 });
});

test('later places of a configuration count more: its base, itself, and what it says of some files', async () => {
  const files = {
    '/w/base.yaml': 'calendar:\n  holidays: [{ name: 校庆, from: 2026-05-14, to: 2026-05-15 }]\n',
    '/w/fangan.yaml': `extends: base.yaml
calendar: { workdays: [{ date: 2026-05-15 }] }
overrides:
  - { files: '食堂/**', calendar: { workdays: [{ date: 2026-05-14 }] } }
`,
  };
  const days = async (path: string) => {
    const printed = JSON.parse(printedSettings(await resolveSettings(path, new MemoryFiles(files)))) as {
      calendar: unknown;
    };
    return printed.calendar;
  };
  expect(await days('/w/a.md')).toEqual([
    { name: '校庆', off: true, date: '2026-05-14' },
    { name: '调休', off: false, date: '2026-05-15' },
  ]);
  expect(await days('/w/食堂/a.md')).toEqual([{ name: '调休', off: false, from: '2026-05-14', to: '2026-05-15' }]);
  expect(await daysAbout(files, '/w/食堂/a.md', '于2026年5月14日前')).toEqual([]);
  expect(await daysAbout(files, '/w/a.md', '于2026年5月14日前')).toHaveLength(1);
});

test('lengths in working days and gaps between stages go by it', async () => {
  const text = `---
plan: implementation-plan
---

# 校舍维修工作实施方案

一、工作步骤

（一）摸底阶段（2026年5月18日至5月29日，为期9个工作日）。逐栋登记。

（二）维修阶段（2026年6月15日至6月30日）。逐栋维修。
`;
  const found = async (calendar: string) => {
    const files = new MemoryFiles({ '/w/fangan.yaml': `calendar: ${calendar}\n` });
    return new PlanChecker()
      .check(text, await resolveSettings('/w/a.md', files))
      .problems.filter(({ rule }) => rule === 'duration-mismatch' || rule === 'date-order')
      .map(({ message }) => message);
  };
  expect(await found('{}')).toEqual([expect.stringContaining('16天')]);
  expect(await found('{ daysOff: [{ name: 农忙假, from: 2026-05-30, to: 2026-06-14 }] }')).toEqual([]);
  expect(await found('{ holidays: [{ from: 2026-05-25, to: 2026-05-29 }] }')).toEqual([
    expect.stringContaining('只有5个工作日'),
    expect.stringContaining('16天'),
  ]);
});
