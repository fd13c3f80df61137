import type { Located } from '../../text/range.ts';
import type { Line, Plan, Section } from '../model.ts';
import { quotationSign } from '../names/quotation-sign.ts';
import { linesWith } from '../signs.ts';

/** Wordings that a plan quotes or sets up: slogans in quotation marks, and lists of sayings. */
export interface Wordings {
  readonly quotations: readonly Located<string>[];
  /** Three or more sayings in a row that begin alike or stand in one quotation. */
  readonly lists: readonly (readonly Located<string>[])[];
}

const fewest = 3;
const longest = 20;

/** @param lines the same list for all who ask, see `linesWith` */
export function wordingsOf(plan: Plan, lines: readonly Line[]): Wordings {
  const quotations: Located<string>[] = [];
  const lists: (readonly Located<string>[])[] = [];
  for (const line of linesWith(lines, quotationSign)) {
    for (const { words, range } of line.facts.quotations) {
      quotations.push({ value: words, range: line.at(range.start, range.end) });
      const pieces = isList.test(words) ? piecesOf(words, range.start, line) : [];
      if (pieces.length >= fewest) lists.push(pieces);
    }
  }
  const visit = (sections: readonly Section[]): void => {
    if (sections.length >= fewest && beginAlike(sections))
      lists.push(sections.map(({ title }) => ({ value: title.value.trim(), range: title.range })));
    for (const section of sections) visit(section.sections);
  };
  visit(plan.sections);
  return { quotations, lists };
}

function beginAlike(sections: readonly Section[]): boolean {
  const head = sections[0]?.title.value.trim().slice(0, 2) ?? '';
  return sections.every(({ title }) => {
    const value = title.value.trim();
    return value.length <= longest && value.slice(0, 2) === head;
  });
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
