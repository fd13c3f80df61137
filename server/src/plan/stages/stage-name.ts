import { readNumber } from '../../numbering/read.ts';
import type { NumberToken } from '../../numbering/token.ts';
import type { Located } from '../../text/range.ts';
import type { DraftSection } from '../draft-section.ts';
import { nameBesideTime } from './dated-sections.ts';
import { stageLabel } from './phase.ts';

/** Longest name of a stage that is not cut at a mark. */
const nameLength = 30;

/** 需求调研（已完成）: how far it has come is no part of its name. */
const state = /[（(](?:已完成|已结束|完成|进行中|正在进行|未开始|未完成|待(?:实施|启动|开展|开始|定)|计划中)[)）]$/;

/** 第一阶段, 第一步. */
export const isCounted = (token: NumberToken | undefined): token is NumberToken =>
  token?.kind === 'stage' || token?.kind === 'stepOrdinal';

/**
 * 第一阶段：学习调研 → 学习调研; 第一阶段为社会团体自查阶段 → 社会团体自查;
 * 第一阶段：3月1日至10日为宣传阶段 → 宣传; 第一阶段 alone stays.
 */
export function stageName(section: DraftSection): Located<string> {
  const { value, range } = section.title;
  const line = section.heading;
  let from = 0;
  const inner = readNumber(value);
  if (isCounted(inner)) from = inner.range.end;
  else from = stageLabel.exec(value)?.[0].length ?? 0;
  const beside = from === 0 ? nameBesideTime(value) : undefined;
  if (beside) {
    const at = section.titleAt + beside.start;
    return { value: value.slice(beside.start, beside.end).trim(), range: line.at(at, section.titleAt + beside.end) };
  }
  const lead =
    /^(?:[（(][^（()）]{1,40}[)）])?[\s：:，,、—―-]*(?:[\d年月日至到—–~～.上中下旬初底\s-]{3,40}，?(?=[为是].*阶段))?(?:[为是](?=.*阶段)|(?<=[)）])[为是](?![了否]))?/.exec(
      value.slice(from),
    )?.[0].length ?? 0;
  const start = from + lead + timeAhead(section, from + lead);
  // 第一阶段（3月1日至10日）请各校自查: what is asked for is no name.
  const isAsked = lead > 0 && /^请(?!示)/.test(value.slice(start));
  let name = (isAsked ? '' : withoutTime(section, start))
    .replace(state, '')
    .replace(/(?:工作)?阶段(?:[（(][^（()）]{1,12}[)）])?$/, '')
    .replace(/[：:。\s]+$/, '');
  const bracketed = name === '' ? nameInBrackets.exec(value.slice(from)) : null;
  if (bracketed?.[1]) {
    const at = section.titleAt + from + 1;
    return { value: bracketed[1], range: line.at(at, at + bracketed[1].length) };
  }
  if (name === '') {
    const raw = isCounted(section.number) ? section.number.raw : value;
    return {
      value: raw.replace(/[：:，,、\s]+$/, ''),
      range: isCounted(section.number) ? line.at(0, raw.length) : range,
    };
  }
  if (name.length > nameLength)
    name = name.replace(/(?<=^.{4,})(?:[（(](?![市县区、旗]{1,4}[）)])|[，,；;。：:]).*$/s, '').slice(0, nameLength);
  const at = section.titleAt + start;
  return { value: name, range: line.at(at, at + name.length) };
}

/** 预赛（10.22—10.25） → 预赛: days in figures are no end of a title, but none of the name either. */
function withoutTime({ heading, titleAt, title: { value } }: DraftSection, start: number): string {
  const name = value.slice(start);
  const open = /[（(][^（()）]*[)）]$/.exec(name)?.index;
  if (open === undefined || open < 2) return name;
  const at = titleAt + start + open + 1;
  return heading.facts.dates.some(({ range }) => range.start === at) ? name.slice(0, open) : name;
}

/** （网上信息输入时间）：12月24日—28日: what the stage is called stands in front of its window. */
const nameInBrackets = /^[（(]((?!\d)[\p{Script=Han}“”]{2,12}?)(?:阶段)?(?:的?时间)?[）)]/u;

/** What leads from the window to the name, and what says no name: 3月至5月1日前，主题是“读党史”; 11月24—26日三天，请于24日报到. */
const behindTime =
  /^[）)]?(?:共?[一二两三四五六七八九十\d]{1,3}天)?[，,：:、。\s]*(?:为(?!了)|是(?!否))?(?:(?:主题[是为：:]|请).*)?/su;

/**
 * The length of the window with which the words of a stage begin (第一阶段：3月2日至31日，进村入户摸底): it is no part of the name.
 * Without a number in front, 5月举办艺术节 is a name, and only a mark parts its time from it.
 * @param from where the words begin in the title
 */
function timeAhead({ heading, titleAt, title: { value }, number }: DraftSection, from: number): number {
  const at = titleAt + from;
  const time = heading.facts.dates.find(({ range }) => range.start === at);
  if (!time || time.range.end > titleAt + value.length) return 0;
  const rest = value.slice(time.range.end - titleAt);
  const length = behindTime.exec(rest)?.[0].length ?? 0;
  const isCountedStage = isCounted(number) || isCounted(readNumber(value));
  return isCountedStage || (length > 0 && length < rest.length) ? time.range.end - at + length : 0;
}
