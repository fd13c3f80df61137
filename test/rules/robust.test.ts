import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFixes } from '../../server/src/rules/fixes.ts';
import { problemsOf } from './harness.ts';

const folders = ['../fixtures/rules', '../fixtures/sound'].map((name) => path.resolve(import.meta.dirname, name));
const texts = folders.flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8')),
);
const odd = fc.constantFrom(
  '\0',
  '\ud800',
  '（',
  '”',
  '《',
  '\t',
  '\n\n',
  '| ',
  '```',
  '×',
  '2024年',
  '1、',
  '<!-- fangan-',
  '-->',
  '---\n',
  '在在',
  '13月',
);

test('whatever the text is, problems lie within it, in order, and their fixes can be applied', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat(40), odd), { minLength: 1, maxLength: 6 }),
      (source, edits) => {
        let text = source;
        for (const [place, removed, inserted] of edits) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + inserted + text.slice(at + removed);
        }
        const problems = problemsOf(text);
        let last = 0;
        for (const { range, related, fix, message } of problems) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          last = range.start;
          const places = [
            range,
            ...related.map((place) => place.range),
            ...(fix?.edits ?? []).map((edit) => edit.range),
          ];
          for (const { start, end } of places) {
            expect(start >= 0 && start <= end && end <= text.length).toBe(true);
          }
          expect(message).not.toMatch(/\{\w+\}|undefined/);
        }
        expect(typeof applyFixes(text, problems, 'suggested').text).toBe('string');
      },
    ),
    { numRuns: 300 },
  );
});
