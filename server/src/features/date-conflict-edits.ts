import { compare, type PlainDate } from '../dates/civil.ts';
import { conflictingEnds } from '../dates/compare.ts';
import type { DateExpression, DatePoint, DateSpan } from '../dates/expression.ts';
import { findDates } from '../dates/find.ts';
import { type MovedEnd, type Rewording, rewordings } from '../dates/reword.ts';
import type { Dated } from '../plan/model.ts';
import type { Edit } from '../rules/rule.ts';
import { replacementOf } from '../text/difference.ts';

/** Ways of rewording that are tried for one end. */
const tries = 4;

/**
 * Ways of writing one date so that it says the days of another one, the one nearest to how it is
 * written first. A fuzzy end of the other (11月中旬) is taken in its own words, since no single day would be true.
 * Which of them is read as it should be, the caller finds out by reading.
 * @param place the date that is to be changed
 * @param source the one that is right
 * @param text of the document
 */
export function agreeingEdits(place: Dated, source: Dated, text: string): readonly Edit[] {
  const { span } = place;
  if (!span || !source.span) return [];
  const { line, expression } = place;
  const ends = conflictingEnds(span, source.span);
  const written = [
    ...reworded(line.text, expression, span, ends, source),
    ...copiedSides(line.text, expression, ends, source),
    // The whole of it as it stands there.
    replaced(line.text, expression.range, source.expression.raw),
  ];
  const edits: Edit[] = [];
  for (const after of new Set(written)) {
    const {
      range: { start, end },
      text: words,
    } = replacementOf(line.text, after);
    const range = line.at(start, end);
    // Marks of Markdown inside the date would be torn apart.
    if (text.slice(range.start, range.end) !== line.text.slice(start, end)) continue;
    if (start < end || words !== '') edits.push({ range, text: words });
  }
  return edits;
}

/** The line with those ends moved that disagree, where the other side names exact days. */
function reworded(
  text: string,
  expression: DateExpression,
  span: DateSpan,
  ends: readonly ('start' | 'end')[],
  source: Dated,
): readonly string[] {
  const { from, to } = expression;
  const days = source.span;
  const isDay = (side: 'start' | 'end') => {
    const point = side === 'start' ? source.expression.from : source.expression.to;
    const own = side === 'start' ? from : to;
    return point !== undefined && (isExact(point) || point.unit === own?.unit);
  };
  if (!days || ends.length === 0 || !ends.every(isDay)) return [];
  // One day, or a limit, is one point for both ends.
  if (from === to || !from) return days.end ? moved(text, expression, span, 'day', days.end) : [];
  let lines: readonly { readonly text: string; readonly span: DateSpan }[] = [{ text, span }];
  for (const end of ends) {
    const day = end === 'start' ? days.start : days.end;
    if (!day) return [];
    lines = lines.flatMap((line) => {
      const now = findDates(line.text).find(({ range }) => range.start === expression.range.start);
      if (!now) return [];
      return moved(line.text, now, line.span, end, day).map((after) => ({
        text: after,
        span: { ...line.span, [end]: day },
      }));
    });
  }
  return lines.map((line) => line.text);
}

function moved(text: string, expression: DateExpression, span: DateSpan, end: MovedEnd, day: PlainDate): string[] {
  const before = end === 'start' ? span.start : span.end;
  if (before && compare(before, day) === 0) return [];
  return rewordings(text, expression, span, end, day)
    .slice(0, tries)
    .map((wording) => replaced(text, wording, wording.text));
}

/** The words of the other date in the place of the end that disagrees: 至11月10日 and 至11月中旬 → 至11月中旬. */
function copiedSides(
  text: string,
  { from, to }: DateExpression,
  ends: readonly ('start' | 'end')[],
  source: Dated,
): readonly string[] {
  if (!from || !to || from === to || ends.length !== 1) return [];
  const isStart = ends[0] === 'start';
  const own = isStart ? from : to;
  const other = isStart ? source.expression.from : source.expression.to;
  if (!other) return [];
  const words = source.line.text.slice(other.range.start, other.range.end).replace(/[前止]$/, '');
  const bare = words.replace(/^\d{4}年/, '');
  const year = source.span?.[isStart ? 'start' : 'end']?.year;
  const full = year !== undefined && source.span?.yearKnown && bare === words ? `${year}年${words}` : words;
  const wordings = own.year === undefined ? [bare, full] : [full, bare];
  return wordings.map((wording) => replaced(text, own.range, wording));
}

function isExact({ unit, approximate }: DatePoint): boolean {
  return unit === 'day' && !approximate;
}

function replaced(text: string, { start, end }: Pick<Rewording, 'start' | 'end'>, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
