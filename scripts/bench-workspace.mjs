// npm run bench:workspace [-- COUNT] [-- COUNT WORKERS]: what checking a large workspace costs, against bare
// remark-parse + gfm on the same files with the same number of workers, in one run.
//
// Processor time of whole processes is compared, so that other work on the machine does not count; the time on the
// clock is shown beside it. Bare parse and check take turns, and the better round of each counts.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { superiorPlan, variedPlan } from './bench/generate-plan.mjs';

const count = Number(process.argv[2] ?? 10_000);
const workers = Number(process.argv[3] ?? availableParallelism());
const limits = { check: 1.0, warm: 0.1, megabytes: 1_500 };
const perFolder = 200;

const folder = await mkdtemp(join(tmpdir(), 'fangan-bench-'));
const plans = join(folder, 'plans');
let characters = 0;
for (let at = 0; at < count; at++) {
  const directory = join(plans, String(Math.floor(at / perFolder)).padStart(3, '0'));
  if (at % perFolder === 0) await mkdir(directory, { recursive: true });
  const text = variedPlan(at);
  characters += text.length;
  await writeFile(join(directory, `${at}.md`), text);
}
await mkdir(join(plans, '上级'), { recursive: true });
await writeFile(join(plans, '上级', '方案.md'), superiorPlan);
await writeFile(join(plans, 'fangan.yaml'), 'language: zh\n');

/** Runs a Node script to its end; its output goes into a file, as in a CI. */
async function measure(script, args) {
  const usage = join(folder, 'usage.json');
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--import', resolve('scripts/bench/usage.mjs'), resolve(script), ...args], {
    cwd: plans,
    env: { ...process.env, FANGAN_USAGE: usage },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = createWriteStream(join(folder, 'output'));
  child.stdout.pipe(output);
  const status = await new Promise((done) => child.on('close', done));
  const clock = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`${script} ended with status ${status}`);
  return { clock, ...JSON.parse(await readFile(usage, 'utf8')) };
}

const check = (...more) => measure('dist/cli.js', ['check', '.', '-f', 'json', '--workers', String(workers), ...more]);
const better = (a, b) => (b === undefined || a.seconds < b.seconds ? a : b);

let bare;
let cold;
for (let round = 0; round < 2; round++) {
  bare = better(await measure('scripts/bench/bare.mjs', [plans, String(workers)]), bare);
  cold = better(await check(), cold);
}
const filling = await check('--cache');
let warm;
for (let round = 0; round < 2; round++) warm = better(await check('--cache'), warm);
await rm(folder, { recursive: true });

const seconds = ({ seconds: processor, clock, megabytes }) =>
  `${processor.toFixed(1).padStart(7)} s processor ${clock.toFixed(1).padStart(7)} s clock ${megabytes.toFixed(0).padStart(6)} MB`;
console.log(`${count} plans, ${(characters / 1e6).toFixed(1)} million characters, ${workers} workers\n`);
console.log(`bare remark-parse + gfm  ${seconds(bare)}`);
console.log(`check                    ${seconds(cold)}`);
console.log(`check, filling the cache ${seconds(filling)}`);
console.log(`check, warm cache        ${seconds(warm)}\n`);

let slow = false;
const show = (name, value, limit, unit = '') => {
  slow ||= value > limit;
  const verdict = value <= limit ? 'ok' : 'TOO MUCH';
  console.log(`${name.padEnd(46)} ${value.toFixed(unit ? 0 : 3)}${unit}   at most ${limit}${unit}  ${verdict}`);
};
show('check / bare parse', cold.seconds / bare.seconds, limits.check);
show('check with a warm cache / without', warm.seconds / cold.seconds, limits.warm);
show('peak memory', Math.max(cold.megabytes, filling.megabytes, warm.megabytes), limits.megabytes, ' MB');
process.exitCode = slow ? 1 : 0;
