import { isRange } from '../../../dates/expression.ts';
import type { Dated } from '../../../plan/model.ts';

const LEAD =
  '[\\s）)]{0,2}(?:基本|全部|全面)?(?:结束|完成|为止|止|进行|开展|举行|实施|期间|放假调休|调休放假|放假|休假|停课|停业|闭馆)?';
const WORD =
  '(?:活动|学习|集中|实施|整治|培训|工作|建设|总|本阶段|整个|全程|阶段)?(?:时间|为期|历时|历经|共计|总计|合计|共|用时|耗时|时长|工期|周期|公示期|期限|持续|计)(?:为|是|约|大约|[：:])?';
/** Between a window and a length that is said of it: ，时间两个月左右; ）为期10天; ，共6个月. */
const CUED = new RegExp(`^${LEAD}[，,、；（(：:\\s]{0,2}${WORD}\\s?$`);
/** 从6月1日起至9月8日，在全县范围内开展为期100天的; 9月2日至11日，省巡查组对我院进行了为期10天的 */
const HELD = /^[，,]?[^，。；：、\d]{0,24}?(?:开展|进行|实施|举行|举办)了?(?:为期|历时|持续)$/;
/** 3月1日至4月30日，两个月。 – the length stands alone. */
const BARE = new RegExp(`^${LEAD}[，,（(]\\s?$`);
const ALONE = /^(?:的?时间)?(?:[）)。；;，,]|$)/;
/** ，利用两个月时间: a part of the window. */
const PART = new RegExp(`^${LEAD}[，,、；（(：:\\s]{0,2}(?:集中|利用|集中利用|用|安排|集中安排)(?:约|大约)?\\s?$`);
/** Between a length and the window behind it: 为期两个月（3月至4月）. */
const BEFORE = /^(?:的?时间)?[，,]?\s?[（(：:]?\s?(?:即|从|自|时间|具体时间)?(?:为|是)?[：:]?\s?$/;
/** 公示7天，公示时间为3月25日至3月29日: what lasts is named once more. */
const NAMED =
  /^[，,；（(]\s?(?<what>公示|公告|停水|停电|停工|展出|展览|展示|放假)(?:时间|日期|期限|期)(?:为|是|定于|[：:])?\s?(?:从|自)?$/;
const CUE = /(?:为期|历时|持续|时间|用时|工期|周期|集中|公示|公示期)(?:为|约|大约|[：:])?\s?$/;

const farthest = 18;
const farthestHeld = 32;

/** A range with both ends. */
export function isWindow({ expression, span }: Dated): boolean {
  const { kind, fault } = expression;
  if (kind !== 'span' || !isRange(expression) || fault) return false;
  return span?.start !== undefined && span.end !== undefined;
}

/**
 * The window that a length on the same line is said of, when one stands next to it.
 * @param dates of the plan, in order
 * @param at index of the length in `dates`
 */
export function windowBeside(
  dates: readonly Dated[],
  at: number,
): { readonly window: Dated; readonly part: boolean } | undefined {
  const length = dates[at];
  if (!length) return undefined;
  const { line, expression } = length;
  const { start, end } = expression.range;
  const before = dates[at - 1];
  if (before?.line === line && isWindow(before) && start - before.expression.range.end <= farthestHeld) {
    if (HELD.test(line.text.slice(before.expression.range.end, start))) return { window: before, part: false };
  }
  if (before?.line === line && isWindow(before) && start - before.expression.range.end <= farthest) {
    const gap = line.text.slice(before.expression.range.end, start);
    if (CUED.test(gap)) return { window: before, part: false };
    if (PART.test(gap)) return { window: before, part: true };
    if (BARE.test(gap) && ALONE.test(line.text.slice(end, end + 8))) return { window: before, part: false };
  }
  const after = dates[at + 1];
  if (after?.line !== line || !isWindow(after) || after.expression.range.start - end > farthest) return undefined;
  const gap = line.text.slice(end, after.expression.range.start);
  const what = NAMED.exec(gap)?.groups?.what;
  if (what && line.text.slice(0, start).endsWith(what)) return { window: after, part: false };
  if (!BEFORE.test(gap)) return undefined;
  const front = line.text.slice(Math.max(0, start - 8), start);
  // 用3个月时间（7月1日至10月31日） is all of it.
  const cued = CUE.test(front) || (/时间/.test(gap) && /(?:用|利用|集中)(?:约|大约)?$/.test(front));
  return cued || /[（(]/.test(gap) ? { window: after, part: !cued } : undefined;
}
