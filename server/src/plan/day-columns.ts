import { plainGlyphs } from '../dates/glyphs.ts';
import { isBareDays } from '../dates/numeric.ts';

/** The header of a column of days; 时长 and 时间（小时） head amounts. */
const ofDays = /时间|日期|起止|时段|时限|期限|节点/;
const ofAmounts = /小时|分钟|时长|用时|课时|学时|工时|天数|[（(]h[）)]/;
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
    if (bare.length > 1 && !cells.some((text) => figures.test(text) && !isBareDays(text))) found.add(at);
  }
  return found;
}
