import { describe, expect, it } from 'vitest';
import { dutyNode, groupNodes } from '../../../client/src/views/dutiesTree.ts';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json';
import type { DutyGroups, DutyItem } from '../../../server/src/protocol.ts';

const words: Record<string, string> = chinese;
const t = (message: string, ...values: (string | number)[]) =>
  (words[message] ?? `未译：${message}`).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

const groups: DutyGroups = {
  asOf: '2026-04-15',
  count: 5,
  overdue: 1,
  soon: 0,
  partial: false,
  groups: [
    { id: 'overdue', label: '已逾期', count: 1, pressing: 1 },
    { id: '=孙雅琴', label: '孙雅琴', count: 4, pressing: 1 },
    { id: '=overdue', label: 'overdue', count: 1, pressing: 0 },
  ],
};

const duty: DutyItem = {
  uri: 'file:///a.md',
  range: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } },
  title: '更换路灯',
  due: '2026年4月10日',
  urgency: 'overdue',
  state: '已逾期',
  parties: '孙雅琴（责任人）',
  plan: '道路整治工作方案',
  stage: '集中整治',
};

describe('the view of duties', () => {
  it('has what presses first and open, and says how much of a group does', () => {
    const nodes = groupNodes(groups, 'person', t);
    expect(nodes.map(({ label, description, icon, expanded }) => [label, description, icon, expanded])).toEqual([
      ['已逾期', '1', 'error', true],
      ['孙雅琴', '4 项，其中 1 项紧迫', 'person', false],
      ['overdue', '1', 'person', false],
    ]);
    expect(nodes[1]?.spoken).toBe('孙雅琴：4 项，其中 1 项紧迫');
    expect(groupNodes(groups, 'unit', t)[1]?.icon).toBe('organization');
  });

  it('tells all of a duty to a screen reader', () => {
    const node = dutyNode(duty, t);
    expect([node.label, node.description, node.icon]).toEqual(['更换路灯', '2026年4月10日', 'error']);
    expect(node.spoken).toBe('更换路灯，2026年4月10日，已逾期，孙雅琴（责任人），道路整治工作方案 › 集中整治');
    expect(dutyNode({ ...duty, stage: '', parties: '', urgency: 'done', state: '已完成' }, t).spoken).toBe(
      '更换路灯，2026年4月10日，已完成，道路整治工作方案',
    );
  });
});
