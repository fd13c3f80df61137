import { describe, expect, test } from 'vitest';
import { checklistNodes, openEntries } from '../../../client/src/views/checklistTree.ts';
import type { ChecklistItem, PlanChecklist } from '../../../server/src/protocol.ts';

const t = (message: string, ...args: (string | number)[]) =>
  message.replace(/\{(\d)\}/g, (_whole, at) => String(args[Number(at)]));

const item = (label: string, rest: Partial<ChecklistItem> = {}): ChecklistItem => ({
  label,
  detail: '',
  state: 'present',
  lacks: [],
  children: [],
  ...rest,
});

const start = { line: 0, character: 0 };
const missing = item('组织领导', {
  state: 'missing',
  insert: [{ range: { start, end: start }, text: 'x', snippet: true }],
});
const plan: PlanChecklist = {
  title: '方案',
  kind: '整改方案',
  groups: [
    { key: 'sections', label: '应有部分', items: [item('依据'), missing] },
    { key: 'optional', label: '可选部分', items: [item('附件', { state: 'optional' })] },
  ],
};

describe('tree of the checklist', () => {
  test('of one plan begins with its groups, and says how much of each is there', () => {
    const nodes = checklistNodes({ version: 1, plans: [plan] }, t);
    expect(nodes.map(({ label, description, expanded }) => [label, description, expanded])).toEqual([
      ['应有部分', '1/2', true],
      ['可选部分', '0/1', false],
    ]);
  });

  test('of several plans has their titles', () => {
    const nodes = checklistNodes({ version: 1, plans: [plan, { ...plan, title: '' }] }, t);
    expect(nodes.map(({ label }) => label)).toEqual(['方案', '整改方案']);
  });

  test('is told to a screen reader in words, not by icon and colour alone', () => {
    const [group] = checklistNodes({ version: 1, plans: [plan] }, t);
    expect(group?.spoken).toBe('应有部分, 1 of 2 complete');
    expect(group?.children[1]?.spoken).toBe('组织领导, missing, press Enter to insert it');
    expect(group?.children[1]?.icon).toBe('error');
  });

  test('counts what is still to be done, optional entries not', () => {
    expect(openEntries({ version: 1, plans: [plan] })).toBe(1);
  });
});
