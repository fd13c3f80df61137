import { recognise } from '../profiles/recognise.ts';
import { Positions } from '../text/positions.ts';
import { overlaps } from '../text/range.ts';
import { bundleProblems } from '../workspace/bundle.ts';
import type { Resolution } from '../workspace/settings.ts';
import type { FileReport } from './report.ts';
import { compareReported, type ReportedProblem, reported } from './reported.ts';

/** A file of the run with its text, which is there when it holds a plan. */
export interface BundledFile {
  readonly report: FileReport;
  readonly text?: string;
}

/** The reports with what the plans of the run say differently from one another. */
export function withBundle(
  files: readonly BundledFile[],
  settings: Resolution,
  workingDirectory: string,
): readonly FileReport[] {
  const plans = files.flatMap(({ report, text }) => (text === undefined ? [] : [{ path: report.path, text }]));
  if (plans.length < 2) return files.map(({ report }) => report);
  const { language, rules, organisations, terms, calendar, recognition } = settings;
  const found = bundleProblems(plans, {
    language,
    rules,
    recognise: (document) => recognise(document, recognition),
    dictionary: { organisations, terms },
    calendar,
  });
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
