import type { DateExpression } from '../../dates/expression.ts';
import { matchesOf } from '../../text/matches.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import { partEnd, partStart } from '../line/sentences.ts';
import { hasSign } from '../signs.ts';
import { actObject, actWords, anyEvent, eventSign, eventWord, isDeed, isWindow, kindOf } from './words.ts';

/** What an event is called: 第二批面试 is of the kind 面试, and 第二批 tells it from others. */
export interface EventName {
  readonly kind: string;
  /** As written, with the words that tell it apart. */
  readonly name: string;
  readonly modifier: string;
}

/** An event by its name alone; 报名截止 is the last day of it. */
export interface NamedEvent extends EventName {
  readonly side?: 'end';
}

/** An event that a line puts on a day. */
export interface LineEvent extends EventName {
  readonly expression: DateExpression;
  /** Who does it, where that stands in front of the day. */
  readonly subject: string;
  /** The day is its first or its last one alone. */
  readonly side?: 'start' | 'end';
}

const NONE: readonly LineEvent[] = [];
/** Nothing is read further away from a day than this. */
const REACH = 40;

const connect =
  '(?:[：:（(]\\s?|(?:均|统一|集中|暂|初步|计划|将)?(?:拟?定于|拟于|安排[在于]|确定[在为]|调整[到为]|于|自|从|在|为|是)?\\s?)$';
/** 笔试于, 报名时间：, 网上报名截止时间为: between an event and its day. */
const between = new RegExp(`^(?:工作|环节|活动|阶段)?(截止|结束|开始|启动)?(?:时间|日期|时限|期限|期)?${connect}`);
/** 在文化中心举行, 宣布: between a day and what takes place on it. */
const held = /^[^。；]{0,28}?(?:举行|举办|召开|进行|开展|组织|宣布|启动|完成)([\p{Script=Han}“”]{0,12})$/u;
/** 5月18日的颁奖仪式上, 10月23日结业考核当天. */
const ofDay = /^(?:[（(][^（）()]{1,8}[)）])?(的)?([\p{Script=Han}“”]{0,8})$/u;
/** 7月1日至5日在校门口公示. */
const shown = /^[^，。；、]{0,20}$/;
const shownWords = /^(?:公示|征求意见|投票)$/;
/** What may stand behind the name of an event where its day stands in front. */
const closes = /^(?:$|[，。；：,;！）)\s]|当[天日]|开始|正式开始|启动|结束|施工|考察|评估|上报|\d)/;
const onTheDay = /^(?:当[天日]|上(?=[^一-龥]|统一|[颁宣发授进作表])|现场)/;
const notShown = /^(?:[期后前栏牌板墙无稿]|结束|完毕|环节|情况|结果|意见)/;
/** Another day than the one that was set, or one of many. */
const other =
  /顺延|延期|备用|改期|推迟|提前|补考|补测|重新|去年|上年|往年|上[一]?届|历届|分别|每|轮流|分批|陆续|逐[一个村校]|多次|定期|不定期|[两二三四五六七八九十\d](?:场|次|轮)(?!会)|首次|首场|再次|第[一二三四五六七八九十\d]+次/;
/** 各村于5月18日举行 has one for each; by a last day, each does its part of the one. */
const ofEach = /各(?!位)/;
/** Words in front of a name that tell nothing apart. */
const empty =
  /^(?:[一1][次场]|本[次届期]|此次|这次|统一|集中|组织|开展|举行|举办|召开|进行|完成|做好|参加|全面|正式|全体|全流程|全部|有关|相关|总指挥|全[县市区镇乡街校院局省](?:性)?|[在将拟对以为等了的])+/;
const boundary = /[，。；：:、（）()\s\u3000！？“”《》|,;]/;

/** The events on a line, each with its day. */
export const eventsOn = lineMemo((facts: LineFacts): readonly LineEvent[] => {
  const { text, dates } = facts;
  if (dates.length === 0 || !hasSign(facts, eventSign)) return NONE;
  // Whatever stands further away from every day is not read.
  const first = Math.max(0, (dates[0]?.range.start ?? 0) - REACH);
  const near = text.slice(first, (dates.at(-1)?.range.end ?? 0) + REACH);
  const words = matchesOf(near, eventWord).map(({ index, 0: word }) => ({
    word,
    start: first + index,
    end: first + index + word.length,
  }));
  const tellsAct = actObject.test(near);
  if (words.length === 0 && !tellsAct) return NONE;
  const found: LineEvent[] = [];
  for (let at = 0; at < dates.length; at++) {
    const expression = dates[at];
    if (expression?.kind !== 'span') continue;
    const { start, end } = expression.range;
    const from = dates[at - 1]?.range.end ?? 0;
    const to = dates[at + 1]?.range.start ?? text.length;
    const event =
      before(text, words, expression, from) ??
      behind(text, words, expression, to) ??
      (tellsAct ? act(text, expression, from, to) : undefined);
    if (!event) continue;
    const told = sentenceIn(text.slice(end, Math.min(to, end + REACH)));
    const named = told.indexOf(event.name.slice(-2));
    const around = clauseBefore(text, start, from).slice(-20) + told.slice(0, named < 0 ? 8 : named + 4);
    const isLimit = event.side === 'end' && isWindow(event.kind);
    if (!other.test(around) && (isLimit || !ofEach.test(around))) found.push(event);
  }
  return found.length > 0 ? found : NONE;
});

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function before(text: string, words: readonly Word[], expression: DateExpression, from: number): LineEvent | undefined {
  const { start, end } = expression.range;
  const word = words.findLast((one) => one.end <= start && one.start >= from && start - one.end <= 12);
  const match = word && between.exec(text.slice(word.end, start));
  if (!word || !match) return undefined;
  const side =
    sideOf(expression) ??
    sideIn(match[1]) ??
    (/^(?:[\d:：时点分]{0,6})?(?:截止|止)/.test(text.slice(end, end + 8)) ? 'end' : undefined);
  return eventOf(expression, word.word, wordsBefore(text, word.start), '', side);
}

function behind(text: string, words: readonly Word[], expression: DateExpression, to: number): LineEvent | undefined {
  const { start, end } = expression.range;
  const limit = Math.min(to, end + REACH);
  for (const { word, start: at, end: after } of words) {
    if (at < end || after > limit) continue;
    const gap = text.slice(end, at);
    const rest = text.slice(after, after + 6);
    const own = modifierIn(gap, word, rest);
    if (own === undefined) continue;
    return eventOf(expression, word, own, wordsBefore(text, start), sideOf(expression));
  }
  return undefined;
}

/** What tells the event apart, between its day and its name; undefined where it does not take place on that day. */
function modifierIn(gap: string, word: string, rest: string): string | undefined {
  if (isDeed(word)) return gap.length <= 2 && !/[。；，：]/.test(gap) && !/^[前后]/.test(rest) ? '' : undefined;
  if (shownWords.test(word) && shown.test(gap) && !notShown.test(rest)) return '';
  if (/[。；]/.test(gap)) return undefined;
  const direct = onTheDay.test(rest) ? ofDay.exec(gap) : null;
  if (direct) return direct[2] ?? '';
  return closes.test(rest) ? held.exec(gap)?.[1] : undefined;
}

function act(text: string, expression: DateExpression, from: number, to: number): LineEvent | undefined {
  const { start, end } = expression.range;
  const ahead = clauseBefore(text, start, from);
  const rest = text.slice(end, Math.min(to, end + REACH));
  for (const { kind, objectBefore, verbBehind, bothBehind } of actWords) {
    const object = objectBefore.exec(ahead)?.[1];
    const verb = object === undefined ? undefined : verbBehind.exec(rest)?.[1];
    const both = object === undefined ? bothBehind.exec(rest) : null;
    const [what, deed] = verb ? [object, verb] : [both?.[2], both?.[1]];
    // A paper goes by its own name: 评估报告, but 评选结果公布.
    const name = what?.endsWith(kind) ? what : what && `${what}${deed}`;
    if (name) return { expression, kind, name, modifier: '', subject: '', ...withSide(sideOf(expression)) };
  }
  return undefined;
}

function eventOf(
  expression: DateExpression,
  word: string,
  ahead: string,
  who: string,
  side: LineEvent['side'],
): LineEvent {
  const modifier = bare(ahead);
  return {
    expression,
    kind: kindOf(word),
    name: modifier + word,
    modifier,
    subject: subjectIn(who),
    ...withSide(side),
  };
}

const withSide = (side: LineEvent['side']) => (side ? { side } : {});

/** A limit gives the last day alone, 6月5日起 the first one. */
export function sideOf({ deadline, from, to }: DateExpression): LineEvent['side'] {
  if (deadline === true) return 'end';
  return to === undefined && from !== undefined ? 'start' : undefined;
}

function sideIn(word: string | undefined): LineEvent['side'] {
  if (word === undefined) return undefined;
  return /截止|结束/.test(word) ? 'end' : 'start';
}

/** The words in front of an index, up to the mark before them. */
function wordsBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < 20 && !boundary.test(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}

const sentenceIn = (words: string): string => words.slice(0, partEnd(words, 0));

function clauseBefore(text: string, at: number, from: number): string {
  const piece = text.slice(Math.max(from, at - REACH), at);
  return piece.slice(partStart(piece, piece.length));
}

const bare = (words: string): string =>
  words
    .slice(words.lastIndexOf('的') + 1)
    .replace(/^[\d.．]+/, '')
    .replace(empty, '');
const subjectIn = (words: string): string =>
  words
    .replace(/(?:计划|初步|统一|集中|暂)?(?:拟?定于|拟于|将[于在]|预计|计划|[于在自从将拟至])$/, '')
    .replace(/^[\d.．]+/, '');

const NO_NAMES: readonly NamedEvent[] = [];
const closing = /截止$/;
const nameTail = /(?:工作|环节|考务|组织|安排|活动|实施|时间)$/;

/** The events that the title of a section or a cell names: 笔试考务; 开幕式、展销会. */
export function eventsNamed(text: string): readonly NamedEvent[] {
  const written = text.replace(/[\s\u3000]+/g, '').replace(/[（(][^（）()]*[)）]$/, '');
  if (written.length > 30 || !anyEvent.test(written) || other.test(written) || ofEach.test(written)) return NO_NAMES;
  return written.split(/[、，,]|暨|及|和|与/).flatMap((piece): readonly NamedEvent[] => {
    const whole = piece.replace(nameTail, '');
    const name = whole.replace(closing, '');
    const told = whole === name ? actWords.find((one) => one.name.test(name)) : undefined;
    if (told) return [{ kind: told.kind, name, modifier: '' }];
    const word = matchesOf(name, eventWord).at(-1);
    if (!word || word.index + word[0].length !== name.length) return [];
    const modifier = bare(name.slice(0, word.index));
    const kind = kindOf(word[0]);
    if (whole === name) return [{ kind, name, modifier }];
    return isWindow(kind) ? [{ kind, name, modifier, side: 'end' }] : [];
  });
}
