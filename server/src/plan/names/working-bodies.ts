import type { Range } from '../../text/range.ts';
import { tableOfUnits } from '../../text/units.ts';
import source from './working-bodies.yaml';

/** A working body or an institution that a text names: 县安全生产专项整治领导小组办公室, 全民义务植树网. */
export interface WorkingBody {
  readonly range: Range;
  /** As written, without words in front that are no part of it. */
  readonly name: string;
  /** What it is by its last word: 领导小组, 领导小组办公室. Empty in front of it when nobody's name is said. */
  readonly type: string;
}

const words = source as { readonly ends: readonly string[]; readonly leads: readonly string[] };
/** What the names of working bodies end with; 办公室 may follow. */
export const workingBodyEnds = words.ends;
/** By their last two units: 小组, 平台. Few texts hold such a pair that ends no name. */
const endsByPair = longestFirst(words.ends, (end) => end.slice(-2));
const unitsAt = (at: 0 | 1) => [...new Set([...endsByPair.keys()].map((pair) => pair.charAt(at)))].join('');
const pair = new RegExp(`[${unitsAt(0)}][${unitsAt(1)}]`, 'g');
const OFFICE = '办公室';
const leadsByUnit = longestFirst(words.leads, (lead) => lead.charAt(0));
/** By unit: whether one of the leads begins with it. */
const LEADS = tableOfUnits([...leadsByUnit.keys()].join(''));
/** What the name of a body can be made of; read backwards from where its last word begins. */
const LONGEST_NAME = 26;
const ownWords = new RegExp(`(?<=([\\p{Script=Han}“”（）]{0,${LONGEST_NAME}}))`, 'uy');

/** Finds the working bodies of a text, in order of position; one without a name of its own is given as its type alone. */
export function findWorkingBodies(text: string): readonly WorkingBody[] {
  let found: WorkingBody[] | undefined;
  let from = 0;
  // By hand from the pairs: an alternation of all the endings would be tried at every unit of the text.
  for (pair.lastIndex = 0; pair.test(text); ) {
    const behind = pair.lastIndex;
    const end = endsByPair
      .get(text.slice(behind - 2, behind))
      ?.find((one) => behind - one.length >= from && text.startsWith(one, behind - one.length));
    if (end === undefined) {
      // The second unit may be the first of the next pair.
      pair.lastIndex = behind - 1;
      continue;
    }
    const start = behind - end.length;
    const type = text.startsWith(OFFICE, behind) ? end + OFFICE : end;
    ownWords.lastIndex = start;
    const length = Math.min(ownWords.exec(text)?.[1]?.length ?? 0, start - from, LONGEST_NAME);
    const own = behindNumber(behindOpenBracket(withoutLead(wholeCharacters(text.slice(start - length, start)))));
    from = start + type.length;
    pair.lastIndex = from;
    found ??= [];
    found.push({ name: own + type, type, range: { start: start - own.length, end: from } });
  }
  return found ?? none;
}

/** （五）业主委员会: the number of the item is no part of the name. */
const behindNumber = (own: string): string =>
  own.includes('）') ? own.replace(/^.*（[一二三四五六七八九十]{1,3}）/, '') : own;

/** Words by a key of theirs, the longest first. */
function longestFirst(
  list: readonly string[],
  keyOf: (word: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of [...list].sort((a, b) => b.length - a.length)) {
    const key = keyOf(word);
    found.set(key, [...(found.get(key) ?? []), word]);
  }
  return found;
}

/** Without the second half of a character of which the first one was cut off. */
function wholeCharacters(words: string): string {
  const first = words.charCodeAt(0);
  return first >= 0xdc00 && first <= 0xdfff ? words.slice(1) : words;
}

/** What stands behind the last of the words in front of a name. */
function withoutLead(before: string): string {
  for (let at = before.length - 1; at >= 0; at--) {
    if (LEADS[before.charCodeAt(at)] === 0) continue;
    const lead = leadsByUnit.get(before.charAt(at))?.find((one) => before.startsWith(one, at));
    if (lead !== undefined) return before.slice(at + lead.length);
  }
  return before;
}

/** What stands behind a bracket or a quotation mark without its other half: the name begins there. */
function behindOpenBracket(words: string): string {
  const open = words.lastIndexOf('（');
  const close = words.lastIndexOf('）');
  if (close > open && open < 0) return behindOpenQuote(words.slice(close + 1));
  return behindOpenQuote(open > close ? words.slice(open + 1) : words);
}

function behindOpenQuote(words: string): string {
  const open = words.lastIndexOf('“');
  return open > words.lastIndexOf('”') ? words.slice(open + 1) : words.replace(/^”/, '');
}

const none: readonly WorkingBody[] = [];
