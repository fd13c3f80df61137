import { withValue } from '../../numbering/format.ts';
import type { Plan, Section } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { beginsLine, lineEnd, lineStart, withoutTail } from './source-lines.ts';

export const moveUp: Refactoring = {
  kind: 'refactor.move.fangan.up',
  title: { zh: '上移本节（序号随之调整）', en: 'Move this section up, with its number' },
  edits: (spot) => moved(spot, -1),
};

export const moveDown: Refactoring = {
  kind: 'refactor.move.fangan.down',
  title: { zh: '下移本节（序号随之调整）', en: 'Move this section down, with its number' },
  edits: (spot) => moved(spot, 1),
};

/**
 * Lets the section under the cursor and the sibling before or behind it change places. It is the
 * other one that is taken out and put in, so that the cursor stays in the text that it stands in.
 */
function moved({ open, recognised: { plan }, offset }: Spot, by: -1 | 1): readonly Edit[] {
  const { text } = open;
  const section = sectionAt(plan, text, offset);
  if (!section) return [];
  const siblings = section.parent?.sections ?? plan.sections;
  const at = siblings.indexOf(section);
  const other = siblings[at + by];
  if (!other) return [];
  const [first, second] = by < 0 ? [other, section] : [section, other];
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
  const firstNumber = numberEdit(first, second);
  const secondNumber = numberEdit(second, first);
  if (by < 0) {
    const words = gap + withEdit(text, head, firstNumber);
    return [
      { range: { start, end: middle }, text: '' },
      ...secondNumber,
      { range: { start: tail.end, end: tail.end }, text: words },
    ];
  }
  const words = withEdit(text, tail, secondNumber) + gap;
  return [
    { range: { start, end: start }, text: words },
    ...firstNumber,
    { range: { start: head.end, end: tail.end }, text: '' },
  ];
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

/** The section with the number of the other one, in its own way of writing. */
function numberEdit({ number, heading }: Section, other: Section): readonly Edit[] {
  const value = number && other.number?.kind === number.kind ? withValue(number, other.number.value) : undefined;
  if (!number || value === undefined || value === number.raw) return [];
  const range = heading.at(number.range.start, number.range.start + number.raw.length);
  return range.end - range.start === number.raw.length ? [{ range, text: value }] : [];
}

function withEdit(text: string, { start, end }: Range, [edit]: readonly Edit[]): string {
  if (!edit) return text.slice(start, end);
  return text.slice(start, edit.range.start) + edit.text + text.slice(edit.range.end, end);
}
