import { lineMemo } from '../../../plan/facts.ts';
import type { Plan } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import { matchesOf } from '../../../text/matches.ts';
import { figureSign } from '../../figures.ts';
import type { OtherTotal } from './totals.ts';

/** 4个方面、19个重点领域: two numbers, each with what it counts. */
const pair =
  /(?<!\d)(\d{1,3})(?:个|项|条)([\p{Script=Han}]{2,4})[、和]?(\d{1,3})(?:个|项|条)([\p{Script=Han}]{2,6}?)(?=[的，。；、（）()\s]|$)/gu;
const counted = /(?<!\d)(\d{1,3})(?:个|项|条)([\p{Script=Han}]{2,6})/gu;

interface Counted {
  readonly number: string;
  readonly noun: string;
  readonly start: number;
}
interface OnLine {
  readonly pairs: readonly { readonly written: string; readonly start: number; readonly each: readonly Counted[] }[];
  readonly all: readonly Counted[];
}

const countsOn = lineMemo(
  ({ text }): OnLine => ({
    pairs: matchesOf(text, pair).map(({ 0: written, 1: a = '', 2: one = '', 3: b = '', 4: other = '', index }) => ({
      written,
      start: index,
      each: [
        { number: a, noun: one, start: index },
        { number: b, noun: other, start: index },
      ],
    })),
    all: matchesOf(text, counted).map(({ 1: number = '', 2: noun = '', index }) => ({ number, noun, start: index })),
  }),
);

/** 对照17个方面, 围绕这17个方面: all of them are meant. */
const frame = /(?:全部|所有|涉及|上述|以上|围绕|对照|按照|紧扣|聚焦|这)[^，。；]{0,6}$/;
/** 先选择3个行政村开展试点: some of them. */
const ofSome = /选择|选取|选定|试点|首批|第一批|每|其中|各|先|至少|不少于/;

/** The words in front say that a number is that of all, and its noun has no other number beside it. */
function isOfAll(text: string, start: number, noun: string): boolean {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start)) + 1;
  const sentence = /^[^。；]*/.exec(text.slice(from))?.[0] ?? '';
  // 19个方面督查重点，由各部门组织实施: what opens a sentence is what all of it is about.
  const isTopic = start === from && /^[^，。；]{4,20}，由/.test(sentence);
  const said = isTopic ? sentence.slice(0, sentence.indexOf('，')) : sentence;
  if (!(isTopic || frame.test(text.slice(from, start))) || ofSome.test(said)) return false;
  return sentence.indexOf(noun) === sentence.lastIndexOf(noun);
}

/** 19个方面 in a paper of 4个方面、19个重点领域: the number of the one with the noun of the other, and the noun has its own. */
export function exchangedNouns({ lines }: Plan): readonly OtherTotal[] {
  const own = linesWith(lines, figureSign).filter(({ place }) => place !== 'quote');
  const told = own.flatMap((line) => countsOn(line.facts).pairs.map((pair) => ({ line, pair })));
  const [first] = told;
  if (!first || told.some(({ pair }) => pair.written !== first.pair.written)) return [];
  const [one, other] = first.pair.each;
  if (!one || !other || one.number === other.number || one.noun === other.noun) return [];
  return own.flatMap((line): readonly OtherTotal[] =>
    line === first.line
      ? []
      : countsOn(line.facts).all.flatMap(({ number, noun, start }): readonly OtherTotal[] => {
          const mixed = [
            { number: other.number, noun: one.noun },
            { number: one.number, noun: other.noun },
          ].find((each) => each.number === number && noun.startsWith(each.noun));
          if (!mixed || !isOfAll(line.text, start, mixed.noun)) return [];
          const end = line.text.indexOf(mixed.noun, start) + mixed.noun.length;
          return [
            {
              written: line.text.slice(start, end),
              first: first.pair.written,
              range: line.at(start, end),
              firstRange: first.line.at(first.pair.start, first.pair.start + first.pair.written.length),
              certain: true,
            },
          ];
        }),
  );
}
