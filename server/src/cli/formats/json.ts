import { rulePage } from '../../rules/pages.ts';
import { positionsFor } from '../../text/positions.ts';
import { countProblems, type Format } from '../report.ts';

/** The contract of `check --format json`; schemas/check.schema.json describes it. */
export const json: Format = ({ files }) => {
  const report = {
    version: 1,
    files: files.map(({ path, profile, problems, positions }) => ({
      path,
      profile,
      problems: problems.map((problem) => ({
        rule: problem.rule,
        severity: problem.severity,
        message: problem.message,
        range: positions.place(problem.range),
        text: positions.text.slice(problem.range.start, problem.range.end),
        related: problem.related.map((place) => ({
          path: place.file?.path ?? path,
          range: positionsFor(place, positions).place(place.range),
          message: place.message,
        })),
        fix: problem.fix?.safety ?? 'none',
        url: rulePage(problem.rule),
      })),
    })),
    summary: { files: files.length, ...countProblems(files) },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};
