import type { DateExpression } from '../../dates/expression.ts';
import { findDates } from '../../dates/find.ts';
import type { Line, Plan, PlanTable, TableCell, TableRow } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

/** Where a time expression stands, on the text that it was read from: one line, or the lines of a cell as one. */
export interface Spot {
  readonly text: string;
  readonly expression: DateExpression;
  readonly lines: readonly Line[];
  /** It stands in a column or behind a label that makes it a last day: 完成时限, 截止时间. */
  readonly isLimit: boolean;
}

/** The expressions that give the two ends of a window; mostly one and the same. */
export interface Spots {
  readonly start?: Spot;
  readonly end?: Spot;
  /** Cells that say the same of the same stage again, because the table goes on over the page. */
  readonly repeats?: readonly { readonly spot: Spot; readonly range: Range }[];
}

interface FoundCell {
  readonly table: PlanTable;
  readonly row: TableRow;
  readonly column: number;
  readonly cell: TableCell;
}

const limitLabel = /(?:时限|期限|截止(?:日期|时间)?|完成(?:日期|时间)|办结(?:日期|时间))[：:]\s*$/;

/** Finds the expressions of a plan by the ranges that the model gives for windows and times. */
export class SpotFinder {
  readonly #plan: Plan;
  #dated: Map<string, Spot> | undefined;
  #cells: Map<string, FoundCell> | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** @param range of a schedule, of a time limit or of the window of the plan */
  at(range: Range): Spots {
    const cell = this.#inCell(range);
    if (cell) return cell;
    const one = this.#on(range);
    return one ? { start: one, end: one } : this.#within(range);
  }

  #on(range: Range): Spot | undefined {
    this.#dated ??= new Map(
      this.#plan.dates.map(({ line, expression, range: place }) => [
        keyOf(place),
        {
          text: line.text,
          expression,
          lines: [line],
          isLimit: limitLabel.test(line.text.slice(Math.max(0, expression.range.start - 8), expression.range.start)),
        },
      ]),
    );
    return this.#dated.get(keyOf(range));
  }

  #inCell(range: Range): Spots | undefined {
    this.#cells ??= new Map(
      this.#plan.tables.flatMap((table) =>
        table.rows.flatMap((row) =>
          row.cells.flatMap((cell, column) =>
            cell.carried || cell.text === '' ? [] : [[keyOf(cell.range), { table, row, column, cell }] as const],
          ),
        ),
      ),
    );
    const found = this.#cells.get(keyOf(range));
    const spot = found && spotOf(found);
    if (!found || !spot) return undefined;
    const repeats = [...this.#cells.values()].filter((other) => other !== found && repeated(found, other));
    return {
      start: spot,
      end: spot,
      ...(repeats.length > 0
        ? { repeats: repeats.map((other) => ({ spot: { ...spot, lines: other.cell.lines }, range: other.cell.range })) }
        : {}),
    };
  }

  /** 从2009年9月开始，2010年2月底结束: two expressions that are one window. */
  #within(range: Range): Spots {
    const inside = this.#plan.dates.filter(({ range: { start, end } }) => range.start <= start && end <= range.end);
    const first = inside.find(({ span }) => span?.start);
    const last = inside.findLast(({ span }) => span?.end);
    if (!first || !last || first === last || first.line !== last.line) return {};
    const { line } = first;
    const common = { text: line.text, lines: [line] };
    return {
      start: { ...common, expression: first.expression, isLimit: false },
      end: { ...common, expression: last.expression, isLimit: true },
    };
  }
}

function spotOf({ table, column, cell }: FoundCell): Spot | undefined {
  // As plan/timeline.ts reads a cell: the first expression that names days.
  const expression = findDates(cell.text).find(({ kind }) => kind === 'span' || kind === 'malformed');
  const isLimit = table.columns[column]?.field === 'deadline';
  return expression && { text: cell.text, expression, lines: cell.lines, isLimit };
}

function repeated({ table, row, column, cell }: FoundCell, other: FoundCell): boolean {
  if (other.table !== table || other.column !== column || other.cell.text !== cell.text) return false;
  const stage = table.cell(row, 'stage')?.text.replace(/\s+/g, '');
  return stage !== undefined && stage !== '' && stage === table.cell(other.row, 'stage')?.text.replace(/\s+/g, '');
}

const keyOf = ({ start, end }: Range) => `${start} ${end}`;

/**
 * The places in the source of the units `[start, end)` of a spot's text, one for each line that they
 * stand on. Undefined when marks of Markdown stand between them, which an edit would tear apart.
 * @param source the text of the document
 */
export function sourceOf(
  { lines, text }: Spot,
  start: number,
  end: number,
  source: string,
): readonly Range[] | undefined {
  const places: Range[] = [];
  let at = 0;
  for (const line of lines) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + line.text.length);
    if (from < to || (start === end && from === to && places.length === 0)) {
      const place = line.at(from - at, to - at);
      if (source.slice(place.start, place.end) !== text.slice(from, to)) return undefined;
      places.push(place);
    }
    at += line.text.length;
  }
  return places.length > 0 ? places : undefined;
}
