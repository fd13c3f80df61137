import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import source from '../../name-variant.yaml';
import { NamesInText } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import { exchangedSign } from './exchanged-sign.ts';

const { unions } = source as { readonly unions: readonly string[] };
/** 学生社团|联合|总|会 */
const union = new RegExp(`([一-龥]{4})(${anyOf(unions)})(总?)会(?![议场员长])`, 'g');

const levelBefore = /[国省州市县区镇乡校院]$/;

const unionsOn = lineMemo(({ text }) =>
  matchesOf(text, union).map(({ 0: name, 1: front = '', 2: kind = '', 3: general = '', index }) => ({
    name,
    level: levelBefore.exec(text.slice(0, index))?.[0],
    usual: general === '' ? name : `${front}${kind}会`,
    range: { start: index, end: index + name.length },
  })),
);

/** An association that once becomes a general one: 社团联合总会 where the plan has 社团联合会. Beside one another they are two. */
export const generalUnions: NameReader<TwoNames> = {
  sign: exchangedSign,
  find: unionsIn,
};

const OFTEN = 2;

function unionsIn(lines: readonly Line[]): readonly TwoNames[] {
  const names = new NamesInText();
  const usualOf = new Map<string, string>();
  const levels = new Map<string, Set<string>>();
  for (const line of lines) {
    for (const { name, level, usual, range } of unionsOn(line.facts)) {
      if (level !== undefined) levels.set(name, (levels.get(name) ?? new Set()).add(level));
      names.note(name, line, range);
      if (usual !== name) usualOf.set(name, usual);
    }
  }
  return [...usualOf].flatMap(([general, plain]): readonly TwoNames[] => {
    if (names.areOnOneLine(general, plain) || areOfTwoLevels(levels.get(general), levels.get(plain))) return [];
    const [written, other] =
      names.placesOf(general).length < names.placesOf(plain).length ? [general, plain] : [plain, general];
    return names.onlyOnce(written, other, OFTEN);
  });
}

/** 县志愿服务联合会 and 市志愿服务联合总会 */
function areOfTwoLevels(some: ReadonlySet<string> = new Set(), others: ReadonlySet<string> = new Set()): boolean {
  return others.size > 0 && [...some].some((level) => !others.has(level));
}
