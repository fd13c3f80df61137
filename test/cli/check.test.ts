import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan, faultyPlan, parsed } from './fangan.ts';

const readme = readFileSync('test/fixtures/ordinary/readme-chinese.md', 'utf8');
const sound = readFileSync('examples/工作方案.md', 'utf8');

describe('what is checked', () => {
  test('plans in a directory, in .md, .markdown and .txt; ordinary Markdown is passed over', async () => {
    const cwd = directoryWith({
      'a.md': faultyPlan,
      'deep/b.markdown': faultyPlan,
      'deep/c.txt': faultyPlan,
      'deep/d.docx': faultyPlan,
      'README.md': readme,
      'node_modules/x/e.md': faultyPlan,
      '.git/f.md': faultyPlan,
    });
    const report = parsed(await fangan(['check', '--format', 'json', '.'], { cwd }));
    expect(report.files.map((file) => file.path)).toEqual(['a.md', 'deep/b.markdown', 'deep/c.txt']);
    expect(report.files.map((file) => file.profile)).toEqual(Array(3).fill('rectification-plan'));
  });

  test('the current directory when nothing is named', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    expect(parsed(await fangan(['check', '-f', 'json'], { cwd })).files.map((file) => file.path)).toEqual(['a.md']);
  });

  test('a file given by name is always read; one that is no plan has no profile and no problems', async () => {
    const cwd = directoryWith({ 'README.md': readme });
    const outcome = await fangan(['check', '-f', 'json', 'README.md'], { cwd });
    expect(parsed(outcome).files).toEqual([{ path: 'README.md', profile: null, problems: [] }]);
    expect(outcome.status).toBe(0);
  });

  test('globs', async () => {
    const cwd = directoryWith({ '2026/a.md': faultyPlan, '2025/b.md': faultyPlan, '2026/README.md': readme });
    const report = parsed(await fangan(['check', '-f', 'json', '2026/*.md'], { cwd }));
    expect(report.files.map((file) => file.path)).toEqual(['2026/a.md']);
  });

  test('each file once, however often it is named', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    expect(parsed(await fangan(['check', '-f', 'json', '.', 'a.md', './a.md', '*.md'], { cwd })).summary.files).toBe(1);
  });
});

describe('exit status', () => {
  test('0 for a sound plan', async () => {
    const outcome = await fangan(['check', 'plan.md'], { cwd: directoryWith({ 'plan.md': sound }) });
    expect(outcome).toMatchObject({ status: 0, errors: '' });
    expect(outcome.output).toBe('✔ 检查了 1 个方案文件：没有发现问题\n');
  });

  const school = 'id: school-plan\nlabel: { zh: 学校方案, en: School }\nextends: implementation-plan\nsource: 学校\n';

  test.each([
    ['an unknown key', `${school}colour: red\n`, /school\.yaml:5:1：未知的键“colour”/],
    [
      'a stage that stands twice',
      `${school}stages: [{ key: a }, { key: a }]\n`,
      /school\.yaml:5:\d+：阶段“a”已在前面写过/,
    ],
    [
      'words without a word',
      `${school}sections: { safety: { label: { zh: 安全, en: S }, keywords: [] } }\n`,
      /列表是空的/,
    ],
    [
      'the id of a shipped kind',
      'id: campaign\nlabel: { zh: 整治, en: C }\nsource: 县里\n',
      /school\.yaml:1:5：“campaign”是自带的/,
    ],
  ])('2 for a profile with %s, and no word of all being well', async (_, profile, message) => {
    const cwd = directoryWith({ 'plan.md': sound, 'fangan.yaml': 'profiles: [school.yaml]\n', 'school.yaml': profile });
    const outcome = await fangan(['check', 'plan.md'], { cwd });
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toMatch(message);
    expect(outcome.output).toBe(
      '✖ 检查了 1 个方案文件：没有发现问题（配置或方案模板有 1 处错误，有误之处未起作用，检查并不完整）\n',
    );
    const english = await fangan(['check', 'plan.md', '--language', 'en'], { cwd });
    expect(english.output).toMatch(/^✖ 1 plan file checked: no problems \(1 fault in configurations or profiles/);
  });

  test('1 for errors', async () => {
    expect((await fangan(['check', 'a.md'], { cwd: directoryWith({ 'a.md': faultyPlan }) })).status).toBe(1);
  });

  test('0 for warnings, and 1 for more of them than allowed', async () => {
    const plan = sound.replace('全镇17处', '全镇的的17处');
    const cwd = directoryWith({ 'a.md': plan });
    expect((await fangan(['check', 'a.md'], { cwd })).status).toBe(0);
    expect((await fangan(['check', '--max-warnings', '1', 'a.md'], { cwd })).status).toBe(0);
    expect((await fangan(['check', '--max-warnings', '0', 'a.md'], { cwd })).status).toBe(1);
    // Warnings count even where they are not shown.
    expect((await fangan(['check', '--quiet', '--max-warnings=0', 'a.md'], { cwd })).status).toBe(1);
  });

  test.each([
    [[], /用法/],
    [['frobnicate'], /未知命令 frobnicate/],
    [['check', '--frob'], /未知选项 --frob/],
    [['check', '--format', 'xml'], /--format 只能是 text\|json\|sarif\|github\|junit/],
    [['check', '--format'], /--format/],
    [['check', '--max-warnings', 'few'], /整数/],
    [['check', '--rule', 'numbering'], /规则=off\|hint/],
    [['check', '--rule', 'numbering=fatal'], /规则=off\|hint/],
    [['check', '--rule', 'no-such=off'], /没有名为“no-such”的规则/],
    [['check', '--profile', 'no-such'], /没有名为“no-such”的方案模板/],
    [['check', '--as-of', '2026-02-30'], /YYYY-MM-DD/],
    [['check', '--language', 'fr'], /zh 或 en/],
    [['check', '--unsafe-fixes'], /--fix/],
    [['check', '--stdin', 'a.md'], /--stdin/],
    [['model'], /一个文件/],
    [['rules', 'no-such'], /没有名为“no-such”的规则/],
    [['lsp'], /--stdio/],
  ])('2 for %j', async (args, message) => {
    const outcome = await fangan(args, { cwd: directoryWith({ 'a.md': sound }) });
    expect(outcome.status).toBe(2);
    expect(outcome.output).toBe('');
    expect(outcome.errors).toMatch(message);
  });

  test('--help and --version are no wrong use', async () => {
    expect(await fangan(['--help'])).toMatchObject({ status: 0, errors: '' });
    expect((await fangan(['check', '--help'])).output).toMatch(/--max-warnings/);
    expect((await fangan(['--help', '--language', 'en'])).output).toMatch(/^Checks Chinese/);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect((await fangan(['--version'])).output).toBe(`${version}\n`);
  });
});

describe('settings', () => {
  test('--rule changes a severity or switches a rule off', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const rules = async (...args: string[]) =>
      parsed(await fangan(['check', '-f', 'json', 'a.md', ...args], { cwd })).files[0]?.problems.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(await rules()).toEqual(['document-number error', 'placeholder error']);
    expect(await rules('--rule', 'placeholder=hint', '--rule', 'document-number=off')).toEqual(['placeholder hint']);
  });

  test('--review lists sentences that differ in a character or two, and nothing does without it', async () => {
    const twins = '各校于2024年4月20日前完成食堂自查并报送自查报告。';
    const cwd = directoryWith({ 'a.md': `${faultyPlan}\n${twins}\n\n${twins.replace('20日', '25日')}\n` });
    const found = async (...options: string[]) =>
      parsed(await fangan(['check', '-f', 'json', ...options, 'a.md'], { cwd })).files.flatMap(({ problems }) =>
        problems.filter(({ rule }) => rule === 'likeness').map(({ severity }) => severity),
      );
    expect(await found()).toEqual([]);
    expect(await found('--review')).toEqual(['hint']);
    expect(await found('--review', '--rule', 'likeness=off')).toEqual([]);
  });

  test('--quiet shows errors only', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const outcome = await fangan(['check', '-f', 'json', '-q', '--rule', 'placeholder=warning', 'a.md'], { cwd });
    expect(parsed(outcome).summary).toMatchObject({ errors: 1, warnings: 0 });
  });

  test('fangan.yaml counts, the command line counts more', async () => {
    const cwd = directoryWith({
      'fangan.yaml': 'language: en\nrules: { placeholder: off }\nplans: [{ files: old/**, profile: none }]\n',
      'a.md': faultyPlan,
      'old/b.md': faultyPlan,
      'other.yaml': 'rules: { document-number: off }\n',
    });
    const english = parsed(await fangan(['check', '-f', 'json'], { cwd }));
    expect(english.files.map(({ path: name, problems }) => [name, problems.map(({ rule }) => rule)])).toEqual([
      ['a.md', ['document-number']],
    ]);
    expect(english.files[0]?.problems[0]?.message).not.toMatch(/请|应/);
    const chinese = parsed(await fangan(['check', '-f', 'json', '--language', 'zh', 'a.md'], { cwd }));
    expect(chinese.files[0]?.problems[0]?.message).toMatch(/六角括号/);
    const other = parsed(await fangan(['check', '-f', 'json', '--config', 'other.yaml', 'a.md'], { cwd }));
    expect(other.files[0]?.problems.map(({ rule }) => rule)).toEqual(['placeholder']);
  });

  test('a fault in the configuration is told at its place, and the check goes on', async () => {
    const cwd = directoryWith({ 'fangan.yaml': 'rules:\n  placeholdr: off\n', 'a.md': faultyPlan });
    const outcome = await fangan(['check', '-f', 'json'], { cwd });
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toBe('fangan.yaml:2:3：没有名为“placeholdr”的规则，是否指“placeholder”\n');
    expect(parsed(outcome).summary.errors).toBe(2);
  });

  test('--profile makes a plan of any file, but for one that says none', async () => {
    const cwd = directoryWith({ 'a.md': readme, 'b.md': `---\nplan: none\n---\n\n${faultyPlan}` });
    const report = parsed(await fangan(['check', '-f', 'json', '--profile', 'summary', 'a.md', 'b.md'], { cwd }));
    expect(report.files.map(({ profile }) => profile)).toEqual(['summary', null]);
    expect(report.files[1]?.problems).toEqual([]);
  });

  test('--print-config shows what counts', async () => {
    const cwd = directoryWith({
      'fangan.yaml': 'asOf: 2026-03-01\nrules: { numbering: info }\nplans: [{ files: a.md, profile: summary }]\n',
      'a.md': faultyPlan,
    });
    const outcome = await fangan(['check', '--print-config', 'a.md', '--rule', 'placeholder=off'], { cwd });
    expect(outcome.status).toBe(0);
    expect(JSON.parse(outcome.output)).toMatchObject({
      configuration: path.join(cwd, 'fangan.yaml').replaceAll('\\', '/'),
      language: 'zh',
      asOf: '2026-03-01',
      profile: 'summary',
      rules: { numbering: { severity: 'info' }, placeholder: { severity: 'off' } },
    });
  });
});

describe('standard input', () => {
  test('is checked under the name that it is given', async () => {
    const cwd = directoryWith({ 'sub/fangan.yaml': 'rules: { placeholder: off }\n' });
    const args = ['check', '-f', 'json', '--stdin', '--stdin-filename', 'sub/a.md'];
    const report = parsed(await fangan(args, { cwd, input: faultyPlan }));
    expect(report.files.map(({ path: name, problems }) => [name, problems.length])).toEqual([['sub/a.md', 1]]);
  });

  test('has a name where none is given, and may be empty', async () => {
    const outcome = await fangan(['check', '-f', 'json', '--stdin'], { cwd: directoryWith({}), input: '' });
    expect(parsed(outcome).files).toEqual([{ path: 'stdin.md', profile: null, problems: [] }]);
    expect(outcome.status).toBe(0);
  });
});

describe('colours', () => {
  const cwd = () => directoryWith({ 'a.md': faultyPlan });
  const hasColour = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    (await fangan(['check', 'a.md', ...args], { cwd: cwd(), environment })).output.includes('\x1b[');

  test('none in a pipe, unless forced', async () => {
    expect(await hasColour([])).toBe(false);
    expect(await hasColour(['--color'])).toBe(true);
    expect(await hasColour([], { FORCE_COLOR: '1' })).toBe(true);
    expect(await hasColour([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await hasColour(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  });
});

test('nothing but the report goes to standard output, and no progress into a pipe', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`p${at}.md`, sound]));
  const outcome = await fangan(['check', '-f', 'json'], { cwd: directoryWith(files) });
  expect(parsed(outcome).summary.files).toBe(30);
  expect(outcome.errors).toBe('');
});

test('a reader that closes the pipe early is no failure', async () => {
  const cwd = directoryWith(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`p${at}.md`, faultyPlan])));
  const { spawn } = await import('node:child_process');
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), 'check', '-f', 'json'], { cwd });
  let errors = '';
  child.stderr.on('data', (piece) => {
    errors += piece;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((resolve) => child.on('close', resolve));
  expect(errors).toBe('');
});

test('rules are listed and explained', async () => {
  const list = await fangan(['rules']);
  expect(list.status).toBe(0);
  expect(list.output).toMatch(/^numbering-style +警告 +\S/m);
  const one = await fangan(['rules', 'document-number']);
  expect(one.output).toMatch(/^document-number {2}错误/);
  expect(one.output).toContain('〔2009〕');
  expect(one.output).toContain('https://');
  const all = JSON.parse((await fangan(['rules', '--format', 'json'])).output);
  expect(all.length).toBe(list.output.trim().split('\n').length);
});
