import type { NumberToken } from '../numbering/token.ts';
import type { DraftSection, OutlineItem } from './draft-section.ts';
import { lineMemo } from './facts.ts';
import headings from './headings.yaml';
import { holdsNumbers, isLabelled, labelAt, namesMembers } from './labels.ts';
import type { Line } from './model.ts';
import { monthHeadings } from './month-headings.ts';
import { bracketsBelowFigures, nestedLines } from './nested.ts';
import { isBareStage, isStageHeading, isStep, isStepHeading } from './stage-headings.ts';
import { stepsTitle } from './stages/stage-words.ts';
import { type HeadingStyle, titlesOf } from './title-in-line.ts';
import { unnumberedParts } from './unnumbered.ts';

/** Longest title of a topic sentence (抓好学习讨论。…), and what must at least follow it. */
const topicLength = 24;
const topicBody = 16;

const plainHeadings: ReadonlySet<string> = new Set(
  (headings as { readonly eventHeadings: readonly string[] }).eventHeadings,
);

/** Order of the kinds of number from the outside to the inside; a stage and a month stand between （一） and 一、. */
const ranks: Readonly<Partial<Record<NumberToken['kind'], number>>> = {
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  han: 5,
  hanBracket: 7,
  thing: 7.5,
  arabic: 8,
  arabicBracket: 9,
  circled: 10,
  letter: 11,
};
const stageRank = 6;

/**
 * The outline of one plan. Markdown headings and plain numbering are both first class and may be
 * mixed: a number of a kind that is already open continues that list, a new kind goes one level
 * down, and the order of GB/T 9704-2012 7.3.3 decides when a kind comes back that was never open.
 *
 * @param items lines and tables behind the title, in order
 * @returns the outermost sections, and the lines in front of the first one
 */
export function readOutline(items: readonly OutlineItem[]): { sections: DraftSection[]; opening: Line[] } {
  const opening: Line[] = [];
  const sections: DraftSection[] = [];
  const open: DraftSection[] = [];
  const labels = isLabelled(items) ? new Set<string>() : undefined;
  const lines = items.flatMap((item) => ('line' in item ? item.line : []));
  const nested = nestedLines(lines);
  const brackets = bracketsBelowFigures(lines);
  const months = monthHeadings(lines);
  const partStyle = labels ? undefined : unnumberedParts(items);
  items.forEach((item, at) => {
    const top = open.at(-1);
    if ('table' in item) {
      top?.tables.push(item.table);
      return;
    }
    const { line } = item;
    const style = partStyle?.(line);
    const part = months.has(line)
      ? { ...draft(line, 'unnumbered', undefined), month: true }
      : style
        ? draft(line, style, undefined)
        : labels && labelledAt(items, at, open, labels);
    const found = part ?? sectionAt(line, open);
    if (!found) {
      (top?.body ?? opening).push(line);
      return;
    }
    const next = nested.has(line) || brackets.has(line) ? { ...found, nested: true } : found;
    const beside = Math.max(continued(items, at, open), beyondStages(next, open));
    if (beside >= 0) open.length = beside;
    else popFor(next, open);
    const parent = open.at(-1);
    if (parent) {
      next.parent = parent;
      next.level = parent.level + 1;
      parent.sections.push(next);
    } else sections.push(next);
    open.push(next);
  });
  sections.forEach(close);
  return { sections, opening };
}

/** A section reaches to the end of the last line or table in it. */
function close(section: DraftSection): number {
  let { end } = section.heading.range;
  end = Math.max(end, section.body.at(-1)?.range.end ?? end, section.tables.at(-1)?.range.end ?? end);
  for (const child of section.sections) end = Math.max(end, close(child));
  section.range = { start: section.range.start, end };
  return end;
}

/**
 * The section that a label opens in a plan whose parts are labelled lines (活动时间：…). Each label opens one;
 * one that stands between two numbers of a list belongs to what is listed, wherever it comes again.
 */
function labelledAt(
  items: readonly OutlineItem[],
  at: number,
  open: readonly DraftSection[],
  names: Set<string>,
): DraftSection | undefined {
  const item = items[at];
  const [outer] = open;
  if (!item || !('line' in item) || (outer && outer.style !== 'label' && !isListed(outer))) return undefined;
  const label = labelAt(item.line);
  if (!label || names.has(label.name) || (outer && namesMembers(outer.heading, label))) return undefined;
  names.add(label.name);
  const inner = open.at(-1)?.number;
  if (inner && countsOn(items, at, inner)) return undefined;
  return draft(item.line, 'label', undefined);
}

/**
 * 三、…, 4.…, 五、…: a number that was written in another way goes on with the list around it.
 * @returns the index of the item in `open` beside which it stands, or -1
 */
function continued(items: readonly OutlineItem[], at: number, open: readonly DraftSection[]): number {
  const item = items[at];
  const number = item && 'line' in item && item.line.place === 'paragraph' ? item.line.facts.number : undefined;
  if (number?.kind !== 'arabic' || number.value < 2 || number.multi) return -1;
  const beside = open.findIndex((one) => one.number?.kind === 'han' && one.heading.place === 'paragraph');
  const before = open[beside];
  if (before?.number?.value !== number.value - 1 || before.sections.length > 0) return -1;
  // 一、1. 2. 二、3. 4. number on through all parts.
  const siblings = before.parent?.sections ?? [];
  if (siblings.some(({ sections }) => sections.length > 0)) return -1;
  return countsOn(items, at, { ...before.number, value: number.value }) ? beside : -1;
}

/**
 * （一）…, 第一阶段：…, 第二阶段：…, （二）…: what goes on with the list in which the stages stand is no part of the last stage.
 * @returns the index of that stage in `open`, or -1
 */
function beyondStages({ number }: DraftSection, open: readonly DraftSection[]): number {
  if (number?.kind !== 'hanBracket' || number.value < 2) return -1;
  const at = open.findIndex((section) => section.number?.kind === 'stage');
  const stage = open[at];
  const isListed = ({ number: own }: DraftSection) => own?.kind === 'hanBracket';
  if (!stage || stage.sections.some(isListed)) return -1;
  return stage.parent?.sections.findLast(isListed)?.number?.value === number.value - 1 ? at : -1;
}

/** 1. and （1） number items, which end where the next label stands. */
const isListed = ({ depth, number }: DraftSection): boolean =>
  depth === 0 && number !== undefined && (ranks[number.kind] ?? 0) >= (ranks.hanBracket ?? 0);

/** The next number of the kind is looked for within so many lines. */
const countingLines = 12;

/** A list goes on behind a line: the next number of its kind is the one that follows. */
function countsOn(items: readonly OutlineItem[], at: number, { kind, value }: NumberToken): boolean {
  for (let next = at + 1; next < Math.min(items.length, at + countingLines); next++) {
    const item = items[next];
    const number = item && 'line' in item ? item.line.facts.number : undefined;
    if (number?.kind === kind) return number.value === value + 1;
  }
  return false;
}

/** The section that a line opens, or undefined when it belongs to the body of the open one. */
function sectionAt(line: Line, open: readonly DraftSection[]): DraftSection | undefined {
  if (line.place === 'quote' || line.place === 'cell') return undefined;
  const number = line.facts.number;
  if (line.place === 'heading') return draft(line, 'markdown', number);
  if (number?.kind === 'stepOrdinal') return isStepHeading(line, open) ? draft(line, 'stage', number) : undefined;
  if (number && isOrdinal(number)) {
    if (number.kind === 'stage' || number.kind === 'phasePart') {
      return isStageHeading(line.facts) ? draft(line, 'stage', number) : undefined;
    }
    if (number.kind in ranks) return draft(line, 'numbered', number);
    return undefined;
  }
  if (open.length > 0 && isBareStage(line, open)) return { ...draft(line, 'topic', undefined), bare: true };
  if (open.some(holdsTopics) && isTopic(line)) return draft(line, 'topic', undefined);
  if (line.place === 'paragraph' && isPlainHeading(line.facts) && open.some((section) => isEventSection(section)))
    return draft(line, 'topic', undefined);
  return undefined;
}

/** 会议地点, 参加人员： on a line of its own. */
const isPlainHeading = lineMemo(
  ({ text }) => text.length <= 12 && plainHeadings.has(text.replace(/[\s\u3000]+|[：:]$/g, '')),
);

/** 一、会议时间: the numbers of its kin may be lost. */
function isEventSection({ heading }: DraftSection): boolean {
  return headsEvent(heading.facts);
}

const headsEvent = lineMemo(({ text, number }) => {
  const title = text.slice(number?.range.end ?? 0);
  return title.length <= 14 && plainHeadings.has(title.replace(/[\s\u3000]+|[：:]$/g, ''));
});

function isOrdinal(number: NumberToken): boolean {
  return number.kind !== 'hanIs' && number.kind !== 'first' && number.kind !== 'stepOrdinal';
}

/** Topic sentences are looked for where stages are described. */
function holdsTopics(section: DraftSection): boolean {
  return section.style === 'stage' || /阶段/.test(section.title.value);
}

function isTopic(line: Line): boolean {
  return line.place === 'paragraph' && !line.indent.includes('\t') && opensWithTopic(line.facts);
}

const opensWithTopic = lineMemo(({ text }) => {
  const end = text.indexOf('。');
  if (end < 4 || end > topicLength || text.length - end < topicBody) return false;
  // 各单位要制定…。 is a sentence with a subject, no topic.
  return !/[，：；,:;！？要应将须]|[0-9]/.test(text.slice(0, end));
});

function draft(line: Line, style: HeadingStyle, number: NumberToken | undefined): DraftSection {
  const { from, end, runIn } = titlesOf[style](line.facts);
  const section: DraftSection & { number?: NumberToken; runIn?: number } = {
    title: { value: line.text.slice(from, end), range: line.at(from, end) },
    titleAt: from,
    level: 1,
    style,
    heading: line,
    body: [],
    tables: [],
    sections: [],
    range: line.range,
    depth: line.place === 'heading' ? line.depth : 0,
  };
  if (number) section.number = number;
  if (runIn !== undefined) section.runIn = runIn;
  return section;
}

function rankOf(section: DraftSection): number | undefined {
  const kind = section.number?.kind;
  if (section.month) return stageRank;
  if (kind === 'stage' || kind === 'phasePart' || kind === 'stepOrdinal') return stageRank;
  const rank = kind ? ranks[kind] : undefined;
  if (rank !== undefined && section.nested) {
    // 一、 below （一）, （一） below 1.
    return kind === 'hanBracket' ? (ranks.arabic ?? rank) + 0.5 : (ranks.hanBracket ?? rank) + 0.25;
  }
  // 2.1 stands below 2, and 2.1.1 below 2.1.
  return rank === undefined ? undefined : rank + (partsOf(section) - 1) / 8;
}

/** Leaves the sections that the new one does not belong to. */
function popFor(next: DraftSection, open: DraftSection[]): void {
  if (next.depth > 0) {
    while (open.length > 0 && !isOuterHeading(open.at(-1), next)) open.pop();
    return;
  }
  const [outer] = open;
  if (isUnnumbered(next) || (outer?.style === 'label' && !belongsTo(outer, next))) {
    open.length = 0;
    return;
  }
  const isStage = next.bare === true;
  // A stage without number ends where anything but its own items follows.
  if (next.heading.place !== 'item' || isStage) {
    while (open.at(-1)?.bare) open.pop();
  }
  if (isStage) {
    const inner = open.findIndex(({ style }) => style === 'topic');
    if (inner >= 0) open.length = inner;
    return;
  }
  const sibling = open.findLastIndex((section) => isSibling(section, next));
  if (sibling >= 0) {
    open.length = sibling;
    return;
  }
  // 四、行事历 or （三）月度安排 right above the first month holds all of them.
  if (next.month && open.at(-1)?.heading.index === next.heading.index - 1) return;
  if (isStep(next)) {
    open.length = open.findLastIndex(({ title }) => stepsTitle.test(title.value)) + 1;
    return;
  }
  if (next.style === 'topic' && isEventSection(next)) {
    // It goes on where the heading of its kind stands that has a number.
    open.length = open.findLastIndex((section) => isEventSection(section));
    return;
  }
  if (next.style === 'topic') {
    // Topic sentences do not nest; they stand directly below what holds them.
    const holder = open.findLastIndex(holdsTopics);
    open.length = holder + 1;
    return;
  }
  const rank = rankOf(next);
  while (rank !== undefined && open.length > 0) {
    const top = open.at(-1);
    if (top && isListedBelow(next, top)) break;
    const topRank = top && top.depth === 0 ? (top.style === 'topic' ? stageRank + 0.5 : rankOf(top)) : undefined;
    if (topRank === undefined || topRank < rank) break;
    open.pop();
  }
}

/** Parts without number stand beside one another and end whatever is open. */
const isUnnumbered = ({ style, month }: DraftSection): boolean =>
  !month && (style === 'label' || style === 'bold' || style === 'unnumbered');

/** 一、 goes on where labels stood, but for what is listed below a label alone. */
function belongsTo(label: DraftSection, { number }: DraftSection): boolean {
  if (number?.kind !== 'han') return holdsNumbers(label.heading);
  return label.sections.length > 0
    ? label.sections[0]?.number?.kind === 'han'
    : label.runIn === undefined && label.body.length === 0;
}

function isOuterHeading(section: DraftSection | undefined, next: DraftSection): boolean {
  return section !== undefined && section.depth > 0 && section.depth < next.depth;
}

/** Numbers of one kind in one list: the same kind, and no heading of Markdown between them that would have closed it. */
function isSibling(section: DraftSection, next: DraftSection): boolean {
  if (next.style === 'topic') return section.style === 'topic';
  if (next.month) return section.month === true;
  const kind = next.number?.kind;
  if (section.nested !== next.nested) return false;
  if (isListedBelow(next, section) || isListedBelow(section, next) || beginsBelow(next, section)) return false;
  if (countsBelow(next, section)) return false;
  return kind !== undefined && section.number?.kind === kind && partsOf(section) === partsOf(next);
}

/** The item of a list within an item: both may be numbered 1., and are two lists. */
function isListedBelow({ heading: inner }: DraftSection, { heading: outer }: DraftSection): boolean {
  return inner.place === 'item' && outer.place === 'item' && inner.depth > outer.depth;
}

/** ## 3. 筹备进度 and 1. below it: a list that begins anew, and no heading before the third. */
function beginsBelow(next: DraftSection, section: DraftSection): boolean {
  return section.depth > 0 && next.number?.value === 1 && isListed(next);
}

/** 一、 or 三、 on a plain line below ## 五、 counts what stands there; only what goes on from 五 may have lost its mark. */
function countsBelow(next: DraftSection, section: DraftSection): boolean {
  const [own, outer] = [next.number, section.number];
  return section.depth > 0 && next.depth === 0 && own?.kind === 'han' && own.value < (outer?.value ?? 0);
}

/** How many numbers a number is made of: 3 of 2.1.1. */
function partsOf({ number }: DraftSection): number {
  return number?.multi?.length ?? 1;
}
