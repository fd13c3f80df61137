// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { chromium } from 'playwright-core';
import { chromium as chromiumBinary, output } from './places.mjs';

/** A browser that can reach nothing but the VS Code on this machine. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: chromiumBinary,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      // A container's /dev/shm may be too small for it.
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      // A page that a test has changed on its way counts as foreign, and could not speak to this machine otherwise.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
}

/**
 * @param {string} host
 * @param {string} file absolute path
 */
export const remoteUri = (host, file) => `vscode-remote://${host}${encodeURI(file)}`;

/**
 * @param {string} host
 * @param {string} folder absolute path of the folder to open
 * @param {[string, string][]} payload what the window is told
 */
export const windowAddress = (host, folder, payload) =>
  `http://${host}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;

/**
 * Runs a test suite inside the extension host of a VS Code window.
 * @param {object} run
 * @param {string} run.host
 * @param {string} run.folder the workspace
 * @param {string} run.extension absolute path of the extension under development
 * @param {string} run.suite absolute path of the module whose `run()` runs the tests
 * @param {Record<string, string>} [run.environment] of the extension host
 * @param {number} [run.timeout] milliseconds
 * @param {(line: string) => void} run.onLine told every line of the window's log
 * @returns {Promise<number>} 0 where the suite passed; 124 where it took too long
 */
export async function runSuite({ host, folder, extension, suite, environment = {}, timeout = 480_000, onLine }) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    /** @type {(code: number) => void} */
    let end = () => {};
    /** @type {Promise<number>} */
    const ended = new Promise((resolve) => {
      end = resolve;
    });
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ words) =>
      onLine(util.format(...words)),
    );
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => end(code));
    page.on('crash', () => end(70));
    const timer = setTimeout(() => end(124), timeout);
    await page.goto(
      windowAddress(host, folder, [
        ['extensionDevelopmentPath', remoteUri(host, extension)],
        ['extensionTestsPath', remoteUri(host, suite)],
        ['extensionEnvironment', JSON.stringify(environment)],
        ['skipWelcome', 'true'],
      ]),
    );
    const code = await ended;
    clearTimeout(timer);
    if (code !== 0) {
      fs.mkdirSync(output, { recursive: true });
      await page.screenshot({ path: path.join(output, 'failed.png') });
    }
    return code;
  } finally {
    await browser.close();
  }
}
