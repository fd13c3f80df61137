// npm run bench [-- FILE]: what checking a plan costs, as ratios within one run.
//
// The yardstick is what every tool on this stack pays: remark-parse + gfm + frontmatter on the same
// text. Samples of both take turns, so that a busy machine slows both; medians of the pairs are shown.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { generatePlan } from './bench/generate-plan.mjs';
import { bare, quantile } from './bench/yardstick.mjs';
import { yamlModule } from './yaml-module.mjs';

// Until the compiler of Node has settled, which takes some hundred rounds: its own work counts as processor time, and a
// server soon has none of it.
const warmUps = 150;
const rounds = 25;
const keyStrokes = 400;
const limits = { check: 1.0, keyStroke: 0.1, growth: 1.1 };

const folder = await mkdtemp(join(tmpdir(), 'fangan-bench-'));
const outfile = join(folder, 'engine.cjs');
await build({
  entryPoints: ['scripts/bench/engine.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  plugins: [
    {
      name: 'yaml',
      setup: (bundle) =>
        bundle.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
          contents: yamlModule(readFileSync(path, 'utf8')),
          loader: 'js',
        })),
    },
  ],
  logLevel: 'error',
});
const { fresh, editor } = createRequire(import.meta.url)(outfile);

const file = process.argv[2] ?? '../shared/seeds/004.txt';
const known = existsSync(file);
const text = known ? readFileSync(file, 'utf8') : generatePlan(40_000);
const named = known ? file : 'a generated plan of 40,000 characters';

// Processor time of this process, in milliseconds: what other work the machine has does not count.
const time = (work) => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const median = (values) => quantile(values, 0.5);
const show = (name, value, limit) =>
  console.log(`${name.padEnd(64)} ${value.toFixed(3)}   at most ${limit}  ${value <= limit ? 'ok' : 'TOO SLOW'}`);

for (let at = 0; at < warmUps; at++) {
  bare.parse(text);
  fresh(text);
}
const ratios = [];
const bareTimes = [];
for (let at = 0; at < rounds; at++) {
  const parse = time(() => bare.parse(text));
  const check = time(() => fresh(text));
  bareTimes.push(parse);
  ratios.push(check / parse);
}
const checkRatio = median(ratios);

// Key strokes: one character typed into lines all over the text, with a bare parse now and then as yardstick.
const session = editor(text);
const strokes = [];
for (let at = 0; at < keyStrokes + 50; at++) {
  const place = Math.floor((text.length * ((at * 7919) % 1000)) / 1000);
  const milliseconds = time(() => session.type(place, '的'));
  if (at >= 50) strokes.push(milliseconds);
  if (at % 20 === 0) bareTimes.push(time(() => bare.parse(text)));
}
const yardstick = median(bareTimes);

// Growth: the exponent from 100 KB to 1 MB of generated plan, ours and that of the bare parser.
const sizes = [100_000, 1_000_000].map((bytes) => generatePlan(bytes / 2.6));
const best = (work, times) => Math.min(...Array.from({ length: times }, () => time(work)));
const exponent = (work, times) => {
  const [small = 1, large = 1] = sizes.map((plan) => best(() => work(plan), times));
  return Math.log(large / small) / Math.log((sizes[1]?.length ?? 1) / (sizes[0]?.length ?? 1));
};
const growth = exponent(fresh, 4);
const bareGrowth = exponent((plan) => bare.parse(plan), 1);

console.log(`${named}: ${text.length} characters; bare parse ${yardstick.toFixed(1)} ms (median)\n`);
show('full check, all rules / bare parse (median of pairs)', checkRatio, limits.check);
show('key stroke to fresh problems, p95 / bare parse', quantile(strokes, 0.95) / yardstick, limits.keyStroke);
console.log(
  `${'key stroke to fresh problems, p50 / bare parse'.padEnd(64)} ${(median(strokes) / yardstick).toFixed(3)}`,
);
show('growth exponent of the check, 100 KB to 1 MB', growth, limits.growth);
console.log(`${'growth exponent of the bare parse, for comparison'.padEnd(64)} ${bareGrowth.toFixed(3)}`);
await rm(folder, { recursive: true });
const slow =
  checkRatio > limits.check || quantile(strokes, 0.95) / yardstick > limits.keyStroke || growth > limits.growth;
process.exitCode = slow ? 1 : 0;
