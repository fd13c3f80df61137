import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { matchesOf } from '../../../../text/matches.ts';
import { titleSign } from '../../mark-signs.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** Kinds of rules that are taken for one another. 细则 and 规则 stand beside 办法, and are papers of their own. */
const kinds = ['方法', '办法'];
const titled = new RegExp(`《[^《》]{2,60}?([一-龥]{2})(${kinds.join('|')})》`, 'gu');
/** Where it is found, or that it holds. */
const spoken = '(?=见|另行|附后|执行|详见|如下)';

interface Spoken {
  readonly written: string;
  readonly other: string;
  readonly start: number;
  readonly from: number;
}

const spokenOn = lineMemo(({ text }): readonly Spoken[] => {
  const found = matchesOf(text, titled).flatMap(({ 0: raw, 1: about = '', 2: kind = '', index }) => {
    const behind = index + raw.length;
    const again = new RegExp(
      `(?<![和与及、]|《[^《》]{0,60})${about}(${kinds.filter((one) => one !== kind).join('|')})${spoken}`,
      'u',
    );
    const match = again.exec(text.slice(behind, behind + REACH));
    if (!match) return [];
    return [
      {
        written: match[0],
        other: about + kind,
        start: behind + match.index,
        from: behind - 1 - about.length - kind.length,
      },
    ];
  });
  return found.length === 0 ? none : found;
});
const none: readonly Spoken[] = [];
/** So far behind its title a paper may be spoken of. */
const REACH = 60;

/** 《…评定方法》…，评定办法见网站: a paper by the name of another kind, in the same breath. */
export const quotedKinds: NameReader<TwoNames> = { sign: titleSign, find: kindsIn };

function kindsIn(lines: readonly Line[]): readonly TwoNames[] {
  return lines.flatMap((line) =>
    spokenOn(line.facts).map(({ written, other, start, from }) => ({
      written,
      other,
      range: line.at(start, start + written.length),
      elsewhere: line.at(from, from + other.length),
    })),
  );
}
