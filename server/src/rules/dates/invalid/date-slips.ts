import type { Range } from '../../../text/range.ts';

/** A slip of the pen in a date. */
export interface DateSlip {
  /** `slip` has one reading left, `none` names what there is none of, `lost` lacks the figures of its month or day. */
  readonly message: 'slip' | 'none' | 'lost';
  readonly range: Range;
  readonly correction?: string;
}

const NONE: readonly DateSlip[] = [];

/** Whether anything of the kind can stand in a line, in one pass. */
const mayHold =
  /日日|月月|旬旬|月[上中下]\d|前前|月\d{1,2}[曰目]|\d约\d|月[上中下][询荀洵]|月旬|星期[七八九十]|第[五六七八九5-9]季度|月日|年月/;

/** Where a date ends: 15日日前 is one, 日日夜夜 and 日日清 are none. */
const ends = '(?=前|之前|以前|至|到|[—－\\-~～]|[上下]午|起|完成|召开|[，。；、）)]|$)';
/** By the sign that stands twice or in the place of another: what it should be. */
const slips: readonly (readonly [pattern: RegExp, correct: (raw: string) => string])[] = [
  [new RegExp(`(?:\\d{1,2}月)?\\d{1,2}日日${ends}`, 'g'), (raw) => raw.slice(0, -1)],
  [/\d{1,2}月月(?=[底初末上中下\d])/g, (raw) => raw.slice(0, -1)],
  [/(?:\d{1,2}月)?[上中下]旬旬/g, (raw) => raw.slice(0, -1)],
  [
    /(?:(?:\d{1,2}月)?\d{1,2}日|\d{1,2}月底?|年底|旬)(?:之|以)?前前(?![往期后来去瞻端夕沿线排置\d一两三])/g,
    (raw) => raw.slice(0, -1),
  ],
  [/(?<!\d)\d{1,2}月\d{1,2}(?:曰|目(?![标录的]))/g, (raw) => `${raw.slice(0, -1)}日`],
  [/(?<![\d月])(?:1[0-2]|[1-9])约(?:[12]\d|3[01]|[1-9])日/g, (raw) => raw.replace('约', '月')],
  // 5月中15日前: half of 5月中旬 and a day.
  [/(?<!\d)\d{1,2}月[上中下]\d{1,2}(?:日|号(?![楼线标机厂路仓门院]))/g, (raw) => raw.replace(/[上中下]/, '')],
  [/\d{1,2}月[上中下][询荀洵](?![问价证])/g, (raw) => `${raw.slice(0, -1)}旬`],
];
/** 星期八, 第五季度; 每星期八节课 counts lessons, and a project goes on into its fifth quarter. */
const nothing =
  /(?<!每个?|本|上|下|第[一二三四五六七八九十])星期[七八九十](?![个多余来]?[节课学小次场天堂名人位个])|(?<!(?:连续|项目|实施|建设期?|工期|开工|运营|投产)(?:的|后|以来|后的)?)第[五六七八九5-9]季度/g;
/** 3月日前, 2025年月15日, 3月旬: the figures between the marks were lost. */
const lost =
  /(?<!\d)\d{1,2}月日(?=前|之前|以前|至|起|[，。；）)])|(?<!\d)20\d\d年月(?:\d{1,2}日|[上中下]旬|底)|(?<!\d)\d{1,2}月旬(?=前|至|[，。；）)])/g;

/** 15日日前, 3月28曰, 3约28日, 星期八, 3月日前. */
export function dateSlips(text: string): readonly DateSlip[] {
  if (!mayHold.test(text)) return NONE;
  const found: DateSlip[] = [];
  for (const [pattern, correct] of slips)
    for (const { index, 0: raw } of text.matchAll(pattern))
      found.push({ message: 'slip', range: { start: index, end: index + raw.length }, correction: correct(raw) });
  for (const [message, pattern] of [
    ['none', nothing],
    ['lost', lost],
  ] as const)
    for (const { index, 0: raw } of text.matchAll(pattern))
      found.push({ message, range: { start: index, end: index + raw.length } });
  return found;
}
