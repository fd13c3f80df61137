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
  const at = commonBehind(a, b);
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

/** How many characters two short texts have in common, in their order. */
export const commonLength = (first: string, second: string): number =>
  commonBehind(first.slice(0, LONGEST), second.slice(0, LONGEST))(0, 0);

/** Whether a text has all the characters of another one, in their order: 镇人居环境提升 in 青石镇人居环境整治提升. */
export function holdsInOrder(text: string, characters: string): boolean {
  let at = -1;
  for (const one of characters) {
    at = text.indexOf(one, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The length of the longest common subsequence of what stands behind a place in the one text and a place in the other. */
function commonBehind(a: string, b: string): (i: number, j: number) => number {
  const width = b.length + 1;
  const common = new Uint8Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}
