import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarkdownDocument } from '../../server/src/markdown/document.ts';
import { MarkdownParser } from '../../server/src/markdown/incremental.ts';
import type { PlanDocument } from '../../server/src/plan/model.ts';
import { PlanReader, readPlans } from '../../server/src/plan/read.ts';
import { recognise } from '../../server/src/profiles/recognise.ts';
import { checkDocument } from '../../server/src/rules/check.ts';
import type { Problem } from '../../server/src/rules/rule.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/sound');
const plans = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));

/** What makes a difference to a plan, and what makes none. */
const typed = fc.constantFrom(
  '的',
  '，',
  '。',
  '\n',
  '\n\n',
  '一、',
  '（二）',
  '3.',
  '第二阶段：整改落实。',
  '2024年3月',
  '12月底前',
  '责任单位：教务处',
  '由综合科负责',
  '三个阶段',
  '《通知》',
  '| 一 | 二 |\n| --- | --- |\n| 1 |  |\n',
  '\t',
  '# ',
  '青禾县文化馆活动实施方案\n',
);

const rules = new Map();

function problemsIn(document: PlanDocument): readonly Problem[] {
  return checkDocument(document, { language: 'zh', recognised: recognise(document), rules }).problems;
}

test('after any edits the problems are those of a fresh check, with several plans in a file', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...plans), { minLength: 1, maxLength: 2 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(12), typed), { minLength: 1, maxLength: 5 }),
      (parts, edits) => {
        const parser = new MarkdownParser();
        const reader = new PlanReader();
        let text = parts.join('\n\n');
        let markdown: MarkdownDocument | undefined;
        for (const [place, removed, inserted] of [[0, 0, ''] as const, ...edits]) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + inserted + text.slice(at + removed);
          markdown = parser.parse(text, markdown);
          expect(problemsIn(reader.read(markdown))).toEqual(problemsIn(readPlans(text)));
        }
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);
