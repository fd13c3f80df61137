import { lineMemo } from '../../plan/facts.ts';
import type { Line } from '../../plan/model.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

export interface Praise {
  readonly line: Line;
  readonly words: string;
  readonly range: Range;
}

const praise =
  /(?:(?:显著|明显|大幅|普遍|不断)(?:提升|提高|改善|增强|减少|下降|好转|加快)|质的飞跃|焕然一新|一致好评|广泛好评|普遍好评|示范效应(?:十分|非常)?明显|涌现出?(?:了)?一大?批[\p{Script=Han}]{0,12})/gu;
export const praiseSign = sign({
  words: ['显著', '明显', '大幅', '普遍', '质的飞跃', '焕然一新', '好评', '涌现'],
});
/** What is wanted, told of others, or what must be better first: no account of what was reached. */
const notReached =
  /力争|争取|确保|努力|目标|到\d{4}年|实现|推动|促进|达到|使|让|进一步|要|应|将|须|如果|若|为了|为[^，。]{2,20}，|未|没有|不|仍|但|较差|完成.{0,6}时|预期|有望|以期|旨在|通过.{2,40}(?:，|,)(?:提升|提高)/;
/** 主要, 效应 and 不断 hold none of these words. */
const harmless = /效应|主要|重要|不断|不仅/g;
/** 2023年以来, 去年, 上半年, 已: what lies behind. */
const past = /以来|去年|上年|上一年|近年|近几年|此前|前期|已经?|取得了|首轮|\d{4}年[，,]|了/;
/** A case tells as much as a figure. */
const example =
  /如：|例如|比如|譬如|荣获|获得(?!感)|被评为|授予|《|其中|同比|以.{2,8}为例|等(?:单位|同志|学校|村|社区)/;
const none: readonly Range[] = [];

const praisesOn = lineMemo((facts): readonly Range[] =>
  hasSign(facts, praiseSign)
    ? matchesOf(facts.text, praise).map(({ 0: words, index }) => ({
        start: index - leadOf(facts.text, index),
        end: index + words.length,
      }))
    : none,
);

/** What is praised, in front of the praise. */
const leadOf = (text: string, at: number): number =>
  /[\p{Script=Han}]*$/u.exec(text.slice(Math.max(0, at - longestLead), at))?.[0].length ?? 0;
const longestLead = 12;

/**
 * Praise that neither its line nor those beside it back up with a figure or a case.
 * @param hasFigure whether a line holds a number that is no date
 * @param onlyPast in plans only what is told of the past counts
 */
export function praiseIn(
  lines: readonly Line[],
  hasFigure: (line: Line) => boolean,
  onlyPast: boolean,
): readonly Praise[] {
  const isBacked = (line: Line | undefined) => line !== undefined && (hasFigure(line) || example.test(line.text));
  return lines.flatMap((line, at) => {
    const found = praisesOn(line.facts);
    if (found.length === 0) return [];
    return found.flatMap(({ start, end }) => {
      const { sentences } = line.facts;
      const index = sentences.findIndex(({ range }) => range.start <= start && start < range.end);
      const text = sentences[index]?.text ?? line.text;
      if ((onlyPast && !past.test(text)) || notReached.test(text.replace(harmless, ''))) return [];
      if (isBackedAround(line, index, isBackedText(line, hasFigure), onlyPast)) return [];
      // A line of one sentence goes on from the one above it.
      const isShort = sentences.length < 2;
      if (isShort && (isBacked(lines[at - 1]) || isBacked(lines[at + 1]))) return [];
      return [{ line, words: line.text.slice(start, end), range: line.at(start, end) }];
    });
  });
}

/** 但排查中仍发现…: what stands there is told of something else. */
const turns = /^(?:但|然而|不过|同时|今年|本次|此次|目前|当前|为)|(?:存在|发现|反映|面临)[^。]{0,12}(?:问题|不足|短板)/;

/** Whether a sentence, by its place in the line, or one beside it holds a figure or a case. */
function isBackedAround(
  line: Line,
  index: number,
  isBacked: (start: number, end: number) => boolean,
  ahead: boolean,
): boolean {
  const { sentences } = line.facts;
  const own = sentences[index];
  // In a plan what stands in front is about the office, and not about what was reached.
  const first = ahead ? own : sentences[Math.max(0, index - 1)];
  const last = sentences[Math.min(sentences.length - 1, index + 1)];
  return (
    own === undefined ||
    [first, own, last].some(
      (one) => one && (one === own || !ahead || !turns.test(one.text)) && isBacked(one.range.start, one.range.end),
    )
  );
}

export const figures = /[0-9０-９]+/g;
const hanAmount =
  /[二三四五六七八九十百千万两]+(?:余|多)?(?:名|次|场|人|件|项|期|篇|户|元|份|所|亩|公里|条|家|处)|[一二三四五六七八九]成|百分之|翻[一两]番/;

function isBackedText(line: Line, hasFigure: (line: Line) => boolean) {
  return (start: number, end: number): boolean => {
    const text = line.text.slice(start, end);
    if (example.test(text) || hanAmount.test(text)) return true;
    if (!hasFigure(line)) return false;
    const from = line.facts.number?.range.end ?? 0;
    return matchesOf(text, figures).some(({ index }) => {
      const place = start + index;
      return place >= from && !line.facts.dates.some(({ range }) => range.start <= place && place < range.end);
    });
  };
}
