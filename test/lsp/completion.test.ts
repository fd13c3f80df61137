import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from './capabilities.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';

/** The cursor in a text. */
const cursor = '▏';

const plan = (body: string) => `---
plan: edu-campaign
---

# 白鹭镇学习教育活动实施方案

根据《江湾县关于开展学习教育活动的意见》（江湾委发〔2026〕8号）要求，我镇自2026年3月1日起至8月31日开展学习教育活动，制定本方案。

## 一、目标任务

群众满意率达到90%以上。

${body}

白鹭镇人民政府

2026年2月25日
`;

const steps = (line: string) =>
  plan(`## 二、方法步骤

### （一）学习调研阶段（2026年3月1日至4月30日）

1. 传达上级精神。镇党政办公室负责，3月10日前完成。
2. 成立领导小组。组织委员沈丽牵头，镇党群工作办公室配合，3月15日前完成。
${line}`);

const configuration = `asOf: 2026-02-10
organisations: [江湾县档案馆]
roster:
  - { name: 周海平, post: 镇长, unit: 白鹭镇人民政府 }
  - { name: 郑立群, post: 副镇长, unit: 规划建设办公室 }
calendar:
  holidays: [{ name: 春耕节, date: 2026-04-20 }]
  workdays: [{ date: 2026-05-31 }]
`;

let folder = '';
let shared: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fangan-completion-'));
  writeFileSync(path.join(folder, 'fangan.yaml'), configuration);
  shared = await ServerProcess.launch();
});
afterAll(async () => {
  await shared.stop();
  rmSync(folder, { recursive: true });
});

let names = 0;

async function at(text: string, options?: ClientOptions) {
  const server = options ? await ServerProcess.start(options) : shared;
  names += 1;
  const uri = pathToFileURL(path.join(folder, `${names}.md`)).href;
  const offset = text.indexOf(cursor);
  await server.borrow(uri, text.replace(cursor, ''));
  const { end: position } =
    offset === 0 ? { end: { line: 0, character: 0 } } : server.rangeOf(uri, text.slice(0, offset));
  const list: CompletionList = await server.complete(uri, position);
  return { server, uri, position, list, items: list.items };
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

/** The document after an item was taken, tab stops as the words that they hold. */
async function taken(text: string, label: string, options?: ClientOptions): Promise<string> {
  const { server, uri, items } = await at(text, options);
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`“${label}” is not among ${labels(items).join(' ')}`);
  const edit = item.textEdit;
  if (!edit || !('range' in edit)) throw new Error('no edit');
  const plain = edit.newText.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1');
  await server.apply(uri, {
    title: label,
    edit: { changes: { [uri]: [{ range: edit.range, newText: plain }, ...(item.additionalTextEdits ?? [])] } },
  });
  return server.text(uri);
}

describe('at the beginning of a line', () => {
  test('the next missing section comes first, numbered on, with its skeleton', async () => {
    const { items } = await at(plan(cursor));
    expect(items[0]?.label).toBe('二、方法步骤');
    expect(items[0]?.detail).toBe('应有，尚缺');
    expect(items[0]?.preselect).toBe(true);
    expect(labels(items)).toContain('二、组织领导');
    expect(labels(items).some((label) => label.includes('目标任务'))).toBe(false);
  });

  test('a section takes its place among the others, which are numbered on', async () => {
    const text = await taken(plan(`${cursor}\n\n## 二、保障措施\n\n压实责任。`), '二、组织领导');
    expect(text).toMatch(/## 二、组织领导\n\n成立学习教育活动领导小组，由×××（主要负责人）任组长/);
    expect(text).toContain('## 三、保障措施');
  });

  test('what was typed of the heading is replaced', async () => {
    for (const typed of ['## ', '## 二、', '## 二、组织', '组织', 'zzld']) {
      const text = await taken(plan(typed + cursor), '二、组织领导');
      expect(text).toMatch(/\n\n## 二、组织领导\n\n成立/);
    }
  });

  test('the filter fits what stands in the range, so that the editor keeps the item', async () => {
    for (const typed of ['## 二、组织', 'zzld', '领导']) {
      const { items, position } = await at(plan(typed + cursor));
      const item = items.find(({ label }) => label === '二、组织领导');
      const range = item?.textEdit && 'range' in item.textEdit ? item.textEdit.range : undefined;
      expect([range?.start, range?.end]).toEqual([{ ...position, character: 0 }, position]);
      let from = 0;
      for (const sign of typed) {
        from = (item?.filterText ?? '').indexOf(sign, from) + 1;
        expect(from).toBeGreaterThan(0);
      }
    }
  });

  test('in a plan of plain paragraphs a section is a plain paragraph', async () => {
    const text = plan(cursor).replaceAll('## ', '').replace('# ', '');
    expect(await taken(text, '二、组织领导')).toMatch(/\n二、组织领导\n\n成立/);
  });

  test('the stages that are not there yet, behind those that are', async () => {
    const { items } = await at(steps(`\n${cursor}`));
    const stages = labels(items).filter((label) => label.startsWith('（'));
    expect(stages).toEqual(['（二）分析检查', '（二）整改落实', '（二）巩固提高']);
    expect(await taken(steps(`\n${cursor}`), '（二）分析检查')).toMatch(
      /\n### （二）分析检查阶段（2026年××月××日至××月××日）\n\n1\. 广泛征求意见。/,
    );
  });

  test('the stages in the way in which the others are numbered, and none under another name', async () => {
    const text = `# 云岭镇防溺水专项整治实施方案\n\n三、工作步骤\n\n第一阶段：宣传教育（5月）\n\n第二阶段：巩固（9月）\n\n${cursor}`;
    const { items } = await at(text);
    const stages = labels(items).filter((label) => /阶段|^（/.test(label));
    expect(stages).toContain('第三阶段：集中整治');
    expect(stages.filter((label) => /^（|巩固/.test(label))).toEqual([]);
  });

  test('the steps of the stage, numbered on', async () => {
    const { items } = await at(steps(cursor));
    expect(labels(items)).toContain('组织学习');
    expect(labels(items)).not.toContain('传达上级精神');
    expect(await taken(steps(cursor), '组织学习')).toMatch(/\n3\. 组织学习。××科负责，××月××日前组织集中学习/);
    expect(await taken(steps(`3. zz${cursor}`), '组织学习')).toMatch(/\n3\. 组织学习。/);
  });

  test('documentation is worked out when it is asked for', async () => {
    const { server, items } = await at(plan(cursor));
    const item = items.find(({ label }) => label === '二、组织领导');
    expect(item?.documentation).toBeUndefined();
    const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect(JSON.stringify(resolved.documentation)).toContain('应写明：领导小组的组长、副组长、成员和办公室');
    expect(JSON.stringify(resolved.documentation)).toContain('成立××活动领导小组');
  });
});

describe('where somebody has to be named', () => {
  test('persons of the roster behind a label for persons', async () => {
    const { items } = await at(steps(`3. 组织学习。责任人：${cursor}`));
    expect(labels(items).slice(0, 2)).toEqual(['周海平', '郑立群']);
    expect(items[0]?.detail).toBe('白鹭镇人民政府 镇长');
    expect(labels(items)).not.toContain('镇党政办公室');
  });

  test('units behind a label for units: of roster, configuration and plan', async () => {
    const { items } = await at(steps(`3. 组织学习。责任单位：${cursor}`));
    expect(labels(items)).toEqual(expect.arrayContaining(['江湾县档案馆', '规划建设办公室', '镇党政办公室']));
    expect(labels(items)).not.toContain('周海平');
  });

  test('behind the first name of a list the next one', async () => {
    expect(
      await taken(steps(`3. 组织学习。（责任单位：镇党政办公室、规划${cursor}；3月20日前完成）`), '规划建设办公室'),
    ).toContain('（责任单位：镇党政办公室、规划建设办公室；3月20日前完成）');
  });

  test('in running text the beginning of the name is replaced, and nothing in front of it', async () => {
    expect(await taken(steps(`3. 组织学习。由镇党政${cursor}`), '镇党政办公室')).toContain(
      '3. 组织学习。由镇党政办公室',
    );
    expect(await taken(steps(`3. 组织学习，此项工作交规划${cursor}`), '规划建设办公室')).toContain(
      '此项工作交规划建设办公室',
    );
  });

  test('a blank is replaced as a whole', async () => {
    expect(await taken(steps(`3. 组织学习。××科${cursor}负责，3月20日前完成。`), '镇党政办公室')).toContain(
      '3. 组织学习。镇党政办公室负责',
    );
    expect(await taken(steps(`3. 组织学习。由×××${cursor}任组长`), '周海平')).toContain('由周海平任组长');
  });

  test('in the cells of a column for it', async () => {
    const table = (cell: string, other: string) =>
      steps(
        `\n| 序号 | 整改措施 | 责任单位 | 责任人 | 完成时限 |\n| --- | --- | --- | --- | --- |\n| 1 | 清理 | ${cell} | ${other} | 2026年4月30日 |`,
      );
    expect(labels((await at(table(`规${cursor}`, ''))).items)).toEqual(['规划建设办公室']);
    expect(labels((await at(table('甲', cursor))).items)).toContain('郑立群');
    expect(await taken(table(`规${cursor}`, ''), '规划建设办公室')).toContain('| 清理 | 规划建设办公室 |  |');
  });

  test('initials of pinyin do, unless they are switched off', async () => {
    expect(labels((await at(steps(`3. 组织学习。责任人：zhp${cursor}`))).items)).toEqual(['周海平']);
    const { server, uri, position } = await at(steps(`3. 责任人：${cursor}`), {
      settings: { completion: { pinyin: false } },
    });
    const { items } = await server.complete(uri, position);
    expect(items.find(({ label }) => label === '周海平')?.filterText).toBe('周海平');
  });

  test('says what somebody answers for already', async () => {
    const { server, items } = await at(steps(`3. 组织学习。责任单位：${cursor}`));
    const item = items.find(({ label }) => label === '镇党政办公室');
    const resolved = await server.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect(JSON.stringify(resolved.documentation)).toContain('已负责 1 项');
  });
});

describe('where a day has to stand', () => {
  const detailOf = (items: readonly CompletionItem[], label: string) =>
    items.find((item) => item.label === label)?.detail;

  test('the end of the stage first, with its weekday, and the ends of the ten-day periods', async () => {
    const { items } = await at(steps(`3. 组织学习。完成时限：${cursor}`));
    expect(items[0]?.label).toBe('2026年4月30日');
    expect(items[0]?.detail).toBe('本阶段结束 · 星期四');
    expect(detailOf(items, '2026年3月20日')).toBe('3月中旬末 · 星期五');
  });

  test('a month without its year is gone on with', async () => {
    expect(labels((await at(steps(`3. 组织学习。完成时限：4${cursor}`))).items)).toContain('4月30日');
    expect(await taken(steps(`3. 组织学习。完成时限：10${cursor}`), '10月20日')).toContain('完成时限：10月20日');
  });

  test('a full-width blank or a tab may stand in front of it', async () => {
    expect((await at(steps(`3. 组织学习。完成时限：\u3000${cursor}`))).items[0]?.label).toBe('2026年4月30日');
    expect(labels((await at(steps(`3. 组织学习。责任单位：\t规${cursor}`))).items)).toContain('规划建设办公室');
  });

  test('a day off is said to be one', async () => {
    const { items } = await at(steps(`3. 组织学习。完成时限：${cursor}`));
    expect(detailOf(items, '2026年3月1日')).toBe('本阶段开始 · 星期日，休息日');
    const text = plan(`## 二、组织领导\n\n完成时限：${cursor}`).replace('2026年2月25日', '2026年4月20日');
    expect(detailOf((await at(text)).items, '2026年4月30日')).toBe('本月底 · 星期四');
  });

  test('working days count from the day of issue and pass over days off', async () => {
    const { items } = await at(plan(`## 二、组织领导\n\n完成时限：${cursor}`));
    // 2026-02-28 is worked, 03-01 is not.
    expect(detailOf(items, '2026年3月3日')).toBe('成文日期后 5 个工作日 · 星期二');
    expect(detailOf(items, '2026年2月10日')).toBe('今天 · 星期二');
  });

  test('the calendar of the office counts', async () => {
    const april = await at(plan(`## 二、组织领导\n\n完成时限：${cursor}`).replace('2026年2月25日', '2026年4月17日'));
    expect(detailOf(april.items, '2026年4月20日')).toBe('4月中旬末 · 星期一，春耕节放假');
    // 18, 19 and 20 are off, and so are 25 and 26.
    expect(detailOf(april.items, '2026年4月27日')).toBe('成文日期后 5 个工作日 · 星期一');
    const may = await at(plan(`## 二、组织领导\n\n完成时限：${cursor}`).replace('2026年2月25日', '2026年5月20日'));
    expect(detailOf(may.items, '2026年5月31日')).toBe('本月底 · 星期日，调休上班');
  });

  test('what was typed of it is replaced', async () => {
    expect(await taken(steps(`3. 组织学习。完成时限：2026年4${cursor}`), '2026年4月30日')).toContain(
      '完成时限：2026年4月30日',
    );
    expect(await taken(steps(`3. 组织学习，4月${cursor}`), '4月30日')).toContain('组织学习，4月30日');
  });

  test('a month that was typed gives its ten-day periods', async () => {
    const { items } = await at(plan(`## 二、组织领导\n\n完成时限：2027年5${cursor}`));
    expect(labels(items)).toEqual(['2027年5月10日', '2027年5月20日', '2027年5月31日']);
  });

  test('a blank is filled in its own form', async () => {
    expect(await taken(steps(`3. 组织学习，××月××日${cursor}前完成`), '4月30日')).toContain('组织学习，4月30日前完成');
    expect(await taken(steps(`3. 组织学习，2026年××月××日${cursor}前`), '2026年4月30日')).toContain(
      '，2026年4月30日前',
    );
  });
});

describe('a day in running text', () => {
  const detailOf = (items: readonly CompletionItem[], label: string) =>
    items.find((item) => item.label === label)?.detail;

  test.each([
    ['3. 组织学习，于▏前完成。', '4月30日', '于4月30日前完成。'],
    ['3. 组织学习，须于▏前完成。', '2026年4月30日', '须于2026年4月30日前完成。'],
    ['3. 组织学习，▏前完成。', '4月30日', '，4月30日前完成。'],
    ['3. 组织学习，5▏前完成。', '5月20日', '，5月20日前完成。'],
    ['3. 组织学习，4月▏', '4月20日', '，4月20日'],
    ['3. 组织学习，4月▏前完成', '4月20日', '，4月20日前完成'],
    ['3. 组织学习，4月▏10日前完成', '4月20日', '，4月20日前完成'],
    ['3. 组织学习，4月1▏0日前完成', '4月10日', '，4月10日前完成'],
    ['3. 组织学习，2026年4▏月10日前完成', '2026年4月20日', '，2026年4月20日前完成'],
    ['3. 组织学习，截至▏完成', '2026年4月30日', '截至2026年4月30日完成'],
  ])('%s', async (line, label, expected) => {
    const { items } = await at(steps(line));
    const written = labels(items).includes(label) ? label : `2026年${label}`;
    expect(await taken(steps(line), written)).toContain(expected.replace(label, written));
  });

  test.each(['3. 关于▏', '3. 由于▏', '3. 会▏前准备', '3. 把组织工作向▏前推进', '3. 提▏前完成'])(
    'nothing at %s',
    async (line) => {
      expect(labels((await at(steps(line))).items).filter((label) => /\d月/.test(label))).toEqual([]);
    },
  );

  test('behind 自印发之日起 the periods, with the day on which they end', async () => {
    const { items } = await at(steps('3. 各单位自印发之日起▏'));
    expect(items[0]?.label).toBe('自印发之日起10个工作日内');
    // 2026-02-25 is a Wednesday, 02-28 is worked.
    expect(items[0]?.detail).toBe('至2026年3月10日 · 星期二');
    expect(detailOf(items, '自印发之日起60日内')).toBe('至2026年4月26日 · 星期日，休息日');
    expect(await taken(steps('3. 各单位自印发之日起1▏0日内报送。'), '自印发之日起15个工作日内')).toContain(
      '各单位自印发之日起15个工作日内报送。',
    );
    expect(await taken(steps('3. 自本方案发布之日起▏报送。'), '自本方案发布之日起30日内')).toContain(
      '自本方案发布之日起30日内报送。',
    );
    expect((await at(steps('3. 自公示结束之日起▏'))).items[0]?.detail).toBe('自该日的次日起算');
  });

  test('a holiday of a year whose notice is not out is said to be one', async () => {
    const text = plan('## 二、组织领导\n\n完成时限：2031年10▏');
    expect(detailOf((await at(text)).items, '2031年10月10日')).toContain('2031年放假安排未公布');
    const may = await at(plan('## 二、组织领导\n\n完成时限：2031年1▏'));
    expect(detailOf(may.items, '2031年1月31日')).toContain('未公布');
  });

  test('the rest of a name that stands behind the cursor is replaced with it', async () => {
    expect(await taken(steps('3. 组织学习，由镇党▏办公室负责。'), '镇党政办公室')).toContain('由镇党政办公室负责。');
    expect(await taken(steps('3. 组织学习，由镇党▏负责。'), '镇党政办公室')).toContain('由镇党政办公室负责。');
  });
});

describe('documents', () => {
  test('titles behind 《, with the closing mark where there is none', async () => {
    expect(await taken(steps(`3. 按照《${cursor}`), '江湾县关于开展学习教育活动的意见')).toContain(
      '按照《江湾县关于开展学习教育活动的意见》',
    );
    expect(await taken(steps(`3. 按照《江湾${cursor}》要求`), '江湾县关于开展学习教育活动的意见')).toContain(
      '按照《江湾县关于开展学习教育活动的意见》要求',
    );
  });

  test('numbers behind their title', async () => {
    const { items } = await at(steps(`3. 按照《江湾县关于开展学习教育活动的意见》（${cursor}`));
    expect(labels(items)).toEqual(['江湾委发〔2026〕8号']);
  });

  test('the other open plans have titles as well', async () => {
    await shared.borrow(pathToFileURL(path.join(folder, 'superior.md')).href, plan('').replace('# 白鹭镇', '# 江湾县'));
    expect(labels((await at(steps(`3. 按照《${cursor}`))).items)).toContain('江湾县学习教育活动实施方案');
  });
});

describe('elsewhere', () => {
  test('the kinds of plan in the front matter, in any Markdown file', async () => {
    const { items } = await at(`---\nplan: em${cursor}\n---\n\n# 笔记\n`);
    expect(items.find(({ label }) => label === 'emergency')?.detail).toBe('应急预案');
    expect(labels(items)).toContain('none');
  });

  test('nothing in ordinary Markdown, and nothing in the middle of words', async () => {
    expect((await at(`# 笔记\n\n${cursor}`)).items).toEqual([]);
    expect((await at(steps(`3. 组织学${cursor}习，按照要求认真开展。`))).items).toEqual([]);
  });

  test('in English for an English editor', async () => {
    const { items } = await at(plan(cursor), { locale: 'en' });
    expect(items[0]?.detail).toBe('required, missing');
  });

  test('without tab stops for a client that knows none', async () => {
    const { textDocument, ...others } = fullCapabilities;
    const capabilities = { ...others, textDocument: { ...textDocument, completion: {} } };
    const { items } = await at(plan(cursor), { capabilities });
    for (const { textEdit } of items) expect(textEdit?.newText).not.toMatch(/\$\{|\$\d/);
  });
});

test('an answer in a long file costs no more than a few times that of a short one', async () => {
  const server = await ServerProcess.start();
  const one = steps('3. 组织学习。责任单位：镇党政办公室。').replace(/^---[\s\S]*?---\n/, '');
  const median = async (uri: string, copies: number) => {
    await server.open(uri, Array.from({ length: copies }, () => one).join('\n'));
    await server.problems(uri);
    const times: number[] = [];
    for (let round = 0; round < 41; round++) {
      const { end } = server.rangeOf(uri, round % 2 === 0 ? '3. 组织学习。责任单位：' : '3. 组织学习。');
      const start = performance.now();
      await server.complete(uri, end);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[20] ?? 0;
  };
  const short = await median('untitled:short.md', 1);
  const long = await median('untitled:long.md', 60);
  expect(long).toBeLessThan(5 * short + 5);
});
