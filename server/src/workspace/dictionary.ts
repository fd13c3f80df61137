import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Range } from '../text/range.ts';

/** The list of a configuration that a name enters. */
export type DictionaryList = 'organisations' | 'terms';

/** Where the dictionary of a document stands: its configuration, which need not exist yet. */
export interface DictionaryFile {
  readonly uri: string;
  /** Absent when there is no such file. */
  readonly text?: string;
}

/**
 * The insertion that adds a name to a list of a configuration, in the style in which the list is
 * written; comments and everything else stay as they are.
 * @returns undefined when the file is no valid YAML, or has something else in the place of the list
 */
export function insertName(
  text: string,
  list: DictionaryList,
  name: string,
): { readonly range: Range; readonly text: string } | undefined {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) return undefined;
  const root = document.contents;
  const written = /^[\p{Script=Han}A-Za-z0-9（）“”·、]+$/u.test(name) ? name : JSON.stringify(name);
  const newList = `${list}:\n  - ${written}\n`;
  if (root === null) return insertion(text.length, breakBefore(text) + newList);
  if (!isMap(root) || root.flow) return undefined;
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === list);
  if (!pair) return insertion(text.length, breakBefore(text) + newList);
  const value = pair.value;
  if (isSeq(value) && value.range) {
    if (value.flow) return insertion(value.range[1] - 1, `${value.items.length > 0 ? ', ' : ''}${written}`);
    const last = value.items.at(-1);
    const end = isRanged(last) ? last.range[1] : value.range[1];
    const lineEnd = endOfLine(text, end);
    return insertion(lineEnd, `\n${indentOf(text, value.range[0])}- ${written}`);
  }
  if (isScalar(value) && value.value === null && isScalar(pair.key) && pair.key.range) {
    return insertion(endOfLine(text, pair.key.range[1]), `\n  - ${written}`);
  }
  return undefined;
}

const insertion = (at: number, text: string) => ({ range: { start: at, end: at }, text });
const breakBefore = (text: string) => (text === '' || text.endsWith('\n') ? '' : '\n');

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const at = end < 0 ? text.length : end;
  return text.charAt(at - 1) === '\r' ? at - 1 : at;
}

/** The blanks in front of the first item of a list. */
function indentOf(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ ]*/.exec(text.slice(start, at))?.[0] ?? '';
}

function isRanged(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
