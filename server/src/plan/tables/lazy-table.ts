import type { Range } from '../../text/range.ts';
import type { ColumnField, PlanTable, TableCell, TableRow } from '../model.ts';

/** A table that is read when something is asked of it besides its place; see LazyPlan. */
export class LazyTable implements PlanTable {
  readonly source: PlanTable['source'];
  readonly range: Range;
  readonly #read: () => PlanTable;
  #table: PlanTable | undefined;

  constructor(known: Pick<PlanTable, 'source' | 'range'>, read: () => PlanTable) {
    this.source = known.source;
    this.range = known.range;
    this.#read = read;
  }

  get #whole(): PlanTable {
    this.#table ??= this.#read();
    return this.#table;
  }

  get kind() {
    return this.#whole.kind;
  }
  get title() {
    return this.#whole.title;
  }
  get audience() {
    return this.#whole.audience;
  }
  get columns() {
    return this.#whole.columns;
  }
  get rows() {
    return this.#whole.rows;
  }

  cell(row: TableRow, field: ColumnField): TableCell | undefined {
    return this.#whole.cell(row, field);
  }
}
