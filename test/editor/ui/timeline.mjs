// @ts-check
// The timeline beside a plan: it opens, bars and text follow each other, ends are dragged and moved by keys.
import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {{ page: Page, editor: Locator }} Desk */
/**
 * @typedef {object} Help
 * @property {string} command title of the command in the palette
 * @property {(page: Page, command: string) => Promise<void>} runCommand
 * @property {(page: Page, name: string) => Promise<unknown>} picture
 */

/** @param {Page} page the page inside of the two frames that VS Code puts around it */
const viewOf = (page) => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/** @param {Page} page @param {string} label */
const barOf = (page, label) => viewOf(page).locator(`.item.bar.stage[aria-label^="${label}"]`);

/**
 * Waits until something holds; a picture that is drawn anew throws its elements away, so that it is asked for each time.
 * @param {Page} page
 * @param {() => Promise<boolean>} holds
 * @param {() => Promise<string> | string} message
 */
async function until(page, holds, message) {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await holds().catch(() => false)) return;
    await page.waitForTimeout(200);
  }
  assert.fail(await message());
}

/** @param {Page} page @param {string} part @param {string} key */
async function closePart(page, part, key) {
  if (await page.locator(`.part.${part}`).isVisible()) await page.keyboard.press(key);
}

/** Behind a date the editor may show a hint, so that what follows it in the text is not asked for. @param {Locator} editor @param {string} words */
const lineWith = (editor, words) => editor.locator('.view-line', { hasText: words }).first();

/**
 * Puts the cursor into a line, wherever the editor has been scrolled to: lines out of sight are not on the page.
 * @param {Page} page @param {Locator} editor @param {string} words
 */
async function enter(page, editor, words) {
  await editor.locator('.view-lines').click();
  await page.keyboard.press('Control+Home');
  const line = lineWith(editor, words);
  for (let pages = 0; pages < 12; pages++) {
    if (await line.isVisible()) break;
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(300);
  }
  await line.click();
}

/**
 * A click on a bar takes the keyboard into the text, behind the click: what asks for the keyboard has to wait until the
 * date is selected, so that what is typed would take its place. Nothing may be selected before.
 * @param {Page} page @param {string} name
 */
async function clickBar(page, name) {
  await barOf(page, name).click();
  await page
    .locator('.statusbar-item', { hasText: /已选择 \d+|selected/ })
    .first()
    .waitFor();
}

/**
 * @param {Help} help
 * @returns {[string, (desk: Desk) => Promise<void>][]}
 */
export function timelineSteps({ command, runCommand, picture }) {
  return [
    [
      'the timeline opens beside the plan, with a bar for each stage',
      async ({ page, editor }) => {
        await editor.locator('.view-lines').click();
        await closePart(page, 'panel', 'Control+J');
        await closePart(page, 'sidebar', 'Control+B');
        await enter(page, editor, '自查摸底阶段');
        await runCommand(page, command);
        await barOf(page, '巩固提高').waitFor();
        const labels = await viewOf(page)
          .locator('.item')
          .evaluateAll((all) => all.map((item) => item.getAttribute('aria-label') ?? ''));
        assert.ok(
          labels.some((label) => label.startsWith('自查摸底：2026年4月1日至20日')),
          labels.join('\n'),
        );
        assert.ok(
          labels.some((label) => /清运旧档案架.*缺/.test(label)),
          labels.join('\n'),
        );
        assert.equal(await page.locator('.editor-group-container').count(), 2);
        // Colours come from the theme, not from a style sheet that was not let in.
        const fill = await barOf(page, '自查摸底')
          .locator('.solid')
          .first()
          .evaluate((part) => part.ownerDocument.defaultView?.getComputedStyle(part).fill);
        assert.notEqual(fill, 'rgb(0, 0, 0)');
        await picture(page, 'timeline');
      },
    ],
    [
      'timeline: the bar of the text in which the cursor stands is marked',
      async ({ page, editor }) => {
        await enter(page, editor, '整改落实阶段');
        await viewOf(page).locator('.item.marked[aria-label^="整改落实"]').waitFor();
        await enter(page, editor, '巩固提高阶段');
        await viewOf(page).locator('.item.marked[aria-label^="巩固提高"]').waitFor();
        // In front of the marks of a heading too.
        await enter(page, editor, '整改落实阶段');
        await page.keyboard.press('Home');
        await viewOf(page).locator('.item.marked[aria-label^="整改落实"]').waitFor();
      },
    ],
    [
      'timeline: asked for where it is seen, it takes the keyboard',
      async ({ page }) => {
        await runCommand(page, command);
        const view = viewOf(page);
        await view.locator('.item:focus').waitFor();
        const before = await view.locator('.item:focus').getAttribute('aria-label');
        await page.keyboard.press('ArrowUp');
        await view.locator(`.item:focus:not([aria-label="${before}"])`).waitFor();
      },
    ],
    [
      'timeline: a click on a bar goes to its date in the text',
      async ({ page, editor }) => {
        await clickBar(page, '整改落实');
        const line = lineWith(editor, '整改落实阶段（2026年4月21日');
        await line.waitFor();
        const number = await page
          .locator('.statusbar-item', { hasText: /(?:Ln|行) \d/ })
          .first()
          .textContent();
        await line.click();
        await page
          .locator('.statusbar-item', { hasText: new RegExp(`${/(?:Ln|行) \d+/.exec(number ?? '')?.[0]}\\D`) })
          .first()
          .waitFor();
      },
    ],
    [
      'timeline: keys walk from bar to bar and move an end by days; undo takes it back',
      async ({ page, editor }) => {
        await clickBar(page, '自查摸底');
        await barOf(page, '自查摸底').focus();
        await page.keyboard.press('ArrowDown');
        const reached = () => viewOf(page).locator('.item:focus').getAttribute('aria-label', { timeout: 1000 });
        await until(
          page,
          async () => !(await reached())?.startsWith('自查摸底'),
          () => 'the focus stayed where it was',
        );
        await page.keyboard.press('ArrowUp');
        await until(
          page,
          async () => (await reached())?.startsWith('自查摸底') === true,
          () => 'the focus did not come back',
        );
        await page.keyboard.press('+');
        await page.keyboard.press('+');
        await lineWith(editor, '自查摸底阶段（2026年4月1日至4月22日').waitFor();
        await barOf(page, '自查摸底：2026年4月1日至22日').waitFor();
        await page.keyboard.press('Alt+Shift+ArrowRight');
        await lineWith(editor, '自查摸底阶段（2026年4月2日至4月22日').waitFor();
        await until(
          page,
          async () => {
            if (await lineWith(editor, '自查摸底阶段（2026年4月1日至4月20日').isVisible()) return true;
            await barOf(page, '自查摸底').focus();
            await page.keyboard.press('Control+Z');
            await page.waitForTimeout(500);
            return false;
          },
          () => 'undo did not bring the text back',
        );
        await barOf(page, '自查摸底：2026年4月1日至20日').waitFor();
      },
    ],
    [
      'timeline: dragging an end writes the new date, as one step that undo takes back',
      async ({ page, editor }) => {
        const handle = barOf(page, '整改落实').locator('.handle[data-end="end"]');
        const box = await handle.boundingBox();
        assert.ok(box, 'the bar has no handle');
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
        for (let step = 1; step <= 8; step++) await page.mouse.move(x + step * 4, y);
        await viewOf(page).locator('.ghost text').waitFor();
        await picture(page, 'timeline-drag');
        const shown = (await viewOf(page).locator('.ghost text').textContent()) ?? '';
        assert.match(shown, /^6月(?:1[6-9]|2\d|30)日$|^7月\d+日$/);
        await page.mouse.up();
        await lineWith(editor, `整改落实阶段（2026年4月21日至${shown}`).waitFor();
        await barOf(page, `整改落实：2026年4月21日至${shown}`).waitFor();
        await picture(page, 'timeline-dragged');
        await enter(page, editor, '整改落实阶段');
        await page.keyboard.press('Control+Z');
        await lineWith(editor, '整改落实阶段（2026年4月21日至6月15日').waitFor();
        await barOf(page, '整改落实：2026年4月21日至6月15日').waitFor();
      },
    ],
    [
      'the timeline follows the text while it is typed, and is there as a table',
      async ({ page, editor }) => {
        await enter(page, editor, '巩固提高阶段');
        await page.keyboard.press('End');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Backspace');
        await page.keyboard.insertText('5');
        await lineWith(editor, '至6月35日').waitFor();
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Backspace');
        await page.keyboard.insertText('25');
        await barOf(page, '巩固提高：2026年6月16日至25日').waitFor();
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Backspace');
        await page.keyboard.insertText('30');
        await barOf(page, '巩固提高：2026年6月16日至30日').waitFor();
        await viewOf(page).locator('#summary').click();
        const row = viewOf(page).locator('#tables tr', { hasText: '清运旧档案架' });
        await row.waitFor();
        assert.match((await row.textContent()) ?? '', /缺时限/);
        await row.scrollIntoViewIfNeeded();
        await picture(page, 'timeline-table');
        await row.locator('button').click();
        await until(
          page,
          async () => (await page.locator('.monaco-editor.focused').count()) > 0,
          () => 'the text was not reached from the table',
        );
        // What comes next has the window to itself again.
        await page.locator('.tab', { hasText: /时间轴|Timeline/ }).click({ button: 'middle' });
        await page.locator('iframe.webview').waitFor({ state: 'detached' });
      },
    ],
  ];
}
