import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import source from '../../name-variant.yaml';
import { NamesInText, partnersOf } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import { exchangedSign } from './exchanged-sign.ts';

const { oneOrTheOther } = source as { readonly oneOrTheOther: readonly (readonly [string, string])[] };
const words = oneOrTheOther.flat();
const partner = partnersOf(oneOrTheOther);
const office = new RegExp(anyOf(words), 'g');
/** 原教导处, 教导处改名: the plan knows both. */
const known = /原|改名|更名|合并|撤销|[和与、及]$/;
/** 各小学教导处, 省人民医院医务部, 小学部由教导处: it is another body's, or a part's. */
const ofAnother =
  /(?:各[一-龥]{0,6}|(?:小学|中学|学校|幼儿园|学院|大学|医院|卫生院|[局厅委]|中心)的?|(?:小学|初中|高中|中学|分)[部校][由的]?|校区[由的]?)$/;
/** So often the usual name stands. */
const OFTEN = 3;

const officesOn = lineMemo(({ text }) =>
  matchesOf(text, office).map(({ 0: name, index }) => ({
    name,
    unsure:
      known.test(text.slice(Math.max(0, index - 2), index)) ||
      (!isSignature(text, index + name.length) && ofAnother.test(text.slice(Math.max(0, index - 12), index))),
    range: { start: index, end: index + name.length },
  })),
);

/** The line holds nothing but whose office it is. */
const isSignature = (text: string, end: number) => /^[一-龥\s]{2,24}$/.test(text) && text.trimEnd().length === end;

/** An office of a house that has one of the two: signed 教导处 where the text has 教务处 throughout. */
export const exchangedOffices: NameReader<TwoNames> = {
  sign: exchangedSign,
  find: officesIn,
};

function officesIn(lines: readonly Line[]): readonly TwoNames[] {
  const names = new NamesInText();
  const unsure = new Set<string>();
  for (const line of lines) {
    for (const found of officesOn(line.facts)) {
      names.note(found.name, line, found.range);
      if (found.unsure) unsure.add(found.name);
    }
  }
  return names.all.flatMap((written) =>
    unsure.has(written) ? [] : names.onlyOnce(written, partner.get(written) ?? '', OFTEN),
  );
}
