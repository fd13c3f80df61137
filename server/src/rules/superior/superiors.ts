import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { Plan } from '../../plan/model.ts';
import { planMemo } from '../../plan/plan-memo.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import { isSlip, plainTitle, rememberedTitle } from '../consistency/names/titles/title-slips.ts';
import type { RecognisedPlan } from '../rule.ts';
import { TitleIndex } from './title-index.ts';

/** The superior plans of a document that stand in other files. */
export interface Superiors {
  readonly links: readonly SuperiorLink[];
  /** What the front matter names and what is not to be found. */
  readonly missing: readonly string[];
  /** Where the plans of several files stand in one text: those that the front matter of each names. */
  readonly within?: ReadonlyMap<Plan, readonly Plan[]>;
}

export interface SuperiorLink {
  readonly superior: SuperiorPlan;
  /** Named by the front matter: it counts for all plans of the file. The others count where they are cited. */
  readonly declared: boolean;
}

/** The titles on which a plan rests: 根据《…》 in its opening. A plan that an edit only moved is not read for them. */
export const citedTitles = planMemo(
  (plan): readonly string[] =>
    plan.references.flatMap(({ title, basis }) => (basis && title !== undefined ? [title] : [])),
  (found) => found,
);

/** Whether a cited title means the plan of that title: the same, with a slip, or quoted from memory. */
export function meansTitle(cited: string, title: string): boolean {
  const a = plainTitle(cited);
  const b = plainTitle(title);
  return a === b || isSlip(a, b) || isRemembered(a, b);
}

function isRemembered(a: string, b: string): boolean {
  const left = rememberedTitle(a);
  return left !== '' && left === rememberedTitle(b);
}

const within = new WeakMap<Plan, SuperiorPlan>();

/**
 * The superior plans of one plan: those of other files that count for it, and those of its own file that it cites, or
 * of which it is a stage, or on which it reports. Of several with one title it is the nearest.
 */
export function superiorsWithin(
  { plan }: RecognisedPlan,
  plans: readonly RecognisedPlan[],
  superiors: Superiors | undefined,
): readonly SuperiorPlan[] {
  if (plans.length < 2 && !superiors?.links.length) return [];
  const titles = citedTitles(plan);
  const elsewhere = superiors ? linkedTo(titles, superiors.links) : [];
  if (plans.length < 2) return elsewhere;
  const { index, positions } = siblingsOf(plans);
  const own = positions.get(plan);
  if (own === undefined) return elsewhere;
  const named = (superiors?.within?.get(plan) ?? []).flatMap((other) => positions.get(other) ?? []);
  const found = new Set([...named, ...titles.flatMap((title) => index.meant(title, own)), ...index.wholesOf(own)]);
  const here = [...found].sort((a, b) => a - b).flatMap((at) => (plans[at] ? [ownSuperior(plans[at].plan)] : []));
  return here.length === 0 ? elsewhere : [...elsewhere, ...here];
}

const linked = new WeakMap<readonly SuperiorLink[], TitleIndex>();

function linkedTo(titles: readonly string[], links: readonly SuperiorLink[]): readonly SuperiorPlan[] {
  if (links.length === 0) return [];
  let index = linked.get(links);
  if (!index) {
    index = new TitleIndex(links.map(({ superior: { plan } }) => plan.title?.value));
    linked.set(links, index);
  }
  const titled = index;
  const cited = new Set(titles.flatMap((title) => titled.meant(title, links.length)));
  return links.flatMap(({ superior, declared }, at) => (declared || cited.has(at) ? [superior] : []));
}

/** The plans of one file: their titles, and where each stands. */
interface Siblings {
  readonly index: TitleIndex;
  readonly positions: ReadonlyMap<Plan, number>;
}

const siblings = new WeakMap<readonly RecognisedPlan[], Siblings>();
/** Of the file that was looked at last: a key stroke leaves the titles as they were. */
let lastIndex: TitleIndex | undefined;

function siblingsOf(plans: readonly RecognisedPlan[]): Siblings {
  let found = siblings.get(plans);
  if (!found) {
    const titles = plans.map(({ plan }) => plan.title?.value);
    const isLast =
      lastIndex?.titles.length === titles.length && lastIndex.titles.every((title, at) => title === titles[at]);
    lastIndex = isLast && lastIndex ? lastIndex : new TitleIndex(titles);
    found = { index: lastIndex, positions: new Map(plans.map(({ plan }, at) => [plan, at])) };
    siblings.set(plans, found);
  }
  return found;
}

function ownSuperior(plan: Plan): SuperiorPlan {
  let superior = within.get(plan);
  if (!superior) {
    superior = { plan, constraints: constraintsOf(plan) };
    within.set(plan, superior);
  }
  return superior;
}
