import { frontSuperior } from '../../plan/front-matter.ts';
import type { PlanDocument } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import { pathsMeant } from '../superior-paths.ts';

/** A relative link to another file, at its place in the text. */
export interface FileLink {
  readonly kind: 'link' | 'superior';
  /** As written, without the angle brackets around it. */
  readonly target: string;
  /** Of the target; the angle brackets are outside. */
  readonly range: Range;
  readonly bracketed: boolean;
}

const definition = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*(<[^>\n]*>|[^\s<]\S*)/gm;

/** The relative links of a file in order: `[…](…)`, pictures, `[…]: …`, and `superior:` of the front matter. Code has none. */
export function fileLinks(document: PlanDocument): readonly FileLink[] {
  const { text } = document.markdown;
  const links: FileLink[] = [];
  if (text.includes('](') || text.includes(']:')) {
    const hidden = codeOf(document);
    for (const link of [...inlineLinks(text), ...definitions(text)]) {
      if (
        isRelative(link.target) &&
        !hidden.some(({ start, end }) => start <= link.range.start && link.range.end <= end)
      )
        links.push(link);
    }
  }
  return [...superiors(document), ...links].sort((a, b) => a.range.start - b.range.start);
}

/** The path of a link without what leads into the file, percent signs undone. */
export function pathOf(target: string): string {
  const path = target.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone % is part of the name.
    return path;
  }
}

function inlineLinks(text: string): readonly FileLink[] {
  const links: FileLink[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    let start = at + 2;
    while (text[start] === ' ' || text[start] === '\t') start++;
    const bracketed = text[start] === '<';
    if (bracketed) start++;
    const end = bracketed ? closing(text, start) : endOfBare(text, start);
    if (end > start) links.push({ kind: 'link', target: text.slice(start, end), range: { start, end }, bracketed });
  }
  return links;
}

/** The `>` that ends a target on the same line; −1 when there is none. */
function closing(text: string, start: number): number {
  for (let at = start; at < text.length && text[at] !== '\n'; at++) if (text[at] === '>') return at;
  return -1;
}

/** A bare target goes to the first blank or to the bracket that closes the link; its own brackets are in pairs. */
function endOfBare(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === undefined || /\s/.test(sign)) return at;
    if (sign === '(') depth++;
    else if (sign === ')' && depth-- === 0) return at;
  }
  return -1;
}

function definitions(text: string): readonly FileLink[] {
  if (!text.includes(']:')) return [];
  return [...text.matchAll(definition)].map((match): FileLink => {
    const written = match[1] ?? '';
    const bracketed = written.startsWith('<');
    const end = match.index + match[0].length - (bracketed ? 1 : 0);
    const target = bracketed ? written.slice(1, -1) : written;
    return { kind: 'link', target, range: { start: end - target.length, end }, bracketed };
  });
}

function isRelative(target: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[#/\\?])/i.test(target);
}

/** Blocks and stretches of code. */
function codeOf({ markdown, lines }: PlanDocument): readonly Range[] {
  const blocks = markdown.parts.flatMap(({ offset, syntax }) =>
    syntax.blocks
      .filter(({ kind }) => kind === 'code' || kind === 'html' || kind === 'frontMatter')
      .map(({ range }) => ({ start: offset + range.start, end: offset + range.end })),
  );
  const { text } = markdown;
  const spans = lines.flatMap((line) =>
    line.literals
      .map(({ start, end }) => line.at(start, end))
      // An address is one too: it is the target itself.
      .filter(({ start, end }) => text.slice(start - 1, end + 1).includes('`')),
  );
  return [...blocks, ...spans];
}

/** The paths of the front matter, and what can be one without its ending; in a list each at its own place. */
function superiors(document: PlanDocument): readonly FileLink[] {
  const { text } = document.markdown;
  return frontSuperior(document.frontMatter).flatMap(({ value, range }): readonly FileLink[] => {
    const at = pathsMeant(value).length > 0 ? text.slice(range.start, range.end).indexOf(value) : -1;
    if (at < 0) return [];
    const start = range.start + at;
    return [{ kind: 'superior', target: value, range: { start, end: start + value.length }, bracketed: false }];
  });
}
