import { placeKey } from '../paths.ts';
import type { IndexedFile } from './facts.ts';

/** A person or unit that plans in other files make answer for something. */
export interface ClosedName {
  readonly name: string;
  readonly person: boolean;
  /** How many files name it. */
  readonly files: number;
}

/** What is said of the files on disk: which they are, and a number that changes with them. */
interface Disk {
  readonly diskRevision: number;
  closedFiles(): readonly IndexedFile[];
}

/** The persons and units of the plans that are not open, worked out once until a file changes on disk or is opened. */
export class ClosedNames {
  readonly #disk: Disk;
  #known: { readonly key: string; readonly names: readonly ClosedName[] } | undefined;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /**
   * What is known now, those that most files name first; nothing is read for it.
   * @param open the files that the editor shows: what they say on disk does not count
   */
  of(open: readonly string[]): readonly ClosedName[] {
    const key = [this.#disk.diskRevision, ...open].join('\n');
    if (this.#known?.key !== key) this.#known = { key, names: namesOf(this.#disk.closedFiles(), open) };
    return this.#known.names;
  }
}

function namesOf(files: readonly IndexedFile[], open: readonly string[]): readonly ClosedName[] {
  const shown = new Set(open.map(placeKey));
  const found = new Map<string, { person: number; files: number; last: string }>();
  for (const { uri, facts } of files) {
    if (facts.plans.length === 0 || shown.has(placeKey(uri))) continue;
    for (const { name, person } of facts.plans.flatMap(({ names }) => names)) {
      const entry = found.get(name) ?? { person: 0, files: 0, last: '' };
      if (entry.last !== uri) entry.files++;
      entry.last = uri;
      if (person) entry.person++;
      found.set(name, entry);
    }
  }
  return [...found]
    .map(([name, { person, files }]) => ({ name, person: person > 0, files }))
    .sort((a, b) => b.files - a.files);
}
