import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';

const NUMERAL = '[一两二三四五六七八九十]';
const MEASURES = '[个大项种条类支]';
/** 一条主线、两大重点、三个系列: parts of a slogan that a list below takes up one by one. */
const joined = new RegExp(
  `(?<!${NUMERAL})${NUMERAL}${MEASURES}?[一-龥]{2,5}(?:、${NUMERAL}${MEASURES}?[一-龥]{2,5})+`,
  'gu',
);
/** 两个重点：…, a part as the head of what it stands for. */
const head = new RegExp(
  `^(?:[（(]?[\\d一二三四五六七八九十]{1,2}[）)、.．]+)?\\s*(${NUMERAL})(${MEASURES})([一-龥]{2,4})[：:—]`,
  'u',
);

/** A part of a slogan, counted with another word than where it is explained. */
export interface ResumedPart {
  readonly written: string;
  readonly other: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

interface Placed extends Range {
  readonly words: string;
}

const joinedOn = lineMemo(({ text }): readonly Placed[] => {
  const found = matchesOf(text, joined).map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
  return found.length === 0 ? none : found;
});
const none: readonly Placed[] = [];

const joinedSign = sign({ words: [...'一两二三四五六七八九十'].map((numeral) => `、${numeral}`) });
const headSign = sign({ units: '：:—' });

/** 为“一条主线、两大重点、三个系列”, and below: 两个重点：…, 三大系列：…. */
export function resumedParts(lines: readonly Line[]): readonly ResumedPart[] {
  const slogans = linesWith(lines, joinedSign).flatMap((line) =>
    line.place === 'quote' ? [] : joinedOn(line.facts).map((one) => ({ line, ...one })),
  );
  if (slogans.length === 0) return [];
  return linesWith(lines, headSign).flatMap((line): readonly ResumedPart[] => {
    if (line.place === 'quote') return [];
    const match = head.exec(line.text);
    const [all, numeral = '', measure = '', noun = ''] = match ?? [];
    if (!match || all === undefined) return [];
    const written = numeral + measure + noun;
    const part = new RegExp(`(?:^|、)(${numeral}${MEASURES}${noun})(?=、|$)`, 'u');
    for (const { line: from, words, start } of slogans) {
      const found = from.index < line.index ? part.exec(words) : null;
      const other = found?.[1];
      if (!found || other === undefined) continue;
      if (other === written) return [];
      const at = start + found.index + found[0].length - other.length;
      const end = match.index + all.length - 1;
      return [
        {
          written,
          other,
          range: line.at(end - written.length, end),
          elsewhere: from.at(at, at + other.length),
        },
      ];
    }
    return [];
  });
}
