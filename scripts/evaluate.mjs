// @ts-check
// npm run evaluate [-- --verbose]
// Holds what is read from real plans, kept beside this checkout in ../shared, against what people marked in them,
// and writes the figures into docs/evaluation.md. The plans themselves are not part of this repository.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const cwd = path.resolve(import.meta.dirname, '..');
const judge = '../shared/evaluate/evaluate.mjs';
const page = path.join(cwd, 'docs/evaluation.md');
const collections = [
  { name: '创始文件 founding documents', docs: '../shared/seeds', labels: '../shared/evaluate/seeds-labels' },
  { name: '公开方案 public plans', docs: '../shared/evaluate/docs', labels: '../shared/evaluate/docs-labels' },
];

if (!fs.existsSync(path.join(cwd, judge))) {
  console.error(`${judge} is not there: the marked plans are not part of this repository`);
  process.exit(2);
}

/** @param {string[]} words @param {'inherit' | 'pipe'} output */
function run(words, output) {
  const { status, stdout } = spawnSync(process.execPath, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', output, 'inherit'],
  });
  // 1: problems were found, as is to be expected of real plans.
  if (status !== 0 && status !== 1) process.exitCode = status ?? 1;
  return stdout ?? '';
}

/** @param {readonly [number, number]} part */
const share = ([some, all]) => (all === 0 ? '–' : `${some}/${all}（${Math.round((100 * some) / all)} %）`);

const rows = collections.map(({ name, docs, labels }) => {
  console.log(docs);
  const words = [judge, '--docs', docs, '--labels', labels];
  run([...words, ...process.argv.slice(2)], 'inherit');
  const { totals } = JSON.parse(run([...words, '--json'], 'pipe'));
  const { files } = JSON.parse(run(['dist/cli.js', 'check', '--format', 'json', ...plansIn(docs)], 'pipe'));
  const serious = new Set(
    files
      .flatMap((/** @type {any} */ file) => file.problems)
      .filter((/** @type {any} */ { severity }) => severity === 'error' || severity === 'warning')
      .map((/** @type {any} */ { rule, message }) => `${rule} ${message}`),
  );
  const listed = run([...words, '--verbose'], 'pipe').matchAll(/^[^\n:]+: unlabelled ([a-z-]+): «[^»]*» (.*)$/gm);
  const unlabelled = [...listed].filter(([, rule, message]) => serious.has(`${rule} ${message}`)).length;
  return [
    name,
    share(totals.sure),
    share(totals.likely),
    totals.falseAlarms,
    share(totals.sections),
    share(totals.stages),
    share(totals.stageDates),
    totals.unlabelled,
    ((1000 * unlabelled) / totals.characters).toFixed(2),
  ];
});

/** @param {string} folder */
function plansIn(folder) {
  return fs
    .readdirSync(path.join(cwd, folder))
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => `${folder}/${name}`);
}

const head = [
  '文件',
  '确定的问题 sure',
  '可能的问题 likely',
  '误报',
  '章节',
  '阶段',
  '阶段时间',
  '未标注的发现',
  '未标注的错误、警告（每千字）',
];
const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const begin = '<!-- measured by npm run evaluate: do not edit up to the next mark -->';
const end = '<!-- end of the measured part -->';
const text = fs.readFileSync(page, 'utf8');
const from = text.indexOf(begin);
const to = text.indexOf(end);
if (from < 0 || to < from) throw new Error('docs/evaluation.md has lost the marks of its measured part');
fs.writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`);
