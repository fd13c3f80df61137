import fs from 'node:fs';
import Mocha from 'mocha';

/**
 * Called inside the extension host by whatever opened the editor: the browser harness or
 * `@vscode/test-electron`. Rejects when a test failed. `SUITE_RESULTS` names a file for the results,
 * `SUITE_GREP` picks tests by their titles.
 */
export async function run(): Promise<void> {
  const { SUITE_GREP, SUITE_RESULTS } = process.env;
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, color: false, ...(SUITE_GREP ? { grep: SUITE_GREP } : {}) });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  // In this order: the first asks what holds before any Markdown file has been opened.
  await import('./activation.ts');
  await import('./problems.ts');
  await import('./kind.ts');
  await import('./snippets.ts');
  await import('./seeing.ts');
  await import('./changing.ts');
  await import('./drafting.ts');
  await import('./configuration.ts');
  await import('./importing.ts');
  await import('./exporting.ts');
  await import('./server.ts');
  await import('./workspace.ts');
  await import('./bundle.ts');
  const passed: string[] = [];
  const failed: string[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => passed.push(test.fullTitle()))
      .on('fail', (test) => failed.push(test.fullTitle()));
  });
  if (SUITE_RESULTS) fs.writeFileSync(SUITE_RESULTS, JSON.stringify({ passed, failed }, null, 2));
  if (failures > 0) throw new Error(`${failures} of ${passed.length + failures} editor tests failed`);
}
