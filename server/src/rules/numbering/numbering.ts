import { withValue } from '../../numbering/format.ts';
import type { NumberKind, NumberToken } from '../../numbering/token.ts';
import { type ListedNumber, type NumberList, numberLists } from '../../plan/line/number-lists.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { hasSign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Edit, type Finding, type Fix } from '../rule.ts';
import { noteSkip } from './attachment-numbers.ts';
import { bareNumber, beginAgain, noFirst } from './beginnings.ts';
import { gradeSkips } from './grades.ts';
import { type LostNumber, lostBetween, strayNumbers } from './lost-number.ts';
import { ordinalColumns } from './ordinal-column.ts';
import { repeatedBelow } from './repeated-below.ts';
import { residues } from './residue.ts';
import { spokenFault, spokenSign } from './spoken-run.ts';

type MessageId = 'skipped' | 'repeated' | 'swapped' | 'first' | 'residue';

/** A number skipped or repeated among its siblings. */
export const numbering = defineRule<MessageId>({
  id: 'numbering',
  family: 'numbering',
  severity: 'error',
  basis: ['9704-7.3.3', '15834-B.3.8'],
  faults: ['F41'],
  fixes: ['suggested'],
  summary: {
    zh: '同级序号跳号、重号或颠倒',
    en: 'A number that is skipped, repeated or out of order among its siblings',
  },
  messages: {
    skipped: {
      zh: '序号由“{previous}”跳到“{number}”，缺“{missing}”。请补上缺少的一项，或将后面的序号顺次改正。',
      en: 'The numbers jump from “{previous}” to “{number}”; “{missing}” is missing. Add the missing item or renumber.',
    },
    repeated: {
      zh: '序号“{number}”重复，前面已有同级的“{number}”。请顺次改正。',
      en: 'The number “{number}” is used twice in one list. Renumber what follows.',
    },
    first: {
      zh: '这一组序号从“{number}”开始，前面没有“{missing}”。请补上缺少的一项，或将序号顺次改正。',
      en: 'This list begins with “{number}”; there is no “{missing}” before it. Add the missing item or renumber.',
    },
    residue: {
      zh: '序号“{number}”疑为修订留下的痕迹，应作“{meant}”。',
      en: 'The number “{number}” still has its forerunner in it; it should be “{meant}”.',
    },
    swapped: {
      zh: '序号颠倒：“{number}”在“{missing}”之前。请调整次序或改正序号。',
      en: 'The numbers are out of order: “{number}” stands before “{missing}”.',
    },
  },
  checkLine({ line, report }) {
    const fault = hasSign(line.facts, spokenSign) ? spokenFault(line.text) : undefined;
    if (fault) report({ message: fault.kind, params: { ...fault.words }, range: fault.range });
  },
  checkPlan({ document, plan, report }) {
    const left = residues(plan.lines);
    for (const { line, range, number, meant } of left) {
      const place = line.at(range.start, range.end);
      report({
        message: 'residue',
        params: { number, meant },
        range: place,
        fix: { title: renumber, safety: 'suggested', edits: [{ range: place, text: meant }] },
      });
    }
    const told = new Set<number>();
    for (const { line } of left) told.add(line.range.start);
    const lists = numberLists(plan);
    const lines = () => linesInOrder(document, plan);
    const again = beginAgain(lists, lines);
    // numbering-level tells of what stands in the place of the missing number.
    const filled = new Set(strayNumbers(plan).map(({ next }) => next));
    for (const list of lists) {
      const begins = beginningOf(list, again.get(list), lists, lines);
      // What corrections left behind is no list of its own.
      if (told.size > 0 && list.numbers.some(({ line }) => told.has(line.range.start))) continue;
      if (isOfReferences(list)) continue;
      if (begins) report(begins);
      if (!countsOn(list) && isJudged(list, lists, plan))
        for (const finding of faultsOf(list, lines(), begins !== undefined, filled)) report(finding);
    }
    for (const { number, before } of repeatedBelow(lists)) report(repeated(number, before));
    for (const table of plan.tables) for (const finding of ordinalColumns(table)) report(finding);
    const skip = noteSkip(plan.lines);
    for (const { previous, number, missing, range, after } of [...(skip ? [skip] : []), ...gradeSkips(plan)]) {
      const related = [{ message: previousPlace, range: after }];
      report({ message: 'skipped', params: { previous, number, missing }, range, related });
    }
  },
});

/** 第一章、第六章 | 第四章第一至第十四节 in a column that says which chapters each row is about: they are not counted there. */
const pointsAt = /^[\s\u3000]*(?:$|[、，,；;和及至—～~-]|第)/;
const isOfReferences = ({ numbers, table }: NumberList): boolean =>
  table !== undefined &&
  numbers.every(({ token }) => token.raw.startsWith('第')) &&
  numbers.some(({ token, line }) => pointsAt.test(line.text.slice(token.range.end)));

const previousPlace = { zh: '前一个序号', en: 'The number before it' };
const renumber = { zh: '将这一组序号顺次改正', en: 'Renumber this list' };
const writeNumber = { zh: '补上“{missing}”', en: 'Write “{missing}”' };

/** Titles that agree in so many characters are one title, said again behind a page break. */
const SAME_TITLE = 6;

/** 首先…其次…最后 does not count, stages in headings alone; letters and bare digits are too often something else than a number. */
const uncounted: ReadonlySet<NumberKind> = new Set(['letter', 'stage', 'phasePart', 'stepOrdinal']);

/** As nearly all lists do: each number is the next one. */
function countsOn({ numbers }: NumberList): boolean {
  let last = (numbers[0]?.token.value ?? 0) - 1;
  for (const { token } of numbers) if (token.value !== ++last) return false;
  return true;
}

function isJudged(list: NumberList, lists: readonly NumberList[], plan: Plan): boolean {
  const first = list.numbers[0];
  if (!first || list.inline || list.numbers.length < 2) return false;
  const { token, line } = first;
  if (list.table && (token.kind === 'section' || isAmongLots(list, lists))) return false;
  // What tells of the second stage twice in running text comes back to it.
  if (token.kind === 'stage') {
    const beginsStage = (index: number) => plan.stages.some(({ section }) => section?.heading.index === index);
    const begins = line.place === 'heading' || list.numbers.every((number) => beginsStage(number.line.index));
    return begins && token.value === 1;
  }
  if (uncounted.has(token.kind) || (token.kind === 'first' && !token.raw.startsWith('第'))) return false;
  // 10.8 and 2.5 at the head of a line are days and figures; in a heading they are sections, and below the 2 of theirs.
  if (token.multi && line.place !== 'heading') return isBelowOwn(list, lists);
  if (token.multi || (token.mark === '' && token.kind === 'arabic')) return line.place === 'heading';
  return true;
}

/** Lots that were drawn, one in each cell: 第4节 of a timetable and such numbers count nothing. */
function isAmongLots(list: NumberList, lists: readonly NumberList[]): boolean {
  const isLot = ({ numbers }: NumberList) => numbers.every(({ token, line }) => line.text.trim() === token.raw.trim());
  return isLot(list) && lists.some((other) => other !== list && other.table === list.table && isLot(other));
}

/** 2.1, 2.2, 2.4 below 2. */
function isBelowOwn({ numbers, table }: NumberList, lists: readonly NumberList[]): boolean {
  const [first] = numbers;
  const outer = first?.token.multi?.at(-2);
  if (!first || table || outer === undefined || first.token.value !== 1 || numbers.length < LEAST_BELOW) return false;
  return lists.some((list) =>
    list.numbers.some(({ token, line }) => token.value === outer && !token.multi && line.index < first.line.index),
  );
}

/** Two may be figures. */
const LEAST_BELOW = 3;

/** A list that begins with its second item, or begins again at one behind a list of one item. */
function beginningOf(
  list: NumberList,
  before: ListedNumber | undefined,
  lists: readonly NumberList[],
  lines: () => readonly Line[],
): Finding<MessageId> | undefined {
  const first = list.numbers[0];
  if (!first) return undefined;
  const number = () => first.token.raw.trim();
  if (before) return repeated(first, before);
  const missing = noFirst(list, lists, lines);
  if (missing === undefined) return undefined;
  return { message: 'first', params: { number: number(), missing }, range: rangeOf(first) };
}

const repeated = (number: ListedNumber, before: ListedNumber): Finding<MessageId> => ({
  message: 'repeated',
  params: { number: number.token.raw.trim() },
  range: rangeOf(number),
  related: [{ message: previousPlace, range: rangeOf(before) }],
});

/** @param told the beginning of the list is at fault: the number behind it is measured by nothing */
function faultsOf(
  list: NumberList,
  lines: readonly Line[],
  told: boolean,
  filled: ReadonlySet<ListedNumber>,
): readonly Finding<MessageId>[] {
  const findings: Finding<MessageId>[] = [];
  const { numbers } = list;
  let firstFault = -1;
  let isLost = false;
  for (let at = told ? 2 : 1; at < numbers.length; at++) {
    const previous = numbers[at - 1];
    const current = numbers[at];
    if (!previous || !current || filled.has(current)) continue;
    const message = faultBetween(previous, current, numbers, at, lines);
    if (!message) continue;
    // （二）（二）（四）: the second of them is the third one, and nothing is missing.
    if (message === 'skipped' && isRepeatedAsNext(numbers, at)) continue;
    if (firstFault < 0) firstFault = at;
    const missing = (withValue(current.token, previous.token.value + 1) ?? '').trim();
    const lost = message === 'skipped' && missing !== '' ? lostBetween(numbers, at, lines) : undefined;
    isLost ||= lost !== undefined;
    findings.push({
      message,
      params: { previous: previous.token.raw.trim(), number: current.token.raw.trim(), missing },
      range: rangeOf(current),
      related: [{ message: previousPlace, range: rangeOf(previous) }],
      ...(lost ? { fix: numbered(lost, missing) } : {}),
    });
  }
  // Where a number was lost, those behind it are right as they are.
  if (isLost) return findings;
  const fix = findings.some(({ message }) => message === 'swapped') ? undefined : renumbered(numbers, firstFault);
  return fix ? findings.map((finding) => ({ ...finding, fix })) : findings;
}

const numbered = ({ line, range }: LostNumber, missing: string): Fix => ({
  title: writeNumber,
  params: { missing },
  safety: 'suggested',
  edits: [{ range: line.at(range.start, range.end), text: missing }],
});

/** The number in front of it is that of the one before, and it goes on behind the number that should have stood there. */
function isRepeatedAsNext(numbers: readonly ListedNumber[], at: number): boolean {
  const [before, repeated, value] = [at - 2, at - 1, at].map((index) => numbers[index]?.token.value ?? 0);
  return before !== 0 && before === repeated && value === (repeated ?? 0) + 2;
}

function faultBetween(
  previous: ListedNumber,
  current: ListedNumber,
  numbers: readonly ListedNumber[],
  at: number,
  lines: readonly Line[],
): MessageId | undefined {
  // Behind two that changed places the count goes on from the higher one.
  const last = Math.max(previous.token.value, numbers[at - 2]?.token.value ?? 0);
  const by = current.token.value - last;
  if (current.token.value === previous.token.value)
    return isContinued(previous, current) || beginsBetween(previous, current, lines) ? undefined : 'repeated';
  if (by <= 1) return undefined;
  if (numbers[at + 1]?.token.value === previous.token.value + 1) return 'swapped';
  // Two numbers alone make a list only when they stand close together.
  const near = current.line.index - previous.line.index <= 6;
  if (numbers.length < 3 && !near) return undefined;
  return standsBetween(previous, current, lines) ? undefined : 'skipped';
}

/** A table that goes on over the page says the item again: `2、开展学习讨论` and `2、开展学习讨论（续）`. */
function isContinued(previous: ListedNumber, current: ListedNumber): boolean {
  const [a, b] = [previous, current].map(({ token, line }) =>
    line.text.slice(token.range.end).replace(/[\s\u3000]/g, ''),
  );
  if (a === undefined || b === undefined) return false;
  // A heading that stands there twice was copied.
  if (a === b && a.length > SAME_TITLE && previous.line.place !== 'cell' && current.line.place !== 'cell') return false;
  return a === b || /[（(]续/.test(b.slice(0, 40)) || a.slice(0, SAME_TITLE) === b.slice(0, SAME_TITLE);
}

/** 外观造型⇥1、外观美观。 between two 2、: in a row whose cells go on in lines of their own, the list begins again. */
function beginsBetween(previous: ListedNumber, { token, line }: ListedNumber, lines: readonly Line[]): boolean {
  const one = withValue(token, 1)?.trim();
  if (one === undefined) return false;
  return lines.some(
    ({ index, text }) => index > previous.line.index && index < line.index && text.includes(`\t${one}`),
  );
}

/** True when the missing number stands somewhere between the two after all, where it was not read as one. */
function standsBetween(previous: ListedNumber, current: ListedNumber, lines: readonly Line[]): boolean {
  const missing = withValue(current.token, previous.token.value + 1);
  if (missing === undefined) return true;
  const bare = missing.startsWith('第')
    ? { test: (text: string) => text.includes(missing.trim()) }
    : bareNumber(missing);
  const numeral = /[0-9]+/.exec(missing)?.[0];
  const unmarked =
    numeral === undefined || current.token.kind !== 'arabic'
      ? undefined
      : new RegExp(`^${numeral}(?=[\\p{Script=Han}《“])`, 'u');
  const from = lines.indexOf(previous.line);
  const to = lines.indexOf(current.line);
  for (let index = from; index >= 0 && index < to; index++) {
    const line = lines[index];
    if (!line) continue;
    const text = index === from ? line.text.slice(previous.token.range.end) : line.text;
    // 4收集…: the mark behind the number was left out.
    if (unmarked?.test(text)) return true;
    if (bare.test(text) && !isCountedWithin(line, lines, from, current.token)) return true;
  }
  return isWrittenOtherwise(previous, current, lines.slice(from + 1, Math.max(from + 1, to)));
}

/** 4. between 三、 and 五、, and no other arabic number: numbering-style tells of its form. */
function isWrittenOtherwise(previous: ListedNumber, current: ListedNumber, between: readonly Line[]): boolean {
  if (current.token.kind !== 'han' || current.token.value !== previous.token.value + 2) return false;
  const arabic = between.filter(({ facts, place }) => place === 'paragraph' && facts.number?.kind === 'arabic');
  return arabic.length === 1 && arabic[0]?.facts.number?.value === previous.token.value + 1;
}

/** （四）, （五） below 四、 are a list of their own; a （五） alone may be 五、 in the wrong form. */
function isCountedWithin(line: Line, lines: readonly Line[], from: number, token: NumberToken): boolean {
  const inner = line.facts.number;
  if (!inner || inner.value < 2 || inner.brackets === token.brackets) return false;
  for (let index = lines.indexOf(line) - 1; index > from; index--) {
    const before = lines[index]?.facts.number;
    if (before?.brackets === inner.brackets && before.kind === inner.kind) return before.value === inner.value - 1;
  }
  return false;
}

function renumbered(numbers: readonly ListedNumber[], firstFault: number): Fix | undefined {
  const before = numbers[firstFault - 1];
  if (!before) return undefined;
  const edits: Edit[] = [];
  for (let at = firstFault; at < numbers.length; at++) {
    const number = numbers[at];
    if (!number) break;
    const text = withValue(number.token, before.token.value + at - firstFault + 1);
    const range = rangeOf(number);
    if (text === undefined || range.end - range.start !== number.token.raw.length) return undefined;
    if (text !== number.token.raw) edits.push({ range, text });
  }
  return edits.length === 0 ? undefined : { title: renumber, safety: 'suggested', edits };
}

function rangeOf({ token, line }: { readonly token: NumberToken; readonly line: Line }): Range {
  return line.at(token.range.start, token.range.start + token.raw.length);
}
