import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan } from './fangan.ts';

const fixture = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../fixtures/superior', name), 'utf8');
const county = fixture('county.md');
const town = fixture('town.md');

interface Reported {
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
  readonly related: readonly { readonly path: string; readonly text: string }[];
}

/** The problems about superior plans in a folder, with the words that they and their related places cover. */
async function superiorProblems(folder: string, ...args: readonly string[]): Promise<readonly Reported[]> {
  const { output } = await fangan(['check', '.', '--format', 'json', ...args], { cwd: folder });
  const report = JSON.parse(output) as {
    files: {
      path: string;
      problems: (Omit<Reported, 'path' | 'related'> & {
        related: { path: string; range: Record<'start' | 'end', { offset: number }> }[];
      })[];
    }[];
  };
  return report.files.flatMap((file) =>
    file.problems
      .filter(({ rule }) => rule.startsWith('superior-'))
      .map(({ rule, severity, text, related }) => ({
        path: file.path,
        rule,
        severity,
        text,
        related: related.map(({ path: other, range }) => ({
          path: other,
          text: readFileSync(path.join(folder, other), 'utf8').slice(range.start.offset, range.end.offset),
        })),
      })),
  );
}

const brief = ({ rule, severity, text, related }: Reported) =>
  `${rule} ${severity} ${text} < ${related.map((place) => `${place.path}: ${place.text}`).join()}`;

const expected = [
  'superior-citation warning 《云岭县农村人居环境整治提升行动的实施方案》 < 县级/county.md: 云岭县农村人居环境整治提升行动实施方案',
  'superior-citation info 清得净、管得住、护得好，用得久 < 县级/county.md: 清得净、管得住、护得好、用得久',
  'superior-citation info 更加突出群众参与 < 县级/county.md: 更加突出群众主体',
  'superior-minimum warning 不少于16个小时 < 县级/county.md: 不少于24个小时',
  'superior-window warning 2023年5月1日至10月20日 < 县级/county.md: 2023年5月1日至9月30日',
  'superior-window warning 2023年11月25日前 < 县级/county.md: 2023年11月20日前',
  'superior-component warning 集中整治 < 县级/county.md: 厕所改造',
].sort();

describe('a superior plan in another file', () => {
  test('that the front matter names by its path constrains the plan', async () => {
    const folder = directoryWith({ '县级/county.md': county, '镇级/town.md': town });
    const found = await superiorProblems(folder);
    expect(new Set(found.map((one) => one.path))).toEqual(new Set(['镇级/town.md']));
    expect(found.map(brief).sort()).toEqual(expected);
  });

  test('is found by a title that stands in its front matter alone', async () => {
    const folder = directoryWith({
      '县级/county.md': county.replace(/^# (.*)\n/m, '---\ntitle: $1\n---\n'),
      '镇级/town.md': town.replace(/^---[\s\S]*?---\n/, ''),
    });
    const found = await superiorProblems(folder);
    expect(found.map(({ rule }) => rule)).toContain('superior-window');
  });

  test('is found by the title that the plan cites, among all plans below the working directory', async () => {
    const files = { '县级/county.md': county, '镇级/town.md': town.replace(/^---[\s\S]*?---\n/, '') };
    const alone = directoryWith(files);
    expect((await superiorProblems(alone)).map(brief).sort()).toEqual(expected);
    const apart = directoryWith({
      ...files,
      '县级/fangan.yaml': 'language: zh\n',
      '镇级/fangan.yaml': 'language: zh\n',
    });
    expect((await superiorProblems(apart)).map(brief).sort()).toEqual(expected);
    // From elsewhere, what belongs together is below one configuration, or in one directory.
    const outside = async (folder: string) => {
      const { output } = await fangan(['check', folder, '--format', 'json'], { cwd: directoryWith({}) });
      return output.includes('superior-window');
    };
    const together = directoryWith({ ...files, 'fangan.yaml': 'language: zh\n' });
    expect([await outside(alone), await outside(together)]).toEqual([false, true]);
  });

  test('that the front matter names is the one that is meant, though there are copies of it', async () => {
    const folder = directoryWith({ '县级/county.md': county, '县级/county 副本.md': county, '镇级/town.md': town });
    expect((await superiorProblems(folder)).map(brief).sort()).toEqual(expected);
    const cited = directoryWith({
      '县级/county.md': county,
      '县级/county 副本.md': county,
      '镇级/town.md': town.replace(/^---[\s\S]*?---\n/, ''),
    });
    expect((await superiorProblems(cited)).map(brief).sort()).toEqual(expected);
  });

  test.each([
    ['../县级/county', '县级/county.md'],
    ['./../县级/county', '县级/county.md'],
    ['../县级/county', '县级/county.markdown'],
    ['../县级/总方案（定稿）', '县级/总方案（定稿）.txt'],
    ['town总', '镇级/town总.md'],
    ['"./上级/区委 方案"', '镇级/上级/区委 方案.md'],
  ])('that the front matter names as %s is looked for as a file first', async (named, file) => {
    const files = { '镇级/town.md': town.replace('../县级/county.md', named), [file]: county };
    // The title of another plan, which would be found by it.
    const other = county.replace(/^# .*/, `# ${named.replace(/^.*\//, '').replaceAll('"', '')}`);
    const found = await superiorProblems(directoryWith({ ...files, '别处/x.md': other }));
    const renamed = expected.map((one) => one.replace('县级/county.md', file));
    expect(found.map(brief).sort()).toEqual(renamed.sort());
  });

  test('is no file that has the name of the title by chance, when that is the plan itself', async () => {
    const title = '云岭县农村人居环境整治提升行动实施方案';
    const named = town.replace('../县级/county.md', title);
    const found = await superiorProblems(directoryWith({ '县级/county.md': county, [`镇级/${title}.md`]: named }));
    expect(found.map(brief).sort()).toEqual(expected);
  });

  test.each([
    ['../县级/无.md', '没有这个文件'],
    ['../县级/无', '没有这个名字的文件（.md、.markdown、.txt），也没有这个标题的方案'],
    ['../县级/总方案.docx', '导入'],
  ])('that is not there is a problem that says what was looked for: %s', async (named, words) => {
    const folder = directoryWith({
      '县级/county.md': county,
      '镇级/town.md': town.replace('../县级/county.md', named),
    });
    const { output } = await fangan(['check', '.', '--format', 'json'], { cwd: folder });
    const messages = [...output.matchAll(/"message": "(找不到[^"]*|上级方案[^"]*导入[^"]*)"/g)].map(([, one]) => one);
    expect(messages).toEqual([expect.stringContaining(words)]);
  });

  test('is found by a title in the front matter, and reported when it is not to be found', async () => {
    const named = town.replace('../县级/county.md', '[云岭县农村人居环境整治提升行动实施方案, 不在的方案.md]');
    const folder = directoryWith({ 'county.md': county, 'town.md': named });
    const found = await superiorProblems(folder);
    expect(found.filter(({ rule }) => rule === 'superior-window')).toHaveLength(2);
    expect(found.filter(({ text }) => text.includes('不在的方案.md')).map(({ rule }) => rule)).toEqual([
      'superior-citation',
    ]);
  });

  test('says where in every format', async () => {
    const folder = directoryWith({ '县级/county.md': county, '镇级/town.md': town });
    const text = await fangan(['check', '镇级/town.md'], { cwd: folder });
    expect(text.output).toMatch(/参见 县级\/county\.md:\d+:\d+/);
    const sarif = JSON.parse((await fangan(['check', '镇级/town.md', '--format', 'sarif'], { cwd: folder })).output);
    expect(JSON.stringify(sarif)).toContain(encodeURIComponent('县级'));
  });

  test('that a plan keeps to leads to nothing', async () => {
    const sound = `# 青禾镇农村人居环境整治提升行动实施方案

根据《云岭县农村人居环境整治提升行动实施方案》，制定本方案。行动从2023年3月开始，2023年11月基本结束。

## 一、总体要求

坚持“清得净、管得住、护得好、用得久”。

## 二、方法步骤

第一阶段：动员摸底（2023年3月初至4月下旬）。宣传动员农户，逐户摸底建账，集中培训时间不少于24个小时。

第二阶段：集中整治（2023年5月至9月）。清运积存垃圾，改造厕所60座。

第三阶段：巩固提升（2023年10月至11月）。检查验收，建立管护制度，11月15日前将工作总结报县农业农村局，各村于11月25日前将工作总结报镇农业服务中心。
`;
    expect(await superiorProblems(directoryWith({ 'county.md': county, 'town.md': sound }))).toEqual([]);
  });
});

const seed = path.resolve(import.meta.dirname, '../../../shared/seeds/004.txt');

/** Five real plans that stand one after another: what the domain notes expect of them as files of their own. */
test.runIf(existsSync(seed))('five real plans of one family, a file each', async () => {
  const text = readFileSync(seed, 'utf8');
  const starts = [
    ...text.matchAll(/^(?:第三批开展|全区(?=.{2,12}开展|“两新”组织$))[^\n。]{4,40}\n\n?(?=[^\n。]{4,40}\n|根据)/gm),
  ]
    .map(({ index }) => index)
    .filter((at) => /^.*\n\n?(?:.*\n)?根据/.test(text.slice(at, at + 200)));
  expect(starts).toHaveLength(5);
  const names = ['A', 'B', 'C', 'D', 'E'];
  const files = Object.fromEntries(names.map((name, at) => [`${name}.md`, text.slice(starts[at], starts[at + 1])]));
  const found = await superiorProblems(directoryWith(files));
  const of = (rule: string, pattern: RegExp) =>
    found
      .filter((one) => one.rule === rule && pattern.test(one.text) && one.related[0]?.path === 'A.md')
      .map((one) => one.path);
  expect(of('superior-window', /2个月/)).toEqual(['B.md', 'C.md', 'D.md', 'E.md']);
  expect(of('superior-citation', /《.*活动的实施方案》/)).toEqual(['B.md', 'C.md', 'D.md', 'E.md']);
  expect(of('superior-citation', /更加注重取得实效/)).toEqual(['B.md', 'C.md']);
  expect(of('superior-citation', /捆绑.*责任制/)).toEqual(['B.md', 'C.md', 'E.md']);
  expect(of('superior-minimum', /4个月/)).toEqual(['B.md', 'C.md', 'D.md', 'E.md']);
  expect(found.filter(({ severity, rule }) => severity === 'warning' && rule !== 'superior-citation')).toEqual([]);
  expect(found.filter((one) => one.path === 'A.md')).toEqual([]);
});

test('that is not found among too many files is told of once, with what to do', async () => {
  const plan = (name: string) =>
    `# ${name}人居环境整治实施方案\n\n根据《云岭县农村人居环境整治提升行动实施方案》，制定本方案。\n\n## 一、工作目标\n\n改善环境。\n`;
  const many = Object.fromEntries(Array.from({ length: 4_001 }, (_, at) => [`记录/${at}.txt`, '记录\n']));
  const folder = directoryWith({ ...many, 'a.md': plan('青禾镇'), 'b.md': plan('石桥镇') });
  const told = async (...args: readonly string[]) => (await fangan(['check', ...args], { cwd: folder })).errors;
  const words = '按标题找上级方案“云岭县农村人居环境整治提升行动实施方案”时只看了 4000 份';
  expect((await told('a.md', 'b.md')).split(words)).toHaveLength(2);
  expect(await told('记录/1.txt')).toBe('');
  const few = directoryWith({ 'a.md': plan('青禾镇') });
  expect((await fangan(['check', 'a.md'], { cwd: few })).errors).toBe('');
});
