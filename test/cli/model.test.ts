import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan } from './fangan.ts';

const schema = JSON.parse(readFileSync('schemas/model.schema.json', 'utf8'));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const files = [
  ...['整改方案.md', '阶段方案.md', '工作方案.md', 'README.md'].map((name) => `examples/${name}`),
  ...readdirSync('test/fixtures/sound')
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => `test/fixtures/sound/${name}`),
];

describe('the model is as its schema says', () => {
  test.each(files)('%s', async (file) => {
    const outcome = await fangan(['model', file]);
    expect(outcome).toMatchObject({ status: 0, errors: '' });
    validate(JSON.parse(outcome.output));
    expect(validate.errors).toBeNull();
  });
});

test('what is read of a plan', async () => {
  const { plans } = JSON.parse((await fangan(['model', 'examples/工作方案.md'])).output);
  const [plan] = plans;
  expect(plans).toHaveLength(1);
  expect(plan).toMatchObject({
    title: '白鹭镇农村道路交通安全整治工作方案',
    kind: '整治工作方案',
    profile: 'implementation-plan',
    issuer: '白鹭镇人民政府',
    issued: '2026-03-25',
    ledger: null,
    workflow: null,
  });
  expect(plan.sections.map(({ number, title }: { number: string; title: string }) => [number, title])).toEqual([
    ['一', '工作目标'],
    ['二', '组织领导'],
    ['三', '主要任务'],
    ['四', '实施步骤'],
    ['五', '工作要求'],
  ]);
  const [, , tasks] = plan.sections;
  expect(tasks.sections.map(({ number }: { number: string }) => number)).toEqual(['一', '二', '三']);
  expect(
    plan.stages.map(
      ({
        ordinal,
        name,
        schedules,
      }: {
        ordinal: number;
        name: string;
        schedules: { start: string; end: string }[];
      }) => [ordinal, name, schedules.map(({ start, end }) => `${start}/${end}`)],
    ),
  ).toEqual([
    [1, '动员部署', ['2026-04-01/2026-04-20']],
    [2, '排查治理', ['2026-04-21/2026-09-30']],
    [3, '巩固提升', ['2026-10-01/2026-11-30']],
  ]);
  expect(plan.stages[1].steps.map(({ deadline }: { deadline: string }) => deadline)).toEqual([
    '2026-05-31',
    '2026-08-31',
    '2026-09-30',
  ]);
  expect(plan.references[0]).toMatchObject({
    title: '江湾县人民政府关于加强农村道路交通安全工作的意见',
    documentNumber: '江湾政发〔2026〕8号',
  });
});

test('a ledger comes with its columns and rows', async () => {
  const { plans } = JSON.parse((await fangan(['model', 'examples/整改方案.md'])).output);
  const [table] = plans[0].ledger.tables;
  expect(table.kind).toBe('ledger');
  expect(table.columns.map(({ field }: { field: string }) => field)).toEqual([
    'ordinal',
    'issue',
    'measure',
    'owner',
    'deadline',
  ]);
  expect(table.rows[1].cells).toEqual(['2', '灭火器失效', '全部更换', '彭立', '2026年4月20日']);
});

test('a day without a year is null', async () => {
  const cwd = directoryWith({
    'a.md': '读书活动安排\n\n一、启动（3月1日至3月10日）\n\n各班布置。\n\n二、评比（4月1日至4月10日）\n\n评出先进。\n',
  });
  const { plans } = JSON.parse((await fangan(['model', '--profile', 'activity-plan', 'a.md'], { cwd })).output);
  const [first] = plans[0].stages;
  expect(first.schedules[0]).toMatchObject({ start: null, end: null, raw: '3月1日至3月10日' });
});

test('what is no plan is read all the same, without a profile', async () => {
  const { plans } = JSON.parse((await fangan(['model', 'test/fixtures/ordinary/recipe.md'])).output);
  expect(plans).toHaveLength(1);
  expect(plans[0]).toMatchObject({ title: '红烧肉的做法', profile: null });
});

test('one file only, and one that is there', async () => {
  const missing = await fangan(['model', 'missing.md']);
  expect(missing).toEqual({ status: 2, output: '', errors: 'missing.md：文件不存在\n' });
  expect((await fangan(['model', 'examples'])).status).toBe(2);
});
