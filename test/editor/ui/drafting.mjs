// @ts-check
// Writing with an input method, renaming, and the walkthrough, in front of the real editor.
import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ page: Page, file: string, editor: import('playwright-core').Locator }} Desk */
/**
 * @typedef {object} Help
 * @property {boolean} web the extension runs in the browser, whose manifest VS Code reads in English only
 * @property {(page: Page, command: string) => Promise<void>} runCommand
 * @property {(page: Page, name: string) => Promise<unknown>} picture
 */

/**
 * An input method as the browser sees one: letters are composed and shown, then words take their place. No key
 * is pressed for any of it.
 * @param {Page} page
 */
async function inputMethod(page) {
  const client = await page.context().newCDPSession(page);
  return {
    /** @param {string} letters what has been typed of the pinyin */
    compose: async (letters) => {
      for (let length = 1; length <= letters.length; length++)
        await client.send('Input.imeSetComposition', {
          text: letters.slice(0, length),
          selectionStart: length,
          selectionEnd: length,
        });
    },
    /** @param {string} words the candidate that is chosen */
    commit: (words) => client.send('Input.insertText', { text: words }),
    end: () => client.detach(),
  };
}

/**
 * The text of the line with some words, without the blanks that the editor draws.
 * @param {import('playwright-core').Locator} editor @param {string} words
 */
async function lineWith(editor, words) {
  const line = editor.locator('.view-line', { hasText: words }).first();
  await line.waitFor();
  return ((await line.textContent()) ?? '').replaceAll('\u00a0', ' ');
}

/** @param {Help} help @returns {[string, (desk: Desk) => Promise<void>][]} */
export function inputMethodSteps({ picture }) {
  return [
    [
      'units, persons and days are completed while an input method composes, and behind what it has composed',
      async ({ page, editor }) => {
        const method = await inputMethod(page);
        const rows = page.locator('.suggest-widget.visible .monaco-list-row');
        // What comes between the lines pushes the last one out of sight.
        await editor.locator('.codelens-decoration', { hasText: '个步骤' }).first().waitFor({ state: 'attached' });
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Enter');
        await method.commit('1. ');
        await method.compose('fucha');
        assert.match(await lineWith(editor, '1. fucha'), /1\. fucha/);
        await method.commit('复查');
        await method.commit('。（责任单位：');
        // Behind a word that was composed: the whole of it is replaced, and none of what stands before.
        await method.compose('bao');
        await method.commit('保');
        await lineWith(editor, '责任单位：保');
        await page.keyboard.press('Control+Space');
        await rows.filter({ hasText: '保管科' }).first().waitFor();
        await picture(page, 'units');
        await rows.filter({ hasText: '保管科' }).first().click();
        assert.match(await lineWith(editor, '1. 复查'), /1\. 复查。（责任单位：保管科[）]?$/);
        // In the middle of a composition: the mouse ends it as it stands, its letters lead to the name by their
        // pinyin, and nothing of them is left.
        await method.commit('；责任人：');
        await rows.filter({ hasText: '林知远' }).first().waitFor();
        await method.compose('lzy');
        await lineWith(editor, '责任人：lzy');
        await picture(page, 'composing');
        await method.commit('lzy');
        await rows.filter({ hasText: '林知远' }).first().click();
        assert.match(await lineWith(editor, '责任人：林知远'), /；责任人：林知远[）]?$/);
        await method.commit('；完成时限：2026年');
        await method.compose('5');
        await method.commit('5');
        await page.keyboard.press('Control+Space');
        await rows.filter({ hasText: '2026年5月20日' }).first().waitFor();
        await picture(page, 'days');
        await rows.filter({ hasText: '2026年5月20日' }).first().click();
        await method.commit('前）');
        const line = await lineWith(editor, '5月20日前）');
        assert.match(line, /1\. 复查。（责任单位：保管科；责任人：林知远；完成时限：2026年5月20日前）/);
        await method.end();
      },
    ],
    [
      'a person is renamed in all places with F2',
      async ({ page, editor }) => {
        await page.keyboard.press('Control+Home');
        const name = editor.locator('.view-line', { hasText: '馆长周明谦' }).first();
        for (let down = 0; down < 60 && !(await name.isVisible()); down++) await page.keyboard.press('PageDown');
        await page.keyboard.press('Control+F');
        const find = page.locator('.find-widget.visible textarea').first();
        await find.fill('何静宜');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Escape');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('F2');
        const input = page.locator('.rename-box input');
        await input.waitFor();
        assert.equal(await input.inputValue(), '何静宜');
        await input.fill('贺清扬');
        await picture(page, 'rename');
        await page.keyboard.press('Enter');
        const line = await lineWith(editor, '副馆长贺清扬');
        assert.match(line, /副馆长贺清扬任副组长/);
        const all = (await editor.locator('.view-lines').textContent()) ?? '';
        assert.ok(all.includes('由贺清扬兼任办公室主任'), 'the second place has kept the old name');
        assert.ok(!all.includes('何静宜'), 'the old name is still there');
        await picture(page, 'renamed');
      },
    ],
  ];
}

/** @param {Help} help @returns {[string, (desk: Desk) => Promise<void>][]} */
export function walkthroughSteps({ web, runCommand, picture }) {
  const title = web ? 'Write a Plan' : '写一份方案';
  const names = web
    ? ['Begin a new plan', 'Fill it in', 'Check and mend it', 'Check by your own rules']
    : ['新建方案', '填空', '检查和修改', '按本单位的要求检查'];
  return [
    [
      'the walkthrough has its steps in the language of the editor, and their buttons do what they say',
      async ({ page }) => {
        await runCommand(page, 'Open Walkthrough');
        const list = page.locator('.quick-input-widget');
        await list.locator('input').fill(title);
        await list.locator('.monaco-list-row.focused', { hasText: title }).first().waitFor();
        await page.keyboard.press('Enter');
        const walkthrough = page.locator('.gettingStartedContainer');
        const steps = walkthrough.locator('.getting-started-step');
        await steps
          .filter({ hasText: names[0] ?? '' })
          .first()
          .waitFor();
        for (const name of names) assert.equal(await steps.filter({ hasText: name }).count(), 1, name);
        await picture(page, 'walkthrough');
        /** @param {string} name @param {string} button */
        const press = async (name, button) => {
          const step = steps.filter({ hasText: name }).first();
          // VS Code goes back to its overview now and then when a list closes: the author opens the walkthrough again.
          await step.click({ timeout: 5000 }).catch(async () => {
            await walkthrough.locator('.getting-started-category', { hasText: title }).first().click();
            await step.click();
          });
          await step.locator('.monaco-button', { hasText: button }).first().click();
        };
        await press(names[0] ?? '', web ? 'New Plan' : '新建方案');
        await list.locator('.monaco-list-row', { hasText: 'edu-campaign' }).first().waitFor();
        await picture(page, 'walkthrough-new');
        await list.locator('input').press('Escape');
        await list.waitFor({ state: 'hidden' });
        await press(names[2] ?? '', web ? 'Show Problems' : '查看问题列表');
        await page.locator('.markers-panel-container').first().waitFor();
        // With no plan in front there is nothing to mend and no kind to choose: the author is told so.
        for (const [name, button] of [
          [names[2], web ? 'Apply All Safe Fixes' : '应用全部安全修正'],
          [names[3], web ? 'Change Kind of Plan' : '更改方案类型'],
        ]) {
          await press(name ?? '', button ?? '');
          await page.locator('[id="status.notifications"]').click();
          const note = page.locator('.notification-list-item', { hasText: /先打开|Open a Markdown/ }).first();
          await note.waitFor();
          await page.locator('.notifications-center .codicon-notifications-clear-all').first().click();
        }
        await page.keyboard.press('Control+W');
      },
    ],
  ];
}
