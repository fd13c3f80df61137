import type { Prose } from '../text/prose.ts';
import type { Range } from '../text/range.ts';

/**
 * One line of the source inside a block. A Markdown paragraph of three source lines has three:
 * authors paste one paragraph a line, and two numbered lines without a blank line between them are
 * two items to them.
 */
export interface BlockLine {
  /** Without the leading blanks of the line; empty lines are left out. */
  readonly prose: Prose;
  /** The blanks that stood before it: spaces, tabs, U+3000. A tab-led line may be a table cell. */
  readonly indent: string;
}

interface BlockBase {
  /** Offsets from the start of the part. */
  readonly range: Range;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly depth: number;
  /** A heading that starts an ordered item begins with its marker, like a paragraph. */
  readonly lines: readonly BlockLine[];
}

/** Where a paragraph stands in a list; `undefined` outside lists. */
export interface ListPosition {
  readonly ordered: boolean;
  /** 1 for an outermost list. */
  readonly depth: number;
  /** True for the first paragraph of its item; only that one carries the marker. */
  readonly first: boolean;
  /** State of a task item. */
  readonly checked?: boolean;
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  /**
   * The prose of the first line of an ordered item begins with its marker (`1. 迅速…`), which is a
   * number to the author; the marker of a bullet is left out.
   */
  readonly lines: readonly BlockLine[];
  readonly list?: ListPosition;
  /** Inside a block quotation. */
  readonly quoted: boolean;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  /** Rows of cells, the header row first; `range` covers the row. An empty cell has an empty prose at its place. */
  readonly rows: readonly { readonly range: Range; readonly cells: readonly TableBlockCell[] }[];
}

export interface TableBlockCell {
  readonly range: Range;
  readonly prose: Prose;
}

/** Anything without plan prose: code, HTML, definitions, thematic breaks, front matter. */
export interface OpaqueBlock extends BlockBase {
  readonly kind: 'code' | 'html' | 'definition' | 'break' | 'frontMatter';
  /** The source as written; of front matter, what stands between its fences. */
  readonly value: string;
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock | OpaqueBlock;
