import { publicCalendar, type WorkCalendar } from '../dates/workdays.ts';
import { MarkdownParser } from '../markdown/incremental.ts';
import type { FrontMatter, PlanDocument } from '../plan/model.ts';
import { PlanReader } from '../plan/read.ts';
import type { SourceFile } from '../plan/superior-plan.ts';
import { type CheckSettings, checkDocument, type RuleSetting } from '../rules/check.ts';
import { nearDuplicateTitle } from '../rules/consistency/near-duplicate-title.ts';
import { siblingName } from '../rules/consistency/sibling-name.ts';
import { siblingWindow } from '../rules/consistency/sibling-window.ts';
import { sloganVariant } from '../rules/consistency/slogan-variant.ts';
import { findDirectives } from '../rules/directives.ts';
import { compareProblems } from '../rules/problems.ts';
import { likeness } from '../rules/review/likeness.ts';
import type { Problem, RecognisedPlan, Rule } from '../rules/rule.ts';
import { superiorCitation } from '../rules/superior/superior-citation.ts';
import { superiorComponent } from '../rules/superior/superior-component.ts';
import { superiorMinimum } from '../rules/superior/superior-minimum.ts';
import { superiorWindow } from '../rules/superior/superior-window.ts';
import { unreportedWork } from '../rules/superior/unreported-work.ts';
import { findSuppressions, suppress } from '../rules/suppressions.ts';
import { overlaps, type Range, shift } from '../text/range.ts';
import { superiorsNamed } from './superiors-named.ts';

/** What holds the plans of one bundle against each other. */
const bundleRules: readonly Rule[] = [
  nearDuplicateTitle,
  sloganVariant,
  siblingWindow,
  siblingName,
  superiorWindow,
  superiorMinimum,
  superiorComponent,
  superiorCitation,
  unreportedWork,
  // Here one has asked for it.
  { ...likeness, optIn: false } as Rule,
];

/** Between two files: blocks end, and the next one begins on a line of its own. */
const gap = '\n\n';

/** What the configuration says of one of the files. */
export type BundleSettings = Pick<CheckSettings, 'language' | 'rules' | 'dictionary'> & {
  readonly calendar?: WorkCalendar | undefined;
  recognise(document: PlanDocument): readonly RecognisedPlan[];
};

/** A file with plans, under the configuration that is nearest to it. */
export interface BundledSource extends SourceFile {
  readonly settings: BundleSettings;
}

/**
 * Holds plans of several files against each other, as if they stood in one file: siblings, stage plans and their whole
 * plan, summaries and the plan that they report on, plans and the one on which they rest.
 *
 * Each plan goes by the configuration of its own file: what kind of plan it is, which rules hold, in which language it
 * is told. Names that one of the configurations calls right are right in all of them, since they are compared.
 *
 * @param files texts with plans, at least two
 * @returns by the path of the file, the problems that concern another file as well: differences within
 *   one file are found without the bundle
 */
export function bundleProblems(files: readonly BundledSource[]): ReadonlyMap<string, readonly Problem[]> {
  const starts: number[] = [];
  let text = '';
  for (const file of files) {
    starts.push(text.length);
    text += withoutComments(withoutFrontMatter(file.text)) + gap;
  }
  const own = files.map((file) => new PlanReader().read(new MarkdownParser().parse(file.text), file.settings.calendar));
  const document = new PlanReader().readJoined(
    new MarkdownParser().parse(text),
    starts.map((start, at) => ({
      start,
      calendar: files[at]?.settings.calendar ?? publicCalendar,
      frontMatter: moved(own[at]?.frontMatter, start),
    })),
  );
  const recognised = recognisedIn(document, files, own, starts);
  const superiors = {
    links: [],
    missing: [],
    within: superiorsNamed(
      recognised.map(({ plan }) => ({ plan, at: fileAt(starts, plan.range) })),
      files.map(({ path }, at) => ({ path, document: own[at] })),
    ),
  };
  const dictionary = {
    organisations: files.flatMap(({ settings }) => settings.dictionary?.organisations ?? []),
    terms: files.flatMap(({ settings }) => settings.dictionary?.terms ?? []),
  };
  const problems = [...waysOf(files)].flatMap(([way, { language, rules }]) => {
    const checked = checkDocument(document, { language, rules, dictionary, recognised, superiors }, bundleRules);
    return checked.problems.flatMap((problem) => {
      const settings = files[fileAt(starts, problem.range)]?.settings;
      return settings && wayOf(settings) === way ? configured(problem, settings) : [];
    });
  });
  const found = new Map<string, Problem[]>();
  const named = problems.filter(({ rule }) => rule !== likeness.id);
  for (const problem of problems) {
    if (problem.rule === likeness.id && isSaid(problem, named)) continue;
    const at = fileAt(starts, problem.range);
    const file = files[at];
    if (!file || problem.related.every(({ range }) => fileAt(starts, range) === at)) continue;
    const own = found.get(file.path) ?? [];
    own.push(inFile(problem, at, files, starts));
    found.set(file.path, own);
  }
  return new Map(files.map((file) => [file.path, heard(file, found.get(file.path) ?? [])]));
}

type Way = Pick<BundleSettings, 'language' | 'rules'>;

/** The ways in which the files are to be checked: in what language, with which options. Their severities are for later. */
function waysOf(files: readonly BundledSource[]): ReadonlyMap<string, Way> {
  return new Map(
    files.map(({ settings }) => {
      const rules = new Map(optionsIn(settings).map(([id, options]) => [id, { options }] as const));
      return [wayOf(settings), { language: settings.language, rules }] as const;
    }),
  );
}

const wayOf = (settings: BundleSettings) => JSON.stringify([settings.language, optionsIn(settings)]);

/** The options that a configuration gives to the rules of a bundle. */
function optionsIn({ rules }: BundleSettings): readonly (readonly [id: string, options: Options])[] {
  return bundleRules.flatMap(({ id }) => {
    const options = rules.get(id)?.options;
    return options ? [[id, options] as const] : [];
  });
}

type Options = NonNullable<RuleSetting['options']>;

/** The problem as the configuration of its file will have it. */
function configured(problem: Problem, { rules }: BundleSettings): readonly Problem[] {
  const severity = rules.get(problem.rule)?.severity;
  if (severity === 'off') return [];
  return [severity ? { ...problem, severity } : problem];
}

/** The plans of the joined text, each as the kind that its own file makes it. */
function recognisedIn(
  document: PlanDocument,
  files: readonly BundledSource[],
  documents: readonly PlanDocument[],
  starts: readonly number[],
): readonly RecognisedPlan[] {
  const own = files.map(({ settings }, at) => (documents[at] ? settings.recognise(documents[at]) : []));
  return document.plans.flatMap((plan) => {
    const at = fileAt(starts, plan.range);
    const range = shift(plan.range, -(starts[at] ?? 0));
    const known = own[at]?.find((one) => overlaps(one.plan.range, range));
    return known ? [{ plan, profile: known.profile }] : [];
  });
}

/** Of two sentences that differ in a title or a slogan, the rule for these says more. */
function isSaid({ range, related }: Problem, problems: readonly Problem[]): boolean {
  const places = [range, ...related.map((place) => place.range)];
  return problems.some(
    (problem) => precise.has(problem.rule) && places.some((place) => overlaps(place, problem.range)),
  );
}

const precise: ReadonlySet<string> = new Set([nearDuplicateTitle.id, sloganVariant.id, siblingName.id]);

/** The front matter of a file, with its places in the joined text. */
function moved(frontMatter: FrontMatter | undefined, by: number): FrontMatter | undefined {
  if (!frontMatter) return undefined;
  const { range, values, lists, faults } = frontMatter;
  const place = <T extends { readonly range: Range }>(one: T): T => ({ ...one, range: shift(one.range, by) });
  return {
    range: shift(range, by),
    values: new Map([...values].map(([key, value]) => [key, place(value)])),
    lists: new Map([...lists].map(([key, entries]) => [key, entries.map(place)])),
    faults: faults.map(place),
  };
}

/** The front matter as blanks: only the first one of a text is one, and all offsets stay as they are. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/, (block) => block.replace(/[^\r\n]/g, ' '));
}

/** A comment that silences the rest of its file must not silence the files behind it. */
function withoutComments(text: string): string {
  if (!text.includes('fangan-')) return text;
  return text.replace(/<!--[ \t\r\n]{0,20}fangan-(?:(?!-->)[\s\S]){0,2000}-->/g, (comment) =>
    comment.replace(/[^\r\n]/g, ' '),
  );
}

/** What the comments of the file itself do not silence, in order. */
function heard(file: SourceFile, problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort(compareProblems);
  if (sorted.length === 0 || !file.text.includes('fangan-')) return sorted;
  const document = new PlanReader().read(new MarkdownParser().parse(file.text));
  return suppress(findSuppressions(document, findDirectives(document)), sorted).left;
}

/** The last file that starts in front of the range. */
function fileAt(starts: readonly number[], range: Range): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= range.start) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The problem with places of its files; a fix would belong to the joined text, and is left out. */
function inFile(problem: Problem, at: number, files: readonly SourceFile[], starts: readonly number[]): Problem {
  const { fix: _, ...rest } = problem;
  const related = problem.related.map(({ message, range }) => {
    const other = fileAt(starts, range);
    const file = files[other];
    return {
      message,
      range: shift(range, -(starts[other] ?? 0)),
      ...(file && other !== at ? { file } : {}),
    };
  });
  return { ...rest, range: shift(problem.range, -(starts[at] ?? 0)), related };
}
