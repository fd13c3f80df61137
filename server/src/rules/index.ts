import { frontMatter } from './meta/front-matter.ts';
import { unusedSuppression } from './meta/unused-suppression.ts';
import type { Rule } from './rule.ts';

/** Every rule, by family and name. */
export const rules: readonly Rule[] = [frontMatter, unusedSuppression];

/** The rule with that id. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
