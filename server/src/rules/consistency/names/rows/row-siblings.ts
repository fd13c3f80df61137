import type { Line, Plan, PlanTable } from '../../../../plan/model.ts';
import { isTotalRow } from '../../../../plan/tables/table-fields.ts';
import { anyOf } from '../../../../text/any-of.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../name-variant.yaml';
import { timesSaid } from '../rare.ts';
import type { TwoNames } from '../reader.ts';

interface Row {
  readonly name: string;
  readonly range: Range;
}

interface OddRow extends Row {
  /** What the others end with, and all names of the table. */
  readonly kind: string;
  readonly names: ReadonlySet<string>;
}

const { rowKinds } = source as { readonly rowKinds: readonly string[] };
const plainName = new RegExp(`^[一-龥]{2,10}(?:${anyOf(rowKinds)})$`);
/** What the rows have in common at their end, and what tells one from the next. */
const KIND = 2;
const OWN = 2;
/** So many rows end alike. */
const ALIKE = 2;
/** So many odd rows a plan has at most. */
const MOST = 5;

/**
 * A row that calls a house by another kind than the text does, where its siblings have that kind: 开发区分理处 beside 城东支行 and
 * 城西支行, and the text has 开发区支行.
 */
export function rowSiblings({ tables }: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const odd = tables.flatMap((table) => oddRows(rowsOf(table)));
  // Each is looked for in the whole text; and where many are odd, none is.
  return odd.length > MOST ? [] : odd.flatMap((row) => siblingOf(row, lines));
}

/** What stands in the first column of names. */
function rowsOf({ columns, rows }: PlanTable): readonly Row[] {
  for (const at of columns.keys()) {
    const named = rows.flatMap((row): readonly Row[] => {
      const cell = isTotalRow(row) ? undefined : row.cells[at];
      const name = cell?.text.trim() ?? '';
      const [line] = cell?.lines ?? [];
      return cell && !cell.carried && line && plainName.test(name) ? [{ name, range: line.range }] : [];
    });
    if (named.length > ALIKE) return named;
  }
  return [];
}

/** The rows that do not end as the others do. */
function oddRows(rows: readonly Row[]): readonly OddRow[] {
  const kinds = new Map<string, number>();
  for (const { name } of rows) kinds.set(name.slice(-KIND), (kinds.get(name.slice(-KIND)) ?? 0) + 1);
  const [best] = [...kinds].sort(([, a], [, b]) => b - a);
  const [kind = '', times = 0] = best ?? [];
  if (times < ALIKE || !rowKinds.includes(kind)) return [];
  const names = new Set(rows.map(({ name }) => name));
  return rows.flatMap((row) => (row.name.endsWith(kind) ? [] : [{ ...row, kind, names }]));
}

function siblingOf({ name, range, kind, names }: OddRow, lines: readonly Line[]): readonly TwoNames[] {
  if (timesSaid(name, lines) !== 1) return [];
  for (let length = name.length - KIND; length >= OWN; length--) {
    const other = name.slice(0, length) + kind;
    if (names.has(other)) return [];
    const place = placeOf(other, lines);
    if (place) return [{ written: name, other, range, elsewhere: place }];
  }
  return [];
}

/** The name with nothing in front of it that would make it another one. */
function placeOf(name: string, lines: readonly Line[]): Range | undefined {
  for (const line of lines) {
    for (let at = line.text.indexOf(name); at >= 0; at = line.text.indexOf(name, at + 1)) {
      if (at === 0 || /[^一-龥]|[由在报经向和与]/.test(line.text.charAt(at - 1))) return line.at(at, at + name.length);
    }
  }
  return undefined;
}
