import { withValue } from '../../numbering/format.ts';
import type { NumberKind, NumberToken } from '../../numbering/token.ts';
import type { ListedNumber, NumberList } from '../../plan/line/number-lists.ts';
import type { Line } from '../../plan/model.ts';

/** What is counted from one on for sure, and carries a mark or brackets. */
const counted: ReadonlySet<NumberKind> = new Set(['han', 'hanBracket', 'arabic', 'arabicBracket']);
/** So many lines lie at most between an item and the one that repeats its number. */
const NEAR = 8;

function isCounted({ kind, mark, brackets, multi }: NumberToken): boolean {
  return counted.has(kind) && (mark !== '' || brackets !== '') && multi === undefined;
}

/**
 * Lists that begin at one although the list in front of them, of the same kind and at the same place,
 * stopped after its first item: （一）（一）（三）; and a single 1. right behind the 3. of a list: 4. is meant.
 * Each with the number that stands in front of it.
 */
export function beginAgain(
  lists: readonly NumberList[],
  lines: () => readonly Line[],
): ReadonlyMap<NumberList, ListedNumber> {
  const found = new Map<NumberList, ListedNumber>();
  const alone = new Map<string, { readonly number: ListedNumber; readonly outer: number }>();
  const last = new Map<string, { readonly number: ListedNumber; readonly outer: number }>();
  // Without a list of one that begins at one, nothing is begun again.
  if (!lists.some(isAlone)) return found;
  // An outer number in between begins something new.
  const outer = [0, 0, 0, 0, 0, 0];
  for (const { list, number } of inOrder(lists)) {
    const { token, line } = number;
    const { level } = token;
    if (level === undefined) continue;
    outer[level] = (outer[level] ?? 0) + 1;
    const form = `${token.kind}/${token.brackets}/${token.mark}`;
    const key = `${form}/${line.place}/${line.depth}`;
    let count = 0;
    for (let above = 0; above < level; above++) count += outer[above] ?? 0;
    const previous = last.get(form);
    if (previous?.outer === count && isAlone(list) && isCounted(token) && isStray(number, previous.number, lines))
      found.set(list, previous.number);
    last.set(form, { number, outer: count });
    if (list.numbers[0] !== number) continue;
    const before = alone.get(key);
    if (
      before?.outer === count &&
      token.value === 1 &&
      list.numbers.length > 1 &&
      isCounted(token) &&
      line.index - before.number.line.index <= NEAR &&
      !isMarkdownList(number, before.number) &&
      !isHeadedAnew(before.number.line, line, lines())
    )
      found.set(list, before.number);
    if (list.numbers.length === 1 && token.value === 1) alone.set(key, { number, outer: count });
    else alone.delete(key);
  }
  return found;
}

/** `1. ` with a blank is an item of Markdown among paragraphs without. */
const inText: ReadonlySet<Line['place']> = new Set<Line['place']>(['paragraph', 'item']);

/** Right behind the third item or a later one, which does not lead to what stands below it. */
function isStrayOne({ line, token }: ListedNumber, previous: ListedNumber): boolean {
  if (!inText.has(line.place) || !inText.has(previous.line.place) || line.index !== previous.line.index + 1)
    return false;
  // An item within an item begins a list of its own.
  if (previous.line.place === 'item' && line.depth > previous.line.depth) return false;
  if (previous.token.value < 3 || isMarkdownList({ line, token }, previous)) return false;
  const isTitle = (text: string) => !/[，。；]/.test(text);
  return !/[：:]$/.test(previous.line.text) && !isTitle(previous.line.text) && !isTitle(line.text) && token.value === 1;
}

const isStray = (one: ListedNumber, previous: ListedNumber, lines: () => readonly Line[]): boolean =>
  isStrayOne(one, previous) || isStrayBracket(one, previous, lines);

/** （一）…（二）… with its own ①, ②, and then （一）: the third, unless a heading or a lead stands in front of it. */
function isStrayBracket({ line, token }: ListedNumber, previous: ListedNumber, lines: () => readonly Line[]): boolean {
  if (token.kind !== 'hanBracket' || previous.token.value < 2 || line.place !== previous.line.place) return false;
  const all = lines();
  const [from, to] = [all.indexOf(previous.line), all.indexOf(line)];
  if (from < 0 || to <= from || to - from > NEAR) return false;
  const isSentence = (text: string) => /[。；]/.test(text);
  // Below a bare heading, and behind words that lead to it, it may begin a list.
  if (isSentence(line.text) !== isSentence(previous.line.text) || isLead(all[to - 1])) return false;
  return all.slice(from + 1, to).every(isBody);
}

const isLead = (line: Line | undefined): boolean => line !== undefined && /[：:]\s*$/.test(line.text);
/** Numbered further in, or a whole sentence: no title. */
const isBody = ({ text, place, facts: { number } }: Line): boolean =>
  place !== 'heading' && (number ? (number.level ?? 0) > 2 : /[。；]\s*$/.test(text));

/** 会议议程 or 主持人：… between the two, on a line of its own: what is counted below it is something else. */
function isHeadedAnew(from: Line, to: Line, lines: readonly Line[]): boolean {
  return lines.some(
    ({ index, text, facts }) =>
      index > from.index &&
      index < to.index &&
      facts.number === undefined &&
      /^[^。；]{2,12}(?:$|[：:][^。；]{0,20}$)/.test(text),
  );
}

function isAlone({ numbers, table, inline }: NumberList): boolean {
  return numbers.length === 1 && !table && !inline && numbers[0]?.token.value === 1;
}

/** In Markdown every item may be written `1.`. */
function isMarkdownList(a: ListedNumber, b: ListedNumber): boolean {
  return a.line.place === 'item' && b.line.place === 'item' && a.line.block === b.line.block;
}

function inOrder(
  lists: readonly NumberList[],
): readonly { readonly list: NumberList; readonly number: ListedNumber }[] {
  const found: { readonly list: NumberList; readonly number: ListedNumber }[] = [];
  for (const list of lists) {
    if (list.table || list.inline) continue;
    for (const number of list.numbers) found.push({ list, number });
  }
  return found.sort((a, b) => a.number.line.index - b.number.line.index);
}

/**
 * The number that a list lacks in front of its first one, （一） where it begins with （二）; undefined where it begins
 * as it should, goes on from a list before it, or where the missing one stands there in another form.
 */
export function noFirst(
  { numbers, table, inline }: NumberList,
  lists: readonly NumberList[],
  lines: () => readonly Line[],
): string | undefined {
  const first = numbers[0];
  if (!first || table || inline || first.token.value !== 2 || !isCounted(first.token)) return undefined;
  const missing = withValue(first.token, 1)?.trim();
  const all = lines();
  const at = all.indexOf(first.line);
  if (missing === undefined || at < 1) return undefined;
  // A count that runs on through the parts: 三、1.… 四、2.….
  const previous = lists.findLast(({ numbers: [one] }) => {
    return one?.token.kind === first.token.kind && one.line.index < first.line.index;
  });
  if (previous?.numbers.at(-1)?.token.value === 1) return undefined;
  const bare = bareNumber(missing);
  for (let index = at - 1; index >= 0; index--) {
    const line = all[index];
    if (!line) break;
    const outer = isOuter(line, first.token);
    if (bare.test(outer ? line.text.slice(line.facts.number?.range.end ?? 0) : line.text)) return undefined;
    if (outer) break;
  }
  return missing;
}

function isOuter({ facts, place, depth }: Line, { level }: NumberToken): boolean {
  if (place === 'heading' && facts.number === undefined) return depth > 1;
  const other = facts.number?.level;
  return other !== undefined && level !== undefined && other < level;
}

/** Finds a number however it is marked: 三 as 三、 （三） 三是, 3 as 3. 3、 （3）. */
export function bareNumber(written: string): RegExp {
  // (１）: what has another numeral is looked for without its half-width brackets, which say something to a pattern.
  const numeral = /[0-9０-９]+|[一二三四五六七八九十百]+/.exec(written)?.[0] ?? written.replace(/[()]/g, '');
  return /[0-9０-９]/.test(numeral)
    ? new RegExp(`(?<![0-9０-９.．])${numeral}(?=[、.．)）])`)
    : new RegExp(`(?<![一二三四五六七八九十百])${numeral}(?=[、.．)）是要])`);
}
