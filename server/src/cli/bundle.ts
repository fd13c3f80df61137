import { compareProblems } from '../rules/problems.ts';
import type { Problem } from '../rules/rule.ts';
import { overlaps } from '../text/range.ts';
import { bundleProblems } from '../workspace/bundle.ts';
import type { Resolution } from '../workspace/settings.ts';
import type { FileReport } from './report.ts';

/** The reports with what the plans of the run say differently from one another. */
export function withBundle(reports: readonly FileReport[], settings: Resolution): readonly FileReport[] {
  const plans = reports.filter(({ profile }) => profile !== null);
  if (plans.length < 2) return reports;
  const { language, rules, organisations, terms, recognition } = settings;
  const found = bundleProblems(
    plans.map(({ path, positions }) => ({ path, text: positions.text })),
    { language, rules, recognition, dictionary: { organisations, terms } },
  );
  return reports.map((report) => {
    const further = (found.get(report.path) ?? []).filter((problem) => !isKnown(problem, report.problems));
    return further.length === 0
      ? report
      : { ...report, problems: [...report.problems, ...further].sort(compareProblems) };
  });
}

/** One finding for one fault: what a superior plan is quoted for wrongly was said beside that plan. */
function isKnown({ range }: Problem, problems: readonly Problem[]): boolean {
  return problems.some((other) => other.rule.startsWith('superior-') && overlaps(other.range, range));
}
