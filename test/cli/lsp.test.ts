import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { directoryWith, fangan, faultyPlan, parsed } from './fangan.ts';

/** Speaks just enough of the protocol to a server on standard input and output. */
function talkTo(args: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), ...args], { cwd });
  let received = Buffer.alloc(0);
  const waiting = new Map<number, (result: unknown) => void>();
  child.stdout.on('data', (piece: Buffer) => {
    received = Buffer.concat([received, piece]);
    for (;;) {
      const head = /Content-Length: (\d+)(?:\r\n[^\r\n]+)*\r\n\r\n/.exec(received.toString('latin1'));
      const length = Number(head?.[1] ?? Number.NaN);
      if (!head || received.length < head.index + head[0].length + length) return;
      const start = head.index + head[0].length;
      const message = JSON.parse(received.subarray(start, start + length).toString());
      received = received.subarray(start + length);
      if (message.id !== undefined && message.method === undefined) waiting.get(message.id)?.(message.result);
    }
  });
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let ids = 0;
  return {
    notify: (method: string, params: object) => send({ method, params }),
    request: (method: string, params: object | null) =>
      new Promise<unknown>((resolve) => {
        const id = ++ids;
        waiting.set(id, resolve);
        send({ id, method, params });
      }),
    ended: new Promise<number | null>((resolve) => child.on('close', resolve)),
  };
}

test('fangan lsp --stdio is the language server, and finds what check finds', async () => {
  const cwd = directoryWith({ 'a.md': faultyPlan });
  const server = talkTo(['lsp', '--stdio'], cwd);
  await server.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  server.notify('initialized', {});
  const uri = new URL(`file://${path.join(cwd, 'a.md')}`).href;
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: faultyPlan },
  });
  const report = (await server.request('textDocument/diagnostic', { textDocument: { uri } })) as {
    readonly items: readonly { readonly code: string }[];
  };
  const checked = parsed(await fangan(['check', '-f', 'json', 'a.md'], { cwd }));
  expect(report.items.map(({ code }) => code)).toEqual(checked.files[0]?.problems.map(({ rule }) => rule));
  expect(report.items.length).toBeGreaterThan(0);
  await server.request('shutdown', null);
  server.notify('exit', {});
  expect(await server.ended).toBe(0);
});
