import { expect, test } from 'vitest';
import { cellMarkdown } from '../../../server/src/exchange/cell-source.ts';
import { plainCell } from '../../../server/src/exchange/ledger/cell-text.ts';
import { cutTo, printable } from '../../../server/src/exchange/plain-words.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

/** What the reader of plans has in a cell with that source. */
function readBack(source: string): string {
  const text = `# 台账\n\n| 存在问题 | 整改措施 |\n| --- | --- |\n| ${source} | 二 |\n`;
  const [table] = readPlans(text).plans.flatMap(({ tables }) => tables);
  const cell = table?.rows[0]?.cells[0];
  return cell && table ? plainCell(text, cell, table.source, undefined) : '';
}

test.each([
  '已完成90%',
  '<b>重要</b>',
  '*星*与__线__',
  'a|b',
  'a\\|b',
  '<!-- 批注 -->可见',
  'A&amp;B &lt;',
  '`代码`和~~删除~~',
  '[见附件](1)',
  '第一行\n第二行 `x` **y**',
])('what is typed into a cell reads the same: %s', (typed) => {
  expect(readBack(cellMarkdown(typed))).toBe(typed);
});

test('signs that no file can hold become blanks', () => {
  expect(printable('甲\u0001乙\ufffe丙\n丁\ud83d', ' ')).toBe('甲 乙 丙\n丁\ufffd');
  expect(printable('甲\u0001乙\u007f😀')).toBe('甲乙😀');
});

test('long words are cut between characters', () => {
  expect(cutTo('甲乙丙', 3)).toBe('甲乙丙');
  expect(cutTo('甲😀丙丁', 3)).toBe('甲😀…');
});
