import type { CodeLens } from 'vscode-languageserver';
import type { ColumnField, Plan, PlanTable, Task } from '../plan/model.ts';
import { tasksOf } from '../plan/parties/named-parties.ts';
import { limitFields, ownerFields } from '../plan/tables/table-fields.ts';
import { headerRange } from '../plan/tasks/task-groups.ts';
import { showPlacesCommand } from '../protocol.ts';
import { counted } from '../text/counted.ts';
import type { Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { toLspRange } from './ranges.ts';
import { rowsWithout, tableName } from './work-tables.ts';

/**
 * Above stages and tables: how many steps or rows there are, how many of them have no time limit,
 * own or inherited, and for how many nobody answers. A click goes to the one, or shows them all.
 */
export function codeLenses(open: OpenPlan, client: Client): CodeLens[] {
  return open.recognised.flatMap(({ plan }) => [
    ...stageLenses(open, plan, client),
    ...tableLenses(open, plan, client),
  ]);
}

function stageLenses(open: OpenPlan, plan: Plan, client: Client): readonly CodeLens[] {
  const zh = open.language === 'zh';
  return plan.stages.flatMap(({ section, steps }) => {
    if (!section || steps.length === 0) return [];
    const count = steps.length;
    const title = zh ? `${count} 个步骤` : counted(count, 'step');
    return lenses(open, client, section.heading.range, title, lacking(steps));
  });
}

function tableLenses(open: OpenPlan, plan: Plan, client: Client): readonly CodeLens[] {
  const zh = open.language === 'zh';
  const rows = new Map<PlanTable, Task[]>();
  for (const task of plan.tables.length > 0 ? tasksOf(plan) : []) {
    if (!task.table) continue;
    const own = rows.get(task.table);
    if (own) own.push(task);
    else rows.set(task.table, [task]);
  }
  return plan.tables.flatMap((table) => {
    if (table.kind === 'other' || table.rows.length === 0) return [];
    const count = table.rows.length;
    const name = tableName(plan, table);
    const title = zh ? `${name.zh} ${count} 行` : `${name.en}, ${counted(count, 'row')}`;
    const tasks = rows.get(table) ?? [];
    // A row that is read as no task (| 西街修鞋摊 | | 城管办 |) lacks what its cells lack.
    const taken = new Set(tasks.map(({ row }) => row));
    const emptyIn = (fields: readonly ColumnField[]) =>
      rowsWithout(table, fields).flatMap((row) => {
        const cell = row.cells.find(({ text }) => text.trim() !== '');
        return taken.has(row) || !cell ? [] : [cell.range];
      });
    const found = lacking(tasks);
    return lenses(open, client, headerRange(table), title, {
      all: found.all,
      timeless: inOrder([...found.timeless, ...emptyIn(limitFields)]),
      ownerless: inOrder([...found.ownerless, ...emptyIn(ownerFields)]),
    });
  });
}

/** What a stage or a table has, and which of it says nothing of time or owner: the places of their titles. */
interface Lacking {
  readonly all: readonly Range[];
  readonly timeless: readonly Range[];
  readonly ownerless: readonly Range[];
}

function lacking(tasks: readonly Task[]): Lacking {
  const places = (some: readonly Task[]) => some.map(({ title }) => title.range);
  return {
    all: places(tasks),
    timeless: places(tasks.filter(({ time }) => time.kind === 'none' || time.kind === 'vague')),
    ownerless: places(tasks.filter(({ parties }) => parties.every(({ vague }) => vague))),
  };
}

function inOrder(ranges: readonly Range[]): readonly Range[] {
  return [...ranges].sort((a, b) => a.start - b.start);
}

function lenses(open: OpenPlan, client: Client, at: Range, title: string, of: Lacking): readonly CodeLens[] {
  const zh = open.language === 'zh';
  const range = toLspRange(open.document, at);
  const lens = (text: string, shown: readonly Range[]): CodeLens => ({
    range,
    command:
      client.ownCommands && shown.length > 0
        ? {
            title: text,
            command: showPlacesCommand,
            arguments: [open.uri, range.start, shown.map((place) => toLspRange(open.document, place))],
          }
        : { title: text, command: '' },
  });
  const { all, timeless, ownerless } = of;
  return [
    lens(title, all),
    ...(timeless.length > 0
      ? [lens(zh ? `${timeless.length} 项无时限` : `${timeless.length} without time limit`, timeless)]
      : []),
    ...(ownerless.length > 0
      ? [lens(zh ? `${ownerless.length} 项未明确责任` : `${ownerless.length} without anyone responsible`, ownerless)]
      : []),
  ];
}
