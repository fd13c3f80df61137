import { describe, expect, test } from 'vitest';
import { readPlans } from '../../server/src/plan/read.ts';
import { shippedProfiles } from '../../server/src/profiles/load.ts';
import { type NewPlanFields, readFields } from '../../server/src/profiles/new-plan.ts';
import type { Profile } from '../../server/src/profiles/profile.ts';
import { recognise } from '../../server/src/profiles/recognise.ts';
import { asText } from '../../server/src/profiles/skeleton.ts';
import { planTemplate } from '../../server/src/profiles/template.ts';
import { checkDocument } from '../../server/src/rules/check.ts';

const today = { year: 2026, month: 2, day: 3 };

function written(profile: Profile, fields: NewPlanFields): string {
  return asText(planTemplate(profile, readFields(fields, today).values));
}

const answers: NewPlanFields = {
  activity: '校园周边环境专项整治行动',
  superior: '《关于加强校园周边环境管理的意见》(石政发[2026]3号)',
  start: '2026-03-02',
  end: '2026年10月30日',
  issued: '2月26日',
};

/** What each answer is in the text of a plan. */
const expected = [
  '校园周边环境专项整治行动',
  '《关于加强校园周边环境管理的意见》',
  '（石政发〔2026〕3号）',
  '2026年3月2日',
  '10月30日',
  '2026年2月26日',
];

const kinds = shippedProfiles().map((profile) => [profile.id, profile] as const);

describe.each(kinds)('a new %s with every answer given', (_, profile) => {
  // A campus activity is a school's: the words of one are told of in the plan of another office.
  const unit = profile.id === 'campus-activity' ? '石桥县第一中学' : '石桥县教育体育局';
  const text = written(profile, { ...answers, unit });

  test('holds each of them', () => {
    expect([unit, ...expected].filter((words) => !text.includes(words))).toEqual([]);
  });

  test('has a number alone in its own brackets, and not as a title', () => {
    const numbered = written(profile, { ...answers, superior: '石政发〔2026〕3号' });
    expect(numbered).toContain('（石政发〔2026〕3号）');
    expect(numbered).not.toContain('《石政发');
  });

  test('is only told of its blanks', () => {
    const document = readPlans(text);
    const recognised = recognise(document);
    const { problems } = checkDocument(document, { language: 'zh', recognised, rules: new Map() });
    const others = problems.filter(({ rule }) => rule !== 'placeholder');
    expect(others.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  test.each([
    undefined,
    '校园周边环境专项整治行动',
    '校园周边环境整治',
    '文明校园创建活动',
    '文明校园创建工作',
    '春季读书活动',
    '元宵灯会大型群众性活动安全保卫',
    '饮水安全巩固提升项目',
    '防汛应急',
  ])('has no word twice in a row in its title: %s', (activity) => {
    const title = /^# (.*)$/m.exec(written(profile, { unit: '石桥县', ...(activity ? { activity } : {}) }))?.[1];
    expect(title).toBeTruthy();
    expect(title).not.toMatch(/(?!××)(.{2,12})\1/);
  });
});
