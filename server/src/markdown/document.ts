import type { Root } from 'mdast';
import type { Block } from './blocks.ts';

/**
 * A stretch of the source that is parsed by itself. Its tree and blocks depend on nothing but its
 * text (and the labels of the document's definitions, where it holds a `[`), so they are shared by
 * every part with that text, and every position in them counts from the start of the part.
 */
export interface PartSyntax {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The mdast tree, made when first asked for; positions count from the start of the part. */
  tree(): Root;
}

export interface Part {
  /** Offset and zero-based line of the part in the document. */
  readonly offset: number;
  readonly line: number;
  readonly syntax: PartSyntax;
}

/** A parsed text. Immutable: an edit makes a new one, in which untouched parts are the same `PartSyntax`. */
export interface MarkdownDocument {
  readonly text: string;
  readonly parts: readonly Part[];
}
