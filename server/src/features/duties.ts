import { toIso } from '../dates/civil.ts';
import type { DutyGroupSummary, DutyGroups, DutyItem, DutyListParams, DutyWishes } from '../protocol.ts';
import type { Language } from '../rules/messages.ts';
import { type Duties, type Duty, dutiesOf, type DutyWishes as Wishes } from '../workspace/duties/duties.ts';
import { dutiesCsv, dutiesMarkdown } from '../workspace/duties/lists.ts';
import { dueText, groupName, partiesText, urgencyWords } from '../workspace/duties/words.ts';
import type { IndexedFile } from '../workspace/index/facts.ts';
import { relativeTo } from '../workspace/paths.ts';
import { toLspPlace } from './ranges.ts';

/** More of one group than a tree shows. */
const mostItems = 2_000;

/** Tells the groups from those that are named after somebody who is called like them. */
const named = '=';

/** The groups of duties, those that press first. */
export function dutyGroups(all: Duties, { by, today }: Wishes, partial: boolean, language: Language): DutyGroups {
  const pressing = (['overdue', 'soon'] as const).map((id): DutyGroupSummary => {
    const { length } = all[id];
    return { id, label: urgencyWords[id][language], count: length, pressing: length };
  });
  const groups = all.groups.map(({ key, duties }): DutyGroupSummary => {
    const count = duties.filter(({ urgency }) => urgency === 'overdue' || urgency === 'soon').length;
    return { id: `${named}${key}`, label: groupName(key, by, language), count: duties.length, pressing: count };
  });
  return {
    asOf: toIso(today),
    count: all.count,
    overdue: all.overdue.length,
    soon: all.soon.length,
    groups: [...pressing.filter(({ count }) => count > 0), ...groups],
    partial,
  };
}

/** The duties of one group; empty for one that is no longer there. */
export function dutyItems(all: Duties, group: string, language: Language): readonly DutyItem[] {
  const duties =
    group === 'overdue' || group === 'soon'
      ? all[group]
      : (all.groups.find(({ key }) => `${named}${key}` === group)?.duties ?? []);
  return duties.slice(0, mostItems).map((duty) => itemOf(duty, language));
}

function itemOf(duty: Duty, language: Language): DutyItem {
  const { uri, place, title, urgency, plan, stage } = duty;
  return {
    uri,
    range: toLspPlace(place),
    title,
    due: dueText(duty, language),
    urgency,
    state: urgencyWords[urgency][language],
    parties: partiesText(duty, language),
    plan,
    stage,
  };
}

/** The duties as a text; files are called as seen from their folder of the workspace. */
export function dutyList(
  all: Duties,
  { by, format }: DutyListParams,
  folders: readonly string[],
  language: Language,
): string {
  const shown = (uri: string) =>
    folders.map((folder) => relativeTo(folder, uri)).find((path) => path !== undefined) ?? uri;
  const style = { by, language, shown };
  return format === 'csv' ? dutiesCsv(all, style) : dutiesMarkdown(all, style);
}

/** Works the duties out once for what is known of the files. */
export class DutyBook {
  #known: { readonly key: string; readonly duties: Duties } | undefined;

  /** @param revision tells one state of the files from another */
  of(files: readonly IndexedFile[], revision: string, { by, filter }: DutyWishes, today: Wishes['today']): Duties {
    const key = JSON.stringify([revision, by, filter, today]);
    if (this.#known?.key !== key) this.#known = { key, duties: dutiesOf(files, { by, filter, today }) };
    return this.#known.duties;
  }
}
