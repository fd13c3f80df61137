import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { isValid } from '../dates/civil.ts';
import type { DateSpan } from '../dates/expression.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Located } from '../text/range.ts';
import { type YamlFault, yamlFaults } from '../text/yaml-fault.ts';
import type { FrontMatter } from './model.ts';

const cache = new WeakMap<object, FrontMatter | undefined>();

/**
 * The YAML block at the head of the file, with the place of every top-level value. Broken YAML
 * keeps what could be read and lists the faults; nothing is thrown.
 */
export function readFrontMatter(markdown: MarkdownDocument): FrontMatter | undefined {
  const part = markdown.parts[0];
  if (!part) return undefined;
  if (cache.has(part.syntax)) return cache.get(part.syntax);
  const block = part.syntax.blocks.find((candidate) => candidate.kind === 'frontMatter');
  const frontMatter = block && block.kind === 'frontMatter' ? read(part.syntax.text, block.range) : undefined;
  cache.set(part.syntax, frontMatter);
  return frontMatter;
}

function read(text: string, range: { start: number; end: number }): FrontMatter {
  const source = text.slice(range.start, range.end);
  const bodyAt = source.indexOf('\n') + 1;
  const closing = source.lastIndexOf('\n');
  const body = source.slice(bodyAt, Math.max(bodyAt, closing));
  const offset = range.start + bodyAt;
  const document = parseDocument(body, { lineCounter: new LineCounter(), uniqueKeys: true, stringKeys: true });
  const values = new Map<string, Located<unknown>>();
  const lists = new Map<string, readonly Located<unknown>[]>();
  const aliases: YamlFault[] = [];
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key)) continue;
      const node = pair.value;
      const at = isRanged(node) ? node.range : isRanged(pair.key) ? pair.key.range : undefined;
      const range = { start: offset + (at?.[0] ?? 0), end: offset + (at?.[1] ?? 0) };
      if (isSeq(node)) {
        const entries = node.items.flatMap((item): readonly Located<unknown>[] => {
          const place = isRanged(item) ? item.range : undefined;
          if (!place || !isScalar(item)) return [];
          return [{ value: item.value, range: { start: offset + place[0], end: offset + place[1] } }];
        });
        lists.set(String(pair.key.value), entries);
      }
      try {
        values.set(String(pair.key.value), { value: isConvertible(node) ? node.toJS(document) : undefined, range });
      } catch (error) {
        // An alias without its anchor, or too many of them: the reader only notices when it follows them.
        if (!(error instanceof ReferenceError)) throw error;
        aliases.push({ kind: 'alias', reason: error.message, range });
      }
    }
  }
  const faults = yamlFaults(document.errors, body).map((fault) => ({
    ...fault,
    range: { start: offset + fault.range.start, end: offset + fault.range.end },
  }));
  const start = body.search(/\S/);
  // superior：上级方案.md is one word to the reader of YAML, and nothing that it says would count.
  const unread =
    faults.length === 0 && document.contents && !isMap(document.contents) && misspelt.test(body.slice(start));
  if (unread) {
    const line = /^[^\r\n]*/.exec(body.slice(start))?.[0].length ?? 0;
    const place = { start: offset + start, end: offset + start + line };
    return { range, values, lists, faults: [{ kind: 'pair', reason: 'no map', range: place }] };
  }
  return { range, values, lists, faults: [...faults, ...aliases] };
}

/** The keys that mean something to us. */
export const frontMatterKeys = ['plan', 'profile', 'superior', 'title', 'issuer', 'issued', 'date'];

/** A key of ours without the colon of YAML behind it. */
const misspelt = new RegExp(`^(?:${frontMatterKeys.join('|')})(?![\\w-])`, 'i');

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function isConvertible(node: unknown): node is { toJS(document: unknown): unknown } {
  return typeof node === 'object' && node !== null && 'toJS' in node;
}

/** `issuer: 青禾县教育局`. */
export function frontIssuer(frontMatter: FrontMatter | undefined): Located<string> | undefined {
  const entry = frontMatter?.values.get('issuer');
  return entry && typeof entry.value === 'string' && entry.value.trim() !== ''
    ? { value: entry.value.trim(), range: entry.range }
    : undefined;
}

/** `superior: ../上级方案.md`, a title, or a list of both; empty when the key is missing or holds something else. */
export function frontSuperior(frontMatter: FrontMatter | undefined): readonly Located<string>[] {
  const entry = frontMatter?.values.get('superior');
  if (!entry) return [];
  return (frontMatter?.lists.get('superior') ?? [entry]).flatMap(({ value, range }) =>
    typeof value === 'string' && value.trim() !== '' ? [{ value: value.trim(), range }] : [],
  );
}

/** `date: 2024-03-05` or `issued: 2024年3月5日`; undefined unless it is a whole day. */
export function frontIssued(frontMatter: FrontMatter | undefined): DateSpan | undefined {
  const entry = frontMatter?.values.get('date') ?? frontMatter?.values.get('issued');
  if (!entry) return undefined;
  const raw = String(entry.value instanceof Date ? entry.value.toISOString().slice(0, 10) : entry.value);
  const [year = 0, month = 0, day = 0] = (/^(\d{4})\D(\d{1,2})\D(\d{1,2})/.exec(raw) ?? []).slice(1).map(Number);
  const at = { year, month, day };
  if (year === 0 || !isValid(at)) return undefined;
  return {
    start: at,
    end: at,
    raw,
    precision: 'day',
    approximate: false,
    yearKnown: true,
    yearWritten: true,
    deadline: false,
    range: entry.range,
  };
}
