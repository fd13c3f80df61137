import type { Line, Plan, PlanDocument } from '../plan/model.ts';
import type { SourceFile, SuperiorPlan } from '../plan/superior-plan.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Range } from '../text/range.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Family =
  | 'structure'
  | 'numbering'
  | 'dates'
  | 'responsibility'
  | 'components'
  | 'consistency'
  | 'superior'
  | 'wording'
  | 'review'
  | 'meta';

/** A text in both languages; `{name}` stands for a parameter. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule comes from: a clause (`9704-7.3.3`, `条例-19`, `15834-B.3.3`) or `practice`. */
export type Basis = string;

export interface Edit {
  readonly range: Range;
  /** LSP snippet syntax when `snippet` is set: tab stops for the author to fill in. */
  readonly text: string;
  readonly snippet?: boolean;
}

export interface Fix {
  readonly title: Message;
  readonly params?: Params;
  /** `safe`: the meaning is certain; `suggested`: the author has to look or fill in. */
  readonly safety: 'safe' | 'suggested';
  readonly edits: readonly Edit[];
}

/** What fills the gaps of a message; in both languages where it is not from the text of the plan. */
export type Params = Readonly<Record<string, string | number | Message>>;

/** Another place that a finding speaks of. */
export interface RelatedPlace {
  readonly message: Message;
  readonly params?: Params;
  readonly range: Range;
  /** The file that the place lies in, when it is another one. */
  readonly file?: SourceFile;
}

export interface Finding<MessageId extends string = string> {
  readonly message: MessageId;
  readonly params?: Params;
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** The name that the finding doubts: the author can say that it is right, and it enters that list of the dictionary. */
  readonly term?: DictionaryTerm;
  /** Other severity than the rule's default, where the clause is stronger or weaker for this case. */
  readonly severity?: Severity;
}

/** Names that the workspace calls right as they are: `organisations` and `terms` of its configuration. */
export interface Dictionary {
  readonly organisations: readonly string[];
  readonly terms: readonly string[];
}

export interface DictionaryTerm {
  readonly list: keyof Dictionary;
  readonly name: string;
}

/** A plan of the file together with the profile that it is held against. */
export interface RecognisedPlan {
  readonly plan: Plan;
  readonly profile: Profile;
}

interface RuleContext<MessageId extends string, Options> {
  readonly document: PlanDocument;
  readonly dictionary: Dictionary;
  readonly options: Options;
  report(finding: Finding<MessageId>): void;
}

export interface DocumentRuleContext<MessageId extends string, Options> extends RuleContext<MessageId, Options> {
  /** The plans of the file that were recognised, in order; other text of the file is not ours to judge. */
  readonly plans: readonly RecognisedPlan[];
  /** What the front matter calls a superior plan and what is not to be found, as written. */
  readonly missingSuperiors: readonly string[];
  /** @param of the plan in which it stands, where its profile may set the severity */
  report(finding: Finding<MessageId>, of?: RecognisedPlan): void;
}

export interface PlanRuleContext<MessageId extends string, Options> extends RuleContext<MessageId, Options> {
  readonly plan: Plan;
  readonly profile: Profile;
}

/** A plan beside one that it has to keep to. */
export interface SuperiorRuleContext<MessageId extends string, Options> extends PlanRuleContext<MessageId, Options> {
  readonly superior: SuperiorPlan;
}

/** Indexes of `range` and of the fix's edits count from the start of the line's text: the result is cached with it. */
export interface LineRuleContext<MessageId extends string, Options> {
  readonly line: Pick<Line, 'text' | 'facts'>;
  readonly options: Options;
  report(finding: Finding<MessageId>): void;
}

export interface Rule<MessageId extends string = string, Options = unknown> {
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  /** Fault classes of the domain notes that it covers. */
  readonly faults: readonly string[];
  /** The kinds of fix that its findings may carry; empty when the author has to mend it alone. */
  readonly fixes: readonly Fix['safety'][];
  readonly summary: Message;
  readonly messages: Readonly<Record<MessageId, Message>>;
  /** Off until the configuration or the command line gives it a severity: a list to go through, no problems. */
  readonly optIn?: boolean;
  /** Default options; the configuration may override single keys. */
  readonly options?: Options;
  /** Once for each plan of the file. */
  checkPlan?(context: PlanRuleContext<MessageId, Options>): void;
  /** Once for each superior plan of a plan; never where there is none. */
  checkSuperior?(context: SuperiorRuleContext<MessageId, Options>): void;
  /** Once for the file, when it holds at least one plan. */
  checkDocument?(context: DocumentRuleContext<MessageId, Options>): void;
  /**
   * Set for a rule whose `checkDocument` must also be heard when the front matter calls the file a
   * plan and none was recognised: what is broken may be the very reason.
   */
  readonly withoutPlan?: boolean;
  /** Set for a rule of how a text is written: it also judges the notice that carries a plan in the same file. */
  readonly ofCarriers?: boolean;
  /** Once for each different line text; depends on nothing else. */
  checkLine?(context: LineRuleContext<MessageId, Options>): void;
}

/** Types a rule by its own message ids and options; it changes nothing. */
export function defineRule<MessageId extends string, Options = Record<string, never>>(
  rule: Rule<MessageId, Options>,
): Rule<MessageId, Options> {
  return rule;
}

/** What the user is shown. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Source offsets. */
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly range: Range; readonly file?: SourceFile }[];
  /** See `Finding.term`. */
  readonly term?: DictionaryTerm;
  readonly fix?: { readonly title: string; readonly safety: 'safe' | 'suggested'; readonly edits: readonly Edit[] };
}
