import { type Diagnostic, DiagnosticSeverity, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceFile } from '../plan/superior-plan.ts';
import { ruleById } from '../rules/index.ts';
import { rulePage } from '../rules/pages.ts';
import type { Problem, Severity } from '../rules/rule.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { toLspRange } from './ranges.ts';

/** What every diagnostic of ours carries as its source. */
export const source = 'fangan';

/** Our attachment to a diagnostic; clients give it back with code action requests. */
export interface ProblemAttachment {
  readonly fix: 'safe' | 'suggested';
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The problems of a document as diagnostics, in order of position. */
export function diagnosticsOf(open: OpenPlan, client: Client): Diagnostic[] {
  return open.problems.map((problem) => toDiagnostic(open, problem, client));
}

/**
 * The answer to a pull: `unchanged` when the client already has the diagnostics of this text and
 * these settings.
 */
export function diagnosticReport(
  open: OpenPlan,
  previous: string | undefined,
  client: Client,
): DocumentDiagnosticReport {
  const resultId = open.state;
  if (resultId === previous) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: diagnosticsOf(open, client) };
}

/** One problem; the related places are left out for clients that cannot show them. */
export function toDiagnostic({ document, uri }: OpenPlan, problem: Problem, client: Client): Diagnostic {
  const { rule, severity, message, range, related, fix } = problem;
  const attachment: ProblemAttachment | undefined = fix && { fix: fix.safety };
  return {
    range: toLspRange(document, range),
    severity: severities[severity],
    code: rule,
    ...(ruleById(rule) ? { codeDescription: { href: rulePage(rule) } } : {}),
    source,
    message,
    ...(client.relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: place.file
              ? { uri: place.file.path, range: toLspRange(documentOf(place.file), place.range) }
              : { uri, range: toLspRange(document, place.range) },
            message: place.message,
          })),
        }
      : {}),
    ...(attachment ? { data: attachment } : {}),
  };
}

const documents = new WeakMap<SourceFile, TextDocument>();

/** Another file as a document, for finding its lines. */
function documentOf(file: SourceFile): TextDocument {
  const document = documents.get(file) ?? TextDocument.create(file.path, 'markdown', 0, file.text);
  documents.set(file, document);
  return document;
}
