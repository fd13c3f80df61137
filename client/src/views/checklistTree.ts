import type { ChecklistItem, ChecklistState, DocumentChecklist } from '../../../server/src/protocol.ts';

/** Puts words into the language of the editor, as `vscode.l10n.t` does. */
type Translate = (message: string, ...args: (string | number)[]) => string;

/** An entry of the tree as it is shown; free of the editor, so that it can be tested. */
export interface ChecklistNode {
  readonly label: string;
  readonly description: string;
  /** A theme icon and the theme colour of it. */
  readonly icon: string;
  readonly color: string | undefined;
  /** What a screen reader says in place of label and icon. */
  readonly spoken: string;
  readonly tooltip: string;
  readonly expanded: boolean;
  /** Absent for groups and plans. */
  readonly item: ChecklistItem | undefined;
  readonly children: readonly ChecklistNode[];
}

const icons: Readonly<Record<ChecklistState, readonly [icon: string, color: string | undefined]>> = {
  present: ['pass', 'testing.iconPassed'],
  incomplete: ['warning', 'list.warningForeground'],
  missing: ['error', 'list.errorForeground'],
  optional: ['circle-large-outline', undefined],
};

/** The tree of a document: the groups of its plan, below its title where there are several plans. */
export function checklistNodes({ plans }: DocumentChecklist, t: Translate): readonly ChecklistNode[] {
  const all = plans.map(({ title, kind, groups }) => {
    const children = groups.map(({ key, label, items }): ChecklistNode => {
      const there = items.filter(({ state }) => state === 'present').length;
      const count = `${there}/${items.length}`;
      return {
        label,
        description: count,
        icon: 'list-tree',
        color: undefined,
        spoken: t('{0}, {1} of {2} complete', label, there, items.length),
        tooltip: label,
        expanded: key !== 'optional',
        item: undefined,
        children: items.map((item) => itemNode(item, t)),
      };
    });
    const label = title || kind;
    return {
      label,
      description: kind,
      icon: 'notebook',
      color: undefined,
      spoken: label,
      tooltip: label,
      expanded: true,
      item: undefined,
      children,
    };
  });
  return all.length === 1 ? (all[0]?.children ?? []) : all;
}

/** How many entries are missing or incomplete, for the badge. */
export function openEntries({ plans }: DocumentChecklist): number {
  const items = plans.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return items.filter(({ state }) => state === 'missing' || state === 'incomplete').length;
}

function itemNode(item: ChecklistItem, t: Translate): ChecklistNode {
  const [icon, color] = icons[item.state];
  const action = item.insert ? t('press Enter to insert it') : '';
  const spoken = [item.label, item.detail, stateText(item.state, t), ...item.lacks, action].filter(Boolean);
  return {
    label: item.label,
    description: item.detail,
    icon,
    color,
    spoken: spoken.join(t(', ')),
    tooltip: [item.detail, stateText(item.state, t), ...item.lacks, item.insert ? t('Click to insert it') : '']
      .filter(Boolean)
      .join('\n'),
    // What is complete need not be looked at.
    expanded: item.state === 'incomplete' && item.children.length <= 12,
    item,
    children: item.children.map((child) => itemNode(child, t)),
  };
}

function stateText(state: ChecklistState, t: Translate): string {
  switch (state) {
    case 'present':
      return t('present');
    case 'incomplete':
      return t('incomplete');
    case 'missing':
      return t('missing');
    default:
      return t('optional');
  }
}
