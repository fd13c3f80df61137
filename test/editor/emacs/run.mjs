// @ts-check
// node test/editor/emacs/run.mjs [--results FILE]
// A third real client: Emacs with its own eglot, in batch mode, must show the problems that the command line prints.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');
const { values: options } = parseArgs({ options: { results: { type: 'string' } } });
/** What eglot calls the severities of the protocol; it knows three. */
const types = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** @typedef {{ place: string, type: string, message: string }} Shown */

/** @param {string} file @returns {Shown[]} */
function fromCommandLine(file) {
  const words = ['dist/cli.js', 'check', '--format', 'json', file];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`the command line ended with ${status}: ${stderr}`);
  /** @type {{ severity: keyof typeof types, message: string, range: { start: { line: number, character: number } } }[]} */
  const problems = JSON.parse(stdout).files.flatMap((/** @type {{ problems: unknown[] }} */ one) => one.problems);
  return problems.map(({ severity, message, range: { start } }) => ({
    place: `${start.line}:${start.character}`,
    type: types[severity],
    message,
  }));
}

/** @param {string} file @returns {Shown[]} */
function fromEmacs(file) {
  const words = ['--batch', '-l', path.join(import.meta.dirname, 'client.el'), file];
  const { stdout, stderr, status, error } = spawnSync('emacs', words, {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      LC_ALL: 'C.UTF-8',
      SERVER_NODE: process.execPath,
      SERVER_SCRIPT: path.join(root, 'dist', 'cli.js'),
    },
  });
  if (error) throw error;
  const line = stdout.split('\n').find((one) => one.startsWith('['));
  if (status !== 0 || line === undefined) throw new Error(`Emacs ended with ${status}: ${stderr.slice(-2000)}`);
  /** @type {[[number, number], string, string][]} */
  const said = JSON.parse(line);
  return said.map(([[at, character], type, message]) => ({ place: `${at}:${character}`, type, message }));
}

/** @param {Shown} a @param {Shown} b */
const inOrder = (a, b) => a.place.localeCompare(b.place) || a.message.localeCompare(b.message);

/** @type {string[]} */
const passed = [];
/** @type {string[]} */
const failed = [];
let shown = 0;
for (const name of ['examples/整改方案.md', 'examples/阶段方案.md', 'examples/README.md']) {
  try {
    const file = path.join(root, name);
    const expected = fromCommandLine(file).sort(inOrder);
    const found = fromEmacs(file).sort(inOrder);
    assert.deepEqual(
      found.map(({ place, type }) => `${place} ${type}`),
      expected.map(({ place, type }) => `${place} ${type}`),
    );
    // Depending on its version, eglot writes the name of the rule in front of the message.
    for (const [at, { message }] of expected.entries()) {
      assert.ok(found[at]?.message.includes(message), `“${found[at]?.message}” is not “${message}”`);
    }
    shown += found.length;
    passed.push(name);
    console.log(`✔ ${name}: ${found.length} problems`);
  } catch (error) {
    failed.push(name);
    console.error(`✘ ${name}: ${error instanceof Error ? error.message : error}`);
  }
}
if (shown === 0) {
  failed.push('no problem was shown');
  console.error('✘ none of the files had a problem to show');
}
if (options.results) fs.writeFileSync(options.results, JSON.stringify({ passed, failed }));
if (failed.length > 0) process.exitCode = 1;
