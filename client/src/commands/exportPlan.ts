import * as vscode from 'vscode';
import {
  type ExportChoices,
  type ExportedFile,
  type ExportParams,
  exportChoicesRequest,
  exportRequest,
} from '../../../server/src/protocol.ts';
import { mayHoldPlan } from '../documents.ts';
import type { Session } from '../session.ts';
import { pickForm, saveExported } from '../writing.ts';

/**
 * `fangan.export`: asks for a form, for a plan where the document holds several, and for a place, and writes the plan
 * there.
 * @param target the form, when a key binding gives it
 * @param place where to, when it is given; an existing file is replaced then
 */
export async function exportPlan(session: Session, target?: string, place?: vscode.Uri): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !mayHoldPlan(document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text file first.'));
    return;
  }
  await session.start();
  const choices = await session.ask<ExportChoices>(exportChoicesRequest, document.uri);
  if (!choices) return;
  const chosen =
    typeof target === 'string'
      ? choices.targets.find(({ id }) => id === target)
      : await pickForm(choices.targets, vscode.l10n.t('Export Plan'), vscode.l10n.t('As what is it exported?'));
  if (!chosen) return;
  const plan = place ? undefined : await pickPlan(choices);
  if (plan === null) return;
  const params: Omit<ExportParams, 'uri'> = { target: chosen.id, ...(plan === undefined ? {} : { plan }) };
  const file = await session.ask<ExportedFile>(exportRequest, document.uri, params);
  if (file) await saveExported(file, document.uri, chosen, place);
}

/** @returns index of the plan; undefined for all of the document; null when the author gave up */
async function pickPlan({ plans }: ExportChoices): Promise<number | undefined | null> {
  if (plans.length < 2) return undefined;
  const items = [
    { label: vscode.l10n.t('The whole document ({0} plans)', plans.length), plan: undefined },
    ...plans.map((title, plan) => ({ label: title || vscode.l10n.t('Plan {0}', plan + 1), plan })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Plan'),
    placeHolder: vscode.l10n.t('Which plan is exported?'),
  });
  return picked ? picked.plan : null;
}
