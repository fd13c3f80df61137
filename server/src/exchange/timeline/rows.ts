import type { Range } from '../../text/range.ts';
import type { Row } from './model.ts';

/** A row without anything but its place. */
export function bare(id: string, kind: Row['kind'], depth: number, range: Range, scope: Range): Omit<Row, 'label'> {
  return { id, kind, depth, range, scope, bars: [], owners: [], lacks: [], notes: [], backdrops: [] };
}

const longestLabel = 60;

/** Without its number, blanks and end mark; on one line. */
export function shortened(title: string): string {
  const plain = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）]|[\d一二三四五六七八九十]{1,3}[、.．])\s*/, '')
    .replace(/[。；;，,：:\s]+$/, '');
  return plain.length > longestLabel ? `${plain.slice(0, longestLabel)}…` : plain;
}
