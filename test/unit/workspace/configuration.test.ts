import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defineRule, type Rule } from '../../../server/src/rules/rule.ts';
import { configurationSchema, parseConfiguration, parseDay } from '../../../server/src/workspace/configuration.ts';

const sample = (id: string, options?: Readonly<Record<string, unknown>>): Rule =>
  defineRule<string, unknown>({
    id,
    family: 'dates',
    severity: 'warning',
    basis: ['practice'],
    faults: [],
    fixes: [],
    summary: { zh: '样例', en: 'Sample' },
    messages: {},
    ...(options ? { options } : {}),
  });
const rules = [sample('missing-deadline', { days: 10, words: ['适时'] }), sample('length')];

const read = (text: string) => {
  const configuration = parseConfiguration(text, rules);
  const faults = configuration.faults.map(({ value, range }) => [
    value.zh,
    value.en,
    text.slice(range.start, range.end),
  ]);
  return { configuration, faults };
};

describe('a sound configuration', () => {
  const { configuration, faults } = read(`# 全部可用的键
language: en
asOf: 2026-02-28
profile: summary
plans:
  - files: '*.md'
    profile: auto
  - files: [plans/**/*.md, ./extra/*.txt]
    profile: edu-campaign
  - files: drafts/**
    profile: none
profiles: [./profiles/school.yaml]
rules:
  missing-deadline: [error, { days: 5 }]
  length: off
organisations: [白鹭镇人民政府]
terms: [两新组织]
`);

  test('has no faults', () => expect(faults).toEqual([]));

  test('is read', () => {
    expect(configuration).toMatchObject({
      language: 'en',
      asOf: { year: 2026, month: 2, day: 28 },
      profile: 'summary',
      profiles: ['./profiles/school.yaml'],
      organisations: ['白鹭镇人民政府'],
      terms: ['两新组织'],
    });
    expect([...configuration.rules]).toEqual([
      ['missing-deadline', { severity: 'error', options: { days: 5 } }],
      ['length', { severity: 'off' }],
    ]);
  });

  test.each([
    // A glob without a slash speaks of names, one with a slash of the way from the configuration.
    ['a.md', ['auto']],
    ['deep/down/a.md', ['auto']],
    ['plans/x/a.md', ['auto', 'edu-campaign']],
    ['extra/a.txt', ['edu-campaign']],
    ['deep/extra/a.txt', []],
    ['drafts/.hidden.md', ['auto', 'none']],
  ])('%s matches %j', (path, profiles) => {
    expect(configuration.plans.flatMap(({ matches, profile }) => (matches(path) ? [profile] : []))).toEqual(profiles);
  });
});

describe('faults', () => {
  test.each([
    ['an unknown key', 'colour: red\n', '未知的键“colour”', 'Unknown key “colour”', 'colour'],
    [
      'an unknown key further in',
      'plans:\n  - files: a\n    profil: none\n    profile: none\n',
      '未知的键“profil”',
      'Unknown key “profil”',
      'profil',
    ],
    ['a language that there is not', 'language: fr\n', '只能是 zh、en', 'Must be one of zh, en', 'fr'],
    ['a text for a list', 'terms: 两新组织\n', '此处应为列表', 'Expected a list here', '两新组织'],
    ['a list for a map', '- a\n', '此处应为键值对', 'Expected a map here', '- a'],
    ['a day that there is not', 'asOf: 2026-02-30\n', '没有这一天', 'There is no such day', '2026-02-30'],
    ['an entry without its globs', 'plans:\n  - profile: none\n', '缺少“files”', '“files” is missing', 'profile: none'],
    [
      'a rule that there is not',
      'rules:\n  missing-deadlin: off\n',
      '没有名为“missing-deadlin”的规则，是否指“missing-deadline”',
      'There is no rule “missing-deadlin”; did you mean “missing-deadline”?',
      'missing-deadlin',
    ],
    [
      'a rule like no other',
      'rules:\n  everything: off\n',
      '没有名为“everything”的规则',
      'There is no rule “everything”',
      'everything',
    ],
    [
      'an option that the rule does not have',
      'rules:\n  missing-deadline: [info, { day: 5 }]\n',
      '规则“missing-deadline”没有选项“day”，可用：days、words',
      'The rule “missing-deadline” has no option “day” (has: days, words)',
      'day',
    ],
    [
      'an option of the wrong kind',
      "rules:\n  missing-deadline: [info, { days: '5' }]\n",
      '选项“days”的值类型不对，应与默认值 10 相同',
      'The option “days” has a value of the wrong kind; the default is 10',
      'days',
    ],
  ])('%s', (_, text, zh, en, words) => {
    expect(read(text).faults.map(([first, second, place]) => [first, second, place?.trim()])).toEqual([
      [zh, en, words],
    ]);
  });

  test('a severity that there is not', () => {
    const [fault] = read('rules:\n  length: fatal\n').faults;
    expect(fault?.[0]).toMatch(/只能是 off、hint、info、warning、error/);
    expect(fault?.[2]).toBe('fatal');
  });

  test('broken YAML', () => {
    const { faults, configuration } = read('rules:\n  length: "off\n');
    expect(faults[0]?.[0]).toMatch(/^YAML 语法错误/);
    expect(configuration.rules.size).toBe(0);
  });

  test('one fault leaves the rest in force', () => {
    const { configuration, faults } = read(`language: fr
colour: red
plans:
  - files: 7
    profile: none
  - files: b/**
    profile: summary
rules:
  length: fatal
  missing-deadline: [error, { day: 1, days: 3 }]
`);
    expect(faults).toHaveLength(5);
    expect(configuration.language).toBeUndefined();
    expect(configuration.plans.map(({ files }) => files)).toEqual([['b/**']]);
    expect([...configuration.rules]).toEqual([['missing-deadline', { severity: 'error', options: { days: 3 } }]]);
  });

  test('come in order of position', () => {
    const starts = parseConfiguration('terms: x\nlanguage: fr\ncolour: red\n', rules).faults.map(
      ({ range }) => range.start,
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts).toHaveLength(3);
  });

  test('an empty file, or one with comments only, has none', () => {
    expect(read('').faults).toEqual([]);
    expect(read('# 什么也没有\n').faults).toEqual([]);
  });
});

test('parseDay', () => {
  expect(parseDay('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
  expect(parseDay('2023-02-29')).toBeUndefined();
  expect(parseDay('2024-2-29')).toBeUndefined();
});

test('the page on configurations shows every key, and is right', () => {
  const page = readFileSync('docs/configuration.md', 'utf8');
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  expect(examples.flatMap((text) => parseConfiguration(text).faults)).toEqual([]);
  for (const key of Object.keys(configurationSchema.shape)) expect(examples[0]).toMatch(new RegExp(`^${key}:`, 'm'));
});

describe('an entry of a list that lacks all that it needs', () => {
  const { configuration, faults } = read(`plans:
  - { file: x }
  - { files: a/**, profile: none }
  - { files: b/**, profile: nosuch }
overrides:
  - { profile: none }
  - { files: c/**, rules: { nosuch: off } }
`);

  test('takes nothing but itself along', () => {
    expect(configuration.plans.map(({ files, profile }) => [files, profile])).toEqual([
      [['a/**'], 'none'],
      [['b/**'], 'nosuch'],
    ]);
    expect(configuration.overrides.map(({ files }) => files)).toEqual([['c/**']]);
  });

  test('leaves the places of the others as they are', () => {
    const { start, end } = configuration.at(['plans', 1, 'profile']);
    expect([start, end]).toEqual([faultsText.indexOf('nosuch'), faultsText.indexOf('nosuch') + 6]);
    expect(faults.filter(([message]) => message?.startsWith('没有名为')).map((fault) => fault[2])).toEqual(['nosuch']);
  });
});

const faultsText =
  'plans:\n  - { file: x }\n  - { files: a/**, profile: none }\n  - { files: b/**, profile: nosuch }\n';
