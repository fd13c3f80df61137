import { describe, expect, test } from 'vitest';
import { planAt } from '../../../server/src/features/plans-at.ts';
import { refactorings } from '../../../server/src/features/refactorings/menu.ts';
import { findMentions } from '../../../server/src/features/refactorings/part-mentions.ts';
import { changed, open } from './opened.ts';

const plan = `# 校园安全隐患整治实施方案

为做好整治工作，制定本方案。

一、组织领导

按照“三、（二）”要求，成立领导小组，名单见附件2。

二、工作步骤

（一）第一阶段：自查（3月1日至3月20日）

1. 逐楼排查，详见本方案第四条。
2. 建立台账，依据《校园安全管理办法》第三条、第四条。

（二）第二阶段：整改（3月21日至5月10日）

第一阶段查出的问题逐项销号。

三、工作任务

（一）消防设施

按第二部分要求进行。

（二）食堂卫生

见第三部分第（一）项。

四、工作要求

第二部分任务最重，各班要记住“第三部分是根本”。

附件：1.排查表
      2.领导小组名单

附件1

排查表

附件2

领导小组名单
`;

const doubtsOf = (text: string, kind: string, words: string) => {
  const opened = open(text);
  const offset = text.indexOf(words);
  const recognised = planAt(opened, offset);
  const one = refactorings.find((refactoring) => refactoring.kind.endsWith(`.${kind}`));
  return recognised && one?.doubts?.({ open: opened, recognised, offset });
};

describe('what the text says of its own parts', () => {
  test('follows a part that is moved, and comes back with it', () => {
    const after = changed(plan, 'up', '三、工作任务');
    expect(after).toContain('按照“二、（二）”要求');
    expect(after).toContain('按第三部分要求进行');
    expect(after).toContain('见第二部分第（一）项');
    expect(changed(after, 'down', '二、工作任务')).toBe(plan);
  });

  test('follows an item within a part', () => {
    const after = changed(plan, 'down', '（一）消防设施');
    expect(after).toContain('按照“三、（一）”要求');
    expect(after).toContain('见第三部分第（二）项');
    expect(changed(after, 'up', '（二）消防设施')).toBe(plan);
  });

  test('follows an item that is called 第1条', () => {
    const numbered = plan.replace('见第三部分第（一）项。', '见第二部分第（一）项第2条、第三部分第（二）条。');
    const after = changed(numbered, 'up', '三、工作任务');
    expect(after).toContain('见第三部分第（一）项第2条、第二部分第（二）条。');
    expect(changed(after, 'down', '二、工作任务')).toBe(numbered);
  });

  test('is told where the part has no such item', () => {
    const missing = plan.replace('见第三部分第（一）项。', '见第三部分第（九）项。');
    expect(doubtsOf(missing, 'up', '三、工作任务')).toEqual(['第三部分第（九）项', '第二部分']);
  });

  test('follows a stage, with its number behind that of the section', () => {
    const after = changed(plan, 'up', '（二）第二阶段');
    expect(after).toContain('（一）第一阶段：整改');
    expect(after).toContain('（二）第二阶段：自查');
    expect(after).toContain('第二阶段查出的问题');
  });

  test('is another document’s, or quoted: left', () => {
    for (const [kind, words] of [
      ['up', '四、工作要求'],
      ['up', '三、工作任务'],
    ] as const) {
      const after = changed(plan, kind, words);
      expect(after).toContain('《校园安全管理办法》第三条、第四条');
      expect(after).toContain('“第三部分是根本”');
    }
  });

  test('is told where it is not sure', () => {
    expect(doubtsOf(plan, 'up', '三、工作任务')).toEqual(['第二部分']);
    expect(changed(plan, 'up', '三、工作任务')).toContain('第二部分任务最重');
    expect(doubtsOf(plan, 'down', '（一）消防设施')).toEqual([]);
  });

  test('follows when the document is renumbered', () => {
    const careless = plan
      .replace('三、工作任务', '四、工作任务')
      .replace('四、工作要求', '五、工作要求')
      .replace('“三、（二）”', '“四、（二）”')
      .replace('本方案第四条', '本方案第五条')
      .replace('见第三部分', '见第四部分');
    expect(changed(careless, 'renumber', '一、组织')).toBe(plan);
  });

  test('follows an attachment that gets another number', () => {
    const note = plan.replace('附件：1.排查表\n      2.领导小组名单', '附件：\n1.排查表\n2.领导小组名单\n3.联系表');
    const careless = note
      .replace('见附件2', '见附件3')
      .replace('\n2.领导', '\n3.领导')
      .replace('\n3.联系', '\n4.联系')
      .replace('\n附件2\n', '\n附件3\n');
    expect(changed(careless, 'renumber', '一、组织')).toBe(note);
  });
});

describe('mentions of parts', () => {
  const said = (text: string) =>
    findMentions(text).map(({ range, certain }) => text.slice(range.start, range.end) + (certain ? '' : '?'));

  test.each([
    ['详见本方案第四条第（二）项。', ['第四条第（二）项']],
    ['按照“三、(二)”要求办理。', ['三、(二)']],
    ['见第二部分、第三部分。', ['第二部分', '第三部分']],
    ['第三部分任务较重。', ['第三部分?']],
    ['上述第（三）项由办公室负责。', ['第（三）项']],
    ['按照《条例》第八条和第九条执行。', []],
    ['依照安全生产法第二十条规定处理。', []],
    ['对照市级方案第三部分抓落实。', []],
    ['他说“第三部分最要紧”。', []],
    ['第一条生产线停产，第一项工作先行。', []],
    ['完成第一个项目，（一）项目建设要快。', []],
    ['第二章程草案，第三节约用水。', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('renumbering a document', () => {
  const withItems = (items: string) => plan.replace(/1\. 逐楼排查[^\n]*\n2\. 建立台账[^\n]*/, items);

  test.each([
    ['1.查宿舍。\n\n3.查食堂。\n\n2.查教室。', '1.查宿舍。\n\n2.查食堂。\n\n3.查教室。'],
    ['1. 查宿舍。\n3. 查食堂。\n2. 查教室。', '1. 查宿舍。\n2. 查食堂。\n3. 查教室。'],
  ])('puts 1, 3, 2 in order: %s', (items, expected) => {
    const whole = withItems(items);
    expect(changed(whole, 'renumber', '一、组织')).toBe(whole.replace(items, expected));
  });

  test.each([
    ['1. 查宿舍。\n\n2.查食堂。\n\n3.查教室。', '1. 查宿舍。\n\n2. 查食堂。\n\n3. 查教室。'],
    ['1、查宿舍。\n\n2、查食堂。\n\n3. 查教室。', '1. 查宿舍。\n\n2. 查食堂。\n\n3. 查教室。'],
  ])('keeps the blank of a Markdown list: %s', (items, expected) => {
    const whole = withItems(items);
    expect(changed(whole, 'renumber', '一、组织')).toBe(whole.replace(items, expected));
  });
});
