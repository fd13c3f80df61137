import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlans } from '../../server/src/plan/read.ts';
import { recognise } from '../../server/src/profiles/recognise.ts';
import { checkDocument } from '../../server/src/rules/check.ts';

/** Plans without a fault: whatever their kind, no rule may warn of anything in them. */
const folder = path.resolve(import.meta.dirname, '../fixtures/sound');
const names = fs.readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));

describe.each(names)('%s', (name) => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  const document = readPlans(text);
  const recognised = recognise(document);

  test('is recognised as one plan and long enough to count', () => {
    expect(recognised).toHaveLength(1);
    expect(text.replace(/\s/g, '').length).toBeGreaterThan(700);
  });

  test('has no problem of severity warning or above', () => {
    const { problems } = checkDocument(document, { language: 'zh', recognised, rules: new Map() });
    const loud = problems.filter(({ severity }) => severity === 'warning' || severity === 'error');
    expect(loud.map((p) => `${p.rule} «${text.slice(p.range.start, p.range.end)}» ${p.message}`)).toEqual([]);
  });
});

test('there are plans of many kinds', () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});
