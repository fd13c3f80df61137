import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { titleSign } from '../../mark-signs.ts';
import { type PlacedName, placesByName, rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 《班主任工作考核表》: what is filled in and handed in. */
const form = /《([^《》]{4,40}[表册])》/g;
/** The word that a form may lose without becoming another one. */
const WORD = '工作';
const SHORTEST = 5;

const formsOn = lineMemo(({ text }) =>
  matchesOf(text, form).map(({ 1: name = '', index }) => ({ name, start: index + 1 })),
);

/** 《班主任工作考核表》 is to be filled in and 《东塘学院班主任考核表》 to be handed in: one form, with 工作 and without. */
export const titledForms: NameReader<TwoNames> = { sign: titleSign, find: formsIn };

/** Nothing, or the body whose form it is: 东塘学院, and no other word that makes it another form (燃气). */
const isOwner = (words: string): boolean =>
  words === '' || /(?:院|学校|大学|中学|小学|幼儿园|公司|局|街道|[省市区县镇乡村]|社区|中心|委员会|协会)$/.test(words);

function formsIn(lines: readonly Line[]): readonly TwoNames[] {
  const places = new Map<string, Range[]>();
  for (const line of lines) {
    for (const { name, start } of formsOn(line.facts)) placesByName(places, name, line.at(start, start + name.length));
  }
  // Both on one line are two forms.
  const areBeside = (a: string, b: string) =>
    lines.some(({ text }) => text.includes(`《${a}》`) && text.includes(`《${b}》`));
  const all: readonly PlacedName[] = [...places].map(([name, own]) => ({ name, places: own }));
  return all.flatMap((whole): readonly TwoNames[] => {
    const bare = whole.name.replace(WORD, '');
    if (bare === whole.name || bare.length < SHORTEST) return [];
    const shorts = all.filter(
      ({ name }) => !name.includes(WORD) && name.endsWith(bare) && isOwner(name.slice(0, -bare.length)),
    );
    const [short] = shorts;
    return short && shorts.length === 1 && !areBeside(whole.name, short.name) ? rarer(whole, short) : [];
  });
}
