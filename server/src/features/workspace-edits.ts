import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { snippetText } from '../rules/fixes.ts';
import type { Edit } from '../rules/rule.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { toLspRange } from './ranges.ts';

/**
 * Edits of a document as a change that the client can apply: bound to the document's version, and
 * with tab stops, where the client knows these.
 */
export function workspaceEdit(open: OpenPlan, edits: readonly Edit[], client: Client): WorkspaceEdit {
  if (!client.versionedEdits) {
    return { changes: { [open.uri]: edits.map((edit) => toTextEdit(open, edit)) } };
  }
  const lspEdits = edits.map((edit): TextEdit | SnippetTextEdit =>
    edit.snippet && client.snippetEdits
      ? { range: toLspRange(open.document, edit.range), snippet: { kind: 'snippet', value: edit.text } }
      : toTextEdit(open, edit),
  );
  return { documentChanges: [{ textDocument: { uri: open.uri, version: open.version }, edits: lspEdits }] };
}

function toTextEdit(open: OpenPlan, edit: Edit): TextEdit {
  return {
    range: toLspRange(open.document, edit.range),
    newText: edit.snippet ? snippetText(edit.text) : edit.text,
  };
}
