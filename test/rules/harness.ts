import { readPlans } from '../../server/src/plan/read.ts';
import { loadProfile } from '../../server/src/profiles/load.ts';
import { type CheckSettings, checkDocument, type RuleSetting } from '../../server/src/rules/check.ts';
import { ruleById } from '../../server/src/rules/index.ts';
import type { Problem } from '../../server/src/rules/rule.ts';

export interface HarnessSettings {
  /** Held against this profile; when nothing is said, the one that the front matter names, else the base profile. */
  readonly profile?: string;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly language?: CheckSettings['language'];
}

/** Every problem of a text that is taken for a plan as it stands, however short it is. */
export function problemsOf(text: string, settings: HarnessSettings = {}): readonly Problem[] {
  const document = readPlans(text);
  const named = document.frontMatter?.values.get('plan')?.value;
  const id = settings.profile ?? (typeof named === 'string' && loadProfile(named) ? named : 'implementation-plan');
  const profile = loadProfile(id);
  if (!profile) throw new Error(`there is no profile “${id}”`);
  return checkDocument(document, {
    language: settings.language ?? 'zh',
    recognised: document.plans.map((plan) => ({ plan, profile })),
    rules: new Map(Object.entries(settings.rules ?? {})),
  }).problems;
}

/** Turns a rule on that only runs when it is asked for. */
export function askedFor(id: string): HarnessSettings {
  const rule = ruleById(id);
  return rule?.optIn ? { rules: { [id]: { severity: rule.severity } } } : {};
}
