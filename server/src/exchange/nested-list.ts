import type { NumberKind } from '../numbering/token.ts';

/** An item where it stands in a list. */
export interface ListItem {
  /** From 1 on. */
  readonly depth: number;
  /** Kind of its number; absent behind a bullet. */
  readonly number?: NumberKind | undefined;
}

/**
 * Whether only its depth tells what an item belongs to: a number stands below a bullet, or below a number of its own
 * kind. Elsewhere the order of the kinds (一、 （一） 1.) says it.
 * @param items of one list, in order
 */
export function isNestedList(items: readonly ListItem[]): boolean {
  const open: ListItem[] = [];
  return items.some((item) => {
    while ((open.at(-1)?.depth ?? 0) >= item.depth) open.pop();
    const { number } = item;
    const isInner = number !== undefined && open.some((outer) => outer.number === undefined || outer.number === number);
    open.push(item);
    return isInner;
  });
}

/** What stands in nested lists, by the runs of neighbours that are items. */
export function nestedItems<T>(all: readonly T[], itemOf: (one: T) => ListItem | undefined): ReadonlySet<T> {
  const nested = new Set<T>();
  let run: T[] = [];
  const end = (): void => {
    if (isNestedList(run.flatMap((one) => itemOf(one) ?? []))) for (const one of run) nested.add(one);
    run = [];
  };
  for (const one of all) {
    if (itemOf(one)) run.push(one);
    else end();
  }
  end();
  return nested;
}
