import type { ColumnField } from '../../plan/model.ts';

/** A cell of a ledger as it is handed on. */
export interface SheetCell {
  /** Without Markdown; lines are broken by `\n`. */
  readonly text: string;
  /** The day that the cell names and nothing else, ISO 8601: a spreadsheet shows it in `format`. */
  readonly day?: string;
  /** Number format of a spreadsheet under which the day looks as it was written. */
  readonly format?: string;
}

export interface SheetRow {
  /** Finds the row again: table and row, counted from 1, at the time of export. */
  readonly id: string;
  readonly cells: readonly SheetCell[];
  /** By when it is to be done, ISO 8601: fuzzy and inherited limits included. */
  readonly due?: string;
}

export interface SheetColumn {
  readonly header: string;
  readonly field?: ColumnField;
  /** The table of the plan has no such column: it is there to be filled in. */
  readonly added: boolean;
  /** What may be chosen; other words stay possible unless `strict`. */
  readonly choices?: readonly string[];
  readonly strict?: boolean;
}

/** A table of work of a plan, or the work of its body gathered into one, as plain data. */
export interface LedgerSheet {
  readonly id: string;
  readonly title: string;
  readonly plan: string;
  /** Gathered from the text: there is no table to which anything could return. */
  readonly gathered: boolean;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

/** What a cell was when the ledger was made; its words are known from a workbook, from a CSV only their fingerprint. */
export interface BaseCell {
  readonly text?: string;
  readonly fingerprint: string;
}

/** A row of a ledger that came back. */
export interface ReturnedRow {
  /** Row of the spreadsheet, counted from 1 as it is shown there. */
  readonly number: number;
  /** Absent for a row that was put in. */
  readonly id?: string;
  /** By header. */
  readonly cells: ReadonlyMap<string, string>;
  readonly base?: ReadonlyMap<string, BaseCell>;
}

/** A ledger that came back. */
export interface ReturnedLedger {
  readonly title: string;
  readonly gathered: boolean;
  readonly headers: readonly string[];
  /** As they were when the ledger was made. */
  readonly baseHeaders: readonly string[];
  readonly added: readonly string[];
  readonly rows: readonly ReturnedRow[];
  /** Rows that were handed out and did not come back. */
  readonly lost: readonly { readonly id: string; readonly base: ReadonlyMap<string, BaseCell> }[];
}
