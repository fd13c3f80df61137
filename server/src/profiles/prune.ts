import type * as z from 'zod';

/** Rounds of taking out wrong values; each takes out at least one. */
const rounds = 100;

/** Stands for an entry of a list that is taken out, until all of a round are. */
const taken = Symbol('taken out');

/** By list of what is left, where each of its entries stood at first. */
type Places = Map<readonly unknown[], number[]>;

/**
 * Holds a value against a schema, takes out what is wrong, and tries again with what is left.
 * @returns what remained, undefined when not even an empty map will do; everything that was wrong; and where what
 *   remained stood at first, since lists from which something was taken out have other indexes
 */
export function prune<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): {
  readonly value?: z.infer<Schema>;
  readonly issues: readonly z.core.$ZodIssue[];
  original(path: readonly PropertyKey[]): readonly PropertyKey[];
} {
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, issues: [], original: (path) => path };
  let left: unknown = structuredClone(value);
  const places: Places = new Map();
  let result: z.ZodSafeParseResult<z.infer<Schema>> = first;
  for (let round = 0; round < rounds && !result.success; round++) {
    const wrong = result.error.issues.flatMap(pathsOf);
    const ownPath = (path: readonly PropertyKey[]) => existing(left, path);
    const paths = wrong.map(ownPath);
    if (paths.some((path) => path.length === 0)) left = {};
    else for (const path of paths) takeOut(left, path);
    compact(left, places);
    result = schema.safeParse(left);
  }
  const rest = left;
  return {
    ...(result.success ? { value: result.data } : {}),
    issues: first.error.issues,
    original: (path) => originalOf(rest, path, places),
  };
}

function pathsOf(issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** The path itself, or, where nothing is, that of what should have held it; empty for the whole. */
function existing(whole: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  let holder = whole;
  for (const [at, step] of path.entries()) {
    if (!isObject(holder) || !(step in holder)) return path.slice(0, at);
    holder = holder[step];
  }
  return path;
}

/** Entries of lists only leave a mark, so that the indexes of the others stay right. */
function takeOut(whole: unknown, path: readonly PropertyKey[]): void {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), whole);
  if (last === undefined || !isObject(holder)) return;
  if (Array.isArray(holder)) holder[Number(last)] = taken;
  else delete holder[last];
}

/** Closes the lists where something was taken out. */
function compact(value: unknown, places: Places, seen = new Set<unknown>()): void {
  // What an anchor of YAML names stands in several places.
  if (!isObject(value) || seen.has(value)) return;
  seen.add(value);
  if (Array.isArray(value) && value.includes(taken)) {
    const before = places.get(value) ?? [...value.keys()];
    const kept = [...value.keys()].filter((at) => value[at] !== taken);
    places.set(
      value,
      kept.flatMap((at) => before[at] ?? []),
    );
    value.splice(0, value.length, ...kept.map((at): unknown => value[at]));
  }
  for (const inner of Object.values(value)) compact(inner, places, seen);
}

function originalOf(whole: unknown, path: readonly PropertyKey[], places: Places): readonly PropertyKey[] {
  let holder = whole;
  return path.map((step) => {
    const moved = Array.isArray(holder) ? places.get(holder)?.[Number(step)] : undefined;
    holder = isObject(holder) ? holder[step] : undefined;
    return moved ?? step;
  });
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
