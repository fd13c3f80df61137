import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlainDate } from '../dates/civil.ts';
import type { WorkCalendar } from '../dates/workdays.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { MarkdownParser } from '../markdown/incremental.ts';
import type { PlanDocument } from '../plan/model.ts';
import { PlanReader } from '../plan/read.ts';
import type { Profile } from '../profiles/profile.ts';
import { checkDocument, type RuleSetting } from '../rules/check.ts';
import type { Language } from '../rules/messages.ts';
import { compareProblems } from '../rules/problems.ts';
import type { Dictionary, Problem, RecognisedPlan } from '../rules/rule.ts';
import type { Superiors } from '../rules/superior/superiors.ts';
import type { Person } from './configuration.ts';
import type { DictionaryFile } from './dictionary.ts';
import { damage, headOf, isTooLong, tooLong } from './limits.ts';
import { movedProblems, type PlacedProblem } from './moved-problems.ts';
import type { SearchPlace } from './superior-plans.ts';

/** Names that an author may be offered, and the day that counts as today. */
export interface KnownNames {
  readonly organisations: readonly string[];
  readonly roster: readonly Person[];
  readonly profiles: readonly Profile[];
  readonly today?: PlainDate | undefined;
}

/** What a check depends on beside the text. Replaced as a whole when a configuration changes. */
export interface Surroundings {
  readonly language: Language;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly dictionary?: Dictionary;
  /** The configuration that names can be added to; absent when there is none. */
  readonly dictionaryFile?: DictionaryFile;
  /** What the configuration says of the people and bodies around, and of the day; absent without one. */
  readonly known?: KnownNames;
  /** On which days the office works; the public calendar without a configuration. */
  readonly calendar?: WorkCalendar;
  /** Where superior plans are looked for by their titles. */
  readonly searchPlace?: SearchPlace | undefined;
  /** The superior plans in other files. */
  readonly superiors?: Superiors;
  /** Which of the plans that were read are plans, and what they are held against. */
  /** @param begun a text with little more than the title of a plan is one as well */
  recognise(document: PlanDocument, begun?: boolean): readonly RecognisedPlan[];
}

/** What outlives the versions of an open document: the caches, and how often each step was taken. */
export interface Workbench {
  readonly parser: MarkdownParser;
  readonly reader: PlanReader;
  /** What was parsed last: the next version is parsed from there. */
  parsed?: MarkdownDocument;
  /** What was checked last, and with which settings. */
  checked?: { readonly text: string; readonly problems: readonly Problem[]; readonly surroundings: Surroundings };
  readonly done: { parsed: number; read: number; checked: number };
}

/** How far a document is worked out. */
export type Wanted = 'reading' | 'problems';

/** A text that is longer has been begun long ago. */
const longestBegun = 2000;

const nobody: KnownNames = { organisations: [], roster: [], profiles: [] };

export function createWorkbench(): Workbench {
  return { parser: new MarkdownParser(), reader: new PlanReader(), done: { parsed: 0, read: 0, checked: 0 } };
}

/**
 * One version of an open document. Everything is worked out when first asked for, and shared by all
 * features. `document` is the client's text as it is now: after waiting for anything, ask the store
 * for the document again and go on with that.
 */
export class OpenPlan {
  readonly document: TextDocument;
  readonly version: number;
  readonly text: string;
  /** Names text and settings: two equal states have the same problems. */
  readonly state: string;
  readonly #workbench: Workbench;
  readonly #surroundings: Surroundings;
  #markdown: MarkdownDocument | undefined;
  #reading: PlanDocument | undefined;
  #recognised: readonly RecognisedPlan[] | undefined;
  #problems: readonly Problem[] | undefined;
  #moved: readonly PlacedProblem[] | undefined;
  #milliseconds = 0;

  constructor(document: TextDocument, workbench: Workbench, surroundings: Surroundings, state: string) {
    this.document = document;
    this.version = document.version;
    this.text = document.getText();
    this.state = state;
    this.#workbench = workbench;
    this.#surroundings = surroundings;
  }

  /** The language of all that is said about the document. */
  get language(): Language {
    return this.#surroundings.language;
  }

  get dictionaryFile(): DictionaryFile | undefined {
    return this.#surroundings.dictionaryFile;
  }

  /** Names that the configuration gives; empty without one. */
  get known(): KnownNames {
    return this.#surroundings.known ?? nobody;
  }

  /** The superior plans in other files. */
  get superiors(): Superiors | undefined {
    return this.#surroundings.superiors;
  }

  get searchPlace(): SearchPlace | undefined {
    return this.#surroundings.searchPlace;
  }

  get uri(): string {
    return this.document.uri;
  }

  /** The stretches of work that lead to what is wanted; nothing interrupts one of them. */
  steps(wanted: Wanted): readonly (() => unknown)[] {
    const reading = [() => this.#parse(), () => this.reading];
    return wanted === 'reading' ? reading : [...reading, () => this.problems];
  }

  /** What was read; of a text that is too long, its head only. */
  get reading(): PlanDocument {
    if (!this.#reading) {
      const markdown = this.#parse();
      this.#reading = this.#timed(() => this.#workbench.reader.read(markdown, this.#surroundings.calendar));
      this.#workbench.done.read++;
    }
    return this.#reading;
  }

  /** The plans of the document with their profiles; none in ordinary Markdown, and none in a text that is too long. */
  get recognised(): readonly RecognisedPlan[] {
    this.#recognised ??= isTooLong(this.text) ? [] : this.#surroundings.recognise(this.reading);
    return this.#recognised;
  }

  /** The same for the author who has only begun: the title of a plan is enough, as long as little stands below it. */
  get begun(): readonly RecognisedPlan[] {
    return this.recognised.length > 0 || this.text.length > longestBegun
      ? this.recognised
      : this.#surroundings.recognise(this.reading, true);
  }

  /** In order of position. */
  get problems(): readonly Problem[] {
    if (!this.#problems) {
      this.#problems = this.#timed(() => this.#check());
      const { text } = this;
      this.#workbench.checked = { text, problems: this.#problems, surroundings: this.#surroundings };
      this.#workbench.done.checked++;
    }
    return this.#problems;
  }

  /**
   * What is known of the problems without a check of this version: those of the last one that was checked,
   * moved along with the text; what an edit touched is left out. Like the marks that the editor shows until
   * the next check is there.
   */
  get knownProblems(): readonly PlacedProblem[] {
    const last = this.#workbench.checked;
    if (this.#problems || !last || !sameSettings(last.surroundings, this.#surroundings)) return this.problems;
    this.#moved ??= movedProblems(last.problems, last.text, this.text);
    return this.#moved;
  }

  /** How long parsing, reading and checking took. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /** The problems that another text would have in the place of this one. */
  problemsIn(text: string): readonly Problem[] {
    const reading = this.#workbench.reader.read(this.#workbench.parser.parse(text), this.#surroundings.calendar);
    return this.#problemsOf(reading, this.#surroundings.recognise(reading));
  }

  /** The plans that another text would have in the place of this one. */
  recognisedIn(text: string): readonly RecognisedPlan[] {
    const workbench = this.#workbench;
    const { recognise, calendar } = this.#surroundings;
    return recognise(workbench.reader.read(workbench.parser.parse(text, this.#parse()), calendar));
  }

  #parse(): MarkdownDocument {
    if (!this.#markdown) {
      const workbench = this.#workbench;
      const markdown = this.#timed(() => workbench.parser.parse(headOf(this.text), workbench.parsed));
      this.#markdown = markdown;
      workbench.parsed = markdown;
      workbench.done.parsed++;
    }
    return this.#markdown;
  }

  #check(): readonly Problem[] {
    const { language } = this.#surroundings;
    if (isTooLong(this.text)) {
      return this.#surroundings.recognise(this.reading).length > 0 ? [tooLong(this.text, language)] : [];
    }
    const problems = this.#problemsOf(this.reading, this.recognised);
    const damaged = this.recognised.length > 0 ? damage(this.text, language) : undefined;
    return damaged ? [...problems, damaged].sort(compareProblems) : problems;
  }

  #problemsOf(reading: PlanDocument, recognised: readonly RecognisedPlan[]): readonly Problem[] {
    const { language, rules, dictionary, superiors } = this.#surroundings;
    const names = { ...(dictionary ? { dictionary } : {}), ...(superiors ? { superiors } : {}) };
    return checkDocument(reading, { language, recognised, rules, ...names }).problems;
  }

  #timed<T>(work: () => T): T {
    const start = performance.now();
    const before = this.#milliseconds;
    const result = work();
    // A step that asked for an earlier one has its time already.
    this.#milliseconds = before + performance.now() - start;
    return result;
  }
}

/** Whether a check goes by the same things; superior plans are added to the surroundings of each version. */
function sameSettings(a: Surroundings, b: Surroundings): boolean {
  return (
    a.rules === b.rules && a.recognise === b.recognise && a.dictionary === b.dictionary && a.superiors === b.superiors
  );
}
