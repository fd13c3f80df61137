import { expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const titleOf = (item: string) =>
  readPlans(`# 青山县人民医院整改方案\n\n一、整改任务\n\n1.${item}\n\n2.逐项销号。\n`).plans[0]?.sections[0]
    ?.sections[0]?.title.value;

test.each([
  ['建立问题台账，责任单位：医务科，完成时限：9月20日前', '建立问题台账'],
  ['各科室对照标准自查，责任人：科主任。', '各科室对照标准自查'],
  ['修订采购办法，整改时限：6月底前。', '修订采购办法'],
  // What is no label is part of the title, and what is listed behind a colon is not.
  ['抓好三项工作，重点是：学习、调研、整改，每月报送一次。', '抓好三项工作，重点是'],
  ['责任单位：医务科，完成时限：9月20日前', '责任单位'],
])('the title of “%s” ends in front of who answers for it', (item, title) => {
  expect(titleOf(item)).toBe(title);
});
