import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import { editionSign } from './editions.ts';

const kinds = '大赛|竞赛|比赛|联赛';
/** 第三届成语大赛: what is held, by its number. */
const held = new RegExp(`第[一二三四五六七八九十\\d]{1,3}届([一-龥]{2,10}?)(${kinds})`, 'g');
/** 本次成语知识竞赛 */
const referred = new RegExp(`(?:本次|此次|本届)([一-龥]{2,12}?)(${kinds})`, 'g');

interface Contest {
  readonly about: string;
  readonly kind: string;
  readonly range: Range;
}

const read = (text: string, pattern: RegExp): readonly Contest[] =>
  matchesOf(text, pattern).map(({ 0: raw, 1: about = '', 2: kind = '', index }) => {
    const end = index + raw.length;
    return { about, kind, range: { start: end - about.length - kind.length, end } };
  });
const heldOn = lineMemo(({ text }) => read(text, held));
const referredOn = lineMemo(({ text }) => (/本次|此次|本届/.test(text) ? read(text, referred) : NONE));
const NONE: readonly Contest[] = [];
/** What both names begin with. */
const ALIKE = 2;
const USUAL = 2;

/**
 * 本次成语知识竞赛 in the paper of the 第三届成语大赛: its own contest by another name, said once. A shorter form of the name, or
 * one with the same kind at its end, is no other one; nor is 本次书法比赛 for the 第三届书法大赛, or a 比赛 within it.
 */
export const selfReferred: NameReader<TwoNames> = { sign: editionSign, find: contestsIn };

function contestsIn(lines: readonly Line[], all: readonly Line[]): readonly TwoNames[] {
  const names = lines.flatMap((line) =>
    heldOn(line.facts).map(({ about, kind, range }) => ({ about, kind, range: line.at(range.start, range.end) })),
  );
  const [own] = names;
  if (!own || names.length < USUAL || names.some(({ about, kind }) => about !== own.about || kind !== own.kind))
    return [];
  const found = all.flatMap((line) =>
    line.place === 'quote'
      ? []
      : referredOn(line.facts).map((one) => ({ ...one, range: line.at(one.range.start, one.range.end) })),
  );
  const others = found.filter(
    ({ about, kind }) =>
      kind !== own.kind &&
      about !== own.about &&
      /大赛|竞赛/.test(kind) &&
      about.slice(0, ALIKE) === own.about.slice(0, ALIKE),
  );
  const [only, more] = others;
  if (!only || more) return [];
  return [{ written: only.about + only.kind, other: own.about + own.kind, range: only.range, elsewhere: own.range }];
}
