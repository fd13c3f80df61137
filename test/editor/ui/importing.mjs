// @ts-check
// An author imports a Word file in a real VS Code, from the Explorer.
import fs from 'node:fs';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ page: Page }} Desk */

const wordName = '防汛.docx';

/** @param {string} folder the workspace, before it is opened */
export async function addWordFile(folder) {
  fs.writeFileSync(path.join(folder, wordName), await wordBytes());
}

/** @returns {Promise<Uint8Array>} */
function wordBytes() {
  const children = ['云台镇防汛工作方案', '为做好防汛工作，制定本方案。', '一、工作目标', '全镇安全度汛。'];
  const document = new Document({ sections: [{ children: children.map((text) => new Paragraph(text)) }] });
  return Packer.toBuffer(document);
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
      async ({ page }) => {
        const row = await wordRow(page);
        const entry = page.locator('.monaco-menu .action-item', { hasText: /导入 Word|Import Word/ }).first();
        // The list may still grow while it is shown for the first time: the click would meet another row.
        for (let attempt = 0; attempt < 10 && !(await entry.isVisible()); attempt++) {
          await page.keyboard.press('Escape');
          await page.waitForTimeout(500);
          await row.click({ button: 'right' });
          await entry.waitFor({ timeout: 3000 }).catch(() => undefined);
        }
        await entry.waitFor();
        await picture(page, 'import-menu');
        if (web) {
          // Without a machine behind it, Word files are refused; what is said then is tried in the unit tests.
          await page.keyboard.press('Escape');
          return;
        }
        await entry.click();
        const imported = page
          .locator('.monaco-editor[data-uri$=".md"]')
          .filter({ hasText: '云台镇防汛工作方案' })
          .first();
        await imported.locator('.view-line', { hasText: '## 一、工作目标' }).waitFor();
        await picture(page, 'imported');
      },
    ],
    [
      'a Word file that is dropped onto the text becomes text there',
      async ({ page }) => {
        if (web) return;
        const row = await wordRow(page);
        const editor = page.locator('.editor-group-container.active .monaco-editor .view-lines').first();
        const from = await row.boundingBox();
        const to = await editor.boundingBox();
        if (!from || !to) throw new Error('the row or the editor is out of sight');
        await page.mouse.move(from.x + 60, from.y + from.height / 2);
        await page.mouse.down();
        // Without the key the editor would open the file instead of taking what it holds.
        await page.keyboard.down('Shift');
        await page.mouse.move(to.x + 80, to.y + 30, { steps: 12 });
        await page.mouse.move(to.x + 84, to.y + 30, { steps: 4 });
        await page.mouse.up();
        await page.keyboard.up('Shift');
        await editor.locator('.view-line', { hasText: '全镇安全度汛。' }).waitFor();
        await picture(page, 'dropped');
        await page.keyboard.press('Control+Z');
      },
    ],
  ];
}
