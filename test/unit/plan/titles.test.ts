import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const titleOf = (text: string) => readPlans(text).plans[0]?.title?.value;
const body = '一、目标\n\n不发生人员伤亡。\n\n二、要求\n\n落实值班制度。\n';

describe('the way to a page is no part of a title', () => {
  test.each(['首页 >> 通知公告 >> 正文', '首页 » 政务公开 » 正文', '当前位置 > 工作动态', '首页>文件'])('%s', (way) => {
    expect(titleOf(`${way}\n\n清河县防汛工作方案\n\n${body}`)).toBe('清河县防汛工作方案');
    expect(titleOf(`${way}\n\n关于印发清河县防汛工作方案的通知\n\n各乡镇：\n\n现印发给你们。\n`)).toBe(
      '关于印发清河县防汛工作方案的通知',
    );
  });

  test('an arrow within quotation marks is', () => {
    expect(titleOf(`清河县“田间>餐桌”行动方案\n\n${body}`)).toBe('清河县“田间>餐桌”行动方案');
  });
});

describe('a heading below the one who issues it', () => {
  const rest = '各乡镇：\n\n一、造林时间\n\n2026年9月1日至30日。\n\n湖山县人民政府办公室\n\n2026年8月20日\n';

  test.each([
    ['in bold type', '**湖山县人民政府办公室**'],
    ['in plain type', '湖山县人民政府办公室'],
  ])('%s', (_, above) => {
    expect(titleOf(`${above}\n\n## 关于开展秋季造林的通知\n\n${rest}`)).toBe('关于开展秋季造林的通知');
  });

  test.each([
    [
      'one of several headings',
      `**湖山县人民政府办公室**\n\n## 关于造林的背景\n\n${rest}\n## 关于造林的任务\n\n栽植。\n`,
    ],
    ['a heading below a sentence', `秋季是植树的好时节，大家都来参加。\n\n## 关于造林的好处\n\n${rest}`],
    ['a heading of other words', `**湖山县人民政府办公室**\n\n## 造林的日子\n\n${rest}`],
  ])('%s is no title', (_, text) => expect(titleOf(text)).toBeUndefined());
});
