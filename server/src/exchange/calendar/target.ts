import { filledOf, schedulesOf, undatedNotes } from '../schedule/notes.ts';
import type { ExportTarget } from '../target.ts';
import { calendarText } from './ics.ts';

/** Stages, deadlines and meetings for a calendar. */
export const calendar: ExportTarget = {
  id: 'ics',
  label: { zh: '日历（iCalendar）：阶段、时限和会议', en: 'Calendar (iCalendar): stages, deadlines, meetings' },
  extension: '.ics',
  produce: (source) => {
    const schedules = schedulesOf(source);
    const filled = filledOf(schedules);
    if (filled.length === 0) {
      return {
        refusal: { zh: '没有读到带日期的阶段、任务或会议，未生成日历', en: 'has no dated stage, task or meeting' },
      };
    }
    return { content: calendarText(filled, source.today), notes: undatedNotes(schedules) };
  },
};
