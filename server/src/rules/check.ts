import type { PlanDocument } from '../plan/model.ts';
import { linesInOrder } from '../plan/reading-order.ts';
import { carriersOf, rulesOfCarriers } from './carriers.ts';
import { findDirectives } from './directives.ts';
import { rules as allRules } from './index.ts';
import { type ConfiguredRule, lineFindings } from './line-findings.ts';
import type { Language } from './messages.ts';
import { judgeDirectives, unusedSuppression } from './meta/unused-suppression.ts';
import { type PlanFindings, planFindings, type RuleFinding } from './plan-findings.ts';
import { compareProblems, movePlaces, toProblem } from './problems.ts';
import type { Dictionary, Finding, Problem, RecognisedPlan, Rule, Severity } from './rule.ts';
import { type Superiors, superiorsWithin } from './superior/superiors.ts';
import { superiorFindings } from './superior-findings.ts';
import { findSuppressions, suppress } from './suppressions.ts';

/** What the configuration says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  /** Overrides single keys of the rule's default options. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface CheckSettings {
  readonly language: Language;
  /** The plans of the document that were recognised, in order, with their profiles. */
  readonly recognised: readonly RecognisedPlan[];
  /** By rule id; a rule that is not named runs as it is by default. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Names that are right as they are; they come from where `rules` comes from, and change with it. */
  readonly dictionary?: Dictionary;
  /** The superior plans in other files; those of the same file are found here. */
  readonly superiors?: Superiors;
  /** Asked before every rule; true ends the check. */
  readonly cancelled?: () => boolean;
}

export interface CheckResult {
  /** In order of position. */
  readonly problems: readonly Problem[];
  /** False when the check was cancelled; there are no problems then. */
  readonly complete: boolean;
}

const NO_NAMES: Dictionary = { organisations: [], terms: [] };
const NOTHING: PlanFindings = { findings: [], by: 0 };
const CANCELLED: CheckResult = { problems: [], complete: false };

/**
 * Holds the recognised plans of a document against the rules.
 *
 * A document without a recognised plan has no problems, but for a front matter that calls it a plan
 * and is broken. What was found in the text of a line alone is kept with the line's facts, so that a
 * check after an edit reads only the lines that changed.
 * @param known the rules to run; all of them but in tests
 */
export function checkDocument(
  document: PlanDocument,
  settings: CheckSettings,
  known: readonly Rule[] = allRules,
): CheckResult {
  const { recognised, language, dictionary = NO_NAMES } = settings;
  const problems: Problem[] = [];
  const add = (rule: Rule, finding: Finding, plan?: RecognisedPlan, by = 0): void => {
    const severity = severityOf(rule, finding, settings, plan);
    if (severity !== 'off') problems.push(movePlaces(toProblem(rule, finding, severity, language), by));
  };
  const addAll = ({ findings, by }: PlanFindings, plan: RecognisedPlan): void => {
    for (const { rule, finding } of findings) add(rule, finding, plan, by);
  };

  const active = activeRules(known, settings.rules);
  for (const { rule, options } of active.all) {
    if (!rule.checkDocument) continue;
    if (settings.cancelled?.()) return CANCELLED;
    if (recognised.length === 0 && !rule.withoutPlan) continue;
    rule.checkDocument({
      document,
      dictionary,
      plans: recognised,
      missingSuperiors: settings.superiors?.missing ?? [],
      options,
      report: (finding, of) => add(rule, finding, of),
    });
  }

  const ofPlans = planFindings(recognised, settings.rules, known, (plans) => findIn(document, plans, active, settings));
  if (!ofPlans) return CANCELLED;
  for (const [at, plan] of recognised.entries()) {
    addAll(ofPlans[at] ?? NOTHING, plan);
    for (const superior of superiorsWithin(plan, recognised, settings.superiors)) {
      const compared = superiorFindings(plan, superior, settings.rules, known, (report) => {
        for (const { rule, options } of active.all) {
          if (!rule.checkSuperior) continue;
          const own = (finding: Finding) => report(rule, finding);
          rule.checkSuperior({ document, dictionary, ...plan, superior, options, report: own });
        }
      });
      for (const { rule, finding } of compared) add(rule, finding, plan);
    }
  }

  const carriers = carriersOf(document, recognised);
  if (carriers.length > 0) {
    const ofCarriers = rulesOfCarriers(known);
    const allowed = activeRules(ofCarriers, settings.rules);
    const found = planFindings(carriers, settings.rules, ofCarriers, (plans) =>
      findIn(document, plans, allowed, settings),
    );
    if (!found) return CANCELLED;
    for (const [at, carrier] of carriers.entries()) {
      addAll(found[at] ?? NOTHING, carrier);
    }
  }

  return { problems: [...silence(document, settings, problems, known)].sort(compareProblems), complete: true };
}

/**
 * What the rules for plans and lines find in each of the plans; undefined when the check was cancelled. Rule by
 * rule, not plan by plan: the code and the words of one rule stay at hand while it goes through all of them.
 */
function findIn(
  document: PlanDocument,
  plans: readonly RecognisedPlan[],
  active: ActiveRules,
  settings: CheckSettings,
): readonly (readonly RuleFinding[])[] | undefined {
  const found = plans.map((): RuleFinding[] => []);
  const { dictionary = NO_NAMES } = settings;
  let running: Rule | undefined;
  // One context for all rules: there are many of them, and hardly one finds anything.
  const contexts = plans.map(({ plan, profile }, at) => ({
    document,
    dictionary,
    plan,
    profile,
    options: undefined as unknown,
    report: (finding: Finding): void => {
      if (running) found[at]?.push({ rule: running, finding });
    },
  }));
  for (const { rule, options } of active.all) {
    if (!rule.checkPlan) continue;
    running = rule;
    for (const context of contexts) {
      if (settings.cancelled?.()) return undefined;
      context.options = options;
      rule.checkPlan(context);
    }
  }
  if (settings.cancelled?.()) return undefined;
  const ofLines = lineFindings(active.ofLines);
  return plans.map(({ plan }, at) => [...(found[at] ?? []), ...ofLines(linesInOrder(document, plan))]);
}

interface ActiveRules {
  readonly all: readonly ConfiguredRule[];
  readonly ofLines: readonly ConfiguredRule[];
}

/** By the object that the settings come from: a key stroke finds them as the last one left them. */
const activated = new WeakMap<CheckSettings['rules'], WeakMap<readonly Rule[], ActiveRules>>();

/** The rules that are on, with their options. */
function activeRules(known: readonly Rule[], settings: CheckSettings['rules']): ActiveRules {
  const bySettings = activated.get(settings) ?? new WeakMap<readonly Rule[], ActiveRules>();
  const before = bySettings.get(known);
  if (before) return before;
  const all = known
    .filter((rule) => isOn(rule, settings))
    .map((rule) => ({ rule, options: optionsOf(rule, settings) }));
  const active = { all, ofLines: all.filter(({ rule }) => rule.checkLine) };
  activated.set(settings, bySettings.set(known, active));
  return active;
}

function isOn({ id, optIn }: Rule, rules: CheckSettings['rules']): boolean {
  const severity = rules.get(id)?.severity;
  return severity === undefined ? !optIn : severity !== 'off';
}

function severityOf(
  rule: Rule,
  finding: Finding,
  settings: CheckSettings,
  plan: RecognisedPlan | undefined,
): Severity | 'off' {
  const configured = settings.rules.get(rule.id)?.severity ?? plan?.profile.severities[rule.id];
  return configured ?? finding.severity ?? rule.severity;
}

function optionsOf(rule: Rule, settings: CheckSettings['rules']): unknown {
  const own = settings.get(rule.id)?.options;
  return own ? { ...(rule.options ?? {}), ...own } : (rule.options ?? {});
}

/** Takes away what the author has silenced by comments, and reports comments that silence nothing. */
function silence(
  document: PlanDocument,
  settings: CheckSettings,
  problems: readonly Problem[],
  known: readonly Rule[],
): readonly Problem[] {
  const directives = settings.recognised.length > 0 ? findDirectives(document) : [];
  if (directives.length === 0) return problems;
  const suppressions = findSuppressions(document, directives);
  const { left, unused } = suppress(suppressions, problems);
  if (!known.includes(unusedSuppression)) return left;
  const states = new Map(known.map((rule) => [rule.id, isOn(rule, settings.rules) ? 'on' : 'off'] as const));
  const own = judgeDirectives(document, directives, unused, (id) => states.get(id) ?? 'unknown').flatMap((finding) => {
    const severity = severityOf(unusedSuppression, finding, settings, undefined);
    return severity === 'off' ? [] : [toProblem(unusedSuppression, finding, severity, settings.language)];
  });
  return [...left, ...suppress(suppressions, own).left];
}
