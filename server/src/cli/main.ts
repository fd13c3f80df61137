#!/usr/bin/env node
import '../node/require.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { isForHire, serve } from './many/worker.ts';
import { run } from './run.ts';

/** Entry point of the `fangan` command, and of the threads in which it checks many files. */
if (!isMainThread && isForHire()) serve();
else await begin();

async function begin(): Promise<void> {
  /** A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours. */
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const script = new URL(import.meta.url);
  const status = await run(process.argv.slice(2), {
    workingDirectory: process.cwd().replaceAll('\\', '/'),
    environment: process.env,
    version: versionOf(),
    // The bundle names the chunks that it imports, and these are named by their content: it stands for all of them.
    build: () => createHash('sha256').update(readFileSync(script)).digest('base64url'),
    script,
    terminal: process.stdout.isTTY === true,
    columns: process.stdout.columns || 100,
    write: (text) => void process.stdout.write(text),
    drained: () =>
      process.stdout.writableNeedDrain ? new Promise((done) => process.stdout.once('drain', done)) : Promise.resolve(),
    tell: (text) => void process.stderr.write(`${text}\n`),
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
    },
    // Once only: whoever presses the keys again wants an end at once.
    onInterrupt: (then) => void process.once('SIGINT', then),
    readInput: async () => {
      const pieces: Buffer[] = [];
      for await (const piece of process.stdin) pieces.push(piece as Buffer);
      return Buffer.concat(pieces);
    },
  });
  // The status is set and the process left to end, so that everything written reaches its reader.
  if (status !== undefined) process.exitCode = status;
}

/** The version in package.json, one folder above the bundle. */
function versionOf(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
