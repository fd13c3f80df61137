import { readFileSync } from 'node:fs';
import { run } from './run.ts';

/** Entry point of the `fangan` command. */

/** A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const status = await run(process.argv.slice(2), {
  workingDirectory: process.cwd().replaceAll('\\', '/'),
  environment: process.env,
  version: versionOf(),
  terminal: process.stdout.isTTY === true,
  columns: process.stdout.columns || 100,
  write: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(`${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
  },
  readInput: async () => {
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  },
});
// The status is set and the process left to end, so that everything written reaches its reader.
if (status !== undefined) process.exitCode = status;

/** The version in package.json, one folder above the bundle. */
function versionOf(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
