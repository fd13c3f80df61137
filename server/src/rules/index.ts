import { documentNumber } from './consistency/document-number.ts';
import { invalidDate } from './dates/invalid-date.ts';
import { frontMatter } from './meta/front-matter.ts';
import { unusedSuppression } from './meta/unused-suppression.ts';
import { numbering } from './numbering/numbering.ts';
import { numberingStyle } from './numbering/numbering-style.ts';
import type { Rule } from './rule.ts';
import { duplicatedWord } from './wording/duplicated-word.ts';
import { placeholder } from './wording/placeholder.ts';
import { unpairedBracket } from './wording/unpaired-bracket.ts';

/** Every rule, by family. */
export const rules: readonly Rule[] = [
  // structure
  // numbering
  numbering,
  numberingStyle,
  // dates
  invalidDate,
  // responsibility
  // consistency
  documentNumber,
  // wording
  duplicatedWord,
  placeholder,
  unpairedBracket,
  // meta
  frontMatter,
  unusedSuppression,
];

/** The rule with that id. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
