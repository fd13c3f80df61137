import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line } from '../../plan/model.ts';
import { tableOfUnits } from '../units.ts';
import { wordBoundaries } from '../wording/segments.ts';

/** A paragraph that stops without a mark, long enough to be a sentence that was going on. */
const SHORTEST = 16;
export const isOpen = ({ text }: LineFacts): boolean => text.length >= SHORTEST && endsInWords(text);
const goesOn = lineMemo(
  ({ text, number }) => isHan(text.charCodeAt(0)) && !number && /[，。；、]/.test(text) && !label.test(text),
);
/** 成　　员：, 联系人：: a label begins its own line, whatever word it would make with the name above it. */
const label = /^[\p{Script=Han} \u3000]{2,10}[：:]/u;

const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fa5;
const marks = tableOfUnits('，。；、：');
const breaks = tableOfUnits('\n\r\u2028\u2029');

/** A Han character at the end and a mark somewhere in front of it: looked for backwards, as most lines end with a mark. */
function endsInWords(text: string): boolean {
  const end = text.trimEnd().length - 1;
  if (!isHan(text.charCodeAt(end))) return false;
  for (let at = end - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (marks[unit] === 1) return true;
    if (breaks[unit] === 1) return false;
  }
  return false;
}

/** True when the first line, which is open, stops within a word that the second one goes on with: …宣讲团，鼓／励青年学生…. */
export function isTorn(line: Line, next: Line): boolean {
  if (next.place !== 'paragraph' || !goesOn(next.facts)) return false;
  const known = lastTried(line.facts);
  const behind = next.text.slice(0, 8);
  if (known.behind !== behind) {
    const before = line.text.trimEnd().slice(-8);
    known.torn = wordBoundaries(before + behind, before.length - 1, 2)?.has(before.length) === false;
    known.behind = behind;
  }
  return known.torn;
}

/** With what a line was last held together: at the next key stroke the same stands behind it. */
const lastTried = lineMemo((): { behind: string | undefined; torn: boolean } => ({ behind: undefined, torn: false }));
