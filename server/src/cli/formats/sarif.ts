import { createHash } from 'node:crypto';
import { rules } from '../../rules/index.ts';
import { rulePage } from '../../rules/pages.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Place } from '../../text/positions.ts';
import type { FileReport, Format, Totals } from '../report.ts';
import type { ReportedProblem } from '../reported.ts';
import { indented } from './indented.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS), which code scanning services read. Lines and columns count from 1, columns in UTF-16 units. */
export const sarif: Format = ({ version }) => {
  const paths: string[] = [];
  const used = new Set<string>();
  let results = 0;
  const head = [
    '{',
    '  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",',
    '  "version": "2.1.0",',
    '  "runs": [',
    '    {',
    '      "columnKind": "utf16CodeUnits",',
    '      "results": [',
  ].join('\n');
  return {
    file(report) {
      const index = paths.push(report.path) - 1;
      for (const { rule } of report.problems) used.add(rule);
      const start = index === 0 ? head : '';
      return (
        start +
        resultsOf(report, index)
          .map((result) => `${results++ === 0 ? '' : ','}\n        ${indented(result, 8)}`)
          .join('')
      );
    },
    end(totals) {
      const rest = Object.entries(aboutRun(totals, version, used, paths)).map(
        ([key, value]) => `,\n      ${JSON.stringify(key)}: ${indented(value, 6)}`,
      );
      const close = results === 0 ? ']' : '\n      ]';
      return `${paths.length === 0 ? head : ''}${close}${rest.join('')}\n    }\n  ]\n}\n`;
    },
  };
};

function aboutRun(
  { failures, language }: Totals,
  version: string,
  used: ReadonlySet<string>,
  paths: readonly string[],
): Readonly<Record<string, unknown>> {
  const described = rules.filter((rule) => used.has(rule.id));
  const unknown = [...used].filter((id) => !described.some((rule) => rule.id === id));
  return {
    tool: {
      driver: {
        name: 'fangan',
        version,
        informationUri: 'https://github.com/fangan-plan/fangan',
        rules: [
          ...described.map((rule) => ({
            id: rule.id,
            shortDescription: { text: rule.summary[language] },
            helpUri: rulePage(rule.id),
            defaultConfiguration: { level: levels[rule.severity] },
            properties: { family: rule.family, basis: rule.basis },
          })),
          ...unknown.map((id) => ({ id })),
        ],
      },
    },
    language: language === 'zh' ? 'zh-CN' : 'en',
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map(({ place, message }) => ({
          level: 'error',
          message: { text: `${place}: ${message[language]}` },
        })),
      },
    ],
    artifacts: paths.map((path) => ({ location: location(path) })),
  };
}

function resultsOf(file: FileReport, index: number): readonly object[] {
  const seen = new Map<string, number>();
  return file.problems.map((problem) => ({
    ruleId: problem.rule,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [{ physicalLocation: physical(file.path, problem, index) }],
    ...(problem.related.length > 0
      ? {
          relatedLocations: problem.related.map((place, id) => ({
            id,
            physicalLocation:
              place.path === undefined
                ? physical(file.path, place, index)
                : // A file that is none of the artifacts of the run.
                  { artifactLocation: location(place.path), region: region(place.place) },
            message: { text: place.message },
          })),
        }
      : {}),
    partialFingerprints: { 'fangan/v1': fingerprint(file.path, problem, seen) },
    ...(problem.fix ? { fixes: [fixOf(file.path, problem.fix, index)] } : {}),
  }));
}

function fixOf(path: string, fix: NonNullable<ReportedProblem['fix']>, index: number): object {
  return {
    description: { text: fix.title },
    properties: { safety: fix.safety },
    artifactChanges: [
      {
        artifactLocation: { ...location(path), index },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: region(edit.place),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

function physical(path: string, { place, text }: Pick<ReportedProblem, 'place' | 'text'>, index: number): object {
  return {
    artifactLocation: { ...location(path), index },
    region: { ...region(place), ...(text === '' ? {} : { snippet: { text } }) },
  };
}

function region({ start, end }: Place): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

/** A URI reference: relative for a path below the working directory. */
function location(path: string): { readonly uri: string } {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]%3A\//.test(uri)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri: uri.startsWith('/') ? `file://${uri}` : uri };
}

/** The same for the same problem in an edited file: rule, words and place among equals, but no line number. */
function fingerprint(path: string, { rule, text }: ReportedProblem, seen: Map<string, number>): string {
  const key = `${path}\0${rule}\0${text}`;
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 32);
}
