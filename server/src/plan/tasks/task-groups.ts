import type { Located, Range } from '../../text/range.ts';
import type { Plan, PlanTable, Section, Stage, Task } from '../model.ts';

/** Measures that stand together: the steps of one stage, the items of one section, the rows of one table. */
export interface TaskGroup {
  readonly name: Located<string>;
  readonly stage?: Stage;
  readonly section?: Section;
  readonly table?: PlanTable;
  readonly tasks: readonly Task[];
}

/** The measures of a plan in groups, so that what all of a group lack is said once. */
export function measureGroups(plan: Plan): readonly TaskGroup[] {
  const groups = new Map<object, Task[]>();
  for (const task of plan.measures) {
    const key = task.table ?? task.stage ?? task.section?.parent ?? plan;
    const list = groups.get(key);
    if (list) list.push(task);
    else groups.set(key, [task]);
  }
  return [...groups.values()].flatMap((tasks) => {
    const first = tasks[0];
    return first ? [groupOf(plan, first, tasks)] : [];
  });
}

function groupOf(plan: Plan, first: Task, tasks: readonly Task[]): TaskGroup {
  const { table, stage } = first;
  if (table) return { name: { value: table.title?.value ?? '表格', range: headerRange(table) }, table, tasks };
  if (stage) return { name: stage.name, stage, tasks };
  // The outermost sections are all that the plan is about.
  if (first.section?.number?.kind === 'han' && !first.section.parent && plan.title) return { name: plan.title, tasks };
  const section = first.section?.parent ?? around(plan.sections, first.range);
  if (section) return { name: section.title, section, tasks };
  return { name: first.title, tasks };
}

/** The innermost section in which a paragraph stands. */
function around(sections: readonly Section[], range: Range): Section | undefined {
  const outer = sections.find((section) => section.range.start <= range.start && range.end <= section.range.end);
  return outer && (around(outer.sections, range) ?? outer);
}

/** The header row of a table. */
export function headerRange(table: PlanTable): Range {
  const first = table.columns[0]?.header.range;
  const last = table.columns.at(-1)?.header.range;
  return first && last ? { start: first.start, end: last.end } : table.range;
}
