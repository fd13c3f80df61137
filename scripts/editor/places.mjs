// @ts-check
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** code-server 4.139.1 carries VS Code 1.139.1 and refuses every Node but 24; both come from the npm registry. */
export const codeServerVersion = '4.139.1';
export const nodeVersion = '24.21.0';

/** The folder of this checkout. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Where the browser VS Code is installed, outside every checkout so that clones share it.
 * `FANGAN_EDITOR_HOME` overrides it.
 */
export const editorHome =
  process.env.FANGAN_EDITOR_HOME ??
  path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'fangan-editor');

const arch = process.arch === 'arm64' ? 'arm64' : 'x64';

/** The npm package that holds the Node binary and its headers. */
export const nodePackage = `node-linux-${arch}`;
export const nodeHome = path.join(editorHome, 'node', 'node_modules', nodePackage);
export const nodeBinary = path.join(nodeHome, 'bin', 'node');
export const codeServerHome = path.join(editorHome, 'code-server', 'node_modules', 'code-server');
export const codeServerEntry = path.join(codeServerHome, 'out', 'node', 'entry.js');

/** Written last, so that an interrupted installation is done again. */
export const readyMark = path.join(editorHome, `ready-${codeServerVersion}-${nodeVersion}`);

/** Debian's Chromium, unless `CHROMIUM` names another one. */
export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Screenshots and logs of editor runs. */
export const output = path.join(repository, 'out', 'editor');
