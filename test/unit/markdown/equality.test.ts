import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../server/src/markdown/block-reader.ts';
import type { MarkdownDocument } from '../../../server/src/markdown/document.ts';
import { MarkdownParser, parseDocument } from '../../../server/src/markdown/incremental.ts';
import { parseMarkdown, tokenizeMarkdown } from '../../../server/src/markdown/pipeline.ts';
import { readPlain } from '../../../server/src/markdown/plain.ts';
import { documentTree } from '../../../server/src/markdown/tree.ts';
import { applyEdit, nastyText, plainText, randomEdit, tableText } from './nasty-text.ts';
import { expectSame, readable, readableBlock } from './readable.ts';

describe('parsing part by part', () => {
  it('gives the tree of the whole text, whatever the text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expectSame(documentTree(parseDocument(text)), parseMarkdown(text));
      }),
      { numRuns: 600 },
    );
  });

  it('puts the parts where they stand', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        let offset = 0;
        for (const part of parseDocument(text).parts) {
          const before = text.slice(0, offset);
          expect(part.offset).toBe(offset);
          expect(part.line).toBe(before.split(/\r\n|\r|\n/).length - 1);
          expect(text.startsWith(part.syntax.text, offset)).toBe(true);
          offset += part.syntax.text.length;
        }
        expect(offset).toBe(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['with the text before', true, undefined],
    ['from memory alone', false, undefined],
    ['with next to no memory', true, 200],
  ])('gives after any edits what a fresh parse gives, %s', (_, withPrevious, memory) => {
    fc.assert(
      fc.property(nastyText, fc.array(randomEdit, { minLength: 1, maxLength: 8 }), (start, edits) => {
        const parser = new MarkdownParser(memory);
        let text = start;
        let document: MarkdownDocument = parser.parse(text);
        for (const edit of edits) {
          text = applyEdit(text, edit);
          document = parser.parse(text, withPrevious ? document : undefined);
          expectSame(readable(document), readable(parseDocument(text)));
        }
        expectSame(documentTree(document), parseMarkdown(text));
      }),
      { numRuns: 150 },
    );
  });

  it('cuts anew in front of a last line that grew and is no heading any more', () => {
    const parser = new MarkdownParser();
    const before = parser.parse('[l]:\n######');
    const grown = '[l]:\n####### 七\n';
    expectSame(readable(parser.parse(grown, before)), readable(parseDocument(grown)));
  });
});

describe('reading plain text without micromark', () => {
  it.each([
    ['plain paragraphs and headings', plainText],
    ['anything that it takes', nastyText],
  ])('gives the tree that micromark gives: %s', (_, texts) => {
    let taken = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const tree = readPlain(text)?.tree();
        if (!tree) return;
        taken++;
        expectSame(tree, parseMarkdown(text));
      }),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it.each([
    ['plain paragraphs and headings', plainText, 'paragraph'],
    ['tables', tableText, 'table'],
    ['anything that it takes', nastyText, 'paragraph'],
  ] as const)('gives the blocks that micromark gives: %s', (_, texts, kind) => {
    let taken = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const plain = readPlain(text);
        if (!plain) return;
        const blocks = plain.blocks();
        if (blocks.some((block) => block.kind === kind)) taken++;
        const { events } = tokenizeMarkdown(text);
        expectSame(blocks.map(readableBlock), readBlocks(events, text).map(readableBlock));
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(0);
  });
});
