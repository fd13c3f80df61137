import { recognise } from '../profiles/recognise.ts';
import { Positions } from '../text/positions.ts';
import { overlaps } from '../text/range.ts';
import { type BundledSource, bundleProblems } from '../workspace/bundle.ts';
import type { Resolution } from '../workspace/settings.ts';
import type { FileReport } from './report.ts';
import { compareReported, type ReportedProblem, reported } from './reported.ts';

/** A file of the run with its text, which is there when it holds a plan. */
export interface BundledFile {
  readonly report: FileReport;
  readonly text?: string;
}

/**
 * The reports with what the plans of the run say differently from one another.
 * @param settingsOf how the file of a path is checked
 */
export async function withBundle(
  files: readonly BundledFile[],
  settingsOf: (path: string) => Promise<Resolution>,
  workingDirectory: string,
): Promise<readonly FileReport[]> {
  const plans: BundledSource[] = [];
  for (const { report, text } of files) {
    if (text === undefined) continue;
    const { language, rules, organisations, terms, calendar, recognition } = await settingsOf(report.path);
    plans.push({
      path: report.path,
      text,
      settings: {
        language,
        rules,
        recognise: (document) => recognise(document, recognition),
        dictionary: { organisations, terms },
        calendar,
      },
    });
  }
  if (plans.length < 2) return files.map(({ report }) => report);
  const found = bundleProblems(plans);
  return files.map(({ report, text }) => {
    const own = found.get(report.path) ?? [];
    if (own.length === 0 || text === undefined) return report;
    const further = reported(own, new Positions(text), undefined, workingDirectory).filter(
      (problem) => !isKnown(problem, report.problems),
    );
    return { ...report, problems: [...report.problems, ...further].sort(compareReported) };
  });
}

/** One finding for one fault: what was said of the file by itself, or beside its superior plan, is not said again. */
function isKnown(problem: ReportedProblem, problems: readonly ReportedProblem[]): boolean {
  const { rule, place } = problem;
  return problems.some(
    (other) =>
      (other.rule === rule && other.place.start.offset === place.start.offset) ||
      (isSuperior(other.rule) && !isSuperior(rule) && overlaps(rangeOf(other), rangeOf(problem))),
  );
}

const isSuperior = (rule: string) => rule.startsWith('superior-');
const rangeOf = ({ place: { start, end } }: ReportedProblem) => ({ start: start.offset, end: end.offset });
