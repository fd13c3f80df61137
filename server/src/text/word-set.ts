/** Words that are looked for together, in one pass over a text instead of one for each. */
export class WordSet {
  /** Words by their first unit. */
  readonly #byHead = new Map<number, readonly string[]>();
  /** 1 for the first units, so that most of a text is passed over by a look into an array. */
  readonly #heads = new Uint8Array(65_536);

  constructor(words: readonly string[]) {
    for (const word of words) {
      const head = word.charCodeAt(0);
      this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), word]);
      this.#heads[head] = 1;
    }
  }

  /** How many different ones stand in the text; the count ends at `most`. */
  countIn(text: string, most: number): number {
    const found = new Set<string>();
    const heads = this.#heads;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (heads[unit] === 0) continue;
      for (const word of this.#byHead.get(unit) ?? []) {
        if (!text.startsWith(word, at)) continue;
        found.add(word);
        if (found.size === most) return most;
      }
    }
    return found.size;
  }
}
