// @ts-check
// node scripts/editor/open.mjs [FOLDER] [--browser]
// Opens VS Code with the extension of this checkout on examples/: the desktop one where `code` is on the path, else the
// one in the browser, whose address is printed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { remoteUri, windowAddress } from './browser.mjs';
import { installEditor } from './install.mjs';
import { repository } from './places.mjs';
import { makeHome, startServer } from './server.mjs';
import { buildExtension } from './suite.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean', default: false }, port: { type: 'string' } },
});
const folder = path.resolve(positionals[0] ?? path.join(repository, 'examples'));

/** @returns {boolean} whether a desktop VS Code took over */
function openDesktop() {
  const words = ['--new-window', `--extensionDevelopmentPath=${repository}`, folder];
  // On Windows `code` is a batch file, which only a shell starts; paths with blanks need quotes there.
  const isWindows = process.platform === 'win32';
  const answer = isWindows
    ? spawnSync(`code ${words.map((word) => `"${word}"`).join(' ')}`, { shell: true, stdio: 'inherit' })
    : spawnSync('code', words, { stdio: 'inherit' });
  return !answer.error && answer.status === 0;
}

async function openBrowser() {
  installEditor();
  const locale = 'zh-cn';
  const home = makeHome({ locale });
  const server = await startServer(home, {
    forTests: true, // or the window would load no extension from a checkout
    locale,
    ...(options.port ? { port: Number(options.port) } : {}),
  });
  const address = windowAddress(server.host, folder, [
    ['extensionDevelopmentPath', remoteUri(server.host, repository)],
    ['skipWelcome', 'true'],
  ]);
  console.log(`VS Code 已在浏览器中就绪，请打开以下网址（按 Ctrl+C 结束）：\n\n  ${address}\n`);
  console.log('VS Code is ready in the browser; open the address above (Ctrl+C ends it).');
  const end = async () => {
    await server.stop();
    home.remove();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

buildExtension();
if (options.browser || !openDesktop()) await openBrowser();
