// node scripts/bench/bare.mjs DIRECTORY WORKERS: parses every Markdown file below the directory with remark-parse, gfm
// and frontmatter and nothing else, in so many threads: what every tool on this stack pays.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { bare } from './yardstick.mjs';

if (isMainThread) await parseAll(process.argv[2] ?? '.', Number(process.argv[3] ?? 1));
else answer();

/** Each worker has a few files in hand, so that it never waits for the next one. */
async function parseAll(directory, workers) {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(directory, name));
  let next = 0;
  let blocks = 0;
  const parseSome = () =>
    new Promise((done, failed) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: 'bare' });
      let open = 0;
      const give = () => {
        for (; open < 4 && next < files.length; open++) worker.postMessage(files[next++]);
        if (open === 0) worker.terminate().then(done, failed);
      };
      worker.on('error', failed);
      worker.on('message', (count) => {
        blocks += count;
        open -= 1;
        give();
      });
      give();
    });
  await Promise.all(Array.from({ length: workers }, parseSome));
  console.log(`${files.length} files, ${blocks} blocks`);
}

function answer() {
  if (workerData !== 'bare') return;
  let last = Promise.resolve();
  parentPort?.on('message', (file) => {
    last = last.then(async () => parentPort?.postMessage(bare.parse(await readFile(file, 'utf8')).children.length));
  });
}
