import type { InlayHint } from 'vscode-languageserver';
import { type DateExpression, type DatePoint, type DateSpan, isRange } from '../dates/expression.ts';
import type { Dated, Line, Plan } from '../plan/model.ts';
import type { Language } from '../rules/messages.ts';
import { counted } from '../text/counted.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { asDeadline, daysIn, spanText } from './date-texts.ts';
import { plansWithin } from './plans-at.ts';

/**
 * What fuzzy times were read as (11月中旬 → 11月11日至20日) and how many days a window has, behind the
 * words. A plain day or month says as much itself and gets none; neither do titles of other documents.
 * @param asked source range that the client shows
 */
export function inlayHints(open: OpenPlan, asked: Range): InlayHint[] {
  return plansWithin(open, asked).flatMap(({ plan }) => {
    const wrapped = wrappedLines(plan);
    return plan.dates
      .filter((dated) => overlaps(dated.range, asked) && !wrapped.has(dated.line) && !isInTitle(dated))
      .flatMap((dated) => hintOf(open, dated) ?? []);
  });
}

function hintOf(open: OpenPlan, dated: Dated): InlayHint | undefined {
  const label = labelOf(dated, open.language);
  if (label === '') return undefined;
  return { position: open.document.positionAt(dated.range.end), label, paddingLeft: true };
}

/** Lines of cells that hold several: a window that goes on in the next one is half of itself on each. */
function wrappedLines(plan: Plan): ReadonlySet<Line> {
  const cells = plan.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  return new Set(cells.flatMap(({ lines }) => (lines.length > 1 ? lines : [])));
}

function labelOf({ expression, span }: Dated, language: Language): string {
  if (!span || expression.kind === 'malformed') return '';
  const shown = asDeadline(expression, span);
  const parts: string[] = [];
  if (saysMore(expression, span))
    parts.push(spanText(isWithinTwoYears(span) ? { ...shown, yearKnown: false } : shown, language));
  const days = isRange(expression) ? daysIn(span) : undefined;
  if (days !== undefined && days > 1) parts.push(daysText(days, span.approximate, language));
  return parts.filter(Boolean).join(language === 'zh' ? '，' : ', ');
}

function daysText(days: number, approximate: boolean, language: Language): string {
  if (language === 'zh') return `${approximate ? '约' : '共'}${days}天`;
  return `${approximate ? 'about ' : ''}${counted(days, 'day')}`;
}

/** Otherwise the year cannot be left out: 次年 would be wrong. */
function isWithinTwoYears({ start, end }: DateSpan): boolean {
  return !start || !end || end.year - start.year <= 1;
}

/** True when the days are not simply those that are written. */
function saysMore({ kind, from, to, deadline }: DateExpression, span: DateSpan): boolean {
  if (!span.start && !span.end) return false;
  if (kind === 'relative') return true;
  if (kind !== 'span') return false;
  if ([from, to].some((point) => point && isFuzzy(point))) return true;
  // 9月前 ends with August or with September: that is worth saying. 9月至11月 is plain.
  return deadline === true && to?.unit === 'month';
}

function isFuzzy({ unit, portion, holiday, yearShift, monthShift, weekShift, anchor }: DatePoint): boolean {
  if (anchor) return anchor.kind === 'issued';
  if (holiday !== undefined || yearShift !== undefined || monthShift !== undefined || weekShift !== undefined)
    return true;
  // 上年度, 每年度: a year is a year.
  if (unit === 'year' && portion === undefined) return false;
  return portion !== undefined || unit === 'week' || unit === 'xun' || unit === 'quarter' || unit === 'halfYear';
}

function isInTitle({ line, expression }: Dated): boolean {
  return line.facts.references.some(
    ({ titleRange }) => titleRange !== undefined && overlaps(titleRange, expression.range),
  );
}
