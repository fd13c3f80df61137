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
    ['主责单位', 'responsibleUnit'],
    ['责任村（社区）', 'responsibleUnit'],
    ['责任镇街', 'responsibleUnit'],
    ['整改单位', 'responsibleUnit'],
    ['承办科室', 'responsibleUnit'],
    ['主责', 'responsibleUnit'],
    ['主办部门', 'leadUnit'],
    ['整改人', 'owner'],
    ['牵头人', 'owner'],
    ['负责同志', 'owner'],
    ['包村干部', 'owner'],
    ['包镇领导', 'responsibleLeader'],
    ['时间要求', 'deadline'],
    ['完成节点', 'deadline'],
    ['整改限期', 'deadline'],
    ['截止', 'deadline'],
    ['工期', 'time'],
    ['解决办法', 'measure'],
    ['问题隐患', 'issue'],
    ['差距', 'issue'],
    ['整改事项', 'activity'],
    ['重点工作', 'activity'],
  ] as const)('%s is read as %s', (header, field) => {
    expect(columnField(header)).toBe(field);
  });

  it.each([
    '时限管理部门情况说明及其他有关事项',
    '保质期限内数量',
    '金额',
    '案件数',
    '整改人数',
    '截止人数',
    '意见建议数',
    '责任分工',
  ])('%s is no column that is known', (header) => {
    expect(columnField(header)).toBeUndefined();
  });
});
