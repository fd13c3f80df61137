/**
 * Writes each different failure into the log once: a rule that fails on a document fails again with
 * every key stroke.
 */
export class Failures {
  readonly #log: (text: string) => void;
  readonly #known = new Set<string>();

  constructor(log: (text: string) => void) {
    this.#log = log;
  }

  /** @param where what was being done, in the words of the protocol */
  report(where: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // The place where it failed tells failures apart; the way that led there is not always the same.
    const key = text.split('\n', 3).join('\n');
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#log(`${where}: ${text}`);
  }
}
