import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, problemsOf, until } from './editor.ts';

const plan = `青湾镇农贸市场环境整治工作方案

为改善农贸市场环境，根据《青湾镇市场管理办法》（青政发[2026]6号），从2026年3月上旬到5月底，在全镇开展农贸市场环境整治行动，制定本方案。

一、组织领导

成立农贸市场环境整治领导小组。组长：冯立新；副组长：孙雅琴；成员：各村主任。

二、工作步骤

第一阶段：宣传发动（3月上旬至3月20日）

1.召开动员会。各村参加，讲清要求。责任单位：市场服务中心；完成时限：3月10日前。

2.张贴通告。每村不少于3张。责任单位：综合执法队；完成时限：3月15日前。

第二阶段：集中整治（3月21日—5月10日）

综合执法队逐摊登记（名册见附件1），孙雅琴审核。

四、任务台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 责任人 | 完成时限 |
| --- | --- | --- | --- | --- | --- |
| 1 | 排水不畅 | 更换管道60米 | 市场服务中心 | 孙雅琴 | 4月底前 |
| 2 | 车辆乱停 | 施划车位40个 | 综合执法队 | 龙海 | 4月10日前 |

青湾镇人民政府
2026年2月25日

附件1 占道经营摊点名册
`;

/** An answer is dropped while another extension is still starting, and the question is asked again. */
async function ask<T>(what: string, command: string, wanted: (answer: T) => boolean, ...args: unknown[]): Promise<T> {
  return until(what, () =>
    vscode.commands.executeCommand<T | undefined>(command, ...args).then(
      (answer) => (answer !== undefined && answer !== null && wanted(answer) ? answer : undefined),
      () => undefined,
    ),
  );
}

describe('drafting a plan', () => {
  async function show(words: string): Promise<vscode.TextEditor> {
    const editor = await openText(plan);
    await problemsOf(editor.document, 'document-number');
    const at = placeOf(editor.document, words);
    editor.selection = new vscode.Selection(at, at);
    return editor;
  }

  const placeOf = (document: vscode.TextDocument, words: string) => {
    const index = document.getText().indexOf(words);
    assert.ok(index >= 0, words);
    return document.positionAt(index);
  };

  /** Runs a command at some words; its effect is waited for, then one undo takes it back. */
  async function changes(editor: vscode.TextEditor, words: string, command: string, wanted: RegExp): Promise<void> {
    const { document } = editor;
    const at = placeOf(document, words);
    await until(`${command}: ${wanted}`, async () => {
      editor.selection = new vscode.Selection(at, at);
      // A second time only where the first one came too early for the server.
      if (document.getText() === plan) await vscode.commands.executeCommand(command);
      for (let turn = 0; turn < 30 && document.getText() === plan; turn++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      return document.getText() === plan ? undefined : true;
    });
    assert.match(document.getText(), wanted);
    await vscode.commands.executeCommand('undo');
    await until('the text as it was', () => document.getText() === plan || undefined);
  }

  it('puts a row into a ledger, and sorts its rows', async () => {
    const editor = await show('| 1 | 排水不畅');
    await changes(editor, '| 1 | 排水不畅', 'fangan.insertRow', /\| 1 \| 排水[^\n]+\n\| 2 \|\s+\|[^\n]+\n\| 3 \| 车辆/);
    await changes(editor, '| 1 | 排水不畅', 'fangan.sortRowsByDeadline', /\| 1 \| 车辆乱停[^\n]+\n\| 2 \| 排水不畅/);
  });

  it('makes a table of the steps of a stage', async () => {
    const editor = await show('1.召开动员会');
    await changes(
      editor,
      '1.召开动员会',
      'fangan.itemsToTable',
      /\| 工作任务 \|[^\n]*责任单位[^\n]*完成时限[^\n]*\|\n[\s\S]*\| 市场服务中心 \| 3月10日前 \|/,
    );
  });

  it('puts the numbers of sections in order, as a command and as formatting', async () => {
    const editor = await show('四、任务台账');
    await changes(editor, '四、任务台账', 'fangan.renumber', /\n三、任务台账\n/);
    const { document } = editor;
    const edits = await ask<vscode.TextEdit[]>(
      'formatting',
      'vscode.executeFormatDocumentProvider',
      (found) => found.length > 0,
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /\n三、任务台账\n/);
  });

  it('says what a date was read as, and everything that a person answers for', async () => {
    const { document } = await show('3月上旬');
    const hover = async (words: string, wanted: RegExp): Promise<void> => {
      await ask<vscode.Hover[]>(
        `hover on ${words}`,
        'vscode.executeHoverProvider',
        (found) =>
          wanted.test(
            found
              .flatMap(({ contents }) => contents)
              .map((one) => (typeof one === 'string' ? one : one.value))
              .join('\n'),
          ),
        document.uri,
        placeOf(document, words).translate(0, 1),
      );
    };
    await hover('5月10日）', /2026/);
    await hover('孙雅琴 |', /更换管道60米/);
  });

  it('finds the places of a person, and leads from a mention to the attachment', async () => {
    const { document } = await show('孙雅琴');
    const found = await ask<vscode.Location[]>(
      'references',
      'vscode.executeReferenceProvider',
      (locations) => locations.length > 0,
      document.uri,
      placeOf(document, '孙雅琴'),
    );
    assert.deepEqual(
      // Other tests have left the same plan open.
      found
        .filter(({ uri }) => uri.toString() === document.uri.toString())
        .map(({ range }) => document.lineAt(range.start.line).text.slice(0, 8)),
      ['成立农贸市场环境', '综合执法队逐摊登', '| 1 | 排水'],
    );
    const links = await ask<vscode.DocumentLink[]>(
      'links',
      'vscode.executeLinkProvider',
      (all) => all.some(({ range }) => document.getText(range).includes('附件1')),
      document.uri,
    );
    assert.ok(links.length > 0);
  });

  it('colours stages, dates and those who answer', async () => {
    const { document } = await show('第一阶段');
    const legend = await ask<vscode.SemanticTokensLegend>(
      'a legend',
      'vscode.provideDocumentSemanticTokensLegend',
      ({ tokenTypes }) => tokenTypes.length > 0,
      document.uri,
    );
    const { data } = await ask<vscode.SemanticTokens>(
      'tokens',
      'vscode.provideDocumentSemanticTokens',
      (tokens) => tokens.data.length > 0,
      document.uri,
    );
    const words = new Map<string, string[]>();
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
      character = lines === 0 ? character + characters : characters;
      line += lines;
      const text = document.getText(new vscode.Range(line, character, line, character + length));
      const kind = legend.tokenTypes[type] ?? '';
      words.set(kind, [...(words.get(kind) ?? []), text]);
    }
    const all = [...words.values()].flat();
    for (const wanted of ['宣传发动', '3月上旬至3月20日', '市场服务中心']) {
      assert.ok(
        all.some((text) => text.includes(wanted)),
        `${wanted} is not among ${all.join(' ')}`,
      );
    }
    assert.ok(words.size >= 3, [...words.keys()].join(' '));
  });

  it('offers the titles of papers behind an opening title mark', async () => {
    const { document } = await show('制定本方案');
    const at = placeOf(document, '，制定本方案').translate(0, 1);
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((builder) => builder.insert(at, '按照《'));
    await ask<vscode.CompletionList>(
      'titles',
      'vscode.executeCompletionItemProvider',
      ({ items }) => items.some((item) => JSON.stringify(item.label).includes('青湾镇市场管理办法')),
      document.uri,
      at.translate(0, 3),
    );
  });

  it('offers units and days in the cells of a ledger', async () => {
    const editor = await show('| 2 | 车辆乱停');
    const { document } = editor;
    const end = placeOf(document, '| 2 | 车辆乱停');
    await editor.edit((builder) =>
      builder.insert(end.with({ character: 0 }), '| 3 | 垃圾外溢 | 增设垃圾箱12个 |  |  |  |\n'),
    );
    const row = document.lineAt(end.line);
    const cells = [...row.text.matchAll(/\|/g)].map(({ index }) => index);
    const offered = async (cell: number, label: string): Promise<void> => {
      const at = new vscode.Position(end.line, (cells[cell] ?? 0) + 2);
      await ask<vscode.CompletionList>(
        label,
        'vscode.executeCompletionItemProvider',
        ({ items }) =>
          items.some((item) => (typeof item.label === 'string' ? item.label : item.label.label).includes(label)),
        document.uri,
        at,
      );
    };
    await offered(3, '综合执法队');
    await offered(4, '孙雅琴');
    // The end of the whole, written as the other cells of the column are: without the year.
    await offered(5, '5月31日');
  });
});
