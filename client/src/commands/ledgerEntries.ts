import type { LedgerChangeItem } from '../../../server/src/protocol.ts';

/** An entry of the list from which an author chooses; one without index is a heading. */
export interface LedgerEntry {
  readonly label: string;
  readonly index?: number;
  readonly description?: string;
  /** Both sides of a conflict beside one another. */
  readonly detail?: string;
  readonly picked?: boolean;
}

/** Longest words of one side. */
const longest = 60;

/**
 * The changes as a list: first the conflicts, not ticked, then what is taken unless it is unticked.
 * @param t translates a text with its arguments
 */
export function ledgerEntries(
  changes: readonly LedgerChangeItem[],
  t: (message: string, ...args: (string | number)[]) => string,
): readonly LedgerEntry[] {
  const indexed = changes.map((change, index) => ({ change, index }));
  const conflicts = indexed.filter(({ change }) => change.kind === 'conflict');
  const others = indexed.filter(({ change }) => change.kind !== 'conflict');
  const words = (text: string) => {
    const line = text.replace(/\s*\n\s*/g, ' ⏎ ');
    if (line === '') return t('(empty)');
    return [...line].length > longest ? `${[...line].slice(0, longest - 1).join('')}…` : line;
  };
  return [
    ...(conflicts.length > 0 ? [{ label: t('Conflicts: changed in the plan and in the ledger') }] : []),
    ...conflicts.map(({ change: { place, from, to, base }, index }) => ({
      label: `$(warning) ${place}`,
      description: base === undefined ? '' : t('exported as: {0}', words(base)),
      detail: t('plan: {0}  |  ledger: {1}', words(from), words(to)),
      picked: false,
      index,
    })),
    ...(others.length > 0 ? [{ label: t('Changed in the ledger') }] : []),
    ...others.map(({ change: { kind, place, from, to }, index }) => ({
      label: kind === 'row' ? `$(add) ${place}` : place,
      description: kind === 'row' ? words(to) : `${words(from)} → ${words(to)}`,
      picked: true,
      index,
    })),
  ];
}
