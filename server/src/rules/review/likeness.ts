import type { PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';
import { defineRule, type Message, type RecognisedPlan } from '../rule.ts';
import { comparedSentences, type DifferenceKind, kindOfDifference, smallDifference } from './sibling-sentences.ts';

/** Sentences that share a beginning or an end with more than this many others are formulas. */
const LARGEST_BUCKET = 24;
const KEY = 6;

const twin = { zh: '另一处：{text}', en: 'The other place: {text}' };

const messages: Readonly<Record<DifferenceKind, Message>> = {
  date: say('日期、数字', 'a date or a number'),
  organisation: say('机构名称', 'the name of a body'),
  title: say('文件名、书名', 'a title'),
  slogan: say('引用的提法', 'a quotation'),
  word: say('用词', 'a word'),
  functionWord: say('虚词', 'a function word'),
  punctuation: say('标点', 'punctuation'),
};

function say(zh: string, en: string): Message {
  return {
    zh: `两句几乎相同，只有${zh}不同：此处“{here}”，另一处“{there}”，请核对是否有意。`,
    en: `Two sentences are the same but for ${en}: “{here}” here, “{there}” there; is that meant?`,
  };
}

/**
 * Sentences of a file that differ in one or two characters (domain notes 3.4, “Variance”). One in five
 * is a slip: a list to go through, not problems; off unless asked for.
 */
export const likeness = defineRule<DifferenceKind>({
  id: 'likeness',
  family: 'review',
  severity: 'hint',
  basis: ['practice'],
  faults: ['F22', 'F35', 'F61', 'F64'],
  fixes: [],
  optIn: true,
  summary: {
    zh: '两句几乎相同，只差一两个字（复核清单，默认不显示）',
    en: 'Two sentences that differ in a character or two (review list, off by default)',
  },
  messages,
  checkDocument({ document, plans, report }) {
    for (const { here, there } of pairsOf(document, plans)) {
      const difference = smallDifference(here.plain, there.plain);
      if (!difference) continue;
      const kind = kindOfDifference(here.plain, difference);
      report({
        message: kind,
        ...(harmful.has(kind) ? { severity: 'info' as const } : {}),
        params: {
          here: around(here.plain, difference.head, difference.first.length),
          there: around(there.plain, difference.head, difference.second.length),
        },
        range: here.range,
        related: [{ message: twin, params: { text: there.plain }, range: there.range }],
      });
    }
  },
});

/** Where a slip does harm: a day, a number, a name. The rest are words. */
const harmful: ReadonlySet<DifferenceKind> = new Set(['date', 'organisation', 'title', 'slogan']);

interface Placed {
  readonly plain: string;
  readonly range: Range;
}

/**
 * The pairs of different sentences that begin alike or end alike, each sentence with the nearest
 * earlier one only. Near-linear: they meet in buckets by their first and last characters.
 */
function pairsOf(
  document: PlanDocument,
  plans: readonly RecognisedPlan[],
): readonly { readonly here: Placed; readonly there: Placed }[] {
  const buckets = new Map<string, Placed[]>();
  const seen = new Set<string>();
  const pairs: { readonly here: Placed; readonly there: Placed }[] = [];
  for (const { plan } of plans) {
    for (const here of sentencesIn(document, plan)) {
      const { plain } = here;
      if (seen.has(plain)) continue;
      seen.add(plain);
      const own = [`^${plain.slice(0, KEY)}`, `${plain.slice(-KEY)}$`].map((key) => {
        const bucket = buckets.get(key) ?? [];
        buckets.set(key, bucket);
        return bucket;
      });
      const there = own.flat().findLast((other) => smallDifference(plain, other.plain));
      if (there) pairs.push({ here, there });
      for (const bucket of own) if (bucket.length < LARGEST_BUCKET) bucket.push(here);
    }
  }
  return pairs;
}

/** The title is none of them: sibling plans differ in it by the names of their bodies. */
const sentencesIn = gatheredByPlan((document, plan) =>
  linesInOrder(document, plan).flatMap((line): readonly Placed[] =>
    plan.title && overlaps(line.range, plan.title.range)
      ? []
      : comparedSentences(line.facts).map(({ plain, range }) => ({ plain, range: line.at(range.start, range.end) })),
  ),
);

/** The differing characters with a few around them. */
function around(plain: string, head: number, length: number): string {
  return plain.slice(Math.max(0, head - 6), head + length + 6);
}
