import { bodyKindOf } from '../../plan/bodies.ts';
import { groupsOf, isEmptyLabel, type LabelGroup, labelNames, labelOn } from '../../plan/labels.ts';
import type { Plan, Section } from '../../plan/model.ts';
import { genreOf, genreWithin } from '../../plan/titles.ts';
import { showsOffice } from './offices.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'activities' | 'accounts' | 'trades', readonly string[]>>;

/** So many groups of labels that say something make the plan of an activity. */
const enough = 3;
/** Below headings and behind numbers, so many labelled lines at least have to stand among them. */
const fewestLines = 2;

/**
 * Whether a text is the plan of an activity that states its parts in labelled lines, or in a table of two
 * columns: its title says what it is, and the labels say when and where it is, or who sees to it. A form
 * whose labels stand empty is none.
 * @param title without blanks
 */
export function isLabelledActivity(plan: Plan, title: string): boolean {
  const genre = genreOf(title) ?? genreWithin(title) ?? (call.test(title) ? '' : undefined);
  if (genre === undefined || !isActivityTitle(title, genre)) return false;
  // Who sells courses or opens a shop calls for people, too.
  if (genre === '' && !showsOffice(plan)) return false;
  const isLabelled = plan.sections.some(({ style }) => style === 'label');
  const groups = new Set(isLabelled ? groupsOfSheet(plan) : groupsBelowHeadings(plan));
  if (programme.test(title) && plan.sections.length >= enough) groups.add('programme');
  if (groups.size < enough || !groups.has('time')) return false;
  // A class meets in its room: what it is for and what happens say as much.
  const isSet = groups.has('goal') && groups.has('programme') && groups.size > enough;
  if (!groups.has('place') && !groups.has('lead') && !isSet) return false;
  if (/(?:办法|章程|规程)$/.test(genre) && !namesDay(plan)) return false;
  return !plan.lines.some(({ text }) => lists.trades.some((word) => text.includes(word)));
}

/** 志愿者招募, 作品征集公告: what is called for is held like an activity. 晚会流程 is the order of one. */
const call = /(?:招募|征集|推选|评选|选拔|征文)(?:活动|公告|启事)?$|(?:流程|日程|议程|赛程|行程)(?:安排|表)?$/;
const programme = /(?:流程|议程)(?:安排|表)?$/;

/** A rule for lasting use names no day of a year. */
function namesDay({ dates }: Plan): boolean {
  return dates.some(({ span, expression: { from, to } }) => span?.yearKnown && (from?.day ?? to?.day) !== undefined);
}

function groupsOfSheet({ sections }: Plan): ReadonlySet<LabelGroup> {
  const labels = sections.filter(({ style }) => style === 'label');
  const filled = labels.filter((section) => !isEmptyLabel(section));
  if (filled.length * 2 <= labels.length) return new Set();
  return new Set(filled.flatMap(({ heading }) => labelOn(heading.facts)?.groups ?? []));
}

/** ## 基本信息 with - 活动时间：… below it, ## 活动流程 beside it; 一、活动时间：…; | 活动时间 | … |. */
function groupsBelowHeadings(plan: Plan): ReadonlySet<LabelGroup> {
  const names = labelNames(plan);
  const groups = new Set<LabelGroup>(names.flatMap(groupsOf));
  let found = names.length;
  const look = ({ title, runIn, sections: inner }: Section): void => {
    const own = groupsOf(title.value.replace(/\s+/g, ''));
    if (own.length > 0 && runIn !== undefined) found++;
    for (const group of own) groups.add(group);
    inner.forEach(look);
  };
  plan.sections.forEach(look);
  return found < fewestLines ? new Set() : groups;
}

/** 植树活动方案, 消防演练方案, 竞赛章程; 周末计划 and 活动小结 are none. */
function isActivityTitle(title: string, genre: string): boolean {
  if (lists.accounts.some((word) => genre.endsWith(word))) return false;
  if (genre.startsWith('策划') || genre.startsWith('活动')) return true;
  return namesActivity(title) || bodyKindOf(title.slice(0, title.length - genre.length)) !== undefined;
}

/** 消防演练方案, 植树安排: what office does such things. */
export function namesActivity(title: string): boolean {
  return lists.activities.some((word) => title.includes(word));
}
