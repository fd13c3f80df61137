import { lineMemo } from '../../plan/facts.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { hasSign } from '../../plan/signs.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { defineRule, type Message } from '../rule.ts';
import { type Doubling, findDoublings } from './doubled/doubled.ts';
import { colonSign, findDoubledLabel } from './doubled/doubled-label.ts';
import { doubledNameSign, findDoubledNames } from './doubled/doubled-names.ts';
import { echoSign, findEchoes } from './doubled/echoed.ts';
import { findRedundancies } from './doubled/redundant.ts';
import { findRepeatedClause } from './doubled/repeated-clause.ts';
import { findRepeatedItems } from './doubled/repeated-item.ts';
import { findRepeatedListItems } from './doubled/repeated-list-item.ts';
import { findRepeatedRows } from './doubled/repeated-rows.ts';
import { findRepeatedSentences, findTwin } from './doubled/repeated-sentence.ts';
import { repeatsIn, TEN_UNITS, THREE_UNITS } from './doubled/repeats.ts';
import { hintsOn } from './hints.ts';
import { quotedIn } from './quotations.ts';

const removeOne: Message = { zh: '删去多余的“{word}”', en: 'Remove the second “{word}”' };
const simplify: Message = { zh: '改为“{right}”', en: 'Write “{right}”' };
const firstPlace: Message = { zh: '前一处', en: 'The first place' };
const otherPlace: Message = { zh: '同一段中的另一处', en: 'The other place in this paragraph' };

/** Units of a clause that nobody writes twice. */
const LONG_CLAUSE = 32;

/** Characters, words and clauses that were typed or pasted twice. */
export const duplicatedWord = defineRule({
  id: 'duplicated-word',
  family: 'wording',
  severity: 'warning',
  basis: ['条例-19'],
  faults: ['F53', 'F66'],
  fixes: ['safe', 'suggested'],
  ofCarriers: true,
  summary: {
    zh: '叠字、叠词，重复的语句，或意思重复的词',
    en: 'A character, word, clause or sentence that stands twice, and words that say one thing twice',
  },
  messages: {
    character: {
      zh: '“{word}”字重复，疑为多打了一个。',
      en: 'The character “{word}” is doubled.',
    },
    word: {
      zh: '“{word}”重复，疑为多打或粘贴了一遍。',
      en: 'The word “{word}” is doubled.',
    },
    clause: {
      zh: '“{word}”在同一段中出现两次，疑为粘贴重复，请删去一处或改写。',
      en: '“{word}” stands twice in one paragraph; remove one of them or reword.',
    },
    item: {
      zh: '同一组并列项里“{word}”列了两次，请删去一处或改正。',
      en: 'One enumeration names “{word}” twice; remove or correct one of them.',
    },
    sentence: {
      zh: '“{word}”这句话与前文完全相同，疑为粘贴重复。',
      en: 'This sentence (“{word}”) already stands in the plan.',
    },
    row: {
      zh: '“{word}”这一行与前面的一行完全相同，疑为重复抄录。',
      en: 'This row (“{word}”) says word for word what an earlier one says.',
    },
    echo: {
      zh: '引号内外都用“{word}”，读来重复，引号外的宜删去或改换。',
      en: '“{word}” stands both in front of and within the quotation marks; the outer one may go.',
    },
    redundant: {
      zh: '“{word}”意思重复，宜作“{right}”。',
      en: '“{word}” says one thing twice; “{right}” is enough.',
    },
  },
  checkLine({ line, report }) {
    const { text, facts } = line;
    const quoted = quotedIn(text);
    const label = hasSign(facts, colonSign) ? findDoubledLabel(text) : undefined;
    const named = hasSign(facts, doubledNameSign) ? findDoubledNames(text) : NONE;
    const names = label ? [label, ...named] : named;
    const repeats = repeatsIn(text);
    const doublings = findDoublings(text, repeats);
    for (const { range, word, surplus, kind } of names.length > 0 ? [...names, ...doublings] : doublings) {
      // Slogans and titles are the words of others; but no title says 《关于关于……》, and nobody 发展的的.
      if (quoted(range) && word !== '关于' && kind !== 'character') continue;
      // Only a plan tells which of its lines are cells.
      if (kind === 'word' && mayBeOffices(word, text)) continue;
      if (names.some((name) => name.surplus !== surplus && overlaps(name.range, range))) continue;
      report(doubled({ word, kind }, range, surplus));
    }
    for (const { range, word } of hasSign(facts, echoSign) ? findEchoes(text) : NONE) {
      if (!quoted(range)) report({ message: 'echo', params: { word }, range, severity: 'info' });
    }
    for (const { range, words, right } of findRedundancies(text, hintsOn(facts))) {
      if (quoted(range)) continue;
      report({
        message: 'redundant',
        params: { word: words, right },
        range,
        severity: 'info',
        fix: { title: simplify, params: { right }, safety: 'suggested', edits: [{ range, text: right }] },
      });
    }
    const items = (repeats & THREE_UNITS) === 0 ? NONE : findRepeatedItems(text);
    for (const { kind, word, first, second, surplus } of items) {
      report({
        message: kind,
        params: { word: shortened(word) },
        range: second,
        related: [{ message: firstPlace, range: first }],
        fix: {
          title: removeOne,
          params: { word: shortened(word) },
          safety: 'suggested',
          edits: [{ range: surplus, text: '' }],
        },
      });
    }
    const twin = (repeats & TEN_UNITS) === 0 ? undefined : findTwin(text);
    if (twin) {
      const words = text.slice(twin.start, twin.end);
      report({ message: 'clause', params: { word: shortened(words) }, range: twin });
      return;
    }
    const repeated = (repeats & TEN_UNITS) === 0 ? undefined : findRepeatedClause(text);
    if (
      !repeated ||
      items.some(({ first, second }) => overlaps(repeated.first, { start: first.start, end: second.end }))
    )
      return;
    const words = text.slice(repeated.first.start, repeated.first.end);
    report({
      message: 'clause',
      params: { word: shortened(words) },
      range: repeated.first,
      // One clause may be said again for good reason.
      ...(/[，。；：！？]/.test(words) || words.length >= LONG_CLAUSE ? {} : { severity: 'info' as const }),
      related: [{ message: otherPlace, range: repeated.second }],
    });
  },
  checkPlan({ document, plan, report }) {
    for (const line of linesInOrder(document, plan)) {
      if (line.place === 'cell') continue;
      for (const { word, range, surplus } of officesTwice(line.facts)) {
        report(doubled({ word, kind: 'word' }, line.at(range.start, range.end), line.at(surplus.start, surplus.end)));
      }
    }
    for (const { range, words, first } of findRepeatedRows(plan)) {
      report({
        message: 'row',
        params: { word: shortened(words) },
        range,
        severity: 'info',
        related: [{ message: firstPlace, range: first }],
      });
    }
    const sentences = findRepeatedSentences(document, plan);
    const items = findRepeatedListItems(plan).filter(({ line }) => !sentences.some((one) => one.line === line));
    for (const { line, range, words, first } of [...sentences, ...items]) {
      report({
        message: 'sentence',
        params: { word: shortened(words) },
        range: line.at(range.start, range.end),
        severity: 'info',
        related: [{ message: firstPlace, range: first.line.at(first.range.start, first.range.end) }],
      });
    }
  },
});

const doubled = ({ word, kind }: Pick<Doubling, 'word' | 'kind'>, range: Range, surplus: Range) => ({
  message: kind === 'word' ? ('word' as const) : ('character' as const),
  params: { word },
  range,
  fix: {
    title: removeOne,
    params: { word },
    safety: kind === 'word' ? ('suggested' as const) : ('safe' as const),
    edits: [{ range: surplus, text: '' }],
  },
});

const officeOrRoom = /..[处室部办组院]$/;
const sentence = /[，。；：]/;

/** 德育处德育处教学处: a cell names who answers for each of the things in the cell beside it. */
const mayBeOffices = (word: string, text: string): boolean => officeOrRoom.test(word) && !sentence.test(text);

/** Twice the end of an office's name: most lines have none. */
const twoOffices = /[处室部办组院].+[处室部办组院]/;

/** 整理教务处教务处资料: what is no slip in a cell. */
const officesTwice = lineMemo(({ text }): readonly Doubling[] => {
  if (!twoOffices.test(text) || sentence.test(text)) return NONE;
  const found = findDoublings(text).filter(({ kind, word }) => kind === 'word' && mayBeOffices(word, text));
  if (found.length === 0) return NONE;
  const quoted = quotedIn(text);
  return found.filter(({ range }) => !quoted(range));
});

const NONE: readonly never[] = [];

const shortened = (words: string) => (words.length > 20 ? `${words.slice(0, 18)}……` : words);
