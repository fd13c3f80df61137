/**
 * A plan as a paper by GB/T 9704-2012, in plain data: what stands on it, element by element, and nothing of how an
 * element looks, which `office/paper/` knows. It is what crosses over into the bundle with the libraries of Word.
 */
export interface Paper {
  /** Of the file's properties. */
  readonly title: string;
  readonly issuer: string;
  readonly head?: PaperHead;
  /** Each begins on a page of its own: the plans and their attachments. */
  readonly parts: readonly PaperPart[];
  readonly imprint?: Imprint;
  /** The paper is sealed, so that its signature stands by 7.3.5.1, else by 7.3.5.2. */
  readonly sealed: boolean;
}

/** 版头 (7.2). */
export interface PaperHead {
  /** 份号 and 紧急程度, a line each, in the order of the standard. */
  readonly marks: readonly { readonly text: string; readonly kind: 'copyNumber' | 'urgency' }[];
  /** 发文机关标志: 青禾县教育局文件. */
  readonly letterhead: string;
  /** 发文字号; empty where there is none yet. */
  readonly documentNumber: string;
  /** 签发人, only of a paper that goes to a superior. */
  readonly signers: readonly string[];
}

/** 版记 (7.4). */
export interface Imprint {
  /** 抄送 without the label and the full stop. */
  readonly copies: string;
  readonly printer: string;
  /** 2026年3月25日, without 印发. */
  readonly printed: string;
}

export interface PaperPart {
  /** 附件1: this part is an attachment (7.3.7). */
  readonly label?: string;
  /** It belongs to another document than the part before it. */
  readonly beginsPlan: boolean;
  readonly blocks: readonly PaperBlock[];
}

/** The typeface classes that the standard names: 小标宋体, 黑体, 楷体, 仿宋体, and 宋体 of the page numbers. */
export type Face = 'biaosong' | 'hei' | 'kai' | 'fang' | 'song';

/** A stretch of text that looks the same. */
export interface Run {
  readonly text: string;
  /** Absent for the typeface of the block. */
  readonly face?: Face;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly struck?: boolean;
  /** A new line within the paragraph in front of the text. */
  readonly breakBefore?: boolean;
}

export type HeadingLevel = 1 | 2 | 3 | 4;

export type PaperBlock =
  /** Its lines, broken so that no word is cut in two (7.3.1). */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  /** Issuer or date in brackets below the title. */
  | { readonly kind: 'subtitle'; readonly text: string }
  | { readonly kind: 'addressee'; readonly runs: readonly Run[] }
  /** A heading on a line of its own; one that its text follows is a paragraph, whose first run has the heading's face. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly centred: boolean; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** Item of a list; depth from 1. One that is numbered has its number in its text, and stands in a nested list. */
  | { readonly kind: 'bullet' | 'numberedItem'; readonly depth: number; readonly runs: readonly Run[] }
  | { readonly kind: 'quote'; readonly runs: readonly Run[] }
  /** Flush left and as it stands: code, the lines above a title. */
  | { readonly kind: 'verbatim'; readonly text: string; readonly centred: boolean }
  | { readonly kind: 'caption'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly table: PaperTable }
  | { readonly kind: 'attachmentNote'; readonly items: readonly AttachmentEntry[] }
  | { readonly kind: 'signature'; readonly issuers: readonly string[]; readonly date: string };

/** An entry of the 附件说明; without a number where there is only one. */
export interface AttachmentEntry {
  /** As written: `1.`; empty without. */
  readonly number: string;
  readonly runs: readonly Run[];
}

export interface PaperTable {
  /** In twips; they add up to the width of the text area. */
  readonly widths: readonly number[];
  readonly landscape: boolean;
  readonly header: readonly PaperCell[];
  readonly rows: readonly { readonly cells: readonly PaperCell[]; readonly whole: boolean }[];
}

export interface PaperCell {
  readonly runs: readonly Run[];
  /** The cell above reaches down to it. */
  readonly merged: boolean;
  readonly centred: boolean;
}
