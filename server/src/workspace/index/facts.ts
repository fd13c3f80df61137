import type { TimeLimit } from '../../plan/model.ts';
import type { PartyRole } from '../../plan/parties/parties.ts';

/**
 * What the index keeps of a file: plain data that survives as JSON, far smaller than the text with
 * its tree. Whatever depends on the exact text (a rename, a link that is written anew) reads the
 * file again.
 */

/** Lines and characters from 0, as in the Language Server Protocol: start line, start character, end line, end character. */
export type Place = readonly [number, number, number, number];

export interface FileFacts {
  /** In order; empty for ordinary Markdown. */
  readonly plans: readonly PlanFacts[];
  /** Relative links to other files, those of the front matter included. */
  readonly links: readonly LinkFact[];
  /** Which pairs of characters the text holds, see word-filter.ts; empty where there is no plan. */
  readonly filter: string;
}

export interface PlanFacts {
  /** Empty where the plan has no title. */
  readonly title: string;
  /** Of the title, else of the beginning. */
  readonly place: Place;
  readonly kind: string;
  readonly profile: string;
  readonly issuer?: string;
  readonly stages: readonly StageFact[];
  /** Steps of stages, measures and rows, each once. */
  readonly tasks: readonly TaskFact[];
  /** Persons and units that answer for something, each with all places where it is made to. */
  readonly names: readonly NameFact[];
  /** Titles of other documents. */
  readonly cited: readonly string[];
}

export interface StageFact {
  readonly ordinal: number;
  readonly name: string;
  readonly place: Place;
  readonly windows: readonly WindowFact[];
}

/** Days as YYYY-MM-DD; an open side and a day without year are absent. */
export interface WindowFact {
  readonly audience?: string;
  readonly start?: string;
  readonly end?: string;
  readonly raw: string;
}

export interface TaskFact {
  readonly title: string;
  readonly place: Place;
  /** Name of its stage. */
  readonly stage?: string;
  /** Those who answer for it; vague words (专人, 有关部门) are left out. */
  readonly parties: readonly PartyFact[];
  readonly time: TimeFact;
  /** A cell of its row says that it is finished. */
  readonly done?: true;
}

export interface PartyFact {
  readonly name: string;
  readonly role: PartyRole;
  readonly person: boolean;
}

export interface TimeFact {
  readonly kind: TimeLimit['kind'];
  readonly start?: string;
  /** The latest day that the words allow: 11月初 ends on the 10th at the latest. */
  readonly end?: string;
  /** As written; empty where nothing is. */
  readonly raw: string;
}

export interface NameFact {
  readonly name: string;
  readonly person: boolean;
  readonly places: readonly Place[];
}

export interface LinkFact {
  /** `superior` stands in the front matter. */
  readonly kind: 'link' | 'superior';
  /** As written, without the angle brackets around it. */
  readonly target: string;
  readonly place: Place;
}

/** A file of the index. */
export interface IndexedFile {
  readonly uri: string;
  readonly facts: FileFacts;
}
