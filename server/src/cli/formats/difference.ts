import { printable } from '../messages.ts';
import type { Paint } from '../terminal.ts';

/** Lines of context around a change. */
const context = 2;

/**
 * What changed between two texts, line by line, in the manner of a unified diff. Fixes change lines
 * in place or insert some, so that common beginnings and ends of the differing stretches are enough.
 */
export function difference(path: string, before: string, after: string, paint: Paint): string {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const output = [paint('bold', `--- ${printable(path)}`), paint('bold', `+++ ${printable(path)}`)];
  for (const { oldStart, oldEnd, newStart, newEnd } of stretches(old, now)) {
    const from = Math.max(0, oldStart - context);
    const to = Math.min(old.length, oldEnd + context);
    const added = newEnd - newStart - (oldEnd - oldStart);
    const newFrom = newStart - (oldStart - from);
    output.push(paint('cyan', `@@ -${from + 1},${to - from} +${newFrom + 1},${to - from + added} @@`));
    for (const line of old.slice(from, oldStart)) output.push(` ${printable(line)}`);
    for (const line of old.slice(oldStart, oldEnd)) output.push(paint('red', `-${printable(line)}`));
    for (const line of now.slice(newStart, newEnd)) output.push(paint('green', `+${printable(line)}`));
    for (const line of old.slice(oldEnd, to)) output.push(` ${printable(line)}`);
  }
  return output.join('\n');
}

interface Stretch {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** How far ahead the end of a differing stretch is looked for. */
const lookAhead = 40;

/** The stretches that differ, in order. */
function stretches(old: readonly string[], now: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    const [a, b] = nextCommon(old, now, i, j);
    found.push({ oldStart: i, oldEnd: a, newStart: j, newEnd: b });
    i = a;
    j = b;
  }
  return found;
}

/** The nearest pair of equal lines behind a difference; the ends of both texts when there is none near. */
function nextCommon(old: readonly string[], now: readonly string[], i: number, j: number): readonly [number, number] {
  for (let sum = 1; sum <= 2 * lookAhead; sum++) {
    for (let ahead = 0; ahead <= sum; ahead++) {
      const a = i + ahead;
      const b = j + sum - ahead;
      if (a < old.length && b < now.length && old[a] === now[b]) return [a, b];
    }
  }
  return [old.length, now.length];
}
