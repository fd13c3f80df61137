import { describe, expect, test } from 'vitest';
import { numberLists } from '../../../../server/src/plan/line/number-lists.ts';
import { readPlans } from '../../../../server/src/plan/read.ts';

/** The lists of a plan as their numbers read, in the order in which they were begun. */
const lists = (body: string) =>
  readPlans(`# 某镇工作方案\n\n${body}`)
    .plans.flatMap(numberLists)
    .map((list) => list.numbers.map(({ token }) => token.raw.trim()).join(' '));

describe('numbered lists', () => {
  test('an inner list ends where the outer one goes on', () => {
    expect(lists('一、目标\n1.甲目标。\n2.乙目标。\n二、任务\n1.甲任务。\n')).toEqual(['一、 二、', '1. 2.', '1.']);
  });

  test('a list that begins again at one is another list', () => {
    expect(lists('1.甲任务。\n2.乙任务。\n1.丙任务。\n')).toEqual(['1. 2.', '1.']);
  });

  test('another mark does not break a list, but may be a level of its own', () => {
    expect(lists('1.甲任务。\n2．乙任务。\n3、丙任务。\n')).toEqual(['1. 2． 3、']);
    expect(lists('1、甲任务。\n1.子任务。\n2.子任务。\n2、乙任务。\n')).toEqual(['1、 2、', '1. 2.']);
  });

  test('a heading without number begins something new', () => {
    expect(lists('## 甲\n\n1.第一件。\n2.第二件。\n\n## 乙\n\n4.第四件。\n')).toEqual(['1. 2.', '4.']);
  });

  test('numbers within a line count on from its head, or are a list of their own', () => {
    expect(lists('（1）调查摸底；（2）建立台账；\n（3）整改销号。\n')).toEqual(['（1） （2） （3）']);
    expect(lists('各村要做到：（1）调查摸底；（2）建立台账。\n')).toEqual(['（1） （2）']);
  });

  test('every column of a table counts for itself', () => {
    const table =
      '| 任务 | 要求 |\n| --- | --- |\n| 1.甲任务 | （1）早动手；（2）早落实 |\n| 2.乙任务 | （1）全覆盖；（2）无死角 |\n';
    expect(lists(table)).toEqual(['1. 2.', '（1） （2）', '（1） （2）']);
  });

  test('quotations have no numbers of ours', () => {
    expect(lists('一、目标\n\n> 三、原文的第三部分。\n\n二、任务\n')).toEqual(['一、 二、']);
  });
});
