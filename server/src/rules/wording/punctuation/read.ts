import type { LineFacts } from '../../../plan/facts.ts';
import { quotedIn } from '../quotations.ts';
import type { PunctuationFault, SingleKind, StyleKind } from './fault.ts';
import { singleFaults } from './single.ts';
import { fullWidthBrackets, styleFaults } from './style.ts';

/** What the punctuation of a line looks like. */
export interface LinePunctuation {
  readonly singles: readonly PunctuationFault<SingleKind>[];
  readonly styles: readonly PunctuationFault<StyleKind>[];
  readonly fullBrackets: number;
}

const known = new WeakMap<LineFacts, LinePunctuation>();

/** These are about the marks around quotations, and may stand within longer ones. */
const aroundQuotes: ReadonlySet<string> = new Set([
  'betweenQuotes',
  'betweenTitles',
  'activityTitle',
  'halfWidth',
  'doubled',
  'halfBrackets',
]);

/** Read once for each text. Faults within quotations and titles are left out: those are the words of others. */
export function linePunctuation(facts: LineFacts): LinePunctuation {
  let punctuation = known.get(facts);
  if (!punctuation) {
    const { text } = facts;
    const quoted = quotedIn(text);
    const own = <Kind extends SingleKind | StyleKind>(faults: readonly PunctuationFault<Kind>[]) =>
      faults.filter(({ kind, range }) => aroundQuotes.has(kind) || !quoted(range));
    punctuation = {
      singles: own(singleFaults(text)),
      styles: own(styleFaults(text, facts.number)),
      fullBrackets: fullWidthBrackets(text),
    };
    known.set(facts, punctuation);
  }
  return punctuation;
}
