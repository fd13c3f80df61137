import type { Node, Root } from 'mdast';
import type { Point, Position } from 'unist';

type AnyNode = Node & { readonly children?: readonly AnyNode[] };

/**
 * A copy of the tree with every position moved down by `lines` and on by `units`. The tree must
 * start at the start of a line, so that columns stay.
 */
export function moveTree<T extends Node>(tree: T, lines: number, units: number): T {
  const node: AnyNode = tree;
  const moved: Record<string, unknown> = { ...node };
  if (node.children) moved.children = node.children.map((child) => moveTree(child, lines, units));
  if (node.position) moved.position = movePosition(node.position, lines, units);
  return moved as unknown as T;
}

/**
 * micromark leaves a byte order mark out of its count: moves everything behind it, in place. The
 * root still starts at the start of the text.
 */
export function placeBehindByteOrderMark(tree: Root): Root {
  const move = (node: AnyNode): void => {
    if (node.position) node.position = { start: behindMark(node.position.start), end: behindMark(node.position.end) };
    for (const child of node.children ?? []) move(child);
  };
  move(tree);
  if (tree.position) tree.position.start = { line: 1, column: 1, offset: 0 };
  return tree;
}

function behindMark(point: Point): Point {
  return {
    line: point.line,
    column: point.line === 1 ? point.column + 1 : point.column,
    offset: (point.offset ?? 0) + 1,
  };
}

function movePosition(position: Position, lines: number, units: number): Position {
  return { start: movePoint(position.start, lines, units), end: movePoint(position.end, lines, units) };
}

function movePoint(point: Point, lines: number, units: number): Point {
  return { line: point.line + lines, column: point.column, offset: (point.offset ?? 0) + units };
}
