/** Lists of words that are looked for together, in one pass over a text instead of one for each word. */
export class WordLists {
  readonly #count: number;
  /** Words with the number of their list, by their first unit. */
  readonly #byHead = new Map<number, { readonly word: string; readonly list: number }[]>();
  /** 1 for the first units, so that most of a text is passed over by a look into an array. */
  readonly #heads = new Uint8Array(65_536);

  constructor(lists: readonly (readonly string[])[]) {
    this.#count = lists.length;
    for (const [list, words] of lists.entries()) {
      for (const word of words) {
        const head = word.charCodeAt(0);
        const same = this.#byHead.get(head);
        if (same) same.push({ word, list });
        else this.#byHead.set(head, [{ word, list }]);
        this.#heads[head] = 1;
      }
    }
  }

  /** How many different ones of each list stand in the text; the count of a list ends at `most`. */
  countIn(text: string, most: number): readonly number[] {
    const found = Array.from({ length: this.#count }, () => new Set<string>());
    const heads = this.#heads;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (heads[unit] === 0) continue;
      for (const { word, list } of this.#byHead.get(unit) ?? []) {
        const own = found[list];
        if (own && own.size < most && text.startsWith(word, at)) own.add(word);
      }
    }
    return found.map(({ size }) => size);
  }
}
