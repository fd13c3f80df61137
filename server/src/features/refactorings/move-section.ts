import { withValue } from '../../numbering/format.ts';
import type { NumberToken } from '../../numbering/token.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';
import { followedReferences, stageOf } from './own-references.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { beginsLine, lineEnd, lineStart, withEdits, withoutTail } from './source-lines.ts';

export const moveUp: Refactoring = {
  kind: 'refactor.move.fangan.up',
  title: { zh: '上移本节（序号随之调整）', en: 'Move this section up, with its number' },
  edits: (spot) => moved(spot, -1),
  doubts: (spot) => doubtsOf(spot, -1),
};

export const moveDown: Refactoring = {
  kind: 'refactor.move.fangan.down',
  title: { zh: '下移本节（序号随之调整）', en: 'Move this section down, with its number' },
  edits: (spot) => moved(spot, 1),
  doubts: (spot) => doubtsOf(spot, 1),
};

/**
 * Lets the section under the cursor and the sibling before or behind it change places. It is the
 * other one that is taken out and put in, so that the cursor stays in the text that it stands in.
 */
function moved(spot: Spot, by: -1 | 1): readonly Edit[] {
  const {
    open: { text },
    recognised: { plan },
  } = spot;
  const pair = pairAt(spot, by);
  if (!pair) return [];
  const [first, second] = pair;
  const siblings = first.parent?.sections ?? plan.sections;
  const behind = siblings[siblings.indexOf(second) + 1];
  if (![first, second, behind].every((one) => !one || beginsLine(text, one.heading.range.start))) return [];
  const start = lineStart(text, first.heading.range.start);
  const middle = lineStart(text, second.heading.range.start);
  const head = withoutTail(text, { start, end: middle });
  const tail = withoutTail(text, {
    start: middle,
    end: behind ? lineStart(text, behind.heading.range.start) : lineEnd(text, second.range.end),
  });
  // Two sections on one line, or one within the other: not for us.
  if (middle <= start || tail.end <= middle) return [];
  const gap = text.slice(head.end, middle);
  const numbers = [...numberEdits(first, second), ...numberEdits(second, first)];
  const edits = [...numbers, ...followedReferences(text, plan, numbers).edits];
  const outside = (range: Range) =>
    edits.filter((edit) => edit.range.end <= range.start || edit.range.start >= range.end);
  if (by < 0) {
    const words = gap + withEdits(text, head, edits);
    return [
      { range: { start, end: middle }, text: '' },
      ...outside({ start, end: middle }),
      { range: { start: tail.end, end: tail.end }, text: words },
    ];
  }
  const words = withEdits(text, tail, edits) + gap;
  return [
    { range: { start, end: start }, text: words },
    ...outside({ start: head.end, end: tail.end }),
    { range: { start: head.end, end: tail.end }, text: '' },
  ];
}

/** Places that may name a section whose number changes. */
function doubtsOf(spot: Spot, by: -1 | 1): readonly string[] {
  const { plan } = spot.recognised;
  const pair = pairAt(spot, by);
  if (!pair) return [];
  const [first, second] = pair;
  return followedReferences(spot.open.text, plan, [...numberEdits(first, second), ...numberEdits(second, first)])
    .doubts;
}

/** The innermost section that has its heading at the head of a line; the cursor may stand anywhere in it. */
function sectionAt(plan: Plan, text: string, offset: number): Section | undefined {
  let found: Section | undefined;
  let level: readonly Section[] = plan.sections;
  for (;;) {
    const inner = level.find(
      ({ heading, range }) => lineStart(text, heading.range.start) <= offset && offset <= range.end,
    );
    if (!inner || !beginsLine(text, inner.heading.range.start)) return found;
    found = inner;
    level = inner.sections;
  }
}

/** The section with the numbers of the other one, in its own way of writing: （二） and the 第二阶段 behind it. */
function numberEdits(section: Section, other: Section): readonly Edit[] {
  const { number, heading } = section;
  const own = number ? numberEdit(heading, number, 0, other.number) : [];
  const stage = stageOf(section);
  if (!stage || stage === number) return own;
  return [...own, ...numberEdit(heading, stage, number?.range.end ?? 0, stageOf(other))];
}

function numberEdit(heading: Line, number: NumberToken, from: number, other: NumberToken | undefined): readonly Edit[] {
  const value = other?.kind === number.kind ? withValue(number, other.value) : undefined;
  if (value === undefined || value === number.raw) return [];
  const start = from + number.range.start;
  const range = heading.at(start, start + number.raw.length);
  return range.end - range.start === number.raw.length ? [{ range, text: value }] : [];
}

/** The section under the cursor and its neighbour, in the order in which they stand. */
function pairAt({ open, recognised: { plan }, offset }: Spot, by: -1 | 1): readonly [Section, Section] | undefined {
  const section = sectionAt(plan, open.text, offset);
  const siblings = section?.parent?.sections ?? plan.sections;
  const other = section && siblings[siblings.indexOf(section) + by];
  if (!other) return undefined;
  return by < 0 ? [other, section] : [section, other];
}
