import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import type { Range } from '../../text/range.ts';

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

const longSentences = lineMemo((facts): readonly LongSentence[] => {
  if (facts.text.length < SHORTEST) return NONE;
  const head = facts.number?.range.end ?? 0;
  const found: LongSentence[] = [];
  for (const { text, range } of facts.sentences) {
    const start = Math.max(range.start, Math.min(head, range.end));
    if (range.end - start < SHORTEST || !/[。；！]$/.test(text)) continue;
    const words = text.slice(start - range.start).trim();
    if (words.length < SHORTEST || hanIn(words) < SHORTEST || form.test(words)) continue;
    found.push({ words, range: { start, end: range.end } });
  }
  return found.length === 0 ? NONE : found;
});

/** How many of the units are Han characters of the usual block. */
function hanIn(words: string): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fa5) count++;
  }
  return count;
}

/**
 * Whole sentences that stand in two paragraphs of a plan. Tables say the body again on purpose, and what
 * is said three times is a form.
 */
export function findRepeatedSentences(document: PlanDocument, plan: Plan): readonly RepeatedSentence[] {
  const seen = new Map<string, { readonly line: Line; readonly range: Range }[]>();
  const tables = plan.tables.map(({ range }) => range);
  for (const line of linesInOrder(document, plan)) {
    if (line.place === 'cell' || line.place === 'quote') continue;
    const sentences = longSentences(line.facts);
    if (sentences.length === 0 || (tables.length > 0 && isWithin(line, tables))) continue;
    for (const { words, range } of sentences) {
      const places = seen.get(words);
      if (places) places.push({ line, range });
      else seen.set(words, [{ line, range }]);
    }
  }
  const found: RepeatedSentence[] = [];
  for (const [words, places] of seen) {
    const [first, again] = places;
    // Within one paragraph the line itself is judged.
    if (!first || !again || places.length > 2 || first.line === again.line) continue;
    found.push({ ...again, words, first });
  }
  // Where much is said twice, two versions of a text stand in one file: that is no slip of a sentence.
  return found.length > MOST ? [] : found;
}

/** Tables that were led by tabs hold ordinary lines. */
function isWithin({ range }: Line, tables: readonly Range[]): boolean {
  return tables.some((table) => range.start >= table.start && range.end <= table.end);
}
