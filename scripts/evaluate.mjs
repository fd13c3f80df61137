// @ts-check
// node scripts/evaluate.mjs
// Holds what is read from real plans, kept beside this checkout in ../shared, against what people marked in them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const cwd = path.resolve(import.meta.dirname, '..');
const judge = '../shared/evaluate/evaluate.mjs';
const collections = [
  ['../shared/seeds', '../shared/evaluate/seeds-labels'],
  ['../shared/evaluate/docs', '../shared/evaluate/docs-labels'],
];

if (!fs.existsSync(path.join(cwd, judge))) {
  console.error(`${judge} is not there: the marked plans are not part of this repository`);
  process.exit(2);
}
for (const [docs = '', labels = ''] of collections) {
  console.log(docs);
  const words = [judge, '--docs', docs, '--labels', labels, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, words, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
