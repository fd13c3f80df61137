import type { DateSpan } from '../dates/expression.ts';
import { resolveExpression } from '../dates/resolve.ts';
import type { Located } from '../text/range.ts';
import type { Line } from './model.ts';
import type { OutlineItem } from './outline.ts';

/** Issuer and date of a plan, and where its body ends. */
export interface Signature {
  readonly issuer?: Located<string>;
  readonly issued?: DateSpan;
  /** Index of the first item that no longer belongs to the body: attachment note, issuer or date. */
  readonly bodyEnd: number;
}

const attachmentNote = /^附\s*件\s*(?:[\d一二三四五六七八九十]{1,2}\s*)?(?:[：:.．、\s]|$|(?=[《\p{Script=Han}]))/u;
const issuerLength = 36;

/**
 * The end of a plan: 附件：…, then the issuer and the date on lines of their own (GB/T 9704-2012
 * 7.3.4, 7.3.5). A date in brackets below the title is taken as well.
 */
export function readSignature(items: readonly OutlineItem[]): Signature {
  let bodyEnd = items.length;
  let issuer: Located<string> | undefined;
  let issued: DateSpan | undefined;
  for (let at = items.length - 1; at >= 0; at--) {
    const line = lineOf(items[at]);
    if (line?.place !== 'paragraph') continue;
    const date = wholeDate(line);
    if (date) {
      issued = date;
      const above = lineOf(items[at - 1]);
      if (above && isIssuer(above)) {
        issuer = { value: above.text.replace(/[\s\u3000]+/g, ''), range: above.range };
        bodyEnd = at - 1;
      } else bodyEnd = at;
      break;
    }
  }
  for (let at = 0; at < bodyEnd; at++) {
    const line = lineOf(items[at]);
    if (line && line.place === 'paragraph' && line.text.length <= 60 && attachmentNote.test(line.text)) {
      bodyEnd = at;
      break;
    }
  }
  if (!issued) {
    const below = lineOf(items[0]);
    const inBrackets = below && /^[（(].{4,40}[)）]$/.test(below.text) ? below.facts.dates.at(-1) : undefined;
    const span = inBrackets && resolveExpression(inBrackets, {});
    if (below && inBrackets && span?.yearKnown && span.precision === 'day' && span.start) {
      issued = { ...span, range: below.at(inBrackets.range.start, inBrackets.range.end) };
    }
  }
  return { ...(issuer ? { issuer } : {}), ...(issued ? { issued } : {}), bodyEnd };
}

function lineOf(item: OutlineItem | undefined): Line | undefined {
  return item && 'line' in item ? item.line : undefined;
}

/** The date that a line consists of, when it names its year. */
function wholeDate(line: Line): DateSpan | undefined {
  if (line.text.length > 24) return undefined;
  const [only, more] = line.facts.dates;
  if (!only || more || only.kind !== 'span') return undefined;
  if (/[^\s\u3000]/.test(line.text.slice(0, only.range.start) + line.text.slice(only.range.end))) return undefined;
  const span = resolveExpression(only, {});
  if (!span?.yearKnown || !span.start || span.deadline) return undefined;
  if (span.precision !== 'day' && span.precision !== 'month') return undefined;
  return { ...span, range: line.range };
}

function isIssuer(line: Line): boolean {
  return (
    line.place === 'paragraph' &&
    line.text.length <= issuerLength &&
    !/[。；：，,;:！？]/.test(line.text) &&
    !line.facts.number
  );
}
