import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';

/** Where the cursor stands in a YAML file. */
export interface YamlPlace {
  /** Keys from the top to the map or value around the cursor, `*` for an entry of a list. */
  readonly path: readonly string[];
  /** The beginning of the word at the cursor, in front of it. */
  readonly typed: string;
  /** How many units of the word stand behind the cursor. */
  readonly rest: number;
  readonly isKey: boolean;
  /** Keys that the map has besides. */
  readonly siblings: readonly string[];
}

const mark = 'zzcursorzz';
/** UTF-16 units of the longest file that is looked at. */
const longest = 200_000;

/**
 * Reads the place of the cursor. The word there is replaced by a mark and the file is read with it, so
 * that the place is known in a file that is being written and no YAML yet.
 * @param asKey the word is to be read as a key, whatever stands behind it
 * @returns undefined in comments, and where the mark got lost
 */
export function yamlPlaceAt(text: string, offset: number, asKey: boolean): YamlPlace | undefined {
  if (text.length > longest) return undefined;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const typed = /[\w.\-\p{Script=Han}]*$/u.exec(before)?.[0] ?? '';
  const rest = /^[\w.\-\p{Script=Han}]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
  const behind = text.slice(offset + rest);
  const colon = asKey && !/^[ \t]*:/.test(behind) ? ': ' : '';
  const marked = `${text.slice(0, offset - typed.length)}${mark}${colon}${behind}`;
  let found: YamlPlace | undefined;
  try {
    visit(parseDocument(marked, { strict: false, logLevel: 'silent', uniqueKeys: false }), {
      Scalar(key, node, ancestors) {
        if (typeof node.value !== 'string' || !node.value.includes(mark)) return undefined;
        found = { ...placeOf(key, ancestors), typed, rest };
        return visit.BREAK;
      },
    });
  } catch (error) {
    // Bottomless nesting: nobody writes there.
    if (!(error instanceof RangeError)) throw error;
  }
  return found && found.isKey === asKey ? found : undefined;
}

function placeOf(key: unknown, ancestors: readonly unknown[]) {
  const isKey = key === 'key';
  const path: string[] = [];
  for (const [at, node] of ancestors.entries()) {
    const inner = ancestors[at + 1];
    // The key that is being written names nothing yet.
    if (isPair(node) && isScalar(node.key) && !(isKey && at === ancestors.length - 1))
      path.push(String(node.key.value));
    if (isSeq(node) && (inner !== undefined || !isKey)) path.push('*');
  }
  const map = ancestors.findLast(isMap);
  const siblings = (isMap(map) ? map.items : []).flatMap(({ key: one }) =>
    isScalar(one) && typeof one.value === 'string' && !one.value.includes(mark) ? [one.value] : [],
  );
  return { path, isKey, siblings };
}
