import type { LineFacts } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';

const SLOTS = 8_192;

/** Phrases of a line as numbers, `EACH` for each: its slot, its form, and where it begins. */
export type Joined = readonly number[];
export const EACH = 3;

/**
 * Which phrases of a plan stand in more than one form, told before any of them is cut out of its text: a bit for each
 * form, in a slot that other phrases may share. Most phrases of a plan stand in one form only.
 */
export class PhraseSlots {
  readonly #forms = new Uint8Array(SLOTS);
  /** Whose slot it is that has the place, plus one. */
  readonly #owners = new Int32Array(SLOTS);
  /** The places that are taken. */
  readonly #noted: number[] = [];
  #any = false;

  /**
   * Takes the phrases of some lines instead of those before.
   * @returns whether any of them may have several forms; in most plans none has
   */
  fill(lines: readonly Line[], read: (facts: LineFacts) => Joined): boolean {
    for (const at of this.#noted) this.#forms[at] = this.#owners[at] = 0;
    this.#noted.length = 0;
    this.#any = false;
    for (const { facts } of lines) {
      const joined = read(facts);
      for (let at = 0; at < joined.length; at += EACH) this.#note(joined[at] ?? 0, joined[at + 1] ?? 0);
    }
    return this.#any;
  }

  /** @param form a number below 8 */
  #note(slot: number, form: number): void {
    const at = this.#placeOf(slot);
    const before = this.#forms[at] ?? 0;
    const forms = before | (1 << form);
    if (forms === before) return;
    this.#forms[at] = forms;
    if (before === 0) {
      this.#owners[at] = slot + 1;
      this.#noted.push(at);
    } else this.#any = true;
  }

  /** False for a phrase that surely has one form. */
  hasSeveral(slot: number): boolean {
    const forms = this.#forms[this.#placeOf(slot)] ?? 0;
    return (forms & (forms - 1)) !== 0;
  }

  /** The place of its own among a few, else one that it shares; all bits of a slot tell where they begin. */
  #placeOf(slot: number): number {
    const first = (slot ^ (slot >>> 13)) & (SLOTS - 1);
    for (let at = first; at < first + TRIES && at < SLOTS; at++) {
      const owner = this.#owners[at] ?? 0;
      if (owner === 0 || owner === slot + 1) return at;
    }
    return first;
  }
}
const TRIES = 4;

/** The slot of what has the slot `before`, followed by a number: the unit of a character, a word as a number. */
export function slotOf(before: number, next: number): number {
  return (Math.imul(before, 31) + next) & 0x3fffffff;
}
