import type { Amounted } from '../../plan/constraints/amounts.ts';

/** Times a year, of what is done once in each of these. */
const timesAYear: Readonly<Record<string, number>> = {
  天: 365,
  日: 365,
  周: 52,
  两周: 26,
  半月: 24,
  旬: 36,
  月: 12,
  两个月: 6,
  季度: 4,
  季: 4,
  学期: 2,
  半年: 2,
  学年: 1,
  年度: 1,
  年: 1,
};

/** 每名党员 is each of them; 每个支部 and 每支部 are the same. */
const persons = /^名/;
const perOf = ({ per }: Amounted) =>
  per
    ?.replace(persons, '人')
    .replace(/^人.+$/, '人')
    .replace(/^个/, '')
    .replace(/级$/, '');

/** Whether two amounts are said of each of the same: 每名党员 and 每人, 每月 and 每月. */
export const samePer = (one: Amounted, other: Amounted): boolean => perOf(one) === perOf(other);

/** 每周, 每季度: a rhythm, where 每个村 is none. */
export function hasRhythm({ per }: Amounted): boolean {
  return timesAYear[per ?? ''] !== undefined;
}

/**
 * How much an amount is beside what is demanded of the same thing: per year where both have a rhythm (每季度1次 is less
 * than 每月1次). @returns undefined where they cannot be compared: 每村1场 beside 2场 of a town
 */
export function amountBeside(own: Amounted, demand: Amounted): number | undefined {
  const count = own.low ?? own.count;
  if (perOf(own) === perOf(demand)) return count;
  const [ours, theirs] = [timesAYear[own.per ?? ''], timesAYear[demand.per ?? '']];
  if (ours !== undefined && theirs !== undefined) return (count * ours) / theirs;
  // 每个乡镇不少于2场, and this town 2场. A limit without a rhythm has lost it; of a bare number nobody knows.
  if (own.per !== undefined) return undefined;
  return theirs === undefined || own.comparator ? count : undefined;
}

/** Words of doing, which do not tell one thing from another. */
const doing =
  /(?:组织|开展|召开|举办|举行|集中|累计|进行|撰写|完成|实施|安排|建立|参加|形成|落实|各自|分别|统一|深入|认真|广泛|全面|带头|及时)+$/;
const leastInCommon = 4;
/** Shorter objects are counted everywhere: 材料, 企业. */
const shortestObject = 3;

/** Whether two amounts of one unit are said of the same thing, as the words next to them tell. */
export function ofOneThing(a: Amounted, b: Amounted): boolean {
  if (a.object.length >= 2 && b.object.length >= 2) return ofOneObject(a, b);
  if (sameSubject(a.subject, b.subject)) return true;
  // 召开2次政策宣讲会 and 政策宣讲会不少于2次.
  return namesAtEnd(a.subject, b.object) || namesAtEnd(b.subject, a.object);
}

function ofOneObject(a: Amounted, b: Amounted): boolean {
  const [short, long] = a.object.length < b.object.length ? [a.object, b.object] : [b.object, a.object];
  if (short === long) return short.length >= shortestObject || sameSubject(a.subject, b.subject);
  // 应急演练 and 应急演练活动; 实地 in front of a thing makes another one of it as often as not.
  return short.length >= shortestObject && long.startsWith(short) && sameSubject(a.subject, b.subject);
}

const namesAtEnd = (subject: string, object: string) => object.length >= shortestObject && subject.endsWith(object);

/** 党员集中学习时间 and 集中学习时间: the same, or with an ending of four characters in common. */
export function sameSubject(a: string, b: string): boolean {
  const [short, long] = (a.length < b.length ? [a, b] : [b, a]).map((subject) => subject.replace(/时间$/, ''));
  if (short === undefined || long === undefined || short.length < 2) return false;
  let same = 0;
  while (same < short.length && short.at(-1 - same) === long.at(-1 - same)) same++;
  return (short === long || same >= leastInCommon) && !isDoing(short.slice(short.length - same));
}

const isDoing = (words: string) => words.replace(doing, '').length < 2;

const limitAtEnd = /(?:不少于|不得少于|不低于|至少|最少|达到)+$/;

/** What is counted, without the words of doing, of limits and of rhythm: 座谈会 of 召开座谈会不少于3场 and of 至少召开3场座谈会. */
export function thingOf({ subject, object }: Amounted): string {
  const behindEach = subject.replace(/^.*每(?:个|名|一)?/, '').replace(ownNumber, '');
  const plain = behindEach.replace(limitAtEnd, '').replace(rhythmAtStart, '').replace(leadingDoing, '');
  return (plain + object).replace(leadingDoing, '');
}
/** That of the item which is nothing but the amount: 1. 集中学习研讨不少于16学时. */
const ownNumber = /^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]/;
/** What 每 leaves when it is taken off: 月检查, 人走访群众. */
const rhythmAtStart = /^(?:两个月|半[年月]|季度?|学期|学年|年度?|[月周天日旬]|人|党员|干部|教师|学生|职工)/;

const leadingDoing = /^(?:组织|开展|召开|举办|举行|进行|完成|实施|建立|落实|做好|抓好|认真|深入|广泛|全面|扎实)+/;

/** What the numbered line of an amount is about, without the words of doing: 专家会诊. */
export const topicOf = ({ item }: Amounted) => item.replace(leadingDoing, '');

/** The topic and unit of an amount, by which it is known where a topic has one amount of the unit only; empty without topic. */
export function topicKey(amount: Amounted): string {
  const topic = topicOf(amount);
  return topic.length < 2 ? '' : `${topic} ${amount.unit}`;
}

/** Amounts that are the only ones of their unit below their topic. */
export function loneByTopic<T extends Amounted>(amounts: readonly T[]): ReadonlyMap<string, T> {
  const lone = new Map<string, T | undefined>();
  for (const amount of amounts) {
    const key = topicKey(amount);
    if (key !== '') lone.set(key, lone.has(key) ? undefined : amount);
  }
  return new Map([...lone].flatMap(([key, amount]) => (amount ? [[key, amount] as const] : [])));
}
