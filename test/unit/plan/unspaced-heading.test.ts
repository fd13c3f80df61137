import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const headingsOf = (text: string) =>
  readPlans(text)
    .plans.flatMap(({ lines }) => lines)
    .filter(({ place }) => place === 'heading')
    .map((line) => [line.text, line.depth, text.slice(line.range.start, line.range.end)]);

describe('number signs without a blank behind them', () => {
  test.each([
    ['signs on both sides', '##一、活动背景##\n\n新学期开始。\n', '一、活动背景', 2],
    ['signs in front', '###报名方式\n\n到学生处报名。\n', '报名方式', 3],
    ['text right below', '##一、活动背景\n新学期开始。\n', '一、活动背景', 2],
    ['text right above', '新学期开始。\n##二、活动时间\n', '二、活动时间', 2],
    ['one sign and a title', '#青禾学院读书节活动策划#\n\n##一、活动背景##\n', '青禾学院读书节活动策划', 1],
    ['one sign and a number', '#一、活动背景\n', '一、活动背景', 1],
    ['below a list', '* 校学生会\n* 校团委\n##五、面向对象##\n', '五、面向对象', 2],
    ['behind \\r\\n and blanks', '新学期开始。\r\n\r\n  ##二、活动时间## \r\n', '二、活动时间', 2],
  ])('%s', (_, text, title, depth) => {
    expect(headingsOf(text)[0]).toEqual([title, depth, title]);
  });

  test.each([
    ['a tag', '#元旦晚会\n'],
    ['tags', '#读书节 #青禾学院\n'],
    ['a tag ahead of a sentence', '##读书节##青禾学院读书节开幕了。\n'],
    ['a sentence', '##为做好读书节工作，学校成立领导小组。\n'],
    ['foreign words', '##install\n'],
    ['code', '`##一、活动背景`\n'],
    ['a quotation', '> ##一、活动背景\n'],
    ['a line of an item', '* 校学生会\n  ##五、面向对象\n'],
    ['seven signs', '#######一、活动背景\n'],
  ])('%s is no heading', (_, text) => {
    expect(headingsOf(text)).toEqual([]);
  });

  test('the parts of a plan are its sections', () => {
    const text =
      '#青禾学院读书节活动策划#\n\n##一、活动时间##\n4月20日至24日。\n##二、承办单位##\n\n* 校团委\n* 图书馆\n##三、活动安排\n由校团委组织。\n';
    const [plan] = readPlans(text).plans;
    expect(plan?.title?.value).toBe('青禾学院读书节活动策划');
    expect(plan?.sections.map(({ title, level }) => [title.value, level])).toEqual([
      ['活动时间', 1],
      ['承办单位', 1],
      ['活动安排', 1],
    ]);
    expect(plan?.sections.map(({ body }) => body.map((line) => [line.text, line.place]))).toEqual([
      [['4月20日至24日。', 'paragraph']],
      [
        ['校团委', 'item'],
        ['图书馆', 'item'],
      ],
      [['由校团委组织。', 'paragraph']],
    ]);
  });
});
