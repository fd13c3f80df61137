import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

function tally(files: Record<string, unknown>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tally-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files))
    fs.writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const { stdout, status } = spawnSync(process.execPath, ['scripts/tally.mjs', folder], { encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), status };
}

const vitest = (statuses: string[]) => ({
  numPassedTests: statuses.filter((status) => status === 'passed').length,
  testResults: [
    {
      name: 'a.test.ts',
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
    },
  ],
});

it('adds up steps and tests', () => {
  const { lines, status } = tally({
    'passed-steps': 'types\nfloors\n',
    'tests.json': vitest(['passed', 'passed', 'passed']),
    'editor.json': { passed: ['a', 'b'], failed: [] },
  });
  expect(lines).toEqual(['7 passed, 0 failed']);
  expect(status).toBe(0);
});

it('names what failed, and fails', () => {
  const { lines, status } = tally({
    'passed-steps': 'types\n',
    'failed-steps': 'tests\n',
    'tests.json': vitest(['passed', 'failed']),
    'ui.json': { passed: [], failed: ['a fix is taken'] },
  });
  expect(lines).toEqual(['failed: tests', 'failed: tests: test 1', 'failed: ui: a fix is taken', '2 passed, 3 failed']);
  expect(status).toBe(1);
});

it('counts a test file that could not be read', () => {
  const broken = { numPassedTests: 0, testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }] };
  expect(tally({ 'passed-steps': 'types\n', 'tests.json': broken }).lines.at(-1)).toBe('1 passed, 1 failed');
});

it('does not take silence for success', () => {
  expect(tally({})).toEqual({ lines: ['0 passed, 0 failed'], status: 1 });
});
