import * as vscode from 'vscode';
import type { DocumentChecklist, PlaceRange } from '../../../server/src/protocol.ts';
import { mayHoldPlan } from '../documents.ts';
import type { Session } from '../session.ts';
import { type ChecklistNode, checklistNodes, openEntries } from './checklistTree.ts';

/** The command of every entry: Enter and a click do the same. */
const openEntry = 'fangan.checklist.open';

/** What the view shows, for the tests in a real editor. */
export interface ChecklistView extends vscode.Disposable {
  /** The entries for the active editor, asked for anew. */
  entries(): Promise<readonly ChecklistNode[]>;
}

/**
 * The checklist of the plan in the active editor: what it should have, and what of that is there. It
 * asks the server only while it is seen.
 */
export function showChecklist(session: Session): ChecklistView {
  const tree = new ChecklistTree(session);
  const view = vscode.window.createTreeView<ChecklistNode>('fangan.checklist', { treeDataProvider: tree });
  const refresh = () => {
    if (view.visible) tree.refresh();
  };
  const subscription = vscode.Disposable.from(
    view,
    tree.onDidRead((list) => {
      const open = list ? openEntries(list) : 0;
      view.badge =
        open > 0 ? { value: open, tooltip: vscode.l10n.t('{0} entries are missing or incomplete', open) } : undefined;
      view.description = list?.plans.length === 1 ? (list.plans[0]?.kind ?? '') : '';
    }),
    view.onDidChangeVisibility(refresh),
    session.onDidChange(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.commands.registerCommand('fangan.showChecklist', async () => {
      await vscode.commands.executeCommand('fangan.checklist.focus');
      // A tree that has no entries yet takes no focus: it is asked again when they are there.
      await tree.read();
      await vscode.commands.executeCommand('fangan.checklist.focus');
    }),
    vscode.commands.registerCommand(openEntry, (node: ChecklistNode) => tree.open(node)),
  );
  return { entries: () => tree.read(), dispose: () => subscription.dispose() };
}

class ChecklistTree implements vscode.TreeDataProvider<ChecklistNode> {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #read = new vscode.EventEmitter<DocumentChecklist | null>();
  #document: vscode.TextDocument | undefined;

  readonly onDidChangeTreeData = this.#changed.event;
  readonly onDidRead = this.#read.event;

  constructor(session: Session) {
    this.#session = session;
  }

  refresh(): void {
    this.#changed.fire();
  }

  async read(): Promise<readonly ChecklistNode[]> {
    // In the view itself no editor is active; the last one goes on being shown.
    const active = vscode.window.activeTextEditor?.document;
    if (active && mayHoldPlan(active)) this.#document = active;
    const document = this.#document;
    if (!document || document.isClosed) return [];
    const list = await this.#session.checklist(document);
    this.#read.fire(list);
    return list ? checklistNodes(list, vscode.l10n.t) : [];
  }

  async getChildren(node?: ChecklistNode): Promise<ChecklistNode[]> {
    return [...(node ? node.children : await this.read())];
  }

  getTreeItem(node: ChecklistNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(
      node.label,
      node.children.length === 0 ? None : node.expanded ? Expanded : Collapsed,
    );
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = new vscode.ThemeIcon(node.icon, node.color ? new vscode.ThemeColor(node.color) : undefined);
    item.accessibilityInformation = { label: node.spoken };
    if (node.item?.range || node.item?.insert) {
      const title = node.item.range ? vscode.l10n.t('Go There') : vscode.l10n.t('Insert');
      item.command = { command: openEntry, title, arguments: [node] };
      item.contextValue = node.item.range ? 'there' : 'insertable';
    }
    return item;
  }

  /** Goes to what is there, and puts in what is missing, as one undoable step with its blanks to fill in. */
  async open({ item }: ChecklistNode): Promise<void> {
    const document = this.#document;
    if (!document || !item) return;
    const editor = await vscode.window.showTextDocument(document);
    if (item.range) {
      const range = toRange(item.range);
      editor.selection = new vscode.Selection(range.start, range.start);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      return;
    }
    if (!item.insert) return;
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      document.uri,
      item.insert.map(({ range, text, snippet }) =>
        snippet
          ? new vscode.SnippetTextEdit(toRange(range), new vscode.SnippetString(text))
          : new vscode.TextEdit(toRange(range), text),
      ),
    );
    await vscode.workspace.applyEdit(edit);
    const [first] = item.insert;
    if (first) editor.revealRange(toRange(first.range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function toRange({ start, end }: PlaceRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
