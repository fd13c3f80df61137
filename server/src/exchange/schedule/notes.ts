import type { Label } from '../../profiles/profile.ts';
import { isReport } from '../../rules/superior/stages.ts';
import { counted } from '../../text/counted.ts';
import type { ExportSource } from '../target.ts';
import { type PlanSchedule, scheduleOf } from './items.ts';

/** Most things without a day that are named; the rest is counted. */
const named = 8;

/** The schedules of the plans that are exported, also of those that hold no day: the notes speak of them. */
export function schedulesOf({ plans, path, recognised }: ExportSource): readonly PlanSchedule[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|txt)$/i, '');
  const reports = new Set(recognised.filter(({ profile }) => isReport(profile)).map(({ plan }) => plan));
  return plans.map((plan) => scheduleOf(plan, name, reports.has(plan)));
}

/** Those that have something to draw. */
export function filledOf(schedules: readonly PlanSchedule[]): readonly PlanSchedule[] {
  return schedules.filter(({ items }) => items.length > 0);
}

/** What is to be said of things that have no day, plan by plan. */
export function undatedNotes(schedules: readonly PlanSchedule[]): readonly Label[] {
  return schedules.flatMap(({ name, undated }): readonly Label[] => {
    if (undated.length === 0) return [];
    const plan = schedules.length > 1 ? { zh: `《${name}》中`, en: ` of “${name}”` } : { zh: '', en: '' };
    const list = (language: 'zh' | 'en') =>
      undated
        .slice(0, named)
        .map(({ title, reason, raw }) => {
          const shown = [...title].length > 24 ? `${[...title].slice(0, 23).join('')}…` : title;
          const said = raw === '' ? reason[language] : `${reason[language]}：${raw}`;
          return language === 'zh' ? `“${shown}”（${said}）` : `“${shown}” (${said.replace('：', ': ')})`;
        })
        .join(language === 'zh' ? '、' : ', ');
    const more = undated.length > named;
    return [
      {
        zh: `${plan.zh}${undated.length}项没有确切日期，未列入：${list('zh')}${more ? '等' : ''}`,
        en: `${counted(undated.length, 'thing')}${plan.en} without a certain day left out: ${list('en')}${more ? ', …' : ''}`,
      },
    ];
  });
}
