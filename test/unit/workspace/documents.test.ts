import { describe, expect, test } from 'vitest';
import { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readClient } from '../../../server/src/features/client.ts';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { diagnosticReport } from '../../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../../server/src/features/document-symbols.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { currentPlan } from '../../../server/src/features/requests.ts';
import { statusOf } from '../../../server/src/features/status.ts';
import { DocumentStore } from '../../../server/src/workspace/documents.ts';
import type { Surroundings } from '../../../server/src/workspace/open-plan.ts';
import { plainSurroundings } from '../../../server/src/workspace/surroundings.ts';

const uri = 'untitled:plan.md';
const plan =
  '# 河道清理工作方案\n\n为做好清理工作，制定本方案。\n\n## 一、目标\n\n2022年11月31日前完成，各科室要要配合。\n';
const client = readClient({ processId: null, rootUri: null, capabilities: {} });

function openStore(load = async (): Promise<Surroundings> => plainSurroundings('zh')) {
  const store = new DocumentStore(load);
  const document = TextDocument.create(uri, 'markdown', 1, plan);
  store.update(document);
  const type = (text: string, offset = plan.indexOf('完成')) => {
    const start = document.positionAt(offset);
    TextDocument.update(document, [{ range: { start, end: start }, text }], document.version + 1);
    store.update(document);
  };
  return { store, type };
}

/** What an editor asks for after a key stroke. */
async function askEverything(store: DocumentStore): Promise<void> {
  const open = await currentPlan(store, uri, CancellationToken.None);
  if (!open) throw new Error('not open');
  const range = { start: { line: 6, character: 2 }, end: { line: 6, character: 2 } };
  diagnosticReport(open, undefined, client);
  codeActions(open, { textDocument: { uri }, range, context: { diagnostics: [], only: ['source.fixAll'] } }, client);
  hover(open, range.start, client);
  documentSymbols(open, client);
  statusOf(open);
}

describe('the work done for a document', () => {
  test('is nothing before somebody asks', async () => {
    const { store, type } = openStore();
    await store.settled(uri);
    type('全部');
    type('按时');
    expect(store.workDone(uri)).toEqual({ parsed: 0, read: 0, checked: 0 });
  });

  test('of a hover and of a completion straight after a key stroke is no check', async () => {
    const { store, type } = openStore();
    await askEverything(store);
    type('全部');
    const open = await currentPlan(store, uri, CancellationToken.None);
    if (!open) throw new Error('not open');
    const at = (words: string) => open.document.positionAt(open.text.indexOf(words) + 1);
    // What was wrong before the edit and behind it is still said, at the place that it has now.
    expect(hover(open, at('11月31日'), client)?.contents).toMatchObject({
      value: expect.stringContaining('invalid-date'),
    });
    expect(hover(open, at('要要'), client)?.range).toEqual({
      start: open.document.positionAt(open.text.indexOf('要要')),
      end: open.document.positionAt(open.text.indexOf('要要') + 2),
    });
    completion(open, at('完成'), client, [], { pinyin: true });
    expect(store.workDone(uri)).toEqual({ parsed: 2, read: 2, checked: 1 });
  });

  test('leaves out of a hover what the edit touched, until the next check', async () => {
    const { store, type } = openStore();
    await askEverything(store);
    type('前', plan.indexOf('要要') + 1);
    const open = await currentPlan(store, uri, CancellationToken.None);
    if (!open) throw new Error('not open');
    const position = open.document.positionAt(open.text.indexOf('要前'));
    expect(JSON.stringify(hover(open, position, client))).not.toContain('duplicated-word');
    expect(open.problems.some(({ rule }) => rule === 'duplicated-word')).toBe(false);
    expect(hover(open, open.document.positionAt(open.text.indexOf('11月31日')), client)).not.toBeNull();
  });

  test('of a hover goes by the settings as they are now', async () => {
    let rules: Surroundings['rules'] = new Map();
    const { store, type } = openStore(async () => ({ ...plainSurroundings('zh'), rules }));
    await askEverything(store);
    rules = new Map([['invalid-date', { severity: 'off' as const }]]);
    store.reload();
    type('全部');
    const open = await currentPlan(store, uri, CancellationToken.None);
    if (!open) throw new Error('not open');
    const said = hover(open, open.document.positionAt(open.text.indexOf('11月31日')), client);
    expect(JSON.stringify(said)).not.toContain('invalid-date');
  });

  test('is one parse, one reading and one check for a version, whoever asks and however often', async () => {
    const { store, type } = openStore();
    await askEverything(store);
    await askEverything(store);
    expect(store.workDone(uri)).toEqual({ parsed: 1, read: 1, checked: 1 });
    type('全部');
    type('按时');
    await askEverything(store);
    expect(store.workDone(uri)).toEqual({ parsed: 2, read: 2, checked: 2 });
  });

  test('does not hold a check for the outline alone', async () => {
    const { store } = openStore();
    const open = await store.settled(uri);
    expect(open && documentSymbols(open, client)).toHaveLength(1);
    expect(store.workDone(uri)).toEqual({ parsed: 1, read: 1, checked: 0 });
  });

  test('is done again when the surroundings change, under a new state', async () => {
    let language: 'zh' | 'en' = 'zh';
    const { store } = openStore(async () => plainSurroundings(language));
    const before = await store.settled(uri);
    expect(before?.problems[0]?.message).toMatch(/^[“\p{Script=Han}]/u);
    language = 'en';
    store.reload();
    expect(store.get(uri)).toBeUndefined();
    const after = await store.settled(uri);
    expect(after?.problems[0]?.message).toMatch(/^[A-Z]/);
    expect(after?.state).not.toBe(before?.state);
    expect(after?.version).toBe(before?.version);
  });
});

describe('a document that is waited for', () => {
  test('is the one with the last configuration, when it changes twice', async () => {
    const answers: ((surroundings: Surroundings) => void)[] = [];
    const { store } = openStore(() => new Promise((resolve) => answers.push(resolve)));
    const settled = store.settled(uri);
    store.reload();
    answers[1]?.(plainSurroundings('en'));
    answers[0]?.(plainSurroundings('zh'));
    expect((await settled)?.language).toBe('en');
  });

  test('is nothing once it was closed', async () => {
    const answers: ((surroundings: Surroundings) => void)[] = [];
    const { store } = openStore(() => new Promise((resolve) => answers.push(resolve)));
    const settled = store.settled(uri);
    store.close(uri);
    answers[0]?.(plainSurroundings('zh'));
    expect(await settled).toBeUndefined();
    expect(store.uris()).toEqual([]);
  });
});
