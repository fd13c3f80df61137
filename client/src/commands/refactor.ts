import * as vscode from 'vscode';

/** Commands of the palette, and the code action of the server that each of them takes. */
export const refactorCommands: Readonly<Record<string, string>> = {
  'fangan.renumber': 'refactor.rewrite.fangan.renumber',
  'fangan.renumberSection': 'refactor.rewrite.fangan.renumberSection',
  'fangan.renumberList': 'refactor.rewrite.fangan.renumberList',
  'fangan.moveSectionUp': 'refactor.move.fangan.up',
  'fangan.moveSectionDown': 'refactor.move.fangan.down',
  'fangan.insertRow': 'refactor.rewrite.fangan.insertRow',
  'fangan.sortRowsByNumber': 'refactor.rewrite.fangan.sortByOrdinal',
  'fangan.sortRowsByDeadline': 'refactor.rewrite.fangan.sortByDeadline',
  'fangan.sortRowsByUnit': 'refactor.rewrite.fangan.sortByUnit',
  'fangan.itemsToTable': 'refactor.rewrite.fangan.toTable',
  'fangan.tableToItems': 'refactor.rewrite.fangan.toProse',
  'fangan.paragraphsToHeadings': 'refactor.rewrite.fangan.toHeadings',
  'fangan.headingsToParagraphs': 'refactor.rewrite.fangan.toParagraphs',
  'fangan.makeWorkflow': 'refactor.rewrite.fangan.workflow',
};

/** Changes the form of the plan at the cursor; the editor says so where nothing is to be changed. */
export async function refactor(kind: string): Promise<void> {
  if (!vscode.window.activeTextEditor) return;
  await vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
}
