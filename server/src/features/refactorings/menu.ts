import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { OpenPlan } from '../../workspace/open-plan.ts';
import type { Client } from '../client.ts';
import { planAt } from '../plans-at.ts';
import { workspaceEdit } from '../workspace-edits.ts';
import { toHeadings, toParagraphs } from './headings.ts';
import { moveDown, moveUp } from './move-section.ts';
import type { Refactoring } from './refactoring.ts';
import { renumberDocument, renumberList, renumberSection } from './renumber.ts';
import { toTable } from './stage-table.ts';
import { toProse } from './table-prose.ts';
import { insertRow, sortByDeadline, sortByOrdinal, sortByUnit } from './table-rows.ts';
import { makeWorkflow, updateWorkflow } from './workflow.ts';

/** All of them, in the order of the menu. */
export const refactorings: readonly Refactoring[] = [
  renumberList,
  renumberSection,
  renumberDocument,
  moveUp,
  moveDown,
  insertRow,
  sortByOrdinal,
  sortByDeadline,
  sortByUnit,
  toTable,
  toProse,
  toHeadings,
  toParagraphs,
  makeWorkflow,
  updateWorkflow,
];

/** For the server's capabilities. */
export const refactoringKinds: readonly string[] = [CodeActionKind.RefactorRewrite, 'refactor.move'];

/**
 * What can be done with the form of the plan at an offset, for those kinds that are asked for.
 * @param wants whether the client wants actions of a kind
 */
export function refactoringActions(
  open: OpenPlan,
  offset: number,
  client: Client,
  wants: (kind: string) => boolean,
): CodeAction[] {
  const asked = refactorings.filter(({ kind }) => wants(kind));
  const recognised = asked.length > 0 ? planAt(open, offset) : undefined;
  if (!recognised) return [];
  const spot = { open, recognised, offset };
  return asked.flatMap((refactoring): readonly CodeAction[] => {
    const { kind } = refactoring;
    const title = refactoring.title[open.language];
    if (client.resolvesEdits && refactoring.mayApply) {
      const chosen: Chosen = { uri: open.uri, kind, offset };
      return refactoring.mayApply(spot) ? [{ title, kind, data: chosen }] : [];
    }
    const edits = refactoring.edits(spot);
    if (edits.length === 0) return [];
    const doubts = doubtText(refactoring.doubts?.(spot) ?? [], open);
    const inBrackets = open.language === 'zh' ? `${title}（${doubts}）` : `${title} (${doubts})`;
    return [{ title: doubts ? inBrackets : title, kind, edit: workspaceEdit(open, edits, client) }];
  });
}

const mostDoubts = 4;

/** What is told with a change that leaves some places to be looked at; empty where there are none. */
function doubtText(doubts: readonly string[], { language }: OpenPlan): string {
  if (doubts.length === 0) return '';
  const words = doubts.slice(0, mostDoubts).map((one) => `“${one}”`);
  const more = doubts.length > mostDoubts;
  return language === 'zh'
    ? `${words.join('、')}${more ? '等' : ''}未改，请核对所指`
    : `${words.join(', ')}${more ? ' …' : ''} left as written, check what is meant`;
}

/** What an action carries whose edits are worked out when it is chosen. */
interface Chosen {
  readonly uri: string;
  readonly kind: string;
  readonly offset: number;
}

/** The document of an action that was chosen; undefined for one that has its edits already. */
export function documentOf({ data }: CodeAction): string | undefined {
  const uri: unknown = data?.uri;
  return typeof uri === 'string' ? uri : undefined;
}

/**
 * The action with its edits.
 * @param tell shows its user what the change leaves to be looked at
 */
export function resolved(open: OpenPlan, action: CodeAction, client: Client, tell: (text: string) => void): CodeAction {
  const { kind, offset }: Chosen = action.data;
  const recognised = planAt(open, offset);
  const refactoring = refactorings.find((one) => one.kind === kind);
  if (!recognised || !refactoring) return action;
  const spot = { open, recognised, offset };
  const doubts = doubtText(refactoring.doubts?.(spot) ?? [], open);
  const mark = open.language === 'zh' ? '：' : ': ';
  if (doubts) tell(`${refactoring.title[open.language]}${mark}${doubts}`);
  return { ...action, edit: workspaceEdit(open, refactoring.edits(spot), client) };
}
