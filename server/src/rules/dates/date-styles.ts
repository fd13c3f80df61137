import type { DateExpression } from '../../dates/expression.ts';
import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Range } from '../../text/range.ts';

export type StyleKind = 'hyphen' | 'to' | 'padded' | 'shortYear' | 'spoken' | 'figures';

/** A way of writing that is not the standard's; indexes of the line's text. */
export interface DateStyle {
  readonly kind: StyleKind;
  readonly range: Range;
  /** What makes it regular. */
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
}

export interface LineDateStyles {
  readonly irregular: readonly DateStyle[];
  /** Number of days written with 月 and 日. */
  readonly chinese: number;
}

const none: LineDateStyles = { irregular: [], chinese: 0 };

/** How the dates of a line are written; read once for each text. */
export const dateStyles = lineMemo((facts): LineDateStyles => (facts.dates.length === 0 ? none : readStyles(facts)));

function readStyles({ text, dates }: LineFacts): LineDateStyles {
  const irregular: DateStyle[] = [];
  let chinese = 0;
  for (const expression of dates) {
    if (expression.kind !== 'span' || isQuoted(text, expression.range.start)) continue;
    const { raw, range, from, to } = expression;
    // Without 从 and 前.
    const days = { start: (from ?? to)?.range.start ?? range.start, end: (to ?? from)?.range.end ?? range.end };
    if (/月\s?\d{1,2}日/.test(raw)) chinese += 1;
    const joined = connectorStyle(text, expression);
    if (joined) irregular.push(joined);
    const padded = [...raw.matchAll(/(?<=年\s?|月\s?|^)0(?=\d\s?[月日])/g)].map(({ index }) => ({
      range: { start: range.start + index, end: range.start + index + 1 },
      text: '',
    }));
    if (padded.length > 0) irregular.push({ kind: 'padded', range: days, edits: padded });
    const spoken = [...raw.matchAll(/(?<=月\s?\d{1,2}\s?)号/g)].map(({ index }) => ({
      range: { start: range.start + index, end: range.start + index + 1 },
      text: '日',
    }));
    if (spoken.length > 0) irregular.push({ kind: 'spoken', range: days, edits: spoken });
    const figures = [...raw.matchAll(/(?<!\d)(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/g)].map((match) => ({
      range: { start: range.start + match.index, end: range.start + match.index + match[0].length },
      text: `${match[1]}年${Number(match[3])}月${Number(match[4])}日`,
    }));
    if (figures.length > 0) irregular.push({ kind: 'figures', range: days, edits: figures });
  }
  irregular.push(...shortYears(text));
  return irregular.length === 0 && chinese === 0 ? none : { irregular, chinese };
}

/** The connector of a range that is written with 年, 月 or 日. */
function connectorStyle(text: string, { from, to, range }: DateExpression): DateStyle | undefined {
  if (!from || !to || from === to) return undefined;
  // 5-7月, 8月1-7日: what both sides share is written once, and the sign belongs to the first one.
  const inFirst = /(?:-{1,4}|——)$/.exec(text.slice(from.range.start, to.range.start))?.[0] ?? '';
  const at = { start: Math.min(from.range.end, to.range.start - inFirst.length), end: to.range.start };
  const connector = text.slice(at.start, at.end);
  if (!/[年月日旬初底末]/.test(text.slice(from.range.start, from.range.end) + text.slice(to.range.start, to.range.end)))
    return undefined;
  if (/^\s{0,2}(?:-{1,4}|——)\s{0,2}$/.test(connector))
    return { kind: 'hyphen', range, edits: [{ range: at, text: '—' }] };
  // 从3月1日到4月1日 goes in pairs.
  const paired = /[从自]/.test(text.slice(Math.max(0, range.start - 3), from.range.start));
  if (connector === '到' && !paired) return { kind: 'to', range, edits: [{ range: at, text: '至' }] };
  return undefined;
}

/** 09年10月; ’09年 as well. */
function shortYears(text: string): readonly DateStyle[] {
  if (!text.includes('年')) return [];
  return [...text.matchAll(/(?<![\d〇零一二三四五六七八九十.第近])['’‘]?(\d{2})年(?=(\d{1,2}月)(?!龄))/g)].flatMap(
    (match) => {
      const start = match.index;
      if (isQuoted(text, start)) return [];
      const year = match[1] ?? '';
      const end = start + match[0].length;
      const full = Number(year) < 50 ? `20${year}` : `19${year}`;
      return [
        {
          kind: 'shortYear' as const,
          range: { start, end: end + (match[2]?.length ?? 0) },
          edits: [{ range: { start, end }, text: `${full}年` }],
        },
      ];
    },
  );
}

/** In a title or quotation, which stays as it was written. */
function isQuoted(text: string, at: number): boolean {
  for (const [open, close] of ['《》', '“”'] as const) {
    const from = text.lastIndexOf(open ?? '', at);
    if (from >= 0 && text.indexOf(close ?? '', from) > at) return true;
  }
  return false;
}
