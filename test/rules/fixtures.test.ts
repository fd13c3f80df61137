import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixUntilStable } from '../../server/src/rules/fixes.ts';
import { ruleById, rules } from '../../server/src/rules/index.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { askedFor, problemsOf } from './harness.ts';
import { type Expected, readMarks, writeMarks } from './marks.ts';

/**
 * test/fixtures/rules/RULE/NAME.md is a plan with the problems of RULE marked in the text. Beside it
 * may stand NAME.fixed.md, the text after all safe fixes of the rule, and NAME.suggested.md, the text
 * after the suggested ones as well. Problems of rules that are not marked in a fixture do not count.
 */
const root = path.resolve(import.meta.dirname, '../fixtures/rules');
const read = (file: string) => fs.readFileSync(file, 'utf8');
const folders = fs.readdirSync(root).sort();

const places = (problems: readonly Problem[]): Expected[] =>
  problems.map(({ rule, range }) => ({ rule, start: range.start, end: range.end }));

test('every rule has fixtures', () => {
  const without = rules.map(({ id }) => id).filter((id) => !folders.includes(id));
  expect(without).toEqual([]);
});

describe.each(folders)('%s', (id) => {
  const folder = path.join(root, id);
  const names = fs.readdirSync(folder).filter((name) => /^[^.]+\.(?:md|txt)$/.test(name));

  test('is a rule and has a fixture with a problem and one without', () => {
    expect(ruleById(id)?.id).toBe(id);
    const counts = names.map((name) => readMarks(read(path.join(folder, name)), id).expected.length);
    expect(counts.some((count) => count > 0)).toBe(true);
    expect(counts.some((count) => count === 0)).toBe(true);
  });

  test.each(names)('%s', (name) => {
    const file = path.join(folder, name);
    const { text, expected } = readMarks(read(file), id);
    const judged = new Set([id, ...expected.map(({ rule }) => rule)]);
    const check = (source: string) => problemsOf(source, askedFor(id)).filter(({ rule }) => judged.has(rule));
    expect(writeMarks(text, places(check(text)), id)).toBe(writeMarks(text, expected, id));

    const ofRule = (source: string) => problemsOf(source, askedFor(id)).filter(({ rule }) => rule === id);
    for (const [level, suffix] of [
      ['safe', '.fixed'],
      ['suggested', '.suggested'],
    ] as const) {
      const fixed = fixUntilStable(text, ofRule, level);
      const left = ofRule(fixed.text).filter(({ fix }) => fix && (level === 'suggested' || fix.safety === 'safe'));
      expect(left.map(({ message }) => message)).toEqual([]);
      const wanted = file.replace(/(\.\w+)$/, `${suffix}$1`);
      if (fs.existsSync(wanted)) expect(fixed.text).toBe(read(wanted));
    }
  });
});

test.each(folders)('a finding in the fixtures of %s carries no fix that its rule does not announce', (id) => {
  for (const name of fs.readdirSync(path.join(root, id))) {
    for (const { rule, fix } of problemsOf(readMarks(read(path.join(root, id, name)), id).text)) {
      if (fix) expect(ruleById(rule)?.fixes, `${rule} in ${name}`).toContain(fix.safety);
    }
  }
});
