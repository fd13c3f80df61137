import { describe, expect, it } from 'vitest';
import { columnField } from '../../../../server/src/plan/tables/columns.ts';

describe('headers of columns', () => {
  it.each([
    ['案件', 'issue'],
    ['信访事项', 'issue'],
    ['风险点', 'issue'],
    ['包案领导', 'responsibleLeader'],
    ['挂点领导', 'responsibleLeader'],
    ['包保人', 'owner'],
    ['化解措施', 'measure'],
    ['防控举措', 'measure'],
    ['化解时限', 'deadline'],
    ['销号期限', 'deadline'],
    ['督办领导', 'supervisor'],
  ] as const)('%s is read as %s', (header, field) => {
    expect(columnField(header)).toBe(field);
  });

  it.each(['时限管理部门情况说明及其他有关事项', '保质期限内数量', '金额', '案件数'])(
    '%s is no column that is known',
    (header) => {
      expect(columnField(header)).toBeUndefined();
    },
  );
});
