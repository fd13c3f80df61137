import type { DateExpression } from '../../dates/expression.ts';
import type { Line } from '../../plan/model.ts';
import { defineRule } from '../rule.ts';
import words from './vague-deadline.yaml';

type MessageId = 'vague' | 'about' | 'event';

const table = words as {
  readonly strong: readonly string[];
  readonly adverb: readonly string[];
  readonly manner: readonly string[];
};
const governed = (list: readonly string[]) =>
  new RegExp(`(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`);
const strongVerb = governed(table.strong);
const adverbVerb = governed(table.adverb);
const manner = governed(table.manner);
/** How far behind the word its verb may stand, and how far for a word that opens a sentence. */
const reach = 16;
const sentenceReach = 60;

/** A vague word where a date should stand: 适时组织测评, 尽快整改. */
export const vagueDeadline = defineRule<MessageId>({
  id: 'vague-deadline',
  family: 'dates',
  severity: 'info',
  basis: ['条例-19', 'practice'],
  faults: ['F06'],
  fixes: [],
  summary: { zh: '用“适时、尽快、近期”等代替时限', en: 'A vague word in the place of a time limit' },
  messages: {
    vague: {
      zh: '“{word}”不是时限，请写明“{deed}”的具体时间。',
      en: '“{word}” is no time limit: say when “{deed}” is to be done.',
    },
    about: {
      zh: '“{word}”不是确定的时限，请写明具体日期或截止日期。',
      en: '“{word}” is no definite time; write the day or the last day.',
    },
    event: {
      zh: '“{word}”没有落到日期，请写明“{deed}”的具体时间。',
      en: '“{word}” is tied to no date: say when “{deed}” is to be done.',
    },
  },
  checkLine({ line, report }) {
    let sentenceEnd = -1;
    for (const expression of line.facts.dates) {
      if (expression.range.start < sentenceEnd) continue;
      const { raw, range } = expression;
      if (expression.kind === 'span' && expression.comparator === 'about' && expression.to?.day !== undefined) {
        report({ message: 'about', params: { word: raw }, range });
        continue;
      }
      if (expression.kind !== 'vague') continue;
      const deed = governedDeed(line.text, expression);
      if (!deed || hasDay(line, expression)) continue;
      report({
        message: isEvent(raw) ? 'event' : 'vague',
        params: { word: raw, deed: deed.text },
        range: { start: range.start, end: deed.end },
      });
      // One sentence is one fault, however many such words it has.
      const stop = line.text.slice(deed.end).search(/[。；]/);
      sentenceEnd = stop < 0 ? line.text.length : deed.end + stop;
    }
  },
});

/** 基本结束时, 条件成熟后: the word stands for an event, and its verb may follow much later in the sentence. */
function isEvent(word: string): boolean {
  return word.length > 3 && /[时后]$/.test(word);
}

/** The deliverable that the word governs in its clause; undefined when it is a word of manner (及时掌握). */
function governedDeed(
  text: string,
  { raw, range, strength }: DateExpression,
): { text: string; end: number } | undefined {
  const opensSentence = isEvent(raw);
  const rest = text.slice(range.end, range.end + (opensSentence ? sentenceReach : reach));
  const stop = rest.search(opensSentence ? /[。；]/ : /[，。；：,;]/);
  const clause = stop < 0 ? rest : rest.slice(0, stop);
  if (manner.test(clause.slice(0, 8))) return undefined;
  const match = (strength === 'strong' ? strongVerb : adverbVerb).exec(clause);
  if (!match) return undefined;
  const end = range.end + match.index + match[0].length;
  return { text: match[0], end };
}

/** A day or window in the same sentence says when. */
function hasDay(line: Pick<Line, 'text' | 'facts'>, vague: DateExpression): boolean {
  const from = line.text.lastIndexOf('。', vague.range.start) + 1;
  const stop = line.text.indexOf('。', vague.range.end);
  const to = stop < 0 ? line.text.length : stop;
  return line.facts.dates.some(
    ({ kind, range }) => (kind === 'span' || kind === 'relative') && range.start >= from && range.end <= to,
  );
}
