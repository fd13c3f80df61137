import type { Label } from '../../profiles/profile.ts';

/** What an import left out or could not be sure of. */
export interface ImportNotice {
  readonly message: Label;
  /** What was left out, word by word, in order; empty where nothing was. */
  readonly removed: readonly string[];
}

/** One Markdown document that came out of an import. */
export interface ImportedDocument {
  /** Title of its plan; empty where none was found. */
  readonly title: string;
  readonly text: string;
}

/** What came out of a file or of a pasted text: documents, or the one reason why there are none. */
export type ImportAnswer =
  | { readonly documents: readonly ImportedDocument[]; readonly notices: readonly ImportNotice[] }
  | { readonly fault: Label };

/** A cell of a table as it stands in the file, with what it covers. */
export interface SourceCell {
  /** Paragraphs are divided by line feeds. */
  readonly text: string;
  /** Columns and rows that it covers, from 1 on. */
  readonly columns: number;
  readonly rows: number;
}

/** A paragraph or a table of a file that is no Markdown; plain data, it comes out of the bundle of office files. */
export type SourceBlock =
  | {
      readonly kind: 'paragraph';
      /** Line feeds are manual breaks. */
      readonly text: string;
      /** The title of the document, a heading, a bullet or another item of a list, whose number its text has. */
      readonly style?: 'title' | 'heading' | 'bullet' | 'item';
      /** Of a heading or an item, from 1 on. */
      readonly depth?: number;
      readonly centred?: boolean;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly SourceCell[])[] };

/** What was read of a file. */
export type SourceReading =
  | { readonly blocks: readonly SourceBlock[]; readonly notices: readonly ImportNotice[] }
  | { readonly fault: Label };
