import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line } from '../../plan/model.ts';
import { isFigure } from '../../text/figures.ts';
import { tableOfUnits } from '../../text/units.ts';
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

/**
 * True when nothing but blanks stands between the two in the source: reading has parted a run-on line there, and its author sees
 * a blank within a word, not the end of a paragraph.
 */
export function isWithinLine(source: string, line: Line, next: Line): boolean {
  const [end, start] = [line.range.end, next.range.start];
  if (start - end > MOST_BLANKS) return false;
  for (let at = end; at < start; at++) if (source.charAt(at) !== ' ' && source.charAt(at) !== '\u3000') return false;
  return start > end || /[ \u3000]$/.test(line.text);
}
const MOST_BLANKS = 3;

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

/** A sentence that breaks off at a figure; 地点：综合楼203 is whole. */
const figureAtEnd = /[，。；][^：:]*[一-龥（“，、。；：][0-9]{1,4}$/;
/** What counts or measures, behind a figure that stands at the end of the line above; no 时间, 名额 or 项目. */
const unitAtHead =
  /^(?:年(?![级度终])|月(?!度)|日(?![程期常])|号|厘米|毫米|公里|米|元(?![旦宵])|万元|个(?![人体别])|名(?![额单称次师])|人(?![员数民力事])|时(?![间候段])|分(?![工组为别管])|％|%|层(?!次)|级(?!别)|条(?![件款])|项(?!目)|件(?!数)|次(?![数日])|小时|天(?![气然]))(?![^，。；]{0,8}[：:])/;
const marksAtHead = tableOfUnits('”》）〉。，；：、');
const marksAtEnd = tableOfUnits('《“（〈');

const RANK = 2;
const rankAtEnd = /^[一二三四五六七八九]、$/;
const ranksAtHead = /^[二三四五六七八九十]、(?:[三四五六七八九十]、)*[三四五六七八九十]?[名等]/;

/**
 * 易引发事故。2024／年夏季, 《关于批转／…: a figure without its unit, a mark of opening at the end of a line, one of closing at the
 * head of the next.
 */
export function isCutApart(line: Line, next: Line): boolean {
  if (next.place !== 'paragraph') return false;
  const above = line.text.trimEnd();
  const below = next.text;
  const unit = above.charCodeAt(above.length - 1);
  // 一、／二、三等奖: the ranks were taken for numbers of paragraphs.
  if (above.length === RANK && rankAtEnd.test(above) && ranksAtHead.test(below)) return true;
  if (marksAtEnd[unit] === 1) return !next.facts.number;
  if (isHan(unit)) return marksAtHead[below.charCodeAt(0)] === 1 && !next.facts.number;
  if (!isFigure(unit) || next.facts.number) return false;
  return figureAtEnd.test(above) && unitAtHead.test(below);
}
