/** Words are looked for by pairs of units that stand side by side: one look into a table for each pair of a text. */
export const SLOTS = 65_536;

/** Where a table notes a pair; a few others share the slot. */
export function slotOf(first: number, second: number): number {
  return ((first * 31) ^ second) & (SLOTS - 1);
}
