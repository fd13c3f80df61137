import type { DutyGroupSummary, DutyGroups, DutyItem } from '../../../server/src/protocol.ts';
import type { Translate } from '../statusText.ts';

/** An entry of the view as it is shown; free of the editor, so that it can be tested. */
export interface DutyNode {
  readonly label: string;
  readonly description: string;
  /** A theme icon and the theme colour of it. */
  readonly icon: string;
  readonly color: string | undefined;
  /** What a screen reader says in place of label and icon. */
  readonly spoken: string;
  readonly tooltip: string;
  /** Of a group: asked for when it is opened. */
  readonly group: DutyGroupSummary | undefined;
  readonly expanded: boolean;
  /** Of a duty: where it stands. */
  readonly duty: DutyItem | undefined;
}

const icons: Readonly<Record<DutyItem['urgency'], readonly [icon: string, color: string | undefined]>> = {
  overdue: ['error', 'list.errorForeground'],
  soon: ['warning', 'list.warningForeground'],
  later: ['calendar', undefined],
  open: ['dash', undefined],
  done: ['pass', 'testing.iconPassed'],
  past: ['history', 'disabledForeground'],
};

const groupIcons: Readonly<Record<'person' | 'unit' | 'month', string>> = {
  person: 'person',
  unit: 'organization',
  month: 'calendar',
};

/** The groups, those first that press and are open from the beginning. */
export function groupNodes({ groups }: DutyGroups, by: 'person' | 'unit' | 'month', t: Translate): readonly DutyNode[] {
  return groups.map((group): DutyNode => {
    const { id, label, count, pressing } = group;
    const isUrgency = id === 'overdue' || id === 'soon';
    const [icon, color] = isUrgency ? icons[id] : [groupIcons[by], undefined];
    const shown = pressing > 0 && !isUrgency ? t('{0}, {1} pressing', count, pressing) : String(count);
    return {
      label,
      description: shown,
      icon,
      color,
      spoken: t('{0}: {1}', label, shown),
      tooltip: label,
      group,
      expanded: isUrgency,
      duty: undefined,
    };
  });
}

/** One thing to be done: when, what, by whom. */
export function dutyNode(duty: DutyItem, t: Translate): DutyNode {
  const [icon, color] = icons[duty.urgency];
  const place = [duty.plan, duty.stage].filter(Boolean).join(' › ');
  return {
    label: duty.title,
    description: duty.due,
    icon,
    color,
    spoken: [duty.title, duty.due, duty.state, duty.parties, place].filter(Boolean).join(t(', ')),
    tooltip: [duty.title, `${duty.due} · ${duty.state}`, duty.parties, place].filter(Boolean).join('\n'),
    group: undefined,
    expanded: false,
    duty,
  };
}
