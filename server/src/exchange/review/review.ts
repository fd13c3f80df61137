import type { Plan, PlanDocument, Section } from '../../plan/model.ts';
import { readPlans } from '../../plan/read.ts';
import { basisInWords } from '../../rules/basis.ts';
import { ruleById } from '../../rules/index.ts';
import type { Severity } from '../../rules/rule.ts';
import { Positions } from '../../text/positions.ts';
import type { Range } from '../../text/range.ts';
import { changesOf, type Piece, quoteOf } from './quote.ts';

/** A finding as it comes from a check, with plain edits. */
export interface ReviewFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly path?: string; readonly line: number }[];
  readonly fix?: {
    readonly title: string;
    readonly safety: 'safe' | 'suggested';
    readonly edits: readonly { readonly range: Range; readonly text: string }[];
  };
}

/** How many findings there are of each severity. */
export type ReviewCounts = Readonly<Record<Severity, number>>;

/**
 * A report for the person who signs: what was found in each plan, section by section, with its basis, the words in
 * question and what they might be instead. Plain data, from which each form of the report is written.
 */
export interface Review {
  readonly language: 'zh' | 'en';
  /** The day of the check: 2026年3月5日. */
  readonly day: string;
  readonly counts: ReviewCounts;
  readonly files: readonly ReviewFile[];
  /** What could not be checked. */
  readonly failures: readonly { readonly place: string; readonly message: string }[];
}

export interface ReviewFile {
  readonly path: string;
  readonly counts: ReviewCounts;
  readonly plans: readonly ReviewPlan[];
}

export interface ReviewPlan {
  /** Empty where it has none. */
  readonly title: string;
  readonly counts: ReviewCounts;
  /** In their order in the plan; sections without findings are left out. */
  readonly sections: readonly ReviewSection[];
}

export interface ReviewSection {
  readonly title: string;
  readonly entries: readonly ReviewEntry[];
}

export interface ReviewEntry {
  /** Counts through the file. */
  readonly number: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly basis: readonly string[];
  /** From 1. */
  readonly line: number;
  readonly quote: readonly Piece[];
  /** The fix applied to the sentence, or to the places that it changes. */
  readonly proposal: readonly (readonly Piece[])[];
  /** What the fix does, in words. */
  readonly advice: string;
  /** It needs somebody to look, or to fill something in. */
  readonly unsure: boolean;
  readonly related: readonly string[];
}

const words = {
  zh: {
    front: '文件头',
    opening: '标题和开头',
    ending: '落款和附件',
    whole: '全文',
    line: (line: number) => `第${line}行`,
  },
  en: {
    front: 'Front matter',
    opening: 'Title and opening',
    ending: 'Ending',
    whole: 'Text',
    line: (line: number) => `line ${line}`,
  },
} as const;

export const noCounts: ReviewCounts = { error: 0, warning: 0, info: 0, hint: 0 };

export function addCounts(a: ReviewCounts, b: ReviewCounts): ReviewCounts {
  return {
    error: a.error + b.error,
    warning: a.warning + b.warning,
    info: a.info + b.info,
    hint: a.hint + b.hint,
  };
}

/** What a check found in one file, sorted into its plans and their sections. */
export function reviewFile(
  path: string,
  text: string,
  findings: readonly ReviewFinding[],
  language: 'zh' | 'en',
  document: PlanDocument = readPlans(text),
): ReviewFile {
  const positions = new Positions(text);
  const sorted = [...findings].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const entries = sorted.map((finding, at) => ({
    finding,
    entry: entryOf(finding, at + 1, document, positions, language),
  }));
  const [first] = document.plans;
  const plans = document.plans.map((plan): ReviewPlan => {
    const own = entries.filter(({ finding }) => (planAt(document, finding.range.start) ?? first) === plan);
    return {
      title: plan.title?.value ?? '',
      counts: countsOf(own.map(({ entry }) => entry)),
      sections: sectionsOf(own, plan, document, language),
    };
  });
  return { path, counts: countsOf(entries.map(({ entry }) => entry)), plans };
}

function planAt({ plans }: PlanDocument, offset: number): Plan | undefined {
  return plans.findLast(({ range }) => range.start <= offset);
}

function countsOf(entries: readonly Pick<ReviewEntry, 'severity'>[]): ReviewCounts {
  const counts = { ...noCounts };
  for (const { severity } of entries) counts[severity] += 1;
  return counts;
}

/** Findings by the outermost section that they lie in, in the order of the plan. */
function sectionsOf(
  entries: readonly { readonly finding: ReviewFinding; readonly entry: ReviewEntry }[],
  plan: Plan,
  { frontMatter }: PlanDocument,
  language: 'zh' | 'en',
): readonly ReviewSection[] {
  const sections: { readonly title: string; readonly entries: ReviewEntry[] }[] = [];
  for (const { finding, entry } of entries) {
    const title = sectionTitle(finding.range.start, plan, frontMatter?.range, language);
    const last = sections.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else sections.push({ title, entries: [entry] });
  }
  return sections;
}

function sectionTitle(offset: number, plan: Plan, front: Range | undefined, language: 'zh' | 'en'): string {
  const { sections, closing } = plan;
  if (front && offset < front.end) return words[language].front;
  const found = sections.findLast((section) => section.range.start <= offset);
  if (!found) return sections.length > 0 ? words[language].opening : words[language].whole;
  if (closing && offset > Math.max(closing.range.end, found.range.end)) return words[language].ending;
  return headingOf(found);
}

function headingOf({ heading, number, title }: Section): string {
  return `${number?.raw ?? ''}${title.value}` || heading.text;
}

function entryOf(
  finding: ReviewFinding,
  number: number,
  document: PlanDocument,
  positions: Positions,
  language: 'zh' | 'en',
): ReviewEntry {
  const { rule, severity, message, range, fix, related } = finding;
  return {
    number,
    severity,
    rule,
    message,
    basis: (ruleById(rule)?.basis ?? []).map((basis) => basisInWords(basis, language)),
    line: positions.position(range.start).line + 1,
    quote: quoteOf(document, range),
    proposal: fix ? changesOf(document, range, fix.edits) : [],
    advice: fix?.title ?? '',
    unsure: fix?.safety === 'suggested',
    related: related.map(({ message: said, path, line }) => {
      const at = words[language].line(line + 1);
      return `${said}${language === 'zh' ? '（' : ' ('}${path === undefined ? at : `${path} ${at}`}${language === 'zh' ? '）' : ')'}`;
    }),
  };
}
