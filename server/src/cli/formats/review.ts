import { toChinese } from '../../dates/civil.ts';
import { systemClock } from '../../dates/today.ts';
import type { ReviewForm } from '../../exchange/review/formats.ts';
import { addCounts, noCounts, type ReviewFile, type ReviewFinding, reviewFile } from '../../exchange/review/review.ts';
import { loadOffice } from '../../node/office.ts';
import type { FormatWriter } from '../report.ts';
import type { ReportedProblem } from '../reported.ts';

/** The report for the person who signs: nothing is written before all files are there, as the totals come first. */
export function reviewWriter(form: ReviewForm): FormatWriter {
  const files: ReviewFile[] = [];
  return {
    file({ path, problems, language, profile }, text) {
      if (profile !== null || problems.length > 0)
        files.push(reviewFile(path, text ?? '', problems.map(findingOf), language));
      return '';
    },
    end: ({ failures, language }) =>
      form.write(
        {
          language,
          day: toChinese(systemClock()),
          counts: files.reduce((sum, { counts }) => addCounts(sum, counts), noCounts),
          files,
          failures: failures.map(({ place, message }) => ({ place, message: message[language] })),
        },
        loadOffice,
      ),
  };
}

function findingOf({ rule, severity, message, place, related, fix }: ReportedProblem): ReviewFinding {
  const rangeOf = ({ start, end }: ReportedProblem['place']) => ({ start: start.offset, end: end.offset });
  return {
    rule,
    severity,
    message,
    range: rangeOf(place),
    related: related.map(({ message: said, path, place: at }) => ({
      message: said,
      line: at.start.line,
      ...(path === undefined ? {} : { path }),
    })),
    ...(fix
      ? {
          fix: {
            title: fix.title,
            safety: fix.safety,
            edits: fix.edits.map((edit) => ({ range: rangeOf(edit.place), text: edit.text })),
          },
        }
      : {}),
  };
}
