import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import type { SourceBlock, SourceCell } from '../import/import.ts';

/** What a class that the converter was told to give makes of a paragraph. */
interface ParagraphData {
  readonly style?: 'title' | 'heading' | 'bullet';
  readonly depth?: number;
  readonly centred?: boolean;
}

/** The style map of the converter: each of our style names becomes a class. */
export const styleMap: readonly string[] = [
  'p.FanganTitle => p.title:fresh',
  'p.FanganCentred => p.centred:fresh',
  ...[1, 2, 3, 4, 5, 6].map((depth) => `p.FanganHeading${depth} => p.heading${depth}:fresh`),
  ...[1, 2, 3, 4, 5].map((depth) => `p.FanganBullet${depth} => p.bullet${depth}:fresh`),
  'p => p:fresh',
  'b => ',
  'i => ',
  'u => ',
  'strike => ',
];

/** HTML of the converter → mdast → paragraphs and tables. */
export function blocksOf(html: string): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  const tables = new Map<Nodes, readonly (readonly SourceCell[])[]>();
  const processor = unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeRemark, {
      handlers: {
        p(state, node: Element) {
          const paragraph = { type: 'paragraph' as const, children: phrasing(state.all(node)) };
          return { ...paragraph, data: dataOf(node) };
        },
        table(state, node: Element) {
          // GFM knows no cells that cover others: what they cover travels beside the tree.
          const table = { type: 'table' as const, children: [] };
          tables.set(
            table,
            rowsOf(node, (cell) => textOf({ type: 'root', children: state.all(cell) as Root['children'] })),
          );
          return table;
        },
      },
    });
  const tree = processor.runSync(processor.parse(html) as HtmlRoot) as Root;
  const add = (nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      const rows = tables.get(node);
      if (rows) blocks.push({ kind: 'table', rows });
      else if (node.type === 'paragraph') {
        const text = textOf(node);
        if (text !== '') blocks.push({ kind: 'paragraph', text, ...(node.data as ParagraphData | undefined) });
      } else if ('children' in node) add(node.children);
    }
  };
  add(tree.children);
  return blocks;
}

const phrasing = (nodes: readonly Nodes[]) => nodes as PhrasingContent[];

function dataOf(node: Element): ParagraphData {
  const [name = ''] = Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
  if (name === 'title') return { style: 'title', centred: true };
  if (name === 'centred') return { centred: true };
  const [, style, depth] = /^(heading|bullet)(\d)$/.exec(name) ?? [];
  return style === 'heading' || style === 'bullet' ? { style, depth: Number(depth) } : {};
}

/** Rows of a table, those of its head and body alike; a table within a cell is text of the cell. */
function rowsOf(table: Element, textOfCell: (cell: Element) => string): readonly (readonly SourceCell[])[] {
  const rows: SourceCell[][] = [];
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (node.tagName === 'tr') {
        rows.push(
          node.children.flatMap((cell) =>
            cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th')
              ? [{ text: textOfCell(cell), columns: span(cell, 'colSpan'), rows: span(cell, 'rowSpan') }]
              : [],
          ),
        );
      } else visit(node.children);
    }
  };
  visit(table.children);
  return rows;
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(cell.properties[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 10_000) : 1;
}

/** The words of a node; paragraphs and breaks within it are divided by line feeds. */
function textOf(node: Nodes): string {
  return join(node)
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function join(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'link': {
      const words = node.children.map(join).join('');
      // An address that the words do not show would be lost.
      const isShown = node.url === '' || node.url.startsWith('#') || words.includes(node.url.replace(/^mailto:/, ''));
      return isShown || words === '' ? words : `${words}（${node.url}）`;
    }
    case 'paragraph':
    case 'heading':
      return `${node.children.map(join).join('')}\n`;
    default:
      return 'children' in node ? node.children.map(join).join('') : '';
  }
}
