import type { DateExpression } from '../../../dates/expression.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import type { Plan } from '../../../plan/model.ts';
import { linesWith, sign } from '../../../plan/signs.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Located, Range } from '../../../text/range.ts';

const stageSign = sign({ words: ['第二步', '阶段', '步骤', '环节', '时段'] });

/** 第一阶段, 第二步 at the head of a clause. */
const ordinal = /(?<=^|[，。；：:、\s])第([一二三四五六])(阶段|步|环节|时段)(?!的|工作(?:任务|要求))/g;
const numerals = '一二三四五六';
/** 分两个阶段进行, 分三步走. */
const divided = /分[为成]?[两二三四五六2-6]个?(?:阶段|步骤|步|环节|时段)/;
/** The event says when, or it goes on for good. 每周五报送进度 is done in a stage, and does not say when that is. */
const otherwise = /[前后]，|结束后|之后|以后|同时|同步|随即|长期|常态|贯穿|全程|另行|视情|适时/;
/** So near the head of its part stands a window. */
const NEAR = 40;
/** A name is no longer. */
const NAME = 12;

/** 分三个时段推进：部署启动（…）、集中攻坚、评估验收（…）, and …三个阶段 behind them. */
const listed =
  /分[为成]?[两二三四五六2-6]个(?:阶段|步骤|环节|时段)[\p{Script=Han}]{0,8}[：:，,]([^。；]{6,160})|分[为成]?((?:[\p{Script=Han}“”]{2,12}(?:[（(][^（()）]{2,40}[)）])?[、和及]){1,5}[\p{Script=Han}“”]{2,12}(?:[（(][^（()）]{2,40}[)）])?)[两二三四五六2-6]个(?:阶段|步骤|环节|时段)/gu;
const item = /^(?:以?及|和|即|是)?([\p{Script=Han}“”]{2,12}?)(?:[（(]([^（()）]{2,40})[)）])?$/u;

/** The only stage without any time among those that one paragraph tells, one behind the other. */
export function undatedInSentences({ lines }: Plan): readonly Located<string>[] {
  return linesWith(lines, stageSign).flatMap((line) => {
    if (line.place === 'cell' || line.place === 'quote' || line.facts.dates.length === 0) return [];
    return undatedOn(line.facts).map(({ start, end }) => ({
      value: line.text.slice(start, end),
      range: line.at(start, end),
    }));
  });
}

const undatedOn = lineMemo((facts): readonly Range[] => {
  const found = [...counted(facts), ...inList(facts)];
  return found.length > 0 ? found : NONE;
});
const NONE: readonly Range[] = [];

const isWindow = ({ kind, from, to }: DateExpression): boolean =>
  kind === 'malformed' || (kind === 'span' && (to ?? from)?.month !== undefined);

/** 第一阶段为7月10日至9月30日，…；第二阶段重点抓…. */
function counted({ text, dates }: LineFacts): readonly Range[] {
  if (!text.includes('第二')) return NONE;
  const marks = matchesOf(text, ordinal);
  const parts = marks.map(({ 0: words, 1: number = '', 2: noun, index }, at) => ({
    value: numerals.indexOf(number) + 1,
    noun,
    start: index,
    behind: index + words.length,
    end: marks[at + 1]?.index ?? text.length,
  }));
  if (parts.length < 2 || parts.some(({ value, noun }, at) => value !== at + 1 || noun !== parts[0]?.noun)) return NONE;
  if (parts.length === 2 && !divided.test(text.slice(0, parts[0]?.start))) return NONE;
  const within = ({ start, end }: { start: number; end: number }) =>
    dates.filter(({ kind, range }) => kind !== 'recurring' && range.start >= start && range.end <= end);
  const without = parts.filter((part) => within(part).length === 0);
  const [only, more] = without;
  if (!only || more || otherwise.test(text.slice(only.start, only.end))) return NONE;
  const hasHeadedWindow = (part: (typeof parts)[number]) =>
    within(part).some((date) => isWindow(date) && date.range.start - part.behind < NEAR);
  if (!parts.every((part) => part === only || hasHeadedWindow(part))) return NONE;
  const name = /^(?:[，、：:]|为|是)?[一-龥]{2,12}(?=[，。；：:（(])/.exec(
    text.slice(only.behind, only.behind + NAME),
  )?.[0];
  return [{ start: only.start, end: only.behind + (name && /^[，、：:]/.test(name) ? name.length : 0) }];
}

/** The item of a list of stages that has no brackets, where those of the others hold their windows. */
function inList({ text, dates }: LineFacts): readonly Range[] {
  if (!/[（(]/.test(text) || !divided.test(text.replace(/分[为成]?[^，。；：]{4,200}(?=[两二三四五六2-6]个)/, '分')))
    return NONE;
  return matchesOf(text, listed).flatMap((match): readonly Range[] => {
    const list = match[1] ?? match[2] ?? '';
    const from = match.index + match[0].indexOf(list);
    let at = from;
    const items = list.split(/、|和(?=[^（()）]*(?:[（(]|$))/).map((words) => {
      const start = text.indexOf(words, at);
      at = start + words.length;
      return { words, start, told: item.exec(words.trim()) };
    });
    if (items.length < 2 || items.some(({ told }) => !told)) return [];
    const isTimed = ({ start, words }: (typeof items)[number]) =>
      dates.some((date) => isWindow(date) && date.range.start >= start && date.range.end <= start + words.length);
    const without = items.filter((one) => !isTimed(one));
    const [only, more] = without;
    if (!only?.told || more || only.told[2] !== undefined) return [];
    const name = only.told[1] ?? '';
    const start = only.start + only.words.indexOf(name);
    return [{ start, end: start + name.length }];
  });
}
