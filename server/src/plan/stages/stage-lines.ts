import type { DateSpan } from '../../dates/expression.ts';
import type { DraftSection } from '../draft-section.ts';
import type { LineFacts } from '../facts.ts';
import type { Dated, Line } from '../model.ts';
import { timeLabel } from './stage-words.ts';

/** 完成时限：, 办结时间： */
const limitLabel = /^[*\s]*(?:(?:完成|办结|截止)(?:时间|日期|时限|期限)|时限|期限)\s*[：:]/;

/** The line below a heading that says by a label until when a step is to be done, in the text of the step or behind it. */
export function limitLine({ body }: DraftSection): Line | undefined {
  return body.slice(0, bodyLines).find(({ text }) => limitLabel.test(text));
}

/** The paragraph under the heading, and lines with a time label behind it. */
export function firstBodyLines(section: DraftSection): readonly Line[] {
  const first = section.body.slice(0, 1).filter((line) => section.runIn === undefined || timeLabel.test(line.text));
  return [...first, ...section.body.slice(1, bodyLines).filter((line) => timeLabel.test(line.text))];
}

/** A label of time stands within so many lines below the heading. */
const bodyLines = 4;

/** 完成时限：2025年12月 is the last day of a step, and tells nothing of its first one. */
export function asLimit({ expression: { from, to } }: Dated, span: DateSpan): DateSpan {
  if (from && to && from !== to) return span;
  const { start: _, ...rest } = span;
  return { ...rest, deadline: true };
}

/** 2015年度优秀论文揭晓: of which year the papers are, and no time of the stage. */
export function isAttribute(text: string, { expression: { raw, range } }: Dated): boolean {
  return raw.endsWith('年度') && /^[\p{Script=Han}“]/u.test(text.slice(range.end));
}

/**
 * 1月26日前填写报告（记录须手写，指导时间为9月至4月）: behind the window, a remark in brackets tells of another time. Windows
 * of several are listed from the beginning of their brackets: （社区3月至5月，机关4月）.
 */
export function isAside({ text, dates }: LineFacts, at: number): boolean {
  const open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
  if (open < 0 || /[）)]/.test(text.slice(open, at))) return false;
  return /[，,；]/.test(text.slice(open, at)) && !dates.some(({ range }) => range.start > open && range.start < at);
}

/**
 * （3月1日至3月31日，2025年已完成摸底）, （4月1日至5月31日，其中4月15日前完成自查）: behind a window, one day, month or year with
 * what happens then is told beside it. Another window, or a day that nothing follows, is listed.
 */
export function isBesideWindow(text: string, { expression: { from, to, range } }: Dated): boolean {
  if (from && to && from !== to) return false;
  return (
    /[，,；;]\p{Script=Han}{0,4}$/u.test(text.slice(0, range.start)) &&
    /^\p{Script=Han}{2}/u.test(text.slice(range.end))
  );
}
