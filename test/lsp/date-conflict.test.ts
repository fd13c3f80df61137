import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';

const uri = 'file:///plans/conflict.md';

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.launch();
});
afterAll(() => server.stop());

/** A stage that is dated in its heading and in the table of the workflow. */
const planWith = (body: string, table: string) => `# 白鹭乡移风易俗工作方案

为推进移风易俗，从2024年3月1日到6月30日开展集中行动，制定本方案。

一、方法步骤

（一）宣传发动阶段（${body}）

印发倡议书，开展宣讲，由乡党政办公室负责。

（二）集中治理阶段（2024年4月15日至6月30日）

整治大操大办，由乡综合执法队负责。

附表：工作流程表

| 阶段 | 工作内容 | 时间 |
| --- | --- | --- |
| 宣传发动 | 印发倡议书 | ${table} |
| 集中治理 | 整治大操大办 | 2024年4月15日至6月30日 |
`;

/** What the two actions on the first of the two problems make of heading and table. */
async function ways(body: string, table: string): Promise<readonly (readonly [string, string])[]> {
  const text = planWith(body, table);
  await server.borrow(uri, text);
  const [conflict] = (await server.problems(uri)).filter(({ code }) => code === 'date-conflict');
  if (!conflict) throw new Error('the dates do not conflict');
  const actions = (await server.actions(uri, [conflict])).filter(({ title }) => title.includes('为准'));
  const results: (readonly [string, string])[] = [];
  for (const action of actions) {
    await server.borrow(uri, text);
    await server.apply(uri, action);
    const after = server.text(uri);
    const heading = /（一）宣传发动阶段（(.*)）\n/.exec(after)?.[1] ?? '';
    const cell = /\| 印发倡议书 \| (.*) \|/.exec(after)?.[1] ?? '';
    results.push([heading, cell]);
    expect((await server.problems(uri)).filter(({ code }) => code === 'date-conflict')).toEqual([]);
  }
  return results;
}

describe('two dates of one stage', () => {
  test.each([
    ['2024年3月1日至3月31日', '2024年3月1日至4月10日', '2024年3月1日至4月10日', '2024年3月1日至3月31日'],
    ['2024年3月1日至31日', '3月1日—4月10日', '2024年3月1日至4月10日', '3月1日—3月31日'],
    ['2024年3月1日至3月31日', '2024.3.1-2024.4.10', '2024年3月1日至4月10日', '2024.3.1-2024.3.31'],
    ['2024年3月上旬至3月下旬', '2024年3月上旬至4月上旬', '2024年3月上旬至4月上旬', '2024年3月上旬至3月下旬'],
    ['2024年3月1日至3月31日', '2024年3月初至4月上旬', '2024年3月1日至4月上旬', '2024年3月初至3月下旬'],
    ['2024年3月5日至3月31日', '2024年3月12日至4月10日', '2024年3月12日至4月10日', '2024年3月5日至3月31日'],
    ['2024年3月', '2024年3月1日至4月10日', '2024年3月1日至4月10日', '2024年3月'],
  ])('%s and %s: either is made to agree with the other, in its own style', async (body, table, newBody, newTable) => {
    expect(await ways(body, table)).toEqual([
      [newBody, table],
      [body, newTable],
    ]);
  });

  test('say in their titles which of them counts and what is written', async () => {
    await server.borrow(uri, planWith('2024年3月1日至3月31日', '2024年3月1日至4月10日'));
    const conflicts = (await server.problems(uri)).filter(({ code }) => code === 'date-conflict');
    const titles = await Promise.all(
      conflicts.map(async (conflict) =>
        (await server.actions(uri, [conflict])).map(({ title }) => title).filter((title) => title.includes('为准')),
      ),
    );
    expect(titles).toEqual([
      ['以附表为准：将此处改为“2024年3月1日至4月10日”', '以此处为准：将附表改为“2024年3月1日至3月31日”'],
      ['以正文为准：将此处改为“2024年3月1日至3月31日”', '以此处为准：将正文改为“2024年3月1日至4月10日”'],
    ]);
  });

  test('are never made to agree together with other fixes', async () => {
    await server.borrow(uri, planWith('2024年3月1日至3月31日', '2024年3月1日至4月10日'));
    const conflicts = (await server.problems(uri)).filter(({ code }) => code === 'date-conflict');
    const titles = (await server.actions(uri, conflicts)).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('修正'))).toEqual([]);
  });
});

test('an event on two days is moved to either of them', async () => {
  const text = `# 白鹭镇读书活动方案

为开展读书活动，制定本方案。

一、活动安排

4月3日召开动员大会，由镇文化站负责。

| 时间 | 活动内容 | 责任单位 |
| --- | --- | --- |
| 4月5日 | 动员大会 | 镇文化站 |
| 4月20日 | 读书分享会 | 镇文化站 |
`;
  await server.borrow(uri, text);
  const [conflict] = (await server.problems(uri)).filter(({ code }) => code === 'date-conflict');
  if (!conflict) throw new Error('the dates do not conflict');
  const actions = (await server.actions(uri, [conflict])).filter(({ title }) => title.includes('为准'));
  expect(actions.map(({ title }) => title)).toEqual([
    '以正文为准：将此处改为“4月3日”',
    '以此处为准：将正文改为“4月5日”',
  ]);
});
