import type { Line, PlanTable } from '../model.ts';

/**
 * 更新：2026-08-10, 编制日期：2026年8月10日, Last updated: 2026-08-10: the day of the text itself; 发布时间 is that of a page. From October
 * on the plan may be one of the next year: such a day tells none.
 */
const edition =
  /(?:更新|编制|编写|编印|制表|修订|修改|制定|制订|拟定|拟稿|起草|定稿|成文|版本|updated)(?:日期|时间|于)?\s?[：:]\s?(20\d\d)\s?[-./年]\s?0?[1-9](?!\d)(?![^，。；]{0,4}前)/i;
/** Such a label is a line of its own, or stands beside few others. */
const LONGEST = 80;

/**
 * The year in which the text was written, by a label or a table of its versions. It stands in where neither title, signature
 * nor a day of the text gives one.
 * @returns undefined where there is none, or more than one
 */
export function yearOfEdition(lines: readonly Line[], tables: readonly PlanTable[]): number | undefined {
  const years = new Set<number>();
  for (const { text } of lines) {
    const year = text.length <= LONGEST && text.includes('20') ? edition.exec(text)?.[1] : undefined;
    if (year) years.add(Number(year));
  }
  for (const { columns, rows } of tables) {
    if (!columns.some(({ header }) => /^版本号?$/.test(header.text.trim()))) continue;
    const days = (rows.at(-1)?.cells ?? []).map(({ text }) => /^\s*(20\d\d)[-./年]0?[1-9](?!\d)/.exec(text)?.[1]);
    for (const year of days) if (year) years.add(Number(year));
  }
  return years.size === 1 ? [...years][0] : undefined;
}
