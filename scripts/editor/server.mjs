// @ts-check
// A real VS Code that listens on this machine only, in a home folder that is thrown away afterwards.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { codeServerEntry, nodeBinary } from './places.mjs';

/** @typedef {{ folder: string, userFolder: string, extensions: string, remove(): void }} Home */

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  // Its overlay swallows clicks on the first lines.
  'editor.stickyScroll.enabled': false,
  // Chinese punctuation is no slip of the keyboard.
  'editor.unicodeHighlight.ambiguousCharacters': false,
};

/**
 * A language is in force only with a language pack, and packs come from the marketplace; this file
 * says that there is one. Texts of extensions appear in the language then, VS Code's own stay English.
 * @param {string} userFolder
 * @param {string} locale
 */
function pretendLanguagePack(userFolder, locale) {
  const translations = path.join(userFolder, `${locale}.json`);
  fs.writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: `fangan-${locale}`,
    extensions: [{ extensionIdentifier: { id: 'fangan.no-such-pack' }, version: '0.0.1' }],
    translations: { vscode: translations },
    label: locale,
  };
  fs.writeFileSync(path.join(userFolder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/**
 * A new home for VS Code. Its path is short on purpose: a socket lies in it (at most 107 bytes).
 * @param {{ settings?: Record<string, unknown>, locale?: string | undefined }} [options]
 * @returns {Home}
 */
export function makeHome({ settings = {}, locale } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fe-'));
  const userFolder = path.join(folder, 'user');
  fs.mkdirSync(path.join(userFolder, 'User'), { recursive: true });
  fs.writeFileSync(path.join(userFolder, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  if (locale) pretendLanguagePack(userFolder, locale);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { folder, userFolder, extensions: path.join(folder, 'extensions'), remove };
}

/** @param {Home} home */
const environment = (home) => ({
  ...process.env,
  HOME: home.folder,
  XDG_CONFIG_HOME: path.join(home.folder, '.config'),
  XDG_DATA_HOME: path.join(home.folder, '.local', 'share'),
  XDG_CACHE_HOME: path.join(home.folder, '.cache'),
  PATH: `${path.dirname(nodeBinary)}:${process.env.PATH}`,
  // No marketplace: nothing here may depend on a third registry.
  EXTENSIONS_GALLERY: '{"serviceUrl":""}',
});

/** @param {Home} home */
const commonArguments = (home) => [
  codeServerEntry,
  '--config',
  '/dev/null',
  '--user-data-dir',
  home.userFolder,
  '--extensions-dir',
  home.extensions,
];

/**
 * @param {Home} home
 * @param {string} vsix path of a packaged extension
 * @returns {string} what is installed afterwards, one `publisher.name@version` a line
 */
export function installExtension(home, vsix) {
  const run = (/** @type {string[]} */ ...args) => {
    const result = spawnSync(nodeBinary, [...commonArguments(home), ...args], {
      env: environment(home),
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`code-server ${args.join(' ')}: ${result.stdout}${result.stderr}`);
    return result.stdout;
  };
  run('--install-extension', vsix);
  return run('--list-extensions', '--show-versions').trim();
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {number | undefined} group @param {NodeJS.Signals} signal */
function signalGroup(group, signal) {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Starts VS Code. `forTests` lets a page run an extension's test suite; without it this is exactly what a user has.
 * @param {Home} home
 * @param {{ forTests?: boolean, locale?: string | undefined, port?: number }} [options]
 * @returns {Promise<{ host: string, stop(): Promise<void> }>} `host` is address and port
 */
export async function startServer(home, { forTests = false, locale, port } = {}) {
  const host = `127.0.0.1:${port ?? (await freePort())}`;
  const logFile = path.join(home.folder, 'server.log');
  const log = fs.openSync(logFile, 'a');
  const child = spawn(
    nodeBinary,
    [
      ...commonArguments(home),
      ...['--bind-addr', host, '--auth', 'none', '--disable-telemetry', '--disable-update-check'],
      ...['--disable-workspace-trust', '--disable-getting-started-override', '--disable-proxy'],
      ...(forTests ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
      ...(locale ? ['--locale', locale] : []),
    ],
    { env: environment(home), stdio: ['ignore', log, log], detached: true },
  );
  fs.closeSync(log);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    signalGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, pause(5000)]);
    signalGroup(child.pid, 'SIGKILL');
  };
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt++) {
    const answered = await fetch(`http://${host}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return { host, stop };
    await pause(100);
  }
  await stop();
  throw new Error(`VS Code did not start: ${fs.readFileSync(logFile, 'utf8')}`);
}
