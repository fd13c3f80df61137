import { lineMemo } from '../../../plan/facts.ts';
import { partStart } from '../../../plan/line/sentences.ts';
import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import { amount, number, round, unit, value } from './amounts.ts';
import { isOfAll, things, upToWhen } from './done.ts';

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
  `(?<lead>已[^，。；\\d%％]{0,10}?)(?<done>${number})(?<own>${unit})[，,、（(][^，。；\\d%％]{0,4}?(?:(?:完成|整改|办结|结案|销号|化解|到位|处置|回复)率(?:为|达到|达|是)?|占(?:总数|总量|全部|总条数)的)(?<percent>${number})[%％](?!以上|左右|以内)`,
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
  if (!text.includes('已') || !mayHave.test(text)) return NONE;
  const found = [...text.matchAll(rateOfDone)].flatMap(({ 0: words, groups, index }): readonly Rate[] => {
    const { lead = '', done, own = '', percent = '' } = groups ?? {};
    const from = partStart(text, index);
    const sentence = text.slice(from, index);
    if (!isOfAll(lead) || !ofAllFound.test(sentence)) return [];
    return [{ done: value(done), unit: own, percent, end: index + words.length, sentence: sentence + lead, from }];
  });
  return found.length === 0 ? NONE : found;
});
const NONE: readonly Rate[] = [];

/** So many lines in front of it may tell the whole. */
const NEAR = 2;
const thing = new RegExp(things, 'g');
/** What says that all of it is meant: 对排查出的隐患逐条明确责任人，截至4月20日，已…; 白塘村已…, 对物业纠纷，已… are of a part. */
const ofAllFound = new RegExp(
  `^\\s*(?:(?:(?:对|针对)(?:全部|所有|以上|上述|这些|台账|排查|摸排|梳理|发现|查出|反馈|收到|受理|出|的|各类){0,4}(?:${things})[^，。；]{0,14}|${upToWhen})[，,]){0,2}(?:${upToWhen})?$`,
);
/** 柳林镇, 四是物业纠纷化解: what the sentences in between are about may be a part. */
const ofSome = new RegExp(`[县市区镇乡村校院局厂站所]|其中|${things}`);
const rough = /[约近超余多]/;

/** Rates whose whole is told in a sentence or paragraph before, and is the only number of its unit there. */
export function wrongRates(lines: readonly Line[]): readonly RateFault[] {
  const isSpoken = ({ place }: Line): boolean => place !== 'cell' && place !== 'quote';
  if (!lines.some((line) => isSpoken(line) && ratesOn(line.facts) !== NONE)) return [];
  const spoken = lines.filter(isSpoken);
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
      const named: readonly string[] = rate.sentence.match(thing) ?? [];
      // 排查隐患150处。已整改120处: the sentence goes on right from the one before.
      const goesOn = named.length === 0 && wholesIn(lastSentence(line.text.slice(0, rate.from)), rate.unit).length > 0;
      if (!goesOn && !named.some((thing) => whole.around.includes(thing))) return [];
      if (ofSome.test(whole.behind)) return [];
      // 排查75起，其中物业25起。已化解20起，化解率80%: it may be of the part that was told last.
      if (whole.parts.some((part) => Math.abs((rate.done / part) * 100 - value(rate.percent)) < 1)) return [];
      const share = (rate.done / whole.value) * 100;
      if (Math.abs(share - value(rate.percent)) < 1) return [];
      const written = `${rate.percent}%`;
      const range = { start: rate.end - written.length, end: rate.end };
      return [{ line, range, written, found: `${round(Math.round(share * 10) / 10)}%` }];
    }),
  );
}

const lastSentence = (text: string): string => text.split(/[。；]/).at(-2) ?? '';

interface Whole {
  readonly value: number;
  readonly around: string;
  /** What 其中 tells of it. */
  readonly parts: readonly number[];
  /** The sentences behind. */
  readonly behind: string;
}

/** The numbers of a unit in a text, but for those that are parts: 312条，其中安全类118条、卫生类96条. */
function wholesIn(text: string, own: string): readonly Whole[] {
  const sentences = text.split(/[。；]/);
  return sentences.flatMap((sentence, at) => {
    const part = sentence.search(/其中/);
    const head = part < 0 ? sentence : sentence.slice(0, part);
    const behind = sentences.slice(at + 1).join('。');
    const parts = [...sentence.slice(head.length).matchAll(amount)].map(([, written]) => value(written));
    return [...head.matchAll(amount)]
      .filter(([, , one]) => one === own)
      .map(({ 0: words, 1: written, index }) => ({
        value: value(written),
        around: head.slice(Math.max(0, index - 10), index + words.length + 8),
        parts,
        behind,
      }));
  });
}
