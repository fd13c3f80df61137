import type { Plan } from '../plan/model.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { Profile } from './profile.ts';

/** Which phrases of a profile stand where in a plan. */
export interface PlanPhrases {
  readonly index: PhraseIndex;
  /** Those anywhere in its lines and tables. */
  readonly inPlan: ReadonlySet<string>;
}

const indexes = new WeakMap<Profile, PhraseIndex>();
const known = new WeakMap<Plan, { readonly profile: Profile; readonly phrases: PlanPhrases }>();

/** The words of the steps of a profile, and the phrases that do the work of a section. */
export function planPhrases(plan: Plan, profile: Profile): PlanPhrases {
  const before = known.get(plan);
  if (before?.profile === profile) return before.phrases;
  const phrases = new FoundPhrases(plan, indexOf(profile));
  known.set(plan, { profile, phrases });
  return phrases;
}

class FoundPhrases implements PlanPhrases {
  readonly index: PhraseIndex;
  readonly #plan: Plan;
  #inPlan: ReadonlySet<string> | undefined;

  constructor(plan: Plan, index: PhraseIndex) {
    this.#plan = plan;
    this.index = index;
  }

  get inPlan(): ReadonlySet<string> {
    if (!this.#inPlan) {
      const found = new Set<string>();
      for (const { facts } of this.#plan.lines) addAll(found, this.index.in(facts));
      for (const { rows } of this.#plan.tables) {
        for (const { cells } of rows) for (const cell of cells) addAll(found, this.index.inCell(cell));
      }
      this.#inPlan = found;
    }
    return this.#inPlan;
  }
}

export function addAll(found: Set<string>, phrases: readonly string[]): void {
  for (let at = 0; at < phrases.length; at++) found.add(phrases[at] ?? '');
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
