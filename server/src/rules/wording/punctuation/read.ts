import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import { hasSign } from '../../../plan/signs.ts';
import { overlaps, type Range } from '../../../text/range.ts';
import { hintsOn } from '../hints.ts';
import { quotedIn } from '../quotations.ts';
import { tightBrackets, tightColons, tightFigures, tightUnits } from './blanks.ts';
import type { PunctuationFault, SingleKind, StyleKind } from './fault.ts';
import { itemEnds, singleFaults } from './single.ts';
import {
  classesWithPauses,
  fullWidthBrackets,
  fullWidthClocks,
  halfWidthClocks,
  halfWidthPercents,
  hasDotBehindWords,
  styleFaults,
  styleSign,
} from './style.ts';

/** These are about the marks around quotations, and may stand within longer ones. */
const aroundQuotes: ReadonlySet<string> = new Set([
  'betweenQuotes',
  'betweenTitles',
  'nestedQuotes',
  'straightQuotes',
  'blankInTitle',
  'nestedTitles',
  'activityTitle',
  'documentQuotes',
  'halfWidth',
  'doubled',
  'eventDay',
  'eventHan',
  'halfBrackets',
]);

const NONE: readonly never[] = [];

/** The faults of a line that are reported where they stand. Those of quotations and titles are left out: these are the words of others. */
export const singlesOn = lineMemo((facts): readonly PunctuationFault<SingleKind>[] => {
  const { text, number } = facts;
  const found = outsideQuotations(facts, singleFaults(text, hintsOn(facts)));
  const ends = itemEnds(text, number);
  return ends.length === 0 ? found : [...found, ...ends];
});

/** The faults of a line that belong to a style. */
export const stylesOn = lineMemo((facts): readonly PunctuationFault<StyleKind>[] =>
  hasSign(facts, styleSign) || hasDotBehindWords(facts.text)
    ? outsideLists(facts, outsideQuotations(facts, styleFaults(facts.text, facts.number, hintsOn(facts))))
    : NONE,
);

/** 王明, 李华. …[J]. 水利学报, 2023: what is cited has half-width marks (GB/T 7714-2015 8.1). */
const reference = /\[(?:[JMDCNPRSGZ]|EB|DB|J\/OL|EB\/OL)(?:\/OL)?\]/;

/** The commas of a list that is told by itself want another mark than their full-width form. */
function outsideLists(
  facts: LineFacts,
  faults: readonly PunctuationFault<StyleKind>[],
): readonly PunctuationFault<StyleKind>[] {
  if (!faults.some(({ kind }) => kind === 'halfWidth')) return faults;
  if (reference.test(facts.text)) return faults.filter(({ kind }) => kind !== 'halfWidth');
  const lists = singlesOn(facts).filter(({ kind }) => kind === 'commaInNouns');
  if (lists.length === 0) return faults;
  return faults.filter(({ kind, range }) => kind !== 'halfWidth' || !lists.some((list) => overlaps(list.range, range)));
}

export const tightUnitsOn = lineMemo(({ text }) => tightUnits(text));

export const tightFiguresOn = lineMemo(({ text }) => tightFigures(text));

export const tightBracketsOn = lineMemo(({ text }) => tightBrackets(text));

export const tightColonsOn = lineMemo(({ text }) => tightColons(text));

export const pausedClassesOn = lineMemo(({ text }) => classesWithPauses(text));

export const halfClocksOn = lineMemo(({ text }) => halfWidthClocks(text));

export const fullClocksOn = lineMemo(({ text }) => fullWidthClocks(text));

export const halfPercentsOn = lineMemo(({ text }) => halfWidthPercents(text));

export const fullBracketsOn = lineMemo(({ text }) => fullWidthBrackets(text));

/** “八项行动 ”: the blank is the writer's, whoever the words are of. */
const isBesideQuote = (text: string, { start, end }: Range): boolean =>
  text.charAt(start - 1) === '“' || text.charAt(end) === '”';

function outsideQuotations<Kind extends SingleKind | StyleKind>(
  { text }: LineFacts,
  faults: readonly PunctuationFault<Kind>[],
): readonly PunctuationFault<Kind>[] {
  if (faults.length === 0) return NONE;
  const quoted = quotedIn(text);
  return faults.filter(
    ({ kind, range }) =>
      aroundQuotes.has(kind) || (kind === 'blankAtMark' && isBesideQuote(text, range)) || !quoted(range),
  );
}
