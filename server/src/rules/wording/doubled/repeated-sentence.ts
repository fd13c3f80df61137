import { lineMemo } from '../../../plan/facts.ts';
import { openingMarks } from '../../../plan/line/brackets.ts';
import type { Line, Plan, PlanDocument, Section } from '../../../plan/model.ts';
import { linesInOrder } from '../../../plan/reading-order.ts';
import { WHITE } from '../../../text/blank.ts';
import type { Range } from '../../../text/range.ts';
import { tableOfUnits, usualHanIn } from '../../../text/units.ts';

/** A sentence that a plan says twice, and the place where it said it first. */
export interface RepeatedSentence {
  readonly line: Line;
  readonly range: Range;
  readonly words: string;
  readonly first: { readonly line: Line; readonly range: Range };
}

/** Han characters that a sentence has at least, so that saying it again is no accident. */
const LONG = 24;
/** In two items of lists fewer will do, fewer still where they hold a figure. */
const LONG_IN_ITEMS = 20;
const SHORTEST = 16;
/** More repeated sentences than this are no slips. */
const MOST = 5;
/** 责任单位：…, （一）…的，…: labels and articles repeat their form. */
const form = /^[^，。；]{1,8}[：:]|的，(?:由|按|给予|责令|依)/;

interface LongSentence {
  readonly words: string;
  readonly range: Range;
}

const NONE: readonly LongSentence[] = [];

const NO_STRETCHES: readonly number[] = [];
const isEnd = tableOfUnits('。！？!?');
const isOpening = tableOfUnits(openingMarks);
/** What the marks of a sentence may leave in front of the next one. */
const isBetween = tableOfUnits(`${WHITE}\u200b”’`);
const SEMICOLON = '；'.charCodeAt(0);

/**
 * What stands in front of each end mark of a line, as one number: where a long sentence stands twice in a plan, its last
 * stretch does. Hardly any plan has one of them twice, and only what has is read sentence by sentence. A stretch that is
 * too short to be a long sentence can only end one that has a quotation in it.
 */
const stretchesOf = lineMemo(({ text, number }): readonly number[] => {
  if (text.length < SHORTEST) return NO_STRETCHES;
  let found: number[] | undefined;
  let stretch = 0;
  let length = 0;
  let quotes = false;
  let last = 0;
  for (let at = number?.range.end ?? 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    if (isEnd[unit] === 1 || (unit === 0 && last === SEMICOLON)) {
      if (length >= SHORTEST || (quotes && length > 0)) {
        found ??= [];
        found.push(stretch);
      }
      stretch = 0;
      length = 0;
    } else if (isBetween[unit] !== 1) {
      if (isOpening[unit] === 1) quotes = true;
      stretch = (Math.imul(stretch, 31) + unit) | 0;
      length++;
      last = unit;
    }
  }
  return found ?? NO_STRETCHES;
});

const longSentences = lineMemo((facts): readonly LongSentence[] => {
  const head = facts.number?.range.end ?? 0;
  const found: LongSentence[] = [];
  for (const { text, range } of facts.sentences) {
    const start = Math.max(range.start, Math.min(head, range.end));
    if (range.end - start < SHORTEST || !/[。；！]$/.test(text)) continue;
    const words = text.slice(start - range.start).trim();
    if (words.length < SHORTEST || usualHanIn(words) < SHORTEST || form.test(words)) continue;
    found.push({ words, range: { start, end: range.end } });
  }
  return found.length === 0 ? NONE : found;
});

/**
 * Whole sentences that stand in two paragraphs of a plan. Tables say the body again on purpose, and what
 * is said three times is a form.
 */
export function findRepeatedSentences(document: PlanDocument, plan: Plan): readonly RepeatedSentence[] {
  const lines = linesWithTwins(document, plan);
  if (lines.length === 0) return [];
  // Nearly all sentences stand once: where they do is noted of the others alone.
  const once = new Set<string>();
  const again = new Map<string, { readonly line: Line; readonly range: Range }[]>();
  for (const { facts } of lines) {
    for (const { words } of longSentences(facts)) {
      if (once.has(words)) again.set(words, []);
      else once.add(words);
    }
  }
  if (again.size === 0) return [];
  for (const line of lines)
    for (const { words, range } of longSentences(line.facts)) again.get(words)?.push({ line, range });
  const found: RepeatedSentence[] = [];
  for (const words of once) {
    const [first, second, third] = again.get(words) ?? [];
    // Within one paragraph the line itself is judged.
    if (!first || !second || third || first.line === second.line) continue;
    if (usualHanIn(words) < wanted(words, first.line, second.line)) continue;
    if (areParallel(plan.sections, first.line, second.line)) continue;
    found.push({ ...second, words, first });
  }
  // Where much is said twice, two versions of a text stand in one file: that is no slip of a sentence.
  return found.length > MOST ? [] : found;
}

/** Han characters that tell that the second place was copied from the first. */
function wanted(words: string, first: Line, second: Line): number {
  if (!first.facts.number || !second.facts.number) return LONG;
  return /[0-9]/.test(words) ? SHORTEST : LONG_IN_ITEMS;
}

/** 高一监考 and 高二监考 say the same of each: the lines stand below different headings of one section. */
function areParallel(sections: readonly Section[], first: Line, second: Line): boolean {
  const one = sections.find((section) => isBelow(section, first));
  const other = sections.find((section) => isBelow(section, second));
  if (!one || !other) return false;
  return one === other ? areParallel(one.sections, first, second) : areAlike(one, other);
}

/** Below its heading or run in behind it, or so with a part of it. */
const isBelow = ({ heading, body, sections }: Section, line: Line): boolean =>
  heading === line || body.includes(line) || sections.some((section) => isBelow(section, line));

/** 高一监考, 高二监考; 理科, 文科: but one character is another. */
function areAlike({ title: { value: one } }: Section, { title: { value: other } }: Section): boolean {
  if (one.length !== other.length) return false;
  return [...one].filter((character, at) => character !== other[at]).length === 1;
}

/** The lines with a stretch that the plan has twice. */
function linesWithTwins(document: PlanDocument, plan: Plan): readonly Line[] {
  const tables = plan.tables.map(({ range }) => range);
  const lines: Line[] = [];
  const seen = new Set<number>();
  const twins = new Set<number>();
  for (const line of linesInOrder(document, plan)) {
    if (line.place === 'cell' || line.place === 'quote') continue;
    const stretches = stretchesOf(line.facts);
    if (stretches.length === 0 || (tables.length > 0 && isWithin(line, tables))) continue;
    lines.push(line);
    for (const stretch of stretches) {
      if (seen.has(stretch)) twins.add(stretch);
      else seen.add(stretch);
    }
  }
  return twins.size === 0 ? [] : lines.filter(({ facts }) => stretchesOf(facts).some((stretch) => twins.has(stretch)));
}

/** Tables that were led by tabs hold ordinary lines. */
function isWithin({ range }: Line, tables: readonly Range[]): boolean {
  return tables.some((table) => range.start >= table.start && range.end <= table.end);
}

/** Shorter ones are calls: 加油！加油！ */
const SHORTEST_TWIN = 10;

/** A sentence with the same one right behind it, however short: its second place. The first may stand behind a number. */
export function findTwin(text: string): Range | undefined {
  let before = text.indexOf('。');
  for (let stop = text.indexOf('。', before + 1); before >= 0 && stop > before; stop = text.indexOf('。', stop + 1)) {
    const length = stop - before;
    const first = before + 1 - length;
    if (length >= SHORTEST_TWIN && first >= 0 && text.startsWith(text.slice(before + 1, stop + 1), first))
      return { start: before + 1, end: stop + 1 };
    before = stop;
  }
  return undefined;
}
