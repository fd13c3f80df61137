import { sameHead, sameTail } from '../text/difference.ts';
import { ownCopy } from '../text/own-copy.ts';
import type { Block } from './blocks.ts';
import { nextCut } from './cuts.ts';
import { type Definitions, definesLabels, definitionsKey, uniteDefinitions } from './definitions.ts';
import type { MarkdownDocument, Part } from './document.ts';
import { frontMatterEnd } from './front-matter.ts';
import { behindClosing } from './openings.ts';
import {
  type ChunkMemory,
  dependsOnFollower,
  type OpenEnd,
  ParsedPart,
  readFollowedPart,
  readLastPart,
} from './part.ts';
import { RecentCache } from './recent-cache.ts';

/** Units of text whose parts a parser remembers at least. */
const REMEMBERED_UNITS = 500_000;

/** How a document was put together. */
interface Making {
  readonly text: string;
  /** The parts as they are without the labels of other parts. */
  readonly parts: readonly ParsedPart[];
  readonly frontMatterEnd: number;
}

/**
 * Parses texts part by part and remembers the parts: parsing an edited text reads only the parts
 * that the edit touched. What it gives is always what a fresh parse of the whole text would give.
 * Memory is bounded.
 */
export class MarkdownParser {
  readonly #remembered: RecentCache<ParsedPart | OpenEnd>;
  readonly #chunks: RecentCache<readonly Block[]>;
  readonly #makings = new WeakMap<MarkdownDocument, Making>();

  constructor(rememberedUnits = REMEMBERED_UNITS) {
    this.#remembered = new RecentCache(rememberedUnits);
    this.#chunks = new RecentCache(rememberedUnits);
  }

  /**
   * Any text is fine; every part of it that was seen lately is the same `PartSyntax` again.
   *
   * @param previous what this parser made of the text before an edit: then not even the untouched
   * parts are looked for.
   */
  parse(text: string, previous?: MarkdownDocument): MarkdownDocument {
    if (previous?.text === text) return previous;
    const matter = frontMatterEnd(text);
    const parts = this.#split(text, matter, previous && this.#makings.get(previous));
    const document = { text, parts: placeParts(this.#withLabels(parts)) };
    this.#makings.set(document, { text, parts, frontMatterEnd: matter });
    return document;
  }

  #split(text: string, matter: number, before: Making | undefined): readonly ParsedPart[] {
    const head = before?.frontMatterEnd === matter ? untouchedHead(text, before) : [];
    const parts = [...head];
    let start = unitsOf(head);
    const old = before?.parts ?? [];
    const tail = before ? untouchedTail(text, before, start) : { index: 0, offset: text.length };
    while (start < text.length) {
      while (tail.offset < start) tail.offset += old[tail.index++]?.text.length ?? text.length;
      if (start > 0 && tail.offset === start && tail.index < old.length) {
        for (let index = tail.index; index < old.length; index++) parts.push(old[index] as ParsedPart);
        return parts;
      }
      const part = this.#partAt(text, start, start === 0 ? matter : 0);
      parts.push(part);
      start += part.text.length;
    }
    return parts;
  }

  #partAt(text: string, start: number, notBefore: number): ParsedPart {
    let from = notBefore;
    for (let attempt = 0; ; attempt++) {
      const end = nextCut(text, start, from);
      const part = this.#read(text.slice(start, end), end < text.length);
      if (part instanceof ParsedPart) return part;
      from = behindClosing(text, start + part.opener, end);
      // Each further attempt is at least twice as long, so that all of them together are linear.
      if (attempt > 0) from = Math.max(from, start + 2 * (end - start));
    }
  }

  /** Parts with a bracket are read again where other parts define labels. */
  #withLabels(parts: readonly ParsedPart[]): readonly ParsedPart[] {
    const defining = parts.filter((part) => definesLabels(part.definitions));
    if (defining.length === 0) return parts;
    const known = uniteDefinitions(defining.map((part) => part.definitions));
    const key = definitionsKey(known);
    return parts.map((part, index) => {
      if (!part.text.includes('[') || (defining.length === 1 && defining[0] === part)) return part;
      const labelled = this.#read(part.text, index < parts.length - 1, known, key);
      return labelled instanceof ParsedPart ? labelled : part;
    });
  }

  #read(text: string, followed: boolean, known?: Definitions, labelsKey = ''): ParsedPart | OpenEnd {
    const ending = !followed && dependsOnFollower(text) ? 'last' : 'any';
    const key = `${ending}${labelsKey}\n${text}`;
    const remembered = this.#remembered.get(key);
    if (remembered) return remembered;
    const memory = this.#chunkMemory(labelsKey);
    const own = ownCopy(text);
    const part = followed ? readFollowedPart(own, known, memory) : readLastPart(own, known, memory);
    this.#remembered.set(key, part, text.length);
    return part;
  }

  #chunkMemory(labelsKey: string): ChunkMemory {
    return (text, read) => {
      const key = `${labelsKey}\n${text}`;
      const remembered = this.#chunks.get(key);
      if (remembered) return remembered;
      const blocks = read(text);
      this.#chunks.set(key, blocks, text.length);
      return blocks;
    };
  }
}

/** Parses a text once. */
export function parseDocument(text: string): MarkdownDocument {
  return new MarkdownParser(0).parse(text);
}

/**
 * The parts at the head of the text that an edit left alone. The last of them is read again: where
 * it ends depends on the line behind it. So is one more where that line was all of the last part and has grown
 * (###### to ####### 七), since the cut in front of it depends on it.
 */
function untouchedHead(text: string, { text: before, parts }: Making): readonly ParsedPart[] {
  const same = sameHead(before, text);
  let count = 0;
  let offset = 0;
  for (const part of parts) {
    if (offset + part.text.length > same) break;
    offset += part.text.length;
    count++;
  }
  const last = parts[count - 1];
  const grown = last !== undefined && offset < text.length && !/[\r\n]/.test(last.text);
  return parts.slice(0, Math.max(0, count - (grown ? 2 : 1)));
}

/**
 * The first of the parts at the tail of the text that an edit left alone, and its offset in the text.
 * Once a cut falls on one of them, all cuts behind it are the old ones: they depend on nothing before it.
 */
function untouchedTail(text: string, before: Making, from: number): { index: number; offset: number } {
  const { parts } = before;
  const lowest = Math.max(from, text.length - sameTail(before.text, text));
  let offset = text.length;
  let index = parts.length;
  while (index > 1) {
    const part = parts[index - 1];
    const start = offset - (part?.text.length ?? 0);
    if (!part || start < lowest) break;
    offset = start;
    index--;
  }
  return { index, offset };
}

function unitsOf(parts: readonly ParsedPart[]): number {
  return parts.reduce((sum, part) => sum + part.text.length, 0);
}

function placeParts(parts: readonly ParsedPart[]): Part[] {
  let offset = 0;
  let line = 0;
  return parts.map((syntax) => {
    const part = { offset, line, syntax };
    offset += syntax.text.length;
    line += syntax.lineEnds;
    return part;
  });
}
