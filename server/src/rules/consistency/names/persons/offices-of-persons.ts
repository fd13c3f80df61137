import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { leadSign } from '../foreign/acting-bodies.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 提交到办公室徐文处, 报人事部徐文老师: somebody to whom things are handed in, with the office that he sits in. */
const receiver =
  /(?:报|交|送)[到至给]?([\p{Script=Han}]{1,4}?(?:部|科|室|办|处))(\p{Script=Han}{2,3})(?=处|老师|同志|[（(]\d|，?(?:电话|手机|邮箱))/gu;
interface Seat {
  readonly office: string;
  readonly person: string;
  readonly range: Range;
}
const NONE: readonly Seat[] = [];

const seatsOn = lineMemo(({ text }): readonly Seat[] => {
  const found = matchesOf(text, receiver).flatMap(
    ({ 0: raw, 1: office = '', 2: person = '', index }): readonly Seat[] => {
      const end = index + raw.length;
      return isLikelyPerson(person)
        ? [{ office, person, range: { start: end - person.length - office.length, end } }]
        : [];
    },
  );
  return found.length === 0 ? NONE : found;
});

/** 1月11日前报人事部徐文处 beside 提交到办公室徐文处: one person, to whom things are handed in at two offices. */
export const officesOfPersons: NameReader<TwoNames> = { sign: leadSign, find: officesIn };

function officesIn(lines: readonly Line[]): readonly TwoNames[] {
  const first = new Map<string, { readonly office: string; readonly range: Range }>();
  const found: TwoNames[] = [];
  for (const line of lines) {
    for (const { office, person, range } of seatsOn(line.facts)) {
      const at = line.at(range.start, range.end);
      const known = first.get(person);
      if (!known) first.set(person, { office, range: at });
      // 办公室 of 校办公室 is no other one.
      else if (!known.office.endsWith(office) && !office.endsWith(known.office))
        found.push({ written: office + person, other: known.office + person, range: at, elsewhere: known.range });
    }
  }
  return found;
}
