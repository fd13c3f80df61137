import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { certainActivity } from '../../plan/names/activities.ts';
import { unitsOf } from '../../plan/names/names.ts';
import { planMemo, versionMemo } from '../../plan/plan-memo.ts';
import type { SkeletonValues } from '../../profiles/skeleton.ts';

/** What a plan says already of what its skeletons leave open: 成立农贸市场环境整治活动领导小组, where its title names that. */
export function skeletonValuesOf(plan: Plan, year: string): SkeletonValues {
  const activity = activityOf(plan);
  return activity === '' ? { year } : { year, activity };
}

/** What the activity is called; empty where the title does not say it. Each of several sections that a plan lacks asks for it. */
export const activityOf = versionMemo(
  (plan): string => (plan.title && certainActivity(plan.title.value, unitsOf(plan))) ?? '',
);

/** How the items of a plan are numbered: 1、 and 1. and 1． with or without a blank. */
interface ItemStyle {
  /** What stands between the number and the words. */
  readonly mark: string;
  /** Each item is a paragraph of its own. */
  readonly apart: boolean;
}

/** What a numbered line can begin with; a cheap test in front of the pattern. */
const beginsItem = (text: string): boolean => text.charCodeAt(0) <= 0x39 || text.startsWith('\u3000');
const item = /^[ \t\u3000]*\d{1,2}([.．、][ \u3000]?)(?![\d\s])/;
/** The mark behind the number of a line; empty where it begins with none. */
const markOf = lineMemo(({ text }): string => (beginsItem(text) && item.exec(text)?.[1]) || '');

/** That of most items; undefined where there are none. The parts of a plan that are numbered 1、 are no items. */
export const itemStyleOf: (plan: Plan) => ItemStyle | undefined = planMemo(
  ({ lines, sections }: Plan): ItemStyle | undefined => {
    const counts = new Map<string, number>();
    let apart = true;
    let before: Line | undefined;
    for (const line of lines) {
      const mark = line.place === 'heading' ? '' : markOf(line.facts);
      if (mark === '' || sections.some(({ heading }) => heading === line)) continue;
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
      if (line.block === before?.block) apart = false;
      before = line;
    }
    let most: string | undefined;
    for (const [mark, count] of counts) if (most === undefined || count > (counts.get(most) ?? 0)) most = mark;
    return most === undefined ? undefined : { mark: most, apart };
  },
  (style) => style,
);

/** The words of a skeleton with its items numbered as those of the plan are: 1、 where it has 1、. */
export function inItemStyle(plan: Plan, body: string): string {
  const style = itemStyleOf(plan);
  // A list of Markdown is written in that way already.
  if (!style || style.mark === '. ') return body;
  const written = body.replace(/^(\d{1,2})\. /gm, (_, value: string) => value + style.mark);
  return style.apart ? written.replace(/([^\n])\n(?=\d{1,2}[.．、])/g, '$1\n\n') : written;
}
