import { lineMemo } from '../../plan/facts.ts';
import type { Line } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { hasSign } from '../../plan/signs.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { lostVerb, lostVerbs, spokenSign } from '../numbering/spoken-run.ts';
import { defineRule, type Fix, type Message } from '../rule.ts';
import { hintsOn } from './hints.ts';
import { type CutName, cutNameSign, findCutNames, titleWithout } from './missing/cut-names.ts';
import { lostCharacters } from './missing/lost-characters.ts';
import { findLostEnds, findLostInFrames } from './missing/lost-ends.ts';
import { findMissingWords, type MissingKind, type MissingWord } from './missing/missing-words.ts';
import { breaksOff } from './punctuation/open-ends.ts';
import { quotedIn } from './quotations.ts';

const insert: Message = { zh: '补上“{missing}”', en: 'Insert “{missing}”' };

/** Kinds that a reader may see otherwise. */
const uncertain: ReadonlySet<MissingKind> = new Set<MissingKind>(['frame', 'verb', 'than', 'object']);

/** A frame that is left open, or a sentence that breaks off. */
export const missingWord = defineRule<MissingKind | 'lost'>({
  id: 'missing-word',
  family: 'wording',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F64'],
  fixes: ['suggested'],
  ofCarriers: true,
  summary: {
    zh: '句子框架不完整，疑有脱字漏词',
    en: 'A frame that is left open: a word is probably missing',
  },
  messages: {
    opener: {
      zh: '“{words}”前面缺“{missing}”。',
      en: '“{words}” lacks “{missing}” in front.',
    },
    frame: {
      zh: '“{words}……”没有收尾，后面疑缺“{missing}”一类的词。',
      en: 'The frame “{words}……” is never closed; something like “{missing}” is missing.',
    },
    tail: {
      zh: '“{words}”没有收尾，后面疑缺“{missing}”。',
      en: 'The frame “{words}” is never closed; “{missing}” is missing.',
    },
    partner: {
      zh: '“{words}”缺少结合的另一方，疑缺“{missing}”。',
      en: '“{words}” does not say with what; “{missing}” is probably missing.',
    },
    object: {
      zh: '“{words}”没有说明提供什么，疑缺“{missing}”。',
      en: '“{words}” does not say what is provided; “{missing}” is missing.',
    },
    dangling: {
      zh: '句子停在“{words}”，后面疑缺“{missing}”。',
      en: 'The sentence breaks off at “{words}”; “{missing}” is missing.',
    },
    conjunction: {
      zh: '“{words}”的连词后面疑缺“{missing}”（并列的另一项）。',
      en: 'Nothing follows the conjunction in “{words}”; “{missing}” is missing.',
    },
    than: {
      zh: '“{words}”后面疑缺“{missing}”。',
      en: '“{missing}” is probably missing behind “{words}”.',
    },
    theme: {
      zh: '“{words}”前面缺“{missing}”。',
      en: '“{words}” lacks “{missing}” in front.',
    },
    cut: {
      zh: '“{words}”疑脱“{missing}”字。',
      en: '“{words}” has probably lost “{missing}”.',
    },
    lost: {
      zh: '“{words}”疑脱“{missing}”字，他处作“{whole}”（{count}处）。',
      en: '“{words}” has probably lost “{missing}”; elsewhere it is “{whole}” ({count # place|# places}).',
    },
    verb: {
      zh: '“{words}”疑缺“{missing}”字。',
      en: '“{missing}” is probably missing behind “{words}”.',
    },
  },
  checkPlan({ document, plan, report }) {
    for (const { line, range, number, verb, at } of lostVerbs(plan.lines)) {
      report({
        message: 'verb',
        params: { words: number, missing: verb },
        range: line.at(range.start, range.end),
        fix: inserted(verb, line.at(at, at)),
      });
    }
    const { title } = plan;
    const titled =
      title && plan.lines.find(({ range }) => range.start <= title.range.start && title.range.end <= range.end);
    const cut = titled?.text.startsWith('关于') === false ? titleWithout(titled.text) : undefined;
    if (titled && cut) {
      const { range, missing, at } = cut;
      report({
        message: 'cut',
        params: { words: titled.text.slice(range.start, range.end), missing },
        range: titled.at(range.start, range.end),
        fix: inserted(missing, titled.at(at, at)),
      });
    }
    // Only a plan tells which of its lines are cells, and what stands below a paragraph.
    const lines = linesInOrder(document, plan);
    for (const [index, line] of lines.entries()) {
      if (line.place === 'paragraph' && lines[index + 1]?.place === 'heading' && breaksOff(line.text)) {
        const end = line.text.trimEnd().length;
        const start = line.text.search(lastClause);
        report({
          message: 'dangling',
          params: { words: line.text.slice(start, end), missing: '……' },
          range: line.at(start, end),
        });
      }
      const above = lines[index - 1];
      for (const { last, first, kind, range, words, missing, at } of missingWords(line.facts)) {
        if (!(last && line.place === 'cell') && !(first && line.place === 'paragraph' && above && isClosed(above)))
          continue;
        report({
          message: kind,
          params: { words, missing },
          range: line.at(range.start, range.end),
          ...(at === undefined ? {} : { fix: inserted(missing, line.at(at, at)) }),
        });
      }
    }
    for (const { range, words, whole, count, missing, at } of lostCharacters(plan)) {
      report({
        message: 'lost',
        params: { words, whole, count, missing },
        range,
        fix: inserted(missing, { start: at, end: at }),
      });
    }
  },
  checkLine({ line, report }) {
    const spoken = hasSign(line.facts, spokenSign) ? lostVerb(line.text) : undefined;
    if (spoken) {
      const { range, number, verb, at } = spoken;
      report({
        message: 'verb',
        params: { words: number, missing: verb },
        range,
        fix: inserted(verb, { start: at, end: at }),
      });
    }
    for (const { kind, range, words, missing, at, last, first } of missingWords(line.facts)) {
      if (last || first) continue;
      report({
        message: kind,
        params: { words: words.length > 24 ? `${words.slice(0, 22)}……` : words, missing },
        range,
        ...(uncertain.has(kind) ? { severity: 'info' as const } : {}),
        ...(at === undefined || missing.includes('…') ? {} : { fix: inserted(missing, { start: at, end: at }) }),
      });
    }
  },
});

function inserted(missing: string, range: Range): Fix {
  return { title: insert, params: { missing }, safety: 'suggested', edits: [{ range, text: missing }] };
}

/** A paragraph that is over: what begins below it is no rest of its last word. */
const isClosed = ({ place, text, facts }: Line): boolean =>
  place === 'heading' ||
  (facts.number !== undefined && text.length < SHORT) ||
  /[。；：！？:][”）]?[ \u3000]*$/.test(text);
const SHORT = 16;

const lastClause = /[^，；]*$/;

const NONE: readonly MissingWord[] = [];
const NO_NAMES: readonly CutName[] = [];

const missingWords = lineMemo((facts): readonly MissingWord[] => {
  const { text } = facts;
  const hints = hintsOn(facts);
  const frames = findMissingWords(text, facts.number, () => facts.sentences, hints);
  const cut = hasSign(facts, cutNameSign) ? findCutNames(text) : NO_NAMES;
  const inFrames = findLostInFrames(text, hints);
  const ends = findLostEnds(text);
  if (frames.length + cut.length + inFrames.length + ends.length === 0) return NONE;
  const quoted = quotedIn(text);
  const names = cut.map((one): MissingWord => {
    return { kind: 'cut', words: text.slice(one.range.start, one.range.end), ...one };
  });
  const otherEnds = ends.filter(({ range }) => !inFrames.some((one) => overlaps(one.range, range)));
  return [...frames, ...names, ...inFrames, ...otherEnds].filter(({ range }) => !quoted(range));
});
