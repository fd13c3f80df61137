import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { configurationSchema } from '../../server/src/workspace/configuration.ts';
import { fangan, faultyPlan, parsed } from '../cli/fangan.ts';
import { ServerProcess } from './server-process.ts';

const files: Readonly<Record<string, string>> = {
  'base.yaml': `language: zh
organisations: [青禾县教育局]
rules: { numbering: off, placeholder: hint }
plans: [{ files: '小结/*.md', profile: summary }]
asOf: 2026-03-01
calendar: { holidays: [{ name: 校庆日, date: 2026-10-16 }], workdays: [{ date: 2026-10-17 }] }
roster: [{ name: 周远山, post: 校长, unit: 青禾县第一中学 }]
`,
  'fangan.yaml': `extends: base.yaml
terms: [河长制]
rules: { placeholder: error }
profiles: [模板/河道.yaml]
roster: [{ name: 李新民 }]
overrides:
  - { files: '归档/**', rules: { invalid-date: off } }
  - { files: '*.draft.md', profile: edu-campaign, organisations: [青禾县水利局], terms: [田长制], calendar: { daysOff: [{ name: 农忙假, from: 2026-05-25, to: 2026-06-05 }] } }
  - { files: '河道/**', profile: river-plan }
`,
  '模板/河道.yaml':
    'id: river-plan\nextends: rectification-plan\nsource: practice\nlabel: { zh: 河道方案, en: River plan }\n',
  '内层/fangan.yaml': 'language: en\nprofile: rectification-plan\n',
};

test('editor and command line go by the same configuration', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), '方案 fangan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const server = await ServerProcess.start();
  const inOwnWords = (text: string) =>
    JSON.parse(text.replaceAll(pathToFileURL(folder).href, '.').replaceAll(folder, '.')) as Record<string, unknown>;
  for (const name of ['a.md', '小结/a.md', '归档/2020/b.draft.md', '河道/a.md', '内层/c.md']) {
    const printed = await fangan(['check', name, '--print-config'], { cwd: folder });
    const shown = await server.connection.sendRequest<string>('fangan/effectiveConfiguration', {
      uri: pathToFileURL(path.join(folder, name)).href,
    });
    const [ofCli, ofEditor] = [printed.output, shown].map(inOwnWords);
    for (const settings of [ofCli, ofEditor]) {
      if (settings) settings.configuration = decodeURIComponent(String(settings.configuration));
    }
    expect(ofEditor, name).toEqual(ofCli);
    if (name === '河道/a.md') expect(ofCli?.profile).toBe('river-plan');
    expect(ofCli?.language, name).toBe(name.startsWith('内层') ? 'en' : 'zh');
  }
}, 120_000);

test('every key of a configuration takes part in that', () => {
  const text = Object.values(files).join('\n');
  const keys = Object.keys(configurationSchema.shape);
  expect(keys.filter((key) => !new RegExp(`^${key}:`, 'm').test(text))).toEqual([]);
  const ofOverrides = Object.keys(configurationSchema.shape.overrides.unwrap().element.shape);
  expect(ofOverrides.filter((key) => !new RegExp(`- \\{.*\\b${key}:`).test(text))).toEqual([]);
});

test('editor and command line find the same problems under every configuration', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), '方案 fangan-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // The last day is a holiday of the configuration only.
  const plan = faultyPlan.replace('\n## 二、', '\n名单于2026年10月16日前报送。\n\n## 二、');
  const plans = ['a.md', '小结/a.md', '归档/2020/b.draft.md', '河道/a.md', '内层/c.md'];
  for (const [name, text] of [...Object.entries(files), ...plans.map((name) => [name, plan] as const)]) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const server = await ServerProcess.start();
  const { files: checked } = parsed(await fangan(['check', ...plans, '-f', 'json'], { cwd: folder }));
  expect(checked[0]?.problems.map(({ message }) => message).join('\n')).toContain('校庆日放假');
  for (const name of plans) {
    const uri = pathToFileURL(path.join(folder, name)).href;
    await server.open(uri, plan);
    const ofEditor = (await server.problems(uri)).map(({ code, message }) => `${code} ${message}`);
    const ofCli = checked.find((file) => file.path === name)?.problems.map(({ rule, message }) => `${rule} ${message}`);
    expect(ofEditor.sort(), name).toEqual([...(ofCli ?? ['nothing'])].sort());
  }
}, 120_000);
