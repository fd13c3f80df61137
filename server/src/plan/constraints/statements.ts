import { halfWidthDigits, hanToNumber } from '../../numbering/han.ts';
import { matchesOf } from '../../text/matches.ts';
import { matchesNear } from '../../text/nearby.ts';
import type { Range } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line } from '../model.ts';
import { sign } from '../signs.ts';

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

/** The statements of some lines with their places. */
export function placedOn<T extends { readonly range: Range }>(
  lines: readonly Line[],
  read: (facts: LineFacts) => readonly T[],
): readonly Placed<T>[] {
  const found: Placed<T>[] = [];
  for (const line of lines) {
    for (const statement of read(line.facts)) {
      found.push({ ...statement, line, at: line.at(statement.range.start, statement.range.end) });
    }
  }
  return found;
}

const allotted =
  /(?:安排|利用|拿出|再用|另用)(?:不少于|大约|约)?(\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(工作日|月|周|星期|天)(?:左右)?的?时间[，,]?(?:用于|用来|专门|集中|做好|开展|进行|抓好|组织)([^，。；、,;（(]{2,30})/g;

/** Of every length of time that is set aside. */
export const allotmentSign = sign({ words: ['安排', '利用', '拿出', '再用', '另用'] });

/** Lengths of time that the line sets aside for something. */
export const allotmentsOn = lineMemo((facts: LineFacts): readonly Allotment[] => {
  if (!facts.text.includes('时间')) return noAllotment;
  return matchesOf(facts.text, allotted).flatMap((match): readonly Allotment[] => {
    const [raw, written = '', unit = '', purpose = ''] = match;
    const count = numberOf(written);
    if (count === undefined) return [];
    return [{ range: { start: match.index, end: match.index + raw.length }, raw, count, unit, purpose }];
  });
});

const noAllotment: readonly Allotment[] = [];

function numberOf(written: string): number | undefined {
  if (written === '半') return 0.5;
  return /\d/.test(written) ? Number(halfWidthDigits(written)) : hanToNumber(written.replace(/两/g, '二'));
}

const coined = /(?:实行|实施|建立|推行|健全|执行)([一-龥]{4,12}?(?:责任机制|责任制度|责任制|机制|制度|工作法))/g;

/** Of every such name. */
export const termSign = sign({ words: ['机制', '制度', '任制', '作法'] });
/** With one of these the name ends; so far in front of it the words that lead to it may begin. */
const arrangement = /制|工作法/g;
const LONGEST_TERM = 18;

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
  return matchesNear(facts.text, coined, arrangement, LONGEST_TERM).map((match) => {
    const words = match[1] ?? '';
    const end = match.index + match[0].length;
    const start = end - words.length;
    const before = facts.text.slice(Math.max(0, start - contextLength), start);
    return { words, range: { start, end }, before };
  });
});
