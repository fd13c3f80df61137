import { bracketPairs } from '../../plan/line/brackets.ts';
import type { Range } from '../../text/range.ts';

const opening = /[“《‘「『〈]/;
/** 针对“…”问题, 关于“…”方面存在的问题: in front of the quotation and behind it. */
const ofIssue = /(?:针对|关于|对于|对照|反馈的?|指出的?|整改)$/;
const issue = /^(?:等|的|这一|这个|方面)?(?:存在的?|突出的?)?问题/;
/** 针对“三农”问题, 对照“四风”问题: shorter ones are terms. */
const SHORTEST_ISSUE = 6;

/**
 * Tells whether a range of the text stands within quotation or title marks: slogans and titles are the
 * words of others. What a plan puts right is named in its own words, marks or not: 针对“账实不符”问题.
 * The pairs are read when first asked for.
 */
export function quotedIn(text: string): (range: Range) => boolean {
  let quotations: readonly (readonly [number, number])[] | undefined;
  return ({ start, end }) => {
    quotations ??= opening.test(text)
      ? [...bracketPairs(text)].filter(
          ([open, close]) => opening.test(text.charAt(open)) && !namesIssue(text, open, close),
        )
      : [];
    return quotations.some(([open, close]) => open < start && end <= close);
  };
}

function namesIssue(text: string, open: number, close: number): boolean {
  return (
    text.charAt(open) === '“' &&
    close - open > SHORTEST_ISSUE &&
    ofIssue.test(text.slice(Math.max(0, open - 4), open)) &&
    issue.test(text.slice(close + 1, close + 8))
  );
}
