import type { Root } from 'mdast';
import { readBlocks } from './block-reader.ts';
import type { Block } from './blocks.ts';
import { readChunks } from './chunk-reader.ts';
import { findChunks } from './chunks.ts';
import { type Definitions, NO_DEFINITIONS } from './definitions.ts';
import type { PartSyntax } from './document.ts';
import { countLineEnds } from './lines.ts';
import { mayHoldOpaque } from './openings.ts';
import { parseMarkdown, type SyntaxEvent, tokenizeMarkdown } from './pipeline.ts';
import { readPlain } from './plain.ts';

/**
 * Stands for what follows a part: any heading at column 0. Only an open fence or HTML block would
 * swallow it; and one that is open in a list ends before it, not at the end of the part.
 */
const PROBE = '# x';

/** A part together with what the parser must know of it to put documents together. */
export class ParsedPart implements PartSyntax {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Labels that the part defines. */
  readonly definitions: Definitions;
  readonly lineEnds: number;
  readonly #makeTree: () => Root;
  #tree: Root | undefined;

  constructor(text: string, blocks: readonly Block[], definitions: Definitions, makeTree: () => Root) {
    this.text = text;
    this.blocks = blocks;
    this.definitions = definitions;
    this.lineEnds = countLineEnds(text);
    this.#makeTree = makeTree;
  }

  tree(): Root {
    this.#tree ??= this.#makeTree();
    return this.#tree;
  }
}

/** A fence or an HTML block is still open at the end of a text: the offset of its first unit. */
export interface OpenEnd {
  readonly opener: number;
}

/** True when the reading of a part depends on whether anything follows it. */
export function dependsOnFollower(text: string): boolean {
  return mayHoldOpaque(text);
}

/** Gives the blocks of a chunk: those that it remembers for the same text, or else what `read` gives. */
export type ChunkMemory = (text: string, read: (text: string) => readonly Block[]) => readonly Block[];

const FORGETFUL: ChunkMemory = (text, read) => read(text);

/**
 * Reads a text that ends its document.
 *
 * @param known labels that the document defines elsewhere.
 */
export function readLastPart(text: string, known = NO_DEFINITIONS, memory = FORGETFUL): ParsedPart {
  const easy = readWithoutFollower(text, known, memory);
  if (easy) return easy;
  const { events, definitions } = tokenizeMarkdown(text, known);
  return new ParsedPart(text, readBlocks(events, text), definitions, () => parseMarkdown(text, known));
}

/**
 * Reads a text that another top-level block follows, unless a fence or an HTML block which starts
 * in the text would go on behind it: then the text is no part.
 *
 * @param known labels that the document defines elsewhere.
 */
export function readFollowedPart(text: string, known = NO_DEFINITIONS, memory = FORGETFUL): ParsedPart | OpenEnd {
  if (!dependsOnFollower(text)) return readLastPart(text, known, memory);
  const easy = readWithoutFollower(text, known, memory);
  if (easy) return easy;
  const source = text + PROBE;
  const { events, definitions } = tokenizeMarkdown(source, known);
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const end = text.length - base;
  const opener = findOpener(events, end);
  if (opener !== undefined) return { opener: opener + base };
  return new ParsedPart(text, readBlocks(events, source, end), definitions, () => treeBeforeProbe(source, known));
}

/** Plain text, long lists and long tables, in which nothing can be open at the end. */
function readWithoutFollower(text: string, known: Definitions, memory: ChunkMemory): ParsedPart | undefined {
  const plain = readPlain(text);
  if (plain) {
    return new ParsedPart(text, plain.blocks(), NO_DEFINITIONS, () => plain.tree() ?? parseMarkdown(text));
  }
  const chunks = findChunks(text);
  const blocks = chunks && readChunks(text, chunks, (chunk) => memory(chunk, (alone) => readAlone(alone, known)));
  return blocks && new ParsedPart(text, blocks, NO_DEFINITIONS, () => parseMarkdown(text, known));
}

function readAlone(text: string, known: Definitions): readonly Block[] {
  return readBlocks(tokenizeMarkdown(text, known).events, text);
}

/** Offset of the block that swallows the probe at `end`; undefined when the probe is a heading. */
function findOpener(events: readonly SyntaxEvent[], end: number): number | undefined {
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index];
    if (event?.[0] !== 'enter') continue;
    const { type, start }: { type: string; start: { offset: number } } = event[1];
    if (type === 'atxHeading' && start.offset === end) return undefined;
    if (start.offset < end && (type === 'codeFenced' || type === 'htmlFlow')) return start.offset;
  }
  return 0;
}

function treeBeforeProbe(source: string, known: Definitions): Root {
  const tree = parseMarkdown(source, known);
  const probe = tree.children.pop();
  if (tree.position && probe?.position) tree.position.end = { ...probe.position.start };
  return tree;
}
