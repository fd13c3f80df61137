import { findPhrase } from './phrases.ts';

const NONE: ReadonlySet<string> = new Set();

/** Texts that an index remembers: the lines and cells of a few open files. */
const REMEMBERED = 10_000;

/**
 * Tells which phrases of a list stand in a line. A line is read once, however many are the phrases
 * and however often one asks.
 */
export class PhraseIndex {
  /** Phrases by their first unit. */
  readonly #byFirst = new Map<number, string[]>();
  readonly #known = new Map<string, ReadonlySet<string>>();

  /** @param phrases as `findPhrase` takes them; `…` within one stands for anything in the sentence */
  constructor(phrases: Iterable<string>) {
    for (const phrase of new Set(phrases)) {
      const first = phrase.replace(/^…{1,60}/, '').charCodeAt(0);
      const known = this.#byFirst.get(first);
      if (known) known.push(phrase);
      else if (!Number.isNaN(first)) this.#byFirst.set(first, [phrase]);
    }
  }

  /** @param line a text without line ends */
  in(line: string): ReadonlySet<string> {
    let found = this.#known.get(line);
    if (!found) {
      found = this.#read(line);
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(line, found);
    }
    return found;
  }

  #read(line: string): ReadonlySet<string> {
    let found: Set<string> | undefined;
    const seen = new Set<number>();
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      const phrases = this.#byFirst.get(code);
      if (!phrases || seen.has(code)) continue;
      seen.add(code);
      for (const phrase of phrases) {
        if (findPhrase(line, phrase, at) === undefined) continue;
        found ??= new Set();
        found.add(phrase);
      }
    }
    return found ?? NONE;
  }
}
