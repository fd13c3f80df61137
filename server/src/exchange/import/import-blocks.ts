import { readNumber } from '../../numbering/read.ts';
import { genreWithin } from '../../plan/titles.ts';
import { type ListItem, nestedItems } from '../nested-list.ts';
import { withoutMerges } from './cells.ts';
import type { ImportAnswer, ImportNotice, SourceBlock } from './import.ts';
import { finish, type ImportOptions, repeatedNotice } from './import-text.ts';
import { escapeLine, itemMarkdown, tableText } from './markdown.ts';
import { mixedDepth } from './mixed-numbers.ts';
import { findResidue } from './residue.ts';
import { plainText, tidy } from './words.ts';

/** A heading that is longer, or goes on behind a full stop, is a paragraph that only looks like one. */
const longestHeading = 60;
/** In front of an item, for each level above its own: below `- ` as well as below `10. `. */
const itemIndent = 4;

type Paragraph = Extract<SourceBlock, { kind: 'paragraph' }>;

/** Paragraphs and tables of a file as Markdown. */
export function importBlocks(
  blocks: readonly SourceBlock[],
  notices: readonly ImportNotice[],
  options: ImportOptions = {},
): ImportAnswer {
  const cleaned = blocks.flatMap(cleanedBlock);
  const { kept, removed } = withoutResidue(cleaned);
  if (kept.length === 0) return { fault: { zh: '没有文字内容', en: 'has no text' } };
  const styled = titleDepth(kept);
  const mixed = mixedDepth(kept, (block) => block.style === 'heading' && isShort(block.text));
  const nested = nestedItems(kept, itemOf);
  const pieces: string[] = [];
  const repeated: string[] = [];
  let before: SourceBlock | undefined;
  for (const block of kept) {
    if (block.kind === 'table') {
      const table = withoutMerges(block.rows);
      repeated.push(...table.repeated);
      pieces.push('\n\n', ...table.captions.flatMap((caption) => [linesOf(caption), '\n\n']), tableText(table.rows));
    } else {
      // Two centred paragraphs may be the two lines of a title.
      pieces.push(
        isCentred(before) && isCentred(block) ? '\n' : '\n\n',
        nested.has(block) ? itemText(block) : paragraphText(block, styled, mixed),
      );
    }
    before = block;
  }
  const source = kept
    .map((block) =>
      block.kind === 'table'
        ? block.rows
            .flat()
            .map(({ text }) => text)
            .join('\n')
        : block.text,
    )
    .join('\n');
  const told = repeated.length > 0 ? [...notices, repeatedNotice(repeated)] : notices;
  return finish(source, pieces.join('').trim(), removed, told, options, repeated);
}

const isCentred = (block: SourceBlock | undefined) =>
  block?.kind === 'paragraph' && block.centred === true && !block.depth;

/** No blanks around text; a table of one column is a frame around paragraphs. */
function cleanedBlock(block: SourceBlock): readonly SourceBlock[] {
  if (block.kind === 'paragraph') {
    const text = tidy(plainText(block.text));
    return text === '' ? [] : [{ ...block, text }];
  }
  const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, text: tidy(plainText(cell.text)) })));
  if (rows.every((row) => row.every(({ text }) => text === ''))) return [];
  const isFrame = rows.every((row) => row.length <= 1);
  if (!isFrame) return [{ kind: 'table', rows }];
  return rows.flat().flatMap(({ text }) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ kind: 'paragraph' as const, text: line })),
  );
}

function withoutResidue(blocks: readonly SourceBlock[]) {
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '（表）'));
  const flags = findResidue(texts);
  return {
    kept: blocks.filter((_, at) => !flags[at]),
    removed: texts.filter((_, at) => flags[at]),
  };
}

/** The depth of headings that the title of the document has; 0 where it has a style of its own or none. */
function titleDepth(blocks: readonly SourceBlock[]): number {
  if (blocks.some((block) => block.kind === 'paragraph' && block.style === 'title')) return 0;
  const first = blocks.find((block): block is Paragraph => block.kind === 'paragraph' && block.style === 'heading');
  return first && genreWithin(first.text.replace(/\n/g, '')) !== undefined ? (first.depth ?? 0) : 0;
}

/**
 * @param title depth of the headings that are titles, 0 for none
 * @param mixed depth from which on numbers and not styles tell what is a heading
 */
function paragraphText(block: Paragraph, title: number, mixed: number): string {
  const { text, style, depth = 1 } = block;
  if (style === 'bullet') return itemText(block);
  const isTitle = style === 'title' || (style === 'heading' && depth === title);
  if (style === undefined || style === 'item' || !isShort(text)) return linesOf(text);
  if (!isTitle && depth >= mixed && readNumber(text)) return linesOf(text);
  const line = text.replace(/\n/g, '');
  return `${'#'.repeat(isTitle ? 1 : Math.min(6, depth + 1))} ${linesOf(line)}`;
}

function itemOf(block: SourceBlock): ListItem | undefined {
  if (block.kind !== 'paragraph' || (block.style !== 'bullet' && block.style !== 'item')) return undefined;
  return { depth: block.depth ?? 1, number: block.style === 'item' ? readNumber(block.text)?.kind : undefined };
}

/** An item at its depth: the blanks of a level are as wide as no mark of Markdown allows to be taken for another. */
function itemText({ text, style, depth = 1 }: Paragraph): string {
  const indent = ' '.repeat(itemIndent * (depth - 1));
  return indent + itemMarkdown(text.replace(/\n/g, ' '), style === 'bullet');
}

function isShort(text: string): boolean {
  return text.length <= longestHeading && !/[。；！？].*[^”’）)\s]$/.test(text.slice(0, -1));
}

const linesOf = (text: string) => text.split('\n').map(escapeLine).join('\n');
