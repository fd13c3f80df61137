import { lineMemo } from '../../plan/facts.ts';
import type { Line } from '../../plan/model.ts';
import { wordBoundaries } from '../wording/segments.ts';

/** A paragraph that stops without a mark, long enough to be a sentence that was going on. */
const SHORTEST = 16;
const open = lineMemo(({ text }) => text.length >= SHORTEST && /[，。；、：].*[一-龥]\s*$/.test(text));
const goesOn = lineMemo(({ text, number }) => !number && /^[一-龥]/.test(text) && /[，。；、]/.test(text));

/** True when the first line stops within a word that the second one goes on with: …宣讲团，鼓／励青年学生…. */
export function isTorn(line: Line, next: Line): boolean {
  if (!open(line.facts) || next.place !== 'paragraph' || !goesOn(next.facts)) return false;
  const before = line.text.trimEnd().slice(-8);
  const joined = before + next.text.slice(0, 8);
  return wordBoundaries(joined, before.length - 1, 2)?.has(before.length) === false;
}
