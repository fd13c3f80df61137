import { describe, expect, test } from 'vitest';
import { loadProfile } from '../../../server/src/profiles/load.ts';
import { readDay, readFields } from '../../../server/src/profiles/new-plan.ts';
import { asSnippet, asText, readSkeleton } from '../../../server/src/profiles/skeleton.ts';
import { planTemplate } from '../../../server/src/profiles/template.ts';

const today = { year: 2026, month: 2, day: 3 };
const values = { year: '2026' };
const stop = (number: number, words: string) => `\${${number}:${words}}`;

describe('a skeleton', () => {
  test('has blanks that are reported until they are filled in, and suggestions that may stand', () => {
    const parts = readSkeleton('由{××科}负责，{=每月}检查，{月日}前报{联系电话}。', values);
    expect(asText(parts)).toBe('由××科负责，每月检查，××月××日前报【填写联系电话】。');
  });

  test('gives a blank that means the same thing one number, wherever it stands', () => {
    const parts = readSkeleton('{单位名称}的{活动名称}由{×××}和{×××}负责，{单位名称}印发', values);
    expect(asSnippet(parts)).toBe(
      `${stop(1, '××单位')}的${stop(2, '××活动')}由${stop(3, '×××')}和${stop(4, '×××')}负责，$1印发`,
    );
  });

  test('keeps what the author said from being read as snippet syntax', () => {
    const parts = readSkeleton('{单位名称}印发', { ...values, unit: 'a$1}\\b' });
    expect(asSnippet(parts)).toBe('a\\$1\\}\\\\b印发');
    expect(asText(parts)).toBe('a$1}\\b印发');
  });

  test('may leave a variable of the editor to the editor', () => {
    const year = '$CURRENT_YEAR';
    expect(asSnippet(readSkeleton('{日期}前', { year }), year)).toBe(`${stop(1, '$CURRENT_YEAR年××月××日')}前`);
  });
});

describe('what an author types', () => {
  test.each([
    ['2026-03-02', { year: 2026, month: 3, day: 2 }],
    ['2026年3月2日', { year: 2026, month: 3, day: 2 }],
    ['2027 年 3 月 2 日', { year: 2027, month: 3, day: 2 }],
    ['2026.3.2', { year: 2026, month: 3, day: 2 }],
    ['3月2日', { year: 2026, month: 3, day: 2 }],
    ['2月30日', undefined],
    ['下周', undefined],
    ['', undefined],
  ])('%s as a day', (text, day) => expect(readDay(text, 2026)).toEqual(day));

  test.each([
    ['《关于加强安全工作的意见》（云政发〔2026〕3号）', '关于加强安全工作的意见', '云政发〔2026〕3号'],
    ['关于加强安全工作的意见', '关于加强安全工作的意见', undefined],
    ['《关于印发〈甲方案〉的通知》', '关于印发〈甲方案〉的通知', undefined],
    ['关于加强安全工作的意见(云政发[2026]3号)', '关于加强安全工作的意见', '云政发〔2026〕3号'],
    ['《关于加强安全工作的意见》云政发【2026】3号', '关于加强安全工作的意见', '云政发〔2026〕3号'],
    ['关于加强安全工作的意见 云政办发（2026）12号', '关于加强安全工作的意见', '云政办发〔2026〕12号'],
    ['云政发〔2026〕3号《关于加强安全工作的意见》', '关于加强安全工作的意见', '云政发〔2026〕3号'],
    ['云政发[2026]3号', undefined, '云政发〔2026〕3号'],
    ['《云政发〔2026〕3号》', undefined, '云政发〔2026〕3号'],
    ['关于做好2026年（第3号）台风防御的通知', '关于做好2026年（第3号）台风防御的通知', undefined],
    ['  ', undefined, undefined],
  ])('%s as a superior document', (superior, title, number) => {
    const read = readFields({ superior }, today).values;
    expect([read.superior, read.superiorNumber]).toEqual([title, number]);
  });

  test('has the brackets of a number as numbers have them', () => {
    expect(readFields({ superiorNumber: '云政发 [2026] 3号' }, today).values.superiorNumber).toBe('云政发〔2026〕3号');
  });

  test('is told what is wrong, field by field', () => {
    const { faults } = readFields({ start: '3月32日', end: '2026-01-01' }, today);
    expect(faults.map(({ field }) => field)).toEqual(['start']);
    expect(readFields({ start: '2026-03-02', end: '2026-03-01' }, today).faults.map(({ field }) => field)).toEqual([
      'end',
    ]);
  });
});

describe('a new plan', () => {
  const titleOf = (id: string, fields: Parameters<typeof readFields>[0]) => {
    const profile = loadProfile(id);
    if (!profile) throw new Error(id);
    return /^# (.*)$/m.exec(asText(planTemplate(profile, readFields(fields, today).values)))?.[1];
  };

  test.each([
    ['campaign', '户外广告', '鹿桥区户外广告专项整治工作方案'],
    ['campaign', '户外广告专项整治', '鹿桥区户外广告专项整治工作方案'],
    ['campaign', '户外广告专项整治工作方案', '鹿桥区户外广告专项整治工作方案'],
    ['campaign', '校园周边环境专项整治行动', '鹿桥区校园周边环境专项整治行动工作方案'],
    ['campaign', '户外广告整治工作方案', '鹿桥区户外广告整治工作方案'],
    ['creation', '创建文明村镇', '鹿桥区创建文明村镇工作方案'],
    ['creation', '文明村镇', '鹿桥区创建文明村镇工作方案'],
    ['creation', '文明校园创建活动', '鹿桥区文明校园创建活动工作方案'],
    ['campus-activity', '', '鹿桥区××活动方案'],
    ['stage-plan', '作风建设整改落实阶段', '鹿桥区作风建设整改落实阶段实施方案'],
    ['activity-plan', '读书月活动', '鹿桥区读书月活动方案'],
    ['implementation-plan', '鹿桥区垃圾分类', '鹿桥区垃圾分类实施方案'],
  ])('%s about %s is called %s', (id, activity, title) =>
    expect(titleOf(id, { unit: '鹿桥区', activity })).toBe(title),
  );

  test('names the day of an event that lasts one day once', () => {
    const profile = loadProfile('mass-event-safety');
    if (!profile) throw new Error('no profile');
    const text = asText(planTemplate(profile, readFields({ start: '2026-05-01', end: '2026-05-01' }, today).values));
    expect(text).toContain('时间：2026年5月1日。');
  });

  test('divides the time of the whole among the stages without gap or overlap', () => {
    const profile = loadProfile('edu-campaign');
    if (!profile) throw new Error('no profile');
    const text = asText(planTemplate(profile, readFields({ start: '2026-12-01', end: '2027-02-28' }, today).values));
    expect([...text.matchAll(/阶段（(.*?)）/g)].map((match) => match[1])).toEqual([
      '2026年12月1日至12月22日',
      '2026年12月23日至2027年1月14日',
      '2027年1月15日至2月5日',
      '2027年2月6日至2月28日',
    ]);
  });
});
