import type { TimelineEnd } from '../../server/src/protocol.ts';

/** Days that keys wish to move an end by. */
export interface WishedMove {
  readonly item: string;
  readonly end: TimelineEnd;
  readonly days: number;
}

/**
 * Moves by keys, one edit at a time: while an edit is under way, days are added up. An edit began from a version of the
 * text; only the draw of a later version ends the waiting. A mere redraw (a new width, a hint from the server) does not,
 * for what was sent then would be answered “the text has changed”.
 */
export class PendingMoves {
  #sentAt: number | undefined;
  #wished: WishedMove | undefined;

  /** @returns whether something can be sent now */
  get free(): boolean {
    return this.#sentAt === undefined;
  }

  wish(move: WishedMove): void {
    const { item, end, days } = move;
    const old = this.#wished;
    const isMore = old !== undefined && old.item === item && old.end === end;
    this.#wished = isMore ? { item, end, days: old.days + days } : move;
  }

  /** What is to be sent now, once: nothing while an edit is under way, nor where the keys took each other back. */
  take(): WishedMove | undefined {
    if (!this.free) return undefined;
    const wished = this.#wished;
    this.#wished = undefined;
    return wished?.days === 0 ? undefined : wished;
  }

  /** @param version of the text from which the edit was asked for */
  sent(version: number): void {
    this.#sentAt = version;
  }

  /** @param version of the text that is shown now */
  drawn(version: number): void {
    if (this.#sentAt !== undefined && version > this.#sentAt) this.#sentAt = undefined;
  }

  /** The edit was refused, or another text is shown. */
  forget(): void {
    this.#sentAt = undefined;
    this.#wished = undefined;
  }
}
