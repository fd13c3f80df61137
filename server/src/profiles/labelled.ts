import { bodyKindOf } from '../plan/bodies.ts';
import { groupsOf, isEmptyLabel, type LabelGroup, labelAt, labelOn } from '../plan/labels.ts';
import type { Plan, Section } from '../plan/model.ts';
import { genreOf, genreWithin } from '../plan/titles.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'activities' | 'accounts' | 'trades', readonly string[]>>;

/** So many groups of labels that say something make the plan of an activity. */
const enough = 3;
/** Below headings, so many labelled lines at least have to stand among them. */
const fewestLines = 2;

/**
 * Whether a text is the plan of an activity that states its parts in labelled lines: its title says what
 * it is, and the labels say when and where it is, or who sees to it. A form whose labels stand empty is none.
 * @param title without blanks
 */
export function isLabelledActivity(plan: Plan, title: string): boolean {
  if (!isActivityTitle(title)) return false;
  const groups = plan.sections.some(({ style }) => style === 'label') ? groupsOfSheet(plan) : groupsBelowHeadings(plan);
  if (groups.size < enough || !groups.has('time') || !(groups.has('place') || groups.has('lead'))) return false;
  return !plan.lines.some(({ text }) => lists.trades.some((word) => text.includes(word)));
}

function groupsOfSheet({ sections }: Plan): ReadonlySet<LabelGroup> {
  const labels = sections.filter(({ style }) => style === 'label');
  const filled = labels.filter((section) => !isEmptyLabel(section));
  if (filled.length * 2 <= labels.length) return new Set();
  return new Set(filled.flatMap(({ heading }) => labelOn(heading.facts)?.groups ?? []));
}

/** ## 基本信息 with - 活动时间：… below it, ## 活动流程 beside it. */
function groupsBelowHeadings({ lines, sections }: Plan): ReadonlySet<LabelGroup> {
  const groups = new Set<LabelGroup>();
  let found = 0;
  for (const line of lines) {
    const label = labelAt(line);
    if (!label || label.value >= line.text.length) continue;
    found++;
    for (const group of label.groups) groups.add(group);
  }
  if (found < fewestLines) return new Set();
  const look = (section: Section): void => {
    for (const group of groupsOf(section.title.value.replace(/\s+/g, ''))) groups.add(group);
    section.sections.forEach(look);
  };
  sections.forEach(look);
  return groups;
}

/** 植树活动方案, 消防演练方案, 竞赛章程; 周末计划 and 活动小结 are none. */
function isActivityTitle(title: string): boolean {
  const genre = genreOf(title) ?? genreWithin(title);
  if (genre === undefined || lists.accounts.some((word) => genre.endsWith(word))) return false;
  if (genre.startsWith('策划') || genre.startsWith('活动')) return true;
  return (
    lists.activities.some((word) => title.includes(word)) || bodyKindOf(title.slice(0, -genre.length)) !== undefined
  );
}
