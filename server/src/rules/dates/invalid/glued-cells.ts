import { readGluedDay } from '../../../dates/glued-day.ts';
import { plainGlyphs } from '../../../dates/glyphs.ts';
import type { Plan } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';

interface GluedCell {
  readonly raw: string;
  readonly range: Range;
  readonly correction?: string;
}

const figures = /^(?:\d{3,4}|3[2-9]|[4-9]\d)日前?$/;
/** 6月15日 */
const day = /\d{1,2}月\d{1,2}日/;

/** The one cell 615日 in a column of days: the cells above and below it say 6月10日, 6月20日前. */
export function gluedCells({ tables }: Plan): readonly GluedCell[] {
  return tables.flatMap(({ columns, rows }) =>
    columns.flatMap((_, at) => {
      const cells = rows.flatMap(({ cells: { [at]: cell } }) =>
        cell && !cell.carried && cell.text !== '' ? [cell] : [],
      );
      const odd = cells.filter(({ text, lines }) => lines.length === 1 && figures.test(text));
      if (odd.length === 0) return [];
      const days = cells.filter(({ text }) => day.test(text)).length;
      if (days < 2 || days * 2 < cells.length) return [];
      return odd.flatMap(({ text, range, lines }): readonly GluedCell[] => {
        const glued = readGluedDay(plainGlyphs(text), 0, undefined);
        if (!glued || lines[0]?.facts.dates.some(({ fault }) => fault)) return [];
        const { correction } = glued.fault ?? {};
        return [{ raw: text, range, ...(correction ? { correction: correction + text.slice(glued.end) } : {}) }];
      });
    }),
  );
}
