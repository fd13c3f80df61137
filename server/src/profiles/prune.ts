import type * as z from 'zod';

/** Rounds of taking out wrong values; each takes out at least one. */
const rounds = 100;

/**
 * Holds a value against a schema, takes out what is wrong, and tries again with what is left.
 * @returns what remained, undefined when not even an empty map will do; and everything that was wrong
 */
export function prune<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { readonly value?: z.infer<Schema>; readonly issues: readonly z.core.$ZodIssue[] } {
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, issues: [] };
  let left: unknown = structuredClone(value);
  let result: z.ZodSafeParseResult<z.infer<Schema>> = first;
  for (let round = 0; round < rounds && !result.success; round++) {
    // From the end, so that indexes of lists stay right.
    for (const issue of [...result.error.issues].reverse()) left = without(left, issue);
    result = schema.safeParse(left);
  }
  return { ...(result.success ? { value: result.data } : {}), issues: first.error.issues };
}

function without(whole: unknown, issue: z.core.$ZodIssue): unknown {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) remove(whole, [...issue.path, key]);
    return whole;
  }
  return remove(whole, issue.path) ? whole : {};
}

/** Takes out the value at a path, or, where there is none, what should have held it. False for the whole. */
function remove(whole: unknown, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  const holder = path.slice(0, -1).reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), whole);
  if (Array.isArray(holder)) {
    if (Number(last) >= holder.length) return remove(whole, path.slice(0, -1));
    holder.splice(Number(last), 1);
    return true;
  }
  if (!isObject(holder) || !(last in holder)) return remove(whole, path.slice(0, -1));
  delete holder[last];
  return true;
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
