import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentHighlight, Location, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities } from './capabilities.ts';
import { groupPlan, numberedPlan } from './drafting-plan.ts';
import { ServerProcess } from './server-process.ts';
import { readme } from './texts.ts';

const uri = 'file:///plans/market.md';
const other = 'file:///plans/road.md';
const textDocument = { uri };

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

/** The document after renaming what stands at the first of these words. */
async function renamed(words: string, newName: string, text = numberedPlan): Promise<string> {
  await shared.borrow(uri, text);
  const edit = await renaming(words, newName);
  return applied(edit, uri);
}

async function renaming(words: string, newName: string): Promise<WorkspaceEdit | null> {
  const position = shared.rangeOf(uri, words).start;
  return shared.connection.sendRequest('textDocument/rename', { textDocument, position, newName });
}

function applied(edit: WorkspaceEdit | null, address: string): string {
  const edits = (edit?.documentChanges ?? []).flatMap((change) => {
    if (!('edits' in change)) throw new Error('no files are made or moved');
    expect(change.textDocument.version).toBe(1);
    return change.textDocument.uri === address ? change.edits : [];
  });
  const document = TextDocument.create(address, 'markdown', 1, shared.text(address));
  return TextDocument.applyEdits(document, edits as { range: Range; newText: string }[]);
}

const count = (text: string, words: string) => text.split(words).length - 1;

describe('rename', () => {
  test('of a unit reaches the text and the table', async () => {
    const after = await renamed('市场服务中心负责', '市场管理站');
    expect(after).toBe(numberedPlan.replaceAll('市场服务中心', '市场管理站'));
  });

  test('of a person', async () => {
    expect(await renamed('孙雅琴', '卜冬青')).toBe(numberedPlan.replaceAll('孙雅琴', '卜冬青'));
  });

  test('of a person leaves places alone that begin with the name', async () => {
    const places = '整治龙海路、龙海村和龙海市场，龙海地区各摊由龙海镇长联系。';
    const after = await renamed('龙海 |', '郭岩', numberedPlan.replace('2.整修排水设施。', places));
    expect(after).toContain('整治龙海路、龙海村和龙海市场，龙海地区各摊由郭岩镇长联系。');
    expect(after).toContain('| 综合执法队 | 郭岩 |');
  });

  test.each([
    ['a head with a post behind the name', '王建华　', '高云', ['组　长：高云　县教育局局长', '由高云审定']],
    ['a deputy with a post in brackets', '李秀英（', '高云', ['副组长：高云（副局长）', '由高云兼任']],
    ['one that is drawn out', '张　伟', '高云', ['　　　　高　云　县', '责任人：高云、刘洋']],
    [
      'one that is drawn out, by a longer name',
      '刘洋负责联',
      '高云山',
      ['成　员：高云山（', '张伟、高云山。', '，高云山负责联络'],
    ],
    ['the second of two that help', '何平配合', '高云', ['、高 云', '督导室、高云配合']],
    ['one of two units', '督导室负责', '督查股', ['由职成股和督查股负责', '（督查股主任）', '督查股、何平配合']],
    ['one of two that help', '县公安局', '县公安分局', ['县市场监管局、县公安分局配合']],
  ])('of one in a list: %s', async (_, words, name, expected) => {
    const after = await renamed(words, name, groupPlan);
    for (const one of expected) expect(after).toContain(one);
    expect(after.split('\n').length).toBe(groupPlan.split('\n').length);
  });

  test('of a unit 办公室 leaves the office of the leading group alone', async () => {
    const after = await renamed('办公室负责', '综合股', groupPlan);
    expect(after).toBe(groupPlan.replace('办公室负责', '综合股负责'));
  });

  test('to a name that is there already asks first', async () => {
    await shared.borrow(uri, groupPlan);
    const edit = await renaming('王建华　', '李秀英');
    expect(edit?.changeAnnotations?.['same-name']).toMatchObject({
      label: '“李秀英”在本方案中已有',
      needsConfirmation: true,
    });
    expect(applied(edit, uri)).toContain('由李秀英审定');
  });

  test('to a name that is there already is refused where the client cannot ask', async () => {
    const { workspace, ...others } = fullCapabilities;
    const { changeAnnotationSupport: _, ...workspaceEdit } = workspace?.workspaceEdit ?? {};
    const server = await ServerProcess.start({
      capabilities: { ...others, workspace: { ...workspace, workspaceEdit } },
    });
    await server.open(uri, groupPlan);
    const position = server.rangeOf(uri, '王建华').start;
    await expect(
      server.connection.sendRequest('textDocument/rename', { textDocument, position, newName: '李秀英' }),
    ).rejects.toThrow('“李秀英”在本方案中已有');
  });

  test('asks before it reaches the plan of another unit in the same file', async () => {
    const market = numberedPlan.replaceAll('孙雅琴', '张伟').replace(/\n附件1 .*\n$/, '');
    await shared.borrow(uri, `${market}\n${groupPlan}`);
    const edit = await renaming('张伟 |', '高云');
    const change = edit?.documentChanges?.[0];
    if (!change || !('edits' in change)) throw new Error('no edits');
    expect(edit?.documentChanges).toHaveLength(1);
    const asked = change.edits.filter((one) => 'annotationId' in one && one.annotationId === 'other-house');
    expect(change.edits.length).toBe(4);
    expect(asked.map(({ range }) => shared.wordsAt(uri, range))).toEqual(['张　伟', '张伟']);
    expect(edit?.changeAnnotations?.['other-house']).toMatchObject({ needsConfirmation: true });
  });

  test('of an activity', async () => {
    expect(await renamed('农贸市场环境整治行动', '农贸市场综合治理行动')).toBe(
      numberedPlan.replace('农贸市场环境整治行动', '农贸市场综合治理行动'),
    );
  });

  test('of a unit leaves other units alone whose names end with it', async () => {
    const text = numberedPlan.replace('2.整修排水设施。', '2.整修排水设施。由办公室牵头，报县市场服务中心。');
    const office = await renamed('办公室牵头', '综合科', text);
    expect(office).toBe(text.replace('办公室牵头', '综合科牵头'));
  });

  test('of a unit leaves that of another place alone', async () => {
    const text = numberedPlan.replace('2.整修排水设施。', '2.整修排水设施，报县市场服务中心。');
    const after = await renamed('市场服务中心组织', '市场管理站', text);
    expect(count(after, '市场服务中心')).toBe(1);
    expect(after).toContain('报县市场服务中心');
  });

  test('leaves the titles of other documents as they are', async () => {
    const text = numberedPlan.replace('《青湾镇市场管理办法》', '《市场服务中心工作规程》');
    const after = await renamed('市场服务中心负责', '市场管理站', text);
    expect(after).toContain('《市场服务中心工作规程》');
    expect(count(after, '市场服务中心')).toBe(1);
  });

  test('reaches the other open plans, and no ordinary Markdown', async () => {
    await shared.borrow(uri, numberedPlan);
    await shared.borrow(
      other,
      '# 青湾镇道路整治工作方案\n\n为整治道路，制定本方案。\n\n## 一、组织领导\n\n综合执法队负责现场秩序。\n',
    );
    await shared.borrow('file:///plans/README.md', `${readme}\n综合执法队\n`);
    await shared.hover(other, { line: 0, character: 0 });
    await shared.hover('file:///plans/README.md', { line: 0, character: 0 });
    const edit = await renaming('综合执法队负责', '城管中队');
    expect(applied(edit, other)).toContain('城管中队负责现场秩序');
    expect((edit?.documentChanges ?? []).map((change) => 'edits' in change && change.textDocument.uri)).toEqual([
      uri,
      other,
    ]);
  });

  test('is refused on ordinary words, and for what is no name', async () => {
    await shared.borrow(uri, numberedPlan);
    const position = shared.rangeOf(uri, '垃圾外溢').start;
    expect(await shared.connection.sendRequest('textDocument/prepareRename', { textDocument, position })).toBeNull();
    await expect(renaming('孙雅琴', '甲\n乙')).rejects.toThrow('一行之内');
    await expect(renaming('孙雅琴', '  ')).rejects.toThrow('一行之内');
  });

  test('is prepared with the name as it is', async () => {
    await shared.borrow(uri, numberedPlan);
    const position = shared.rangeOf(uri, '雅琴').start;
    expect(await shared.connection.sendRequest('textDocument/prepareRename', { textDocument, position })).toEqual({
      range: shared.rangeOf(uri, '孙雅琴'),
      placeholder: '孙雅琴',
    });
  });
});

test('references and highlights are the places that a rename would change', async () => {
  await shared.borrow(uri, numberedPlan);
  const position = shared.rangeOf(uri, '综合执法队负责').start;
  const found = await shared.connection.sendRequest<Location[]>('textDocument/references', {
    textDocument,
    position,
    context: { includeDeclaration: true },
  });
  expect(found.map(({ range }) => shared.wordsAt(uri, range))).toEqual(Array(3).fill('综合执法队'));
  const shown = await shared.connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', {
    textDocument,
    position,
  });
  expect(shown.map(({ range }) => range)).toEqual(found.map(({ range }) => range));
});
