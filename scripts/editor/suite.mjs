// @ts-check
// What the ways of trying the extension in an editor share: a fresh build, the suite as one file, a workspace to write in.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { repository } from './places.mjs';

/** Bundles the extension of this checkout; what a failed build has left in dist must not be tested. */
export function buildExtension() {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: repository, stdio: 'inherit' });
  if (status !== 0) throw new Error('the extension could not be built');
}

/** @returns {Promise<string>} absolute path of the bundled suite; mocha itself is taken from node_modules */
export async function bundleSuite() {
  const outfile = path.join(repository, 'out', 'editor-suite', 'index.cjs');
  await build({
    entryPoints: [path.join(repository, 'test', 'editor', 'suite', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/** @returns {{ folder: string, remove(): void }} a copy of the suite's workspace that may be written to */
export function copyWorkspace() {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'fw-'));
  const folder = path.join(parent, '方案');
  fs.cpSync(path.join(repository, 'test', 'editor', 'workspace'), folder, { recursive: true });
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true }) };
}
