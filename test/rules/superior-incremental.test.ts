import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarkdownDocument } from '../../server/src/markdown/document.ts';
import { MarkdownParser } from '../../server/src/markdown/incremental.ts';
import type { PlanDocument } from '../../server/src/plan/model.ts';
import { PlanReader, readPlans } from '../../server/src/plan/read.ts';
import { loadProfile } from '../../server/src/profiles/load.ts';
import { checkDocument } from '../../server/src/rules/check.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { readMarks } from './marks.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/rules');
const families = ['superior-window/stages', 'superior-minimum/hours', 'superior-citation/wordings'].map(
  (name) => readMarks(fs.readFileSync(path.join(folder, `${name}.md`), 'utf8'), '').text,
);
const rules = new Map();
const profile = loadProfile('implementation-plan');

function problemsIn(document: PlanDocument): readonly Problem[] {
  if (!profile) throw new Error('the base profile is missing');
  const recognised = document.plans.map((plan) => ({ plan, profile }));
  return checkDocument(document, { language: 'zh', recognised, rules }).problems.filter(({ rule }) =>
    rule.startsWith('superior-'),
  );
}

const typed = fc.constantFrom('的', '。', '\n\n', '2024年3月', '不少于30个小时', '“查得准、改得实、管得住”', '');

test('after edits in either plan of a family its problems are those of a fresh check', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...families),
      fc.array(fc.tuple(fc.nat(), fc.nat(3), typed), { minLength: 1, maxLength: 5 }),
      (start, edits) => {
        const parser = new MarkdownParser();
        const reader = new PlanReader();
        let text = start;
        let markdown: MarkdownDocument | undefined;
        for (const [place, removed, inserted] of [[0, 0, ''] as const, ...edits]) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + inserted + text.slice(at + removed);
          markdown = parser.parse(text, markdown);
          const found = problemsIn(reader.read(markdown));
          seen += found.length;
          expect(found).toEqual(problemsIn(readPlans(text)));
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(60);
}, 120_000);
