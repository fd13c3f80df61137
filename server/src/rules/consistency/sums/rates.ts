import { lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import { amount, number, round, unit, value } from './amounts.ts';

/** A rate that what has been done and the whole told before it do not give. */
export interface RateFault {
  readonly line: Line;
  /** In the text of the line. */
  readonly range: Range;
  readonly written: string;
  readonly found: string;
}

/** 已办结265条，办结率达到89.7% */
const rateOfDone = new RegExp(
  `已[^，。；\\d%％]{0,10}?(${number})(${unit})[，,、（(][^，。；\\d%％]{0,4}?(?:(?:完成|整改|办结|销号|化解|到位|处置|回复)率(?:为|达到|达|是)?|占(?:总数|总量|全部|总条数)的)(${number})[%％](?!以上|左右|以内)`,
  'gu',
);
const mayHave = /已[^。；]{2,24}[率占][^。；]{0,4}\d[\d.]{0,5}[%％]/;

interface Rate {
  readonly done: number;
  readonly unit: string;
  readonly percent: string;
  readonly end: number;
  /** The sentence that it stands in, up to what is done. */
  readonly sentence: string;
  /** Where that sentence begins. */
  readonly from: number;
}

const ratesOn = lineMemo(({ text }): readonly Rate[] => {
  if (!mayHave.test(text)) return NONE;
  const found = [...text.matchAll(rateOfDone)].map(
    ({ 0: words, 1: done, 2: own = '', 3: percent = '', index }): Rate => {
      const from = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('；', index)) + 1;
      return {
        done: value(done),
        unit: own,
        percent,
        end: index + words.length,
        sentence: text.slice(from, index),
        from,
      };
    },
  );
  return found.length === 0 ? NONE : found;
});
const NONE: readonly Rate[] = [];

/** So many lines in front of it may tell the whole. */
const NEAR = 2;
/** What the whole and the rate are both of. */
const things = /问题|台账|隐患|矛盾|纠纷|案件|线索|事项|诉求|信访|任务|意见|建议|工单|提案|议案/g;
const rough = /[约近超余多]/;

/** Rates whose whole is told in a sentence or paragraph before, and is the only number of its unit there. */
export function wrongRates(lines: readonly Line[]): readonly RateFault[] {
  const spoken = lines.filter(({ place }) => place !== 'cell' && place !== 'quote');
  return spoken.flatMap((line, at) =>
    ratesOn(line.facts).flatMap((rate): readonly RateFault[] => {
      // A whole in the same sentence is looked at with it.
      if (wholesIn(rate.sentence, rate.unit).length > 0) return [];
      const before = [
        ...spoken.slice(Math.max(0, at - NEAR), at).map(({ text }) => text),
        line.text.slice(0, rate.from),
      ];
      const wholes = wholesIn(before.join('。'), rate.unit);
      const [whole, more] = wholes;
      if (!whole || more || whole.value < rate.done || rough.test(whole.around)) return [];
      const named: readonly string[] = rate.sentence.match(things) ?? [];
      // 排查隐患150处。已整改120处: the sentence goes on right from the one before.
      const goesOn = named.length === 0 && wholesIn(lastSentence(line.text.slice(0, rate.from)), rate.unit).length > 0;
      if (!goesOn && !named.some((thing) => whole.around.includes(thing))) return [];
      const share = (rate.done / whole.value) * 100;
      if (Math.abs(share - value(rate.percent)) < 1) return [];
      const written = `${rate.percent}%`;
      const range = { start: rate.end - written.length, end: rate.end };
      return [{ line, range, written, found: `${round(Math.round(share * 10) / 10)}%` }];
    }),
  );
}

const lastSentence = (text: string): string => text.split(/[。；]/).at(-2) ?? '';

/** The numbers of a unit in a text, but for those that are parts: 312条，其中安全类118条、卫生类96条. */
function wholesIn(text: string, own: string): readonly { readonly value: number; readonly around: string }[] {
  return text.split(/[。；]/).flatMap((sentence) => {
    const part = sentence.search(/其中/);
    const head = part < 0 ? sentence : sentence.slice(0, part);
    return [...head.matchAll(amount)]
      .filter(([, , one]) => one === own)
      .map(({ 0: words, 1: written, index }) => ({
        value: value(written),
        around: head.slice(Math.max(0, index - 10), index + words.length + 8),
      }));
  });
}
