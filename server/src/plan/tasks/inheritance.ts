import { readCount } from '../../numbering/han.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Line, Party, PlanTable, Section, Task, TimeLimit } from '../model.ts';
import type { DraftStage } from '../stages/draft-stage.ts';
import { hasField, limitFields, ownerFields } from '../tables/table-fields.ts';
import type { Timeline } from '../timeline.ts';
import { actorsOn, bareSurroundings, inheritTime, linesOf, partiesOn, type Surroundings, timeOn } from './tasks.ts';

/** 整改时限：…, 完成时间：… in front of the items counts for all of them. */
const limitLabel = /^[*\s]*(?:整改|完成|办结|落实|总体|工作|责任)?(?:时限|期限|时间)(?:要求)?\s*[：:]/;
const limitTitle = /^(?:整改|完成|办结|落实|工作|总体)?(?:时限|期限|完成时间)(?:要求|安排)?$/;
/** 2024年9月底前全部整改到位: a last day for everything that the plan asks for. */
const everything =
  /(?:全部|全面|所有|各项|逐项|整体)[^。；]{0,16}(?:整改|完成|到位|销号|办结)|整改[^。；]{0,10}(?:全部|全面)/;
/** Sections in which the work is divided: 任务分工, 责任分解. */
const divisionTitle = /分工|(?:任务|责任|职责)(?:分解|落实|划分)/;

const isNamed = (party: Party) => !party.vague;

/** What a stage hands on to its steps: its window, and those named for it as a whole. */
export function surroundingsOf(stage: DraftStage, timeline: Timeline): Surroundings {
  const schedule = stage.schedules[0];
  const parties = stage.section ? headParties(stage.section) : [];
  const time = schedule ? ({ kind: 'own', span: schedule.span, range: schedule.range } as const) : stage.time;
  const loose = stage.section ? inheritTime(time, timeOn([stage.section.heading], timeline)) : time;
  return { time: time.kind === 'none' && loose.kind !== 'inherited' ? loose : time, parties };
}

/** What a list of measures hands on to its items: the time in its heading or on a line of its own, and those named for it as a whole. */
export function aroundSection(section: DraftSection, timeline: Timeline): Surroundings {
  return { time: timeOn([section.heading, ...limitLines(section)], timeline), parties: headParties(section) };
}

/** Those named for the section as a whole: in its heading, in the lines in front of its items or on one behind them. */
function headParties(section: Section): readonly Party[] {
  return [section.heading, ...section.body.filter(isOfAll), ...closingLabels(section)]
    .flatMap(partiesOn)
    .filter(isNamed);
}

/**
 * （责任部门：教务处；配合部门：德育处） on a line of its own behind the last of several items, of which no other says who
 * answers: it speaks of all of them. It does so where the items are a list and the line is none of it, or stands in brackets.
 */
function closingLabels({ sections }: Section): readonly Line[] {
  const last = sections.at(-1);
  const closing = last && linesOf(last).at(-1);
  if (!last || !closing || closing === last.heading || !bareLabel.test(closing.text)) return [];
  const leavesList = last.heading.place === 'item' && closing.place === 'paragraph';
  if (sections.length < (leavesList ? 2 : 3) || !(leavesList || /^[（(]/.test(closing.text.trim()))) return [];
  const hasLabel = (section: Section) =>
    linesOf(section).some((line) => line !== closing && (ownerLabel.test(line.text) || anyOwner.test(line.text)));
  return sections.some(hasLabel) ? [] : [closing];
}

/** - 专题学习：…。责任人：李建国 says it of itself; - 责任人：李建国 beside the items says it of all of them. */
function isOfAll({ place, depth, text }: Line): boolean {
  return place !== 'item' || (depth === 1 && ownerLabel.test(text));
}

/** A line that is nothing but a label and names. */
const bareLabel = /^[*\s]*[（(]?[^。，：:（(]{0,4}(?:责任|牵头)[^。，：:]{0,6}[：:][^。]{2,60}$/;
const anyOwner = /(?:责任|牵头)(?:单位|部门|科室|处室|领导|人)[^。，：:]{0,4}[：:]/;
const ownerLabel = /^[*\s]*[^。，：:]{0,6}(?:责任|牵头|负责|承办|主办|单位|部门)[^。，：:]{0,6}[：:]/;

/** Lines of a section that set a limit for all of its items. */
function limitLines(section: Section): readonly Line[] {
  return section.body.filter((line) => limitLabel.test(line.text));
}

/**
 * What the rows of a table inherit where the table has no column for it: from the stage or section
 * in which it stands, and from the period in its title. An empty cell of a column inherits nothing.
 */
export function aroundTable(
  table: PlanTable,
  section: Section | undefined,
  stages: readonly DraftStage[],
  timeline: Timeline,
): Surroundings {
  if (!section) return bareSurroundings;
  const stage = stages.find((candidate) => candidate.section && contains(candidate.section, section));
  const ofStage = stage ? surroundingsOf(stage, timeline) : bareSurroundings;
  const titles = section.body.filter((line) => table.title && line.range.start >= table.title.range.start);
  const own = timeOn([section.heading, ...limitLines(section), ...titles.filter(inFront(table))], timeline);
  return {
    time: hasField(table, limitFields) ? bareSurroundings.time : inheritTime(own, ofStage.time),
    parties: hasField(table, ownerFields) ? [] : [...headParties(section), ...ofStage.parties],
  };
}

const inFront = (table: PlanTable) => (line: Line) => line.range.end <= table.range.start;

function contains(outer: Section, inner: Section | undefined): boolean {
  for (let section = inner; section; section = section.parent) if (section === outer) return true;
  return false;
}

/** 以上三项由招标采购部负责, 以上各项均由…: on a line of its own behind the item that is the last of them. */
const ofThoseAbove =
  /^[*\s]*(?:以上|上述|前述)(?:各|所有|全部|([两二三四五六七八九十]|\d{1,2}))(?:项|条|类|个)[^。，；]{0,12}?(?:由|责任|负责)/;

/** Tasks with those whom a line names behind the third of four items: it speaks of those in front of it as well. */
export function spreadAbove(tasks: readonly Task[]): readonly Task[] {
  const spread = [...tasks];
  tasks.forEach(({ section }, at) => {
    const line = section && linesOf(section).at(-1);
    const above = line && line !== section.heading ? ofThoseAbove.exec(line.text) : null;
    if (!line || !above) return;
    const parties = partiesOn(line).filter(isNamed);
    const first = Math.max(0, at + 1 - (readCount(above[1] ?? '') ?? tasks.length));
    for (let index = first; index < at; index++) {
      const task = spread[index];
      if (task?.section && task.section.parent === section?.parent) spread[index] = withParties(task, parties);
    }
  });
  return spread;
}

/** 责任单位：教务处，下同: those named so answer for the following tasks that name nobody. */
export function carriedOn(tasks: readonly Task[]): readonly Task[] {
  if (!tasks.some((task) => task.parties.some((party) => party.onward))) return tasks;
  let carried: readonly Party[] = [];
  return tasks.map((task) => {
    const named = task.parties.filter((party) => party.onward);
    if (named.length > 0) carried = named;
    return task.origin === 'row' ? task : withParties(task, carried);
  });
}

/**
 * Tasks with what the plan says for all of them: a section 整改时限, 2024年9月底前全部整改到位, and the
 * bodies among which a section 任务分工 divides the work.
 */
export function onPlanTerms(
  tasks: readonly Task[],
  sections: readonly DraftSection[],
  opening: readonly Line[],
  title: string,
  timeline: Timeline,
): readonly Task[] {
  const isOpen = (task: Task) => task.time.kind === 'none' || !task.parties.some(isNamed);
  if (!tasks.some(isOpen)) return tasks;
  const time = /整改/.test(title) ? planLimit(sections, opening, timeline) : bareSurroundings.time;
  const parties = divided(sections, new Set(tasks.map(({ section }) => section)));
  if (time.kind === 'none' && parties.length === 0) return tasks;
  return tasks.map((task) => {
    const { table } = task;
    const has = (fields: typeof ownerFields) => table !== undefined && hasField(table, fields);
    const timed =
      task.time.kind === 'none' && !has(limitFields) ? { ...task, time: inheritTime(task.time, time) } : task;
    return has(ownerFields) ? timed : withParties(timed, parties);
  });
}

function withParties(task: Task, parties: readonly Party[]): Task {
  if (parties.length === 0 || task.parties.some(isNamed)) return task;
  return { ...task, parties: [...task.parties, ...parties], partiesInherited: true };
}

/** The last day for the whole rectification, where the plan names one. */
function planLimit(sections: readonly DraftSection[], opening: readonly Line[], timeline: Timeline): TimeLimit {
  for (const section of sections) {
    const lines = limitTitle.test(section.title.value) ? linesOf(section) : limitLines(section);
    const time = lines.length > 0 ? timeOn(lines, timeline) : bareSurroundings.time;
    if (time.kind === 'own') return time;
  }
  for (const line of [...opening, ...sections.flatMap((section) => [section.heading, ...section.body])]) {
    const dated = timeline.on(line);
    if (dated.length === 0 || !everything.test(line.text)) continue;
    const time = timeOn([line], timeline);
    if (time.kind === 'own') return time;
  }
  return bareSurroundings.time;
}

/**
 * Those among whom a section divides the work; one body alone divides nothing.
 * @param tasks sections each of which is one task: 责任分工 within it is told of it alone
 */
export function divided(
  sections: readonly Section[],
  tasks: ReadonlySet<Section | undefined> = new Set(),
): readonly Party[] {
  const found: Party[] = [];
  const visit = (section: Section): void => {
    if (divisionTitle.test(section.title.value)) {
      for (const line of linesOf(section)) found.push(...partiesOn(line), ...actorsOn(line));
    } else if (!tasks.has(section)) section.sections.forEach(visit);
  };
  sections.forEach(visit);
  const named = found.filter(isNamed);
  return new Set(named.map((party) => party.name)).size > 1 ? named : [];
}
