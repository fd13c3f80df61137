import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlans } from '../../server/src/plan/read.ts';
import { shippedProfiles } from '../../server/src/profiles/load.ts';
import { recognise } from '../../server/src/profiles/recognise.ts';
import { asText, type SkeletonValues } from '../../server/src/profiles/skeleton.ts';
import { planTemplate } from '../../server/src/profiles/template.ts';
import { checkDocument } from '../../server/src/rules/check.ts';

/** What a new plan and the shipped examples may be told of: nothing but what is left to be filled in. */
function told(text: string, kind?: string): readonly string[] {
  const document = readPlans(text);
  const recognised = recognise(document);
  expect(recognised.map(({ profile }) => profile.id)).toEqual(kind === undefined ? [expect.any(String)] : [kind]);
  return checkDocument(document, { language: 'zh', recognised, rules: new Map() })
    .problems.filter(({ severity }) => severity !== 'hint')
    .map(({ rule, range, message }) => `${rule} «${text.slice(range.start, range.end)}» ${message}`);
}

const empty: SkeletonValues = { year: '2026' };
const full: SkeletonValues = {
  year: '2026',
  unit: '云岭县档案局',
  activity: '档案安全检查',
  superior: '云岭县人民政府关于加强档案安全工作的意见',
  superiorNumber: '云政发〔2026〕3号',
  start: { year: 2026, month: 3, day: 2 },
  end: { year: 2026, month: 10, day: 30 },
  issued: { year: 2026, month: 2, day: 26 },
};

describe.each(shippedProfiles().map((profile) => [profile.id, profile] as const))('a new %s', (id, profile) => {
  test.each([
    ['with nothing filled in', empty],
    ['with unit, activity, days and superior plan', full],
  ])('%s is only told of its blanks', (_, values) => {
    // A school has year groups, an office has none.
    const own = values.unit && id === 'campus-activity' ? { ...values, unit: '云岭县实验小学' } : values;
    const problems = told(asText(planTemplate(profile, own)), id);
    expect(problems.filter((problem) => !problem.startsWith('placeholder'))).toEqual([]);
    expect(problems.length).toBeGreaterThan(values === empty ? 2 : 0);
  });
});

describe('the examples', () => {
  const folder = path.resolve(import.meta.dirname, '../../examples/各类方案');
  const names = fs.readdirSync(folder);
  const kinds = names.map((name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    return [name, /^plan: (\S+)$/m.exec(text)?.[1] ?? '', text] as const;
  });

  test('show every kind of plan', () => {
    const others = ['implementation-plan', 'activity-plan'];
    const all = shippedProfiles().map(({ id }) => id);
    expect([...kinds.map(([, kind]) => kind), ...others].sort()).toEqual([...all].sort());
  });

  test.each(kinds)('%s is sound', (_, kind, text) => {
    expect(told(text, kind)).toEqual([]);
    // 600 letters are a plan with a body, and not a stub.
    expect(text.replace(/\s/g, '').length).toBeGreaterThan(kind === 'task-breakdown' ? 300 : 600);
  });

  test.each(kinds)('%s is recognised without its front matter', (_, kind, text) => {
    const bare = recognise(readPlans(text.replace(/^---[\s\S]*?---\n/, ''))).map(({ profile }) => profile.id);
    // The generic kind is for plans that no title gives to another one.
    expect(bare).toEqual([kind === 'activity-plan-generic' ? 'activity-plan' : kind]);
  });
});
