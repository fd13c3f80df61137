import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../rules/rule.ts';
import { configurationNames } from '../workspace/configuration.ts';
import { type DictionaryFile, insertName } from '../workspace/dictionary.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { directoryOf, joinPath } from '../workspace/paths.ts';
import type { Client } from './client.ts';
import { toDiagnostic } from './diagnostics.ts';

/**
 * “This is one of our own names”: adds the name that a problem doubts to the nearest configuration,
 * which is created in the folder of the workspace (or beside the document) when there is none.
 */
export function dictionaryActions(open: OpenPlan, problems: readonly Problem[], client: Client): CodeAction[] {
  return problems.flatMap((problem) => {
    const { term } = problem;
    const file = term && dictionaryOf(open, client);
    if (!term || !file) return [];
    const edit = editOf(file, term, client);
    if (!edit) return [];
    return [
      {
        title: titleOf(open, term),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(open, problem, client)],
        edit,
      },
    ];
  });
}

type Term = NonNullable<Problem['term']>;

function titleOf({ language }: OpenPlan, { list, name }: Term): string {
  if (language === 'en') return `Add “${name}” to the dictionary: one of our own names`;
  return list === 'terms' ? `“${name}”是本单位（本地）的用语，加入词库` : `“${name}”是本单位（本地）的名称，加入词库`;
}

/** The configuration that counts for the document, or the one to be created; none for a document without a place. */
function dictionaryOf(open: OpenPlan, { folders }: Client): DictionaryFile | undefined {
  if (open.dictionaryFile) return open.dictionaryFile;
  const [name] = configurationNames;
  const folder = folders.find((uri) => open.uri.startsWith(`${uri.replace(/\/$/, '')}/`));
  const directory =
    folder?.replace(/\/$/, '') ?? (/^[a-z][a-z+.-]*:\/\//i.test(open.uri) ? directoryOf(open.uri) : undefined);
  return name === undefined || directory === undefined ? undefined : { uri: joinPath(directory, name) };
}

function editOf({ uri, text }: DictionaryFile, { list, name }: Term, client: Client): WorkspaceEdit | undefined {
  const insertion = insertName(text ?? '', list, name);
  if (!insertion || (text === undefined && !client.createsFiles)) return undefined;
  const document = TextDocument.create(uri, 'yaml', 0, text ?? '');
  const place = document.positionAt(insertion.range.start);
  const edits = [{ range: { start: place, end: place }, newText: insertion.text }];
  if (!client.versionedEdits) return { changes: { [uri]: edits } };
  const change = { textDocument: { uri, version: null }, edits };
  return {
    documentChanges:
      text === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
  };
}
