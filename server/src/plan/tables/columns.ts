import type { ColumnField } from '../model.ts';
import columns from './columns.yaml';

interface FieldWords {
  readonly field: ColumnField;
  readonly words?: readonly string[];
  readonly exact?: readonly string[];
  /** Last words of headers that are not named in full. */
  readonly ends?: readonly string[];
}

const fields = (columns as { fields: readonly FieldWords[] }).fields;
const exact = new Map(fields.flatMap((entry) => (entry.exact ?? []).map((word) => [word, entry.field] as const)));
const words = fields
  .flatMap((entry) => (entry.words ?? []).map((word) => ({ word, field: entry.field })))
  .sort((a, b) => b.word.length - a.word.length);

const ends = fields.flatMap((entry) => (entry.ends ?? []).map((word) => ({ word, field: entry.field })));

/** Longest header that names a column; longer text is a cell. */
const headerLength = 16;

/** What a column with this header holds; blanks in it (`步 骤`) do not count. Undefined when the header is not known. */
export function columnField(header: string): ColumnField | undefined {
  const name = header.replace(/[\s\u3000*]+/g, '');
  if (name === '' || name.length > headerLength) return undefined;
  return (
    exact.get(name) ??
    words.find((entry) => name.includes(entry.word))?.field ??
    ends.find((entry) => name.endsWith(entry.word))?.field
  );
}
