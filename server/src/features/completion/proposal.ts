import type { Range } from '../../text/range.ts';

/** What stands behind an item until its documentation is asked for; plain data that travels to the client and back. */
export type ProposalSource =
  | { readonly kind: 'section'; readonly profile: string; readonly key: string }
  | { readonly kind: 'stage'; readonly profile: string; readonly key: string }
  | { readonly kind: 'step'; readonly profile: string; readonly stage: string; readonly key: string }
  | { readonly kind: 'profile'; readonly profile: string }
  | { readonly kind: 'party'; readonly name: string };

/** Something to be put in at the cursor. All offsets count from the start of the document. */
export interface Proposal {
  readonly kind: 'section' | 'stage' | 'step' | 'person' | 'unit' | 'date' | 'title' | 'number' | 'value' | 'profile';
  readonly label: string;
  /** A few words behind the label. */
  readonly detail?: string;
  /** What the client compares with the text that `range` covers; the label when absent. */
  readonly filter?: string;
  readonly text: string;
  /** `text` holds tab stops. */
  readonly snippet?: boolean;
  /** What is replaced: it ends at the cursor or behind it, on the same line. */
  readonly range: Range;
  readonly others?: readonly { readonly range: Range; readonly text: string }[];
  readonly source?: ProposalSource;
  readonly preselect?: boolean;
}
