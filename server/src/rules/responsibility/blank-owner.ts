import type { Plan, Task } from '../../plan/model.ts';

/** ××科负责, 由×××任组长, 责任人：×××: the author knows that somebody has to answer, and still has to say who. */
const blank =
  /[×✕✖╳]{2,6}[^，。；：×]{0,8}(?:负责|牵头|承办|起草|组织|汇总|主持|督办|落实)|(?:由|责任单位：|责任人：|责任部门：|责任领导：|牵头单位：|牵头部门：)[ ]?[×✕✖╳]{2}/;
const crosses = /[×✕✖╳]{2}/;

/** Whether a task leaves open who answers for it; the rule placeholder tells of that, and nobody is missing as well. */
export function hasBlankOwner(plan: Plan, { range, row, table }: Task): boolean {
  if (row && table) {
    const fields = ['owner', 'responsibleUnit', 'leadUnit', 'responsibleLeader'] as const;
    return fields.some((field) => crosses.test(table.cell(row, field)?.text ?? ''));
  }
  return plan.lines.some(
    (line) => line.range.start >= range.start && line.range.end <= range.end && blank.test(line.text),
  );
}
