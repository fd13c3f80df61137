import { readNumber } from '../../numbering/read.ts';
import type { SourceBlock } from './import.ts';

/**
 * The depth from which on numbered headings and numbered paragraphs count one list: 一、 is a heading and 二、 a paragraph,
 * since it is long or goes on behind its title. Taken as headings, the ones would swallow the others; there the numbers
 * tell what belongs where.
 * @param isHeading whether a paragraph would become a heading
 * @returns Infinity where nothing is mixed
 */
export function mixedDepth(
  blocks: readonly SourceBlock[],
  isHeading: (block: Extract<SourceBlock, { kind: 'paragraph' }>) => boolean,
): number {
  const last = new Map<string, { readonly value: number; readonly depth: number | undefined }>();
  let mixed = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const number = readNumber(block.text);
    const depth = isHeading(block) ? (block.depth ?? 1) : undefined;
    if (!number) continue;
    const before = last.get(number.kind);
    // What is deeper begins to count anew below it.
    const goesOn = before !== undefined && number.value === before.value + 1;
    if (goesOn && (before.depth === undefined) !== (depth === undefined))
      mixed = Math.min(mixed, before.depth ?? depth ?? mixed);
    last.set(number.kind, { value: number.value, depth });
  }
  return mixed;
}
