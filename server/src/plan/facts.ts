import type { DateExpression } from '../dates/expression.ts';
import { findColumnDates, findDates } from '../dates/find.ts';
import { readNumber } from '../numbering/read.ts';
import type { NumberToken } from '../numbering/token.ts';
import { type Announcement, findAnnouncements } from './announcements/announcements.ts';
import { type SelfName, selfNameOn } from './bodies.ts';
import { findQuantities, type Quantity } from './line/quantities.ts';
import { findReferences, type ReferenceMention } from './line/references.ts';
import { findSentences, type Sentence } from './line/sentences.ts';
import { type Abbreviation, findAbbreviations } from './names/abbreviations.ts';
import { findQuotations, type Quotation } from './names/quotations.ts';
import { findWorkingBodies, type WorkingBody } from './names/working-bodies.ts';
import { type ActorMention, findActors } from './parties/actors.ts';
import { findParties, type PartyMention } from './parties/parties.ts';

/** How many readers have read a line so far: a line has a place for what each of them reads. */
let memos = 0;

/**
 * What can be read from the text of one line alone. Every fact is read when first asked for, and
 * kept; lines with the same text share one object, so that a key stroke reads one line again.
 * Indexes count from the start of the text.
 */
export class LineFacts {
  readonly text: string;
  #number: NumberToken | null | undefined;
  #dates: readonly DateExpression[] | undefined;
  #parties: readonly PartyMention[] | undefined;
  #actors: readonly ActorMention[] | undefined;
  /** Behind a title on the line. */
  #actorsFrom: Map<number, readonly ActorMention[]> | undefined;
  #references: readonly ReferenceMention[] | undefined;
  #announcements: readonly Announcement[] | undefined;
  #quantities: readonly Quantity[] | undefined;
  #sentences: readonly Sentence[] | undefined;
  #quotations: readonly Quotation[] | undefined;
  #abbreviations: readonly Abbreviation[] | undefined;
  #workingBodies: readonly WorkingBody[] | undefined;
  #selfName: SelfName | null | undefined;
  /** What others read of the line, by the number of their memo. */
  readonly #memos: unknown[] = new Array(memos);

  /** @param ofDays it stands in a column of days, see findColumnDates */
  constructor(text: string, ofDays = false) {
    this.text = text;
    if (ofDays) this.#dates = findColumnDates(text);
  }

  /** The number at the head of the line. */
  get number(): NumberToken | undefined {
    if (this.#number === undefined) this.#number = readNumber(this.text) ?? null;
    return this.#number ?? undefined;
  }

  get dates(): readonly DateExpression[] {
    this.#dates ??= findDates(this.text);
    return this.#dates;
  }

  get parties(): readonly PartyMention[] {
    this.#parties ??= findParties(this.text);
    return this.#parties;
  }

  /** Subjects of the sentences from index `from` on; see findActors. */
  actors(from: number): readonly ActorMention[] {
    if (from === 0) {
      this.#actors ??= findActors(this.text, this.sentences, 0);
      return this.#actors;
    }
    this.#actorsFrom ??= new Map();
    let known = this.#actorsFrom.get(from);
    if (!known) {
      known = findActors(this.text, this.sentences, from);
      this.#actorsFrom.set(from, known);
    }
    return known;
  }

  get references(): readonly ReferenceMention[] {
    this.#references ??= findReferences(this.text);
    return this.#references;
  }

  get announcements(): readonly Announcement[] {
    this.#announcements ??= findAnnouncements(this.text);
    return this.#announcements;
  }

  /** Limits and rhythms: 不少于48个小时, 每人2篇. */
  get quantities(): readonly Quantity[] {
    this.#quantities ??= findQuantities(this.text);
    return this.#quantities;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= findSentences(this.text);
    return this.#sentences;
  }

  get abbreviations(): readonly Abbreviation[] {
    this.#abbreviations ??= findAbbreviations(this.text);
    return this.#abbreviations;
  }

  get quotations(): readonly Quotation[] {
    this.#quotations ??= findQuotations(this.text);
    return this.#quotations;
  }

  get workingBodies(): readonly WorkingBody[] {
    this.#workingBodies ??= findWorkingBodies(this.text);
    return this.#workingBodies;
  }

  /** What the line calls the body that it comes from: 我校, 我局. */
  get selfName(): SelfName | undefined {
    if (this.#selfName === undefined) this.#selfName = selfNameOn(this.text) ?? null;
    return this.#selfName ?? undefined;
  }

  /** For `lineMemo`. */
  memo<T>(number: number, read: (facts: LineFacts) => T): T {
    const known = this.#memos[number];
    if (known !== undefined) return known as T;
    const found = read(this);
    this.#memos[number] = found;
    return found;
  }
}

/**
 * Makes what `read` reads from the text of a line be read once for every text. To be called once for a
 * reader, when its module is loaded.
 *
 * @param read must depend on nothing but the facts, and give something other than undefined
 */
export function lineMemo<T extends NonNullable<unknown> | null>(
  read: (facts: LineFacts) => T,
): (facts: LineFacts) => T {
  // Numbered when first asked: lines that are only checked have no places for what editors and exports read.
  let number = -1;
  return (facts) => {
    if (number < 0) number = memos++;
    return facts.memo(number, read);
  };
}

/** Facts by text, with a bounded memory: the least recently used half goes when it is full. */
export class FactStore {
  readonly #limit: number;
  #young = new Map<string, LineFacts>();
  #old = new Map<string, LineFacts>();

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  of(text: string): LineFacts {
    return this.#of(text, text, false);
  }

  /** Of a cell that stands in a column of days: 3.2 — 3.8 are some. */
  ofDays(text: string): LineFacts {
    return this.#of(`\u0000${text}`, text, true);
  }

  #of(key: string, text: string, ofDays: boolean): LineFacts {
    const young = this.#young.get(key);
    if (young) return young;
    const facts = this.#old.get(key) ?? new LineFacts(text, ofDays);
    if (this.#young.size >= this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, facts);
    return facts;
  }
}
