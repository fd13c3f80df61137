import { SLOTS, slotOf } from '../../../text/pair-slots.ts';
import type { Range } from '../../../text/range.ts';
import { tableOfUnits } from '../../../text/units.ts';
import bent from './bent-words.yaml';
import contexts from './contexts.yaml';
import everyday from './everyday.yaml';
import everydayContexts from './everyday-contexts.yaml';
import mixed from './mixed.yaml';
import officeContexts from './office-contexts.yaml';
import slips from './slips.yaml';
import variants from './variants.yaml';

/**
 * What kind of fault a written form is: `slip` is no word at all or the wrong word at this place,
 * `variant` a second form of a word of which another is recommended, `usage` a choice of words that
 * office practice advises against, `mixed` one of two good forms that a plan should not mix.
 */
export type WrongWordKind = 'slip' | 'variant' | 'usage' | 'mixed';

/** A written form that is wrong, always or beside certain words. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  readonly kind: WrongWordKind;
  /** The publication that it rests on, for the message. */
  readonly source: string;
  /** It has to begin and end where words do. */
  readonly apart: boolean;
  /** It is no word at all, and wrong between quotation marks as well. */
  readonly quoted?: boolean;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly notBefore?: RegExp;
  readonly notAfter?: RegExp;
}

/** A wrong word at its place. */
export interface FoundWord {
  readonly word: WrongWord;
  readonly range: Range;
}

/** Words by their first two units; those of one unit by that. */
export interface WrongWordTable {
  /** At the slot of two units the number in `lists` of the words that begin with such; 0 for nearly all. */
  readonly slots: Uint16Array;
  /** Of each list, which first and third units its words have, as bits by their last five; all of them where a word ends before. */
  readonly firsts: Int32Array;
  readonly thirds: Int32Array;
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
  const slots = new Uint16Array(SLOTS);
  const lists: WrongWord[][] = [[]];
  for (const word of words) {
    const [first, second] = [word.wrong.charCodeAt(0), word.wrong.charCodeAt(1)];
    if (word.wrong.length < 2) {
      singles.set(first, [...(singles.get(first) ?? []), word]);
      continue;
    }
    const slot = slotOf(first, second);
    const list = lists[slots[slot] || lists.length];
    if (list) list.push(word);
    else slots[slot] = lists.push([word]) - 1;
  }
  // Of two words that begin alike the longer one is meant.
  for (const list of lists) list.sort((a, b) => b.wrong.length - a.wrong.length);
  const bitsAt = (place: number) =>
    Int32Array.from(lists, (list) =>
      list.reduce((bits, { wrong }) => bits | (wrong.length > place ? 1 << (wrong.charCodeAt(place) & 31) : -1), 0),
    );
  const isSingle = tableOfUnits(String.fromCharCode(...singles.keys()));
  return { slots, firsts: bitsAt(0), thirds: bitsAt(2), lists, singles, isSingle, ignored };
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
