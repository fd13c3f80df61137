import { readCount } from '../../../numbering/han.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { isTotalRow } from '../../../plan/tables/table-fields.ts';
import { sectionsOfTables } from '../../../plan/tables/table-sections.ts';
import { squeeze, valuesOf } from './in-table.ts';
import type { Miscount } from './issues.ts';

/** 全年共举办4期, 分三批进行, 共安排6场 */
const told =
  /(?:共|共计|计划|拟|分|分为|分成|举办|开展|组织|安排|开设)(?:举办|开展|组织|安排|开设|分)?(?:培训|演练|讲座|宣讲|活动)?((\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)([期批场轮])次?)(?=[，。；：、（(]|进行|开展|举办|组织|实施|培训|$)/g;
const turnHeader = /^[期批场轮]次?(?:别|数)?$/;
const FAR = 2;
const NONE: readonly Miscount[] = [];

/** So many turns of a training, and a table of turns below the same heading that has other many. */
export function unequalTurns(plan: Plan): readonly Miscount[] {
  const tables = plan.tables.filter(({ columns: [first] }) => first && turnHeader.test(squeeze(first.header.text)));
  const [table, more] = tables;
  if (!table || more) return NONE;
  const section = sectionsOfTables(plan.sections).get(table);
  if (!section) return NONE;
  const kind = squeeze(table.columns[0]?.header.text ?? '').charAt(0);
  const rows = table.rows.filter((row) => !isTotalRow(row));
  const listed = valuesOf(rows, 0).size;
  const found = [section.heading, ...section.body].flatMap((line) => turnsOn(line, kind));
  const [first] = found;
  // Several numbers are of several things.
  if (!first || found.length > 1 || first.count === listed || listed < 2) return NONE;
  return Math.abs(first.count - listed) > FAR ? NONE : [{ written: first.written, listed, range: first.range }];
}

function turnsOn(line: Line, kind: string) {
  return [...line.text.matchAll(told)].flatMap(({ 0: words, 1: written = '', 2: numeral = '', 3: unit, index }) => {
    const count = readCount(numeral);
    const before = line.text.slice(Math.max(0, index - 8), index + words.length);
    if (unit !== kind || count === undefined || /[每各第]/.test(before)) return [];
    const start = index + words.lastIndexOf(written);
    return [{ written, count, range: line.at(start, start + written.length) }];
  });
}
