import type { Root } from 'mdast';
import { readBlocks } from './block-reader.ts';
import type { Block } from './blocks.ts';
import { type Definitions, NO_DEFINITIONS } from './definitions.ts';
import type { PartSyntax } from './document.ts';
import { countLineEnds } from './lines.ts';
import { mayHoldOpaque } from './openings.ts';
import { parseMarkdown, tokenizeMarkdown } from './pipeline.ts';
import { type PlainText, readPlain } from './plain.ts';

/** A part together with what the parser must know of it to put documents together. */
export class ParsedPart implements PartSyntax {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Labels that the part defines. */
  readonly definitions: Definitions;
  readonly lineEnds: number;
  readonly #known: Definitions;
  readonly #plain: PlainText | undefined;
  #tree: Root | undefined;

  constructor(text: string, blocks: readonly Block[], own: Definitions, known: Definitions, plain?: PlainText) {
    this.text = text;
    this.blocks = blocks;
    this.definitions = own;
    this.lineEnds = countLineEnds(text);
    this.#known = known;
    this.#plain = plain;
  }

  get definesLabels(): boolean {
    return this.definitions.links.length > 0 || this.definitions.notes.length > 0;
  }

  tree(): Root {
    this.#tree ??= this.#plain?.tree() ?? parseMarkdown(this.text, this.#known);
    return this.#tree;
  }
}

/** Reads a part that is known to be closed at its end, or that ends the document. */
export function readPart(text: string, known: Definitions = NO_DEFINITIONS): ParsedPart {
  const plain = readPlain(text);
  if (plain) return new ParsedPart(text, plain.blocks(), NO_DEFINITIONS, NO_DEFINITIONS, plain);
  const { events, definitions } = tokenizeMarkdown(text, known);
  return new ParsedPart(text, readBlocks(events, text), definitions, known);
}

/** A block that is still open at the end of a text: the offset of its first unit. */
export interface OpenEnd {
  readonly opener: number;
}

/** Any heading at column 0, which only an open fence or HTML block would swallow. */
const PROBE = '# x';

/**
 * Reads a text that would be a part of its own. When a fence or an HTML block that starts in it is
 * open at its end, it is none.
 */
export function readClosedPart(text: string): ParsedPart | OpenEnd {
  if (!mayHoldOpaque(text)) return readPart(text);
  const source = text + PROBE;
  const { events, definitions } = tokenizeMarkdown(source);
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const cut = text.length - base;
  let opener = 0;
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? [];
    if (!token || kind !== 'enter') continue;
    const type: string = token.type;
    if (type === 'atxHeading' && token.start.offset === cut) {
      return new ParsedPart(text, readBlocks(events, source, cut), definitions, NO_DEFINITIONS);
    }
    if (token.start.offset < cut && (type === 'codeFenced' || type === 'htmlFlow')) {
      opener = token.start.offset + base;
      break;
    }
  }
  return { opener };
}
