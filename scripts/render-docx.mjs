// @ts-check
// node scripts/render-docx.mjs [--install] [--pictures DIR]
// Exports plans as .docx, lets LibreOffice lay them out, and looks at the pages: how many, how large, what stands on
// them, how many lines and characters, and where the page numbers are. With --install what is missing is installed
// (Debian, as root). With --pictures the pages are kept as PNG. Needs a build.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const debianPackages = ['libreoffice-writer-nogui', 'poppler-utils', 'fonts-noto-cjk'];

/** What is exported, and what must be seen: words and on which page they stand. */
const papers = [
  {
    plan: 'examples/印发方案的通知.md',
    pages: 6,
    landscape: [5],
    words: [
      [1, '云岭县教育局文件'],
      [1, '云教发〔2026〕8号'],
      // 7.3.3: the first page shows text.
      [1, '现将《全县中小学校园安全隐患排查整治工作方案》印发给你们，请结合实际认真贯彻执行。'],
      [2, '附件：1.校园安全隐患排查整治台账'],
      [2, '云岭县教育局2026年3月25日'],
      [3, '全县中小学校园安全隐患排查整治工作方案'],
      [5, '附件1校园安全隐患排查整治台账'],
      [6, '云岭县教育局办公室'],
      [6, '2026年3月26日印发'],
    ],
  },
  {
    plan: 'examples/工作方案.md',
    pages: 3,
    landscape: [],
    words: [
      [1, '白鹭镇农村道路交通安全整治工作方案'],
      [1, '三、主要任务'],
      [3, '白鹭镇人民政府2026年3月25日'],
    ],
  },
];

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 150_000, maxBuffer: 1 << 26, ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ended with status ${result.status}\n${result.stderr}`);
  return String(result.stdout);
}

/** @param {string} command */
const isThere = (command) => spawnSync('which', [command]).status === 0;

function install() {
  if (isThere('soffice') && isThere('pdftotext')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-qqy', '--no-install-recommends', ...debianPackages],
  ])
    run('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
}

/** Free fonts stand in for the typefaces of the standard, so that pages look alike on every machine. */
const standIns = {
  方正小标宋简体: 'Noto Serif CJK SC',
  黑体: 'Noto Sans CJK SC',
  楷体: 'AR PL UKai CN',
  仿宋: 'Noto Serif CJK SC',
  宋体: 'Noto Serif CJK SC',
};

function fontConfiguration() {
  const matches = Object.entries(standIns).map(
    ([name, free]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${free}</string><string>Noto Serif CJK SC</string></edit>${name === '方正小标宋简体' ? '<edit name="weight" mode="assign"><const>bold</const></edit>' : ''}</match>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${matches.join('')}</fontconfig>`;
}

/**
 * @param {string} pdf
 * @param {number} page
 * @returns {{ left: number, right: number, top: number, bottom: number, text: string }[]} words in points
 */
function wordsOn(pdf, page) {
  const xml = run('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), pdf, '-']);
  const pattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;
  return [...xml.matchAll(pattern)].map(([, left, top, right, bottom, text = '']) => ({
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
    text,
  }));
}

const millimetre = 72 / 25.4;
/** @type {string[]} */
const faults = [];

/**
 * @param {boolean} holds
 * @param {string} otherwise
 */
function expect(holds, otherwise) {
  if (!holds) faults.push(otherwise);
}

/**
 * 7.5: the number 7 mm below the text area, one character in, at the outer side. 2 mm are left to the renderer.
 * @param {string} pdf
 * @param {number} page
 */
function checkNumber(pdf, page) {
  const name = `${path.basename(pdf)} page ${page}`;
  const foot = wordsOn(pdf, page).filter(({ top }) => top > (297 - 35) * millimetre);
  expect(foot.map(({ text }) => text).join('') === `—${page}—`, `${name} has no number — ${page} —`);
  const left = Math.min(...foot.map((word) => word.left)) / millimetre;
  const right = Math.max(...foot.map((word) => word.right)) / millimetre;
  const middle = foot.reduce((sum, { top, bottom }) => sum + (top + bottom) / 2, 0) / foot.length / millimetre;
  const inset = 14 / millimetre;
  // 订口 28 mm is the left margin of odd pages and the right one of even pages.
  const off = page % 2 === 1 ? 210 - 26 - inset - right : left - 26 - inset;
  expect(Math.abs(off) < 1, `${name} has its number ${off.toFixed(1)} mm off its place`);
  expect(Math.abs(middle - (297 - 35 + 7)) < 2, `${name} has its number ${middle.toFixed(1)} mm down the page`);
}

/**
 * 5.2.3: a full page has 22 lines, a full line 28 characters.
 * @param {string} pdf
 * @param {number} page
 */
function checkGrid(pdf, page) {
  const name = `${path.basename(pdf)} page ${page}`;
  const body = wordsOn(pdf, page).filter(({ bottom }) => bottom < (297 - 34) * millimetre);
  /** @type {Map<number, string>} */
  const lines = new Map();
  for (const { top, bottom, text } of body) {
    const at = Math.round((top + bottom) / 2 / 14);
    const key = [...lines.keys()].find((one) => Math.abs(one - at) < 1) ?? at;
    lines.set(key, (lines.get(key) ?? '') + text);
  }
  expect(lines.size === 22, `${name} has ${lines.size} lines`);
  const widths = [...lines.values()].map((text) => [...text].reduce((sum, one) => sum + (one > '\u2000' ? 1 : 0.5), 0));
  const widest = Math.max(...widths);
  // A mark may hang over the edge.
  expect(widest >= 27 && widest <= 29, `${name} has ${widest} characters in its widest line`);
}

/**
 * 7.4: the 版记 ends where the text area ends.
 * @param {string} pdf
 * @param {number} page
 */
function checkImprint(pdf, page) {
  const last = Math.max(
    ...wordsOn(pdf, page)
      .filter(({ text }) => text.includes('印发'))
      .map(({ bottom }) => bottom),
  );
  const off = (297 - 35) * millimetre - last;
  expect(off > -2 && off < 14, `${path.basename(pdf)} has its imprint ${off.toFixed(0)} pt above the edge of the text`);
}

const { values } = parseArgs({ options: { install: { type: 'boolean' }, pictures: { type: 'string' } } });
if (values.install) install();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fangan-render-'));
try {
  const fonts = path.join(folder, 'fonts.conf');
  fs.writeFileSync(fonts, fontConfiguration());
  const documents = papers.map(({ plan }) => {
    const file = path.join(folder, `${path.basename(plan, '.md')}.docx`);
    run(process.execPath, ['dist/cli.js', 'export', plan, '--to', 'docx', '-o', file], { cwd: root });
    return file;
  });
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...documents], {
    cwd: folder,
    env: { ...process.env, FONTCONFIG_FILE: fonts, HOME: folder },
  });
  for (const [at, { pages, landscape, words }] of papers.entries()) {
    const pdf = (documents[at] ?? '').replace(/\.docx$/, '.pdf');
    const name = path.basename(pdf);
    const information = run('pdfinfo', ['-f', '1', '-l', '99', pdf]);
    const sizes = [...information.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, width, height]) => [
      Math.round(Number(width) / millimetre),
      Math.round(Number(height) / millimetre),
    ]);
    expect(sizes.length === pages, `${name} has ${sizes.length} pages, not ${pages}`);
    for (const [index, size] of sizes.entries()) {
      const wanted = landscape.includes(index + 1) ? '297×210' : '210×297';
      expect(size.join('×') === wanted, `${name} page ${index + 1} is ${size.join('×')} mm`);
    }
    for (const [page, wanted] of words) {
      const text = run('pdftotext', ['-f', String(page), '-l', String(page), pdf, '-']).replace(/\s+/g, '');
      expect(text.includes(String(wanted)), `${name} page ${page} does not say ${wanted}`);
    }
    for (let page = 1; page <= sizes.length; page++) if (!landscape.includes(page)) checkNumber(pdf, page);
    if (values.pictures) {
      fs.mkdirSync(values.pictures, { recursive: true });
      run('pdftoppm', ['-r', '60', '-png', pdf, path.join(path.resolve(values.pictures), path.basename(pdf, '.pdf'))]);
    }
  }
  checkImprint((documents[0] ?? '').replace(/\.docx$/, '.pdf'), 6);
  checkGrid((documents[1] ?? '').replace(/\.docx$/, '.pdf'), 2);
  for (const fault of faults) console.error(fault);
  console.log(`${papers.length} papers rendered, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
