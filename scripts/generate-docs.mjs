// @ts-check
// node scripts/generate-docs.mjs [--check]
// Writes what the rules themselves say into docs/rules: the head of every rule's page and the table in README.md.
// With --check nothing is written; what is missing or has drifted is listed, and the exit status is 1.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { yamlModule } from './yaml-module.mjs';

/** @typedef {import('../server/src/rules/rule.ts').Rule} Rule */

const opening = '<!-- generated from the rule by scripts/generate-docs.mjs: do not edit up to the next mark -->';
const closing = '<!-- end of the generated part -->';

/** The headings that every page has, in this order. */
export const headings = ['规则说明', '为什么', '反例', '正例', '修复', '依据', 'In English'];

/** @type {Record<string, string>} */
export const familyNames = {
  structure: '结构',
  numbering: '序号',
  dates: '时间',
  responsibility: '责任',
  components: '要素',
  consistency: '一致',
  review: '复核',
  superior: '上级方案',
  wording: '文字',
  meta: '检查本身',
};

/** @type {Record<string, string>} */
const severityNames = { error: '错误', warning: '警告', info: '信息', hint: '提示' };

/** @type {readonly (readonly [RegExp, (clause: string) => string])[]} */
const sources = [
  [/^9704-/, (clause) => `GB/T 9704-2012 第${clause}条`],
  [/^15834-/, (clause) => `GB/T 15834-2011 ${/^[A-Z]/.test(clause) ? `附录${clause}` : `第${clause}条`}`],
  [/^15835-/, (clause) => `GB/T 15835-2011 第${clause}条`],
  [/^条例-/, (clause) => `《党政机关公文处理工作条例》第${clause}条`],
  [/^民法典-/, (clause) => `《民法典》第${clause}条`],
  [/^减负-/, (clause) => `《整治形式主义为基层减负若干规定》（${clause}）`],
];

/**
 * @param {string} basis `9704-7.3.3`, `条例-19`, `practice`
 * @returns {string} the clause in words
 */
export function basisName(basis) {
  if (basis === 'practice') return '工作惯例';
  for (const [key, name] of sources) if (key.test(basis)) return name(basis.replace(key, ''));
  return basis;
}

/** @param {Rule} rule */
const fixName = (rule) =>
  rule.fixes.length === 0 ? '无' : rule.fixes.map((fix) => (fix === 'safe' ? '安全修复' : '建议修复')).join('、');

/**
 * @param {Rule} rule
 * @returns {string} the generated head of its page
 */
export function pageHead(rule) {
  const options = Object.entries(/** @type {Record<string, unknown>} */ (rule.options ?? {}));
  const rows = [
    ['规则族', `${familyNames[rule.family]}（${rule.family}）`],
    ['默认级别', `${severityNames[rule.severity]}（${rule.severity}）`],
    ['修复', fixName(rule)],
    ['依据', rule.basis.map(basisName).join('；')],
    ...(options.length > 0
      ? [['选项', options.map(([key, value]) => `\`${key}\`（默认 \`${JSON.stringify(value)}\`）`).join('、')]]
      : []),
  ];
  return [
    opening,
    `# ${rule.id}`,
    '',
    `${rule.summary.zh}。`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map(([name, value]) => `| ${name} | ${value?.replaceAll('|', '\\|')} |`),
    '',
    closing,
  ].join('\n');
}

/**
 * @param {readonly Rule[]} rules
 * @returns {string} docs/rules/README.md
 */
export function tableOfRules(rules) {
  const families = Object.keys(familyNames).filter((family) => rules.some((rule) => rule.family === family));
  return `${[
    opening,
    '# 规则一览',
    '',
    `共 ${rules.length} 条。“修复”一栏：安全修复可以放心地一键应用；建议修复需要看一眼或补填内容。`,
    '',
    '各页的例子都是测试：反例中用 ⟦ ⟧ 括住的，就是被指出的文字；正例中没有该规则的问题。',
    ...families.flatMap((family) => [
      '',
      `## ${familyNames[family]}`,
      '',
      '| 规则 | 说明 | 默认级别 | 修复 |',
      '| --- | --- | --- | --- |',
      ...rules
        .filter((rule) => rule.family === family)
        .map(
          (rule) =>
            `| [\`${rule.id}\`](${rule.id}.md) | ${rule.summary.zh} | ${severityNames[rule.severity]} | ${fixName(rule)} |`,
        ),
    ]),
    '',
    closing,
  ].join('\n')}\n`;
}

/**
 * @param {Rule} rule
 * @param {string} page
 * @returns {string} the page with its head as the rule says it now; the rest stays as it is
 */
export function withHead(rule, page) {
  const end = page.indexOf(closing);
  return pageHead(rule) + (end < 0 ? `\n\n${page}` : page.slice(end + closing.length));
}

/**
 * @param {string} page
 * @returns {string[]} what the part written by hand lacks, one sentence each
 */
export function faultsOfPage(page) {
  const found = [...page.matchAll(/^## (.+)$/gm)].map((match) => (match[1] ?? '').trim());
  const faults = headings.filter((heading) => !found.includes(heading)).map((heading) => `has no heading “${heading}”`);
  if (faults.length === 0 && headings.join() !== found.filter((heading) => headings.includes(heading)).join()) {
    faults.push(`has its headings in another order than ${headings.join(', ')}`);
  }
  for (const kind of ['reject', 'accept']) {
    if (!new RegExp(`^\`{3,}markdown ${kind}\\b`, 'm').test(page)) faults.push(`has no \`\`\`markdown ${kind} example`);
  }
  return faults;
}

/**
 * @param {readonly Rule[]} rules
 * @param {string} folder docs/rules
 * @returns {{ path: string, text: string, faults: string[] }[]} every file as it should be, with what only a hand can mend
 */
export function documentation(rules, folder) {
  /** @param {string} name */
  const read = (name) => {
    const file = path.join(folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  };
  const pages = rules.map((rule) => {
    const page = read(`${rule.id}.md`);
    if (page === undefined) return { path: `${rule.id}.md`, text: '', faults: ['does not exist'] };
    return { path: `${rule.id}.md`, text: withHead(rule, page), faults: faultsOfPage(page) };
  });
  const known = new Set(['README.md', ...pages.map((page) => page.path)]);
  const stray = (fs.existsSync(folder) ? fs.readdirSync(folder) : [])
    .filter((name) => name.endsWith('.md') && !known.has(name))
    .map((name) => ({ path: name, text: read(name) ?? '', faults: ['belongs to no rule'] }));
  return [...pages, { path: 'README.md', text: tableOfRules(rules), faults: [] }, ...stray];
}

/** @returns {Promise<readonly Rule[]>} the rules, bundled from their sources */
async function loadRules() {
  const esbuild = await import('esbuild');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rules-'));
  const outfile = path.join(folder, 'rules.mjs');
  try {
    await esbuild.build({
      entryPoints: [path.resolve(import.meta.dirname, '../server/src/rules/index.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      plugins: [
        {
          name: 'yaml',
          setup: ({ onLoad }) =>
            onLoad({ filter: /\.yaml$/ }, (args) => ({
              contents: yamlModule(fs.readFileSync(args.path, 'utf8')),
              loader: 'js',
            })),
        },
      ],
    });
    return (await import(pathToFileURL(outfile).href)).rules;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function main() {
  const check = process.argv.includes('--check');
  const folder = path.resolve(import.meta.dirname, '../docs/rules');
  let wrong = 0;
  for (const { path: name, text, faults } of documentation(await loadRules(), folder)) {
    const file = path.join(folder, name);
    for (const fault of faults) {
      console.error(`docs/rules/${name} ${fault}`);
      wrong++;
    }
    const current = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
    if (text === '' || current === text) continue;
    if (check) {
      console.error(`docs/rules/${name} is not what the rules say; run npm run docs`);
      wrong++;
    } else fs.writeFileSync(file, text);
  }
  if (wrong > 0) process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
