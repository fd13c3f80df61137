import { createHash } from 'node:crypto';
import type { SourceFile } from '../../plan/superior-plan.ts';
import { snippetText } from '../../rules/fixes.ts';
import { rules } from '../../rules/index.ts';
import { rulePage } from '../../rules/pages.ts';
import type { Problem, Severity } from '../../rules/rule.ts';
import { Positions, positionsFor } from '../../text/positions.ts';
import type { Range } from '../../text/range.ts';
import type { FileReport, Format } from '../report.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS), which code scanning services read. Lines and columns count from 1, columns in UTF-16 units. */
export const sarif: Format = ({ files, failures, language }, { version }) => {
  const used = new Set(files.flatMap((file) => file.problems.map((problem) => problem.rule)));
  const described = rules.filter((rule) => used.has(rule.id));
  const unknown = [...used].filter((id) => !described.some((rule) => rule.id === id));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
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
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map(({ place, message }) => ({
              level: 'error',
              message: { text: `${place}: ${message[language]}` },
            })),
          },
        ],
        artifacts: files.map(({ path }) => ({ location: location(path) })),
        results: files.flatMap((file, index) => resultsOf(file, index)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function resultsOf(file: FileReport, index: number): readonly object[] {
  const seen = new Map<string, number>();
  return file.problems.map((problem) => ({
    ruleId: problem.rule,
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [{ physicalLocation: physical(file, problem.range, index) }],
    ...(problem.related.length > 0
      ? {
          relatedLocations: problem.related.map((place, id) => ({
            id,
            physicalLocation: place.file ? elsewhere(place.file, place.range) : physical(file, place.range, index),
            message: { text: place.message },
          })),
        }
      : {}),
    partialFingerprints: { 'fangan/v1': fingerprint(file, problem, seen) },
    ...(problem.fix ? { fixes: [fixOf(file, problem.fix, index)] } : {}),
  }));
}

function fixOf({ path, positions }: FileReport, fix: NonNullable<Problem['fix']>, index: number): object {
  return {
    description: { text: fix.title },
    properties: { safety: fix.safety },
    artifactChanges: [
      {
        artifactLocation: { ...location(path), index },
        replacements: fix.edits.map((edit) => ({
          deletedRegion: region(positions, edit.range),
          insertedContent: { text: edit.snippet ? snippetText(edit.text) : edit.text },
        })),
      },
    ],
  };
}

function physical({ path, positions }: FileReport, range: Range, index: number): object {
  const snippet = positions.text.slice(range.start, range.end);
  return {
    artifactLocation: { ...location(path), index },
    region: { ...region(positions, range), ...(snippet === '' ? {} : { snippet: { text: snippet } }) },
  };
}

/** A place in a file that is none of the artifacts of the run. */
function elsewhere(file: SourceFile, range: Range): object {
  return { artifactLocation: location(file.path), region: region(positionsFor({ file }, new Positions('')), range) };
}

function region(positions: Positions, range: Range): object {
  const { start, end } = positions.place(range);
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
function fingerprint({ path, positions }: FileReport, problem: Problem, seen: Map<string, number>): string {
  const words = positions.text.slice(problem.range.start, problem.range.end);
  const key = `${path}\0${problem.rule}\0${words}`;
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 32);
}
