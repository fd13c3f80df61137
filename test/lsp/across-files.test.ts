import { describe, expect, test } from 'vitest';
import type { DocumentLink, Location, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities } from './capabilities.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { readme } from './texts.ts';
import { roadPlan, WorkspaceFolder } from './workspace-folder.ts';

const own = roadPlan('青湾镇', '孙雅琴');
const sister = roadPlan('青湾镇', '龙海').replace('道路整治工作方案', '道路养护工作方案');
const foreign = roadPlan('石桥镇', '卜冬青');
const files = {
  '青湾/整治.md': own,
  '青湾/养护.md': sister,
  '石桥/整治.md': foreign,
  'README.md': `${readme}\n综合执法队\n`,
};

async function workspace(texts: Readonly<Record<string, string>> = files, options: ClientOptions = {}) {
  const folder = new WorkspaceFolder(texts);
  const server = await ServerProcess.start({ folders: [folder.uri], ...options });
  const uri = folder.uriOf('青湾/整治.md');
  const open = async (name = '青湾/整治.md', text = texts[name] ?? '') => {
    await server.open(folder.uriOf(name), text);
    await server.problems(folder.uriOf(name));
  };
  const at = (words: string, file = uri) => ({
    textDocument: { uri: file },
    position: server.rangeOf(file, words).start,
  });
  /** The texts of the files that an edit changes, by their names, after it. */
  const applied = (edit: WorkspaceEdit | null) =>
    Object.fromEntries(
      (edit?.documentChanges ?? []).map((change) => {
        if (!('edits' in change)) throw new Error('no files are made or moved');
        const { uri: address } = change.textDocument;
        const name = Object.keys(texts).find((one) => folder.uriOf(one) === address) ?? address;
        const document = TextDocument.create(address, 'markdown', 1, texts[name] ?? '');
        return [name, TextDocument.applyEdits(document, change.edits as TextEdit[])];
      }),
    );
  return { folder, server, uri, open, at, applied };
}

describe('references', () => {
  test('are found in files that are not open, and in no ordinary Markdown', async () => {
    const { server, folder, open, at } = await workspace();
    await open();
    const found = await server.connection.sendRequest<Location[]>('textDocument/references', {
      ...at('综合执法队负责日常'),
      context: { includeDeclaration: true },
    });
    const count = (name: string) => found.filter(({ uri }) => uri === folder.uriOf(name)).length;
    expect([count('青湾/整治.md'), count('青湾/养护.md'), count('石桥/整治.md'), count('README.md')]).toEqual([
      5, 5, 5, 0,
    ]);
    const line = foreign.split('\n').findIndex((one) => one.includes('综合执法队'));
    const character = foreign.split('\n')[line]?.indexOf('综合执法队') ?? 0;
    expect(found.find(({ uri }) => uri === folder.uriOf('石桥/整治.md'))?.range).toEqual({
      start: { line, character },
      end: { line, character: character + 5 },
    });
  });
});

describe('a rename', () => {
  test('reaches files that are not open; those of another issuer only after a question', async () => {
    const { server, folder, open, at, applied } = await workspace();
    await open();
    const edit = await server.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('综合执法队负责日常'),
      newName: '城管中队',
    });
    expect(applied(edit)).toEqual({
      '青湾/整治.md': own.replaceAll('综合执法队', '城管中队'),
      '青湾/养护.md': sister.replaceAll('综合执法队', '城管中队'),
      '石桥/整治.md': foreign.replaceAll('综合执法队', '城管中队'),
    });
    const versions = (edit.documentChanges ?? []).map(
      (change) => 'edits' in change && [change.textDocument.uri, change.textDocument.version],
    );
    expect(versions).toContainEqual([folder.uriOf('青湾/整治.md'), 1]);
    expect(versions).toContainEqual([folder.uriOf('青湾/养护.md'), null]);
    const asked = (edit.documentChanges ?? []).filter(
      (change) => 'edits' in change && change.edits.every((one) => 'annotationId' in one),
    );
    expect(asked.map((change) => 'edits' in change && change.textDocument.uri)).toEqual([folder.uriOf('石桥/整治.md')]);
    expect(Object.values(edit.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
  });

  test('leaves the plans of another issuer alone where the client cannot ask', async () => {
    const { changeAnnotationSupport: _, ...workspaceEdit } = fullCapabilities.workspace?.workspaceEdit ?? {};
    const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, workspaceEdit } };
    const { server, open, at, applied } = await workspace(files, { capabilities });
    await open();
    const edit = await server.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('综合执法队负责日常'),
      newName: '城管中队',
    });
    expect(Object.keys(applied(edit)).sort()).toEqual(['青湾/养护.md', '青湾/整治.md']);
  });

  test('takes the text that the editor shows, not that of the disk', async () => {
    const { server, open, at, folder } = await workspace();
    await open();
    await open('青湾/养护.md', sister.replaceAll('综合执法队', '养护站'));
    const edit = await server.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at('综合执法队负责日常'),
      newName: '城管中队',
    });
    const changed = (edit.documentChanges ?? []).map((change) => 'edits' in change && change.textDocument.uri);
    expect(changed).not.toContain(folder.uriOf('青湾/养护.md'));
  });
});

describe('a cited title', () => {
  const citing = own.replace('按照县里部署', '根据《石桥镇道路整治工作方案》');

  test('leads to the plan in a file that is not open and in another directory', async () => {
    const { server, folder, open, at } = await workspace({ ...files, '青湾/整治.md': citing });
    await open();
    const found = await server.connection.sendRequest<Location[]>('textDocument/definition', at('石桥镇道路'));
    expect(found).toEqual([
      {
        uri: folder.uriOf('石桥/整治.md'),
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 13 } },
      },
    ]);
  });

  test('is a link once the workspace has been read', async () => {
    const { server, folder, uri, open } = await workspace({ ...files, '青湾/整治.md': citing });
    await open();
    const links = () =>
      server.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    expect(await links()).toEqual([]);
    expect((await server.indexStatus()).read).toBe(0);
    await server.workspaceSymbols('');
    expect((await links()).map(({ target }) => target)).toEqual([`${folder.uriOf('石桥/整治.md')}#L1,3`]);
  });
});

describe('a file that gets another name', () => {
  const list = [
    '# 目录',
    '',
    '- [整治](青湾/整治.md)、[养护](<青湾/养护.md>)、[石桥](./%E7%9F%B3%E6%A1%A5/%E6%95%B4%E6%B2%BB.md#一 "石桥镇")',
    '- `[代码](青湾/整治.md)`、[别处](https://example.org/青湾/整治.md)',
    '',
    '[引用]: 青湾/整治.md',
    '',
    '```',
    '[代码](青湾/整治.md)',
    '```',
    '',
  ].join('\n');
  const below = `---\nsuperior: ../石桥/整治.md\n---\n\n${own}\n见[总目录](../目录.md)和[养护](养护.md)。\n`;
  const texts = { ...files, '目录.md': list, '青湾/整治.md': below };

  async function renaming(...renames: [string, string][]) {
    const { server, folder, applied } = await workspace(texts);
    const edit = await server.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: renames.map(([from, to]) => ({ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) })),
    });
    return applied(edit);
  }

  test('is followed by the links to it, in all files, and by nothing in code', async () => {
    expect(await renaming(['青湾/整治.md', '青湾/整治 (定稿).md'])).toEqual({
      '目录.md': list
        .replace('[整治](青湾/整治.md)', '[整治](青湾/整治%20%28定稿%29.md)')
        .replace('[引用]: 青湾/整治.md', '[引用]: 青湾/整治%20%28定稿%29.md'),
    });
    expect(await renaming(['青湾/养护.md', '青湾/养护 (定稿).md'])).toEqual({
      '目录.md': list.replace('<青湾/养护.md>', '<青湾/养护 (定稿).md>'),
      '青湾/整治.md': below.replace('[养护](养护.md)', '[养护](养护%20%28定稿%29.md)'),
    });
  });

  test('is followed by the front matter of the plans below it, and by links that are written with percent signs', async () => {
    expect(await renaming(['石桥/整治.md', '县级/总方案.md'])).toEqual({
      '目录.md': list.replace(
        './%E7%9F%B3%E6%A1%A5/%E6%95%B4%E6%B2%BB.md#一',
        `./${encodeURIComponent('县级')}/${encodeURIComponent('总方案')}.md#一`,
      ),
      '青湾/整治.md': below.replace('superior: ../石桥/整治.md', 'superior: ../县级/总方案.md'),
    });
  });

  test('is followed by the front matter that names it without its ending, and by no title that only looks like it', async () => {
    const named = below.replace('整治.md', '整治');
    const titled = named.replace('../石桥/整治', '整治');
    const all = { ...texts, '青湾/整治.md': named, '乡/子.md': titled, '乡/整治/别的.md': own };
    const { server, folder, applied } = await workspace(all);
    const rename = async (from: string, to: string) =>
      applied(
        await server.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
          files: [{ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) }],
        }),
      );
    expect(await rename('石桥/整治.md', '县级/总方案.md')).toMatchObject({
      '青湾/整治.md': named.replace('superior: ../石桥/整治', 'superior: ../县级/总方案'),
    });
    expect((await rename('石桥/整治.md', '石桥/整治.txt'))['青湾/整治.md']).toBe(below.replace('整治.md', '整治.txt'));
    expect((await rename('乡/子.md', '乡/孙/子.md'))['乡/子.md']).toContain('superior: 整治\n');
    expect((await rename('青湾/整治.md', '青湾/甲/整治.md'))['青湾/整治.md']).toContain('superior: ../../石桥/整治\n');
  });

  test('and another place keeps its own links', async () => {
    expect(await renaming(['青湾/整治.md', '归档/2026/整治.md'])).toMatchObject({
      '青湾/整治.md': below
        .replace('../石桥/整治.md', '../../石桥/整治.md')
        .replace('../目录.md', '../../目录.md')
        .replace('](养护.md)', '](../../青湾/养护.md)'),
    });
  });

  test('with the folder around it takes all links along, and leaves those within the folder alone', async () => {
    expect(await renaming(['青湾', '乡镇/青湾'])).toEqual({
      '目录.md': list
        .replace('[整治](青湾/整治.md)', '[整治](乡镇/青湾/整治.md)')
        .replace('<青湾/养护.md>', '<乡镇/青湾/养护.md>')
        .replace('[引用]: 青湾/整治.md', '[引用]: 乡镇/青湾/整治.md'),
      '青湾/整治.md': below.replace('../石桥/整治.md', '../../石桥/整治.md').replace('../目录.md', '../../目录.md'),
    });
    expect(await renaming(['石桥/没有.md', '石桥/也没有.md'])).toEqual({});
  });
});
