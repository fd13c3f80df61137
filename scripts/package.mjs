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
import JSZip from 'jszip';

const largest = 3_000_000;
/** More rounds of zopfli take longer and save next to nothing. */
const ITERATIONS = 3;
/** Marks of a file and of its entry in the directory, the latter with the version that made it. */
const LOCAL = Buffer.from([0x50, 0x4b, 3, 4]);
const CENTRAL = Buffer.from([0x50, 0x4b, 1, 2, 20, 0]);
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
 * @param {Buffer} archive
 */
async function packedTighter(archive) {
  const { files: entries } = await JSZip.loadAsync(archive);
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const entry of Object.values(entries).filter(({ dir }) => !dir)) {
    const plain = await entry.async('nodebuffer');
    const packed = Buffer.from(await zopfli.deflateAsync(plain, { numiterations: ITERATIONS }));
    const name = Buffer.from(entry.name, 'utf8');
    const header = headerOf(plain, packed, name, entry.date);
    parts.push(Buffer.concat([LOCAL, header, name]), packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([CENTRAL, header, place, name]));
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/**
 * What the local header of a file and its entry in the directory have in common (PKWARE APPNOTE 4.3.7, 4.3.12).
 * @param {Buffer} plain
 * @param {Buffer} packed
 * @param {Buffer} name
 * @param {Date} date
 */
function headerOf(plain, packed, name, date) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0); // the version that is needed: deflate
  header.writeUInt16LE(0x0800, 2); // the name is UTF-8
  header.writeUInt16LE(8, 4); // deflate
  header.writeUInt16LE((date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1), 6);
  header.writeUInt16LE(((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(), 8);
  header.writeUInt32LE(crc32(plain), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(plain.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}
