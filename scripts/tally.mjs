// @ts-check
// node scripts/tally.mjs FOLDER
// Adds up what a run of .ci/run has written into the folder: the results of every test runner as JSON, and the names of
// the steps that passed and failed. Ends with one line of counts, and with status 1 where anything failed.
import fs from 'node:fs';
import path from 'node:path';

const folder = process.argv[2] ?? '';

/** @param {string} name @returns {string[]} */
function lines(name) {
  const file = path.join(folder, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/**
 * @param {any} results of vitest, or of one of our own runners
 * @returns {{ passed: number, failed: string[] }}
 */
function count(results) {
  if (!Array.isArray(results.testResults)) return { passed: results.passed.length, failed: results.failed };
  /** @type {{ name: string, status: string, assertionResults: { fullName: string, status: string }[] }[]} */
  const files = results.testResults;
  const failed = files.flatMap(({ name, status, assertionResults }) => {
    const titles = assertionResults.filter((one) => one.status === 'failed').map((one) => one.fullName);
    // A file that could not even be read has no tests to fail.
    return status === 'failed' && titles.length === 0 ? [name] : titles;
  });
  return { passed: results.numPassedTests, failed };
}

const failed = lines('failed-steps');
let passed = lines('passed-steps').length;
for (const name of fs.readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const counted = count(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
  passed += counted.passed;
  failed.push(...counted.failed.map((title) => `${path.basename(name, '.json')}: ${title}`));
}
for (const title of failed) console.log(`failed: ${title}`);
console.log(`${passed} passed, ${failed.length} failed`);
if (failed.length > 0 || passed === 0) process.exitCode = 1;
