import { type DateSpan, isRange } from '../../dates/expression.ts';
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
export function asLimit({ expression }: Dated, span: DateSpan): DateSpan {
  if (isRange(expression)) return span;
  const { start: _, ...rest } = span;
  return { ...rest, deadline: true };
}

/** 2015年度优秀论文揭晓, 1995年当年出生: of which year the papers are, or who takes part, and no time of the stage. */
export function isAttribute(text: string, { expression: { raw, range } }: Dated): boolean {
  const behind = text.slice(range.end, range.end + 6);
  return (
    (raw.endsWith('年度') && /^[\p{Script=Han}“]/u.test(behind)) || /^(?:当年|[以之]?[前后])?(?:出生|生的)/.test(behind)
  );
}

/**
 * 1月26日前填写报告（记录须手写，指导时间为9月至4月）, 2026年11月（县级抽查时间为12月上旬）: behind the window, a remark in brackets
 * tells of another time; so does 4月检查，其中4月10日至15日迎接抽查. Windows of several are listed from the beginning of
 * their brackets: （社区3月至5月，机关4月）.
 */
export function isAside({ text, dates }: LineFacts, at: number): boolean {
  if (text.slice(0, at).endsWith('其中')) return true;
  const open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
  const inner = text.slice(open, at);
  if (open < 0 || /[）)]/.test(inner)) return false;
  if (/[查考核评审报]时间[为是：:]$/.test(inner)) return true;
  const isListed = dates.some(({ kind, range }) => kind === 'span' && range.start > open && range.start < at);
  return /[，,；]/.test(inner) && !isListed;
}

/** What leads to one time within the window: 重点时段5月10日—25日, 其中4月1日至5日. */
const within = /(?:其中|(?:重点|高峰|关键)(?:时段|时期|时间)?)[为是：:]?$/;

/**
 * （3月1日至3月31日，2025年已完成摸底）, （4月1日至5月31日，各村4月15日前完成自查）: behind a window, one day, month or year with
 * what happens then is told beside it. Another window, or a day that nothing follows, is listed.
 */
export function isBesideWindow(text: string, { expression }: Dated): boolean {
  const { range } = expression;
  const before = text.slice(0, range.start);
  if (within.test(before)) return true;
  if (isRange(expression)) return false;
  return /[，,；;]\p{Script=Han}{0,8}$/u.test(before) && /^\p{Script=Han}{2}/u.test(text.slice(range.end));
}
