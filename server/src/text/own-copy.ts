/**
 * The same text in memory of its own. A slice keeps the whole text that it was cut from: what outlives
 * a version of a document must not hold on to all of that version.
 */
export function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}
