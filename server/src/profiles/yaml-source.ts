import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Located, Range } from '../text/range.ts';
import { yamlFaults, yamlFaultWords } from '../text/yaml-fault.ts';
import type { Label } from './profile.ts';
import { faultOfIssue } from './schema-faults.ts';

/** What is wrong with a profile or a configuration, in both languages, with its place in the file. */
export type Fault = Located<Label>;

export interface YamlSource {
  /** What the file says; undefined when it says nothing or cannot be read. */
  readonly value: unknown;
  /** Faults of the YAML itself. */
  readonly faults: readonly Fault[];
  /**
   * Place of the value at a path of keys and indexes, or of the nearest one around it that exists.
   * @param ofKey the place of the last key instead of its value
   */
  at(path: readonly PropertyKey[], ofKey?: boolean): Range;
}

/** UTF-16 units that a profile or a configuration may have. */
const longestYaml = 1_000_000;

/** Reads YAML so that every value can be found again in the text. Broken YAML is a list of faults, never an exception. */
export function readYaml(text: string): YamlSource {
  const nothing = { start: 0, end: firstLine(text) };
  const broken = (zh: string, en: string, range: Range = nothing): YamlSource => ({
    value: undefined,
    faults: [{ value: { zh, en }, range }],
    at: () => nothing,
  });
  if (text.length > longestYaml) return broken('文件过大，无法读取', 'The file is too large to be read');
  try {
    const document = parseDocument(text, { uniqueKeys: true, stringKeys: true });
    const faults = yamlFaults(document.errors, text).map(({ kind, reason, range }) => ({
      value: {
        zh: `YAML 语法错误：${yamlFaultWords[kind].zh}`,
        en: `YAML syntax error: ${kind === 'broken' ? reason : yamlFaultWords[kind].en}`,
      },
      range,
    }));
    return {
      value: faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
      faults,
      at: (path, ofKey = false) => placeOf(document.contents, path, ofKey) ?? nothing,
    };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    const alias = /^Unresolved alias .*: (\S+)$/.exec(error.message)?.[1];
    if (alias !== undefined) {
      // Mostly a glob: files: *.md
      const start = Math.max(0, text.indexOf(`*${alias}`));
      const { zh, en } = yamlFaultWords.alias;
      return broken(`YAML 语法错误：${zh}`, `YAML syntax error: ${en}`, { start, end: start + alias.length + 1 });
    }
    // Bottomless nesting and multiplying aliases are the two things that the library throws for.
    return broken('YAML 嵌套过深或引用过多，无法读取', 'The YAML is nested too deeply or refers to itself too often');
  }
}

function firstLine(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

function placeOf(contents: unknown, path: readonly PropertyKey[], ofKey: boolean): Range | undefined {
  let node = contents;
  let place = rangeOf(node);
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) return place;
      place = (last && ofKey ? rangeOf(pair.key) : undefined) ?? rangeOf(pair.value) ?? rangeOf(pair.key) ?? place;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      place = rangeOf(node) ?? place;
    } else return place;
  }
  return place;
}

function rangeOf(node: unknown): Range | undefined {
  const range = typeof node === 'object' && node !== null ? (node as Partial<Node>).range : undefined;
  return range ? { start: range[0], end: Math.max(range[1], range[0]) } : undefined;
}

/**
 * Holds a YAML text against a schema.
 * @returns what it says, or everything that is wrong with it, each at its place
 */
export function validate<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema,
): { readonly value?: z.infer<Schema>; readonly faults: readonly Fault[] } {
  if (source.faults.length > 0) return { faults: source.faults };
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, faults: [] };
  return { faults: result.error.issues.flatMap((issue) => faultOfIssue(issue, source.value, source.at)) };
}
