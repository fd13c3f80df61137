import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { directoryWith, fangan } from './fangan.ts';

const village = (name: string, theme: string, day: string, book: string) => `---
plan: implementation-plan
---

# ${name}人居环境整治工作方案

为改善人居环境，制定本方案。工作从2024年3月1日开始，2024年11月30日结束。

## 一、主要任务

1. 组织学习《${book}》，各组围绕“${theme}”列出清单。

2. 各组于${day}前完成房前屋后杂物、断壁残垣和柴草堆垛的集中清理，由组长负责验收并逐户登记造册。
`;

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly text: string;
      readonly range: { readonly start: { readonly line: number } };
      readonly related: readonly {
        readonly path: string;
        readonly range: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
      }[];
    }[];
  }[];
}

test('--bundle holds the plans of a run against each other, in the files where they differ', async () => {
  const folder = directoryWith({
    'a.md': village('河口村', '清干净、摆整齐、管长效', '2024年5月10日', '云岭县农村人居环境整治导则'),
    'b.md': village('坪上村', '清干净、摆整齐，管长效', '2024年5月20日', '云岭县农村人居环境整治导则'),
    'c.md': village('塘边村', '清干净、摆整齐、管长效', '2024年5月10日', '云岭县农村人居环整治导则'),
    'README.md': '# 说明\n\n“清干净、摆整齐，管长效”\n',
  });
  const alone = JSON.parse((await fangan(['check', '-f', 'json', '.'], { cwd: folder })).output) as Report;
  const rules = ['slogan-variant', 'near-duplicate-title', 'likeness'];
  const of = (report: Report) =>
    report.files.flatMap(({ path: file, problems }) =>
      problems
        .filter(({ rule }) => rules.includes(rule))
        .map(({ rule, text, related }) => {
          const words = related.map((place) =>
            readFileSync(path.join(folder, place.path), 'utf8').slice(place.range.start.offset, place.range.end.offset),
          );
          return `${file} ${rule} ${text} < ${related[0]?.path}: ${words[0]}`;
        }),
    );
  expect(of(alone)).toEqual([]);
  const bundle = JSON.parse((await fangan(['check', '-f', 'json', '--bundle', '.'], { cwd: folder })).output) as Report;
  const found = of(bundle);
  expect(found).toContain('b.md slogan-variant 清干净、摆整齐，管长效 < a.md: 清干净、摆整齐、管长效');
  expect(found).toContain('c.md near-duplicate-title 云岭县农村人居环整治导则 < a.md: 云岭县农村人居环境整治导则');
  expect(found.filter((one) => one.startsWith('b.md likeness')).join()).toContain('5月20日');
  expect(found.filter((one) => one.startsWith('README.md'))).toEqual([]);
});

test('sentences that are nearly the same stand behind the files, the most harmful difference first', async () => {
  const theme = '清干净、摆整齐、管长效';
  const book = '云岭县农村人居环境整治导则';
  const folder = directoryWith({
    'a.md': village('河口村', theme, '2024年5月10日', book),
    // The word comes before the day, and its file before the other one.
    'b.md': village('坪上村', theme, '2024年5月10日', book).replace('逐户登记', '按户登记'),
    'c.md': village('塘边村', theme, '2024年5月20日', book),
  });
  const { output } = await fangan(['check', '--bundle', '--no-color', '.'], { cwd: folder });
  const list = output.indexOf('各方案之间几乎相同的句子（按轻重排列');
  const [day, word, lastFile] = ['日期、数字不同', '用词不同', 'missing-signature'].map((words) =>
    output.lastIndexOf(words),
  );
  expect(list).toBeGreaterThan(lastFile ?? 0);
  expect(day).toBeGreaterThan(list);
  expect(word).toBeGreaterThan(day ?? 0);
  expect(output.slice(0, list)).not.toContain('likeness');
  const alone = await fangan(['check', '--no-color', '--review', '.'], { cwd: folder });
  expect(alone.output).not.toContain('按轻重排列');
});

test('each plan of a bundle goes by the configuration that is nearest to it', async () => {
  const slogan = '清干净、摆整齐，管长效';
  const folder = directoryWith({
    '甲/a.md': village('河口村', '清干净、摆整齐、管长效', '2024年5月10日', '云岭县农村人居环境整治导则'),
    '甲/d.md': village('新河村', '清干净、摆整齐、管长效', '2024年5月10日', '云岭县农村人居环境整治导则'),
    '甲/e.md': village('北川村', '清干净、摆整齐、管长效', '2024年5月10日', '云岭县农村人居环境整治导则'),
    '乙/fangan.yaml': 'language: en\nrules:\n  slogan-variant: error\n',
    '乙/b.md': village('坪上村', slogan, '2024年5月10日', '云岭县农村人居环境整治导则'),
    '丙/fangan.yaml': "rules:\n  slogan-variant: 'off'\n",
    '丙/c.md': village('塘边村', '清干净，摆整齐、管长效', '2024年5月10日', '云岭县农村人居环境整治导则'),
  });
  const { output } = await fangan(['check', '-f', 'json', '--bundle', '.'], { cwd: folder });
  const { files } = JSON.parse(output) as {
    files: { path: string; problems: { rule: string; severity: string; message: string }[] }[];
  };
  const slogans = files.flatMap(({ path: file, problems }) =>
    problems
      .filter(({ rule }) => rule === 'slogan-variant')
      .map(({ severity, message }) => `${file} ${severity} ${/[a-z]{3}/.test(message) ? 'en' : 'zh'}`),
  );
  // The usual way is that of three plans; the third way, which is told of nowhere, does not come between.
  expect(slogans).toEqual(['乙/b.md error en']);
});

test('working days of each plan of a bundle are counted by its own calendar', async () => {
  const county = `---
plan: implementation-plan
---

# 云岭县安全用电专项整治工作方案

为消除用电安全隐患，制定本方案。整治从2024年5月1日开始，2024年8月31日结束。

## 一、工作要求

各乡镇于2024年5月20日前将工作总结报县整治办。
`;
  const town = `---
plan: implementation-plan
---

# 青禾镇安全用电专项整治实施方案

根据《云岭县安全用电专项整治工作方案》，制定本方案。整治从2024年5月6日开始，2024年8月31日结束。

## 一、工作要求

本方案印发之日起5个工作日内将工作总结报县整治办。

青禾镇人民政府

2024年5月6日
`;
  // The county's office is closed for three weeks; that is nothing to the town.
  const closed = 'calendar:\n  daysOff: [{ name: 搬迁, from: 2024-05-07, to: 2024-05-26 }]\n';
  const problems = async (folders: Readonly<Record<string, string>>) => {
    const cwd = directoryWith({ '1/county.md': county, '2/town.md': town, ...folders });
    const { files } = JSON.parse((await fangan(['check', '-f', 'json', '--bundle', '.'], { cwd })).output) as Report;
    return files.flatMap(({ path: file, problems }) =>
      problems.filter(({ rule }) => rule === 'superior-window').map(({ text }) => `${file} ${text}`),
    );
  };
  expect(await problems({ '1/fangan.yaml': closed })).toEqual([]);
  expect(await problems({ '2/fangan.yaml': closed })).toEqual(['2/town.md 本方案印发之日起5个工作日内']);
});

test('the plans of a bundle end with their files, and keep their front matter', async () => {
  const plan = (unit: string, window: string, front: string) => `---
plan: implementation-plan
${front}
---

# ${unit}全民阅读活动

为推动全民阅读，制定本方案。

## 一、方法步骤

### 第一阶段：宣传发动（各村：${window}）

张贴通知，发放书单，召开动员会，建立读书小组。
`;
  // Without 方案 at its end the title is that of a plan only at the head of a file.
  const cwd = directoryWith({
    'a.md': plan('青岚镇', '3月1日至3月31日', 'date: 2024-02-20'),
    'b.md': plan('河口镇', '3月1日至4月30日', 'date: 2024-02-20'),
    'c.md': plan('坪上镇', '3月1日至4月30日', 'date: 2026-02-20'),
  });
  const { output } = await fangan(['check', '-f', 'json', '--bundle', '.'], { cwd });
  const windows = (JSON.parse(output) as Report).files.flatMap(({ path: file, problems }) =>
    problems.filter(({ rule }) => rule === 'sibling-window').map(({ text }) => `${file} ${text}`),
  );
  expect(windows).toEqual(['b.md 3月1日至4月30日']);
});
