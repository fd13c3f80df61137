// @ts-check
// node scripts/package.mjs [--out FILE]
// Makes the VSIX, and refuses one that carries node_modules, lacks an entry point or is too large.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { crc32 } from 'node:zlib';
import zopfli from '@gfx/zopfli';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { unzipSync, Zip } from 'fflate';

const largest = 3_000_000;
/** More rounds of zopfli take longer and save next to nothing. */
const ITERATIONS = 3;
/** The number of the method in an archive (PKWARE APPNOTE 4.4.5). */
const DEFLATE = 8;
const cwd = path.resolve(import.meta.dirname, '..');
const { version, main, browser } = JSON.parse(fs.readFileSync(path.join(cwd, 'package.json'), 'utf8'));
const { values: options } = parseArgs({ options: { out: { type: 'string', default: `fangan-${version}.vsix` } } });
const packagePath = path.resolve(cwd, options.out);

// What an earlier build for development left behind, source maps above all, must not get in.
fs.rmSync(path.join(cwd, 'dist'), { recursive: true, force: true });
const built = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { cwd, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const files = await listFiles({ cwd, packageManager: PackageManager.None });
/** @type {string[]} */
const wrong = files.filter((file) => /(?:^|\/)node_modules\/|\.map$|\.ts$|(?:^|\/)\.env/.test(file));
const bundles = [
  main,
  browser,
  './dist/cli.js',
  './dist/server.cjs',
  './dist/server.js',
  './dist/server.web.js',
  './dist/office.js',
  './dist/server.worker.js',
  './dist/timeline.js',
  './dist/timeline.css',
];
for (const needed of [...bundles, './LICENSE', './README.md'])
  if (!files.includes(path.posix.normalize(needed))) wrong.push(`missing: ${needed}`);
fs.mkdirSync(path.dirname(packagePath), { recursive: true });
await createVSIX({ cwd, packagePath, dependencies: false });
fs.writeFileSync(packagePath, await packedTighter(fs.readFileSync(packagePath)));
const { size } = fs.statSync(packagePath);
if (size > largest) wrong.push(`${size} bytes are more than ${largest}`);
for (const sentence of wrong) console.error(`wrong in the package: ${sentence}`);
console.log(`${path.relative(cwd, packagePath)}: ${files.length} files, ${Math.round(size / 1000)} kB`);
if (wrong.length > 0) process.exitCode = 1;

/**
 * The same archive, smaller: zopfli packs what every unzip reads one twentieth tighter than zlib, and the package has little room.
 * @param {Uint8Array} archive
 */
async function packedTighter(archive) {
  /** @type {Uint8Array[]} */
  const parts = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [filename, plain] of Object.entries(unzipSync(archive))) {
    const packed = new Uint8Array(await zopfli.deflateAsync(plain, { numiterations: ITERATIONS }));
    /** @type {import('fflate').ZipInputFile} */
    const file = { filename, crc: crc32(plain), size: plain.length, compression: DEFLATE };
    zip.add(file);
    file.ondata?.(null, packed, true);
  }
  zip.end();
  return Buffer.concat(parts);
}
