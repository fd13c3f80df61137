import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionTriggerKind, type TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities } from './capabilities.ts';
import { numberedPlan } from './drafting-plan.ts';
import { ServerProcess } from './server-process.ts';
import { readme } from './texts.ts';

const uri = 'file:///plans/market.md';
const textDocument = { uri };

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

/** The actions below a kind at the first of these words. */
async function actions(words: string, only?: string, trigger?: CodeActionTriggerKind): Promise<CodeAction[]> {
  const { start } = shared.rangeOf(uri, words);
  return shared.connection.sendRequest('textDocument/codeAction', {
    textDocument,
    range: { start, end: start },
    context: { diagnostics: [], ...(only ? { only: [only] } : {}), ...(trigger ? { triggerKind: trigger } : {}) },
  });
}

/** The text after the one action of a kind. */
async function changed(words: string, kind: string, text = numberedPlan): Promise<string> {
  await shared.borrow(uri, text);
  return again(words, kind);
}

async function again(words: string, kind: string): Promise<string> {
  const found = await actions(words, kind);
  expect(found.map((action) => action.kind)).toEqual([kind]);
  await shared.apply(uri, found[0]);
  return shared.text(uri);
}

async function offered(words: string, kind: string, text = numberedPlan): Promise<boolean> {
  await shared.borrow(uri, text);
  return (await actions(words, kind)).length > 0;
}

const rewrite = (name: string) => `refactor.rewrite.fangan.${name}`;
const move = (name: string) => `refactor.move.fangan.${name}`;

describe('moving a section', () => {
  test('takes its text along and leaves the numbers in order', async () => {
    const after = await changed('三、任务台账', move('up'));
    expect([...after.matchAll(/^[一二三四]、\S+/gm)].map(String)).toEqual([
      '一、组织领导',
      '二、任务台账',
      '三、工作步骤',
      '四、工作要求',
    ]);
    expect(after.indexOf('更换管道60米')).toBeLessThan(after.indexOf('第一阶段'));
  });

  test('and back gives the same text', async () => {
    await changed('三、任务台账', move('up'));
    expect(await again('二、任务台账', move('down'))).toBe(numberedPlan);
  });

  test('says in its title which words may mean a part whose number changes', async () => {
    const text = numberedPlan.replace(/(四、工作要求\n+)/, '$1第二部分任务最重，按第三部分的要求抓落实。\n\n');
    await shared.borrow(uri, text);
    const [action] = await actions('三、任务台账', move('up'));
    expect(action?.title).toBe('上移本节（序号随之调整）（“第二部分”未改，请核对所指）');
    await shared.apply(uri, action);
    expect(shared.text(uri)).toContain('第二部分任务最重，按第二部分的要求抓落实。');
  });

  test('moves the innermost section: a step, with its number', async () => {
    const after = await changed('2.张贴通告', move('up'));
    expect(after).toContain('1.张贴通告，发放倡议书。\n2.召开动员会。由市场服务中心组织，3月10日前完成。\n第二阶段');
  });

  test('is not offered at the ends of the list', async () => {
    expect(await offered('一、组织领导', move('up'))).toBe(false);
    expect(await offered('四、工作要求', move('down'))).toBe(false);
  });

  test('keeps the signature at the end', async () => {
    const after = await changed('四、工作要求', move('up'));
    expect(after.trimEnd().endsWith('青湾镇人民政府\n2026年2月25日\n\n附件1 占道经营摊点名册')).toBe(true);
  });
});

describe('headings', () => {
  test('come from numbered paragraphs, at the depth at which these stand', async () => {
    const after = await changed('一、组织领导', rewrite('toHeadings'));
    expect(after.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# 青湾镇农贸市场环境整治工作方案',
      '## 一、组织领导',
      '## 二、工作步骤',
      '### 第一阶段：宣传发动（3月上旬至3月20日）',
      '### 第二阶段：集中整治（3月21日—5月10日）',
      '## 三、任务台账',
      '## 四、工作要求',
    ]);
    expect(await again('一、组织领导', rewrite('toParagraphs'))).toBe(numberedPlan);
  });

  test('are left where they have no number', async () => {
    const text =
      '# 道路整治工作方案\n\n为整治道路，制定本方案。\n\n## 一、组织领导\n\n镇长负总责。\n\n## 附则\n\n自印发之日起施行。\n';
    const after = await changed('一、组织领导', rewrite('toParagraphs'), text);
    expect(after).toContain('\n一、组织领导\n');
    expect(after).toContain('\n## 附则\n');
  });
});

describe('rows of a ledger', () => {
  const rows = (text: string) => text.split('\n').filter((line) => /^\| \d/.test(line));

  test('are sorted by time limit, those without one last, and numbered again', async () => {
    const after = await changed('| 2 | 车辆乱停', rewrite('sortByDeadline'));
    expect(rows(after).map((row) => row.slice(0, 8))).toEqual(['| 1 | 车辆', '| 2 | 排水', '| 3 | 垃圾']);
    expect(rows(after)[0]).toBe('| 1 | 车辆乱停 | 施划车位40个 | 综合执法队 | 龙海 | 4月10日前 |');
  });

  test('are sorted by unit', async () => {
    const after = await changed('| 1 | 排水不畅', rewrite('sortByUnit'));
    expect(rows(after).map((row) => row.split('|')[4]?.trim())).toEqual(['市场服务中心', '市场服务中心', '综合执法队']);
  });

  test('are sorted by number', async () => {
    const text = numberedPlan.replace('| 1 | 排水', '| 5 | 排水');
    const after = await changed('| 2 | 车辆乱停', rewrite('sortByOrdinal'), text);
    expect(rows(after).map((row) => row.slice(0, 8))).toEqual(['| 2 | 车辆', '| 3 | 垃圾', '| 5 | 排水']);
  });

  test('are left alone where a row goes on with the cell above it', async () => {
    const text = numberedPlan.replace('| 2 | 车辆乱停 |', '| 2 |  |');
    expect(await offered('| 1 | 排水不畅', rewrite('sortByDeadline'), text)).toBe(false);
  });

  test('a row is put in, and the numbers count on', async () => {
    const after = await changed('| 1 | 排水不畅', rewrite('insertRow'));
    expect(rows(after).map((row) => row.slice(0, 8).trim())).toEqual([
      '| 1 | 排水',
      '| 2 |  |',
      '| 3 | 车辆',
      '| 4 | 垃圾',
    ]);
  });
});

describe('a stage', () => {
  const stage = `# 道路整治工作方案

为整治道路，制定本方案。

一、组织领导

镇长负总责。

二、方法步骤

第一阶段：动员（4月1日至4月10日）

1.召开动员会。各村参加，讲清要求。责任单位：党政办；完成时限：4月5日前。

2.张贴通告。在 A|B 两处张贴。
每村不少于3张。

第二阶段：整治（4月11日至5月20日）

1.修补路面。

2.清理边沟。
`;

  test('becomes a table, with unit and time limit in their columns', async () => {
    const after = await changed('1.召开动员会', rewrite('toTable'), stage);
    expect(after).toContain(
      [
        '| 序号 | 工作任务 | 具体要求 | 责任单位 | 完成时限 |',
        '| --- | --- | --- | --- | --- |',
        '| 1 | 召开动员会。 | 各村参加，讲清要求。 | 党政办 | 4月5日前 |',
        '| 2 | 张贴通告。 | 在 A\\|B 两处张贴。<br>每村不少于3张。 |  |  |',
        '',
        '第二阶段',
      ].join('\n'),
    );
  });

  test('and the table becomes what it was', async () => {
    await changed('1.召开动员会', rewrite('toTable'), stage);
    expect(await again('| 1 | 召开动员会', rewrite('toProse'))).toBe(stage);
  });

  test('any other table becomes paragraphs that say its header', async () => {
    const after = await changed('| 1 | 排水不畅', rewrite('toProse'));
    expect(after).toContain(
      '1.存在问题：排水不畅；整改措施：更换管道60米；责任单位：市场服务中心；责任人：孙雅琴；完成时限：4月底前。',
    );
    expect(after).toContain('3.存在问题：垃圾外溢；整改措施：增设垃圾箱12个；责任单位：市场服务中心。');
  });
});

describe('numbers', () => {
  const careless = numberedPlan
    .replace('三、任务台账', '四、任务台账')
    .replace('四、工作要求', '五、工作要求')
    .replace('1.召开动员会', '1、召开动员会')
    .replace('2.张贴通告', '2、张贴通告');

  test('of a document are formatted: one style, in order', async () => {
    await shared.borrow(uri, careless);
    const edits = await shared.connection.sendRequest<TextEdit[]>('textDocument/formatting', {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, careless), edits)).toBe(numberedPlan);
  });

  test('of a part are formatted there only', async () => {
    await shared.borrow(uri, careless);
    const edits = await shared.connection.sendRequest<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument,
      range: shared.rangeOf(uri, '1、召开动员会。'),
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, careless), edits)).toBe(
      careless.replace('1、召开动员会', '1.召开动员会'),
    );
  });

  test('of the list under the cursor are put in order', async () => {
    const text = numberedPlan.replace('2.整修排水', '4.整修排水');
    expect(await changed('4.整修排水', rewrite('renumberList'), text)).toBe(numberedPlan);
  });

  test('that are in order are left alone', async () => {
    await shared.borrow(uri, numberedPlan);
    const options = { tabSize: 2, insertSpaces: true };
    expect(await shared.connection.sendRequest('textDocument/formatting', { textDocument, options })).toEqual([]);
    expect(await actions('二、工作步骤', rewrite('renumber'))).toEqual([]);
  });

  test('of a document are worked out when the action is chosen, where the client can wait', async () => {
    const { textDocument: usual, ...others } = fullCapabilities;
    const codeAction = { ...usual?.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const server = await ServerProcess.start({ capabilities: { ...others, textDocument: { ...usual, codeAction } } });
    await server.open(uri, careless);
    const [action] = await server.actions(uri, [], [rewrite('renumber')]);
    expect(action?.edit).toBeUndefined();
    await server.apply(uri, await server.connection.sendRequest('codeAction/resolve', action));
    expect(server.text(uri)).toBe(numberedPlan);
  });
});

test('nothing is offered by itself on every line, and nothing in ordinary Markdown', async () => {
  await shared.borrow(uri, numberedPlan);
  expect(await actions('二、工作步骤', undefined, CodeActionTriggerKind.Automatic)).toEqual([]);
  expect((await actions('二、工作步骤', undefined, CodeActionTriggerKind.Invoked)).length).toBeGreaterThan(0);
  await shared.change(uri, { text: readme });
  expect(await actions('## Install', 'refactor')).toEqual([]);
  const options = { tabSize: 2, insertSpaces: true };
  expect(await shared.connection.sendRequest('textDocument/formatting', { textDocument, options })).toEqual([]);
});
