import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { followExtends, inherit } from '../../../server/src/profiles/inheritance.ts';
import { loadProfile, parseProfile, shippedProfiles, unknownSections } from '../../../server/src/profiles/load.ts';
import { profileSchema } from '../../../server/src/profiles/profile.ts';
import { shippedSources } from '../../../server/src/profiles/shipped.ts';

describe('the shipped profiles', () => {
  test('are those that the commands and the editor offer', () => {
    expect(shippedProfiles().map(({ id }) => id)).toEqual([
      'implementation-plan',
      'edu-campaign',
      'theme-2023',
      'stage-plan',
      'campaign',
      'safety-3yr',
      'rectification-plan',
      'inspection-rectify',
      'env-rectify',
      'creation',
      'project',
      'emergency',
      'activity-plan',
      'activity-plan-generic',
      'campus-activity',
      'mass-event-safety',
      'task-breakdown',
      'summary',
      'work-report',
    ]);
  });

  test.each([...shippedSources])('%s is valid by itself', (id, source) => {
    const result = profileSchema.safeParse(source);
    expect(result.error?.issues ?? []).toEqual([]);
    expect(source.id).toBe(id);
  });

  test.each(shippedProfiles().map((profile) => [profile.id, profile] as const))('%s is complete', (_, profile) => {
    expect(unknownSections(profile)).toEqual([]);
    expect(profile.label.zh).toMatch(/\p{Script=Han}/u);
    for (const section of Object.values(profile.sections)) expect(section.label.zh).toMatch(/\p{Script=Han}/u);
    for (const stage of profile.stages) {
      expect(new Set(stage.steps.map(({ key }) => key)).size).toBe(stage.steps.length);
      for (const step of stage.steps) expect(step.aliases.length).toBeGreaterThan(0);
    }
    const { titles, stages = 0 } = profile.recognition;
    expect(titles.length + stages).toBeGreaterThan(0);
  });

  test('ask of a rectification that each item has its measure, its time and its owner', () => {
    expect(loadProfile('rectification-plan')?.items.required).toEqual(['issue', 'measure', 'deadline', 'responsible']);
    const rectify = loadProfile('edu-campaign')?.stages.find(({ key }) => key === 'rectify');
    expect(rectify?.windowRequired).toBe(true);
    expect(rectify?.itemFields?.required).toEqual(['deadline', 'responsible']);
  });

  test('make consolidation the only optional stage of a campaign', () => {
    const stages = loadProfile('edu-campaign')?.stages ?? [];
    expect(stages.map(({ key, required }) => [key, required])).toEqual([
      ['study', true],
      ['analyse', true],
      ['rectify', true],
      ['consolidate', false],
    ]);
  });

  test('take from the base what they do not say themselves, but not its recognition', () => {
    const base = loadProfile('implementation-plan');
    const stage = loadProfile('stage-plan');
    expect(stage?.sections.organisation).toEqual(base?.sections.organisation);
    expect(stage?.requiredSections).not.toEqual(base?.requiredSections);
    expect(stage?.recognition.openings).toEqual([]);
  });

  test('an unknown id is undefined', () => expect(loadProfile('no-such')).toBeUndefined());
});

describe('inherit', () => {
  test('merges maps, replaces lists, and merges entries with a key', () => {
    const base = { a: 1, map: { x: 1, y: 2 }, list: [1, 2], steps: [{ key: 'p', label: 'P', aliases: ['q'] }] };
    const own = { map: { y: 3 }, list: [3], steps: [{ key: 'r' }, { key: 'p', label: 'PP' }] };
    expect(inherit(base, own)).toEqual({
      a: 1,
      map: { x: 1, y: 3 },
      list: [3],
      steps: [{ key: 'r' }, { key: 'p', label: 'PP', aliases: ['q'] }],
    });
  });
});

describe('followExtends', () => {
  const sources: Readonly<Record<string, Record<string, unknown>>> = {
    a: { id: 'a', extends: 'b', x: 1 },
    b: { id: 'b', extends: 'a', y: 2 },
    c: { id: 'c', label: 'C', abstract: true, z: 3 },
  };
  const find = (id: string) => sources[id];

  test('a circle is a value', () => {
    expect(followExtends({ id: 'd', extends: 'a' }, find)).toEqual({ fault: 'circle', id: 'a' });
    expect(followExtends({ id: 'd', extends: 'd' }, find)).toEqual({ fault: 'circle', id: 'd' });
  });
  test('so is an unknown id', () => {
    expect(followExtends({ id: 'd', extends: 'nowhere' }, find)).toEqual({ fault: 'unknown', id: 'nowhere' });
  });
  test('what names the file itself is not passed on', () => {
    expect(followExtends({ id: 'd', extends: 'c' }, find)).toEqual({ merged: { id: 'd', z: 3 } });
  });
});

describe('parseProfile', () => {
  const own = `id: school-plan
label: { zh: 学校方案, en: School plan }
extends: implementation-plan
source: 学校要求
requiredSections: [goals, safety]
sections:
  safety:
    label: { zh: 安全预案, en: Safety }
    keywords: [安全, 应急]
`;

  test('reads a profile that extends a shipped one', () => {
    const { profile, faults } = parseProfile(own);
    expect(faults).toEqual([]);
    expect(profile?.requiredSections).toEqual([['goals'], ['safety']]);
    expect(profile?.sections.safety?.synonyms).toEqual([]);
    expect(profile?.sections.organisation?.label.zh).toBe('组织领导');
  });

  test('reads one that extends another of the user', () => {
    const others = new Map([['school-plan', { id: 'school-plan', source: 'x', label: {}, slogans: ['三个到位'] }]]);
    const text = 'id: my\nlabel: { zh: 我的, en: Mine }\nsource: s\nextends: school-plan\n';
    expect(parseProfile(text, others).faults.map(({ value }) => value.zh)).toEqual([]);
    expect(parseProfile(text, others).profile?.slogans).toEqual(['三个到位']);
  });

  const faultsOf = (text: string) =>
    parseProfile(text).faults.map(({ value, range }) => [value.zh, text.slice(range.start, range.end)]);

  test.each([
    ['broken YAML', own.replace('{ zh: 学校方案, en: School plan }', '{ zh: 学校方案'), /YAML 语法错误/, undefined],
    ['a missing key', own.replace('source: 学校要求\n', ''), /缺少“source”/, undefined],
    ['a value of the wrong kind', own.replace('[安全, 应急]', '安全'), /应为列表/, '安全'],
    ['an unknown field', `${own}items: { required: [deadlin] }\n`, /只能是 issue、/, 'deadlin'],
    [
      'an unknown parent',
      own.replace('extends: implementation-plan', 'extends: nothing'),
      /没有名为“nothing”/,
      'nothing',
    ],
    [
      'itself as parent',
      own.replace('extends: implementation-plan', 'extends: school-plan'),
      /循环扩展/,
      'school-plan',
    ],
    ['a section described nowhere', own.replace('[goals, safety]', '[goals, safty]'), /未定义的章节“safty”/, 'safty'],
    ['an id that is none', own.replace('id: school-plan', 'id: 学校'), /写法不符合要求/, '学校'],
    ['a list instead of a map', '- a\n- b\n', /应为键值对/, undefined],
    ['nothing', '', /应为键值对/, undefined],
    [
      'a stage twice',
      `${own}stages:\n  - { key: prepare, aliases: [准备] }\n  - { key: carry, aliases: [实施] }\n  - { key: prepare, aliases: [筹备] }\n`,
      /阶段“prepare”已在前面写过/,
      'prepare',
    ],
    [
      'a step twice',
      `${own}stages:\n  - { key: one, steps: [{ key: meet, aliases: [会议] }, { key: meet, aliases: [开会] }] }\n`,
      /步骤“meet”已在前面写过/,
      'meet',
    ],
    ['keywords without a word', own.replace('[安全, 应急]', '[]'), /列表是空的/, '[]'],
    [
      'synonyms without a word',
      own.replace('keywords: [安全', 'synonyms: []\n    keywords: [安全'),
      /列表是空的/,
      '[]',
    ],
    ['a word of white space', own.replace('[安全, 应急]', "[安全, '  ']"), /没有词语/, "'  '"],
    ['a phrase of nothing but an ellipsis', own.replace('[安全, 应急]', '[安全, …]'), /没有词语/, '…'],
    [
      'a section that no title can be',
      own.replace(
        '    label: { zh: 安全预案, en: Safety }\n    keywords: [安全, 应急]',
        '    mustContain: { zh: 安全, en: Safety }',
      ),
      /无从认出/,
      'safety',
    ],
    [
      'an id that hides a shipped kind',
      own.replace('id: school-plan', 'id: campaign').replace('extends: implementation-plan\n', ''),
      /自带的方案模板.*extends: campaign/,
      'campaign',
    ],
  ])('tells of %s at its place', (_, text, message, words) => {
    const [first] = faultsOf(text);
    expect(first?.[0]).toMatch(message);
    if (words !== undefined) expect(first?.[1]).toBe(words);
    expect(parseProfile(text).profile).toBeUndefined();
  });

  test('an unknown key is told of and left out, and the rest counts', () => {
    const text = `${own.replace('keywords: [安全, 应急]', 'keywords: [安全, 应急]\n    colour: red')}size: 3\n`;
    expect(faultsOf(text)).toEqual([
      ['未知的键“colour”', 'colour'],
      ['未知的键“size”', 'size'],
    ]);
    expect(parseProfile(text).profile).toEqual(parseProfile(own).profile);
    // A profile that extends it is not to blame.
    const child =
      'id: small-school-plan\nlabel: { zh: 小学校方案, en: Small school plan }\nextends: school-plan\nsource: 学校要求\n';
    const others = new Map([['school-plan', parse(text) as Record<string, unknown>]]);
    expect(parseProfile(child, others).faults).toEqual([]);
    expect(parseProfile(child, others).profile?.id).toBe('small-school-plan');
  });

  test('of a stage that stands twice points at the second one', () => {
    const text = `${own}stages:\n  - key: prepare\n    aliases: [准备]\n  - key: prepare\n    aliases: [筹备]\n`;
    const [fault] = parseProfile(text).faults;
    expect(fault?.range.start).toBe(text.lastIndexOf('prepare'));
  });

  test('a shipped kind is overridden by a profile of its name that extends it', () => {
    const { profile, faults } = parseProfile(
      'id: campaign\nextends: campaign\nlabel: { zh: 本县专项整治方案, en: Ours }\nsource: 县里的要求\nownerGranularity: person\n',
    );
    expect(faults).toEqual([]);
    const shipped = loadProfile('campaign');
    expect(profile?.ownerGranularity).toBe('person');
    expect(profile?.stages).toEqual(shipped?.stages);
    expect(profile?.sections).toEqual(shipped?.sections);
  });

  test('a list that takes inherited words away may be empty', () => {
    const text = own.replace('sections:\n', 'sections:\n  goals: { synonyms: [] }\n');
    expect(faultsOf(text)).toEqual([]);
    expect(parseProfile(text).profile?.sections.goals?.synonyms).toEqual([]);
  });

  test('is not brought down by bottomless nesting or multiplying aliases', () => {
    expect(parseProfile('['.repeat(100_000)).faults.length).toBeGreaterThan(0);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}\n`;
    expect(parseProfile(bomb).faults.length).toBeGreaterThan(0);
  });
});
