import { rulePage } from '../../rules/pages.ts';
import type { FileReport, Format } from '../report.ts';
import { indented } from './indented.ts';

/** The contract of `check --format json`; schemas/check.schema.json describes it. */
export const json: Format = () => {
  let files = 0;
  const head = '{\n  "version": 1,\n  "files": [';
  return {
    file(report) {
      files += 1;
      return `${files === 1 ? head : ','}\n    ${indented(contentOf(report), 4)}`;
    },
    end({ files: count, errors, warnings, infos, hints }) {
      const summary = indented({ files: count, errors, warnings, infos, hints }, 2);
      return `${files === 0 ? `${head}]` : '\n  ]'},\n  "summary": ${summary}\n}\n`;
    },
  };
};

function contentOf({ path, profile, problems }: FileReport): object {
  return {
    path,
    profile,
    problems: problems.map(({ rule, severity, message, place, text, related, fix }) => ({
      rule,
      severity,
      message,
      range: place,
      text,
      related: related.map((other) => ({
        path: other.path ?? path,
        range: other.place,
        message: other.message,
      })),
      fix: fix?.safety ?? 'none',
      url: rulePage(rule),
    })),
  };
}
