import type { Range } from '../../text/range.ts';

/** A year in front of a month that has a figure too many or too few, or 月 in the place of 年. */
export interface MalformedYear {
  readonly range: Range;
  /** What it should be, where only one reading is left. */
  readonly correction?: string;
}

const figures = /(?<![\d〔[（(第])(?:20\d|20\d{3}|21\d\d)年(?=\d{1,2}月)/g;
const doubled = /(?<!\d)((?:19|20)\d{2})(?:年年|月)(?=\d{1,2}月)/g;

const hanMonth =
  /(?<![一二三四五六七八九十百〇零第])(?:十[三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?)月(?![龄大嫂经光])/g;

/** 十三月: there are twelve. */
export function malformedMonths(text: string): readonly Range[] {
  if (!/十[一二三四五六七八九]?月/.test(text)) return [];
  return [...text.matchAll(hanMonth)].map(({ index, 0: raw }) => ({ start: index, end: index + raw.length }));
}

/** 20226年6月, 202年6月, 2026月5月, 2026年年5月; 2109年10月, as no plan lays down the months of another century. */
export function malformedYears(text: string): readonly MalformedYear[] {
  if (!/20\d|21\d\d年/.test(text)) return [];
  const found: MalformedYear[] = [];
  for (const { index, 0: raw } of text.matchAll(figures)) {
    found.push({ range: { start: index, end: index + raw.length } });
  }
  for (const { index, 0: raw, 1: year } of text.matchAll(doubled)) {
    found.push({ range: { start: index, end: index + raw.length }, correction: `${year}年` });
  }
  return found;
}
