import { SLOTS, slotOf } from '../../../text/pair-slots.ts';
import { tableOfUnits } from '../../../text/units.ts';
import bent from './bent-words.yaml';
import contexts from './contexts.yaml';
import everyday from './everyday.yaml';
import everydayContexts from './everyday-contexts.yaml';
import mixed from './mixed.yaml';
import officeContexts from './office-contexts.yaml';
import { phraseMasks } from './set-phrases.ts';
import slips from './slips.yaml';
import variants from './variants.yaml';
import type { WrongWord, WrongWordKind } from './word.ts';

/**
 * Words by their first two units, those of one unit by that; beside them the set phrases that begin or end with such a pair.
 * The rows of a pair say whether the units beside it are some of theirs: most pairs have none, and of the others most go on
 * otherwise. In one table, as it is asked for every pair of every text.
 */
export interface WrongWordTable {
  /** At the slot of two units the number of their row; 0 for most. */
  readonly places: Uint16Array;
  /**
   * A row is the number in `lists` of the words that begin so; the masks of their first and third units, in full where a word ends
   * before; and the four masks of `phraseMasks`. One bit for each unit, by its last five.
   */
  readonly rows: Int32Array;
  /** Of words that begin alike the longer one comes first; a few others share the slot. */
  readonly lists: readonly (readonly WrongWord[])[];
  /** Units that are a word by themselves. */
  readonly singles: ReadonlyMap<number, readonly WrongWord[]>;
  readonly isSingle: Uint8Array;
  /** Forms that are right here. */
  readonly ignored: ReadonlySet<string>;
}

/** An entry of contexts.yaml. */
export interface ContextEntry {
  readonly wrong: string;
  readonly right: string;
  readonly kind?: WrongWordKind;
  readonly before?: string;
  readonly after?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly loose?: boolean;
  readonly quoted?: boolean;
}

type ContextLists = Readonly<Record<string, string | readonly ContextEntry[]>>;
type PlainList = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const mixedWords = mixed as {
  readonly pairs: Readonly<Record<string, string>>;
  readonly ofSameThing: Readonly<Record<string, readonly string[]>>;
};

/** Every word that ships, in the order of the files. */
export const shippedWords: readonly WrongWord[] = [
  ...plain(slips as PlainList, 'slip'),
  ...plain(bent as PlainList, 'slip'),
  ...plain(everyday as PlainList, 'slip'),
  ...plain(variants as PlainList, 'variant'),
  ...inContext(contexts as ContextLists),
  ...inContext(everydayContexts as ContextLists),
  ...inContext(officeContexts as ContextLists),
  ...inPairs(mixedWords.pairs),
];

/** By the preferred form of a pair: the things of which both forms must be said to count as mixed. */
export const sameThings: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(mixedWords.ofSameThing));

/** `right: wrong wrong …` under the name of a publication. */
function plain(list: PlainList, kind: WrongWordKind): readonly WrongWord[] {
  return Object.entries(list).flatMap(([source, words]) =>
    typeof words === 'string'
      ? []
      : Object.entries(words).flatMap(([right, forms]) =>
          forms.split(' ').map((wrong): WrongWord => ({ wrong, right, kind, source, apart: true })),
        ),
  );
}

function inContext(list: ContextLists): readonly WrongWord[] {
  return Object.entries(list).flatMap(([source, entries]) =>
    typeof entries === 'string'
      ? []
      : entries.map(({ wrong, right, kind = 'slip', loose, quoted, before, after, notBefore, notAfter }) => ({
          wrong,
          right,
          kind,
          source: kind === 'usage' ? '工作惯例' : source,
          apart: !loose,
          ...(quoted ? { quoted } : {}),
          ...(before === undefined ? {} : { before: new RegExp(`^(?:${before})`) }),
          ...(notBefore === undefined ? {} : { notBefore: new RegExp(`^(?:${notBefore})`) }),
          ...(after === undefined ? {} : { after: new RegExp(`(?:${after})$`) }),
          ...(notAfter === undefined ? {} : { notAfter: new RegExp(`(?:${notAfter})$`) }),
        })),
  );
}

/** Both forms of a pair; `right` is the one that practice prefers. */
function inPairs(pairs: Readonly<Record<string, string>>): readonly WrongWord[] {
  return Object.entries(pairs).flatMap(([right, other]) =>
    [right, other].map((wrong): WrongWord => ({ wrong, right, kind: 'mixed', source: '工作惯例', apart: false })),
  );
}

/** A table that finds its words in one pass over a text. */
export function tableOf(words: readonly WrongWord[], ignored: ReadonlySet<string> = new Set()): WrongWordTable {
  const singles = new Map<number, WrongWord[]>();
  const bySlot = new Map<number, WrongWord[]>();
  for (const word of words) {
    const [first, second] = [word.wrong.charCodeAt(0), word.wrong.charCodeAt(1)];
    const [group, key] = word.wrong.length < 2 ? [singles, first] : [bySlot, slotOf(first, second)];
    const list = group.get(key);
    if (list) list.push(word);
    else group.set(key, [word]);
  }
  const lists: WrongWord[][] = [[]];
  const places = new Uint16Array(SLOTS);
  const rows: number[] = [0, 0, 0, 0, 0, 0, 0];
  for (let slot = 0; slot < SLOTS; slot++) {
    const list = bySlot.get(slot) ?? [];
    const masks = phraseMasks.get(slot) ?? NO_MASKS;
    if (list.length === 0 && masks === NO_MASKS) continue;
    // Of two words that begin alike the longer one is meant.
    list.sort((a, b) => b.wrong.length - a.wrong.length);
    const number = list.length === 0 ? 0 : lists.push(list) - 1;
    places[slot] = rows.push(number, maskOf(list, 0), maskOf(list, 2), ...masks) / ROW - 1;
  }
  const isSingle = tableOfUnits(String.fromCharCode(...singles.keys()));
  return { places, rows: Int32Array.from(rows), lists, singles, isSingle, ignored };
}

/** So many numbers make a row. */
export const ROW = 7;
const NO_MASKS = [0, 0, 0, 0] as const;

/** The units at a place of the words, by their last five bits; all of them where a word ends before. */
function maskOf(list: readonly WrongWord[], place: number): number {
  return list.reduce((mask, { wrong }) => mask | (wrong.length > place ? 1 << (wrong.charCodeAt(place) & 31) : -1), 0);
}

/** The words that ship, together with those of the configuration. */
export interface WrongWordOptions {
  /** Own words: what is written wrong → what is right. */
  readonly words: Readonly<Record<string, string>>;
  /** Forms that are right here, though the shipped lists call them wrong. */
  readonly ignore: readonly string[];
}

const tables = new WeakMap<WrongWordOptions, WrongWordTable>();

/** The table for a set of options; made once for each. */
export function wrongWordTable(options: WrongWordOptions): WrongWordTable {
  let table = tables.get(options);
  if (!table) {
    const ignored = new Set(options.ignore);
    const own = Object.entries(options.words).flatMap(([wrong, right]): WrongWord[] =>
      wrong === '' || wrong === right ? [] : [{ wrong, right, kind: 'slip', source: '本单位词表', apart: false }],
    );
    const words = [...own, ...shippedWords.filter(({ wrong }) => !ignored.has(wrong))];
    table = tableOf(words, ignored);
    tables.set(options, table);
  }
  return table;
}
