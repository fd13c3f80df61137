import { lineMemo } from '../../../plan/facts.ts';
import type { Plan, Section } from '../../../plan/model.ts';
import { usualHanIn } from '../../../text/units.ts';
import type { RepeatedSentence } from './repeated-sentence.ts';

/** Han characters of an item that nobody writes twice into one list; 由班主任负责 comes again. */
const SHORTEST = 12;
/** 责任单位：…: labels repeat their form, 8:30 在校门口集合 its place, ×× what is to be filled in. */
const form = /^[^，。；]{1,8}[：:]|^\d{1,2}[：:月点时]|[×Xx＿_]{2}|某某|同上/;
/** Breakfast and the way back come day by day. */
const roundOfDays = /早餐|午餐|晚餐|用餐|午休|休息|返程|返回|集合|乘车/;

/** The words of an item that is long enough; whether they are such as may not come again is asked when they do. */
const itemText = lineMemo(({ text, number }) =>
  number && text.length - number.range.end >= SHORTEST ? text.slice(number.range.end).trim() : '',
);

const isForm = (words: string): boolean => !isLong(words) || form.test(words) || roundOfDays.test(words);

/** The usual characters are counted first, as nearly every item that is long enough has enough of them. */
function isLong(words: string): boolean {
  return usualHanIn(words) >= SHORTEST || (words.match(/\p{Script=Han}/gu)?.length ?? 0) >= SHORTEST;
}

/**
 * Two items of one list that say the same, word for word: the second was pasted over another one. What a list
 * says three times is a form.
 */
export function findRepeatedListItems({ sections }: Plan): readonly RepeatedSentence[] {
  const found: RepeatedSentence[] = [];
  const visit = (siblings: readonly Section[]): void => {
    for (const list of listsOf(siblings)) found.push(...twinsIn(list));
    for (const { sections: below } of siblings) if (below.length > 0) visit(below);
  };
  visit(sections);
  return found;
}

/** The lists among siblings: each begins with its first item, 甲奖的条件：（一）… and 乙奖的条件：（一）…. */
function listsOf(siblings: readonly Section[]): readonly (readonly Section[])[] {
  const starts = siblings.flatMap(({ number }, at) => (at > 0 && number?.value === 1 ? [at] : []));
  if (starts.length === 0) return [siblings];
  return [0, ...starts].map((start, at) => siblings.slice(start, starts[at]));
}

function twinsIn(list: readonly Section[]): readonly RepeatedSentence[] {
  const seen = new Set<string>();
  let twins: Set<string> | undefined;
  for (const section of list) {
    const words = section.style === 'numbered' ? itemText(section.heading.facts) : '';
    if (seen.has(words)) twins = (twins ?? new Set()).add(words);
    else if (words !== '') seen.add(words);
  }
  return [...(twins ?? [])].flatMap((words) => {
    const [first, again, more] = list.filter(
      ({ style, heading }) => style === 'numbered' && itemText(heading.facts) === words,
    );
    return first && again && !more && !isForm(words) ? [{ ...placeOf(again), words, first: placeOf(first) }] : [];
  });
}

function placeOf({ heading: line }: Section): Omit<RepeatedSentence, 'words' | 'first'> {
  return { line, range: { start: line.facts.number?.range.end ?? 0, end: line.text.length } };
}
