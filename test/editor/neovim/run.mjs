// @ts-check
// node test/editor/neovim/run.mjs [--results FILE]
// A second real client: headless Neovim must be shown the very problems that the command line prints, for every plan of
// examples/ and of the editor suite, and must be able to apply a fix.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');
const fixedRule = 'document-number';
const severities = ['error', 'warning', 'info', 'hint'];
const { values: options } = parseArgs({ options: { results: { type: 'string' } } });

/** @typedef {{ line: number, character: number }} Position */
/** @typedef {{ rule: string, severity: string, message: string, start: Position, end: Position }} Problem */

/** @param {string} file @returns {Problem[]} */
function fromCommandLine(file) {
  const words = ['dist/cli.js', 'check', '--format', 'json', file];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`the command line ended with ${status}: ${stderr}`);
  /** @type {{ rule: string, severity: string, message: string, range: { start: Position, end: Position } }[]} */
  const problems = JSON.parse(stdout).files.flatMap((/** @type {{ problems: unknown[] }} */ one) => one.problems);
  const place = (/** @type {Position} */ { line, character }) => ({ line, character });
  return problems.map(({ rule, severity, message, range }) => ({
    ...{ rule, severity, message },
    start: place(range.start),
    end: place(range.end),
  }));
}

/** @param {string} file @returns {Map<string, any>} what the client said, by tag */
function fromNeovim(file) {
  const words = ['--headless', '-n', '-u', path.join(import.meta.dirname, 'client.lua'), file];
  const { stdout, stderr, status, error } = spawnSync('nvim', words, {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      SERVER_NODE: process.execPath,
      SERVER_SCRIPT: path.join(root, 'dist', 'server.cjs'),
      FIX_RULE: fixedRule,
    },
  });
  if (error) throw error;
  const said = stdout.split('\n').filter((line) => line.startsWith('{'));
  const heard = new Map(said.map((line) => JSON.parse(line)).map(({ tag, value }) => [tag, value]));
  if (status !== 0) throw new Error(`Neovim ended with ${status}: ${heard.get('failed') ?? stderr}`);
  return heard;
}

/** @param {any[]} diagnostics @returns {Problem[]} */
const asProblems = (diagnostics) =>
  diagnostics.map(({ code, severity, message, range }) => ({
    rule: code,
    severity: severities[severity - 1] ?? '',
    message,
    ...range,
  }));

/** @param {Problem} a @param {Problem} b */
const byPlace = (a, b) =>
  a.start.line - b.start.line ||
  a.start.character - b.start.character ||
  a.rule.localeCompare(b.rule) ||
  a.message.localeCompare(b.message);

/** @param {string} folder @returns {string[]} */
const plansIn = (folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => path.join(root, folder, name))
    .sort();

/** @type {string[]} */
const passed = [];
/** @type {string[]} */
const failed = [];
let fixes = 0;
for (const file of [...plansIn('examples'), ...plansIn('test/editor/workspace')]) {
  const name = path.relative(root, file);
  try {
    const heard = fromNeovim(file);
    const problems = asProblems(heard.get('problems'));
    assert.deepEqual(problems.sort(byPlace), fromCommandLine(file).sort(byPlace));
    assert.equal(heard.get('shown'), problems.length, 'Neovim shows other problems than it was sent');
    const fixed = heard.get('fixed');
    if (fixed) {
      fixes += 1;
      const before = problems.filter(({ rule }) => rule === fixedRule).length;
      const after = asProblems(fixed.problems).filter(({ rule }) => rule === fixedRule).length;
      assert.equal(after, before - 1, `“${fixed.title}” did not repair what it should`);
    }
    passed.push(name);
    console.log(`✔ ${name}: ${problems.length} problems${fixed ? `, applied “${fixed.title}”` : ''}`);
  } catch (error) {
    failed.push(name);
    console.error(`✘ ${name}: ${error instanceof Error ? error.message : error}`);
  }
}
if (fixes === 0) {
  failed.push('no fix was applied');
  console.error('✘ none of the files had a problem with a fix to apply');
}
if (options.results) fs.writeFileSync(options.results, JSON.stringify({ passed, failed }));
if (failed.length > 0) process.exitCode = 1;
