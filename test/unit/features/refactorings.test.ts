import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refactorings } from '../../../server/src/features/refactorings/menu.ts';
import type { Section } from '../../../server/src/plan/model.ts';
import type { OpenPlan } from '../../../server/src/workspace/open-plan.ts';
import { after, open } from './opened.ts';

/** Where a cursor could stand: in every section and every table. */
function spots({ recognised }: OpenPlan): readonly number[] {
  const of = (section: Section): number[] => [section.heading.range.start, ...section.sections.flatMap(of)];
  return recognised.flatMap(({ plan }) => [
    ...plan.sections.flatMap(of),
    ...plan.tables.flatMap(({ rows }) => rows[0]?.range.start ?? []),
  ]);
}

/** What must not change: words and figures without ordinals, the form of tables and the labels that these may take over. */
function substance(text: string): string {
  const words = text
    .replace(/^[ \t]*\|[ \t:|-]+\|[ \t]*$/gm, '')
    .replace(/^([ \t\u3000#|]*)[（(]?[0-9０-９]{1,3}(?:[.．、）)]|(?=[ \t]*\|))/gm, '$1')
    .replace(/第?[一二三四五六七八九十]+/g, '')
    .replace(/<br>/g, '')
    .replace(/工作任务|具体要求|责任(?:单位|科室|人|领导)|[牵配][头合]单位|(?:完成|整改)时限|序号/g, '')
    // 由办公室牵头，5月10日前完成 says in a sentence what a column says by its header.
    .replace(/由(?=[^，。；|]+(?:负责|牵头|落实|承办))|组织实施|负责|牵头|配合|落实|(?<=[前底末])完成|于(?=\d)/g, '');
  return [...words.replace(/[^\p{Script=Han}\d]/gu, '')].sort().join('');
}

const pairs: readonly (readonly [string, string])[] = [
  ['up', 'down'],
  ['down', 'up'],
  ['toHeadings', 'toParagraphs'],
  ['toTable', 'toProse'],
];

/** True when the refactoring and its opposite, at whatever place, give the text again. */
function comesBack(plan: OpenPlan, kind: string, back: string, offset: number): boolean {
  const there = after(plan, kind, offset);
  if (there === undefined) return true;
  const changed = open(there);
  return [offset, ...spots(changed)].some((spot) => after(changed, back, spot) === plan.text);
}

const word = fc.constantFrom(
  '召开动员会',
  '清理占道经营',
  '修补路面',
  '整修排水设施',
  '张贴通告',
  '开展巡查',
  '建立台账',
);
const detail = fc.constantFrom(
  '各村参加，讲清要求。',
  '3月15日前完成登记。',
  '由党政办负责，每村不少于20处。',
  '责任单位：党政办；完成时限：4月5日前。',
  '在 A|B 两处设点，**逐户**登记。',
  '按《道路管理办法》办理。',
  '',
);
const item = fc.record({
  word,
  detail,
  more: fc.option(
    detail.filter((text) => text !== '' && !text.startsWith('责任单位')),
    { nil: undefined, freq: 4 },
  ),
});
const section = fc.record({ title: word, lead: fc.boolean(), items: fc.array(item, { maxLength: 4 }) });
const han = ['一', '二', '三', '四', '五', '六'];

/** A plan in numbered paragraphs, each a paragraph of Markdown. */
const planText = fc.array(section, { minLength: 2, maxLength: 5 }).map((sections) => {
  const parts = sections.flatMap(({ title, lead, items }, at) => [
    `${han[at]}、${title}`,
    ...(lead ? ['各村要认真组织，抓好落实。'] : []),
    ...items.map(
      ({ word: name, detail: words, more }, index) =>
        `（${han[index]}）${name}。${words}${more && words ? `\n${more}` : ''}`,
    ),
  ]);
  return ['道路整治工作方案', '为整治道路，制定本方案。', ...parts].join('\n\n').concat('\n');
});

describe('a change of form', () => {
  test.each(pairs)('%s and %s give the same text again, and every word is kept', (kind, back) => {
    fc.assert(
      fc.property(planText, fc.nat(), (text, pick) => {
        const plan = open(text);
        const places = spots(plan);
        const offset = places[pick % places.length] ?? 0;
        const there = after(plan, kind, offset);
        if (there !== undefined) expect(substance(there)).toBe(substance(text));
        expect(comesBack(plan, kind, back, offset)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('really happens in random plans', () => {
    const seen = new Set<string>();
    for (const text of fc.sample(planText, { numRuns: 30, seed: 7 })) {
      const plan = open(text);
      for (const [kind] of pairs)
        if (spots(plan).some((offset) => after(plan, kind, offset) !== undefined)) seen.add(kind);
    }
    expect([...seen].sort()).toEqual(pairs.map(([kind]) => kind).sort());
  });

  test.each([
    ['## **一、工作目标**', '**一、工作目标**'],
    ['## **一、工作目标** ##', '**一、工作目标**'],
    ['## 一、**工作**目标', '一、**工作**目标'],
  ])('bold type stays with the title: %s', (heading, paragraph) => {
    const text = `# 青湾镇环境整治工作方案\n\n为整治环境，制定本方案。\n\n${heading}\n\n全部完成整治任务，不留死角。\n\n## 二、工作要求\n\n加强组织领导，落实工作责任。\n`;
    const there = after(open(text), 'toParagraphs', 2);
    expect(there).toContain(`\n\n${paragraph}\n\n`);
    expect(after(open(there ?? ''), 'toHeadings', 2)).toBe(text.replace(' ##\n', '\n'));
  });

  test('paragraphs begin as far in as before they were headings', () => {
    const text =
      '青湾镇环境整治工作方案\n\n　　为整治环境，制定本方案，请认真执行。\n\n　　一、工作目标\n\n　　全部完成整治任务，不留死角。\n\n　　二、工作要求\n\n　　加强组织领导，落实工作责任。\n';
    const there = after(open(text), 'toHeadings', 2) ?? '';
    expect(there).toContain('\n## 一、工作目标\n');
    expect(after(open(there), 'toParagraphs', 2)).toBe(text);
  });

  test('a title begins as far in as it did, where every line of the file does', () => {
    const lines = [
      '青湾镇环境整治工作方案',
      '各村：',
      '为整治环境，制定本方案，请认真执行。',
      '一、工作目标',
      '全部完成整治任务，不留死角。',
      '二、工作要求',
      '加强组织领导，落实工作责任。',
      '青湾镇人民政府',
      '2026年3月5日',
    ];
    const text = `${lines.map((line) => `　　${line}`).join('\n\n')}\n`;
    const there = after(open(text), 'toHeadings', 5) ?? '';
    expect(there).toMatch(/^# 青湾镇/);
    expect(after(open(there), 'toParagraphs', 2)).toBe(text);
    // A signature that stands further in was put there by hand, and so was the title.
    const placed = text.replace('　　青湾镇环境', '青湾镇环境').replace('　　青湾镇人民', '　　　　　　　　青湾镇人民');
    expect(after(open(after(open(placed), 'toHeadings', 5) ?? ''), 'toParagraphs', 2)).toBe(placed);
  });

  test('a heading stands in no list of paragraphs, and below no section that stays one', () => {
    const text = `道路整治工作方案

为整治道路，制定本方案。

一、工作步骤

（一）排查。各村逐户登记，建立台账。

（二）整治

1.修补路面

修补破损处。

2.清理边沟

疏通边沟。

二、工作要求

各村要抓好落实。
`;
    const there = after(open(text), 'toHeadings', text.indexOf('一、')) ?? '';
    expect(there.match(/^#.*/gm)).toEqual(['# 道路整治工作方案', '## 一、工作步骤', '## 二、工作要求']);
  });

  const folder = path.resolve(import.meta.dirname, '../../fixtures/sound');
  const files = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));
  test.each(files)('keeps every word of %s, and a section that was moved comes back', (name) => {
    const plan = open(readFileSync(path.join(folder, name), 'utf8'));
    for (const offset of spots(plan)) {
      for (const { kind } of refactorings) {
        const there = after(plan, kind.slice(kind.lastIndexOf('.') + 1), offset);
        // A table of the stages says again what the text says.
        if (there === undefined || kind.endsWith('.toProse') || kind.includes('.workflow')) continue;
        expect(substance(there), kind).toBe(substance(plan.text));
      }
      expect(comesBack(plan, 'up', 'down', offset)).toBe(true);
    }
  });

  test('a table that is turned into paragraphs keeps every cell', () => {
    for (const name of files) {
      const plan = open(readFileSync(path.join(folder, name), 'utf8'));
      for (const { plan: read } of plan.recognised) {
        for (const table of read.tables) {
          const there = after(plan, 'toProse', table.rows[0]?.range.start ?? 0);
          if (there === undefined) continue;
          const cells = table.rows.flatMap((row) => row.cells.map(({ text }) => text));
          for (const text of cells) expect(there).toContain(text.replace(/^\d+$/, (number) => `${number}.`));
        }
      }
    }
  });
});
