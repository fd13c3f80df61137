import type { Range as LspRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../text/range.ts';
import type { Place } from '../workspace/index/facts.ts';

/** Offsets as line and character, both in UTF-16 units; what lies outside the text is moved to its end. */
export function toLspRange(document: TextDocument, range: Range): LspRange {
  const start = document.positionAt(range.start);
  return { start, end: range.end === range.start ? start : document.positionAt(range.end) };
}

/** Line and character as offsets; a place outside the text is moved to the nearest one inside. */
export function fromLspRange(document: TextDocument, range: LspRange): Range {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** True when the cursor stands in the range or at one of its ends. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** A place of the index. */
export function toLspPlace([line, character, endLine, endCharacter]: Place): LspRange {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
