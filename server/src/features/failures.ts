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
    if (this.#known.has(text)) return;
    this.#known.add(text);
    this.#log(`${where}: ${text}`);
  }
}
