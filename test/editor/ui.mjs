// @ts-check
// node test/editor/ui.mjs [--vsix FILE] [--web] [--results FILE] [--pictures] [--only WORD]
// Sits down in front of a real VS Code as an author would: sees the problems, opens the menu of fixes, takes one, inserts
// a snippet, changes the kind of plan, and saves. `--web` runs the extension and its server in the browser's
// workers, as vscode.dev does; `--pictures` renews the pictures in docs/images; `--only` takes the steps whose name
// has a word, and the first one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser, remoteUri, windowAddress } from '../../scripts/editor/browser.mjs';
import { installEditor } from '../../scripts/editor/install.mjs';
import { output, repository } from '../../scripts/editor/places.mjs';
import { installExtension, makeHome, startServer } from '../../scripts/editor/server.mjs';
import { buildExtension, copyWorkspace } from '../../scripts/editor/suite.mjs';
import { hostExtension } from '../../scripts/editor/web-host.mjs';
import { contrastSteps } from './ui/contrast.mjs';
import { inputMethodSteps, walkthroughSteps } from './ui/drafting.mjs';
import { addWordFile, importSteps } from './ui/importing.mjs';
import { ledgerSteps } from './ui/ledger.mjs';
import { timelineSteps } from './ui/timeline.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ page: Page, file: string, editor: import('playwright-core').Locator, scripts: string[], home: string }} Desk */

const { values: options } = parseArgs({
  options: {
    vsix: { type: 'string' },
    web: { type: 'boolean', default: false },
    results: { type: 'string' },
    pictures: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const locale = 'zh-cn';

/** VS Code reads the manifest of an extension that comes with the page in English only. */
const changeKind = options.web ? 'Change Kind of Plan' : '更改方案类型';
const showChecklist = options.web ? 'Show Plan Checklist' : '显示方案清单';
const showTimeline = options.web ? 'Show Timeline' : '显示时间轴';
const updateFromLedger = options.web ? 'Update From Excel Ledger' : '从 Excel 台账更新';
const newPlan = options.web ? 'New Plan' : '新建方案';
const showDuties = options.web ? 'Show Duties' : '查看职责清单';
const checkWorkspace = options.web ? 'Check All Plans of the Workspace' : '检查工作区全部方案';

/** @param {Page} page @param {string} name */
const picture = (page, name) => page.screenshot({ path: path.join(output, `${name}.png`) });

/** @param {Page} page @param {string} command */
async function runCommand(page, command) {
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: command }).first();
  const input = page.locator('.quick-input-widget input');
  await page.keyboard.press('F1');
  // The list is a snapshot: it is asked for again until the extension has registered its commands.
  for (let attempt = 0; attempt < 60 && !(await row.isVisible()); attempt++) {
    await input.fill('>');
    await input.fill(`>${command}`);
    await page.waitForTimeout(300);
  }
  await row.click();
}

/**
 * @param {string} folder the home of the VS Code in question
 * @returns {number[]} the language servers that run in it
 */
function languageServers(folder) {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const isServer = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('dist/server.cjs');
      const isOurs = isServer && fs.readFileSync(`/proc/${name}/environ`, 'utf8').includes(`HOME=${folder}\0`);
      return isOurs ? [Number(name)] : [];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}

/** @type {[string, (desk: Desk) => Promise<void>][]} */
const steps = [
  [
    'problems are underlined in the text',
    async ({ page, scripts }) => {
      // On a busy machine the extension host takes its time to come up.
      const squiggles = page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning');
      await squiggles.first().waitFor({ timeout: 120_000 });
      // The browser fetches the extension exactly when it runs there and not on the machine behind it.
      assert.equal(scripts.includes('client.web.js') && scripts.includes('server.web.js'), options.web);
    },
  ],
  [
    'the Problems panel gives them in Chinese, with our name and the rule',
    async ({ page }) => {
      await page.keyboard.press('Control+Shift+M');
      const rows = page.locator('.markers-panel-container .monaco-list-row', { hasText: 'fangan' });
      await rows.nth(1).waitFor();
      const texts = (await rows.allInnerTexts()).map((text) => text.replaceAll('\n', ' '));
      assert.ok(
        texts.every((text) => /\p{Script=Han}/u.test(text)),
        texts.join('\n'),
      );
      assert.ok(
        texts.some((text) => text.includes('missing-deadline')),
        texts.join('\n'),
      );
      await picture(page, 'problems');
    },
  ],
  [
    'the status item names the kind of plan and counts its problems',
    async ({ page }) => {
      await page.locator('[id="status.languageStatus"]').hover();
      const item = page.locator('.hover-language-status', { hasText: '方案 · ' });
      await item.waitFor();
      assert.match((await item.textContent()) ?? '', /方案 · \d+ 个(?:错误|警告)/);
      await picture(page, 'status');
      await page.mouse.move(400, 300);
    },
  ],
  [
    'a fix is taken from the menu',
    async ({ page, editor }) => {
      await editor.locator('.view-line', { hasText: '云消发' }).getByText('云消发', { exact: false }).first().click();
      await page.keyboard.press('Home');
      for (let moves = 0; moves < 60; moves++) {
        // To the opening bracket: the fault begins there, wherever the line is broken on the screen.
        if ('根据《云岭县消防救援大队关于消防安全检查情况的通报》（云消发'.length === moves) break;
        await page.keyboard.press('ArrowRight');
      }
      const menu = page.locator('.context-view .action-widget').first();
      const fix = menu.locator('.monaco-list-row.action', { hasText: '〔2026〕' }).first();
      // The first answer may still lack our fixes while other extensions are starting.
      for (let attempt = 0; attempt < 10; attempt++) {
        await page.keyboard.press('Control+.');
        const seen = await fix.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
        if (seen) break;
        await page.keyboard.press('Escape');
      }
      await picture(page, 'fixes');
      await fix.click();
      await editor.locator('.view-line', { hasText: '云消发〔2026〕6号' }).waitFor();
    },
  ],
  [
    'the next section is completed and filled in',
    async ({ page, editor }) => {
      // What comes between the lines pushes the last one out of sight, and the list with it.
      await editor.locator('.codelens-decoration', { hasText: '个步骤' }).first().waitFor({ state: 'attached' });
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('bsyq');
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '五、报送要求' }).first().click();
      await page.keyboard.insertText('2026年4月10日');
      await page.keyboard.press('Escape');
      await editor.locator('.view-line', { hasText: '2026年4月10日前，各单位报送' }).waitFor();
    },
  ],
  ...inputMethodSteps({ web: options.web, runCommand, picture }),
  [
    'the checklist is opened, walked through and used by keyboard alone',
    async ({ page, file }) => {
      await runCommand(page, showChecklist);
      const tree = page.locator('.tree-explorer-viewlet-tree-view, .custom-view-tree-node-item').first();
      await tree.waitFor();
      const rows = page.locator('.pane-body .monaco-list-row');
      await rows.filter({ hasText: '组织领导' }).first().waitFor();
      const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
      assert.ok(
        labels.some((label) => /缺少|不完整|missing|incomplete/.test(label)),
        labels.join('\n'),
      );
      await picture(page, 'checklist');
      // Down to a section that is there, and Enter: the cursor stands in it.
      const focusedRow = page.locator('.part.sidebar .monaco-list-row.focused');
      await page.keyboard.press('Control+0');
      for (let moves = 0; moves < 40; moves++) {
        await page.keyboard.press('ArrowDown');
        const label =
          (await focusedRow
            .first()
            .getAttribute('aria-label', { timeout: 1000 })
            .catch(() => '')) ?? '';
        if (label.startsWith('组织领导')) break;
      }
      await page.keyboard.press('Enter');
      const line =
        fs
          .readFileSync(file, 'utf8')
          .split('\n')
          .findIndex((text) => /^#.*组织领导/.test(text)) + 1;
      await page.locator('.statusbar-item', { hasText: new RegExp(`(?:Ln|行) ${line}\\D`) }).waitFor();
    },
  ],
  [
    'the kind of plan is chosen from a list',
    async ({ page, editor }) => {
      await runCommand(page, changeKind);
      const list = page.locator('.quick-input-widget');
      await list.locator('.monaco-list-row', { hasText: 'implementation-plan' }).waitFor();
      await picture(page, 'kinds');
      // The list is longer than the screen: it is narrowed by typing.
      await list.locator('input').fill('不是方案');
      await list.locator('.monaco-list-row', { hasText: '不是方案' }).waitFor();
      await list.locator('input').fill('rectification-plan');
      await list.locator('.monaco-list-row', { hasText: 'rectification-plan' }).click();
      // Where the keyboard was before (the tree), it is again once the list is gone: it is sent to the text.
      await list.waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+Home');
      await editor.locator('.view-line', { hasText: 'plan: rectification-plan' }).waitFor();
    },
  ],
  [
    'a language server that dies comes back by itself',
    async ({ page, editor, home }) => {
      if (options.web) {
        assert.deepEqual(languageServers(home), [], 'the server is a worker here');
        return;
      }
      const [server] = languageServers(home);
      assert.ok(server, 'no language server is running');
      process.kill(server, 'SIGKILL');
      const isAnother = () => languageServers(home).some((id) => id !== server);
      for (let attempt = 0; attempt < 100 && !isAnother(); attempt++) await page.waitForTimeout(100);
      assert.ok(isAnother(), 'no language server came back');
      await editor.locator('.view-line', { hasText: '云消发' }).first().click();
      await page.keyboard.press('End');
      await page.keyboard.insertText('（云政发[2025]3号）');
      await page.locator('.markers-panel-container .monaco-list-row', { hasText: 'document-number' }).waitFor();
    },
  ],
  [
    'the file is saved as it was written',
    async ({ page, file }) => {
      await page.keyboard.press('Control+S');
      const saved = () => fs.readFileSync(file, 'utf8');
      for (let attempt = 0; attempt < 100 && !saved().startsWith('---'); attempt++) await page.waitForTimeout(100);
      assert.match(saved(), /^---\nplan: rectification-plan\n---\n\n# 云岭县/);
      assert.match(saved(), /云消发〔2026〕6号/);
      assert.match(saved(), /## 五、报送要求\n\n1\. 2026年4月10日前，各单位报送/);
      assert.match(saved(), /责任单位：保管科；责任人：林知远；完成时限：2026年5月20日前）$/m);
      assert.match(saved(), /副馆长贺清扬任副组长[\s\S]+由贺清扬兼任办公室主任/);
    },
  ],
  ...timelineSteps({ command: showTimeline, runCommand, picture }),
  ...ledgerSteps({
    command: updateFromLedger,
    cli: path.join(repository, 'dist/cli.js'),
    web: options.web,
    runCommand,
    picture,
  }),
  [
    'a new plan is asked for and opened with its blanks',
    async ({ page }) => {
      await runCommand(page, newPlan);
      const input = page.locator('.quick-input-widget input');
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'edu-campaign' }).click();
      for (const answer of [
        '云岭县档案馆',
        '档案安全学习教育活动',
        '2026-03-02',
        '2026-08-28',
        '《关于开展学习教育活动的意见》（云委发〔2026〕5号）',
      ]) {
        await page.waitForTimeout(300);
        await input.fill(answer);
        await page.keyboard.press('Enter');
      }
      const untitled = page.locator('.monaco-editor[data-uri^="untitled:"]').first();
      await untitled.locator('.view-line', { hasText: '云岭县档案馆档案安全学习教育活动实施方案' }).waitFor();
      await picture(page, 'new-plan');
      await untitled.locator('.view-line', { hasText: '云委发〔2026〕5号' }).waitFor();
    },
  ],
  ...walkthroughSteps({ web: options.web, runCommand, picture }),
  [
    'duties over all plans are listed, those that press first, and lead to their places',
    async ({ page }) => {
      await runCommand(page, showDuties);
      const rows = page.locator('.pane-body .monaco-list-row');
      await rows.filter({ hasText: '已逾期' }).first().waitFor();
      const duty = rows.filter({ hasText: '更换烟感探测器' }).first();
      await duty.waitFor();
      // While the views beside it are still being filled, entries move under the pointer.
      await settled(rows);
      const label = (await duty.getAttribute('aria-label')) ?? '';
      assert.match(label, /已逾期.+保管科.+整改落实方案/, 'a screen reader is not told all of it');
      await duty.click();
      await page.locator('.monaco-editor .view-line', { hasText: '更换烟感探测器' }).first().waitFor();
      await picture(page, 'duties');
    },
  ],
  [
    'all plans are checked without being opened, and those with problems are listed',
    async ({ page }) => {
      await runCommand(page, checkWorkspace);
      const rows = page.locator('.pane-body .monaco-list-row');
      // Nobody has opened this one.
      const file = rows.filter({ hasText: '读书月活动' }).first();
      await file.waitFor();
      await settled(rows);
      await file.click();
      await rows.filter({ hasText: 'invalid-date' }).first().waitFor();
      await picture(page, 'checked');
    },
  ],
  ...contrastSteps({ command: showTimeline, runCommand, picture }),
  ...importSteps({ web: options.web, picture }),
];

/**
 * Waits until entries of lists have neither changed nor moved for a second, as a reader does before clicking.
 * @param {import('playwright-core').Locator} rows
 */
async function settled(rows) {
  const look = () =>
    rows.evaluateAll((all) => all.map((row) => `${row.textContent} ${row.getBoundingClientRect().top}`).join('\n'));
  let before = '';
  let same = 0;
  for (let looks = 0; looks < 150; looks++) {
    const now = await look();
    same = now === before ? same + 1 : 0;
    if (same === 5) return;
    before = now;
    await rows.page().waitForTimeout(200);
  }
  throw new Error('the entries of the lists do not come to rest');
}

/** @returns {Promise<{ passed: string[], failed: string[] }>} */
async function sitDown() {
  const home = makeHome({
    locale,
    settings: { 'editor.fontSize': 15, 'workbench.colorTheme': 'Default Light Modern', 'fangan.asOf': '2026-06-01' },
  });
  const workspace = copyWorkspace();
  const file = path.join(workspace.folder, '整改方案.md');
  await addWordFile(workspace.folder);
  if (options.vsix) installExtension(home, path.resolve(options.vsix));
  const server = await startServer(home, { forTests: !options.vsix, locale });
  const browser = await launchBrowser();
  /** @type {string[]} */
  const passed = [];
  /** @type {string[]} */
  const failed = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
    page.setDefaultTimeout(30_000);
    /** @type {string[]} */
    const scripts = [];
    page.context().on('request', (request) => scripts.push(path.basename(new URL(request.url()).pathname)));
    if (options.web) await hostExtension(page.context(), server.host, repository);
    /** @type {[string, string][]} */
    const development =
      options.vsix || options.web ? [] : [['extensionDevelopmentPath', remoteUri(server.host, repository)]];
    await page.goto(
      windowAddress(server.host, workspace.folder, [
        ...development,
        ['skipWelcome', 'true'],
        ['openFile', remoteUri(server.host, file)],
      ]),
    );
    const editor = page.locator('.monaco-editor[data-uri$=".md"]').first();
    await editor.locator('.view-lines').click({ timeout: 60_000 });
    // To click into the middle of all lines the browser may have scrolled the text out of sight.
    await page.keyboard.press('Control+Home');
    const chosen = steps.filter(([name], at) => at === 0 || options.only === undefined || name.includes(options.only));
    for (const [name, step] of chosen) {
      try {
        await step({ page, file, editor, scripts, home: home.folder });
        passed.push(name);
        console.log(`✔ ${name}`);
      } catch (error) {
        failed.push(name);
        console.error(`✘ ${name}: ${error instanceof Error ? error.message : error}`);
        // Without a browser there is nothing more to see; the steps that follow fail as well, and say so.
        if (page.isClosed()) continue;
        await picture(page, `failed-${failed.length}`);
        await page.keyboard.press('Escape');
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    home.remove();
    workspace.remove();
  }
  return { passed, failed };
}

installEditor();
if (!options.vsix) buildExtension();
fs.mkdirSync(output, { recursive: true });
const results = await sitDown();
if (options.results) fs.writeFileSync(options.results, JSON.stringify(results));
if (options.pictures) {
  fs.mkdirSync(path.join(repository, 'docs', 'images'), { recursive: true });
  fs.copyFileSync(path.join(output, 'fixes.png'), path.join(repository, 'docs', 'images', 'editor.png'));
  fs.copyFileSync(path.join(output, 'timeline.png'), path.join(repository, 'docs', 'images', 'timeline.png'));
}
if (results.failed.length > 0) process.exitCode = 1;
