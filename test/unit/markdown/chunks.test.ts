import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../server/src/markdown/block-reader.ts';
import type { Block } from '../../../server/src/markdown/blocks.ts';
import { readChunks } from '../../../server/src/markdown/chunk-reader.ts';
import { findChunks } from '../../../server/src/markdown/chunks.ts';
import { tokenizeMarkdown } from '../../../server/src/markdown/pipeline.ts';
import { nastyText } from './nasty-text.ts';

const whole = (text: string): readonly Block[] => readBlocks(tokenizeMarkdown(text).events, text);

/** What a block says and where, unit for unit. */
const readable = (blocks: readonly Block[]) =>
  blocks.map((block) => {
    const prose = (one: { text: string; range(start: number, end: number): unknown }) => [
      one.text,
      ...Array.from(one.text, (_, at) => one.range(at, at + 1)),
    ];
    if ('lines' in block) return { ...block, lines: block.lines.map(({ prose: one, indent }) => [indent, prose(one)]) };
    if ('rows' in block) {
      const rows = block.rows.map(({ range, cells }) => [range, cells.map((cell) => [cell.range, prose(cell.prose)])]);
      return { ...block, rows };
    }
    return block;
  });

const words = fc.constantFrom(
  '开展自查',
  '整改**到位**',
  '[x] 已办',
  '`代码`',
  '责任单位：办公室',
  '',
  '---',
  '# 标题',
  '- 内层',
  '<b>粗</b>',
);

/** One list of many items, now and then with something else in it. */
const items = fc
  .tuple(
    fc.constantFrom('- ', '* ', '1. ', '2) ', '-\t', '-   '),
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.constant(undefined) },
          fc.constantFrom('  ', '    ', '', '- - ', '-', '> '),
        ),
        words,
        fc.oneof({ weight: 5, arbitrary: fc.constant('\n') }, fc.constantFrom('\n\n', '\n \n', '\r\n', '\n\n\n')),
      ),
      { minLength: 3, maxLength: 20 },
    ),
  )
  .map(([marker, lines]) => lines.map(([head, body, end]) => `${head ?? marker}${body}${end}`).join(''));

const cell = fc.constantFrom('序号', '整改措施', '2024年3月', '', ' ', '**急**', '`a|b`', 'x\\|y', '<br>', '—');
const rows = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 16 }),
    fc.constantFrom('', '\n', '\n\n', '\n正文\n'),
  )
  .map(([width, body, end]) => {
    const line = (cells: readonly string[]) => `|${cells.join('|')}|`;
    return [line(Array(width).fill('栏')), line(Array(width).fill('---')), ...body.map(line)].join('\n') + end;
  });

describe('reading long lists and tables in chunks', () => {
  it.each([
    ['lists', items, 20],
    ['tables', rows, 50],
    ['anything', nastyText, 0],
  ])('gives the blocks of the whole: %s', (_, texts, atLeast) => {
    let cut = 0;
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, size) => {
        const chunks = findChunks(text, 1, size);
        const blocks = chunks && readChunks(text, chunks, whole);
        if (!blocks) return;
        cut++;
        expect(readable(blocks)).toEqual(readable(whole(text)));
      }),
      { numRuns: 400 },
    );
    expect(cut).toBeGreaterThanOrEqual(atLeast);
  });
});
