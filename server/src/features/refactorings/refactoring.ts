import type { Edit, Message, RecognisedPlan } from '../../rules/rule.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';

/** What a refactoring looks at: the plan under the cursor, and the cursor as a source offset. */
export interface Spot {
  readonly open: OpenPlan;
  readonly recognised: RecognisedPlan;
  readonly offset: number;
}

/**
 * A change of form that leaves the words as they are. Its edits are one step to undo; where there
 * are none it does not apply and is not offered.
 */
export interface Refactoring {
  /** Code action kind below `refactor`: commands ask for it by name. */
  readonly kind: string;
  readonly title: Message;
  edits(spot: Spot): readonly Edit[];
  /** Set where working out the edits takes long: whether it is worth while. They are then worked out when it is chosen. */
  mayApply?(spot: Spot): boolean;
  /** Words of the text that may name a number that changes, and are left for the author to look at. */
  doubts?(spot: Spot): readonly string[];
}
