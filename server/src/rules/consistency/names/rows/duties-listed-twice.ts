import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { sign } from '../../../../plan/signs.ts';
import { differenceOf } from '../../../../text/difference.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 2.技术指导：李明华, （三）演练策划：沈文博、何静: a duty with those who have it. */
const roster =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）]?[.．、]?\s?)?([\p{Script=Han}]{3,10})[：:]\s?([\p{Script=Han}]{2,3}(?:[、，,\s]{1,3}[\p{Script=Han}]{2,3}){0,12})[。；]?$/u;

interface Duty {
  readonly label: string;
  readonly persons: readonly string[];
  readonly range: Range;
}
type Placed = Duty & { readonly line: Line };

const dutyOn = lineMemo(({ text, number }): Duty | null => {
  const match = roster.exec(text);
  const [, label = '', names = ''] = match ?? [];
  const persons = names.split(/[、，,\s]+/);
  if (!match || !persons.every(isLikelyPerson)) return null;
  const start = text.indexOf(label, number?.range.end ?? 0);
  return { label, persons, range: { start, end: start + label.length } };
});

/** So much of two labels agrees at their end, or at either end of a word that one has more. */
const SIDE = 2;
const LONGEST_MORE = 3;

/**
 * The duties of a paper, listed in its text and once more behind it, of which one goes by two names for the same persons: 技术指导：李明华
 * and 技术主要指导：李明华.
 */
export const dutiesListedTwice: NameReader<TwoNames> = {
  sign: sign({ units: '：:' }),
  find: dutiesIn,
};

function dutiesIn(lines: readonly Line[]): readonly TwoNames[] {
  const duties = lines.flatMap((line): readonly Placed[] => {
    const duty = line.place === 'cell' ? null : dutyOn(line.facts);
    return duty ? [{ ...duty, line }] : [];
  });
  const lists = listsOf(duties);
  const [list, again] = lists;
  if (!list || !again || lists.length > 2) return [];
  return again.flatMap((one): readonly TwoNames[] => {
    const other = list.find((two) => areOne(two, one));
    if (!other || isIn(list, one.label) || isIn(again, other.label)) return [];
    return [
      {
        written: one.label,
        other: other.label,
        range: one.line.at(one.range.start, one.range.end),
        elsewhere: other.line.at(other.range.start, other.range.end),
      },
    ];
  });
}

const isIn = (list: readonly Duty[], label: string): boolean => list.some((one) => one.label === label);

/** A duty that was listed before, for the same persons, begins the list anew. */
function listsOf(duties: readonly Placed[]): readonly (readonly Placed[])[] {
  const lists: Placed[][] = [[]];
  for (const one of duties) {
    const list = lists.at(-1);
    if (list?.some(({ label, persons }) => label === one.label && persons.join() === one.persons.join()))
      lists.push([one]);
    else list?.push(one);
  }
  return lists;
}

/** 技术主要指导 of the same person, or 联系策划 of two and more who are all those of 演练策划. */
function areOne(a: Duty, b: Duty): boolean {
  const { head, tail, first, second } = differenceOf(a.label, b.label);
  if (first === second || tail < SIDE) return false;
  const [few, many] = a.persons.length <= b.persons.length ? [a.persons, b.persons] : [b.persons, a.persons];
  if (!few.every((person) => many.includes(person))) return false;
  if (first === '' || second === '')
    return head >= SIDE && (first + second).length <= LONGEST_MORE && few.length === many.length;
  return few.length > 1 && first.length === second.length;
}
