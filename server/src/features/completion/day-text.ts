import { addDays, compare, type PlainDate, toIso, weekday } from '../../dates/civil.ts';
import { holidayDate, holidayNamed } from '../../dates/holidays.ts';
import { dayOff, hasCalendar, restText, type WorkCalendar } from '../../dates/workdays.ts';
import type { Language } from '../../rules/messages.ts';

const weekdays = { zh: '一二三四五六日', en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const;

/** 星期六，休息日; 星期四，国庆节放假; of a year whose notice is not out, what the law says, and that it is not out. */
export function dayText(date: PlainDate, language: Language, calendar: WorkCalendar): string {
  const at = weekday(date) - 1;
  const off = dayOff(date, calendar);
  const known = off !== undefined || hasCalendar(date.year);
  const holiday = off?.holiday ?? (known ? undefined : lawfulHoliday(date));
  const rests = off ? off.off : at > 4 || holiday !== undefined;
  if (language === 'en') {
    const name = weekdays.en[at] ?? '';
    const unknown = known ? '' : `, holidays of ${date.year} not announced`;
    return rests
      ? `${name}, a day off${holiday ? ` (${holiday})` : ''}${unknown}`
      : `${toIso(date)}, ${name}${unknown}`;
  }
  const name = `星期${weekdays.zh.charAt(at)}`;
  const unknown = known ? '' : `，${date.year}年放假安排未公布`;
  if (!rests) return off?.holiday ? `${name}，调休上班` : name + unknown;
  return (holiday ? `${name}，${restText(holiday)}` : `${name}，休息日`) + unknown;
}

/** 全国年节及纪念日放假办法 §2 (2024): the days off of each year, as days behind the first one. */
const lawful: readonly (readonly [string, number])[] = [
  ['元旦', 1],
  ['除夕', 1],
  ['春节', 3],
  ['清明节', 1],
  ['劳动节', 2],
  ['端午节', 1],
  ['中秋节', 1],
  ['国庆节', 3],
];

function lawfulHoliday(date: PlainDate): string | undefined {
  return lawful.find(([name, days]) => {
    const holiday = holidayNamed(name);
    const first = holiday && holidayDate(holiday, date.year);
    return first && compare(first, date) <= 0 && compare(date, addDays(first, days - 1)) <= 0;
  })?.[0];
}
