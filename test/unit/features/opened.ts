import { TextDocument } from 'vscode-languageserver-textdocument';
import { planAt } from '../../../server/src/features/plans-at.ts';
import { refactorings } from '../../../server/src/features/refactorings/menu.ts';
import { tasksOf } from '../../../server/src/plan/parties/named-parties.ts';
import { applyEdits } from '../../../server/src/rules/fixes.ts';
import { createWorkbench, OpenPlan } from '../../../server/src/workspace/open-plan.ts';
import { plainSurroundings } from '../../../server/src/workspace/surroundings.ts';

const surroundings = plainSurroundings('zh');

export function open(text: string): OpenPlan {
  return new OpenPlan(
    TextDocument.create('file:///plan.md', 'markdown', 1, text),
    createWorkbench(),
    surroundings,
    's',
  );
}

/** The text after a refactoring at an offset; undefined where it does not apply. */
export function after(plan: OpenPlan, kind: string, offset: number): string | undefined {
  const recognised = planAt(plan, offset);
  const edits =
    recognised && refactorings.find((one) => one.kind.endsWith(`.${kind}`))?.edits({ open: plan, recognised, offset });
  return edits && edits.length > 0 ? applyEdits(plan.text, edits) : undefined;
}

/** The text after a refactoring at the first of these words; the text itself where it does not apply. */
export function changed(text: string, kind: string, words: string): string {
  return after(open(text), kind, text.indexOf(words)) ?? text;
}

/** What a plan has to do, when and by whom; what a change of form must not touch. */
export function workOf({ recognised }: OpenPlan): readonly string[] {
  return recognised.flatMap(({ plan }) => [
    ...plan.stages.map(({ name, schedules, steps }) =>
      [name.value, ...schedules.map(({ span }) => span.raw), steps.length].join(' '),
    ),
    ...tasksOf(plan).map(({ stage, time, parties }) => {
      const names = parties.filter(({ vague }) => !vague).map(({ name }) => name);
      const { start, end } = time.span ?? {};
      const days = [start, end].map((day) => (day ? `${day.year}-${day.month}-${day.day}` : ''));
      return [stage?.name.value ?? '', time.kind, days.join('/'), [...new Set(names)].sort().join('、')].join(' ');
    }),
  ]);
}
