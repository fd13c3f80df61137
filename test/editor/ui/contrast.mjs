// @ts-check
// The timeline and the views beside it in the high-contrast themes: everything is outlined and readable there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ page: Page, file: string }} Desk */
/**
 * @typedef {object} Help
 * @property {string} command title of the command that shows the timeline
 * @property {(page: Page, command: string) => Promise<void>} runCommand
 * @property {(page: Page, name: string) => Promise<unknown>} picture
 */

const themes = [
  { theme: 'Default High Contrast', kind: 'vscode-high-contrast', name: 'contrast-dark' },
  { theme: 'Default High Contrast Light', kind: 'vscode-high-contrast-light', name: 'contrast-light' },
];

/** @param {Page} page */
const viewOf = (page) => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/**
 * How the parts of the page are painted.
 * @param {Page} page
 */
const painted = (page) =>
  viewOf(page)
    .locator('body')
    .evaluate((body) => {
      const view = body.ownerDocument.defaultView;
      if (!view) throw new Error('the page has no window');
      /** @param {string} colour @returns {number} relative luminance (WCAG 2.2) */
      const luminance = (colour) => {
        const parts = (/\d+(?:\.\d+)?(?:, *\d+(?:\.\d+)?)*/.exec(colour)?.[0] ?? '').split(',').map(Number);
        const [red = 0, green = 0, blue = 0] = parts.map((part) => {
          const share = part / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const paper = luminance(view.getComputedStyle(body).backgroundColor);
      /** @param {string} colour */
      const contrast = (colour) => {
        const ink = luminance(colour);
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      };
      const texts = [...body.querySelectorAll('#picture svg text')].map((text) => ({
        text: text.textContent ?? '',
        contrast: contrast(view.getComputedStyle(text).fill),
      }));
      const solid = [...body.querySelectorAll('#picture .solid')].map((bar) => {
        const { stroke, fill } = view.getComputedStyle(bar);
        return { outline: stroke === 'none' ? 1 : contrast(stroke), fill: contrast(fill) };
      });
      const strips = [...body.querySelectorAll('#picture .strip')].map((strip) => view.getComputedStyle(strip).fill);
      return { texts, solid, strips };
    });

/**
 * @param {Help} help
 * @returns {[string, (desk: Desk) => Promise<void>][]}
 */
export function contrastSteps({ command, runCommand, picture }) {
  return [
    [
      'high contrast: the timeline and the views are outlined and readable in both themes',
      async ({ page, file }) => {
        const settings = path.join(path.dirname(file), '.vscode', 'settings.json');
        fs.mkdirSync(path.dirname(settings), { recursive: true });
        await page.keyboard.press('Control+P');
        await page.locator('.quick-input-widget input[type="text"]').first().fill('整改方案.md');
        await page.locator('.quick-input-widget .monaco-list-row', { hasText: '整改方案.md' }).first().click();
        await page.locator('.monaco-editor .view-line', { hasText: '消防' }).first().waitFor();
        await runCommand(page, command);
        await viewOf(page).locator('.item.bar.stage').first().waitFor();
        try {
          for (const { theme, kind, name } of themes) {
            fs.writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
            await viewOf(page).locator(`body.${kind}`).waitFor();
            await viewOf(page).locator('.item.bar.stage').first().click();
            await viewOf(page).locator('.item.marked, .item:focus').first().waitFor();
            const { texts, solid, strips } = await painted(page);
            await picture(page, name);
            assert.ok(texts.length > 10 && solid.length > 2, 'the picture is empty');
            for (const one of texts) assert.ok(one.contrast >= 4.5, `${theme}: ${one.text} ${one.contrast}`);
            for (const bar of solid)
              assert.ok(Math.max(bar.outline, bar.fill) >= 3, `${theme}: a bar is not to be seen`);
            for (const fill of strips)
              assert.match(fill, /^none$|transparent|rgba\(.*, 0\)$/, `${theme}: a strip is filled`);
          }
        } finally {
          fs.rmSync(settings);
        }
        await page.locator('.monaco-workbench.vs').first().waitFor();
        await page.locator('.tab', { hasText: /时间轴|Timeline/ }).click({ button: 'middle' });
        await page.locator('iframe.webview').waitFor({ state: 'detached' });
      },
    ],
  ];
}
