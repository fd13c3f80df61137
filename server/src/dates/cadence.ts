import { weekdayOf } from './clock.ts';
import type { Amount } from './expression.ts';
import { matchAt, numeral, skipBlanks } from './glyphs.ts';
import { type Draft, readWindow } from './window.ts';

const EVERY =
  /(?:每逢?|逢)(?:隔)?(\d{1,2}|[一二两三四五六七八九十]|半)?个?(工作日|天|日|周|星期|礼拜|月|季度|季|学年|年|学期)(?![龄级轮均产薪]|度假)/y;
const BY = /(?:按|逐)(日|周|月|季度?|年)(?![龄底初末])(?:度)?/y;
const WEEKDAY = /([一二三四五六日天])(?![次个期篇节讲题场歌星练测考课件份条项学练读评])/y;
/** 季度末, 季度末月25日, 半年最后一个月的25日. */
const QUARTER_EDGE = /度?(?:(?:末|首|最后一个|第[一二三]个?)月(?:份?的?(?:\d{1,2}日|[底末初]|[上中下]旬))?|[末初底])/y;
const PLAIN_MARK = / {0,2}(?:[之以])?前(?!往|来|去|后|夕)/y;

/**
 * Reads a repeating time at the index: 每周, 每周五前, 每月25日前, 每季度末, 每年3月至5月, 每两周, 按月.
 * `amount` is the period; `from` and `to` are the sides within it.
 */
export function readCadence(text: string, at: number): Draft | undefined {
  const by = matchAt(BY, text, at);
  if (by) return recurring(at, at + by[0].length, period(1, by[1] ?? ''));
  const match = matchAt(EVERY, text, at);
  if (!match) return undefined;
  const unit = match[2] ?? '';
  const end = at + match[0].length;
  // 每日三餐 is still every day, 每周年 is not every week.
  if ((unit === '周' && /[年岁期]/.test(text.charAt(end))) || (text[at] === '逢' && !'周星期礼拜'.includes(unit))) {
    return undefined;
  }
  const count = match[1] === '半' ? 0.5 : match[1] === undefined ? 1 : numeral(match[1]);
  const amount = period(count, unit);
  const plain = recurring(at, end, amount);
  if (count === 0.5 && unit === '年') return withEdge(text, at, end, amount) ?? plain;
  if (count !== 1) return plain;
  if (unit === '周' || unit === '星期' || unit === '礼拜') return withWeekday(text, at, end, amount) ?? plain;
  if (unit === '月' || unit === '年') return withSides(text, at, end, amount, unit === '月') ?? plain;
  if (unit.startsWith('季')) return withEdge(text, at, end, amount) ?? plain;
  return plain;
}

function recurring(start: number, end: number, amount: Amount | undefined): Draft {
  return { kind: 'recurring', range: { start, end }, ...(amount ? { amount } : {}), approximate: false };
}

/** A school term has no length of its own. */
function period(count: number, unit: string): Amount | undefined {
  if (unit === '工作日') return { count, unit: 'workday' };
  if (unit === '天' || unit === '日') return { count, unit: 'day' };
  if (unit === '周' || unit === '星期' || unit === '礼拜') return { count, unit: 'week' };
  if (unit === '月') return { count, unit: 'month' };
  if (unit.startsWith('季')) return { count: count * 3, unit: 'month' };
  if (unit === '年' || unit === '学年') return count === 0.5 ? { count: 6, unit: 'month' } : { count, unit: 'year' };
  return undefined;
}

function withWeekday(text: string, at: number, end: number, amount: Amount | undefined): Draft | undefined {
  const match = matchAt(WEEKDAY, text, end);
  const weekday = weekdayOf(match?.[1]);
  if (!match || weekday === undefined) return undefined;
  const behind = end + match[0].length;
  const day = { range: { start: end, end: behind }, unit: 'day', approximate: false, weekday } as const;
  const before = matchAt(PLAIN_MARK, text, behind);
  if (before) return { ...recurring(at, behind + before[0].length, amount), to: day, deadline: true };
  return { ...recurring(at, behind, amount), from: day, to: day };
}

function withSides(
  text: string,
  at: number,
  end: number,
  amount: Amount | undefined,
  inMonth: boolean,
): Draft | undefined {
  const head = skipBlanks(text, text[end] === '的' ? end + 1 : end);
  const window = readWindow(text, head, head, inMonth ? 'inMonth' : 'first') ?? yearEdge(text, end, inMonth);
  if (!window || (window.kind !== 'span' && window.kind !== 'malformed')) return undefined;
  const first = window.from ?? window.to;
  if (first?.year !== undefined || first?.yearShift !== undefined || first?.monthShift !== undefined) return undefined;
  if (first?.anchor || first?.weekShift !== undefined) return undefined;
  const { from, to, deadline, until, fault, approximate } = window;
  return {
    kind: fault ? 'malformed' : 'recurring',
    range: { start: at, end: window.range.end },
    ...(amount ? { amount } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(deadline ? { deadline } : {}),
    ...(until ? { until } : {}),
    ...(fault ? { fault } : {}),
    approximate,
  };
}

/** 每年底: the sign 年 is shared. */
function yearEdge(text: string, end: number, inMonth: boolean): Draft | undefined {
  return inMonth ? undefined : readWindow(text, end - 1, end - 1);
}

function withEdge(text: string, at: number, end: number, amount: Amount | undefined): Draft | undefined {
  const edge = matchAt(QUARTER_EDGE, text, end);
  if (!edge) return undefined;
  const behind = end + edge[0].length;
  const side = { range: { start: end, end: behind }, unit: 'quarter', approximate: true } as const;
  const before = matchAt(PLAIN_MARK, text, behind);
  if (before) return { ...recurring(at, behind + before[0].length, amount), to: side, deadline: true };
  return { ...recurring(at, behind, amount), from: side, to: side };
}
