const SLOTS = 8_192;

/**
 * Which phrases of a plan stand in more than one form, told before any of them is cut out of its text: a bit for each
 * form, in a slot that other phrases may share. Most phrases of a plan stand in one form only.
 */
export class PhraseSlots {
  readonly #forms = new Uint8Array(SLOTS);

  clear(): void {
    this.#forms.fill(0);
  }

  /** @param form a number below 8 */
  note(slot: number, form: number): void {
    const at = placeOf(slot);
    this.#forms[at] = (this.#forms[at] ?? 0) | (1 << form);
  }

  /** False for a phrase that surely has one form. */
  hasSeveral(slot: number): boolean {
    const forms = this.#forms[placeOf(slot)] ?? 0;
    return (forms & (forms - 1)) !== 0;
  }
}

/** All bits of a slot tell its place. */
const placeOf = (slot: number) => (slot ^ (slot >>> 13)) & (SLOTS - 1);

/** The slot of what has the slot `before`, followed by a number: the unit of a character, a word as a number. */
export function slotOf(before: number, next: number): number {
  return (Math.imul(before, 31) + next) & 0x3fffffff;
}
