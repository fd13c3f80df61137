/** A stretch of one text and what stands in its place in another; one of them may be empty. */
export interface Change {
  readonly first: string;
  readonly second: string;
}

/** So long are titles; of longer texts only this much is compared. */
const LONGEST = 80;

/**
 * All stretches in which two short texts differ, by their longest common subsequence.
 * @returns in order; empty when the texts are equal
 */
export function changesBetween(first: string, second: string): readonly Change[] {
  const [a, b] = [first.slice(0, LONGEST), second.slice(0, LONGEST)];
  const width = b.length + 1;
  // common[i * width + j]: length of the longest common subsequence of what follows i and j.
  const common = new Uint8Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: Change[] = [];
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  const close = () => {
    if (i > fromA || j > fromB) changes.push({ first: a.slice(fromA, i), second: b.slice(fromB, j) });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close();
      i++;
      j++;
      [fromA, fromB] = [i, j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  close();
  return changes;
}
