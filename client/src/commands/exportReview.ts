import * as vscode from 'vscode';
import {
  type ExportChoices,
  type ExportedFile,
  exportChoicesRequest,
  type ReviewParams,
  reviewRequest,
} from '../../../server/src/protocol.ts';
import { mayHoldPlan } from '../documents.ts';
import type { Session } from '../session.ts';
import { pickForm, saveExported } from '../writing.ts';

/**
 * `fangan.exportReview`: writes what the check of the active document found as a report for the person who signs.
 * @param form `html`, `docx` or `md`, when a key binding gives it
 * @param place where to, when it is given; an existing file is replaced then
 */
export async function exportReview(session: Session, form?: string, place?: vscode.Uri): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !mayHoldPlan(document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text file first.'));
    return;
  }
  await session.start();
  const choices = await session.ask<ExportChoices>(exportChoicesRequest, document.uri);
  if (!choices) return;
  const chosen =
    typeof form === 'string'
      ? choices.reviews.find(({ id }) => id === form)
      : await pickForm(
          choices.reviews,
          vscode.l10n.t('Export Review Report'),
          vscode.l10n.t('In which form is the report written?'),
        );
  if (!chosen) return;
  const params: Omit<ReviewParams, 'uri'> = { form: chosen.id };
  const file = await session.ask<ExportedFile>(reviewRequest, document.uri, params);
  if (file) await saveExported(file, document.uri, chosen, place);
}
