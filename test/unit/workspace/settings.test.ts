import { describe, expect, test } from 'vitest';
import { resolveSettings, SettingsResolver } from '../../../server/src/workspace/settings.ts';
import { MemoryFiles } from './memory-files.ts';

describe('which configuration counts', () => {
  const files = new MemoryFiles({
    '/work/fangan.yaml': 'language: en\nrules: { numbering: off }\n',
    '/work/town/fangan.yml': 'terms: [河长制]\n',
    '/work/town/fangan.yaml': 'terms: [林长制]\n',
    '/work/village/plan.md': '',
  });

  test('the nearest one, and it alone', async () => {
    const settings = await resolveSettings('/work/town/deep/plan.md', files);
    expect(settings.configuration).toBe('/work/town/fangan.yaml');
    expect(settings.terms).toEqual(['林长制']);
    // Nothing comes from the file further up.
    expect(settings.language).toBe('zh');
    expect(settings.rules.size).toBe(0);
  });

  test('one further up where there is none near', async () => {
    expect((await resolveSettings('/work/village/plan.md', files)).configuration).toBe('/work/fangan.yaml');
  });

  test('none above all of them', async () => {
    const settings = await resolveSettings('/elsewhere/plan.md', files);
    expect(settings.configuration).toBeUndefined();
    expect(settings.language).toBe('zh');
    expect(settings.faults).toEqual([]);
  });

  test('works on URIs too', async () => {
    const remote = new MemoryFiles({
      'file:///w/fangan.yaml': "plans: [{ files: '方案/*.md', profile: summary }]\n",
    });
    const settings = await resolveSettings('file:///w/%E6%96%B9%E6%A1%88/a.md', remote);
    expect(settings.recognition.configured).toBe('summary');
  });
});

describe('what was asked for counts more', () => {
  const files = new MemoryFiles({
    '/w/fangan.yaml':
      'language: en\nasOf: 2026-01-01\nprofile: summary\nrules: { numbering: off, placeholder: info }\n',
    '/other.yaml': 'terms: [甲]\n',
  });

  test('rule by rule, and value by value', async () => {
    const settings = await resolveSettings('/w/a.md', files, {
      language: 'zh',
      profile: 'stage-plan',
      asOf: { year: 2026, month: 5, day: 1 },
      rules: new Map([['numbering', { severity: 'error' as const }]]),
    });
    expect(settings.language).toBe('zh');
    expect(settings.asOf).toEqual({ year: 2026, month: 5, day: 1 });
    expect(settings.recognition).toMatchObject({ commanded: 'stage-plan', preferred: 'summary' });
    expect(settings.rules.get('numbering')).toEqual({ severity: 'error' });
    expect(settings.rules.get('placeholder')).toEqual({ severity: 'info' });
  });

  test('another configuration', async () => {
    expect((await resolveSettings('/w/a.md', files, { configuration: '/other.yaml' })).terms).toEqual(['甲']);
  });

  test('the fallback language only where nothing else is said', async () => {
    expect((await resolveSettings('/w/a.md', files, { fallbackLanguage: 'zh' })).language).toBe('en');
    expect((await resolveSettings('/x/a.md', files, { fallbackLanguage: 'en' })).language).toBe('en');
  });
});

test('of several globs that match, the last one counts', async () => {
  const files = new MemoryFiles({
    '/w/fangan.yaml': `plans:
  - { files: '**/*.md', profile: auto }
  - { files: 'archive/**', profile: none }
  - { files: 'archive/2026/*.md', profile: summary }
`,
  });
  const configured = async (path: string) => (await resolveSettings(path, files)).recognition.configured;
  expect(await configured('/w/a.md')).toBe('auto');
  expect(await configured('/w/archive/a.md')).toBe('none');
  expect(await configured('/w/archive/2026/a.md')).toBe('summary');
  expect(await configured('/w/a.txt')).toBeUndefined();
});

describe('own profiles', () => {
  const school = 'id: school-plan\nlabel: { zh: 学校, en: School }\nsource: s\nextends: implementation-plan\n';

  test('can be named, and replace shipped ones of the same id', async () => {
    const files = new MemoryFiles({
      '/w/fangan.yaml': 'profile: school-plan\nprofiles: [p/school.yaml, ./p/summary.yaml]\n',
      '/w/p/school.yaml': school,
      '/w/p/summary.yaml': 'id: summary\nlabel: { zh: 小结, en: Summary }\nsource: s\nextends: school-plan\n',
    });
    const settings = await resolveSettings('/w/a.md', files);
    expect(settings.faults).toEqual([]);
    expect(settings.profiles.filter(({ id }) => id === 'summary')).toHaveLength(1);
    expect(settings.profiles.find(({ id }) => id === 'summary')?.sections.goals).toBeDefined();
    expect(settings.recognition.preferred).toBe('school-plan');
  });

  test('tell their faults in their own file', async () => {
    const files = new MemoryFiles({
      '/w/fangan.yaml': 'profiles: [school.yaml, missing.yaml]\n',
      '/w/school.yaml': `${school}colour: red\n`,
    });
    const { faults } = await resolveSettings('/w/a.md', files);
    expect(
      faults.map(({ path, message, text, range }) => [path, message.zh, text?.slice(range.start, range.end)]),
    ).toEqual([
      ['/w/fangan.yaml', '“missing.yaml”无法读取（文件不存在、无权限或不是 UTF-8 编码）', 'missing.yaml'],
      ['/w/school.yaml', '未知的键“colour”', 'colour'],
    ]);
  });

  test('are known before anything names them', async () => {
    const files = new MemoryFiles({
      '/w/fangan.yaml': "profile: school-plann\nplans: [{ files: '*', profile: summry }]\n",
    });
    const { faults } = await resolveSettings('/w/a.md', files);
    expect(faults.map(({ message, text, range }) => [message.zh, text?.slice(range.start, range.end)])).toEqual([
      ['没有名为“school-plann”的方案模板', 'school-plann'],
      ['没有名为“summry”的方案模板', 'summry'],
    ]);
  });
});

test('a configuration that cannot be read is a fault', async () => {
  const files = new MemoryFiles({ '/w/fangan.yaml': undefined });
  expect((await resolveSettings('/w/a.md', files)).faults.map(({ path }) => path)).toEqual(['/w/fangan.yaml']);
});

test('a configuration is read once for all files, and again after it was forgotten', async () => {
  const files = new MemoryFiles({ '/w/fangan.yaml': 'language: en\n' });
  const resolver = new SettingsResolver(files);
  for (const path of ['/w/a.md', '/w/b.md', '/w/x/c.md']) await resolver.resolve(path);
  expect(files.reads.get('/w/fangan.yaml')).toBe(1);
  resolver.forget();
  await resolver.resolve('/w/a.md');
  expect(files.reads.get('/w/fangan.yaml')).toBe(2);
});

describe('configurations that build on one another', () => {
  const files = new MemoryFiles({
    '/office/base.yaml': `language: en
profile: edu-campaign
terms: [河长制]
organisations: [青禾县教育局]
rules: { numbering: off, placeholder: hint }
plans: [{ files: '小结/*.md', profile: summary }]
`,
    '/office/plans/fangan.yaml': `extends: ../base.yaml
terms: [林长制, 河长制]
rules: { placeholder: error }
overrides:
  - files: '归档/**'
    profile: none
    rules: { invalid-date: off, placeholder: off }
  - files: '*.draft.md'
    terms: [田长制]
    rules: { placeholder: hint }
`,
  });
  const of = (name: string) => resolveSettings(`/office/plans/${name}`, files);

  test('what is said nearer counts more, names are added', async () => {
    const settings = await of('a.md');
    expect(settings.language).toBe('en');
    expect(settings.recognition.preferred).toBe('edu-campaign');
    expect(settings.extended).toEqual(['/office/base.yaml']);
    expect(settings.terms).toEqual(['河长制', '林长制']);
    expect(settings.organisations).toEqual(['青禾县教育局']);
    expect(settings.rules.get('numbering')?.severity).toBe('off');
    expect(settings.rules.get('placeholder')?.severity).toBe('error');
    expect(settings.faults).toEqual([]);
  });

  test('overrides count for their files only, the later one more', async () => {
    const archived = await of('归档/2020/a.draft.md');
    expect(archived.recognition.configured).toBe('none');
    expect(archived.rules.get('invalid-date')?.severity).toBe('off');
    expect(archived.rules.get('placeholder')?.severity).toBe('hint');
    expect(archived.terms).toEqual(['河长制', '林长制', '田长制']);
    expect((await of('a.md')).rules.has('invalid-date')).toBe(false);
  });

  test('a glob is relative to the file that it stands in', async () => {
    const base = new MemoryFiles({
      '/o/base.yaml': "plans: [{ files: '小结/*.md', profile: summary }]\n",
      '/o/fangan.yaml': 'extends: base.yaml\n',
    });
    expect((await resolveSettings('/o/小结/a.md', base)).recognition.configured).toBe('summary');
    expect((await resolveSettings('/o/别处/a.md', base)).recognition.configured).toBeUndefined();
  });

  test.each([
    ['extends: 无.yaml\n', '无.yaml'],
    ['extends: fangan.yaml\n', 'fangan.yaml'],
    ['extends: [b.yaml]\n', 'b.yaml'],
    ['overrides: [{ files: "*.md", rules: { placeholdr: off } }]\n', 'placeholdr'],
    ['overrides: [{ files: "*.md", profile: nobody }]\n', 'nobody'],
    ['overrides: [{ file: "*.md" }]\n', 'file'],
  ])('%s is a problem at its place', async (text, words) => {
    const wrong = new MemoryFiles({
      '/w/fangan.yaml': text,
      '/w/b.yaml': 'extends: a.yaml\n',
      '/w/a.yaml': 'extends: b.yaml\n',
    });
    const { faults } = await resolveSettings('/w/plan.md', wrong);
    expect(faults.map((fault) => fault.text?.slice(fault.range.start, fault.range.end)).join()).toContain(words);
  });
});
