// npm run bench:answers [-- FILE]: how long an author waits for completion and hover straight after a key stroke.
//
// A client speaks to the real server over stdio, as an editor does: a character is typed somewhere in the plan, and
// completion or hover is asked for at once, with no request for problems in between. The yardstick is the bare parse
// of remark + gfm of the same text, timed in turns with the answers; the best of several runs counts, because the
// clock also shows what else the machine is doing.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { generatePlan } from './bench/generate-plan.mjs';
import { bare, quantile } from './bench/yardstick.mjs';

const runs = 3;
const rounds = 240;
const warmUp = 60;
/** p95 of an answer over the bare parse: on a quiet machine 20 ms beside some 50 ms. */
const limits = { completion: 0.4, hover: 0.4 };

const file = process.argv[2] ?? '../shared/seeds/004.txt';
const text = existsSync(file) ? readFileSync(file, 'utf8') : generatePlan(40_000);

const clock = async (work) => {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

/** Where and what an author types, all over the plan: in words, behind 由, behind 《, in front of a line. */
const typed = ['的', '由', '《', '组', '\n', '党', '3', '：'];

async function run() {
  const server = spawn(process.execPath, [resolve('dist/server.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
        diagnostic: {},
      },
    },
  });
  await connection.sendNotification('initialized', {});
  const uri = 'file:///bench/plan.md';
  let document = TextDocument.create(uri, 'markdown', 1, text);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const ask = (method, position) => connection.sendRequest(method, { textDocument: { uri }, position });
  // As an editor does once when a document is opened.
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const times = { completion: [], hover: [], parse: [] };
  for (let at = 0; at < rounds + warmUp; at++) {
    const method = at % 2 === 0 ? 'completion' : 'hover';
    const offset = Math.floor((document.getText().length * ((at * 7919) % 1000)) / 1000);
    const place = document.positionAt(offset);
    const inserted = typed[Math.floor(at / 2) % typed.length] ?? '的';
    const change = { range: { start: place, end: place }, text: inserted };
    const version = document.version + 1;
    document = TextDocument.update(document, [change], version);
    const position = document.positionAt(offset + inserted.length);
    const milliseconds = await clock(async () => {
      const told = connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      await Promise.all([told, ask(`textDocument/${method}`, position)]);
    });
    if (at < warmUp) continue;
    times[method].push(milliseconds);
    if (at % 8 === 0) times.parse.push(await clock(async () => bare.parse(text)));
  }
  connection.dispose();
  server.kill();
  return times;
}

const results = [];
for (let at = 0; at < runs; at++) {
  const times = await run();
  const parse = quantile(times.parse, 0.5);
  const of = (values) => ({
    p50: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    ratio: quantile(values, 0.95) / parse,
  });
  results.push({ parse, completion: of(times.completion), hover: of(times.hover) });
}

console.log(
  `${existsSync(file) ? file : 'a generated plan'}: ${text.length} characters, ${runs} runs of ${rounds} answers\n`,
);
let slow = false;
for (const method of ['completion', 'hover']) {
  const best = results.reduce((a, b) => (b[method].ratio < a[method].ratio ? b : a));
  const { p50, p95, ratio } = best[method];
  const limit = limits[method];
  slow ||= ratio > limit;
  console.log(
    `${method.padEnd(12)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms beside a bare parse of ${best.parse.toFixed(1)} ms;` +
      ` p95 / bare parse ${ratio.toFixed(3)}   at most ${limit}  ${ratio <= limit ? 'ok' : 'TOO SLOW'}`,
  );
}
process.exitCode = slow ? 1 : 0;
