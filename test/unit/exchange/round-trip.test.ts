import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DateSpan } from '../../../server/src/dates/expression.ts';
import { writePaper } from '../../../server/src/exchange/office/paper/write.ts';
import type { Section } from '../../../server/src/plan/model.ts';
import { readPlans } from '../../../server/src/plan/read.ts';
import { paperOf, textOf } from './paper.ts';
import { importedWord } from './word-files.ts';

/** Plans that lie beside this repository where it is developed; elsewhere those within it are enough. */
const seeds = path.resolve(import.meta.dirname, '../../../../shared/seeds');

const plansIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
    .map((name) => path.join(folder, name));
const own = [...plansIn('examples'), ...plansIn('examples/各类方案'), ...plansIn('test/fixtures/sound')];
const all = [...own, ...(existsSync(seeds) ? plansIn(seeds) : [])];

/** Without blanks, and without what a web page leaves behind unseen. */
const squeeze = (text = '') => text.replace(/[\s\p{Cf}\p{Co}\p{Cc}]+/gu, '');
const days = ({ start, end }: DateSpan) => `${JSON.stringify(start)}–${JSON.stringify(end)}`;

/** What is compared of a text: its plans with sections, stages and windows, measures, tables, signatures. */
function modelOf(text: string) {
  const section = ({ number, title, level, sections }: Section): unknown[] => [
    level,
    number?.kind,
    number?.value,
    squeeze(title.value),
    ...sections.map(section),
  ];
  return readPlans(text).plans.map((plan) => ({
    title: squeeze(plan.title?.value),
    kind: plan.kind,
    issuer: plan.issuer?.value,
    issued: plan.issued && days(plan.issued),
    span: plan.span && days(plan.span),
    sections: plan.sections.map(section),
    stages: plan.stages.map(({ ordinal, name, schedules, steps }) => ({
      ordinal,
      name: squeeze(name.value),
      windows: schedules.map(({ audience, span, origin }) => `${origin} ${audience} ${days(span)}`),
      steps: steps.map(({ title, time }) => [squeeze(title.value), time.kind, time.span && days(time.span)]),
    })),
    measures: plan.measures.map(({ title, time }) => [squeeze(title.value), time.span && days(time.span)]),
    tables: plan.tables.map(({ kind, columns, rows }) => [
      kind,
      columns.map(({ header }) => squeeze(header.text)),
      // A row that ends early has empty cells there when it comes back.
      ...rows.map(({ cells }) =>
        cells
          .map((cell) => squeeze((cell.carried ?? cell).text))
          .join('|')
          .replace(/\|+$/, ''),
      ),
    ]),
  }));
}

describe('a plan that went to Word', () => {
  test.each(all.map((file) => [path.basename(file), file]))('comes back as it was: %s', async (_, file) => {
    const text = readFileSync(file, 'utf8');
    const bytes = await writePaper(paperOf(text));
    expect(modelOf((await importedWord(bytes)).markdown)).toEqual(modelOf(text));
  });

  test.each([
    [
      'stages behind bullets',
      '- **整改落实阶段（6月）** 由镇安监办逐项销号。\n- **总结阶段（7月）** 由镇安监办报送小结。\n',
    ],
    ['tasks in a numbered list', '1. 排查隐患\n   1. 查用电\n   2. 查用气\n2. 建立台账\n'],
    [
      'numbers below bullets',
      '- 排查阶段（6月）\n  1. 查用电\n  2. 查用气\n- 整改阶段（7月）\n  10. 复查\n      - 村复查\n',
    ],
    ['bullets below numbers', '1. 排查隐患\n   - 查用电\n   - 查用气\n2. 建立台账\n'],
    ['numbers of papers below bullets', '- 排查阶段（6月）\n  - （1）查用电\n  - （2）查用气\n- 整改阶段（7月）\n'],
  ])('comes back with its lists: %s', async (_, list) => {
    const text = `# 云岭镇安全整治工作方案\n\n## 一、工作目标\n\n全镇无事故。\n\n## 二、实施步骤\n\n${list}\n## 三、工作要求\n\n加强领导。\n`;
    const { markdown } = await importedWord(await writePaper(paperOf(text)));
    expect(modelOf(markdown)).toEqual(modelOf(text));
    const depths = (of: string) =>
      readPlans(of).lines.map((line) => `${line.facts.number?.raw ?? ''} ${squeeze(line.text)}`);
    expect(depths(markdown)).toEqual(depths(text));
  });

  test.each(own.map((file) => [path.basename(file), file]))('has lost no word: %s', async (_, file) => {
    const text = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    const { 'word/document.xml': xml } = unzipSync(await writePaper(paperOf(text)));
    const left = new Map<string, number>();
    for (const letter of textOf(strFromU8(xml ?? new Uint8Array()))) left.set(letter, (left.get(letter) ?? 0) + 1);
    const lost = [...text.replace(/<!--[\s\S]*?-->|<br>/g, '')].filter((letter) => {
      if (!/[\p{Script=Han}\p{N}\p{P}]/u.test(letter) || /[#*|\-:`\\]/.test(letter)) return false;
      const count = left.get(letter) ?? 0;
      left.set(letter, count - 1);
      return count <= 0;
    });
    expect(lost.join('')).toBe('');
  });
});
