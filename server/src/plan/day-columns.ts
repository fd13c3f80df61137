import { plainGlyphs } from '../dates/glyphs.ts';
import { isBareDays } from '../dates/numeric.ts';

/** The header of a column of days; 时长 and 时间（小时） head amounts. */
const ofDays = /时间|日期|起止|时段|时限|期限|节点/;
const ofAmounts = /小时|分钟|时长|用时|课时|学时|工时|天数|成绩|睡眠|响应|[（(](?:h|s|秒|天)[）)]/;
/** 完成时限, 截止日期, 起止时间: nothing but days is called so. 时间 heads hours and seconds as well. */
const sureDays = /日期|起止|期限|时限|节点|截止|完成时间/;
const figures = /^[\d０-９.．]{1,8}$/;

/**
 * The columns of a table in which 3.2 — 3.8 and 06.26 are days: the header says so, and more than one cell looks
 * like it.
 * @param rows the texts of the cells, the header first
 */
export function dayColumns(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const [header = [], ...body] = rows;
  const found = new Set<number>();
  for (const [at, name] of header.entries()) {
    if (!ofDays.test(name) || ofAmounts.test(name)) continue;
    const cells = body.map((row) => plainGlyphs(row[at] ?? '').trim()).filter((text) => text !== '');
    const bare = cells.filter(isBareDays);
    if (!/日期/.test(name) && (cells.some((text) => clock.test(text)) || isOfOneHour(cells))) continue;
    if (bare.length < 2 || cells.some((text) => figures.test(text) && !isBareDays(text))) continue;
    if (sureDays.test(name) || bare.some((text) => !plainFigure.test(text)) || ascend(bare)) found.add(at);
  }
  return found;
}

/** 9.10—9.35, 8.00—8.10: there are so many minutes in an hour, and no such days in a month. */
const clock = /^\d{1,2}[.．](?:00|3[2-9]|[45]\d)(?!\d)|[-—~至到] ?\d{1,2}[.．](?:00|3[2-9]|[45]\d)$/;

/** 9.10—9.20, 9.20—9.25, 9.25—9.30: one follows right upon the other within the hour. */
function isOfOneHour(cells: readonly string[]): boolean {
  const [first = ''] = cells;
  const hour = first.slice(0, first.indexOf('.') + 1);
  const ends = cells.map((text) => text.split(/ *[-—~至到]+ */));
  return (
    ends.length > 2 &&
    ends.every(
      ([from = '', to = ''], at) => from.startsWith(hour) && to !== '' && (at === 0 || ends[at - 1]?.[1] === from),
    )
  );
}

/** 8.5 may be anything; 06.26, 3/9 and 3.2—3.8 are no measured amounts. */
const plainFigure = /^[1-9]\d?\.[1-9]\d?$/;

/** 3.2, 3.9, 4.12: days follow each other row by row. */
function ascend(days: readonly string[]): boolean {
  let last = 0;
  for (const day of days) {
    const [month = 0, date = 0] = day.split('.').map(Number);
    if (month * 31 + date < last) return false;
    last = month * 31 + date;
  }
  return true;
}
