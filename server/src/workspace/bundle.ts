import { MarkdownParser } from '../markdown/incremental.ts';
import { PlanReader } from '../plan/read.ts';
import type { SourceFile } from '../plan/superior-plan.ts';
import { type RecognitionSettings, recognise } from '../profiles/recognise.ts';
import { type CheckSettings, checkDocument } from '../rules/check.ts';
import { nearDuplicateTitle } from '../rules/consistency/near-duplicate-title.ts';
import { sloganVariant } from '../rules/consistency/slogan-variant.ts';
import { likeness } from '../rules/review/likeness.ts';
import type { Problem, Rule } from '../rules/rule.ts';
import { type Range, shift } from '../text/range.ts';

/** What holds the plans of one bundle against each other: titles, slogans, sentences that are nearly the same. */
const bundleRules: readonly Rule[] = [nearDuplicateTitle, sloganVariant, likeness];

/** Between two files: blocks end, and the next one begins on a line of its own. */
const gap = '\n\n';

export type BundleSettings = Pick<CheckSettings, 'language' | 'rules' | 'dictionary'> & {
  readonly recognition: RecognitionSettings;
};

/**
 * Holds plans of several files against each other, as if they stood in one file.
 *
 * @param files texts with plans, at least two
 * @returns by the path of the file, the problems that concern another file as well: differences within
 *   one file are found without the bundle
 */
export function bundleProblems(
  files: readonly SourceFile[],
  settings: BundleSettings,
): ReadonlyMap<string, readonly Problem[]> {
  const starts: number[] = [];
  let text = '';
  for (const file of files) {
    starts.push(text.length);
    text += withoutFrontMatter(file.text) + gap;
  }
  const document = new PlanReader().read(new MarkdownParser().parse(text));
  const rules = new Map(settings.rules);
  if (!rules.has(likeness.id)) rules.set(likeness.id, { severity: likeness.severity });
  const { language, dictionary, recognition } = settings;
  const { problems } = checkDocument(
    document,
    { language, rules, ...(dictionary ? { dictionary } : {}), recognised: recognise(document, recognition) },
    bundleRules,
  );
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const at = fileAt(starts, problem.range);
    const file = files[at];
    if (!file || problem.related.every(({ range }) => fileAt(starts, range) === at)) continue;
    const own = found.get(file.path) ?? [];
    own.push(inFile(problem, at, files, starts));
    found.set(file.path, own);
  }
  return found;
}

/** The front matter as blanks: only the first one of a text is one, and all offsets stay as they are. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/, (block) => block.replace(/[^\r\n]/g, ' '));
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
