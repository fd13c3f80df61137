import { expect, test } from 'vitest';
import { namedParties } from '../../../../server/src/plan/parties/named-parties.ts';
import { readPlans } from '../../../../server/src/plan/read.ts';

function roles(list: string): readonly string[] {
  const text = `# 青岚镇环境整治工作方案\n\n一、组织领导\n\n成立环境整治领导小组，组成人员如下：\n\n${list}\n\n领导小组下设办公室，办公室要做好协调。\n\n二、工作要求\n\n各村要抓好落实。\n`;
  const [plan] = readPlans(text).plans;
  if (!plan) throw new Error('no plan');
  return namedParties(plan)
    .filter(({ role }) => role === 'head' || role === 'deputy' || role === 'member')
    .map(({ name, role, range }) => `${role} ${name} ${text.slice(range.start, range.end).replace(/[\s\u3000]/g, '')}`);
}

test.each([
  [
    'with their posts, paragraph by paragraph',
    '组　长：张志远　镇党委书记\n\n李建国　镇长\n\n副组长：王小明　镇党委副书记\n\n　　　　赵大海　副镇长\n\n成　员：李四平、王五福\n\n　　　　陈　静　党政办主任\n\n　　　　刘　洋（农业农村办主任）',
    [
      'head 张志远',
      'head 李建国',
      'deputy 王小明',
      'deputy 赵大海',
      'member 李四平',
      'member 王五福',
      'member 陈静',
      'member 刘洋',
    ],
  ],
  [
    'line by line, with labels that stand alone',
    '组长：\n张志远　镇党委书记\n副组长：\n王小明　镇党委副书记、镇长\n赵大海　副镇长\n成员：\n李四平、王五福、\n陈静　刘洋',
    ['head 张志远', 'deputy 王小明', 'deputy 赵大海', 'member 李四平', 'member 王五福', 'member 陈静', 'member 刘洋'],
  ],
])('persons below a label have its role: %s', (_, list, expected) => {
  expect(roles(list)).toEqual(expected.map((one) => `${one} ${one.split(' ')[1]}`));
});

test('persons in front of 为成员 are members, offices are not', () => {
  expect(roles('由张志远任组长，王小明任副组长，李四平、陈　静为成员，各科室主要负责人为成员。')).toEqual(
    ['head 张志远', 'deputy 王小明', 'member 李四平', 'member 陈静'].map((one) => `${one} ${one.split(' ')[1]}`),
  );
  expect(roles('王小明、李四平同志任领导小组成员，党政办、财政所为成员单位。')).toEqual(
    ['member 王小明', 'member 李四平'].map((one) => `${one} ${one.split(' ')[1]}`),
  );
});

test.each([
  ['a sentence', '组长：张志远\n\n李建国主持日常工作。'],
  ['units', '组长：张志远\n\n党政办　农业农村办'],
  ['villages', '组长：张志远\n\n张家村、李家村、王家湾村'],
  ['words that begin like a surname', '组长：张志远\n\n全面负责\n\n严格把关、明确分工'],
  ['a heading', '组长：张志远\n\n（二）李建国'],
  ['another label', '组长：张志远\n\n联系人：李建国\n\n赵大海　副镇长'],
  ['behind something else', '组长：张志远\n\n以上人员如有变动，由接任者自然替补。\n\n李建国　镇长'],
])('and nothing else has: %s', (_, list) => {
  expect(roles(list)).toEqual(['head 张志远 张志远']);
});
