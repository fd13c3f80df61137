import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { differenceOf } from '../../../../text/difference.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { listSign } from '../../mark-signs.ts';
import type { TwoNames } from '../reader.ts';

/** 崇尚科学、追求真知、勤奋学习、锐意创新: four words of four characters and more, as mottos have them. */
const series = /[一-龥]{4}(?:、[一-龥]{4}){3,}(?=[^一-龥、]|[的等]|$)/g;

interface Series {
  readonly words: string;
  readonly range: Range;
}
const NONE: readonly Series[] = [];

const seriesOn = lineMemo(({ text }): readonly Series[] => {
  const found = matchesOf(text, series).map(({ 0: words, index }) => ({
    words,
    range: { start: index, end: index + words.length },
  }));
  return found.length === 0 ? NONE : found;
});

/** One motto with a character changed in one of its parts; the place that comes later is told. */
export function seriesVariants(lines: readonly Line[]): readonly TwoNames[] {
  const found: TwoNames[] = [];
  const first = new Map<string, { readonly words: string; readonly range: Range }>();
  for (const line of linesWith(lines, listSign)) {
    if (line.place === 'quote' || line.place === 'cell') continue;
    for (const { words, range } of seriesOn(line.facts)) {
      const parts = words.split('、');
      const place = line.at(range.start, range.end);
      for (const [at, part] of parts.entries()) {
        const key = parts.with(at, '*').join('、');
        const known = first.get(key);
        if (!known) first.set(key, { words, range: place });
        else if (isSlip(known.words.split('、')[at] ?? '', part))
          found.push({ written: words, other: known.words, range: place, elsewhere: known.range });
      }
    }
  }
  return found;
}

/** 东门值守 and 西门值守 are two posts. */
const telling = /[一二三四五六七八九十上下东西南北前后左右高初大中小男女甲乙]/;

function isSlip(a: string, b: string): boolean {
  const { first, second } = differenceOf(a, b);
  return first.length === 1 && second.length === 1 && !telling.test(first + second);
}
