import { expect, test } from 'vitest';
import { open } from '../features/opened.ts';

test('each of a few titles without a paragraph of its own says how many there are in the plan', () => {
  const plan = open(`# 青湾镇道路整治工作方案

为整治道路，制定本方案。

一、工作任务

（一）宣传发动（1）制作展板。（2）张贴通告。

（二）集中清理（1）清运垃圾。（2）疏通沟渠。

（三）巩固提升（1）建立台账。（2）组织回访。

二、工作要求

各村要落实责任，按时报送情况。
`);
  const messages = plan.problems.flatMap(({ rule, message }) => (rule === 'lost-paragraphs' ? [message] : []));
  expect(messages).toHaveLength(3);
  for (const message of messages) expect(message).toContain('（全文共 3 处）');
});
