import { describe, expect, test } from 'vitest';
import { readPlans } from '../../server/src/plan/read.ts';
import { applyEdits } from '../../server/src/rules/fixes.ts';
import { suppressionEdit } from '../../server/src/rules/suppressions.ts';
import { problemsOf } from './harness.ts';

const head = '# 双河镇防汛应急工作方案\n\n';
const rulesIn = (text: string) =>
  problemsOf(text)
    .filter(({ rule }) => rule === 'placeholder' || rule === 'duplicated-word' || rule === 'unused-suppression')
    .map(({ rule }) => rule);

describe('suppression comments', () => {
  test.each([
    ['the same line', '值班电话：XX。 <!-- fangan-disable-line placeholder -->\n'],
    ['the same line, all rules', '各村要要值守，电话：XX。 <!-- fangan-disable-line -->\n'],
    ['the next line', '<!-- fangan-disable-next-line placeholder -->\n值班电话：XX。\n'],
    ['the next line over a blank one', '<!-- fangan-disable-next-line placeholder -->\n\n值班电话：XX。\n'],
    [
      'two rules, with a reason',
      '各村要要值守，电话：XX。 <!-- fangan-disable-line placeholder, duplicated-word -- 沿用原文 -->\n',
    ],
    ['the whole file', '值班电话：XX。\n\n<!-- fangan-disable-file placeholder -->\n'],
    [
      'a region',
      '<!-- fangan-disable placeholder -->\n值班电话：XX。\n\n备用电话：XX。\n<!-- fangan-enable placeholder -->\n',
    ],
    ['a region without end', '<!-- fangan-disable -->\n值班电话：XX。\n\n各村要要值守。\n'],
    ['a section, below its heading', '一、值班\n<!-- fangan-disable-section placeholder -->\n电话：XX。\n'],
    ['a section, above its heading', '<!-- fangan-disable-section placeholder -->\n## 一、值班\n\n电话：XX。\n'],
    ['no blanks in the comment', '值班电话：XX。<!--fangan-disable-line-->\n'],
  ])('%s', (_name, text) => {
    expect(rulesIn(head + text)).toEqual([]);
  });

  test('reach no farther than they say', () => {
    expect(rulesIn(`${head}电话：XX。 <!-- fangan-disable-line placeholder -->\n\n联系人：某某。\n`)).toEqual([
      'placeholder',
    ]);
    expect(
      rulesIn(`${head}<!-- fangan-disable placeholder -->\n电话：XX。\n<!-- fangan-enable -->\n\n联系人：某某。\n`),
    ).toEqual(['placeholder']);
    expect(
      rulesIn(
        `${head}一、值班\n<!-- fangan-disable-section placeholder -->\n电话：XX。\n\n二、保障\n\n联系人：某某。\n`,
      ),
    ).toEqual(['placeholder']);
    expect(rulesIn(`${head}电话：XX，要要值守。 <!-- fangan-disable-line placeholder -->\n`)).toEqual([
      'duplicated-word',
    ]);
  });

  test('one rule of a region can be ended by itself', () => {
    const text = `${head}<!-- fangan-disable placeholder duplicated-word -->\n电话：XX，要要值守。\n<!-- fangan-enable placeholder -->\n\n联系人：某某，要要值守。\n`;
    expect(rulesIn(text)).toEqual(['placeholder']);
  });

  test('in code they are examples', () => {
    expect(rulesIn(`${head}电话：XX。\n\n\`\`\`\n<!-- fangan-disable-file -->\n\`\`\`\n`)).toEqual(['placeholder']);
    expect(rulesIn(`${head}电话：XX，注释写作 \`<!-- fangan-disable-line -->\`。\n`)).toEqual(['placeholder']);
  });

  test('a comment for a rule that is turned off may be needed by others', () => {
    const text = `${head}确保安全。 <!-- fangan-disable-line placeholder -->\n`;
    const unused = (rules: Parameters<typeof problemsOf>[1]) =>
      problemsOf(text, rules).filter(({ rule }) => rule === 'unused-suppression').length;
    expect(unused({})).toBe(1);
    expect(unused({ rules: { placeholder: { severity: 'off' } } })).toBe(0);
    expect(unused({ rules: { 'unused-suppression': { severity: 'off' } } })).toBe(0);
  });
});

describe('the edit that suppresses a problem', () => {
  const text = `---\ntitle: 防汛方案\n---\n\n${head}## 一、值班\n\n电话：XX。\n\n| 岗位 | 责任人 | 时限 |\n| --- | --- | --- |\n| 巡堤 | 待定 | 6月底前 |\n`;
  const document = readPlans(text);
  const problems = problemsOf(text).filter(({ rule }) => rule === 'placeholder');

  test.each(['line', 'section', 'file'] as const)('for the %s', (scope) => {
    expect(problems).toHaveLength(2);
    for (const problem of problems) {
      const edit = suppressionEdit(document, problem, scope);
      if (!edit) throw new Error('no edit');
      const after = applyEdits(text, [edit]);
      const left = problemsOf(after).filter(({ rule }) => rule === 'placeholder' || rule === 'unused-suppression');
      expect(left.map(({ rule }) => rule)).toEqual(scope === 'line' ? ['placeholder'] : []);
      expect(readPlans(after).plans[0]?.tables[0]?.rows[0]?.cells).toHaveLength(3);
    }
  });
});
