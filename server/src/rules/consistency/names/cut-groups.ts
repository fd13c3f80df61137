import type { Line } from '../../../plan/model.ts';
import { sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import type { TwoNames } from './papers.ts';
import { timesSaid } from './rare.ts';
import type { NameReader } from './reader.ts';

const WHOLE = '领导小组办公室';
const CUT = '领导办公室';
/** The rooms of leaders are looked at and measured; an office of a leading group hands in, is reported to and does something. */
const reportedTo = /(?:[报由经送交向]|报送|报告|提交)[省市县区镇乡街校院局]?(?:党委|党组)?$/;
const acts = /^(?:[每要应将须按定对]|会同|组织|汇总|牵头|建立|负责|于\d|统一|及时|备案)/;
/** So often the whole name stands in the text. */
const OFTEN = 2;

/** 报县领导办公室 where all else is of a 领导小组办公室: its name has lost what it is the office of. */
export const cutGroups: NameReader<TwoNames> = {
  sign: sign({ words: [CUT, WHOLE] }),
  find(lines: readonly Line[]): readonly TwoNames[] {
    const cuts = lines.flatMap((line) => placesIn(line.text, CUT).map((start) => ({ line, start })));
    const [only, more] = cuts;
    if (!only || more || timesSaid(WHOLE, lines) < OFTEN) return [];
    const { line, start } = only;
    const { text } = line;
    const end = start + CUT.length;
    if (!reportedTo.test(text.slice(0, start)) && !acts.test(text.slice(end))) return [];
    const elsewhere = wholeIn(lines);
    return elsewhere ? [{ written: CUT, other: WHOLE, range: line.at(start, end), elsewhere }] : [];
  },
};

function wholeIn(lines: readonly Line[]): Range | undefined {
  for (const line of lines) {
    const at = line.text.indexOf(WHOLE);
    if (at >= 0) return line.at(at, at + WHOLE.length);
  }
  return undefined;
}

function placesIn(text: string, word: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}
