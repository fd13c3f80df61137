import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import type { Range } from '../../text/range.ts';
import { usualHanIn } from '../units.ts';

/** A sentence that a plan says twice, and the place where it said it first. */
export interface RepeatedSentence {
  readonly line: Line;
  readonly range: Range;
  readonly words: string;
  readonly first: { readonly line: Line; readonly range: Range };
}

/** Han characters that a sentence has at least, so that saying it again is no accident. */
const SHORTEST = 24;
/** More repeated sentences than this are no slips. */
const MOST = 5;
/** 责任单位：…, （一）…的，…: labels and articles repeat their form. */
const form = /^[^，。；]{1,8}[：:]|的，(?:由|按|给予|责令|依)/;

interface LongSentence {
  readonly words: string;
  readonly range: Range;
}

const NONE: readonly LongSentence[] = [];

/** What a sentence ends with, here anywhere on a line. */
const closed = /[。；！]/;

const longSentences = lineMemo((facts): readonly LongSentence[] => {
  if (facts.text.length < SHORTEST || !closed.test(facts.text)) return NONE;
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
  const tables = plan.tables.map(({ range }) => range);
  const lines: Line[] = [];
  // Nearly all sentences stand once: where they do is noted of the others alone.
  const once = new Set<string>();
  const again = new Map<string, { readonly line: Line; readonly range: Range }[]>();
  for (const line of linesInOrder(document, plan)) {
    if (line.place === 'cell' || line.place === 'quote') continue;
    const sentences = longSentences(line.facts);
    if (sentences === NONE || (tables.length > 0 && isWithin(line, tables))) continue;
    lines.push(line);
    for (const { words } of sentences) {
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
    found.push({ ...second, words, first });
  }
  // Where much is said twice, two versions of a text stand in one file: that is no slip of a sentence.
  return found.length > MOST ? [] : found;
}

/** Tables that were led by tabs hold ordinary lines. */
function isWithin({ range }: Line, tables: readonly Range[]): boolean {
  return tables.some((table) => range.start >= table.start && range.end <= table.end);
}
