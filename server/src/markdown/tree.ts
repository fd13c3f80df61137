import type { Root } from 'mdast';
import type { MarkdownDocument } from './document.ts';
import { moveTree } from './positions.ts';

/** The mdast tree of the whole document, a copy with positions in the document: equal to `parseMarkdown(document.text)`. */
export function documentTree(document: MarkdownDocument): Root {
  const roots = document.parts.map(({ offset, line, syntax }) => moveTree(syntax.tree(), line, offset));
  const start = { line: 1, column: 1, offset: 0 };
  const end = roots.at(-1)?.position?.end ?? { ...start };
  return { type: 'root', children: roots.flatMap((root) => root.children), position: { start, end } };
}
