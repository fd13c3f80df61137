import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type Diagnostic,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readPlans } from '../../server/src/plan/read.ts';
import { recognise } from '../../server/src/profiles/recognise.ts';
import { checkDocument } from '../../server/src/rules/check.ts';
import { longPlan } from './long-plan.ts';
import { ServerProcess } from './server-process.ts';
import { faultyPlan, readme } from './texts.ts';

const uri = 'untitled:plan.md';
const severities = { error: 1, warning: 2, info: 3, hint: 4 };

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

const openPlan = (text = faultyPlan): Promise<ServerProcess> => shared.borrow(uri, text);

/** What the engine itself finds, in the form of the protocol. */
function engineProblems(text: string): Pick<Diagnostic, 'code' | 'message' | 'range' | 'severity'>[] {
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const plans = readPlans(text);
  const { problems } = checkDocument(plans, { language: 'zh', recognised: recognise(plans), rules: new Map() });
  return problems.map(({ rule, message, range, severity }) => ({
    code: rule,
    message,
    range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
    severity: severities[severity] as 1 | 2 | 3 | 4,
  }));
}

function errorOf(promise: Promise<unknown>): Promise<ResponseError> {
  return promise.then(
    (value) => Promise.reject(new Error(`answered with ${JSON.stringify(value)}`)),
    (error) => error,
  );
}

describe('problems', () => {
  test('are those of the engine, at the words that it means', async () => {
    const server = await openPlan();
    const problems = await server.problems(uri);
    const found = problems.map(({ code, message, range, severity }) => ({ code, message, range, severity }));
    expect(found).toEqual(engineProblems(faultyPlan));
    expect(problems.map(({ code, range }) => [code, server.wordsAt(uri, range)])).toEqual(
      expect.arrayContaining([
        ['document-number', '云督[2023]8号'],
        ['invalid-date', '11月31日'],
        ['placeholder', '××'],
        ['duplicated-word', '要要'],
      ]),
    );
  });

  test('carry source, page and kind of fix', async () => {
    const server = await openPlan();
    const problem = (await server.problems(uri)).find(({ code }) => code === 'document-number');
    expect(problem).toMatchObject({ source: 'fangan', data: { fix: 'safe' } });
    expect(problem?.codeDescription?.href).toMatch(/\/docs\/rules\/document-number\.md$/);
  });

  test('are not sent again while nothing has changed', async () => {
    const server = await openPlan();
    const first = await server.pull(uri);
    const second = await server.pull(uri, first.resultId);
    expect(second).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await server.replace(uri, '要要', '要');
    const third = await server.pull(uri, first.resultId);
    expect(third.kind).toBe('full');
    expect(third.resultId).not.toBe(first.resultId);
  });

  test('are new for a document that was closed and opened again with another text', async () => {
    const server = await openPlan();
    const first = await server.pull(uri);
    await server.close(uri);
    await server.open(uri, faultyPlan.replace('要要', '要'));
    const second = await server.pull(uri, first.resultId);
    expect(second.kind === 'full' && second.items.some(({ code }) => code === 'duplicated-word')).toBe(false);
    expect(second.kind).toBe('full');
  });

  test('follow every edit, several changes in one message included', async () => {
    const server = await openPlan();
    await server.replace(uri, '## 一、', '新增一行说明，写明本方案的适用范围。\n\n## 一、');
    expect((await server.problems(uri)).map(({ range }) => range)).toEqual(
      engineProblems(server.text(uri)).map(({ range }) => range),
    );
    await server.change(
      uri,
      { range: server.rangeOf(uri, '11月31日'), text: '11月30日' },
      { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, text: '关于' },
    );
    const problems = await server.problems(uri);
    expect(problems.map(({ code, range }) => ({ code, range }))).toEqual(
      engineProblems(server.text(uri)).map(({ code, range }) => ({ code, range })),
    );
    expect(problems.some(({ code }) => code === 'invalid-date')).toBe(false);
  });

  test('count UTF-16 units, and keep to lines that end in CRLF or CR', async () => {
    const text = faultyPlan.replace('整改落实', '𠮷𠮷整改落实').replaceAll('\n', '\r\n');
    const server = await openPlan(text);
    const problem = (await server.problems(uri)).find(({ code }) => code === 'invalid-date');
    expect(problem && server.wordsAt(uri, problem.range)).toBe('11月31日');
  });

  test('end with the answer for the last of many quick edits', async () => {
    const server = await openPlan();
    const pulls: Promise<unknown>[] = [];
    for (let key = 0; key < 40; key++) {
      await server.change(uri, {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        text: '\n',
      });
      pulls.push(server.pull(uri));
    }
    await Promise.all(pulls);
    expect((await server.problems(uri)).map(({ range }) => range)).toEqual(
      engineProblems(server.text(uri)).map(({ range }) => range),
    );
  });
});

describe('ordinary Markdown', () => {
  test('has none', async () => {
    const server = await openPlan(readme);
    expect(await server.problems(uri)).toEqual([]);
  });

  test('is also what says that it is no plan, from the next key stroke on', async () => {
    const server = await openPlan(`---\nplan: none\n---\n\n${faultyPlan}`);
    expect(await server.problems(uri)).toEqual([]);
    await server.replace(uri, 'plan: none', 'plan: rectification-plan');
    expect(await server.problems(uri)).not.toEqual([]);
  });

  test('of another language than Markdown or plain text is not looked at', async () => {
    const server = await shared.borrow(uri, faultyPlan, 'python');
    expect(await server.pull(uri)).toEqual({ kind: 'full', items: [] });
    await server.borrow('untitled:plan.txt', faultyPlan, 'plaintext');
    expect(await server.problems('untitled:plan.txt')).not.toEqual([]);
  });
});

describe('a request that came too late', () => {
  /** Its configuration has been read already, so that the next request starts working at once. */
  async function openLongPlan(): Promise<ServerProcess> {
    const server = await openPlan();
    await server.problems(uri);
    await server.change(uri, { text: longPlan(300_000) });
    return server;
  }

  test('is answered with an error when it was cancelled, never with an empty list', async () => {
    const server = await openLongPlan();
    const source = new CancellationTokenSource();
    const pull = errorOf(server.pull(uri, undefined, source.token));
    source.cancel();
    expect((await pull).code).toBe(LSPErrorCodes.RequestCancelled);
    expect((await server.problems(uri)).map(({ code }) => code)).toEqual(
      engineProblems(server.text(uri)).map(({ code }) => code),
    );
  });

  test('is sent back when the text changed under it', async () => {
    const server = await openLongPlan();
    const pull = errorOf(server.pull(uri));
    await server.replace(uri, '有误', '无误');
    const error = await pull;
    expect(error.code).toBe(LSPErrorCodes.ServerCancelled);
    expect(error.data).toEqual({ retriggerRequest: true });
  });

  test('ends with an error when the document was closed under it', async () => {
    const server = await openLongPlan();
    const pull = errorOf(server.pull(uri));
    await server.close(uri);
    const error = await pull;
    expect(error.code).toBe(LSPErrorCodes.ServerCancelled);
    expect(error.data).toEqual({ retriggerRequest: false });
    expect(await server.pull(uri)).toEqual({ kind: 'full', items: [] });
  });
});
