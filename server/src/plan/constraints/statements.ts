import type { Amount } from '../../dates/expression.ts';
import { halfWidthDigits, hanToNumber } from '../../numbering/han.ts';
import type { Range } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line } from '../model.ts';
import { audienceOfAmount, mayNameAudience } from './audiences.ts';

/** A number of hours, days, articles … that is said of something. */
export interface Amounted {
  /** Indexes of the line's text. */
  readonly range: Range;
  readonly raw: string;
  readonly count: number;
  readonly low?: number;
  /** 小时, 天, 月, 篇 … */
  readonly unit: string;
  readonly per?: string;
  /** The words in front, without what only leads to the number: 集中学习. */
  readonly subject: string;
  readonly comparator?: 'atLeast' | 'atMost' | 'about';
  /** Of whom it is said: 镇、街道机关. */
  readonly audience?: string;
}

/** A length of time that is set aside for something: 安排2个月时间用于巩固扩大成果. */
export interface Allotment {
  readonly range: Range;
  readonly raw: string;
  readonly count: number;
  readonly unit: string;
  /** 巩固扩大成果. */
  readonly purpose: string;
}

/** A statement with its place in the source. */
export type Placed<T> = T & { readonly line: Line; readonly at: Range };

/** Gives the statements of a line their places. */
export function place<T extends { readonly range: Range }>(line: Line, statements: readonly T[]): readonly Placed<T>[] {
  return statements.map((statement) => ({
    ...statement,
    line,
    at: line.at(statement.range.start, statement.range.end),
  }));
}

const unitNames: Readonly<Record<Amount['unit'], string>> = {
  day: '天',
  workday: '工作日',
  week: '周',
  month: '月',
  year: '年',
  hour: '小时',
};

/** The amounts of a line: limits (不少于48个小时) and lengths of time (集中学习40个小时). */
export const amountsOn = lineMemo((facts: LineFacts): readonly Amounted[] => {
  if (!/\d|[一二两三四五六七八九十半]/.test(facts.text)) return [];
  const limits = facts.quantities.map(
    ({ range, raw, count, low, unit, per, subject, comparator }): Amounted => ({
      range,
      raw,
      count,
      ...(low === undefined ? {} : { low }),
      unit: unit === '日' ? '天' : unit,
      ...(per === undefined ? {} : { per }),
      subject: subjectCore(subject),
      ...(comparator ? { comparator } : {}),
    }),
  );
  const lengths = facts.dates.flatMap(({ kind, range, raw, amount, comparator }): readonly Amounted[] => {
    if (kind !== 'duration' || !amount || limits.some((limit) => meet(limit.range, range))) return [];
    return [
      {
        range,
        raw,
        count: amount.count,
        ...(amount.low === undefined ? {} : { low: amount.low }),
        unit: unitNames[amount.unit],
        subject: subjectCore(clauseBefore(facts.text, range.start)),
        ...(comparator ? { comparator } : {}),
      },
    ];
  });
  const found = [...limits, ...lengths].filter(({ subject }) => subject !== '');
  if (found.length === 0 || !mayNameAudience(facts.text)) return found;
  return found.map((one) => {
    const audience = audienceOfAmount(facts.text, one.range.start);
    return audience === undefined ? one : { audience, ...one };
  });
});

function meet(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

function clauseBefore(text: string, at: number): string {
  return /[^，。；、：,;:（）()]{0,24}$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
}

/** 要确保集中学习时间累计 → 集中学习时间. */
function subjectCore(subject: string): string {
  return subject
    .replace(/[\s\u3000]/g, '')
    .replace(/^(?:其中|一般|原则上|要|应当|应|须|必须|确保|保证|并|且|每(?:人|名)?)+/, '')
    .replace(/(?:累计|合计|总计|共计|一般|原则上|必须|应当|要|应|须|为|共|的|在|达到|安排|进行|控制)+$/, '');
}

const allotted =
  /(?:安排|利用|拿出|再用|另用)(?:不少于|大约|约)?(\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(工作日|月|周|星期|天)(?:左右)?的?时间[，,]?(?:用于|用来|专门|集中|做好|开展|进行|抓好|组织)([^，。；、,;（(]{2,30})/g;

/** Lengths of time that the line sets aside for something. */
export const allotmentsOn = lineMemo((facts: LineFacts): readonly Allotment[] => {
  if (!/安排|利用|拿出|再用|另用/.test(facts.text)) return [];
  return [...facts.text.matchAll(allotted)].flatMap((match): readonly Allotment[] => {
    const [raw, written = '', unit = '', purpose = ''] = match;
    const count = numberOf(written);
    if (count === undefined) return [];
    return [{ range: { start: match.index, end: match.index + raw.length }, raw, count, unit, purpose }];
  });
});

function numberOf(written: string): number | undefined {
  if (written === '半') return 0.5;
  return /\d/.test(written) ? Number(halfWidthDigits(written)) : hanToNumber(written.replace(/两/g, '二'));
}

const coined = /(?:实行|实施|建立|推行|健全|执行)([一-龥]{4,12}?(?:责任机制|责任制度|责任制|机制|制度|工作法))/g;

/** A named arrangement: 捆绑联动责任机制. */
export interface Term {
  readonly words: string;
  readonly range: Range;
  /** The characters in front, 实行 and the like with them. */
  readonly before: string;
}

const contextLength = 6;

/** Named arrangements of a line, without quotation marks: 实行捆绑联动责任机制. */
export const termsOn = lineMemo((facts: LineFacts): readonly Term[] => {
  if (!/制|工作法/.test(facts.text)) return [];
  return [...facts.text.matchAll(coined)].map((match) => {
    const words = match[1] ?? '';
    const end = match.index + match[0].length;
    const start = end - words.length;
    const before = facts.text.slice(Math.max(0, start - contextLength), start);
    return { words, range: { start, end }, before };
  });
});
