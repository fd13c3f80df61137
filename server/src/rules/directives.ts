import type { PlanDocument } from '../plan/model.ts';
import { overlaps, type Range } from '../text/range.ts';

export type DirectiveKind =
  | 'disable-line'
  | 'disable-next-line'
  | 'disable-section'
  | 'disable-file'
  | 'disable'
  | 'enable';

/** A comment by which the author tells the checker to be silent: `<!-- fangan-disable-line ID… -- reason -->`. */
export interface Directive {
  /** Undefined when the word behind `fangan-` is none that we know. */
  readonly kind: DirectiveKind | undefined;
  /** The word as written: `disable-line`. */
  readonly word: string;
  /** The rules that it names; none means all of them. */
  readonly ids: readonly { readonly id: string; readonly range: Range }[];
  /** The whole comment. */
  readonly range: Range;
}

const kinds: readonly DirectiveKind[] = [
  'disable-line',
  'disable-next-line',
  'disable-section',
  'disable-file',
  'disable',
  'enable',
];

const MARK = '<!--';
const comment = /<!--[ \t\r\n]{0,20}fangan-([a-z-]{1,30})(?=[ \t\r\n]|-->)((?:(?!-->)[\s\S]){0,2000})-->/g;

/**
 * The directives of a text in order of position. Those in code are examples and left out.
 * @param document as read; plain text files have the same comments
 */
export function findDirectives(document: PlanDocument): readonly Directive[] {
  const { text } = document.markdown;
  if (!text.includes('fangan-') || !text.includes(MARK)) return [];
  const directives: Directive[] = [];
  for (const match of text.matchAll(comment)) {
    const [whole, written = '', rest = ''] = match;
    // Behind `--` stands the reason; a comment without blanks behind its word ends in the dashes of `-->`.
    const word = written.replace(/-+$/, '');
    const names = rest.split(/--/, 1)[0] ?? '';
    const from = match.index + whole.length - '-->'.length - rest.length;
    directives.push({
      kind: kinds.find((kind) => kind === word),
      word,
      ids: [...names.matchAll(/[^\s,，、]{1,60}/g)].map((name) => ({
        id: name[0],
        range: { start: from + name.index, end: from + name.index + name[0].length },
      })),
      range: { start: match.index, end: match.index + whole.length },
    });
  }
  if (directives.length === 0) return directives;
  const code = codeRanges(document);
  return directives.filter((directive) => !code.some((range) => overlaps(range, directive.range)));
}

function codeRanges(document: PlanDocument): readonly Range[] {
  const blocks = document.markdown.parts.flatMap((part) =>
    part.syntax.blocks
      .filter((block) => block.kind === 'code' || block.kind === 'frontMatter')
      .map((block) => ({ start: block.range.start + part.offset, end: block.range.end + part.offset })),
  );
  const inline = document.lines.flatMap((line) => line.literals.map((literal) => line.at(literal.start, literal.end)));
  return [...blocks, ...inline];
}
