/**
 * A map that forgets what was not asked for lately. It keeps two generations: what is asked for
 * moves into the young one; when that is full it becomes the old one, and the old one is dropped.
 */
export class RecentCache<T extends object> {
  readonly #limit: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #size = 0;

  /** @param limit total size of the entries of one generation. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key);
    if (young) return young;
    const old = this.#old.get(key);
    if (old) this.set(key, old, key.length);
    return old;
  }

  /** Every entry counts at least one unit. */
  set(key: string, value: T, size: number): void {
    this.#size += Math.max(1, size);
    if (this.#size > this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = Math.max(1, size);
    }
    this.#young.set(key, value);
  }
}
