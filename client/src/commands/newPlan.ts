import * as vscode from 'vscode';
import type { NewPlan, NewPlanParams } from '../../../server/src/protocol.ts';
import type { Session } from '../session.ts';

type Fields = NewPlanParams['fields'];

interface Question {
  readonly field: keyof Fields;
  readonly prompt: string;
  readonly example: string;
}

/** What is asked of a new plan, in this order. Every answer may be left empty: it stays a blank in the text. */
function questions(): readonly Question[] {
  const { t } = vscode.l10n;
  return [
    { field: 'unit', prompt: t('Who issues the plan?'), example: '云岭县档案局' },
    { field: 'activity', prompt: t('What is it about?'), example: '档案安全检查' },
    { field: 'start', prompt: t('On which day does it begin?'), example: '2026-03-02' },
    { field: 'end', prompt: t('On which day does it end?'), example: '2026-10-30' },
    {
      field: 'superior',
      prompt: t('Which superior document is it based on?'),
      example: '《关于加强档案安全工作的意见》（云政发〔2026〕3号）',
    },
  ];
}

/**
 * `fangan.newPlan`: asks for the kind of plan, who issues it, what it is about, its days and the
 * superior document, and opens a new document with tab stops where something is left to fill in.
 * @param kind the kind, when a key binding or the walkthrough gives it
 */
export async function newPlan(session: Session, kind?: string): Promise<void> {
  await session.start();
  const profile = typeof kind === 'string' ? kind : await pickKind(session);
  if (profile === undefined) return;
  const fields: Record<string, string> = {};
  const all = questions();
  for (const [at, question] of all.entries()) {
    const answer = await ask(session, profile, fields, question, `${at + 1}/${all.length}`);
    if (answer === undefined) return;
    if (answer !== '') fields[question.field] = answer;
  }
  const plan = await session.newPlan({ profile, fields });
  if (plan.snippet === '') return;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(plan.snippet), new vscode.Position(0, 0));
}

async function pickKind(session: Session): Promise<string | undefined> {
  const inChinese = vscode.env.language.startsWith('zh');
  const items = session.profiles.map(({ id, label, labelEn }) => ({
    id,
    label: inChinese ? label : `${label} ${labelEn}`,
    description: id,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Plan'),
    placeHolder: vscode.l10n.t('What kind of plan is it?'),
    matchOnDescription: true,
  });
  return chosen?.id;
}

/** @returns the answer, empty when it is left open; undefined when the author gave up */
function ask(
  session: Session,
  profile: string,
  before: Fields,
  { field, prompt, example }: Question,
  step: string,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: `${vscode.l10n.t('New Plan')} (${step})`,
    prompt: `${prompt} ${vscode.l10n.t('Leave it empty to fill it in later.')}`,
    placeHolder: example,
    ignoreFocusOut: true,
    validateInput: async (answer) => {
      if (answer.trim() === '') return undefined;
      const plan: NewPlan = await session.newPlan({ profile, fields: { ...before, [field]: answer } });
      return plan.faults.find((fault) => fault.field === field)?.message;
    },
  });
}
