import { describe, expect, test } from 'vitest';
import { calendarText } from '../../../server/src/exchange/calendar/ics.ts';
import { withoutDays } from '../../../server/src/exchange/calendar/without-days.ts';
import { scheduleOf } from '../../../server/src/exchange/schedule/items.ts';
import { ledgerPlan, planOf } from './plans.ts';

const stamp = { year: 2026, month: 3, day: 1 };

function calendarOf(text: string): string {
  return calendarText([scheduleOf(planOf(text).plan, '方案')], stamp);
}

/** The events of a calendar, each as its properties, unfolded. */
function eventsOf(calendar: string): ReadonlyMap<string, string>[] {
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
  const events: Map<string, string>[] = [];
  let isAlarm = false;
  for (const line of lines) {
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    if (name === 'BEGIN') isAlarm = value === 'VALARM';
    const event = events.at(-1);
    const key = isAlarm ? `VALARM.${name}` : name;
    if (event && name !== 'BEGIN' && name !== 'END')
      event.set(key, event.has(key) ? `${event.get(key)} ${value}` : value);
    if (line === 'END:VALARM') isAlarm = false;
  }
  return events;
}

function eventOf(calendar: string, summary: string): ReadonlyMap<string, string> {
  const event = eventsOf(calendar).find((one) => one.get('SUMMARY')?.includes(summary));
  if (!event) throw new Error(`no event “${summary}” in\n${calendar}`);
  return event;
}

describe('a calendar', () => {
  const calendar = calendarOf(ledgerPlan);

  test('has a stage as an event of several days, its end exclusive', () => {
    const stage = eventOf(calendar, '阶段：宣传发动');
    expect(stage.get('DTSTART;VALUE=DATE')).toBe('20260302');
    expect(stage.get('DTEND;VALUE=DATE')).toBe('20260321');
    expect(stage.get('SUMMARY')).toBe('阶段：宣传发动');
  });

  test('has a deadline on its day, with who answers for it and two reminders at nine', () => {
    const limit = eventOf(calendar, '清理占道经营');
    expect(limit.get('SUMMARY')).toBe('截止：清理占道经营（综合执法队、龙海）');
    expect([limit.get('DTSTART;VALUE=DATE'), limit.get('DTEND;VALUE=DATE')]).toEqual(['20260420', '20260421']);
    expect(limit.get('VALARM.TRIGGER')).toBe('-P2DT15H -PT15H');
    expect(limit.get('DESCRIPTION')).toContain('阶段：集中整治');
    expect(limit.get('TRANSP')).toBe('TRANSPARENT');
  });

  test('has a meeting on its day', () => {
    const meeting = eventOf(calendar, '召开动员大会');
    expect(meeting.get('SUMMARY')).toBe('召开动员大会（市场服务中心）');
    expect(meeting.get('DTSTART;VALUE=DATE')).toBe('20260310');
  });

  test('repeats a duty whose day is certain, within its stage', () => {
    const duty = eventOf(calendar, '报送进度');
    expect(duty.get('RRULE')).toBe('FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20260510');
    expect(duty.get('DTSTART;VALUE=DATE')).toBe('20260325');
  });

  test('has the rows of a ledger, a fuzzy limit on its last day', () => {
    expect(eventOf(calendar, '更换管道60米').get('DTSTART;VALUE=DATE')).toBe('20260430');
    expect(eventOf(calendar, '施划车位40个').get('DTSTART;VALUE=DATE')).toBe('20260430');
  });

  test('is stamped with the day that it is given, whatever the clock says', () => {
    for (const event of eventsOf(calendar)) expect(event.get('DTSTAMP')).toBe('20260301T000000Z');
    expect(calendarOf(ledgerPlan)).toBe(calendar);
  });

  test('folds its lines at 75 octets and ends them with CRLF', () => {
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('gives each event an identity of its own', () => {
    const ids = eventsOf(calendar).map((event) => event.get('UID'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{26}@fangan$/);
  });

  test('keeps the identity of an event when days move and other things come in front', () => {
    const moved = calendarOf(
      ledgerPlan
        .replace('4月20日前完成', '4月28日前完成')
        .replace('1. 清理占道经营', '1. 设置卸货区。4月5日前完成。\n2. 清理占道经营')
        .replace(
          '更换管道60米 | 市场服务中心 | 孙雅琴 | 2026年4月30日前',
          '更换管道60米 | 市场服务中心 | 冯立新 | 2026年5月6日前',
        ),
    );
    for (const name of ['清理占道经营', '更换管道60米', '阶段：集中整治', '报送进度']) {
      expect(eventOf(moved, name).get('UID'), name).toBe(eventOf(calendar, name).get('UID'));
    }
    expect(eventOf(moved, '清理占道经营').get('DTSTART;VALUE=DATE')).toBe('20260428');
  });
});

describe('an event whose title holds its day', () => {
  const plan = (limit: string, day: string, number = 2) =>
    calendarOf(
      `# 消防整改工作方案\n\n## 一、时间安排\n\n### （一）整改阶段（2026年3月1日至4月30日）\n\n1.建立台账。责任人：高云，4月1日前完成。\n\n${number}.复查，2026年${limit}前完成。责任人：彭立。\n\n${number + 1}.${day}上午召开推进会。\n`,
    );
  const before = plan('4月10日', '3月20日');

  test('keeps its identity when the day or its number changes', () => {
    const after = plan('4月18日', '3月25日', 4);
    for (const name of ['复查', '召开推进会']) {
      expect(eventOf(after, name).get('UID'), name).toBe(eventOf(before, name).get('UID'));
    }
    expect(eventOf(after, '复查').get('DTSTART;VALUE=DATE')).toBe('20260418');
  });

  test('is named by the rest where that says enough', () => {
    expect(eventOf(before, '召开推进会').get('SUMMARY')).toMatch(/^召开推进会/);
    expect(eventOf(before, '召开推进会').get('DESCRIPTION')).toContain('方案中的时间：3月20日上午');
  });

  test.each([
    ['春节前开展安全检查', '春节前开展安全检查'],
    ['2026年度总结', '2026年度总结'],
    ['3.3月20日上午召开推进会', '召开推进会'],
    ['复查（4月10日前）', '复查'],
    ['复查，2026年4月10日前完成', '复查，完成'],
  ])('%s', (title, name) => {
    expect(withoutDays(title)).toBe(name);
  });
});

test('a calendar ends its last line', () => {
  expect(calendarOf(ledgerPlan)).toMatch(/[^\r\n]\r\nEND:VCALENDAR\r\n$/);
});

test('the window of a stage with a day that cannot be is listed, not moved', () => {
  const { items, undated } = scheduleOf(
    planOf(
      '# 消防整改工作方案\n\n## 一、时间安排\n\n第一阶段：动员（2026年3月1日至3月10日）。召开会议。\n\n第二阶段：验收（3月31日—4月31日）。组织验收。\n',
    ).plan,
    '',
  );
  expect(items.map(({ title }) => title)).toEqual(['动员']);
  expect(undated.map(({ title, reason, raw }) => [title, reason.zh, raw])).toEqual([
    ['验收', '日期有误', '3月31日—4月31日'],
  ]);
});

describe('what has no day', () => {
  test('is listed, and no year is made up', () => {
    const { undated } = scheduleOf(planOf(ledgerPlan).plan, '');
    expect(undated.map(({ title, reason }) => [title, reason.zh])).toEqual([['增设垃圾箱12个', '长期事项']]);
    const { items, undated: nothing } = scheduleOf(
      planOf(
        '# 消防演练工作方案\n\n## 一、工作措施\n\n| 任务 | 责任人 | 完成时限 |\n| --- | --- | --- |\n| 组织演练 | 高云 | 4月30日 |\n',
      ).plan,
      '',
    );
    expect(items).toEqual([]);
    expect(nothing.map(({ title, reason }) => [title, reason.zh])).toEqual([['组织演练', '没有写明年份']]);
  });

  test('is so with a day that cannot be', () => {
    const { undated } = scheduleOf(
      planOf(
        '# 消防整改方案\n\n## 一、整改措施\n\n1. 清理通道。责任人：高云，2026年4月31日前完成。\n2. 更换灭火器。责任人：彭立，2026年4月20日前完成。\n',
      ).plan,
      '',
    );
    expect(undated.map(({ title, reason }) => [title, reason.zh])).toEqual([['清理通道', '日期有误']]);
  });
});

describe('a duty that returns', () => {
  const planWith = (words: string) =>
    scheduleOf(
      planOf(
        `# 安全生产专项整治方案\n\n## 一、实施步骤\n\n### 第一阶段：集中整治（2026年1月5日至12月31日）\n\n1. 隐患排查。安监站${words}报送排查情况。\n2. 总结。安监站负责，12月20日前完成。\n`,
      ).plan,
      '',
    );

  test.each([
    ['每月25日前', 'FREQ=MONTHLY;BYMONTHDAY=25', '2026-1-25'],
    ['每月30日前', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', '2026-1-30'],
    ['每月底前', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-1-31'],
    ['每周五前', 'FREQ=WEEKLY;BYDAY=FR', '2026-1-9'],
    ['每季度末前', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', '2026-3-31'],
  ])('%s is certain', (words, rule, first) => {
    const duty = planWith(words).items.find(({ kind }) => kind === 'duty');
    expect(duty?.recurrence?.rule).toBe(rule);
    expect(`${duty?.start.year}-${duty?.start.month}-${duty?.start.day}`).toBe(first);
  });

  test.each(['每月', '每月上旬', '每季度', '每周', '每季度初前'])('%s is not', (words) => {
    const { items, undated } = planWith(words);
    expect(items.filter(({ kind }) => kind === 'duty')).toEqual([]);
    expect(undated.map(({ title }) => title)).toContain('隐患排查');
  });
});

test('a vague owner in its own words is shown, and not replaced by that of the stage', () => {
  const { items } = scheduleOf(
    planOf(
      '# 整治工作方案\n\n## 一、时间步骤\n\n### （一）整改阶段（2026年3月11日至4月30日）\n\n责任人：高云。\n\n1.每月25日前报送进展。责任单位：各科室。\n\n2.建立台账。责任单位：各科室。完成时限：2026年4月10日前。\n\n3.复查。完成时限：2026年4月20日前。\n',
    ).plan,
    '',
  );
  expect(items.filter(({ kind }) => kind !== 'stage').map(({ title, owners }) => [title, owners])).toEqual([
    ['每月25日前报送进展', ['各科室']],
    ['建立台账', ['各科室']],
    ['复查', ['高云']],
  ]);
});

describe('the sentences of running text', () => {
  const itemsOf = (text: string) =>
    scheduleOf(
      planOf(`# 消防整改实施方案\n\n## 一、总体要求\n\n${text}\n\n云岭县档案局\n2026年3月1日\n`).plan,
      '',
    ).items.map(({ kind, title, end }) => [kind, title, `${end.month}-${end.day}`]);

  test('give limits and meetings', () => {
    expect(itemsOf('2026年5月1日前完成全部任务。\n\n5月20日召开总结会。')).toEqual([
      ['deadline', '完成全部任务', '5-1'],
      ['event', '召开总结会', '5-20'],
    ]);
  });

  test.each([
    '根据2026年3月20日召开的全县消防会议精神，制定本方案。',
    '根据2026年3月20日召开会议的部署，制定本方案。',
    '依据《消防整改意见》（2026年3月20日），抓好整改。',
    '我局已于2026年3月20日召开动员会。',
    '2026年2月10日召开了动员会。',
    '2026年2月10日召开动员会，作了部署。',
  ])('give nothing of grounds and of what has been: %s', (text) => {
    expect(itemsOf(text)).toEqual([]);
  });

  test('are named by their heading where they say only who and when', () => {
    expect(itemsOf('（一）规范车辆管理。登记车辆。由派出所负责，2026年6月30日前完成。')).toEqual([
      ['deadline', '规范车辆管理', '6-30'],
    ]);
  });

  test('are not doubled where a task has the same day', () => {
    const { items } = scheduleOf(
      planOf(
        '# 消防整改方案\n\n## 一、整改措施\n\n1. 清理通道。责任人：高云，2026年4月20日前完成。\n2. 更换灭火器。责任人：彭立，2026年4月25日前完成。\n',
      ).plan,
      '',
    );
    expect(items).toHaveLength(2);
  });
});
