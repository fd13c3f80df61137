import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName } from '../rare.ts';

/** A mark behind persons' names that nothing explains: 王建国*. */
export interface UnexplainedMark {
  readonly mark: string;
  readonly range: Range;
}

const MARKS = '*＊★☆▲△※';
const marked = new RegExp(`(?<=^|[\\s\\u3000：:、，,；;])([一-龥]{2,4})([${MARKS}])(?=$|[\\s\\u3000、，,；;])`, 'gu');
const secrecy = /秘密|机密|绝密/;
/** So many names must bear it. */
const FEWEST = 2;

const markedOn = lineMemo(({ text }) =>
  secrecy.test(text)
    ? []
    : matchesOf(text, marked).flatMap(({ 0: raw, 1: name = '', 2: mark = '', index }) =>
        // 姓名*, 小学★: fields of a form and kinds of schools bear marks too.
        isLikelyPerson(name) ? [{ mark, start: index, end: index + raw.length }] : [],
      ),
);
const markSign = sign({ units: MARKS });

/** The first of several names in a list that bear a mark, where no other line of the file has it. */
export function marksUnexplained(lines: readonly Line[], whole: readonly Line[]): readonly UnexplainedMark[] {
  const found = new Map<string, Range[]>();
  for (const line of linesWith(lines, markSign)) {
    if (line.place === 'quote') continue;
    for (const { mark, start, end } of markedOn(line.facts)) {
      placesByName(found, mark, line.at(start, end));
    }
  }
  return [...found].flatMap(([mark, all]): readonly UnexplainedMark[] => {
    const [first] = all;
    if (!first || all.length < FEWEST) return [];
    const isSaid = whole.some(
      ({ text, facts }) => text.includes(mark) && markedOn(facts).length < text.split(mark).length - 1,
    );
    return isSaid ? [] : [{ mark, range: first }];
  });
}
