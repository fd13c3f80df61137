import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import type { SourceBlock, SourceCell } from '../import/import.ts';

/** What a class that the converter was told to give makes of a paragraph. */
interface ParagraphData {
  readonly style?: 'title' | 'heading' | 'bullet' | 'item';
  readonly depth?: number;
  readonly centred?: boolean;
}

/** The style map of the converter: each of our style names becomes a class. */
export const styleMap: readonly string[] = [
  'p.FanganTitle => p.title:fresh',
  'p.FanganCentred => p.centred:fresh',
  ...[1, 2, 3, 4, 5, 6].map((depth) => `p.FanganHeading${depth} => p.heading${depth}:fresh`),
  ...[1, 2, 3, 4, 5].map((depth) => `p.FanganBullet${depth} => p.bullet${depth}:fresh`),
  ...[1, 2, 3, 4, 5].map((depth) => `p.FanganItem${depth} => p.item${depth}:fresh`),
  'p => p:fresh',
  'b => ',
  'i => ',
  'u => ',
  'strike => ',
];

/** What the HTML of the converter holds. */
export interface WordBlocks {
  readonly blocks: readonly SourceBlock[];
  /** Tables within cells of tables, of which only lines of text are left. */
  readonly nested: number;
}

/** A cell of a table that may hold anything, tables among it. */
interface TreeCell extends Omit<SourceCell, 'text'> {
  readonly nodes: readonly Nodes[];
}

/** HTML of the converter → mdast → paragraphs and tables. */
export function blocksOf(html: string): WordBlocks {
  const blocks: SourceBlock[] = [];
  const tables: Tables = new Map();
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
            rowsOf(node, (cell) => state.all(cell)),
          );
          return table;
        },
      },
    });
  const tree = processor.runSync(processor.parse(html) as HtmlRoot) as Root;
  const framed = new Set<Nodes>();
  const add = (nodes: readonly Nodes[], inFrame = false): void => {
    for (const node of nodes) {
      const rows = tables.get(node);
      if (rows) {
        if (inFrame) framed.add(node);
        if (isFrame(rows)) for (const cell of rows.flat()) add(cell.nodes, true);
        else blocks.push({ kind: 'table', rows: rows.map((row) => row.map((cell) => textCell(cell, tables))) });
      } else if (node.type === 'paragraph') {
        const text = textOf(node, tables);
        if (text !== '') blocks.push({ kind: 'paragraph', text, ...(node.data as ParagraphData | undefined) });
      } else if ('children' in node) add(node.children, inFrame);
    }
  };
  add(tree.children);
  const inner = [...tables.values()].flatMap((rows) => rows.flat().flatMap(({ nodes }) => nodes.filter(isTable)));
  return { blocks, nested: inner.filter((table) => !framed.has(table)).length };
}

type Tables = Map<Nodes, readonly (readonly TreeCell[])[]>;

const isTable = (node: Nodes) => node.type === 'table';

/** A table of one column with tables in it is only drawn around them. */
function isFrame(rows: readonly (readonly TreeCell[])[]): boolean {
  return rows.every((row) => row.length <= 1) && rows.flat().some(({ nodes }) => nodes.some(isTable));
}

const textCell = ({ nodes, ...covers }: TreeCell, tables: Tables): SourceCell => ({
  text: textOf({ type: 'root', children: nodes as Root['children'] }, tables),
  ...covers,
});

const phrasing = (nodes: readonly Nodes[]) => nodes as PhrasingContent[];

function dataOf(node: Element): ParagraphData {
  const [name = ''] = Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
  if (name === 'title') return { style: 'title', centred: true };
  if (name === 'centred') return { centred: true };
  const [, style, depth] = /^(heading|bullet|item)(\d)$/.exec(name) ?? [];
  return style === 'heading' || style === 'bullet' || style === 'item' ? { style, depth: Number(depth) } : {};
}

/** Rows of a table, those of its head and body alike. */
function rowsOf(table: Element, nodesOf: (cell: Element) => readonly Nodes[]): readonly (readonly TreeCell[])[] {
  const rows: TreeCell[][] = [];
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (node.tagName === 'tr') {
        rows.push(
          node.children.flatMap((cell) =>
            cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th')
              ? [{ nodes: nodesOf(cell), columns: span(cell, 'colSpan'), rows: span(cell, 'rowSpan') }]
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
function textOf(node: Nodes, tables: Tables): string {
  return join(node, tables)
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function join(node: Nodes, tables: Tables): string {
  const within = (child: Nodes) => join(child, tables);
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'link': {
      const words = node.children.map(within).join('');
      // An address that the words do not show would be lost.
      const isShown = node.url === '' || node.url.startsWith('#') || words.includes(node.url.replace(/^mailto:/, ''));
      return isShown || words === '' ? words : `${words}（${node.url}）`;
    }
    case 'table': {
      // Within a cell: each row is a line.
      const rows = tables.get(node) ?? [];
      const cells = (row: readonly TreeCell[]) =>
        row.map((cell) => textCell(cell, tables).text.replaceAll('\n', ' ')).filter((text) => text !== '');
      return rows.map((row) => `\n${cells(row).join('　')}\n`).join('');
    }
    case 'paragraph':
    case 'heading':
      return `${node.children.map(within).join('')}\n`;
    default:
      return 'children' in node ? node.children.map(within).join('') : '';
  }
}
