import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { hanOf, radicalsIn } from '../../text/han-radicals.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { placeFix } from '../line-findings.ts';
import { defineRule, type Edit, type Finding, type Message } from '../rule.ts';
import { type LineWords, lineWords, NOTHING } from './wrong-words/read.ts';
import { sameThings, type WrongWordOptions } from './wrong-words/table.ts';
import type { FoundWord, WrongWord } from './wrong-words/word.ts';

type MessageId = 'slip' | 'usage' | 'particle' | 'variant' | 'mixed' | 'radical';

const rewrite: Message = { zh: '改为“{right}”', en: 'Write “{right}”' };
const rewriteAll: Message = { zh: '全文 {count} 处改为“{right}”', en: 'Write all {count} as “{right}”' };
const rewriteRadicals: Message = { zh: '全文 {count} 个字改为汉字的编码', en: 'Write all {count} as characters' };
const otherForm: Message = { zh: '另一种写法', en: 'The other form' };

/** So many units a set phrase has at least: to correct it cannot change what is meant. */
const PHRASE = 4;

/** Wrong characters, words that are written in a form that is not recommended, and 的 for 地 or 得. */
export const wrongWord = defineRule<MessageId, WrongWordOptions>({
  id: 'wrong-word',
  family: 'wording',
  severity: 'warning',
  basis: ['条例-19', '条例-20', 'practice'],
  faults: ['F61', 'F62', 'F63'],
  fixes: ['safe', 'suggested'],
  ofCarriers: true,
  summary: {
    zh: '错别字、用词不当和不规范的词形',
    en: 'Wrong characters and words, and forms of words that are not recommended',
  },
  messages: {
    slip: {
      zh: '“{wrong}”疑为“{right}”之误。',
      en: '“{wrong}” is probably meant to be “{right}”.',
    },
    usage: {
      zh: '“{wrong}”此处宜作“{right}”。',
      en: '“{wrong}” is better written “{right}” here.',
    },
    particle: {
      zh: '“{wrong}”中的“{own}”应为“{right}”。',
      en: 'The {own} in “{wrong}” should be “{right}”.',
    },
    variant: {
      zh: '“{wrong}”不是推荐词形，宜作“{right}”（{source}{count |；全文共 # 处}）。',
      en: '“{wrong}” is not the recommended form; write “{right}” ({source}{count |; # in this plan}).',
    },
    mixed: {
      zh: '“{wrong}”与“{right}”在同一方案中混用，请统一，一般作“{right}”（“{wrong}”共 {count} 处）。',
      en: '“{wrong}” and “{right}” are mixed in one plan ({count} of “{wrong}”); keep to one, usually “{right}”.',
    },
    radical: {
      zh: '此处的“{right}”用的是部首的编码（{code}），不是汉字，多由 PDF 复制而来，查找、检索时找不到{count |（全文此类字共 # 个）}。',
      en: 'This “{right}” is coded as a radical ({code}), not as the character, as copying from a PDF does; a search does not find it{count | (# such characters in this plan)}.',
    },
  },
  options: { words: {}, ignore: [] },
  checkLine({ line, options, report }) {
    const { words, particles } = lineWords(line.facts, options);
    for (const { word, range } of words) {
      const { wrong, right, kind } = word;
      const sure = kind === 'slip' && wrong.length >= PHRASE && word.apart;
      report({
        message: kind === 'usage' ? 'usage' : 'slip',
        params: { wrong: withinQuotes(wrong), right },
        range,
        ...(kind === 'usage' ? { severity: 'info' as const } : {}),
        fix: {
          title: rewrite,
          params: { right },
          safety: sure ? 'safe' : 'suggested',
          edits: [{ range, text: right }],
        },
      });
    }
    for (const { range, place, right } of particles) {
      report({
        message: 'particle',
        params: {
          wrong: line.text.slice(range.start, range.end),
          own: line.text.slice(place.start, place.end),
          right,
        },
        range,
        severity: 'info',
        fix: { title: rewrite, params: { right }, safety: 'suggested', edits: [{ range: place, text: right }] },
      });
    }
  },
  checkPlan({ document, plan, options, report }) {
    const { variants, mixed } = formsOf(document, plan, options);
    for (const places of variants.values()) report(variant(places));
    for (const places of mixed.values()) {
      const finding = mixture(places);
      if (finding) report(finding);
    }
    const coded = radical(plan.range, document.markdown.text);
    if (coded) report(coded);
  },
});

/** Characters that are coded as radicals, told once: they come by the dozen. */
function radical({ start, end }: Range, source: string): Finding<MessageId> | undefined {
  const [first, ...others] = radicalsIn(source.slice(start, end)).map(({ form, index }) => ({
    form,
    range: { start: start + index, end: start + index + form.length },
  }));
  if (!first) return undefined;
  const right = hanOf(first.form);
  const code = `U+${first.form.charCodeAt(0).toString(16).toUpperCase()}`;
  const count = others.length + 1;
  return {
    message: 'radical',
    params: { right, code, count },
    range: first.range,
    fix: {
      title: count === 1 ? rewrite : rewriteRadicals,
      params: { right, count },
      safety: 'safe',
      edits: [first, ...others].map(({ form, range }) => ({ range, text: hanOf(form) })),
    },
  };
}

interface PlacedWord extends FoundWord {
  readonly line: Line;
}

/** A word that has quotation marks of its own, within those of the message. */
const withinQuotes = (word: string) => word.replaceAll('“', '‘').replaceAll('”', '’');

interface PlanForms {
  /** By the form as written. */
  readonly variants: ReadonlyMap<string, readonly PlacedWord[]>;
  /** By the preferred form of the pair. */
  readonly mixed: ReadonlyMap<string, readonly PlacedWord[]>;
}

function formsOf(document: PlanDocument, plan: Plan, options: WrongWordOptions): PlanForms {
  const variants = new Map<string, PlacedWord[]>();
  const mixed = new Map<string, PlacedWord[]>();
  const lines: { readonly line: Line; readonly found: LineWords }[] = [];
  /** Pairs of which the plan has the other form: where it has the preferred one alone, there is nothing to collect. */
  const others = new Set<string>();
  for (const line of linesInOrder(document, plan)) {
    const found = lineWords(line.facts, options);
    if (found === NOTHING || line.place === 'quote') continue;
    lines.push({ line, found });
    for (const { word } of found.mixed) if (word.wrong !== word.right) others.add(word.right);
  }
  for (const { line, found } of lines) {
    for (const one of found.variants) collect(variants, one.word.wrong, one, line);
    for (const one of found.mixed) if (others.has(one.word.right)) collect(mixed, one.word.right, one, line);
  }
  return { variants, mixed };
}

function collect(groups: Map<string, PlacedWord[]>, key: string, found: FoundWord, line: Line): void {
  if (line.literals.some((literal) => overlaps(literal, found.range))) return;
  const group = groups.get(key);
  if (group) group.push({ line, ...found });
  else groups.set(key, [{ line, ...found }]);
}

function variant(places: readonly PlacedWord[]): Finding<MessageId> {
  const [first] = places;
  if (!first) throw new Error('a form without a place');
  return { message: 'variant', severity: 'info', range: rangeOf(first), ...replaced(first.word, places) };
}

function mixture(places: readonly PlacedWord[]): Finding<MessageId> | undefined {
  const things = sameThings.get(places[0]?.word.right ?? '');
  const ofRight = places.filter(({ word }) => word.wrong === word.right);
  const said = things && new Set(ofRight.map((place) => thingBehind(place, things)));
  const others = places.filter(
    (place) =>
      place.word.wrong !== place.word.right && (!said || (things && said.has(thingBehind(place, things) ?? ''))),
  );
  const preferred = things && others[0] ? ofRight.find(isOf(thingBehind(others[0], things), things)) : ofRight[0];
  const [first] = others;
  if (!first || !preferred) return undefined;
  return {
    message: 'mixed',
    severity: 'info',
    range: rangeOf(first),
    related: [{ message: otherForm, range: rangeOf(preferred) }],
    ...replaced(first.word, others),
  };
}

/** What the word is said of, with the two characters before it (实施办法), if that stands close behind it within the clause. */
function thingBehind({ line, range }: PlacedWord, things: readonly string[]): string | undefined {
  const clause = /^[^，。；：！？]{0,24}/.exec(line.text.slice(range.end, range.end + 24))?.[0] ?? '';
  const thing = things.find((one) => clause.includes(one));
  if (thing === undefined) return undefined;
  const before = clause.slice(0, clause.indexOf(thing)).slice(-2);
  // 实施方案, 实施办法, 实施细则: papers of one sort.
  return before === '实施' ? before : before + thing;
}

const isOf = (thing: string | undefined, things: readonly string[]) => (place: PlacedWord) =>
  thingBehind(place, things) === thing;

function replaced(
  { wrong, right, source, kind }: WrongWord,
  places: readonly PlacedWord[],
): Pick<Finding, 'params' | 'fix'> {
  const edits = places.flatMap((place) => editOf(place) ?? []);
  const count = places.length;
  return {
    params: { wrong, right, source: source.endsWith('表') ? `《${source}》` : source, count },
    ...(edits.length === 0
      ? {}
      : {
          fix: {
            title: count > 1 ? rewriteAll : rewrite,
            params: { right, count },
            safety: kind === 'variant' ? ('safe' as const) : ('suggested' as const),
            edits,
          },
        }),
  };
}

function editOf({ word, range, line }: PlacedWord): Edit | undefined {
  return placeFix({ title: rewrite, safety: 'safe', edits: [{ range, text: word.right }] }, line)?.edits[0];
}

function rangeOf({ line, range }: PlacedWord): Range {
  return line.at(range.start, range.end);
}
