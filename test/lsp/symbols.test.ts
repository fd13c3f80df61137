import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from './capabilities.ts';
import { numberedPlan } from './drafting-plan.ts';
import { ServerProcess } from './server-process.ts';
import { faultyPlan, readme } from './texts.ts';

const uri = 'untitled:plan.md';

const plan = `# 云溪区河道清理工作方案

为做好2022年河道清理工作，制定本方案。

## 一、工作步骤

### （一）第一阶段：宣传动员（2022年9月1日至9月20日）

召开动员大会，张贴公告。

### （二）第二阶段：集中清理（2022年10月8日至11月30日）

清理河面漂浮物。

## 二、任务分工

| 序号 | 任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 清理东河 | 河道管理所 | 2022年11月20日前 |
| 2 | 清理西河 | 河道管理所 | 2022年11月25日前 |

云溪区水务局
2022年8月20日
`;

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

/** Names and details, nested as they are. */
function outline(symbols: readonly DocumentSymbol[]): unknown[] {
  return symbols.map(({ name, detail, children }) => [name, ...(detail ? [detail] : []), ...outline(children ?? [])]);
}

test('the outline has sections, stages with their windows, and tables', async () => {
  const server = await shared.borrow(uri, plan);
  expect(outline(await server.symbols(uri))).toEqual([
    [
      '云溪区河道清理工作方案',
      [
        '一、工作步骤',
        ['（一）第一阶段：宣传动员', '2022年9月1日至20日'],
        ['（二）第二阶段：集中清理', '2022年10月8日至11月30日'],
      ],
      ['二、任务分工', ['表格', '2 行']],
    ],
  ]);
});

test('what is selected lies within the whole, children within their parents', async () => {
  const server = await shared.borrow(uri, plan);
  const within = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']) =>
    (inner.start.line > outer.start.line ||
      (inner.start.line === outer.start.line && inner.start.character >= outer.start.character)) &&
    (inner.end.line < outer.end.line ||
      (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));
  const check = (symbol: DocumentSymbol): void => {
    expect(within(symbol.selectionRange, symbol.range)).toBe(true);
    for (const child of symbol.children ?? []) {
      expect(within(child.range, symbol.range)).toBe(true);
      check(child);
    }
  };
  for (const symbol of await server.symbols(uri)) check(symbol);
});

test('is flat for a client that knows no nested one', async () => {
  const { textDocument, ...others } = fullCapabilities;
  const server = await ServerProcess.start({
    capabilities: { ...others, textDocument: { ...textDocument, documentSymbol: {} } },
  });
  await server.open(uri, plan);
  const symbols = (await server.symbols(uri)) as unknown as SymbolInformation[];
  expect(symbols.map(({ name, containerName }) => [name, containerName]).slice(0, 3)).toEqual([
    ['云溪区河道清理工作方案', undefined],
    ['一、工作步骤', '云溪区河道清理工作方案'],
    ['（一）第一阶段：宣传动员', '一、工作步骤'],
  ]);
  expect(symbols[1]?.location.uri).toBe(uri);
});

test('ordinary Markdown has none of ours', async () => {
  const server = await shared.borrow(uri, readme);
  expect(await server.symbols(uri)).toEqual([]);
});

describe('an editor that has an outline of Markdown', () => {
  const name = 'Visual Studio Code';

  test('is given none of a document with headings', async () => {
    const server = await ServerProcess.start({ name });
    await server.open(uri, faultyPlan);
    expect(await server.symbols(uri)).toEqual([]);
  });

  test('is given that of numbered paragraphs, which it does not know', async () => {
    const server = await ServerProcess.start({ name });
    await server.open(uri, numberedPlan);
    const [plan] = await server.symbols(uri);
    expect(plan?.children?.map((section) => section.name).slice(0, 2)).toEqual(['一、组织领导', '二、工作步骤']);
  });

  test('is given that of a plain text file', async () => {
    const server = await ServerProcess.start({ name });
    await server.open('file:///plan.txt', numberedPlan, 'plaintext');
    expect(await server.symbols('file:///plan.txt')).toHaveLength(1);
  });

  test.each([
    [true, 'file:///headings.md', 1],
    ['plain', 'file:///headings.md', 0],
  ])('may ask otherwise: %j', async (documentSymbols, address, count) => {
    const server = await ServerProcess.start({ name, initializationOptions: { documentSymbols } });
    await server.open(address, faultyPlan);
    expect(await server.symbols(address)).toHaveLength(count);
  });
});

test('a client that wants no outline is offered none', async () => {
  const server = await ServerProcess.start({ name: 'Neovim', initializationOptions: { documentSymbols: false } });
  expect(server.initialized?.capabilities.documentSymbolProvider).toBe(false);
});
