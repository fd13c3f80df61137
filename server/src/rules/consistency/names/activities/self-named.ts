import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { differenceOf } from '../../../../text/difference.ts';
import source from '../../name-variant.yaml';
import type { TwoNames } from '../reader.ts';
import { plainTitle } from '../titles/title-slips.ts';

const { loose } = source as { readonly loose: readonly string[] };
/** 现将物资分配方案公布如下: a paper hands itself out by its name. */
const handed =
  /现将([一-龥\d]{4,40}?(?:方案|计划|安排|办法|要点|预案))(?:公布|公示|印发|下发|发给|通知|通报|公告|如下)/u;
const handedSign = sign({ words: ['现将'] });
/** What is left out without harm. */
const slight = new RegExp(`^(?:${loose.join('|')}|\\d{4}年度?|学年|学期)+$`, 'u');
const HEAD = 3;
const LONGEST_LOSS = 4;

const handedOn = lineMemo(({ text }) => {
  const match = handed.exec(text);
  const name = match?.[1];
  return match && name !== undefined ? { name, start: match.index + 2 } : null;
});

/** 现将物资方案公布如下 in a paper that is called 物资分配方案: the text leaves out the word that says what it is about. */
export function selfNamed({ title }: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const own = title && plainTitle(title.value);
  if (!title || !own) return [];
  return linesWith(lines, handedSign).flatMap((line): readonly TwoNames[] => {
    const found = line.place === 'quote' ? null : handedOn(line.facts);
    if (!found || own.includes(found.name)) return [];
    const { head, first, second } = differenceOf(own, found.name);
    if (second !== '' || first.length > LONGEST_LOSS || head < HEAD || slight.test(first)) return [];
    const range = line.at(found.start, found.start + found.name.length);
    return [{ written: found.name, other: own, range, elsewhere: title.range }];
  });
}
