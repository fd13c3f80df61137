import { findSentences } from '../../plan/line/sentences.ts';
import type { Line, PlanDocument } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

/** A stretch of a quotation; `marked` where it is what the finding is about, or what a fix writes. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** Most units of a quotation: beyond it the ends give way. */
const quoteLength = 220;
/** Units around a change in another place. */
const around = 10;
/** Changes in other places that are shown one by one. */
const shownChanges = 6;

/** The line that a place lies in: lines are in order of position, cells among them. */
function lineAt({ lines }: PlanDocument, offset: number): Line | undefined {
  let low = 0;
  let high = lines.length - 1;
  let found: Line | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (!line) break;
    if (line.range.start <= offset) {
      found = line;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found && offset <= found.range.end ? found : undefined;
}

/** The sentence of the source that holds the place, without what follows it in its line. */
function sentenceAround(document: PlanDocument, { start, end }: Range): Range | undefined {
  const line = lineAt(document, start);
  if (!line) return undefined;
  const sentences = findSentences(line.text).map(({ range }) => line.at(range.start, range.end));
  const first = sentences.find((range) => start < range.end) ?? sentences.at(-1);
  if (!first) return undefined;
  const last = sentences.findLast((range) => range.start < end) ?? first;
  return { start: Math.min(first.start, start), end: Math.max(first.end, last.end) };
}

/** The sentence that a finding is about, its words marked; the source itself where no sentence is there. */
export function quoteOf(document: PlanDocument, range: Range): readonly Piece[] {
  const source = document.markdown.text;
  const around = sentenceAround(document, range) ?? lineOfSource(source, range);
  const end = Math.min(Math.max(range.end, range.start), around.end);
  return shortened([
    { text: source.slice(around.start, range.start), marked: false },
    { text: source.slice(range.start, end), marked: true },
    { text: source.slice(end, around.end), marked: false },
  ]);
}

function lineOfSource(source: string, { start }: Range): Range {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', start);
  return { start: from, end: to < 0 ? source.length : to };
}

/**
 * What the fix makes of the sentence, what it writes marked. Changes in other places come one by one with the words
 * around them; of very many the first ones.
 */
export function changesOf(document: PlanDocument, range: Range, edits: readonly Edit[]): readonly (readonly Piece[])[] {
  const source = document.markdown.text;
  const sentence = sentenceAround(document, range) ?? lineOfSource(source, range);
  const isIn = (edit: Edit) => edit.range.start >= sentence.start && edit.range.end <= sentence.end;
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start);
  const here = sorted.filter(isIn);
  const elsewhere = sorted.filter((edit) => !isIn(edit));
  const changes = here.length > 0 ? [applied(source, sentence, here)] : [];
  for (const edit of elsewhere.slice(0, shownChanges)) {
    const place = {
      start: Math.max(lineOfSource(source, edit.range).start, edit.range.start - around),
      end: Math.min(lineOfSource(source, { start: edit.range.end, end: edit.range.end }).end, edit.range.end + around),
    };
    changes.push(applied(source, place, [edit]));
  }
  const left = elsewhere.length - shownChanges;
  if (left > 0) changes.push([{ text: `…… +${left}`, marked: false }]);
  return changes;
}

function applied(source: string, { start, end }: Range, edits: readonly Edit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const edit of edits) {
    if (edit.range.start < at) continue;
    pieces.push({ text: source.slice(at, edit.range.start), marked: false }, { text: edit.text, marked: true });
    at = edit.range.end;
  }
  pieces.push({ text: source.slice(at, end), marked: false });
  return shortened(pieces);
}

/** Without empty pieces; a long stretch without marks keeps what is nearest to the marked one. */
function shortened(pieces: readonly Piece[]): readonly Piece[] {
  const whole = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const kept = whole <= quoteLength ? quoteLength : Math.floor(quoteLength / 3);
  return pieces
    .map(({ text, marked }, at): Piece => {
      if (text.length <= kept) return { text, marked };
      if (marked) return { text: `${text.slice(0, kept * 2)}……`, marked };
      if (at === 0) return { text: `……${text.slice(-kept)}`, marked };
      if (at === pieces.length - 1) return { text: `${text.slice(0, kept)}……`, marked };
      return { text: `${text.slice(0, kept / 2)}……${text.slice(-kept / 2)}`, marked };
    })
    .filter(({ text }) => text !== '');
}
