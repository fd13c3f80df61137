type Tree = Readonly<Record<string, unknown>>;

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What `own` says, and what `inherited` says where `own` is silent. Maps are merged key by key. A
 * list replaces the inherited one; the entries of a list that have a `key` (stages, steps) take what
 * they leave unsaid from the inherited entry with the same key.
 */
export function inherit(inherited: unknown, own: unknown): unknown {
  if (own === undefined) return inherited;
  if (Array.isArray(own) && Array.isArray(inherited)) {
    return own.map((entry) => {
      const parent = isTree(entry) && 'key' in entry ? inherited.find((other) => hasKey(other, entry.key)) : undefined;
      return parent === undefined ? entry : inherit(parent, entry);
    });
  }
  if (!isTree(own) || !isTree(inherited)) return own;
  const merged: Record<string, unknown> = { ...inherited };
  for (const [name, value] of Object.entries(own)) merged[name] = inherit(inherited[name], value);
  return merged;
}

function hasKey(entry: unknown, key: unknown): boolean {
  return isTree(entry) && entry.key === key;
}

export type Lineage =
  | { readonly merged: Tree }
  | { readonly fault: 'unknown' | 'circle' /** The id that could not be followed. */; readonly id: string };

/** Own keys that say something about the file itself and are never inherited. */
const notInherited = ['id', 'label', 'extends', 'abstract', 'description', 'recognition'];

/**
 * Follows `extends` from one profile to the next.
 * @param find the source of a profile by its id; `from` is the one that extends it, so that a profile
 *   that extends its own id can be given another one by that id
 * @returns the merged source, or what stopped it: an unknown id, or a profile that extends itself
 */
export function followExtends(own: Tree, find: (id: string, from: Tree) => Tree | undefined): Lineage {
  const chain: Tree[] = [own];
  const seen = new Set<unknown>([own.id]);
  for (let from = own; typeof from.extends === 'string'; ) {
    const next: string = from.extends;
    const isOwn = next === from.id;
    const name = isOwn ? `${next} of ours` : next;
    const parent = seen.has(name) ? undefined : find(next, from);
    if (!parent) return { fault: isOwn || seen.has(name) ? 'circle' : 'unknown', id: next };
    seen.add(name);
    chain.push(parent);
    from = parent;
  }
  const merged = chain.reduceRight<Tree>((inherited, source) => {
    const passedOn = Object.fromEntries(Object.entries(inherited).filter(([name]) => !notInherited.includes(name)));
    return inherit(passedOn, source) as Tree;
  }, {});
  const { extends: _, ...rest } = merged;
  return { merged: rest };
}
