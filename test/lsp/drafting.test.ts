import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { type NewPlan, type NewPlanParams, newPlanRequest } from '../../server/src/protocol.ts';
import { Author } from './author.ts';
import { ServerProcess } from './server-process.ts';

const fields: NewPlanParams['fields'] = {
  unit: '中共白鹭镇委员会',
  activity: '作风建设学习教育活动',
  start: '2026-03-02',
  end: '2026-08-28',
  issued: '2026-02-26',
  superior: '《中共江湾县委关于开展学习教育活动的意见》（江委发〔2026〕5号）',
};

const persons = ['周海平', '郑立群', '沈丽'];
const units = ['党政办公室', '党群工作办公室', '纪检监察办公室'];

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

describe('a new plan, begun in an empty folder', () => {
  test('of a campaign is filled in by completions, quick fixes and the checklist, and nothing above information is left', async () => {
    const author = await Author.begin('edu-campaign', fields, {
      persons,
      units,
      others: { '【填写联系电话】': ['0570-2345678'] },
    });
    // What the superior plan asks for beside the skeleton is put in by the checklist.
    await author.takeMissing('调查摸底', '召开转段会议', '报送要求', '宣传引导');
    await author.fillIn();
    await author.fixAll();
    expect(await author.loud()).toEqual([]);
    expect((await author.checklist()).filter(({ state }) => state === 'missing' || state === 'incomplete')).toEqual([]);
    expect(author.text).not.toMatch(/××|【|undefined/);
    // A name is typed once; all else is taken from what the editor offers.
    expect([...author.used.typed].sort()).toEqual([...persons, ...units, '0570-2345678'].sort());
    expect(author.used.checklist).toEqual(expect.arrayContaining(['调查摸底', '召开转段会议', '报送要求', '宣传引导']));
    expect(author.used['quick fix'].length).toBeGreaterThan(3);
    expect(author.used.completion.length).toBeGreaterThan(15);
  });

  test('of a rectification is filled in likewise, with a ledger of ten rows', async () => {
    const author = await Author.begin(
      'rectification-plan',
      {
        ...fields,
        unit: '白鹭镇人民政府',
        activity: '人居环境检查反馈问题',
        superior: '《江湾县关于反馈人居环境检查问题的通知》（江环发〔2026〕5号）',
      },
      {
        persons,
        units,
        others: {
          '【填写存在问题】': issues.map(([issue]) => issue),
          '【填写整改措施】': issues.map(([, measure]) => measure),
          '【填写联系电话】': ['0570-2345678'],
        },
      },
    );
    const { server, uri } = author;
    for (let count = 2; count < 10; count++) {
      const line = author.text.split('\n').findIndex((row) => row.startsWith(`| ${count} |`));
      const range = { start: { line, character: 3 }, end: { line, character: 3 } };
      const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], only: ['refactor.rewrite.fangan.insertRow'] },
      });
      await server.apply(uri, actions[0]);
    }
    await author.takeMissing('报送要求');
    await author.fillIn();
    await author.fillCells();
    await author.fixAll();
    const rows = author.text.split('\n').filter((row) => /^\| \d+ \|/.test(row));
    expect(rows.map((row) => Number(/\d+/.exec(row)?.[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.map((row) => row.split('|').map((cell) => cell.trim())).map((row) => [row[2], row[4]])).toEqual(issues);
    for (const row of rows) expect(row).not.toMatch(/\|\s*\||××|【/);
    expect(await author.loud()).toEqual([]);
    expect((await author.checklist()).filter(({ state }) => state === 'missing' || state === 'incomplete')).toEqual([]);
    expect(author.used.typed.filter((words) => persons.includes(words) || units.includes(words)).length).toBe(6);
    expect(author.used.checklist).toEqual(['报送要求']);
    expect(author.used['quick fix'].length).toBeGreaterThan(3);
    expect(author.used.completion.length).toBeGreaterThan(30);
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
