// @ts-check
// A ledger that was exported and filled in returns into the plan: what changes is ticked, conflicts stand side by side.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ page: Page, file: string }} Desk */
/**
 * @typedef {object} Help
 * @property {string} command title of the command in the palette
 * @property {string} cli the command line of this build
 * @property {boolean} web the extension runs in the browser, which reads CSV only
 * @property {(page: Page, command: string) => Promise<void>} runCommand
 * @property {(page: Page, name: string) => Promise<unknown>} picture
 */

const exported = `# 青湾镇农贸市场环境整治方案

为改善农贸市场环境，从2026年3月2日到5月10日开展环境整治，制定本方案。

## 一、整改台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 责任人 | 完成时限 | 状态 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 排水不畅 | 更换管道60米 | 市场服务中心 | 孙雅琴 | 2026年4月30日前 | 进行中 |
| 2 | 车辆乱停 | 施划车位40个 | 综合执法队 | 龙海 | 2026年4月10日前 | 未开始 |
`;

/**
 * Exports the plan, fills the ledger in, and goes on with the plan meanwhile.
 * @param {string} folder @param {string} cli @param {boolean} web
 * @returns {Promise<string>} the ledger
 */
async function fillIn(folder, cli, web) {
  const plan = path.join(folder, '集市整治方案.md');
  const ledger = path.join(folder, web ? '台账.csv' : '台账.xlsx');
  fs.writeFileSync(plan, exported);
  execFileSync(process.execPath, [cli, 'export', plan, '--to', web ? 'csv' : 'xlsx', '-o', ledger, '--force']);
  if (web) {
    const csv = fs.readFileSync(ledger, 'utf8');
    fs.writeFileSync(ledger, csv.replace('前,进行中,', '前,已完成,').replace('前,未开始,', '前,进行中,'));
  } else {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(ledger);
    const [sheet] = book.worksheets;
    assert.ok(sheet);
    sheet.getCell('G3').value = '已完成';
    sheet.getCell('G4').value = '进行中';
    await book.xlsx.writeFile(ledger);
  }
  fs.writeFileSync(plan, exported.replace('| 进行中 |', '| 基本完成 |'));
  return ledger;
}

/**
 * @param {Help} help
 * @returns {[string, (desk: Desk) => Promise<void>][]}
 */
export function ledgerSteps({ command, cli, web, runCommand, picture }) {
  return [
    [
      'a ledger that was filled in returns into the plan, its conflict shown with both sides',
      async ({ page, file }) => {
        const ledger = await fillIn(path.dirname(file), cli, web);
        const input = page.locator('.quick-input-widget input[type="text"]').first();
        await page.keyboard.press('Control+P');
        await input.fill('集市整治方案');
        await page.locator('.quick-input-widget .monaco-list-row', { hasText: '集市整治方案.md' }).first().click();
        const editor = page.locator('.monaco-editor[data-uri*="%E9%9B%86%E5%B8%82"]').first();
        await editor.locator('.view-line', { hasText: '车辆乱停' }).first().waitFor();
        await editor.locator('.view-line', { hasText: '车辆乱停' }).first().click();
        await runCommand(page, command);
        // The dialog of a remote VS Code is a line in which the path is typed.
        await page.waitForTimeout(1500);
        await input.fill(ledger);
        await page.waitForTimeout(1000);
        await page.keyboard.press('Enter');
        const rows = page.locator('.quick-input-widget .monaco-list-row');
        await rows.filter({ hasText: '车辆乱停' }).first().waitFor();
        const conflict = (await rows.filter({ hasText: '排水不畅' }).first().textContent()) ?? '';
        assert.match(conflict, /方案：基本完成/);
        assert.match(conflict, /台账：已完成/);
        const boxes = await rows
          .locator('.monaco-checkbox, input[type="checkbox"]')
          .evaluateAll((all) =>
            all.map((box) => box.getAttribute('aria-checked') ?? String(/** @type {any} */ (box).checked)),
          );
        assert.deepEqual(boxes.slice(0, 2), ['false', 'true']);
        await picture(page, 'ledger');
        await page.keyboard.press('Enter');
        const row = editor.locator('.view-line', { hasText: '车辆乱停' }).first();
        await row.filter({ hasText: '进行中' }).waitFor();
        await editor.locator('.view-line', { hasText: '排水不畅' }).first().filter({ hasText: '基本完成' }).waitFor();
        // All of it is one step to undo.
        await row.click();
        await page.keyboard.press('Control+Z');
        await row.filter({ hasText: '未开始' }).waitFor();
        await page.keyboard.press('Control+S');
        await page.keyboard.press('Control+F4');
      },
    ],
  ];
}
