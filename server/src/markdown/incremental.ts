import { frontMatterEnd, nextCut } from './cuts.ts';
import { type Definitions, definitionsKey, uniteDefinitions } from './definitions.ts';
import type { MarkdownDocument, Part } from './document.ts';
import { behindClosing } from './openings.ts';
import { type OpenEnd, ParsedPart, readClosedPart, readPart } from './part.ts';
import { RecentCache } from './recent-cache.ts';

/** Units of text whose parts a parser remembers at least. */
const REMEMBERED_UNITS = 4_000_000;

/** A document that remembers how it was put together. */
interface ParsedDocument extends MarkdownDocument {
  /** The parts as they are without the labels of other parts. */
  readonly bare: readonly ParsedPart[];
  readonly frontMatterEnd: number;
}

/**
 * Parses texts part by part and remembers the parts: parsing an edited text reads only the parts
 * that the edit touched. What it gives is always what a fresh parse of the whole text would give.
 * Memory is bounded.
 */
export class MarkdownParser {
  readonly #parts: RecentCache<ParsedPart | OpenEnd>;

  constructor(rememberedUnits = REMEMBERED_UNITS) {
    this.#parts = new RecentCache(rememberedUnits);
  }

  /** Any text is fine; every part of it that was seen lately is the same `PartSyntax` again. */
  parse(text: string): MarkdownDocument {
    const bare: ParsedPart[] = [];
    let start = 0;
    const matter = frontMatterEnd(text);
    while (start < text.length) {
      const part = this.#nextPart(text, start, start === 0 ? matter : 0);
      bare.push(part);
      start += part.text.length;
    }
    const document: ParsedDocument = { text, parts: this.#place(bare), bare, frontMatterEnd: matter };
    return document;
  }

  #nextPart(text: string, start: number, notBefore: number): ParsedPart {
    let from = notBefore;
    for (let attempt = 0; ; attempt++) {
      const end = nextCut(text, start, from);
      const candidate = text.slice(start, end);
      if (end === text.length) return this.#lastPart(candidate);
      const part = this.#remember(candidate, candidate, readClosedPart);
      if (part instanceof ParsedPart) return part;
      from = behindClosing(text, start + part.opener, end);
      // Each further attempt is at least twice as long, so that all of them together are linear.
      if (attempt > 0) from = Math.max(from, start + 2 * (end - start));
    }
  }

  #lastPart(text: string): ParsedPart {
    const known = this.#parts.get(text);
    if (known instanceof ParsedPart) return known;
    const part = this.#remember(`\0last\0${text}`, text, readPart);
    return part instanceof ParsedPart ? part : readPart(text);
  }

  /** Parts with their places; those with a bracket are read again where other parts define labels. */
  #place(bare: readonly ParsedPart[]): Part[] {
    const known = uniteDefinitions(bare.filter((part) => part.definesLabels).map((part) => part.definitions));
    const key = definitionsKey(known);
    const parts: Part[] = [];
    let offset = 0;
    let line = 0;
    for (const part of bare) {
      parts.push({ offset, line, syntax: key === '' ? part : this.#withLabels(part, known, key) });
      offset += part.text.length;
      line += part.lineEnds;
    }
    return parts;
  }

  #withLabels(part: ParsedPart, known: Definitions, key: string): ParsedPart {
    if (!part.text.includes('[') || definitionsKey(part.definitions) === key) return part;
    const labelled = this.#remember(`${key}\0${part.text}`, part.text, (text) => readPart(text, known));
    return labelled instanceof ParsedPart ? labelled : part;
  }

  #remember(key: string, text: string, read: (text: string) => ParsedPart | OpenEnd): ParsedPart | OpenEnd {
    const known = this.#parts.get(key);
    if (known) return known;
    const part = read(text);
    this.#parts.set(key, part, text.length);
    return part;
  }
}

/** Parses a text once. */
export function parseDocument(text: string): MarkdownDocument {
  return new MarkdownParser(0).parse(text);
}
