import { findDates } from '../../dates/find.ts';
import { titleText } from '../../plan/tasks/work-items.ts';

/** A number of the list in front of a day (3.3月20日), which is not told from a decimal before the day is gone. */
const numberBeforeDay = /^\s*\d{1,2}\.(?=\d{1,4}[年月])/;

/** A title without its list number and without the days and months in it: what stays when they move. */
export function withoutDays(title: string): string {
  const text = title.replace(numberBeforeDay, '');
  let rest = '';
  let at = 0;
  for (const { kind, raw, range } of findDates(text)) {
    const isMovable = kind === 'span' || kind === 'malformed' || kind === 'recurring';
    // 春节, 2026年度, 每月例会 are part of a name.
    if (!isMovable || !/[月日号旬]/.test(raw) || !/[\d一二三四五六七八九十]/.test(raw) || range.start < at) continue;
    rest += text.slice(at, range.start);
    at = range.end;
  }
  if (at === 0) return titleText(text);
  return titleText(
    `${rest}${text.slice(at)}`
      .replace(/[（(][\s，,、；;]*[)）]/g, '')
      .replace(/([，,、；;])\s*(?=[，,、；;])/g, '')
      .replace(/^[\s，,、；;]+/, ''),
  );
}
