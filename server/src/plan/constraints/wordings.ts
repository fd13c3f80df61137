import type { Located } from '../../text/range.ts';
import type { Line, Plan, Section } from '../model.ts';

/** Wordings that a plan quotes or sets up: slogans in quotation marks, and lists of sayings. */
export interface Wordings {
  readonly quotations: readonly Located<string>[];
  /** Three or more sayings in a row that begin alike or stand in one quotation. */
  readonly lists: readonly (readonly Located<string>[])[];
}

const fewest = 3;
const longest = 20;

export function wordingsOf(plan: Plan, lines: readonly Line[]): Wordings {
  const quotations: Located<string>[] = [];
  const lists: (readonly Located<string>[])[] = [];
  for (const line of lines) {
    const found = line.facts.quotations;
    if (found.length === 0) continue;
    for (const { words, range } of found) {
      quotations.push({ value: words, range: line.at(range.start, range.end) });
      const pieces = isList.test(words) ? piecesOf(words, range.start, line) : [];
      if (pieces.length >= fewest) lists.push(pieces);
    }
  }
  const visit = (sections: readonly Section[]): void => {
    const titles = sections.map(({ title }) => ({ value: title.value.trim(), range: title.range }));
    const [first] = titles;
    const alike = titles.filter(
      ({ value }) => value.length <= longest && first && value.slice(0, 2) === first.value.slice(0, 2),
    );
    if (alike.length >= fewest && alike.length === titles.length) lists.push(alike);
    for (const section of sections) visit(section.sections);
  };
  visit(plan.sections);
  return { quotations, lists };
}

/** Few quotations are lists: without so many marks between them there are not enough pieces. */
const isList = /[、，；,;].*[、，；,;]/;

function piecesOf(words: string, start: number, line: Line): readonly Located<string>[] {
  let at = start;
  const pieces: Located<string>[] = [];
  for (const piece of words.split(/(?=[、，；,;])|(?<=[、，；,;])/)) {
    if (!/^[、，；,;]$/.test(piece)) pieces.push({ value: piece, range: line.at(at, at + piece.length) });
    at += piece.length;
  }
  return pieces;
}
