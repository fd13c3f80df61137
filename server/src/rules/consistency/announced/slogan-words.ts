import { readCount } from '../../../numbering/han.ts';
import { mayBeSeveral } from '../../../plan/announcements/several.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Plan } from '../../../plan/model.ts';
import { quotationSign } from '../../../plan/names/quotation-sign.ts';
import { linesWith } from '../../../plan/signs.ts';
import type { Miscount } from './issues.ts';

const NUMERAL = '[一二两三四五六七八九十]';
/** “五清一改”，即清垃圾、清污水…，改变习惯; “一个摸清、三个清零”，即：底数摸清，甲清零、乙清零 */
const told = new RegExp(
  `“((?:${NUMERAL}[个项]?[^，。、“”一二两三四五六七八九十]{1,3}[、，和]?){2,4})”(?:[^，,。；：:“”（(）)]{0,8}[，,]?(?:即|就是|也就是|指|是指|具体是|具体为|分别是|分别为|包括)[：:，,]?|[^，,。；：:“”（(）)]{0,8}[：:（(](?:即[：:]?)?)\\s?([^。；“”：:（()）]{4,240})`,
  'gu',
);
const part = new RegExp(
  `(${NUMERAL})[个项]?([^，。、“”一二两三四五六七八九十]{1,3}?)(?=[、，和]?${NUMERAL}|[、，和]?$)`,
  'gu',
);
/** 清沟渠和河道: one of them may be two. */
const joined = /[和与及并]|以及/;
const FAR = 2;

interface Part {
  readonly count: number;
  readonly word: string;
  readonly written: string;
  readonly start: number;
}

const partsOn = (slogan: string, from: number): readonly Part[] =>
  [...slogan.matchAll(part)].map(({ 0: written, 1: numeral = '', 2: word = '', index }) => ({
    count: readCount(numeral) ?? 0,
    word,
    written,
    start: from + index,
  }));

const carries = (item: string, { word }: Part): boolean => item.startsWith(word) || item.endsWith(word);

const begins = new RegExp(`“${NUMERAL}[个项]?[^，。、“”一二两三四五六七八九十]{1,3}[、，和]?${NUMERAL}`);

const wrongOn = lineMemo(({ text }): readonly Miscount[] => {
  if (!text.includes('、') || !begins.test(text)) return NONE;
  const found = [...text.matchAll(told)].flatMap(({ 1: slogan = '', 2: list = '', index }): readonly Miscount[] => {
    const parts = partsOn(slogan, index + 1);
    const items = list.split(/[、，,]/).map((item) => item.trim());
    const last = items.findLastIndex((item) => parts.some((one) => carries(item, one)));
    const own = items.slice(0, last + 1);
    // Each item is of one part alone, and every part has one.
    // 一看二查三改: first this, then that.
    if (parts.every(({ count }, at) => count === at + 1)) return [];
    if (parts.length < 2 || own.some((item) => parts.filter((one) => carries(item, one)).length !== 1)) return [];
    const listed = parts.map((one) => own.filter((item) => carries(item, one)));
    const wrong = parts.flatMap((one, at) => (listed[at]?.length === one.count ? [] : [{ one, of: listed[at] ?? [] }]));
    const [off, more] = wrong;
    if (!off || more || off.of.length === 0 || Math.abs(off.of.length - off.one.count) > FAR) return [];
    const { one, of } = off;
    // What is missing may stand behind without the word, or within one of the items.
    const isShort = of.length < one.count;
    if (isShort && (own.length < items.length || of.some((item) => mayBeTwo(item, one.word)))) return [];
    const range = { start: one.start, end: one.start + one.written.length };
    return [{ written: one.written, listed: of.length, range }];
  });
  return found.length === 0 ? NONE : found;
});
const NONE: readonly Miscount[] = [];

const mayBeTwo = (item: string, word: string): boolean =>
  joined.test(item) || mayBeSeveral(item) || item.indexOf(word) !== item.lastIndexOf(word);

/** The parts of slogans whose words the list behind them takes up more or less often than their numbers say. */
export function wrongSloganWords({ lines }: Plan): readonly Miscount[] {
  return linesWith(lines, quotationSign).flatMap((line) => {
    const wrong = line.place === 'quote' ? NONE : wrongOn(line.facts);
    return wrong.length === 0
      ? NONE
      : wrong.map(({ written, listed, range }) => ({ written, listed, range: line.at(range.start, range.end) }));
  });
}
