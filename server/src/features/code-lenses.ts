import type { CodeLens } from 'vscode-languageserver';
import type { Plan, PlanTable, Task } from '../plan/model.ts';
import { tasksOf } from '../plan/parties/named-parties.ts';
import { headerRange } from '../plan/tasks/task-groups.ts';
import { showPlacesCommand } from '../protocol.ts';
import { counted } from '../text/counted.ts';
import type { Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { toLspRange } from './ranges.ts';

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
    return lenses(open, client, section.heading.range, title, steps);
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
    const title = zh ? `${kinds[table.kind].zh} ${count} 行` : `${kinds[table.kind].en}, ${counted(count, 'row')}`;
    return lenses(open, client, headerRange(table), title, rows.get(table) ?? []);
  });
}

function lenses(open: OpenPlan, client: Client, at: Range, title: string, tasks: readonly Task[]): readonly CodeLens[] {
  const zh = open.language === 'zh';
  const range = toLspRange(open.document, at);
  const lens = (text: string, shown: readonly Task[]): CodeLens => ({
    range,
    command:
      client.ownCommands && shown.length > 0
        ? {
            title: text,
            command: showPlacesCommand,
            arguments: [open.uri, range.start, shown.map((task) => toLspRange(open.document, task.title.range))],
          }
        : { title: text, command: '' },
  });
  const timeless = tasks.filter(({ time }) => time.kind === 'none' || time.kind === 'vague');
  const ownerless = tasks.filter(({ parties }) => parties.every(({ vague }) => vague));
  return [
    lens(title, tasks),
    ...(timeless.length > 0
      ? [lens(zh ? `${timeless.length} 项无时限` : `${timeless.length} without time limit`, timeless)]
      : []),
    ...(ownerless.length > 0
      ? [lens(zh ? `${ownerless.length} 项未明确责任` : `${ownerless.length} without anyone responsible`, ownerless)]
      : []),
  ];
}

const kinds = {
  workflow: { zh: '流程表', en: 'workflow' },
  ledger: { zh: '台账', en: 'ledger' },
  taskBreakdown: { zh: '任务分解表', en: 'task breakdown' },
  schedule: { zh: '日程表', en: 'schedule' },
} as const;
