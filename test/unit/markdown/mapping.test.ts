import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../server/src/markdown/blocks.ts';
import { parseDocument } from '../../../server/src/markdown/incremental.ts';
import type { Prose } from '../../../server/src/text/prose.ts';
import { nastyText } from './nasty-text.ts';

function prosesOf(block: Block): readonly Prose[] {
  if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.map((cell) => cell.prose));
  if (block.kind === 'heading' || block.kind === 'paragraph') return block.lines.map((line) => line.prose);
  return [];
}

/** True where the source writes a unit of prose in another way: as a character reference, or as `<br>` in a cell. */
function isWrittenOtherwise(source: string, offset: number): boolean {
  return /^(?:&[#\w]+;|<br)/.test(source.slice(offset, offset + 40));
}

/** True where the source has a no-break or thin space, which is read as a space. */
function isOtherSpace(source: string, offset: number, unit: string): boolean {
  return unit === ' ' && /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/.test(source.charAt(offset));
}

/** What is wrong with the map of a prose; undefined when nothing is. */
function faultIn(prose: Prose, source: string, block: Block): string | undefined {
  let last = block.range.start;
  for (let index = 0; index < prose.text.length; index++) {
    const offset = prose.offsetAt(index);
    if (offset < last || offset >= block.range.end) return `unit ${index} at ${offset}, out of order or of the block`;
    const unit = prose.text.charAt(index);
    if (source[offset] !== unit && !isWrittenOtherwise(source, offset) && !isOtherSpace(source, offset, unit))
      return `unit ${index} at ${offset}`;
    const range = prose.range(index, index + 1);
    if (range.start !== offset || range.end <= offset || range.end > block.range.end) return `range of unit ${index}`;
    last = offset;
  }
  return undefined;
}

describe('the map from prose to source', () => {
  it('leads from every unit to that unit in the source, in order and inside of the block', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const { syntax } of parseDocument(text).parts) {
          for (const block of syntax.blocks) {
            for (const prose of prosesOf(block)) expect(faultIn(prose, syntax.text, block)).toBeUndefined();
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it('leaves no blanks around a line, and no line without words', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const { syntax } of parseDocument(text).parts) {
          for (const block of syntax.blocks) {
            if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
            for (const { prose } of block.lines) {
              expect(prose.text).toBe(prose.text.trim());
              expect(prose.text).toMatch(/^[^\r\n]+$/);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
