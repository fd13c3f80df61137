import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { plainText } from '../rules/fixes.ts';
import type { Language } from '../rules/messages.ts';
import type { Edit, Message } from '../rules/rule.ts';
import { onDisk } from '../workspace/closed-plans.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { toLspRange } from './ranges.ts';

/**
 * Edits of a document as a change that the client can apply: bound to the version of an open one, and
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
  const version = open.version === onDisk ? null : open.version;
  return { documentChanges: [{ textDocument: { uri: open.uri, version }, edits: lspEdits }] };
}

function toTextEdit(open: OpenPlan, edit: Edit): TextEdit {
  return {
    range: toLspRange(open.document, edit.range),
    newText: plainText(edit),
  };
}

/** Several changes as one, which is undone in one step. */
export function mergedEdits(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const changeAnnotations = Object.assign({}, ...edits.map((edit) => edit.changeAnnotations ?? {}));
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length > 0) {
    return { documentChanges, ...(Object.keys(changeAnnotations).length > 0 ? { changeAnnotations } : {}) };
  }
  return { changes: Object.assign({}, ...edits.map((edit) => edit.changes ?? {})) };
}

/** What a user is asked before a change is made. */
export interface Question {
  readonly id: string;
  readonly label: Message;
  readonly description: Message;
}

/** The same change; before the edits that have a question, in their order, the user is asked. */
export function confirmed(
  edit: WorkspaceEdit,
  questions: readonly (Question | undefined)[],
  language: Language,
): WorkspaceEdit {
  const asked = new Map(questions.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  if (asked.size === 0) return edit;
  const annotations = [...asked].map(([id, { label, description }]) => [
    id,
    { label: label[language], description: description[language], needsConfirmation: true },
  ]);
  return {
    documentChanges: (edit.documentChanges ?? []).map((change) => {
      if (!('edits' in change)) return change;
      const edits = change.edits.map((one, at) => {
        const question = questions[at];
        return question ? { ...one, annotationId: question.id } : one;
      });
      return { ...change, edits };
    }),
    changeAnnotations: Object.fromEntries(annotations),
  };
}
