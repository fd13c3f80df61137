import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlans } from '../../server/src/plan/read.ts';
import { recognise } from '../../server/src/profiles/recognise.ts';
import { checkDocument } from '../../server/src/rules/check.ts';
import { readMarks, writeMarks } from './marks.ts';

/** Plans of single activities, a page long, whose parts are labelled lines (活动时间：…). */
const folder = path.resolve(import.meta.dirname, '../fixtures/sheets');
const filesOf = (name: string) =>
  fs
    .readdirSync(path.join(folder, name))
    .map((file) => [file, fs.readFileSync(path.join(folder, name, file), 'utf8')] as const);

function problemsOf(text: string) {
  const document = readPlans(text);
  const recognised = recognise(document);
  const { problems } = checkDocument(document, { language: 'zh', recognised, rules: new Map() });
  return { recognised, problems: problems.filter(({ severity }) => severity !== 'hint') };
}

describe.each(filesOf('sound'))('sound: %s', (_, text) => {
  test('is recognised, and nothing is found in it', () => {
    const { recognised, problems } = problemsOf(text);
    expect(recognised).toHaveLength(1);
    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe.each(filesOf('faults'))('faults: %s', (_, source) => {
  test('the marked problems and no others', () => {
    const { text, expected } = readMarks(source, '');
    const { problems } = problemsOf(text);
    const found = problems.map(({ rule, range }) => ({ rule, start: range.start, end: range.end }));
    expect(writeMarks(text, found, '')).toBe(writeMarks(text, expected, ''));
  });
});
