import type { FileFacts } from './facts.ts';

/**
 * Remembers facts by the content that they were read from, so that a restart reads no plan again
 * that has stayed the same. What it loses is only read anew: nothing depends on it.
 */
export interface FactStore {
  /** Makes ready what was kept earlier; never rejects. */
  open(): Promise<void>;
  get(key: string): FileFacts | undefined;
  put(key: string, facts: FileFacts): void;
  /**
   * Writes what was put; never rejects.
   * @param live the keys that are still in use, when all of them are known: the others are forgotten
   */
  flush(live?: ReadonlySet<string>): Promise<void>;
}

/** Remembers for as long as the process lives: in the browser, and where no place to write is known. */
export class MemoryFactStore implements FactStore {
  readonly #facts = new Map<string, FileFacts>();

  async open(): Promise<void> {}

  get(key: string): FileFacts | undefined {
    return this.#facts.get(key);
  }

  put(key: string, facts: FileFacts): void {
    this.#facts.set(key, facts);
  }

  async flush(live?: ReadonlySet<string>): Promise<void> {
    if (live) for (const key of this.#facts.keys()) if (!live.has(key)) this.#facts.delete(key);
  }
}
