// @ts-check
// node scripts/editor/test.mjs [--vsix FILE] [--grep TITLE] [--results FILE]
// Runs test/editor/suite inside a real VS Code in the browser, in Chinese and in English; installs it when it is missing.
//   --vsix FILE  tests the packaged extension in place of this checkout
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runSuite } from './browser.mjs';
import { installEditor } from './install.mjs';
import { output, repository } from './places.mjs';
import { installExtension, makeHome, startServer } from './server.mjs';
import { buildExtension, bundleSuite, copyWorkspace } from './suite.mjs';

const { values: options } = parseArgs({
  options: { vsix: { type: 'string' }, grep: { type: 'string' }, results: { type: 'string' } },
});

/** The window is noisy; these are the lines that mocha writes. */
const mochaLine =
  /^\s*(?:✔|✓|\d+\) |\d+ (?:passing|failing|pending)|(?:Assertion|Type|Reference)?Error:|\+ |- |at .*suite)/;

/** An extension that does nothing: a window runs tests only for one that is under development. */
function emptyExtension() {
  const folder = path.join(repository, 'out', 'empty-extension');
  fs.mkdirSync(folder, { recursive: true });
  const manifest = { name: 'empty', publisher: 'fangan', version: '0.0.1', engines: { vscode: '^1.101.0' } };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** @param {string} userFolder of the VS Code whose logs of our extension are to outlive it */
function keepLogs(userFolder) {
  const logs = path.join(userFolder, 'logs');
  for (const name of fs.readdirSync(logs, { recursive: true, encoding: 'utf8' }))
    if (/fangan[^/]*\.log$/i.test(name)) fs.copyFileSync(path.join(logs, name), path.join(output, 'server.log'));
}

/**
 * @param {string | undefined} locale of the editor
 * @param {string} suite
 * @returns {Promise<{ passed: string[], failed: string[] }>}
 */
async function runIn(locale, suite) {
  const home = makeHome({ locale });
  const workspace = copyWorkspace();
  const written = path.join(output, `results-${locale ?? 'en'}.json`);
  fs.rmSync(written, { force: true });
  if (options.vsix) console.log(`installed: ${installExtension(home, path.resolve(options.vsix))}`);
  const server = await startServer(home, { forTests: true, locale });
  /** @type {string[]} */
  const log = [];
  try {
    const code = await runSuite({
      host: server.host,
      folder: workspace.folder,
      extension: options.vsix ? emptyExtension() : repository,
      suite,
      environment: { SUITE_RESULTS: written, ...(options.grep ? { SUITE_GREP: options.grep } : {}) },
      onLine: (line) => {
        log.push(line);
        for (const part of line.split('\n')) if (mochaLine.test(part)) console.log(part);
      },
    });
    if (code !== 0) {
      keepLogs(home.userFolder);
      console.error(`exit code ${code}; the logs are in ${path.relative(repository, output)}`);
    }
    const name = `editor suite, ${locale ?? 'en'}`;
    if (!fs.existsSync(written)) return { passed: [], failed: [`${name}: ended without results`] };
    /** @type {{ passed: string[], failed: string[] }} */
    const results = JSON.parse(fs.readFileSync(written, 'utf8'));
    // A suite that says that all is well without having run must not pass.
    if (results.passed.length + results.failed.length === 0) results.failed.push(`${name}: no test was run`);
    if (code !== 0 && results.failed.length === 0) results.failed.push(`${name}: exit code ${code}`);
    return results;
  } finally {
    fs.writeFileSync(path.join(output, 'window.log'), log.join('\n'));
    await server.stop();
    home.remove();
    workspace.remove();
  }
}

installEditor();
if (!options.vsix) buildExtension();
fs.mkdirSync(output, { recursive: true });
const suite = await bundleSuite();
/** @type {{ passed: string[], failed: string[] }} */
const all = { passed: [], failed: [] };
for (const locale of ['zh-cn', undefined]) {
  console.log(`VS Code in the browser, ${locale ?? 'en'}${options.vsix ? `, ${path.basename(options.vsix)}` : ''}`);
  const { passed, failed } = await runIn(locale, suite);
  all.passed.push(...passed);
  all.failed.push(...failed);
}
if (options.results) fs.writeFileSync(options.results, JSON.stringify(all));
if (all.failed.length > 0) process.exitCode = 1;
