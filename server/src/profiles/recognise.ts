import type { Plan, PlanDocument } from '../plan/model.ts';
import type { Located } from '../text/range.ts';
import { loadProfile, shippedProfiles } from './load.ts';
import { findPhrase, hasPhrase } from './phrases.ts';
import type { Profile } from './profile.ts';
import { isPlan, openingText, weigh } from './recognition/evidence.ts';
import { namingPart } from './recognition/naming.ts';
import { numberOnly, stageRequirement } from './stages.ts';

/** Why a text is taken for a plan, strongest reason first. */
export type RecognitionReason = 'front-matter' | 'command' | 'configuration' | 'title' | 'text';

export interface Recognised {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly reason: RecognitionReason;
}

/** What is known about a file besides its text. */
export interface RecognitionSettings {
  /** The profile that the command line asks for: the file is a plan. */
  readonly commanded?: string;
  /** What the configuration says of this file: the id of a profile, or `none`. */
  readonly configured?: string;
  /** The profile for plans that are recognised by their title or text. */
  readonly preferred?: string;
  /** All profiles, those of the workspace included; the shipped ones when absent. */
  readonly profiles?: readonly Profile[];
  /** A text of which little more than the title of a plan is written yet counts as one: its author is to be helped on. */
  readonly begun?: boolean;
}

/** What the front matter says about the file: an id, `none`, `auto` for a plan of a kind to be found out, or nothing. */
export function declaredProfile(document: PlanDocument): Located<string> | undefined {
  for (const key of ['plan', 'profile']) {
    const entry = document.frontMatter?.values.get(key);
    if (!entry) continue;
    const { value, range } = entry;
    if (value === false || value === null) return { value: 'none', range };
    if (value === true) return { value: 'auto', range };
    if (typeof value === 'string' && value !== '') return { value, range };
  }
  return undefined;
}

/**
 * Which plans of a file are plans, and what each is held against.
 *
 * `plan: none` in the front matter always wins; then come a profile named in the front matter, on the
 * command line or in the configuration, each of which makes the whole file a plan; then the title and
 * the text, behind a gate that ordinary Markdown does not pass. An id that names no profile counts as
 * nothing said, except that the file is a plan.
 * @returns in order; empty for ordinary Markdown
 */
export function recognise(document: PlanDocument, settings: RecognitionSettings = {}): readonly Recognised[] {
  const profiles = concrete(settings.profiles ?? shippedProfiles());
  const find = (id: string | undefined) => profiles.find((profile) => profile.id === id);
  const declared = declaredProfile(document)?.value;
  if (declared === 'none') return [];
  const asked: readonly (readonly [string | undefined, RecognitionReason])[] = [
    [declared, 'front-matter'],
    [settings.commanded, 'command'],
    [settings.configured, 'configuration'],
  ];
  const [said, reason] = asked.find(([id]) => id !== undefined) ?? [];
  if (said === 'none') return [];
  if (said !== undefined && reason) {
    const profile = find(said);
    return document.plans.map((plan) => ({ plan, profile: profile ?? kindOf(plan, profiles), reason }));
  }
  const preferred = find(settings.preferred);
  return document.plans.flatMap((plan): readonly Recognised[] => {
    const found =
      judge(plan, document.markdown.text, profiles) ??
      (settings.begun === true ? begunAs(plan, document.markdown.text, profiles) : undefined);
    return found ? [{ plan, profile: preferred ?? found.profile, reason: found.reason }] : [];
  });
}

/** By the list, which stays the same while nobody changes a profile: those that a plan can be held against. */
const concreteOf = new WeakMap<readonly Profile[], readonly Profile[]>();

function concrete(profiles: readonly Profile[]): readonly Profile[] {
  let found = concreteOf.get(profiles);
  if (!found) {
    found = profiles.filter((profile) => !profile.abstract);
    concreteOf.set(profiles, found);
  }
  return found;
}

interface Judgement {
  readonly profiles: readonly Profile[];
  /** Undefined for ordinary Markdown. */
  readonly found: Pick<Recognised, 'profile' | 'reason'> | undefined;
}

const judged = new WeakMap<object, Judgement>();

/** Whether a plan is one, and of which kind; found out once for as long as its text stays the same. */
function judge(plan: Plan, text: string, profiles: readonly Profile[]): Judgement['found'] {
  const before = judged.get(plan.identity);
  if (before && areSame(before.profiles, profiles)) return before.found;
  const evidence = weigh(plan, text);
  const reason: RecognitionReason = evidence.title > 0 ? 'title' : 'text';
  const found = isPlan(evidence) ? { profile: kindOf(plan, profiles), reason } : undefined;
  judged.set(plan.identity, { profiles, found });
  return found;
}

function areSame(some: readonly Profile[], others: readonly Profile[]): boolean {
  return some === others || (some.length === others.length && some.every((one, at) => one === others[at]));
}

/** Longest text that counts as begun. */
const longestBegun = 600;

/** 某某实施方案 as a title, and no more than a few words below it. */
function begunAs(plan: Plan, text: string, profiles: readonly Profile[]): Judgement['found'] {
  if (!plan.title || plan.range.end - plan.range.start > longestBegun) return undefined;
  const { title, other, ordinary } = weigh(plan, text);
  return title >= 3 && !other && ordinary === 0 ? { profile: kindOf(plan, profiles), reason: 'title' } : undefined;
}

/** What `fit` gives where the stages alone make a plan of this kind. */
const byStages = 1;
/** Just above the profiles for plans of any kind. */
const generalPriority = 15;

/** The profile that fits a plan best: of those that fit, the one with the highest priority, then the longest word. */
function kindOf(plan: Plan, profiles: readonly Profile[]): Profile {
  let best: { readonly profile: Profile; readonly priority: number; readonly length: number } | undefined;
  for (const profile of profiles) {
    if (best && profile.recognition.priority < best.priority) continue;
    const length = fit(plan, profile);
    if (length === 0) continue;
    // A title that names a kind says more than stages that are called alike; 实施方案 alone names none.
    const priority = Math.min(
      profile.recognition.priority,
      length === byStages ? generalPriority : Number.POSITIVE_INFINITY,
    );
    if (!best || priority > best.priority || (priority === best.priority && length > best.length)) {
      best = { profile, priority, length };
    }
  }
  const base = best?.profile ?? loadProfile('activity-plan') ?? profiles[0];
  if (!base) throw new Error('there is no profile');
  return base;
}

/** The sentences that say what a text is stand within this many units. */
const openingLength = 240;

/** How long the words are that make the plan this kind; 0 when it is not of this kind. */
function fit(plan: Plan, profile: Profile): number {
  const named = namedAs(plan, profile);
  const { stages } = profile.recognition;
  if (named < 0) return 0;
  if (stages === undefined) return named;
  // 第二阶段 is the second of any plan; without words of the kind only a name tells it.
  const telling = named > 0 ? plan.stages : plan.stages.filter(({ name }) => !numberOnly.test(name.value));
  const matched = new Set(telling.map((stage) => stageRequirement(stage, profile)));
  const required = profile.stages.filter((stage) => stage.required);
  const found = required.filter((stage) => matched.has(stage)).length;
  if (named > 0 && (plan.stages.length === 0 || found >= stages)) return named;
  return required.length >= 3 && found === required.length ? byStages : 0;
}

interface Named {
  readonly title: string;
  readonly opening: string;
  readonly length: number;
}

/** What the words of the last plan came to: an edit seldom changes its title. */
const lastNamed = new WeakMap<Profile, Named>();

/** How long the words are in the title, or the opening, that make the plan this kind; -1 where a word rules it out. */
function namedAs(plan: Plan, profile: Profile): number {
  const title = plan.title?.value ?? '';
  const { titles, notTitles, openings, says } = profile.recognition;
  const listed = plan.kind === '' ? openings : [];
  const opening = listed.length + says.length > 0 ? openingText(plan).slice(0, openingLength) : '';
  const last = lastNamed.get(profile);
  if (last?.title === title && last.opening === opening) return last.length;
  const bare = bareTitle(title);
  const named = () => longest(bare, titles) || longest(opening, listed) || longest(opening, says);
  const length = hasPhrase(bare, notTitles) ? -1 : named();
  lastNamed.set(profile, { title, opening, length });
  return length;
}

/** All profiles ask for that of one title after another. */
let lastBare = { title: '', bare: '' };

function bareTitle(title: string): string {
  if (lastBare.title !== title) lastBare = { title, bare: namingPart(title.replace(/\s+/g, '')) };
  return lastBare.bare;
}

function longest(text: string, phrases: readonly string[]): number {
  let length = 0;
  for (const phrase of phrases) if (phrase.length > length && findPhrase(text, phrase)) length = phrase.length;
  return length;
}
