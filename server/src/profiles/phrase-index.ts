import { type LineFacts, lineMemo } from '../plan/facts.ts';
import type { Line, TableCell } from '../plan/model.ts';
import { SLOTS, slotOf } from '../text/pair-slots.ts';
import { findParts, isPhraseAt, partsOf } from './phrases.ts';

const NONE: readonly string[] = [];

/** Texts that are no lines, and that an index remembers: the titles of some open files. */
const REMEMBERED = 2_000;

interface Entry {
  readonly phrase: string;
  readonly parts: readonly string[];
  /** Which of the parts is looked for: the first one of more than one unit. */
  readonly key: number;
  /** Its third unit; 0 where it has none. */
  readonly third: number;
}

interface Known {
  index: PhraseIndex | undefined;
  found: readonly string[];
}

/** What was last found in a line, and by which index: that of one plan is the same for all its lines. */
const known = lineMemo((): Known => ({ index: undefined, found: NONE }));

interface KnownCell extends Known {
  /** Those of its lines. */
  facts: readonly LineFacts[];
}

/** The same in a cell of several lines, by its first one. */
const knownCell = lineMemo((): KnownCell => ({ index: undefined, facts: [], found: NONE }));

function haveFacts(lines: readonly Line[], facts: readonly LineFacts[]): boolean {
  if (lines.length !== facts.length) return false;
  for (let at = 0; at < lines.length; at++) if (lines[at]?.facts !== facts[at]) return false;
  return true;
}

/**
 * Tells which phrases of a list stand in a line. A line is read once, however many are the phrases
 * and however often one asks.
 */
export class PhraseIndex {
  /** One entry for each unit: whether such a part begins with it. Most of a line is passed over by this table. */
  readonly #begins = new Uint8Array(SLOTS);
  /**
   * By the slot of two units that stand side by side, the place in `#entries` of the phrases with a part that begins with them; other
   * pairs may share the slot.
   */
  readonly #slots = new Uint16Array(SLOTS);
  readonly #entries: Entry[][] = [[]];
  /** Phrases of single units and `…`. */
  readonly #single: Entry[] = [];
  readonly #known = new Map<string, readonly string[]>();

  /** @param phrases as `findPhrase` takes them; `…` within one stands for anything in the sentence */
  constructor(phrases: Iterable<string>) {
    for (const phrase of new Set(phrases)) {
      const parts = partsOf(phrase);
      const key = parts.findIndex((part) => part.length > 1);
      const part = parts[key] ?? '';
      const entry = { phrase, parts, key, third: part.length > 2 ? part.charCodeAt(2) : 0 };
      if (part === '') {
        if (phrase !== '') this.#single.push(entry);
        continue;
      }
      this.#begins[part.charCodeAt(0)] = 1;
      const slot = slotOf(part.charCodeAt(0), part.charCodeAt(1));
      const place = this.#slots[slot] ?? 0;
      if (place > 0) this.#entries[place]?.push(entry);
      else this.#slots[slot] = this.#entries.push([entry]) - 1;
    }
  }

  in(line: LineFacts): readonly string[] {
    const before = known(line);
    if (before.index !== this) {
      before.index = this;
      before.found = this.#read(line.text);
    }
    return before.found;
  }

  /** The phrases in a cell, also those that run over a line break in it. */
  inCell({ lines, text }: TableCell): readonly string[] {
    const [line] = lines;
    if (!line) return NONE;
    if (lines.length === 1) return this.in(line.facts);
    const before = knownCell(line.facts);
    if (before.index !== this || !haveFacts(lines, before.facts)) {
      before.index = this;
      before.facts = lines.map(({ facts }) => facts);
      before.found = this.#read(text);
    }
    return before.found;
  }

  /** @param text one without line ends that is no line */
  inText(text: string): readonly string[] {
    let found = this.#known.get(text);
    if (!found) {
      found = this.#read(text);
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(text, found);
    }
    return found;
  }

  #read(text: string): readonly string[] {
    let found: string[] | undefined;
    const begins = this.#begins;
    const last = text.length - 1;
    for (let at = 0; at < last; at++) {
      const first = text.charCodeAt(at);
      if (begins[first] === 0) continue;
      const place = this.#slots[slotOf(first, text.charCodeAt(at + 1))] ?? 0;
      if (place === 0) continue;
      const next = text.charCodeAt(at + 2);
      for (const { phrase, parts, key, third } of this.#entries[place] ?? []) {
        if ((third !== 0 && third !== next) || found?.includes(phrase)) continue;
        if (!(key === 0 ? isPhraseAt(text, parts, at) : findParts(text, parts))) continue;
        found ??= [];
        found.push(phrase);
      }
    }
    for (const { phrase, parts } of this.#single) {
      if (!findParts(text, parts)) continue;
      found ??= [];
      found.push(phrase);
    }
    return found ?? NONE;
  }
}
