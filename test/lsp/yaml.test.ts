import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CompletionItem, CompletionList, Diagnostic } from 'vscode-languageserver-protocol/node';
import { type ClientOptions, ServerProcess } from './server-process.ts';

const cursor = '▏';

const profile = `id: school-plan
label: { zh: 学校方案, en: School plan }
extends: implementation-plan
source: 学校要求
requiredSections: [goals, safety]
sections:
  safety:
    label: { zh: 安全预案, en: Safety }
    keywords: [安全, 应急]
`;

function folder(files: Readonly<Record<string, string>>): (name: string) => string {
  const place = mkdtempSync(path.join(tmpdir(), 'fangan-yaml-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(place, name), text);
  return (name) => pathToFileURL(path.join(place, name)).href;
}

/** The last problems published for a file, in words. */
async function told(server: ServerProcess, uri: string): Promise<readonly string[]> {
  await server.until(() => server.published.some((one) => one.uri === uri), `problems of ${uri}`);
  const last = server.published.findLast((one) => one.uri === uri)?.diagnostics ?? [];
  return last.map(({ range, message }: Diagnostic) => `${server.wordsAt(uri, range)}: ${message}`);
}

async function completed(
  name: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
  options?: ClientOptions,
) {
  const uri = folder(files)(name);
  const server = await ServerProcess.start(options);
  const offset = text.indexOf(cursor);
  await server.open(uri, text.replace(cursor, ''), 'yaml');
  const { end } = offset === 0 ? { end: { line: 0, character: 0 } } : server.rangeOf(uri, text.slice(0, offset));
  const list: CompletionList | CompletionItem[] = await server.complete(uri, end);
  return (Array.isArray(list) ? list : list.items).map(({ label, detail }) => [label, detail ?? ''] as const);
}

async function hovered(name: string, text: string, words: string): Promise<string> {
  const uri = folder({})(name);
  const server = await ServerProcess.start();
  await server.open(uri, text, 'yaml');
  const hover = await server.hover(uri, server.rangeOf(uri, words).start);
  return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
}

describe('problems in the file that is being written', () => {
  test('of a configuration, each at its place, and gone when mended', async () => {
    const uri = folder({ 'fangan.yaml': '' })('fangan.yaml');
    const server = await ServerProcess.start();
    await server.open(uri, 'language: zh\nrules:\n  missing-sectoin: off\nprofile: no-such\n', 'yaml');
    expect(await told(server, uri)).toEqual([
      'missing-sectoin: 没有名为“missing-sectoin”的规则，是否指“missing-section”',
      'no-such: 没有名为“no-such”的方案模板',
    ]);
    const before = server.published.length;
    await server.change(uri, { text: 'language: zh\n' });
    await server.until(() => server.published.length > before, 'problems of the mended text');
    expect(await told(server, uri)).toEqual([]);
  });

  test('of the calendar of a configuration, and of one that it builds on', async () => {
    const at = folder({ 'fangan.yaml': '', 'base.yaml': 'calendar: { holidays: [{ date: 2026-02-29 }] }\n' });
    const server = await ServerProcess.start();
    await server.open(
      at('fangan.yaml'),
      'extends: base.yaml\ncalendar: { daysOff: [{ from: 2026-08-31, to: 2026-07-06 }], workday: [] }\n',
      'yaml',
    );
    expect(await told(server, at('fangan.yaml'))).toEqual([
      '2026-07-06: 结束“2026-07-06”早于开始“2026-08-31”',
      'workday: 未知的键“workday”',
    ]);
  });

  test('of a profile that a configuration names, and of one that none names', async () => {
    const at = folder({ 'fangan.yaml': 'profiles: [school.yaml]\n', 'school.yaml': profile });
    const server = await ServerProcess.start();
    await server.open(at('school.yaml'), profile.replace('[goals, safety]', '[goals, safty]'), 'yaml');
    expect(await told(server, at('school.yaml'))).toEqual(['safty: 未定义的章节“safty”']);
    await server.open(at('own.profile.yaml'), `${profile}colour: red\n`, 'yaml');
    expect(await told(server, at('own.profile.yaml'))).toEqual(['colour: 未知的键“colour”']);
  });

  test('of a profile: a stage twice, words that are none, the name of a shipped kind; gone when mended', async () => {
    const at = folder({ 'fangan.yaml': 'profiles: [county.yaml]\n', 'county.yaml': profile });
    const server = await ServerProcess.start();
    const faulty = `id: campaign
label: { zh: 本县整治方案, en: Ours }
source: 县里的要求
sections:
  hotline:
    label: { zh: 举报方式, en: Hotline }
    keywords: []
  scope:
    label: { zh: 范围, en: Scope }
    synonyms: [范围, ' ']
stages:
  - key: prepare
    aliases: [准备]
    steps: [{ key: meet, aliases: [开会] }, { key: meet, aliases: [动员] }]
  - key: prepare
    aliases: [筹备]
`;
    await server.open(at('county.yaml'), faulty, 'yaml');
    expect(await told(server, at('county.yaml'))).toEqual([
      'campaign: “campaign”是自带的方案模板，这样写会把它整个换掉；只改其中几处请加上 extends: campaign，否则请换一个 id',
      '[]: 列表是空的，没有作用：请写上词语，或者删去这一行',
      "' ': 这里没有词语，什么也找不到",
      'meet: 步骤“meet”已在前面写过',
      'prepare: 阶段“prepare”已在前面写过',
    ]);
    const last = server.published.findLast((one) => one.uri === at('county.yaml'))?.diagnostics.at(-1);
    expect(last?.range.start).toEqual({ line: 14, character: 9 });
    const before = server.published.length;
    await server.change(at('county.yaml'), { text: profile });
    await server.until(() => server.published.length > before, 'problems of the mended text');
    expect(await told(server, at('county.yaml'))).toEqual([]);
  });

  test('of two profiles with one id', async () => {
    const at = folder({ 'fangan.yaml': 'profiles: [a.yaml, b.yaml]\n', 'a.yaml': profile, 'b.yaml': profile });
    const server = await ServerProcess.start();
    await server.open(at('b.yaml'), profile, 'yaml');
    expect(await told(server, at('b.yaml'))).toEqual([
      'school-plan: id“school-plan”已用于 a.yaml，两个方案模板不能同名',
    ]);
  });

  test('a profile that overrides a shipped kind counts for its plans', async () => {
    const at = folder({
      'fangan.yaml': 'profiles: [summary.yaml]\n',
      'summary.yaml':
        'id: summary\nextends: summary\nlabel: { zh: 小结, en: Summary }\nsource: 局里\nseverities: { placeholder: hint }\n',
    });
    const server = await ServerProcess.start();
    await server.open(at('a.md'), '---\nplan: summary\n---\n\n# 工作小结\n\n一、主要做法\n\n完成××项。\n');
    const problems = await server.problems(at('a.md'));
    expect(problems.find(({ code }) => code === 'placeholder')?.severity).toBe(4);
    expect(problems.some(({ code }) => code === 'missing-section')).toBe(true);
    expect(
      server.published.filter(({ uri, diagnostics }) => uri === at('summary.yaml') && diagnostics.length > 0),
    ).toEqual([]);
  });

  test('a plan follows what the editor shows, not what the disk has', async () => {
    const at = folder({ 'fangan.yaml': '' });
    const server = await ServerProcess.start();
    const plan = at('a.md');
    await server.open(plan, '---\nplan: summary\n---\n\n# 工作小结\n\n一、主要做法\n\n完成××项。\n');
    expect((await server.problems(plan)).some(({ code }) => code === 'placeholder')).toBe(true);
    await server.open(at('fangan.yaml'), 'rules: { placeholder: off }\n', 'yaml');
    await server.until(() => server.refreshes > 0, 'a refresh');
    expect((await server.problems(plan)).some(({ code }) => code === 'placeholder')).toBe(false);
    const refreshes = server.refreshes;
    await server.close(at('fangan.yaml'));
    await server.until(() => server.refreshes > refreshes, 'a second refresh');
    expect((await server.problems(plan)).some(({ code }) => code === 'placeholder')).toBe(true);
  });

  test('other YAML files are none of ours', async () => {
    const uri = folder({})('docker-compose.yaml');
    const server = await ServerProcess.start();
    await server.open(uri, 'services: { a: 1 }\nid: 1\n', 'yaml');
    expect(await server.hover(uri, { line: 0, character: 2 })).toBeNull();
    expect(server.published.filter((one) => one.uri === uri)).toEqual([]);
  });
});

describe('completion', () => {
  const words = (list: readonly (readonly [string, string])[]) => list.map(([label]) => label);

  test('of keys, with what they mean, without those that are there', async () => {
    const keys = await completed('fangan.yaml', `language: zh\n${cursor}\n`);
    expect(words(keys)).toEqual(expect.arrayContaining(['profile', 'plans', 'rules', 'roster', 'organisations']));
    expect(words(keys)).not.toContain('language');
    expect(keys.find(([label]) => label === 'terms')?.[1]).toBe('专门用语。');
  });

  test.each<readonly [string, string, string, readonly string[]]>([
    ['the kinds of a plan', 'fangan.yaml', `profile: edu${cursor}`, ['edu-campaign', 'auto']],
    ['in a list of maps', 'fangan.yaml', `plans:\n  - files: a.md\n    ${cursor}\n`, ['profile']],
    ['ids of rules', 'fangan.yaml', `rules:\n  miss${cursor}\n`, ['missing-section', 'missing-deadline']],
    ['severities', 'fangan.yaml', `rules:\n  missing-section: ${cursor}\n`, ['off', 'warning', 'error']],
    ['keys of a calendar', 'fangan.yaml', `calendar:\n  ${cursor}\n`, ['holidays', 'workdays', 'daysOff']],
    [
      'keys of its days',
      'fangan.yaml',
      `calendar:\n  holidays:\n    - name: 校庆日\n      ${cursor}\n`,
      ['date', 'from', 'to'],
    ],
    ['a language', 'fangan.yaml', `language: ${cursor}`, ['zh', 'en']],
    [
      'keys of a profile',
      'a.profile.yaml',
      `id: a\n${cursor}\nsource: x\n`,
      ['extends', 'stages', 'requiredSections', 'template'],
    ],
    ['what a profile extends', 'a.profile.yaml', `id: a\nextends: ${cursor}\n`, ['campaign', 'implementation-plan']],
    [
      'sections, its own and inherited',
      'a.profile.yaml',
      `id: a\nextends: emergency\nrequiredSections: [${cursor}]\n`,
      ['response', 'organisation'],
    ],
    [
      'keys of a stage',
      'a.profile.yaml',
      `id: a\nstages:\n  - key: one\n    ${cursor}\n`,
      ['label', 'aliases', 'windowRequired', 'steps'],
    ],
    [
      'fields of an item',
      'a.profile.yaml',
      `id: a\nitems:\n  required: [deadline, ${cursor}]\n`,
      ['owner', 'leadUnit'],
    ],
    [
      'keys of a step',
      'a.profile.yaml',
      `id: a\nstages:\n  - key: one\n    steps:\n      - key: meet\n        ${cursor}\n`,
      ['label', 'aliases', 'required', 'within', 'skeleton'],
    ],
    [
      'where a step may stand',
      'a.profile.yaml',
      `id: a\nstages:\n  - key: one\n    steps:\n      - key: meet\n        within: ${cursor}\n`,
      ['stage', 'plan'],
    ],
    [
      'sections of a template',
      'a.profile.yaml',
      `id: a\nextends: emergency\ntemplate:\n  sections: [${cursor}]\n`,
      ['warning', 'means'],
    ],
    ['true and false', 'a.profile.yaml', `id: a\nabstract: ${cursor}\n`, ['true', 'false']],
  ])('%s', async (_, name, text, expected) => {
    expect(words(await completed(name, text))).toEqual(expect.arrayContaining([...expected]));
  });

  test('of severities, each once and with what it means', async () => {
    for (const text of [
      `rules:\n  missing-section: ${cursor}\n`,
      `id: a\nseverities:\n  missing-section: ${cursor}\n`,
    ]) {
      const list = await completed(text.startsWith('id') ? 'a.profile.yaml' : 'fangan.yaml', text);
      expect(list).toEqual([
        ['off', '关闭'],
        ['hint', '提示'],
        ['info', '信息'],
        ['warning', '警告'],
        ['error', '错误'],
      ]);
    }
  });

  test('nothing in comments', async () => expect(await completed('fangan.yaml', `# pro${cursor}`)).toEqual([]));

  test('in English for an English editor', async () => {
    const keys = await completed('fangan.yaml', cursor, {}, { locale: 'en' });
    expect(keys.find(([label]) => label === 'language')?.[1]).toBe('Language of the messages.');
  });
});

describe('hover', () => {
  test.each([
    ['a key of a configuration', 'fangan.yaml', 'language: zh\n', 'language', '提示信息的语言'],
    ['the calendar', 'fangan.yaml', 'calendar:\n  daysOff: []\n', 'calendar', '本单位自己的假日'],
    ['a list of the calendar', 'fangan.yaml', 'calendar:\n  daysOff: []\n', 'daysOff', '寒暑假'],
    ['a day of the calendar', 'fangan.yaml', 'calendar: { workdays: [{ date: 2026-05-09 }] }\n', 'date', '某一天'],
    ['a rule', 'fangan.yaml', 'rules:\n  missing-section: off\n', 'missing-section', '缺少这一类方案应有的部分'],
    ['a kind of plan', 'fangan.yaml', 'profile: emergency\n', 'emergency', '应急预案'],
    ['a key of a profile', 'a.profile.yaml', profile, 'requiredSections', '应有的部分'],
    ['what a profile extends', 'a.profile.yaml', profile, 'implementation-plan', '实施方案、工作方案'],
    [
      'a key of a stage',
      'a.profile.yaml',
      'id: a\nstages:\n  - key: one\n    windowRequired: false\n',
      'windowRequired',
      '起止时间',
    ],
    [
      'a key of a step',
      'a.profile.yaml',
      'id: a\nstages:\n  - key: one\n    steps:\n      - key: meet\n        within: plan\n',
      'within',
      '本阶段还是全文',
    ],
    [
      'a rule of its severities',
      'a.profile.yaml',
      'id: a\nseverities:\n  missing-section: off\n',
      'missing-section',
      '缺少这一类方案应有的部分',
    ],
    ['a section that is required', 'a.profile.yaml', profile, 'goals', '目标任务'],
    ['a severity', 'fangan.yaml', 'rules:\n  missing-section: warning\n', 'warning', '警告'],
    ['a key within a section', 'a.profile.yaml', profile, 'keywords', '标题含有其中之一'],
  ])('%s', async (_, name, text, words, said) => expect(await hovered(name, text, words)).toContain(said));
});
