import { ownCopy } from '../../text/own-copy.ts';
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

/** What headers were found to name: those of offices are few, and come again in every table. */
const known = new Map<string, ColumnField | undefined>();
const remembered = 500;

/** What a column with this header holds; blanks in it (`步 骤`) do not count. Undefined when the header is not known. */
export function columnField(header: string): ColumnField | undefined {
  const name = header.replace(/[\s\u3000*]+/g, '');
  if (name === '' || name.length > headerLength) return undefined;
  if (known.has(name)) return known.get(name);
  const field = fieldNamed(name);
  if (known.size >= remembered) known.clear();
  known.set(ownCopy(name), field);
  return field;
}

function fieldNamed(name: string): ColumnField | undefined {
  return (
    exact.get(name) ??
    words.find((entry) => name.includes(entry.word))?.field ??
    ends.find((entry) => name.endsWith(entry.word))?.field
  );
}

/** Number of known columns that a row of cells would have as a header. */
export function knownColumns(texts: readonly string[]): number {
  return texts.filter((text) => columnField(text) !== undefined).length;
}
