import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { timesSaid } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

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
    if (timesSaid(CUT, lines) !== 1 || timesSaid(WHOLE, lines) < OFTEN) return [];
    const cut = firstPlace(CUT, lines);
    const whole = firstPlace(WHOLE, lines);
    if (!cut || !whole) return [];
    const { text } = cut.line;
    if (!reportedTo.test(text.slice(0, cut.start)) && !acts.test(text.slice(cut.end))) return [];
    const [range, elsewhere] = [cut, whole].map(({ line, start, end }) => line.at(start, end));
    return range && elsewhere ? [{ written: CUT, other: WHOLE, range, elsewhere }] : [];
  },
};

function firstPlace(word: string, lines: readonly Line[]): { line: Line; start: number; end: number } | undefined {
  const line = lines.find(({ text }) => text.includes(word));
  const start = line?.text.indexOf(word) ?? 0;
  return line && { line, start, end: start + word.length };
}
