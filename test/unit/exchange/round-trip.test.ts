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
