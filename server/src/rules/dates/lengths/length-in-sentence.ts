import { daysBetween } from '../../../dates/civil.ts';
import { partEnd, partStart } from '../../../plan/line/sentences.ts';
import type { Dated } from '../../../plan/model.ts';
import { isWindow } from './length-beside.ts';

/** A window farther off in the sentence or item of a length, and how it is said of it. */
export interface FartherWindow {
  readonly window: Dated;
  /** 用一周时间: what is used of a longer window is most often all of it, but need not be. */
  readonly part: 'no' | 'perhaps';
}

/** A notice names itself on both sides: 在协会网站公示，公示期5天; 发布招聘公告，公告时间7天. */
const ofNotice = /(?<what>公示|公告|展示|展出|展览|挂网)(?:期|时间|期限|期间)?(?:为|共|是|[：:])?\s?$/;
const lasts = /(?<![每各])(?:为期|历时|为时|会期|展期|工期)(?:为|约)?\s?$/;
const uses = /(?<![利使可合])用(?:约|大约)?\s?$/;
/** 之后, 每批, 其间: what stands there has a time of its own. */
const apart = /后|再(?!次)|随即|其中|其间|期间|择|每|分[批期班组别次]|轮|各[批期班组]|以内|之内|试|另/;
/** 的跟踪评价（11月1日至12月31日）: what lasts so long stands in front of its window. */
const namedFirst = /^的(?:[^，。；：、（()）\d]{2,24})[（(](?:即|时间|自|从)?(?:为|是)?[：:]?$/;
/** A window that is many times as long has the other in it. */
const FAR = 2;

/** The dates of the same line that stand around the one at that index; they are in order. */
function ofLine(dates: readonly Dated[], at: number): readonly Dated[] {
  const line = dates[at]?.line;
  let [from, to] = [at, at];
  while (from > 0 && dates[from - 1]?.line === line) from--;
  while (dates[to + 1]?.line === line) to++;
  return dates.slice(from, to + 1);
}

/**
 * The window that a length is said of where other words stand between the two: the only window, and the only
 * length, of a sentence; or the window in the heading of an item that the sentence names again.
 * @param dates of the plan, in order
 * @param at index of the length in `dates`
 */
export function windowInSentence(dates: readonly Dated[], at: number): FartherWindow | undefined {
  const length = dates[at];
  const unit = length?.expression.amount?.unit;
  if (!length || unit === undefined || unit === 'hour' || unit === 'year') return undefined;
  const { line, expression } = length;
  const { text } = line;
  const head = text.slice(Math.max(0, expression.range.start - 12), expression.range.start);
  const what = ofNotice.exec(head)?.groups?.what;
  const isHeld = lasts.test(head);
  const isUsed = uses.test(head) && text.startsWith('时间', expression.range.end);
  if (what === undefined && !isHeld && !isUsed) return undefined;
  const { start } = expression.range;
  const [from, to] = [partStart(text, start), partEnd(text, start)];
  const all = ofLine(dates, at);
  const here = all.filter(({ expression: { range } }) => range.start >= from && range.end <= to);
  const others = here.filter(
    (dated) => dated !== length && !/^(?:recurring|ongoing|immediate|vague)$/.test(dated.expression.kind),
  );
  const [window, more] = others;
  if (more) return undefined;
  if (!window) return isHeld && !expression.comparator ? headedWindow(all, length, from) : undefined;
  if (!isWindow(window) || window.span?.precision !== 'day') return undefined;
  const { range } = window.expression;
  if (range.start > expression.range.end) {
    if (!isHeld || !namedFirst.test(text.slice(expression.range.end, range.start))) return undefined;
    return /^[）)]/.test(text.slice(range.end)) ? { window, part: 'no' } : undefined;
  }
  const gap = text.slice(range.end, expression.range.start).replace(/^[）)]?[，,]?/, '');
  if (gap.length > FARTHEST || apart.test(gap)) return undefined;
  if (what !== undefined) return isOfNotice(gap, what) ? { window, part: 'no' } : undefined;
  // 6月1日至6月30日，组织一次培训，为期3天: one is within the other.
  if (isFar(window, length)) return undefined;
  return { window, part: isUsed ? 'perhaps' : 'no' };
}
const FARTHEST = 48;

/** 在网站公示，公示期: in the clause of the window it is what lasts; 在校门口公示 with nothing between needs no more. */
function isOfNotice(gap: string, what: string): boolean {
  const [first = '', ...more] = gap.split(/[，,]/);
  return more.length === 0 ? !/报名|审核|评审|考试|面试/.test(first) : first.includes(what);
}

function isFar({ span }: Dated, { expression: { amount } }: Dated): boolean {
  if (!span?.start || !span.end || !amount) return true;
  const days = { day: 1, workday: 1.4, week: 7, month: 30, year: 365, hour: 0 }[amount.unit] * amount.count;
  return daysBetween(span.start, span.end) + 1 > days * FAR;
}

const heading = /^[\s\d（(一二三四五六七八九十）)、.．*#-]{0,8}(?<name>[^\s（()）。，；：\d]{3,16})[（(]$/;

/** 网络投票（4月7日至4月16日）。组织网络投票，为期7天: the item says in front when it takes place, and names it again. */
function headedWindow(all: readonly Dated[], length: Dated, from: number): FartherWindow | undefined {
  const [first] = all;
  const { text } = length.line;
  if (!first || first === length || !isWindow(first) || first.span?.precision !== 'day') return undefined;
  const { start, end } = first.expression.range;
  if (!/^[）)]/.test(text.slice(end)) || end > from) return undefined;
  const name = heading.exec(text.slice(0, start))?.groups?.name;
  const { range } = length.expression;
  // 为期一周的宣传: that is one of its parts.
  if (name === undefined || /^的/.test(text.slice(range.end)) || isFar(first, length)) return undefined;
  const between = text.slice(from, range.start);
  return between.includes(name) && !apart.test(between) ? { window: first, part: 'no' } : undefined;
}
