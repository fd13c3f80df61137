import type { DateExpression } from '../../../dates/expression.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import { isQuoted } from '../../../plan/line/brackets.ts';
import { hasSign } from '../../../plan/signs.ts';
import { anyOf } from '../../../text/any-of.ts';
import { overlaps, type Range } from '../../../text/range.ts';
import { openTimeSign, openTimes, type VagueTime } from './open-times.ts';
import words from './vague-deadline.yaml';

const table = words as Readonly<
  Record<
    'strong' | 'urgent' | 'begun' | 'adverb' | 'made' | 'manner' | 'undatable' | 'flowing' | 'opening',
    readonly string[]
  >
>;
const wordOf = (list: readonly string[]) => new RegExp(anyOf(list));
const verbs = { strong: wordOf(table.strong), adverb: wordOf(table.adverb) };
const manner = wordOf(table.manner);
/** 尽快出台巡查、举报奖励等制度: what follows is the name of what is made. */
const made = new RegExp(`^(?:${anyOf(table.made)})`);
/** 视情适时开展督查: neither the case nor the time is settled. */
const inCase = /视(?:工作|具体|实际)?情况?$/;
/** 尽快, 尽早: what is asked for is a deed. */
const urgent = /^(?:尽[快早]|及早)/;
/** 尽快将检查情况汇总上报: what follows names what is handed over, not how a thing is done; 近期将 is no more than will. */
const object = /^[将把]/;
/** 尽快答复, and not 近期答复情况, 尽快统计回复率. */
const answered = new RegExp(`(?:${anyOf(table.urgent)})(?![情率意内函件质时工])`);
/** 适时委托, 尽快落实: what stands right behind such a word is to be done, whatever is done by it. */
const begun = new RegExp(`^(?:${anyOf(table.begun)})(?!的)`);
const oneMore = /^[再将拟]?(?:组织|安排)(?:开展|召开|举办|进行)?[一两1-3][次场期轮批](?!的)/;
const unsettled = /^(?:适时|尽[快早]|及早|抓紧)/;
const flowing = wordOf(table.flowing);
const opening = new Set(table.opening);

/** 近期报县农业农村局, 适时报组长签字: it is handed to somebody. */
const handedTo = /^[再将]?报(?!告)(?=[^，。；的]{1,20}(?:[局委办组部科股室处会厅院]|政府|中心|签字|审定|审批|备案)$)/;

/** How far behind the word its verb may stand, by what the word is; an event opens a whole sentence. */
const reach = { adverb: 16, strong: 32, event: 60 };
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
  if (facts.dates.length === 0 && !hasSign(facts, openTimeSign)) return none;
  return timesOn(facts);
}

const timesOn = lineMemo(readTimes);

function readTimes(facts: LineFacts): readonly VagueTime[] {
  const { text, dates } = facts;
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
  if (!hasSign(facts, openTimeSign)) return times;
  for (const open of openTimes(facts)) {
    if (!times.some(({ range }) => overlaps(range, open.range))) times.push(open);
  }
  return times;
}

function timeOf(text: string, expression: DateExpression, dates: readonly DateExpression[]): VagueTime | undefined {
  const { kind, raw, range, until } = expression;
  // 2006年至今 of a curriculum: what has been so, and what is still so.
  if (kind === 'span' && until && sinceThen.test(raw)) return undefined;
  if (kind === 'span' && until) return { kind: 'until', word: until.text, deed: '', range };
  if (kind === 'span' && raw.endsWith('前后') && ofStage.test(text.slice(0, range.start)))
    return { kind: 'about', word: raw, deed: '', range };
  if (kind === 'span' && isAboutDay(expression)) return { kind: 'about', word: raw, deed: '', range };
  if (kind !== 'vague' || opening.has(raw) || recurs(text, range.start)) return undefined;
  if (label.test(text.slice(Math.max(0, range.start - 10), range.start))) {
    return { kind: 'label', word: raw, deed: '', range };
  }
  const month = chosen.test(raw) ? dates.find((date) => isMonthInFront(text, date, range.start)) : undefined;
  if (month) {
    const start = month.range.start;
    return { kind: 'about', word: text.slice(start, range.end), deed: '', range: { start, end: range.end } };
  }
  // 择期手术: an operation that is not urgent.
  if (chosen.test(raw) && /^(?:手术|剖宫产)/.test(text.slice(range.end))) return undefined;
  const deed = governedDeed(text, expression);
  if (!deed || hasDay(text, expression, dates)) return undefined;
  return {
    kind: isEvent(raw) ? 'event' : 'vague',
    word: raw,
    deed: deed.words,
    range: { start: range.start, end: deed.end },
  };
}

/** 第四阶段：年底前后: the time of a whole stage has two ends. */
const ofStage = /(?:阶段|步骤|时间|时限)\s?[：:（(]\s?$/;
const sinceThen = /\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?\s?(?:至|到|[-—–－~～]{1,2})今$/;

/** 择日, 择期: some day, and nobody knows which. */
const chosen = /^择[日期机时]$/;

/** 11月下旬择日: the day is to be chosen. */
function isMonthInFront(text: string, { kind, range, to, from }: DateExpression, at: number): boolean {
  const point = to ?? from;
  return (
    kind === 'span' &&
    range.end <= at &&
    point !== undefined &&
    point.day === undefined &&
    /^[\s，]?$/.test(text.slice(range.end, at))
  );
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
  // 近期的录像课: which one is meant.
  if (clause.startsWith('的')) return undefined;
  const open = opensSentence || made.test(clause) || inCase.test(text.slice(Math.max(0, range.start - 5), range.start));
  const deedFollows = urgent.test(raw) && object.test(clause);
  // 将于近期开始 promises; 近期气温开始回升 tells.
  // 近期再组织一次培训: one of its kind, and nobody knows on which day.
  const isSet =
    unsettled.test(raw) || (raw === '近期' && (text.charAt(range.start - 1) === '于' || oneMore.test(clause)));
  const begins = isSet ? (begun.exec(clause) ?? (raw === '近期' ? oneMore.exec(clause) : null)) : null;
  if (!open && !deedFollows && !begins && manner.test(clause.slice(0, 8))) return undefined;
  const match =
    (strength === 'adverb' ? verbs.adverb : verbs.strong).exec(clause) ??
    (urgent.test(raw) ? answered.exec(clause) : null) ??
    (raw === '限期' ? limitedDeed(text, range, clause) : null) ??
    begins ??
    (strength === 'adverb' ? null : handedTo.exec(clause));
  if (!match && isAnyDeed(text, raw, range, clause)) return { words: shorten(clause), end: range.end + clause.length };
  if (!match) return undefined;
  const end = range.end + match.index + match[0].length;
  // 近期召开的会议, 近日完成了: told, not promised.
  if (/^[的了过]/.test(text.slice(end))) return undefined;
  const behind = /^[^，。；：,;]*/.exec(text.slice(end, end + quoted))?.[0] ?? '';
  if (strength === 'adverb' && (flowing.test(behind) || toItsPlace.test(behind))) return undefined;
  const from = opensSentence ? match.index : 0;
  return { words: shorten(clause.slice(from, match.index + match[0].length) + behind), end };
}

/** 用后及时归还原处. */
const toItsPlace = /^[至到]?原[处位]/;
/** 尽快, 择日: whatever is to be done then; 待条件成熟时: as soon as something else has come about. */
const anyVerb = /^(?:尽[快早]|及早|抓紧|早日|从速|择[日期机])$/;
const striven = /(?:争取|力争|务必|务求)$/;
const awaited = /(?:条件|时机)/;
/** What one feels or becomes, what is done in an emergency and what runs by itself cannot be dated. */
const undatable = wordOf(table.undatable);
/** 帮助新教师尽快适应, 希望尽快答复: a purpose, a wish of somebody, and what is being done. */
const wished =
  /(?:希望|建议|欢迎|请求|恳请|期待|督促|帮助|协助|促使|促进|推动|引导|鼓励|动员|使|让|便于|以便|有助于|能够|可以|正在?|为了?)[^，。；]{0,14}$/;
const inEmergency = /如|若|一旦|发生|发现|遇到?|出现|突发|险情|伤员|伤者|受伤|故障|事故|紧急|应急|报警|灾/;

/** 限期拆除, 限期整改: what the body itself is to bring about. */
const limited =
  /^(?:完成)?(?:拆除|整改|搬迁|关停|改造|更换|清理|腾退|修复|治理|拆改|整治)(?!事项|类|的|任务|问题|要求|目标|清单|措施|项目|\d|和[一-龥]{2,4}整改)/;
/** 责令限期整改, 逾期不改的: a penalty for others, whose day the order names. */
const penalty =
  /责令|勒令|督促|要求|通知书|告知|下达|依法|依规|处罚|逾期|拒不|拒绝|情节|一律|查处|执法|违法|违规|不合格|否则|对[^，。；]{0,20}的[，,]|(?:商户|业主|当事人|经营者|产权人|企业)[^，。；]{0,6}$/;

function limitedDeed(text: string, { start }: Range, clause: string): RegExpExecArray | null {
  const from = text.lastIndexOf('。', start) + 1;
  const stop = text.indexOf('。', start);
  // 限期整改 by itself in a cell is a kind of measure, and its day stands in another one.
  if (!/[一-龥]{2}/.test(text.slice(from, start))) return null;
  return penalty.test(text.slice(from, stop < 0 ? undefined : stop)) ? null : limited.exec(clause);
}

/** Behind such words whatever stands there is to be done: 尽快制作奖牌, 抓紧施划到位. */
function isAnyDeed(text: string, raw: string, { start }: Range, clause: string): boolean {
  const from = text.lastIndexOf('。', start) + 1;
  const before = text.slice(from, start);
  if (!(awaited.test(raw) ? /[待等]$/.test(before) : anyVerb.test(raw))) return false;
  if (raw === '早日' && !striven.test(before)) return false;
  if (!/^[，]?[一-龥]{2}/.test(clause) || /^(?:[的地了过抓]|可)/.test(clause)) return false;
  const head = clause.slice(0, 6);
  if (undatable.test(head) || manner.test(head.slice(0, 3))) return false;
  return !wished.test(before) && !inEmergency.test(before) && !isQuoted(text, start);
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

/** 4月18日反馈的问题, 2024年度检查: when something else happened. */
const past =
  /^[^，。；]{0,10}?(?:反馈|移交|交办|印发|下发|查出|发现|检查出|排查出|建成|召开的|提出的|通报的|形成的|受理的)|^度(?!前)/;

/** Behind a semicolon another deed begins, and what has happened before sets no time. */
function isOfAnotherDeed(text: string, vague: Range, { range, deadline, kind }: DateExpression): boolean {
  const [from, to] = range.start < vague.start ? [range.end, vague.start] : [vague.end, range.start];
  if (/[；;]/.test(text.slice(from, to))) return true;
  return (
    kind === 'span' && deadline !== true && range.end <= vague.start && past.test(text.slice(range.end, range.end + 16))
  );
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
    if (!whole && !vague.raw.startsWith('基本') && isOfAnotherDeed(text, vague.range, date)) return false;
    if (date.kind === 'span') return !isAboutDay(date);
    return date.kind === 'relative' || (whole && date.kind === 'recurring');
  });
}
