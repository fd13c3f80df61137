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

/** Most units of a paper that is edited here: what goes wrong in long ones goes wrong in short ones. */
const LONGEST = 6000;
/** Sound plans, and those that rules find something in: only where something is found can it be stale. */
const folders = ['../fixtures/sound', '../fixtures/rules'].map((name) => path.resolve(import.meta.dirname, name));
const plans = folders
  .flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8')),
  )
  .filter((text) => text.length <= LONGEST);

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

type Edit = (text: string) => string;

const typing = fc.tuple(fc.nat(), fc.nat(12), typed).map(([place, removed, inserted]): Edit => {
  return (text) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + inserted + text.slice(at + removed);
  };
});

/** A few words of the text once more at another place. */
const copying = fc.tuple(fc.nat(), fc.nat(), fc.nat(20)).map(([from, to, length]): Edit => {
  return (text) => {
    const copied = text.slice(from % (text.length + 1)).slice(0, length);
    const at = to % (text.length + 1);
    return text.slice(0, at) + copied + text.slice(at);
  };
});

const swapping = fc.tuple(fc.nat(), fc.nat()).map(([one, other]): Edit => {
  return (text) => {
    const lines = text.split('\n');
    const [a, b] = [one % lines.length, other % lines.length];
    return lines.map((line, at) => (at === a ? lines[b] : at === b ? lines[a] : line)).join('\n');
  };
});

test('after any edits the problems are those of a fresh check, with several plans in a file', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...plans), { minLength: 1, maxLength: 3 }),
      fc.array(fc.oneof(typing, copying, swapping), { minLength: 1, maxLength: 8 }),
      (parts, edits) => {
        const parser = new MarkdownParser();
        const reader = new PlanReader();
        let text = parts.join('\n\n');
        let markdown: MarkdownDocument | undefined;
        for (const edit of [(same: string) => same, ...edits]) {
          text = edit(text);
          markdown = parser.parse(text, markdown);
          expect(problemsIn(reader.read(markdown))).toEqual(problemsIn(readPlans(text)));
        }
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

/** What an edit elsewhere in the file changes for a plan whose own text stays as it is. */
const elsewhere: readonly (readonly [string, string, (text: string) => string])[] = [
  [
    'another plan no longer speaks of the group',
    [
      '# 青禾小学读书活动实施方案\n\n一、活动内容\n\n由朗诵组负责评审，6月1日前完成。\n\n二、保障\n\n由教导处协调。',
      '# 青禾小学经典诵读实施方案\n\n一、组织分工\n\n朗诵组由五名教师组成。\n\n二、时间安排\n\n5月20日前报名，由教导处负责。',
    ].join('\n\n'),
    (text) => text.replace('朗诵组由五名教师组成。', '评审由五名教师组成。'),
  ],
  [
    'a line is put between the signed notice and the plan',
    [
      '# 青禾县商务局关于印发农贸市场改造实施方案的通知\n\n各乡镇人民政府：\n\n现将《农贸市场改造实施方案》印发给你们，请遵照执行。',
      '青禾县商务局\n\n2025年9月15日\n\n（联系人：李明）',
      '# 农贸市场改造实施方案\n\n一、工作目标\n\n2025年6月底前改造农贸市场7家，由县商务局负责。\n\n二、工作要求\n\n由县商务局牵头落实。',
    ].join('\n\n'),
    (text) => text.replace('（联系人：李明）', '（联系人：李明，电话见通讯录）'),
  ],
  [
    'the line that made a heading of the last one is removed',
    [
      '# 白鹭乡移风易俗工作方案\n\n根据县委《移风易俗实施意见》，制定本方案。\n\n一、方法步骤\n\n（一）宣传阶段（2024年3月1日至3月31日）\n\n发放倡议书300份。\n\n请各村遵照执行',
      '---\n\n# 青禾县档案馆学习活动实施方案\n\n一、活动时间\n\n2024年3月。',
    ].join('\n'),
    (text) => text.replace('\n---', ''),
  ],
  [
    'the signature in HTML behind the plan is removed',
    '# 白鹭乡移风易俗工作方案\n\n根据县委《移风易俗实施意见》，制定本方案。\n\n一、工作任务\n\n发放倡议书300份，由党政办负责，3月底前完成。\n\n二、工作要求\n\n各村遵照执行。\n\n<p align="right">白鹭乡人民政府<br>2024年3月1日</p>\n',
    (text) => text.replace(/<p.*<\/p>/, ''),
  ],
];

test.each(elsewhere)('problems are those of a fresh check after an edit elsewhere: %s', (_, before, edit) => {
  const parser = new MarkdownParser();
  const reader = new PlanReader();
  const markdown = parser.parse(before);
  expect(problemsIn(reader.read(markdown))).toEqual(problemsIn(readPlans(before)));
  const after = edit(before);
  expect(problemsIn(readPlans(after))).not.toEqual(problemsIn(readPlans(before)));
  expect(problemsIn(reader.read(parser.parse(after, markdown)))).toEqual(problemsIn(readPlans(after)));
});
