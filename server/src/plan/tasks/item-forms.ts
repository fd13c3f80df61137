import { skipBlanks } from '../../text/blank.ts';
import type { Located, Range } from '../../text/range.ts';
import type { Line, Section } from '../model.ts';
import { linesOf, titleOf } from './tasks.ts';

/** One of several items that stand beside one another, numbered or in a list. */
export interface LabelledItem {
  readonly title: Located<string>;
  readonly lines: readonly Line[];
  readonly range: Range;
  /** The section whose items they are. */
  readonly around: Section;
}

/** Fewer items show no habit. */
const FEWEST = 3;

/**
 * Items that stand beside one another without numbers of an outline: stages, headings that have no number, and
 * paragraphs that begin with a bold title, with 板块一： or 一是, or with a title of their own (清理河面。…). What is asked of
 * numbered items is asked of them too, where all but one have it.
 */
export function otherItemsOf(around: Section, isSide: (line: Line) => boolean): readonly (readonly LabelledItem[])[] {
  const forms = [
    partsOf(around),
    spokenOf(around),
    itemsFrom(around, isMarked),
    countedOf(around),
    titledOf(around, isSide),
  ];
  return forms.filter((items) => items.length >= FEWEST);
}

/** The sections below a section, where they are items and have no tables that say more. */
export function itemsOf(around: Section): readonly LabelledItem[] {
  if (around.sections.some(({ number, tables, stage }) => !number || tables.length > 0 || stage)) return [];
  return around.sections.map((section) => itemOf(section, around));
}

/** The items of a list that stands in the body of a section; each is called by the whole of its line. */
export const listOf = (around: Section): readonly LabelledItem[] =>
  itemsFrom(
    around,
    ({ place, depth }) => place === 'item' && depth === 1,
    ({ text }) => ({ start: 0, end: text.length }),
  );

/** The paragraphs of a section that begin with 一是, 二是. */
export const spokenOf = (around: Section): readonly LabelledItem[] => itemsFrom(around, isSpoken);

/** The lines of a section that go by a label each: 车辆停放：…. */
export const labelLinesOf = (around: Section): readonly LabelledItem[] =>
  around.body.every((line) => line.place === 'paragraph' && labelled.test(line.text))
    ? itemsFrom(around, () => true)
    : [];
const labelled = /^[^，。；：:]{2,24}[：:]/;

/** Stages, and headings without number: itemsOf leaves them alone. */
function partsOf(around: Section): readonly LabelledItem[] {
  const { sections } = around;
  if (sections.length < FEWEST || sections.some(({ tables }) => tables.length > 0)) return [];
  if (sections.every(({ number, stage }) => number && !stage)) return [];
  if (sections.some(({ number, stage, style }) => !number && !stage && style !== 'markdown')) return [];
  return sections.map((section) => itemOf(section, around));
}

const itemOf = (section: Section, around: Section): LabelledItem => ({
  title: section.stage?.name ?? titleOf(section),
  lines: linesOf(section),
  range: section.range,
  around,
});

/** The lines of a section cut before each one that heads an item. */
function itemsFrom(
  around: Section,
  isHead: (line: Line) => boolean,
  titleIn: (head: Line) => Range = titleAt,
): readonly LabelledItem[] {
  const { body } = around;
  const heads = body.flatMap((line, at) => (isHead(line) ? [{ head: line, at }] : []));
  return heads.map(({ head, at }, nth) => {
    const lines = body.slice(at, heads[nth + 1]?.at);
    const { start, end } = titleIn(head);
    return {
      title: { value: head.text.slice(start, end), range: head.at(start, end) },
      lines,
      range: { start: head.range.start, end: lines.at(-1)?.range.end ?? head.range.end },
      around,
    };
  });
}

/** From behind its number to its first mark. */
function titleAt(head: Line): Range {
  return { start: skipBlanks(head.text, head.facts.number?.range.end ?? 0, head.text.length), end: titleEnd(head) };
}

/** Where the title ends: a bold one has no mark, and the colon of 板块一： stands within it. */
function titleEnd({ text }: Line): number {
  const end = text.search(/(?<!^.{0,3}[一二三四五六七八九十\d])[，。；：:]/);
  return end < 0 ? text.length : end;
}

const isMarked = ({ marked, place }: Line): boolean => marked && place === 'paragraph';

/** 板块一：开幕式, 活动2 知识讲座. */
const counted = /^[\s\u3000]*(?!第)([\p{Script=Han}]{2,4})[一二三四五六七八九十\d]{1,2}[：:、．.\s]/u;

/** 说明1 beside 活动1 and 活动2 is none of them. */
function countedOf(around: Section): readonly LabelledItem[] {
  const nouns = new Map<Line, string>();
  for (const line of around.body) {
    const noun = line.place === 'paragraph' ? counted.exec(line.text)?.[1] : undefined;
    if (noun !== undefined) nouns.set(line, noun);
  }
  return new Set(nouns.values()).size === 1 ? itemsFrom(around, (line) => nouns.has(line)) : [];
}

const isSpoken = ({ facts, place }: Line): boolean => place === 'paragraph' && facts.number?.kind === 'hanIs';

/** 清理河面。对…: the title of a paragraph, and what it says. */
const titled = /^[\s\u3000]*[^，。；：:、\d]{4,14}[。：:][\s\u3000]*[^\s\u3000]/;

/**
 * Paragraphs each of which begins with its title, where the section holds nothing else but lines that go with them
 * (责任单位：…).
 */
function titledOf(around: Section, isSide: (line: Line) => boolean): readonly LabelledItem[] {
  const heads = new Set<Line>();
  for (const line of around.body) {
    if (line.place !== 'paragraph') return [];
    if (isSide(line)) continue;
    if (!titled.test(line.text) || line.facts.number) {
      // A sentence in front of them leads to them.
      if (heads.size === 0 && line.text.length < LEAD) continue;
      return [];
    }
    heads.add(line);
  }
  return itemsFrom(around, (line) => heads.has(line));
}
const LEAD = 60;
