import { type Clue, EvidenceTable, mayHold, middleOf, NO_EVIDENCE } from '../text/evidence.ts';
import { type LineFacts, lineMemo } from './facts.ts';
import type { Line } from './model.ts';

/** What a reader of lines must find in one, if it is to find anything there. */
export type Sign = Clue;

const table = new EvidenceTable();
const WORDS = NO_EVIDENCE.length;

/**
 * Makes a sign: any of some single units, or any of some words. Of a word only the two units in its middle are looked at.
 * To be called when a module is loaded, before any text is read.
 */
export function sign({
  units = '',
  words = [],
}: {
  readonly units?: string;
  readonly words?: readonly string[];
}): Sign {
  const single = words.filter((word) => word.length < 2);
  const longer = words.filter((word) => word.length >= 2);
  return table.clue(units + single.join(''), longer.map(middleOf));
}

const signsOf = lineMemo(({ text }) => table.read(text));

/** False when a text surely has none of what the sign stands for. */
export function hasSign(facts: LineFacts, sought: Sign): boolean {
  return mayHold(signsOf(facts), sought);
}

/** By the lines of a plan: the signs of each, one behind the other. */
const ofLines = new WeakMap<readonly Line[], Int32Array>();
const NO_LINES: readonly Line[] = [];

/**
 * The lines that have a sign, in order. The signs of all lines of a plan are gathered once, so that whoever asks for
 * another sign looks at no line without it.
 *
 * @param lines the same list for all who ask, as `linesInOrder` gives it
 */
export function linesWith(lines: readonly Line[], { word, bit }: Sign): readonly Line[] {
  let all = ofLines.get(lines);
  if (!all) {
    all = gathered(lines);
    ofLines.set(lines, all);
  }
  let found: Line[] | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (((all[at * WORDS + word] ?? 0) & bit) === 0 || !line) continue;
    found ??= [];
    found.push(line);
  }
  return found ?? NO_LINES;
}

function gathered(lines: readonly Line[]): Int32Array {
  const all = new Int32Array(lines.length * WORDS);
  let at = 0;
  for (const { facts } of lines) {
    const own = signsOf(facts);
    if (own !== NO_EVIDENCE) for (let word = 0; word < WORDS; word++) all[at + word] = own[word] ?? 0;
    at += WORDS;
  }
  return all;
}
