import type { Line, Plan, TableCell, TableRow } from '../plan/model.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { Profile } from './profile.ts';

/** Which phrases of a profile stand where in a plan. */
export interface PlanPhrases {
  readonly index: PhraseIndex;
  /** Those anywhere in its lines and tables. */
  readonly inPlan: FoundPhrases;
}

const indexes = new WeakMap<Profile, PhraseIndex>();
const known = new WeakMap<Plan, { readonly profile: Profile; readonly phrases: PlanPhrases }>();

/** The words of the steps of a profile, and the phrases that do the work of a section. */
export function planPhrases(plan: Plan, profile: Profile): PlanPhrases {
  const before = known.get(plan);
  if (before?.profile === profile) return before.phrases;
  const index = indexOf(profile);
  const phrases = { index, inPlan: new FoundPhrases(phrasesOf(plan, index)) };
  known.set(plan, { profile, phrases });
  return phrases;
}

/** The phrases in some text, which is read only as far as it takes to find what is asked for. */
export class FoundPhrases {
  readonly #found = new Set<string>();
  readonly #rest: Iterator<readonly string[]>;

  /** @param text those of one line or cell after another */
  constructor(text: Iterator<readonly string[]>) {
    this.#rest = text;
  }

  /** Whether one of some phrases stands there. */
  hasOne(phrases: readonly string[]): boolean {
    for (const phrase of phrases) if (this.#found.has(phrase)) return true;
    for (let next = this.#rest.next(); !next.done; next = this.#rest.next()) {
      let isThere = false;
      for (const phrase of next.value) {
        this.#found.add(phrase);
        isThere ||= phrases.includes(phrase);
      }
      if (isThere) return true;
    }
    return false;
  }
}

/** Line by line and cell by cell, without those that have none. */
function* phrasesOf({ lines, tables }: Plan, index: PhraseIndex): Generator<readonly string[]> {
  yield* phrasesOnLines(lines, index);
  for (const { rows } of tables) for (const row of rows) yield* phrasesInRow(row, index);
}

export function* phrasesOnLines(lines: readonly Line[], index: PhraseIndex): Generator<readonly string[]> {
  for (const { facts } of lines) {
    const found = index.in(facts);
    if (found.length > 0) yield found;
  }
}

/** @param but a cell that does not count */
export function* phrasesInRow({ cells }: TableRow, index: PhraseIndex, but?: TableCell): Generator<readonly string[]> {
  for (const cell of cells) {
    const found = cell === but ? undefined : index.inCell(cell);
    if (found && found.length > 0) yield found;
  }
}

function indexOf(profile: Profile): PhraseIndex {
  let index = indexes.get(profile);
  if (!index) {
    index = new PhraseIndex([
      ...profile.stages.flatMap(({ steps }) => steps.flatMap((step) => [step.label.zh, ...step.aliases])),
      ...Object.values(profile.sections).flatMap(({ phrases }) => phrases),
    ]);
    indexes.set(profile, index);
  }
  return index;
}
