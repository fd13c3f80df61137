import { bracketPairs } from '../../plan/line/brackets.ts';
import type { Range } from '../../text/range.ts';

const opening = /[“《‘「『〈]/;

/**
 * Tells whether a range of the text stands within quotation or title marks: slogans and titles are the
 * words of others. The pairs are read when first asked for.
 */
export function quotedIn(text: string): (range: Range) => boolean {
  let quotations: readonly (readonly [number, number])[] | undefined;
  return ({ start, end }) => {
    quotations ??= opening.test(text)
      ? [...bracketPairs(text)].filter(([open]) => opening.test(text.charAt(open)))
      : [];
    return quotations.some(([open, close]) => open < start && end <= close);
  };
}
