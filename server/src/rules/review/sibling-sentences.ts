import type { LineFacts } from '../../plan/facts.ts';
import { type Difference, differenceOf } from '../../text/difference.ts';
import type { Range } from '../../text/range.ts';

/** A sentence as it is compared. */
export interface ComparedSentence {
  /** Without the number at its head, blanks and its end mark. */
  readonly plain: string;
  /** In its line. */
  readonly range: Range;
}

/** What may differ between two sentences, in the order of the harm that a slip does there. */
const kinds = ['date', 'organisation', 'title', 'slogan', 'word', 'functionWord', 'punctuation'] as const;
export type DifferenceKind = (typeof kinds)[number];

/** Shorter sentences are alike for good reasons. */
const SHORTEST = 12;
/** Characters that differ on either side, at most. */
const LARGEST = 2;

const known = new WeakMap<LineFacts, readonly ComparedSentence[]>();
const ordinal =
  /^(?:第[一二三四五六七八九十]+[，、：]|[一二三四五六七八九十]{1,3}[是、，要]|[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]|[①-⑳])\s*/;

/** The sentences of a line that are long enough to be compared. Kept with the line's text. */
export function comparedSentences(facts: LineFacts): readonly ComparedSentence[] {
  let found = known.get(facts);
  if (!found) {
    found = facts.text.length < SHORTEST ? none : read(facts);
    known.set(facts, found);
  }
  return found;
}

const none: readonly ComparedSentence[] = [];

function read(facts: LineFacts): readonly ComparedSentence[] {
  return facts.sentences.flatMap(({ text, range }) => {
    // 1.一是…: two numbers may stand at the head.
    const words = text.replace(ordinal, '').replace(ordinal, '');
    const plain = words.replace(/[\s\u3000]/g, '').replace(/[。；;！？]$/, '');
    const start = range.start + text.length - words.length;
    if (plain.length < SHORTEST || saysOnlyWhoAndWhen(facts, range)) return [];
    return [{ plain, range: { start, end: range.end } }];
  });
}

const whoAndWhen =
  /由[^，。；：]{2,24}?(?:负责|牵头|承办|组织实施|具体实施|落实)|(?:责任|牵头|配合|承办|实施)(?:单位|部门|科室|领导|人)[：:][^，。；]{1,40}|(?:完成|整改|办结|实施)?(?:时限|时间|期限)[：:]?|(?:全面|基本|全部)?(?:完成|办结|结束|到位)/g;
/** Fewer characters besides say nothing. */
const fewest = 4;

/** 由教务处负责，6月30日前完成: alike in one item after another, and with another day in each. */
function saysOnlyWhoAndWhen({ text, dates }: LineFacts, { start, end }: Range): boolean {
  if (dates.length === 0 || end - start > longestFormula) return false;
  let rest = '';
  let at = start;
  for (const { range } of dates) {
    if (range.start < at || range.end > end) continue;
    rest += text.slice(at, range.start);
    at = range.end;
  }
  rest += text.slice(at, end);
  // A window that stands alone is worth comparing with the others.
  if (at === start || !/由|责任|牵头|承办/.test(rest)) return false;
  return rest.replace(whoAndWhen, '').replace(/[^\p{Script=Han}]|[前]/gu, '').length < fewest;
}

const longestFormula = 80;

/**
 * The place of two sentences in a list of those that are nearly the same, as they stand in their texts: 0 for those in
 * which a slip does most harm.
 */
export function harmOf(here: string, there: string): number {
  const [a, b] = [here, there].map((text) =>
    text
      .replace(ordinal, '')
      .replace(ordinal, '')
      .replace(/[\s\u3000]/g, '')
      .replace(/[。；;！？]$/, ''),
  ) as [string, string];
  const difference = smallDifference(a, b);
  return difference ? kinds.indexOf(kindOfDifference(a, difference)) : kinds.length;
}

/** The difference of two sentences that are the same but for one or two characters in one place. */
export function smallDifference(a: string, b: string): Difference | undefined {
  if (a === b || Math.abs(a.length - b.length) > LARGEST) return undefined;
  const difference = differenceOf(a, b);
  const { first, second } = difference;
  return Math.max(first.length, second.length) <= LARGEST ? difference : undefined;
}

const functionWords = /^[的地得了和与及等并在对把将要应须从于以为是也都各本其该]*$/;
const bodyEnd = /^[\p{Script=Han}]{0,6}(?:小组|办公室|委员会|学校|小学|中学|街道|社区|支部|党委|局|委|办|组|部|镇|村)/u;

/** What kind of difference it is, by the characters that differ and what stands around them. */
export function kindOfDifference(text: string, { head, first, second }: Difference): DifferenceKind {
  const changed = first + second;
  const end = head + first.length;
  if (/[\d年月日旬初底〇至到]/.test(changed) && /[\d年月日旬初底]/.test(text.slice(Math.max(0, head - 3), end + 3)))
    return 'date';
  if (/^[^\p{Letter}\p{Number}]*$/u.test(changed)) return 'punctuation';
  if (isWithin(text, head, '《', '》')) return 'title';
  if (isWithin(text, head, '“', '”')) return 'slogan';
  if (bodyEnd.test(text.slice(end))) return 'organisation';
  return functionWords.test(changed) ? 'functionWord' : 'word';
}

function isWithin(text: string, at: number, open: string, close: string): boolean {
  const start = text.lastIndexOf(open, at - 1);
  return start >= 0 && text.slice(start, at).indexOf(close) < 0 && text.indexOf(close, at) >= 0;
}
