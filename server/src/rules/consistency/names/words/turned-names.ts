import { lineMemo } from '../../../../plan/facts.ts';
import { partAround } from '../../../../plan/line/sentences.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import { NamesInText } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

interface Said {
  readonly name: string;
  /** The same for the names that may be one. */
  readonly key: string;
  readonly start: number;
}

/** So often the text must have the usual name. */
const OFTEN = 2;

/** 财务资产部: two words of two characters, at the head of what is said or behind a word that an office stands behind. */
const office =
  /(?<=^|[，。；：、（(由会为给到在设和与同报至经向])([一-龥]{2})([一-龥]{2})(?:部|科|股|处)(?![门长室员级队分份学研目技普幼教置理罚方])/g;

const officesOn = lineMemo(({ text }): readonly Said[] => {
  const found = matchesOf(text, office).flatMap(({ 0: name, 1: first = '', 2: second = '', index }) =>
    first === second ? [] : [{ name, key: [first, second].sort().join(' ') + name.slice(-1), start: index }],
  );
  return found.length > 0 ? found : none;
});
const none: readonly Said[] = [];

/** An office whose two words stand once the other way round: 资产财务部 where the text has 财务资产部. */
export const turnedOffices: NameReader<TwoNames> = {
  sign: sign({ words: ['部', '科', '股', '处'] }),
  find: (lines) => oddOnes(lines, (line) => officesOn(line.facts)),
};

const inspecting = /([省市县区州旗]委|[省市县区])第([一二三四五六七八九十]{1,2})(巡察组|巡视组|督察组|督导组)/g;
/** Another round, and so another group. */
const otherRound = /上一?[次轮年]|此前|以往|历次|历年|往年|第[一二三四五六七八九十]{1,2}轮|先后|分别/;

const groupsOn = lineMemo(({ text }): readonly Said[] => {
  const found = matchesOf(text, inspecting).flatMap(({ 0: name, 1: of = '', 3: kind = '', index }) =>
    otherRound.test(partAround(text, index)) ? [] : [{ name, key: of + kind, start: index }],
  );
  return found.length > 0 ? found : none;
});

/** The group that inspected, with another number once: 县委第二巡察组 where the text has 县委第三巡察组. */
export const inspectingGroups: NameReader<TwoNames> = {
  sign: sign({ words: ['巡察组', '巡视组', '督察组', '督导组'] }),
  find: (lines) => oddOnes(lines, (line) => groupsOn(line.facts)),
};

/** The names that stand once where one other of the same key stands several times, on other lines. */
function oddOnes(lines: readonly Line[], saidOn: (line: Line) => readonly Said[]): readonly TwoNames[] {
  const byKey = new Map<string, NamesInText>();
  for (const line of lines) {
    for (const { name, key, start } of saidOn(line)) {
      const names = byKey.get(key) ?? new NamesInText();
      byKey.set(key, names);
      names.note(name, line, { start, end: start + name.length });
    }
  }
  return [...byKey.values()].flatMap((names): readonly TwoNames[] => {
    const [a, b, third] = names.all;
    // Three are several.
    if (a === undefined || b === undefined || third !== undefined || names.areOnOneLine(a, b)) return [];
    const [rare, usual] = names.placesOf(a).length < names.placesOf(b).length ? [a, b] : [b, a];
    return names.onlyOnce(rare, usual, OFTEN);
  });
}
