import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CodeAction, CompletionList } from 'vscode-languageserver-protocol/node';
import { type NewPlan, type NewPlanParams, newPlanRequest } from '../../server/src/protocol.ts';
import { ServerProcess } from './server-process.ts';

const configuration = `asOf: 2026-02-10
roster:
  - { name: 周海平, post: 镇党委书记, unit: 党政办公室 }
  - { name: 郑立群, post: 镇长, unit: 党群工作办公室 }
  - { name: 沈丽, post: 组织委员, unit: 纪检监察办公室 }
`;

const fields: NewPlanParams['fields'] = {
  unit: '中共白鹭镇委员会',
  activity: '作风建设学习教育活动',
  start: '2026-03-02',
  end: '2026-08-28',
  issued: '2026-02-26',
  superior: '《中共江湾县委关于开展学习教育活动的意见》（江委发〔2026〕5号）',
};

async function begin(profile: string, said: NewPlanParams['fields']) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fangan-new-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'fangan.yaml'), configuration);
  const server = await ServerProcess.start();
  const plan = await server.connection.sendRequest<NewPlan>(newPlanRequest, { profile, fields: said });
  const uri = pathToFileURL(path.join(folder, 'plan.md')).href;
  const words = new Map<string, string>();
  const text = plan.snippet
    .replace(/\$\{(\d+):((?:\\.|[^}\\])*)\}/g, (_, stop, held) => {
      words.set(stop, held);
      return held;
    })
    .replace(/\$(\d+)/g, (_, stop) => words.get(stop) ?? '');
  await server.open(uri, text);
  return { server, uri, plan, folder };
}

/** The first blank that the check tells of, filled in with what completion puts first. */
async function fillOne(server: ServerProcess, uri: string, skip = 0): Promise<string | undefined> {
  const blanks = (await server.problems(uri)).filter(({ code }) => code === 'placeholder');
  const blank = blanks[skip];
  if (!blank) return undefined;
  const list: CompletionList = await server.complete(uri, blank.range.end);
  const [item] = list.items;
  const edit = item?.textEdit;
  if (!item || !edit || !('range' in edit)) return server.wordsAt(uri, blank.range);
  await server.change(uri, { range: edit.range, text: edit.newText });
  return '';
}

/** The first empty cell of a table, filled in with what completion puts first. */
async function fillCell(server: ServerProcess, uri: string): Promise<boolean> {
  const lines = server.text(uri).split('\n');
  for (const [line, text] of lines.entries()) {
    const at = /^\| \d+ \|/.test(text) ? text.search(/\|\s+\|/) : -1;
    if (at < 0) continue;
    const list: CompletionList = await server.complete(uri, { line, character: at + 2 });
    const edit = list.items[0]?.textEdit;
    if (!edit || !('range' in edit)) return false;
    await server.change(uri, { range: edit.range, text: edit.newText });
    return true;
  }
  return false;
}

/** Ten things that were found, each with what is to be done. */
const issues = [
  ['主街路面破损36处', '修补主街路面36处'],
  ['雨水管道淤堵1.2公里', '清淤疏通雨水管道1.2公里'],
  ['垃圾收集点缺少分类标识', '为42个收集点补装分类标识'],
  ['集镇停车泊位不足', '施划停车泊位85个'],
  ['河岸堆放建筑垃圾', '清运河岸建筑垃圾并设置围栏'],
  ['农贸市场污水直排', '接通农贸市场污水管网'],
  ['公厕保洁不到位', '实行公厕每日三次保洁'],
  ['背街小巷照明不足', '新装路灯60盏'],
  ['户外广告设置杂乱', '拆除违规户外广告28块'],
  ['村庄绿化管护缺失', '与6个村签订绿化管护协议'],
] as const;

const feedback = `# 江湾县人居环境检查问题清单

| 序号 | 存在问题 | 整改措施 | 责任单位 |
| --- | --- | --- | --- |
${issues.map(([issue, measure], at) => `| ${at + 1} | ${issue} | ${measure} | 白鹭镇 |`).join('\n')}
`;

describe('a new plan', () => {
  test('is filled in by completions alone, and has no problem above information then', async () => {
    const { server, uri } = await begin('edu-campaign', fields);
    const stuck: string[] = [];
    for (let round = 0; round < 120; round++) {
      const left = await fillOne(server, uri, stuck.length);
      if (left === undefined) break;
      if (left !== '') stuck.push(left);
    }
    expect(stuck).toEqual([]);
    const loud = (await server.problems(uri)).filter(({ severity = 1 }) => severity <= 2);
    expect(loud.map(({ code, range, message }) => `${code} «${server.wordsAt(uri, range)}» ${message}`)).toEqual([]);
  });

  test('of a rectification is filled in by actions and completions, with a ledger of ten rows', async () => {
    const { server, uri, folder } = await begin('rectification-plan', {
      ...fields,
      unit: '白鹭镇人民政府',
      activity: '人居环境检查反馈问题',
      superior: '《江湾县关于反馈人居环境检查问题的通知》（江环发〔2026〕5号）',
    });
    // What has to be put right comes from above, as a list.
    await server.open(pathToFileURL(path.join(folder, 'issues.md')).href, feedback);
    const line = () =>
      server
        .text(uri)
        .split('\n')
        .findIndex((row) => row.startsWith('| 2 |'));
    for (let count = 2; count < 10; count++) {
      const range = { start: { line: line(), character: 3 }, end: { line: line(), character: 3 } };
      const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], only: ['refactor.rewrite.fangan.insertRow'] },
      });
      await server.apply(uri, actions[0]);
    }
    for (let round = 0; round < 200; round++) if ((await fillOne(server, uri)) !== '') break;
    for (let round = 0; round < 200; round++) if (!(await fillCell(server, uri))) break;
    const rows = server
      .text(uri)
      .split('\n')
      .filter((row) => /^\| \d+ \|/.test(row));
    expect(rows.map((row) => /^\| (\d+) \|/.exec(row)?.[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    for (const row of rows) expect(row).not.toMatch(/\|\s*\||××|【/);
    expect(new Set(rows.map((row) => row.split('|')[2]?.trim()))).toEqual(new Set(issues.map(([issue]) => issue)));
    for (const row of rows) {
      const [, , issue, , measure] = row.split('|').map((cell) => cell.trim());
      expect(issues.find(([name]) => name === issue)?.[1]).toBe(measure);
    }
    const loud = (await server.problems(uri)).filter(({ severity = 1 }) => severity <= 2);
    expect(loud.map(({ code, range, message }) => `${code} «${server.wordsAt(uri, range)}» ${message}`)).toEqual([]);
  });

  test('is asked for in the language of the editor what cannot be read', async () => {
    const server = await ServerProcess.start({ locale: 'en' });
    const plan = await server.connection.sendRequest<NewPlan>(newPlanRequest, {
      profile: 'campaign',
      fields: { start: 'someday' },
    });
    expect(plan.faults).toEqual([{ field: 'start', message: expect.stringContaining('is no day') }]);
  });

  test('of an unknown kind is empty', async () => {
    const server = await ServerProcess.start();
    const params: NewPlanParams = { profile: 'no-such', fields: {} };
    expect((await server.connection.sendRequest<NewPlan>(newPlanRequest, params)).snippet).toBe('');
  });
});
