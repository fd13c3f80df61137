import * as vscode from 'vscode';
import {
  type DutiesParams,
  type DutyGroups,
  type DutyItem,
  type DutyListParams,
  type DutyWishes,
  dutiesRequest,
  dutyGroupsRequest,
  dutyListRequest,
} from '../../../server/src/protocol.ts';
import type { Session } from '../session.ts';
import { saveExported } from '../writing.ts';
import { type DutyNode, dutyNode, groupNodes } from './dutiesTree.ts';
import { goTo } from './places.ts';

/** The command of every duty: Enter and a click do the same. */
const openDuty = 'fangan.duties.open';
/** Where the grouping is remembered. */
const byKey = 'fangan.duties.by';

/** What the view shows, for the tests in a real editor. */
export interface DutiesView extends vscode.Disposable {
  /** The entries, asked for anew: groups, or the duties of one of them. */
  entries(group?: DutyNode): Promise<readonly DutyNode[]>;
}

/**
 * Who answers for what by when, over all plans of the workspace. Nothing is asked before the view is
 * seen for the first time, and only what is seen is asked for again.
 */
export function showDuties(session: Session, memory: vscode.Memento): DutiesView {
  const tree = new DutiesTree(session, memory);
  const view = vscode.window.createTreeView<DutyNode>('fangan.duties', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const refresh = () => {
    if (view.visible) tree.refresh();
  };
  const { registerCommand } = vscode.commands;
  const subscription = vscode.Disposable.from(
    view,
    tree.onDidRead((groups) => {
      const { t } = vscode.l10n;
      view.description = groups
        ? t('{0} as of {1}', groups.count, groups.asOf) + (groups.partial ? t(', not all plans were read') : '')
        : '';
      view.message = tree.filter === '' ? '' : t('Filter: {0}', tree.filter);
    }),
    view.onDidChangeVisibility(refresh),
    session.onDidChangePlans(refresh),
    session.onDidRestart(refresh),
    registerCommand('fangan.showDuties', async () => {
      await vscode.commands.executeCommand('fangan.duties.focus');
      // A tree that has no entries yet takes no focus: it is asked again when they are there.
      await tree.groups();
      await vscode.commands.executeCommand('fangan.duties.focus');
    }),
    registerCommand('fangan.duties.refresh', () => tree.refresh()),
    registerCommand('fangan.duties.groupBy', (by?: DutyWishes['by']) => tree.groupBy(by)),
    registerCommand('fangan.duties.filter', (words?: string) => tree.filterBy(words)),
    registerCommand('fangan.duties.clearFilter', () => tree.filterBy('')),
    registerCommand('fangan.duties.export', (place?: vscode.Uri) => tree.export(place)),
    registerCommand('fangan.duties.copy', () => tree.copy()),
    registerCommand(openDuty, ({ duty }: DutyNode) => (duty ? goTo(duty.uri, duty.range) : undefined)),
  );
  return { entries: (group) => tree.getChildren(group), dispose: () => subscription.dispose() };
}

class DutiesTree implements vscode.TreeDataProvider<DutyNode> {
  readonly #session: Session;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #read = new vscode.EventEmitter<DutyGroups | undefined>();
  #filter = '';

  readonly onDidChangeTreeData = this.#changed.event;
  readonly onDidRead = this.#read.event;

  constructor(session: Session, memory: vscode.Memento) {
    this.#session = session;
    this.#memory = memory;
  }

  get filter(): string {
    return this.#filter;
  }

  get #wishes(): DutyWishes {
    return { by: this.#memory.get<DutyWishes['by']>(byKey, 'person'), filter: this.#filter };
  }

  refresh(): void {
    this.#changed.fire();
  }

  async groups(): Promise<DutyGroups | undefined> {
    try {
      await this.#session.start();
      const groups = await this.#session.request<DutyGroups>(dutyGroupsRequest, this.#wishes);
      this.#read.fire(groups);
      return groups;
    } catch (error) {
      // The server is stopping, or has stopped; it is asked again once it runs.
      this.#session.log.debug(String(error));
      this.#read.fire(undefined);
      return undefined;
    }
  }

  async getChildren(node?: DutyNode): Promise<DutyNode[]> {
    const { t } = vscode.l10n;
    if (!node) {
      const groups = await this.groups();
      return groups ? [...groupNodes(groups, this.#wishes.by, t)] : [];
    }
    if (!node.group) return [];
    try {
      const params: DutiesParams = { ...this.#wishes, group: node.group.id };
      const duties = await this.#session.request<DutyItem[]>(dutiesRequest, params);
      return duties.map((duty) => dutyNode(duty, t));
    } catch (error) {
      this.#session.log.debug(String(error));
      return [];
    }
  }

  getTreeItem(node: DutyNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.group ? (node.expanded ? Expanded : Collapsed) : None);
    // A group that is closed by its reader stays closed when its duties change.
    if (node.group) item.id = `${this.#wishes.by} ${node.group.id}`;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.iconPath = new vscode.ThemeIcon(node.icon, node.color ? new vscode.ThemeColor(node.color) : undefined);
    item.accessibilityInformation = { label: node.spoken };
    if (node.duty) item.command = { command: openDuty, title: vscode.l10n.t('Go There'), arguments: [node] };
    return item;
  }

  async groupBy(given?: DutyWishes['by']): Promise<void> {
    const { t } = vscode.l10n;
    const items: { label: string; by: DutyWishes['by'] }[] = [
      { label: t('By person'), by: 'person' },
      { label: t('By unit'), by: 'unit' },
      { label: t('By month'), by: 'month' },
    ];
    const known = items.find(({ by }) => by === given);
    const picked = known ?? (await vscode.window.showQuickPick(items, { title: t('Duties') }));
    if (!picked) return;
    await this.#memory.update(byKey, picked.by);
    this.refresh();
  }

  async filterBy(given?: string): Promise<void> {
    const { t } = vscode.l10n;
    const words =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({
            title: t('Filter Duties'),
            prompt: t('Words of the duty, its people or its plan; all must be there.'),
            value: this.#filter,
          });
    if (words === undefined) return;
    this.#filter = words.trim();
    await vscode.commands.executeCommand('setContext', 'fangan.duties.filtered', this.#filter !== '');
    this.refresh();
  }

  async export(given?: vscode.Uri): Promise<void> {
    const { t } = vscode.l10n;
    const text = await this.#list('csv');
    const fileName = `${t('Duties')}.csv`;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const beside = folder ? vscode.Uri.joinPath(folder, fileName) : vscode.Uri.parse('untitled:');
    const csv = { label: 'CSV', extension: '.csv' };
    await saveExported({ fileName, text, notes: [] }, beside, csv, given instanceof vscode.Uri ? given : undefined);
  }

  async copy(): Promise<void> {
    await vscode.env.clipboard.writeText(await this.#list('markdown'));
    vscode.window.setStatusBarMessage(vscode.l10n.t('The duties are in the clipboard.'), 4000);
  }

  async #list(format: DutyListParams['format']): Promise<string> {
    await this.#session.start();
    const params: DutyListParams = { ...this.#wishes, format };
    return this.#session.request<string>(dutyListRequest, params);
  }
}
