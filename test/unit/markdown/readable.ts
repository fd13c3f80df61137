import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Block } from '../../../server/src/markdown/blocks.ts';
import type { MarkdownDocument } from '../../../server/src/markdown/document.ts';
import type { Prose } from '../../../server/src/text/prose.ts';

/** A prose as plain values, the map included, for comparison. */
function readableProse(prose: Prose): unknown {
  const offsets = Array.from({ length: prose.text.length + 1 }, (_, index) => prose.offsetAt(index));
  return { text: prose.text, offsets, literals: prose.literals };
}

export function readableBlock(block: Block): unknown {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, lines: block.lines.map(({ prose, indent }) => [indent, readableProse(prose)]) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map(({ range, cells }) => [
          range,
          cells.map((cell) => [cell.range, readableProse(cell.prose)]),
        ]),
      };
    default:
      return block;
  }
}

/** Everything that a document says, as plain values. */
export function readable({ text, parts }: MarkdownDocument): unknown {
  return {
    text,
    parts: parts.map(({ offset, line, syntax }) => [offset, line, syntax.text, syntax.blocks.map(readableBlock)]),
  };
}

/** `toStrictEqual`, without its price where nothing differs. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}
