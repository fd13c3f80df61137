import * as vscode from 'vscode';
import { type CheckedFile, type CheckedWorkspace, clearWorkspaceRequest } from '../../../server/src/protocol.ts';
import type { Session } from '../session.ts';
import { type CheckedNode, checkedNodes, type ShownProblem } from './checkedTree.ts';
import { goTo } from './places.ts';

/** The command of every entry: Enter and a click do the same. */
const openEntry = 'fangan.checked.open';

/** Milliseconds in which problems of several files come together. */
const pause = 250;

const severities: Readonly<Record<vscode.DiagnosticSeverity, ShownProblem['severity']>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'info',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

interface Problem extends ShownProblem {
  readonly range: vscode.Range;
}

/** What the view shows, for the tests in a real editor. */
export interface CheckedView extends vscode.Disposable {
  entries(): readonly CheckedNode[];
}

/** The plans that have problems, after all plans of the workspace were checked; the tree follows the problems as they are shown. */
export function showChecked(session: Session): CheckedView {
  const tree = new CheckedTree();
  const view = vscode.window.createTreeView<CheckedNode<Problem>>('fangan.checked', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { registerCommand } = vscode.commands;
  const subscription = vscode.Disposable.from(
    view,
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!tree.concerns(uris)) return;
      clearTimeout(timer);
      timer = setTimeout(() => tree.refresh(), pause);
    }),
    // The server that has checked the files is gone, and the problems with it.
    session.onDidRestart(() => {
      if (tree.isEmpty) return;
      const { token } = new vscode.CancellationTokenSource();
      session
        .checkWorkspace(token, () => undefined)
        .then(
          (checked) => tree.show(checked),
          (error) => session.log.warn(String(error)),
        );
    }),
    registerCommand('fangan.checkWorkspace', () => checkWorkspace(session, tree)),
    registerCommand('fangan.clearWorkspace', async () => {
      tree.show({ files: [], partial: false });
      if (session.isRunning) await session.request(clearWorkspaceRequest, {});
    }),
    registerCommand(openEntry, ({ file, problem }: CheckedNode<Problem>) =>
      goTo(file.uri, problem?.range ?? new vscode.Range(0, 0, 0, 0)),
    ),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  return { entries: () => tree.getChildren(), dispose: () => subscription.dispose() };
}

/** `fangan.checkWorkspace`: with progress and a button that stops it; says at the end what came of it. */
async function checkWorkspace(session: Session, tree: CheckedTree): Promise<void> {
  const { t } = vscode.l10n;
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(t('No folder is open.'));
    return;
  }
  const location = vscode.ProgressLocation.Notification;
  const title = t('Checking all plans of the workspace');
  let checked: CheckedWorkspace;
  try {
    checked = await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
      session.checkWorkspace(token, (increment, message) => progress.report({ increment, message })),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(t('The plans could not be checked: {0}', reason));
    return;
  }
  tree.show(checked);
  const faulty = checked.files.filter(({ counts }) => Object.values(counts).some((count) => count > 0)).length;
  const told = checked.partial
    ? t('{0} plans checked, {1} with problems; stopped before the end', checked.files.length, faulty)
    : t('{0} plans checked, {1} with problems', checked.files.length, faulty);
  const show = t('Show');
  void vscode.window.showInformationMessage(told, show).then((choice) => {
    if (choice === show) void vscode.commands.executeCommand('fangan.checked.focus');
  });
}

class CheckedTree implements vscode.TreeDataProvider<CheckedNode<Problem>> {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The checked files, by their addresses as the editor writes them. */
  #files = new Map<string, CheckedFile>();

  readonly onDidChangeTreeData = this.#changed.event;

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  show({ files }: CheckedWorkspace): void {
    this.#files = new Map(files.map((file) => [vscode.Uri.parse(file.uri).toString(), file]));
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire();
  }

  concerns(uris: readonly vscode.Uri[]): boolean {
    return this.#files.size > 0 && uris.some((uri) => this.#files.has(uri.toString()));
  }

  getChildren(node?: CheckedNode<Problem>): CheckedNode<Problem>[] {
    if (node) return [...node.children];
    const files = [...this.#files].map(([address, file]) => {
      const uri = vscode.Uri.parse(address);
      return { file, path: vscode.workspace.asRelativePath(uri), problems: problemsOf(uri) };
    });
    return [...checkedNodes(files, vscode.l10n.t)];
  }

  getTreeItem(node: CheckedNode<Problem>): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.problem ? None : Collapsed);
    if (!node.problem) item.id = node.file.uri;
    item.description = node.description;
    item.tooltip = `${node.label}\n${node.description}`;
    item.iconPath = new vscode.ThemeIcon(node.icon, node.color ? new vscode.ThemeColor(node.color) : undefined);
    item.accessibilityInformation = { label: node.spoken };
    if (node.problem) item.command = { command: openEntry, title: vscode.l10n.t('Go There'), arguments: [node] };
    return item;
  }
}

/** Our problems of a file, as the editor shows them now. */
function problemsOf(uri: vscode.Uri): readonly Problem[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'fangan')
    .map(({ message, code, severity, range }) => ({
      message,
      rule: String(typeof code === 'object' ? code.value : (code ?? '')),
      severity: severities[severity],
      line: range.start.line,
      range,
    }));
}
