// @ts-check
// node scripts/editor/install.mjs
// Installs a real VS Code that runs in the browser: Debian packages (as root, only what is missing) and npm packages.
// About two minutes on an empty machine, nothing to do on a second run, no other source than those two registries.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {
  codeServerHome,
  codeServerVersion,
  editorHome,
  nodeBinary,
  nodeHome,
  nodePackage,
  nodeVersion,
  readyMark,
} from './places.mjs';

/** make, g++ and python3 compile two native modules of VS Code; neovim and emacs are other clients of the editor tests. */
const debianPackages = ['chromium', 'fonts-noto-cjk', 'neovim', 'emacs-nox', 'make', 'g++', 'python3'];
/** From version 29 on Emacs has it of its own, and Debian no longer knows the package. */
const eglot = 'elpa-eglot';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${result.status}`);
}

/** @param {string} name */
function isInstalled(name) {
  const answer = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.includes('install ok installed');
}

/** Whether an Emacs that is there has its language client. */
function hasEglot() {
  const words = ['--batch', '--eval', '(kill-emacs (if (locate-library "eglot") 0 1))'];
  return isInstalled(eglot) || spawnSync('emacs', words).status === 0;
}

function installDebianPackages() {
  installMissing(debianPackages.filter((name) => !isInstalled(name)));
  if (!hasEglot()) installMissing([eglot]);
}

/** @param {string[]} missing */
function installMissing(missing) {
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) throw new Error(`please install these packages first: ${missing.join(' ')}`);
  console.log(`Debian packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-qqy', '--no-install-recommends', ...missing], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** node-gyp would otherwise look for headers on the network, or take those of the Node that runs this script. */
const underNode24 = () => ({
  ...process.env,
  PATH: `${path.dirname(nodeBinary)}:${process.env.PATH}`,
  npm_config_nodedir: nodeHome,
});

const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * @param {string} folder a folder of its own under the editor's home
 * @param {string} specifier
 * @param {NodeJS.ProcessEnv} env
 */
function installAlone(folder, specifier, env) {
  const prefix = path.join(editorHome, folder);
  fs.mkdirSync(prefix, { recursive: true });
  fs.writeFileSync(path.join(prefix, 'package.json'), '{"private":true}\n');
  console.log(`npm package: ${specifier}`);
  run('npm', ['install', '--prefix', prefix, ...npmFlags, specifier], { cwd: prefix, env });
}

function installCodeServer() {
  installAlone('node', `${nodePackage}@${nodeVersion}`, process.env);
  const env = underNode24();
  installAlone('code-server', `code-server@${codeServerVersion}`, env);
  // The package holds VS Code without its dependencies; its own postinstall would compile far more than is needed.
  const vscode = path.join(codeServerHome, 'lib', 'vscode');
  run('npm', ['install', '--omit=dev', ...npmFlags], { cwd: vscode, env });
  run('npm', ['install', '--omit=dev', ...npmFlags], { cwd: path.join(vscode, 'extensions'), env });
  run('npm', ['rebuild', '--loglevel=error', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: vscode, env });
  for (const unused of [
    'extensions/copilot',
    'extensions/mermaid-markdown-features',
    'node_modules/@vscode/sqlite3/deps',
  ])
    fs.rmSync(path.join(vscode, unused), { recursive: true, force: true });
}

export function installEditor() {
  if (process.platform !== 'linux') throw new Error('the browser VS Code of the tests is set up for Linux only');
  installDebianPackages();
  if (fs.existsSync(readyMark)) return;
  installCodeServer();
  fs.writeFileSync(readyMark, '');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const start = Date.now();
  installEditor();
  console.log(`VS Code in the browser is ready (${Math.round((Date.now() - start) / 1000)} s): ${editorHome}`);
}
