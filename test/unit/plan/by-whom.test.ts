import { expect, test } from 'vitest';
import { nameAt } from '../../../server/src/plan/names/names.ts';
import { namedParties } from '../../../server/src/plan/parties/named-parties.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

function read(sentence: string) {
  const text = `# 青岚镇作风整治工作方案\n\n为改进作风，制定本方案。\n\n## 一、组织领导\n\n${sentence}\n\n## 二、工作要求\n\n各村要抓好落实。\n`;
  const [plan] = readPlans(text).plans;
  if (!plan) throw new Error('no plan');
  return { text, plan };
}

test.each([
  ['“清风行动”由综合执法队配合。', '综合执法队'],
  ['清风行动由综合执法队配合。', '综合执法队'],
  ['宣传工作由财政所组织。', '财政所'],
  ['自由路小学配合。', '自由路小学'],
])('what stands in front of 由 is no part of the name behind it: %s', (sentence, name) => {
  const { plan, text } = read(sentence);
  expect(new Set(namedParties(plan).map((party) => party.name))).toEqual(new Set([name]));
  const at = nameAt(plan, text.indexOf(name) + 1);
  expect(at && [at.name, text.slice(at.range.start, at.range.end)]).toEqual([name, name]);
});

test('an activity in quotation marks is renamed without them', () => {
  const { plan, text } = read('开展“清风行动”，“清风行动”由综合执法队负责。');
  const at = nameAt(plan, text.lastIndexOf('清风') + 1);
  expect(at && text.slice(at.range.start, at.range.end)).toBe('清风行动');
  const whole = read('开展“三查三改”专项行动，各村参加。');
  const name = nameAt(whole.plan, whole.text.indexOf('三查') + 1);
  expect(name?.name).toBe('“三查三改”专项行动');
});
