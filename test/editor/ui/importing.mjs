// @ts-check
// An author imports a Word file in a real VS Code: from the Explorer, and by dropping it onto a plan.
import fs from 'node:fs';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ page: Page, file: string }} Desk */

const wordName = '防汛.docx';

/** @param {string} file a plan of the workspace; the Word file stands beside it */
async function writeWordFile(file) {
  const children = ['云台镇防汛工作方案', '为做好防汛工作，制定本方案。', '一、工作目标', '全镇安全度汛。'];
  const document = new Document({ sections: [{ children: children.map((text) => new Paragraph(text)) }] });
  fs.writeFileSync(path.join(path.dirname(file), wordName), await Packer.toBuffer(document));
}

/** @param {Page} page the row of the Word file in the Explorer */
async function wordRow(page) {
  await page.keyboard.press('Control+Shift+E');
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: wordName });
  await row.waitFor();
  return row;
}

/**
 * @param {{ web: boolean, picture: (page: Page, name: string) => Promise<unknown> }} desk
 * @returns {[string, (desk: Desk) => Promise<void>][]}
 */
export function importSteps({ web, picture }) {
  return [
    [
      'a Word file becomes a plan from the menu of the Explorer',
      async ({ page, file }) => {
        await writeWordFile(file);
        const row = await wordRow(page);
        await row.click({ button: 'right' });
        const entry = page.locator('.monaco-menu .action-item', { hasText: /导入 Word|Import Word/ }).first();
        await entry.waitFor();
        await picture(page, 'import-menu');
        await entry.click();
        if (web) {
          // Without a machine behind it there is one clear sentence, and no file.
          await page.locator('.notification-list-item', { hasText: '需要桌面版' }).waitFor();
          return;
        }
        const imported = page
          .locator('.monaco-editor[data-uri$=".md"]')
          .filter({ hasText: '云台镇防汛工作方案' })
          .first();
        await imported.locator('.view-line', { hasText: '## 一、工作目标' }).waitFor();
        await page.locator('.notification-list-item', { hasText: '已导入 防汛.md' }).waitFor();
        await picture(page, 'imported');
      },
    ],
    [
      'a Word file that is dropped onto a plan becomes text there',
      async ({ page }) => {
        if (web) return;
        await page.keyboard.press('Control+N');
        const untitled = page.locator('.monaco-editor[data-uri^="untitled:"]').first();
        await untitled.locator('.view-lines').click();
        // A new document is plain text, which takes drops as well.
        const row = await wordRow(page);
        const from = await row.boundingBox();
        const to = await untitled.locator('.view-lines').boundingBox();
        if (!from || !to) throw new Error('nothing to drag');
        await page.mouse.move(from.x + 40, from.y + from.height / 2);
        await page.mouse.down();
        await page.mouse.move(to.x + 60, to.y + 10, { steps: 8 });
        // Shift drops into the text and not into a tab of its own.
        await page.keyboard.down('Shift');
        await page.mouse.move(to.x + 64, to.y + 12, { steps: 4 });
        await page.mouse.up();
        await page.keyboard.up('Shift');
        const line = untitled.locator('.view-line', { hasText: '# 云台镇防汛工作方案' });
        const widget = page.locator('.post-edit-widget, .monaco-editor .post-drop-widget').first();
        await line.or(widget).first().waitFor();
        await picture(page, 'dropped');
        if (!(await line.isVisible())) {
          // Another extension was asked first: the author chooses ours from the list.
          await widget.click();
          await page.locator('.action-widget .monaco-list-row', { hasText: '导入为方案' }).first().click();
        }
        await line.waitFor();
      },
    ],
  ];
}
