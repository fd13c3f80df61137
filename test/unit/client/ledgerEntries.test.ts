import { describe, expect, test } from 'vitest';
import { ledgerEntries } from '../../../client/src/commands/ledgerEntries.ts';

const t = (message: string, ...args: (string | number)[]) =>
  message.replace(/\{(\d)\}/g, (_whole, at) => String(args[Number(at)]));

describe('the list of what a ledger would change', () => {
  test('shows conflicts first, both sides beside one another, and does not tick them', () => {
    const entries = ledgerEntries(
      [
        { kind: 'cell', place: '第2行　状态', from: '', to: '已完成' },
        { kind: 'conflict', place: '第1行　状态', from: '基本完成', to: '已完成', base: '进行中' },
        { kind: 'row', place: '台账第9行（新增）', from: '', to: '照明不足｜增设路灯' },
      ],
      t,
    );
    expect(entries.map(({ label, index, picked }) => [label, index, picked])).toEqual([
      ['Conflicts: changed in the plan and in the ledger', undefined, undefined],
      ['$(warning) 第1行　状态', 1, false],
      ['Changed in the ledger', undefined, undefined],
      ['第2行　状态', 0, true],
      ['$(add) 台账第9行（新增）', 2, true],
    ]);
    expect(entries[1]).toMatchObject({
      description: 'exported as: 进行中',
      detail: 'plan: 基本完成  |  ledger: 已完成',
    });
    expect(entries[3]?.description).toBe('(empty) → 已完成');
  });

  test('keeps an entry on one line', () => {
    const [, entry] = ledgerEntries([{ kind: 'cell', place: '甲', from: 'a\nb', to: '长'.repeat(100) }], t);
    expect(entry?.description).toMatch(/^a ⏎ b → 长{59}…$/);
  });
});
