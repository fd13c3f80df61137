#!/usr/bin/env node
// @ts-check
// VSCODE_EXECUTABLE=scripts/editor/desktop-stand-in.mjs npm run test:electron
// Takes the place of a desktop VS Code under @vscode/test-electron on a machine without a screen: it understands the
// same arguments and runs the suite in the browser VS Code.
import { runSuite } from './browser.mjs';
import { installEditor } from './install.mjs';
import { makeHome, startServer } from './server.mjs';

const words = process.argv.slice(2);
/** @param {string} name */
const option = (name) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';

installEditor();
const home = makeHome();
const server = await startServer(home, { forTests: true });
try {
  process.exitCode = await runSuite({
    host: server.host,
    folder: words.find((word) => !word.startsWith('-')) ?? home.folder,
    extension: option('extensionDevelopmentPath'),
    suite: option('extensionTestsPath'),
    environment: Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) =>
        name.startsWith('SUITE_') && value ? [[name, value]] : [],
      ),
    ),
    onLine: (line) => console.log(line),
  });
} finally {
  await server.stop();
  home.remove();
}
