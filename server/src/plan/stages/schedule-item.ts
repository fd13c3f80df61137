import type { Stage } from '../model.ts';
import { isStageName } from './stage-words.ts';

/** What is called so is a stage, and ends where the next one begins. */
const calledStage = /阶段|步骤|环节|进度|进程/;

/**
 * Whether a stage is one of the works that a section 时间安排 dates one by one in their text (（三）中期检查 …3月15日—20日…):
 * such works need not follow one another without a day between, and may go on side by side. So do the lines of a schedule.
 */
export function isScheduleItem({ name, section, schedules, listed }: Stage): boolean {
  if (listed) return true;
  if (!section || schedules.length === 0 || schedules.some(({ origin }) => origin !== 'body')) return false;
  const { number, title, parent } = section;
  if (number?.kind === 'stage' || number?.kind === 'stepOrdinal') return false;
  return !calledStage.test(`${title.value} ${parent?.title.value ?? ''}`) && !isStageName(name.value);
}
