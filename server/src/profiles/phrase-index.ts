import { type LineFacts, lineMemo } from '../plan/facts.ts';
import { isPhraseAt, partsOf } from './phrases.ts';

const NONE: ReadonlySet<string> = new Set();

/** Texts that are no lines, and that an index remembers: the titles of some open files. */
const REMEMBERED = 2_000;

interface Entry {
  readonly phrase: string;
  readonly parts: readonly string[];
}

interface Known {
  index: PhraseIndex | undefined;
  found: ReadonlySet<string>;
}

/** What was last found in a line, and by which index: that of one plan is the same for all its lines. */
const known = lineMemo((): Known => ({ index: undefined, found: NONE }));

/**
 * Tells which phrases of a list stand in a line. A line is read once, however many are the phrases
 * and however often one asks.
 */
export class PhraseIndex {
  /** One entry for each unit: whether a phrase begins with it. Most of a line is passed over by this table. */
  readonly #begins = new Uint8Array(65_536);
  /** Phrases by their first two units, those that begin with a single one by that. */
  readonly #byHead = new Map<number, Entry[]>();
  readonly #known = new Map<string, ReadonlySet<string>>();

  /** @param phrases as `findPhrase` takes them; `…` within one stands for anything in the sentence */
  constructor(phrases: Iterable<string>) {
    for (const phrase of new Set(phrases)) {
      const parts = partsOf(phrase);
      const [first = ''] = parts;
      if (first === '') continue;
      this.#begins[first.charCodeAt(0)] = 1;
      const head = headAt(first, 0, first.length > 1);
      const same = this.#byHead.get(head);
      if (same) same.push({ phrase, parts });
      else this.#byHead.set(head, [{ phrase, parts }]);
    }
  }

  in(line: LineFacts): ReadonlySet<string> {
    const before = known(line);
    if (before.index !== this) {
      before.index = this;
      before.found = this.#read(line.text);
    }
    return before.found;
  }

  /** @param text one without line ends that is no line */
  inText(text: string): ReadonlySet<string> {
    let found = this.#known.get(text);
    if (!found) {
      found = this.#read(text);
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(text, found);
    }
    return found;
  }

  #read(text: string): ReadonlySet<string> {
    let found: Set<string> | undefined;
    for (let at = 0; at < text.length; at++) {
      if (this.#begins[text.charCodeAt(at)] !== 1) continue;
      found = this.#add(text, at, headAt(text, at, true), found);
      found = this.#add(text, at, headAt(text, at, false), found);
    }
    return found ?? NONE;
  }

  #add(text: string, at: number, head: number, before: Set<string> | undefined): Set<string> | undefined {
    const entries = this.#byHead.get(head);
    if (!entries) return before;
    let found = before;
    for (const { phrase, parts } of entries) {
      if (found?.has(phrase) || !isPhraseAt(text, parts, at)) continue;
      found ??= new Set();
      found.add(phrase);
    }
    return found;
  }
}

function headAt(text: string, at: number, isPair: boolean): number {
  const first = text.charCodeAt(at) * 65_536;
  return isPair && at + 1 < text.length ? first + text.charCodeAt(at + 1) : first;
}
