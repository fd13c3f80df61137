import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import { findDocumentNumbers } from '../../plan/line/document-numbers.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { unitsOf } from '../../text/units.ts';

/** A bracket or quotation mark; `family` is shared by both halves in either width. */
export interface Mark {
  readonly index: number;
  readonly text: string;
  readonly family: MarkFamily;
  readonly side: 'open' | 'close';
}

type MarkFamily = '（' | '“' | '‘' | '「' | '『' | '《' | '〈' | '【' | '〔' | '〖' | '[';

const marks: Readonly<Record<string, readonly [MarkFamily, Mark['side']]>> = {
  '（': ['（', 'open'],
  '(': ['（', 'open'],
  '）': ['（', 'close'],
  ')': ['（', 'close'],
  '“': ['“', 'open'],
  '”': ['“', 'close'],
  '‘': ['‘', 'open'],
  '’': ['‘', 'close'],
  '「': ['「', 'open'],
  '」': ['「', 'close'],
  '『': ['『', 'open'],
  '』': ['『', 'close'],
  '《': ['《', 'open'],
  '》': ['《', 'close'],
  '〈': ['〈', 'open'],
  '〉': ['〈', 'close'],
  '＜': ['〈', 'open'],
  '＞': ['〈', 'close'],
  '<': ['〈', 'open'],
  '>': ['〈', 'close'],
  '【': ['【', 'open'],
  '】': ['【', 'close'],
  '〔': ['〔', 'open'],
  '〕': ['〔', 'close'],
  '〖': ['〖', 'open'],
  '〗': ['〖', 'close'],
  '[': ['[', 'open'],
  ']': ['[', 'close'],
  '［': ['[', 'open'],
  '］': ['[', 'close'],
};

const anyMark = /[（(）)“”‘’「」『』《》〈〉＜＞<>【】〔〕〖〗[\]［］]/g;

/** 1） a) 一） at the head of an item: a number, not the end of a bracket. */
const numberBefore =
  /(?:^|[\s\u3000；;。，,、：:）)])(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[①-⑳])[ \u3000]?$/;

const NONE: readonly Mark[] = [];
const NO_RANGES: readonly Range[] = [];

/** The marks of a line that have no other half on it; most lines have none. */
export function unmatchedMarks(facts: LineFacts, literals: readonly Range[]): readonly Mark[] {
  // Literals belong to the place, not to the text: only lines without them are remembered.
  return literals.length > 0 ? match(facts.text, literals) : unmatchedOf(facts);
}

const markSign = sign({ units: Object.keys(marks).join('') });

const unmatchedOf = lineMemo((facts): readonly Mark[] =>
  !hasSign(facts, markSign) || areNested(facts.text) ? NONE : match(facts.text, NO_RANGES),
);

/** Families by number, negative for the closing half; 99 for marks that may be something else. */
const UNSURE = 99;
const halves = new Int8Array(65_536);
for (const [mark, [family, side]] of Object.entries(marks)) {
  const number = Object.values(marks).findIndex(([other]) => other === family) + 1;
  halves[mark.charCodeAt(0)] = /[‘’〈〉＜＞<>]/.test(mark) ? UNSURE : side === 'open' ? number : -number;
}
const SPEECH = halves['“'.charCodeAt(0)];
const open = new Int8Array(256);

/**
 * True when the marks of a text are surely all pairs, one within the other, as in nearly every line: then
 * there is nothing to look at closely. By hand, as it looks at every unit.
 */
function areNested(text: string): boolean {
  const units = unitsOf(text);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const half = halves[units[at] ?? 0] ?? 0;
    if (half === 0) continue;
    if (half === UNSURE) return false;
    if (half < 0) {
      if (depth === 0 || open[--depth] !== -half) return false;
    } else {
      // Within “ another “ may be the next paragraph of the same speech.
      if (depth === open.length || (half === SPEECH && depth > 0)) return false;
      open[depth++] = half;
    }
  }
  return depth === 0;
}

function match(text: string, literals: readonly Range[]): readonly Mark[] {
  // 〔2026)12号 is a fault of the document number, told once.
  const numbers = findDocumentNumbers(text).flatMap(({ fault, range }) => (fault === 'brackets' ? [range] : []));
  const found = readMarks(text, numbers.length === 0 ? literals : [...literals, ...numbers]);
  return found.length === 0 ? NONE : leftOver(found);
}

/** The marks of a text in order, without those that are part of something else. */
export function readMarks(text: string, literals: readonly Range[]): readonly Mark[] {
  const found: Mark[] = [];
  const skipped = intervalMarks(text);
  const depth = new Map<MarkFamily, number>();
  const isOpen = (family: MarkFamily) => (depth.get(family) ?? 0) > 0;
  for (const { 0: mark, index } of matchesOf(text, anyMark)) {
    const known = marks[mark];
    if (!known || skipped.has(index) || literals.some((literal) => index >= literal.start && index < literal.end))
      continue;
    const [family, side] = known;
    if (mark === '’' && /[A-Za-z0-9]/.test(text.charAt(index - 1))) continue;
    // Below and above, arrows and the like: these only mean something inside a title.
    if (family === '〈' && mark !== '〈' && mark !== '〉' && !isOpen('《')) continue;
    if (family === '（' && side === 'close' && !isOpen('（') && isNumber(text, index)) continue;
    if (mark === '〉' && !isOpen('《') && !isOpen('〈') && isPath(text)) continue;
    // Paragraphs of one quotation that lost their line breaks: each opens with “, the last one closes.
    if (mark === '“' && /[ \t\u3000]/.test(text.charAt(index - 1)) && isOpen('“')) continue;
    depth.set(family, Math.max(0, (depth.get(family) ?? 0) + (side === 'open' ? 1 : -1)));
    found.push({ index, text: mark, family, side });
  }
  return found;
}

/** 公共文件夹〉社团部〉辩论社: steps of a path, for which nothing opens. */
const isPath = (text: string): boolean => !text.includes('〈') && text.indexOf('〉') !== text.lastIndexOf('〉');

function isNumber(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 6), index);
  if (numberBefore.test(before)) return true;
  if (text.charAt(index) !== ')') return false;
  // 加油:) and 注意1)穿运动鞋2)唱《童年》3)带水: a face, and numbers that run on.
  if (/[:;：；]-?$/.test(before)) return true;
  const own = /[\p{Script=Han}》”’！？…]([1-9A-H])$/u.exec(before)?.[1];
  if (own === undefined) return false;
  const neighbours = [-1, 1].map((by) => `${String.fromCharCode(own.charCodeAt(0) + by)})`);
  return neighbours.some((neighbour) => text.includes(neighbour));
}

/** [60,80) and (0，5] are ranges of figures; their brackets differ on purpose. */
const interval = /[[［(（][ ]?[-−]?[0-9.∞]{1,8}[%％]?[,，][ ]?[-−+]?[0-9.∞]{1,8}[%％]?[ ]?[\]］)）]/g;

function intervalMarks(text: string): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { index, 0: found } of matchesOf(text, interval)) places.add(index).add(index + found.length - 1);
  return places;
}

/**
 * Pairs marks with a stack and gives back what is left over. A closing mark looks past openings of
 * other families that were never closed, so that one slip does not spoil the pairs around it.
 */
export function leftOver<M extends Pick<Mark, 'family' | 'side'>>(
  found: readonly M[],
  mayPair: (open: M, close: M) => boolean = () => true,
): readonly M[] {
  const open: M[] = [];
  const left = new Set<M>();
  for (const mark of found) {
    if (mark.side === 'open') {
      open.push(mark);
      continue;
    }
    const at = answered(open, mark, mayPair);
    if (at < 0) left.add(mark);
    else for (const lost of open.splice(at).slice(1)) left.add(lost);
  }
  for (const lost of open) left.add(lost);
  return found.filter((mark) => left.has(mark));
}

/** Index of the opening that `mark` closes, or -1. Beyond a hundred marks that were never closed nothing is sure any more. */
function answered<M extends Pick<Mark, 'family' | 'side'>>(
  open: readonly M[],
  mark: M,
  mayPair: (open: M, close: M) => boolean,
): number {
  for (let at = open.length - 1; at >= Math.max(0, open.length - 100); at--) {
    const opening = open[at];
    if (opening?.family === mark.family && mayPair(opening, mark)) return at;
  }
  return -1;
}
