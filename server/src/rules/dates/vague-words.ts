import type { DateExpression } from '../../dates/expression.ts';
import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { hasSign, sign } from '../signs.ts';
import words from './vague-deadline.yaml';

/** A vague word that stands where a time should, and what is to be done then. */
export interface VagueTime {
  readonly kind: 'vague' | 'event' | 'about' | 'until' | 'label' | 'later';
  readonly word: string;
  /** What hangs on it, as written; empty where nothing is named. */
  readonly deed: string;
  /** Indexes in the text of the line. */
  readonly range: Range;
}

const table = words as Readonly<
  Record<'strong' | 'urgent' | 'begun' | 'adverb' | 'made' | 'manner' | 'flowing' | 'opening', readonly string[]>
>;
const anyOf = (list: readonly string[]) => new RegExp([...list].sort((a, b) => b.length - a.length).join('|'));
const verbs = { strong: anyOf(table.strong), adverb: anyOf(table.adverb) };
const manner = anyOf(table.manner);
/** 尽快出台巡查、举报奖励等制度: what follows is the name of what is made. */
const made = new RegExp(`^(?:${anyOf(table.made).source})`);
/** 视情适时开展督查: neither the case nor the time is settled. */
const inCase = /视(?:工作|具体|实际)?情况?$/;
/** 尽快, 尽早: what is asked for is a deed. */
const urgent = /^(?:尽[快早]|及早)/;
/** 尽快将检查情况汇总上报: what follows names what is handed over, not how a thing is done; 近期将 is no more than will. */
const object = /^[将把]/;
/** 尽快答复, and not 近期答复情况, 尽快统计回复率. */
const answered = new RegExp(`(?:${anyOf(table.urgent).source})(?![情率意内函件质时工])`);
/** 适时委托, 尽快落实: what stands right behind such a word is to be done, whatever is done by it. */
const begun = new RegExp(`^(?:${anyOf(table.begun).source})(?!的)`);
const unsettled = /^(?:适时|尽[快早]|及早|抓紧)/;
const flowing = anyOf(table.flowing);
const opening = new Set(table.opening);

/** How far behind the word its verb may stand, by what the word is; an event opens a whole sentence. */
const reach = { adverb: 16, strong: 32, event: 60 };
/** 考试时间及地点另行通知, 具体时间另行在群里通知: when it is to be, is not said now. */
const later =
  /(?:时间|日期|日程)(?:[、及和与][一-龥]{0,4}?(?:地点|场地|方式|路线|名单|安排|要求))?(?:等(?:事宜|事项|安排)?)?，?[均将再]?(?:另行?(?:[在由于][一-龥]{1,10})?(?:通知|公布|确定|安排|发布|告知|定)|待通知)/;
const laterSign = sign({ words: ['另行', '另定', '待通知'] });

/** So many units of what is to be done are quoted. */
const quoted = 24;
/** 整改时限：尽快. */
const label = /(?:时限|期限|(?:完成|办结|整改)时间)\s?[：:]\s?$/;

const none: readonly VagueTime[] = [];

/**
 * The vague words of a line that govern something which can be late, at most one for a stretch up to
 * a full stop or semicolon. 及时掌握, 及时宣传 and other manners of doing a thing are none (domain notes 2.6).
 */
export function vagueTimes(facts: LineFacts): readonly VagueTime[] {
  const isLater = hasSign(facts, laterSign);
  if (facts.dates.length === 0 && !isLater) return none;
  return timesOn(facts);
}

const timesOn = lineMemo(readTimes);

function readTimes({ text, dates }: LineFacts): readonly VagueTime[] {
  const times: VagueTime[] = [];
  let end = 0;
  for (const expression of dates) {
    if (expression.range.start < end) continue;
    const time = timeOf(text, expression, dates);
    if (!time) continue;
    times.push(time);
    const stop = text.slice(time.range.end).search(/[。；]/);
    end = time.kind === 'about' ? time.range.end : stop < 0 ? text.length : time.range.end + stop;
  }
  const open = leftOpen(text, dates);
  if (open && !times.some(({ range }) => overlaps(range, open.range))) times.push(open);
  return times;
}

/** A time that is to be told later; a day in the same sentence is told already. */
function leftOpen(text: string, dates: readonly DateExpression[]): VagueTime | undefined {
  const match = later.exec(text);
  if (!match) return undefined;
  const [word, start, end] = [match[0], match.index, match.index + match[0].length];
  const from = text.lastIndexOf('。', start) + 1;
  const isTold = dates.some(({ kind, range }) => kind === 'span' && range.start >= from && range.end <= start);
  return isTold ? undefined : { kind: 'later', word, deed: '', range: { start, end } };
}

function timeOf(text: string, expression: DateExpression, dates: readonly DateExpression[]): VagueTime | undefined {
  const { kind, raw, range, until } = expression;
  if (kind === 'span' && until) return { kind: 'until', word: until.text, deed: '', range };
  if (kind === 'span' && isAboutDay(expression)) return { kind: 'about', word: raw, deed: '', range };
  if (kind !== 'vague' || opening.has(raw) || recurs(text, range.start)) return undefined;
  if (label.test(text.slice(Math.max(0, range.start - 10), range.start))) {
    return { kind: 'label', word: raw, deed: '', range };
  }
  const deed = governedDeed(text, expression);
  if (!deed || hasDay(text, expression, dates)) return undefined;
  return {
    kind: isEvent(raw) ? 'event' : 'vague',
    word: raw,
    deed: deed.words,
    range: { start: range.start, end: deed.end },
  };
}

/** 每学期开学前、放假前: it comes again and again. */
function recurs(text: string, at: number): boolean {
  return /每个?(?:学期|学年|年度?|季度|月|周|次)[^，。；]{0,5}$/.test(text.slice(Math.max(0, at - 10), at));
}

/** 11月5日左右; 两个月左右 is a length of time. */
function isAboutDay({ comparator, strength, to, from }: DateExpression): boolean {
  return (strength === 'strong' || comparator === 'about') && (to ?? from)?.day !== undefined;
}

/** 基本结束时, 条件成熟后: the word stands for an event, and its verb may follow much later in the sentence. */
function isEvent(word: string): boolean {
  return word.length > 3 && /[时后]$/.test(word);
}

/** What the word governs in its clause; undefined when it tells the manner, or what has already been done. */
function governedDeed(
  text: string,
  { raw, range, strength }: DateExpression,
): { words: string; end: number } | undefined {
  const opensSentence = isEvent(raw);
  const far = opensSentence ? reach.event : reach[strength ?? 'strong'];
  const rest = text.slice(range.end, range.end + far);
  const stop = rest.search(opensSentence ? /[。；]/ : /[，。；：,;]/);
  const clause = stop < 0 ? rest : rest.slice(0, stop);
  const open = opensSentence || made.test(clause) || inCase.test(text.slice(Math.max(0, range.start - 5), range.start));
  const deedFollows = urgent.test(raw) && object.test(clause);
  // 将于近期开始 promises; 近期气温开始回升 tells.
  const isSet = unsettled.test(raw) || (raw === '近期' && text.charAt(range.start - 1) === '于');
  const begins = isSet ? begun.exec(clause) : null;
  if (!open && !deedFollows && !begins && manner.test(clause.slice(0, 8))) return undefined;
  const match =
    (strength === 'adverb' ? verbs.adverb : verbs.strong).exec(clause) ??
    (urgent.test(raw) ? answered.exec(clause) : null) ??
    begins;
  if (!match) return undefined;
  const end = range.end + match.index + match[0].length;
  // 近期召开的会议, 近日完成了: told, not promised.
  if (/^[的了过]/.test(text.slice(end))) return undefined;
  const behind = /^[^，。；：,;]*/.exec(text.slice(end, end + quoted))?.[0] ?? '';
  if (strength === 'adverb' && flowing.test(behind)) return undefined;
  const from = opensSentence ? match.index : 0;
  return { words: shorten(clause.slice(from, match.index + match[0].length) + behind), end };
}

function shorten(deed: string): string {
  const words = deed.replace(/^[，,\s]+|[\s）)]+$/g, '');
  return words.length > quoted ? `${words.slice(0, quoted)}……` : words;
}

/** 适时组织测评，总结报告于2月8日前上报: the day is that of a paper about something else than what waits for its time. */
function isOfAnotherPaper(text: string, { raw, range: { end } }: DateExpression, day: number): boolean {
  if (raw !== '适时' || day <= end) return false;
  const paper = /[，；]([一-龥]{0,6}?)(报告|总结|材料|方案|清单|台账|名单)[于在]?$/.exec(
    text.slice(Math.max(end, day - 14), day),
  );
  const deed = /^[^，；]*/.exec(text.slice(end))?.[0] ?? '';
  const about = paper?.[1] ?? '';
  return paper !== null && !(about !== '' && deed.includes(about)) && !deed.includes(paper[2] ?? '');
}

/** A day, window or known length of time in the same sentence says when. */
function hasDay(text: string, vague: DateExpression, dates: readonly DateExpression[]): boolean {
  // 按时 refers to a time that was given, 每月25日前 as well; the same paragraph is near enough.
  // （五）及时报送。每个环节结束后3个工作日内…: what a heading asks for, the words behind it date.
  const heading = /^[^，。；]{1,16}。/.exec(text)?.[0].length ?? 0;
  const whole = /^[按如]/.test(vague.raw) || vague.range.end < heading;
  const from = whole ? 0 : text.lastIndexOf('。', vague.range.start) + 1;
  const stop = whole ? -1 : text.indexOf('。', vague.range.end);
  const to = stop < 0 ? text.length : stop;
  return dates.some((date) => {
    if (date.range.start < from || date.range.end > to) return false;
    if (isOfAnotherPaper(text, vague, date.range.start)) return false;
    if (date.kind === 'span') return !isAboutDay(date);
    return date.kind === 'relative' || (whole && date.kind === 'recurring');
  });
}
