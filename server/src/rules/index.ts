import { emptyCell } from './components/empty-cell.ts';
import { missingColumn } from './components/missing-column.ts';
import { missingComponent } from './components/missing-component.ts';
import { noEvidence } from './components/no-evidence.ts';
import { uncoveredIssue } from './components/uncovered-issue.ts';
import { vagueMeasure } from './components/vague-measure.ts';
import { announcedCount } from './consistency/announced-count.ts';
import { arithmetic } from './consistency/arithmetic.ts';
import { brokenReference } from './consistency/broken-reference.ts';
import { documentNumber } from './consistency/document-number.ts';
import { foreignOrg } from './consistency/foreign-org.ts';
import { foreignRole } from './consistency/foreign-role.ts';
import { nameVariant } from './consistency/name-variant.ts';
import { nearDuplicateTitle } from './consistency/near-duplicate-title.ts';
import { siblingName } from './consistency/sibling-name.ts';
import { siblingWindow } from './consistency/sibling-window.ts';
import { sloganVariant } from './consistency/slogan-variant.ts';
import { undefinedTerm } from './consistency/undefined-term.ts';
import { dateConflict } from './dates/date-conflict.ts';
import { dateOrder } from './dates/date-order.ts';
import { dateStyle } from './dates/date-style.ts';
import { durationMismatch } from './dates/duration-mismatch.ts';
import { holidayDeadline } from './dates/holiday-deadline.ts';
import { invalidDate } from './dates/invalid-date.ts';
import { missingDeadline } from './dates/missing-deadline.ts';
import { missingStageDate } from './dates/missing-stage-date.ts';
import { missingYear } from './dates/missing-year.ts';
import { relativeDate } from './dates/relative-date.ts';
import { vagueDeadline } from './dates/vague-deadline.ts';
import { weekdayMismatch } from './dates/weekday-mismatch.ts';
import { frontMatter } from './meta/front-matter.ts';
import { unusedSuppression } from './meta/unused-suppression.ts';
import { headingPunctuation } from './numbering/heading-punctuation.ts';
import { numbering } from './numbering/numbering.ts';
import { numberingLevel } from './numbering/numbering-level.ts';
import { numberingStyle } from './numbering/numbering-style.ts';
import { leadingGroup } from './responsibility/leading-group.ts';
import { missingLeadUnit } from './responsibility/missing-lead-unit.ts';
import { missingResponsible } from './responsibility/missing-responsible.ts';
import { vagueResponsible } from './responsibility/vague-responsible.ts';
import { likeness } from './review/likeness.ts';
import type { Rule } from './rule.ts';
import { documentGenre } from './structure/document-genre.ts';
import { emptySection } from './structure/empty-section.ts';
import { lostParagraphs } from './structure/lost-paragraphs.ts';
import { missingBasis } from './structure/missing-basis.ts';
import { missingSection } from './structure/missing-section.ts';
import { missingSignature } from './structure/missing-signature.ts';
import { missingStage } from './structure/missing-stage.ts';
import { missingStep } from './structure/missing-step.ts';
import { missingTitle } from './structure/missing-title.ts';
import { superiorCitation } from './superior/superior-citation.ts';
import { superiorComponent } from './superior/superior-component.ts';
import { superiorMinimum } from './superior/superior-minimum.ts';
import { superiorWindow } from './superior/superior-window.ts';
import { unreportedWork } from './superior/unreported-work.ts';
import { duplicatedWord } from './wording/duplicated-word.ts';
import { length } from './wording/length.ts';
import { missingWord } from './wording/missing-word.ts';
import { placeholder } from './wording/placeholder.ts';
import { punctuation } from './wording/punctuation.ts';
import { sensitiveData } from './wording/sensitive-data.ts';
import { unpairedBracket } from './wording/unpaired-bracket.ts';
import { wrongWord } from './wording/wrong-word.ts';

/** Every rule, by family. */
export const rules: readonly Rule[] = [
  // structure
  missingTitle,
  missingSignature,
  missingSection,
  missingStage,
  missingStep,
  emptySection,
  missingBasis,
  documentGenre,
  lostParagraphs,
  // numbering
  numbering,
  numberingStyle,
  numberingLevel,
  headingPunctuation,
  // dates
  missingStageDate,
  missingDeadline,
  vagueDeadline,
  invalidDate,
  missingYear,
  dateOrder,
  dateConflict,
  durationMismatch,
  weekdayMismatch,
  holidayDeadline,
  dateStyle,
  relativeDate,
  // responsibility
  missingResponsible,
  vagueResponsible,
  missingLeadUnit,
  leadingGroup,
  // components
  missingComponent,
  missingColumn,
  emptyCell,
  uncoveredIssue,
  vagueMeasure,
  noEvidence,
  // consistency
  announcedCount,
  documentNumber,
  foreignOrg,
  foreignRole,
  nameVariant,
  nearDuplicateTitle,
  sloganVariant,
  siblingWindow,
  siblingName,
  undefinedTerm,
  brokenReference,
  arithmetic,
  // superior
  superiorWindow,
  superiorMinimum,
  superiorComponent,
  superiorCitation,
  unreportedWork,
  // wording
  duplicatedWord,
  wrongWord,
  missingWord,
  punctuation,
  placeholder,
  sensitiveData,
  length,
  unpairedBracket,
  // review
  likeness,
  // meta
  frontMatter,
  unusedSuppression,
];

/** The rule with that id. */
export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
