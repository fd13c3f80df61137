/**
 * Labels that the definitions of a text make known, as micromark writes them: `[label]: address`
 * and `[^label]: note`. A reference elsewhere is one only when its label is known; nothing else of a
 * definition reaches beyond its own part.
 */
export interface Definitions {
  readonly links: readonly string[];
  readonly notes: readonly string[];
}

export const NO_DEFINITIONS: Definitions = { links: [], notes: [] };

export function definesLabels({ links, notes }: Definitions): boolean {
  return links.length > 0 || notes.length > 0;
}

/** The labels of all given definitions, each once, in a fixed order. */
export function uniteDefinitions(all: readonly Definitions[]): Definitions {
  if (all.length === 0) return NO_DEFINITIONS;
  const links = new Set(all.flatMap((each) => each.links));
  const notes = new Set(all.flatMap((each) => each.notes));
  return { links: [...links].sort(), notes: [...notes].sort() };
}

/** A name for a set of labels: the same labels in the same order have the same one. */
export function definitionsKey(definitions: Definitions): string {
  return JSON.stringify([definitions.links, definitions.notes]);
}
