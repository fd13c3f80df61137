import type { Enumeration, Line, Plan, Section } from '../../../../plan/model.ts';
import { allSections } from '../../../../plan/sections.ts';
import { differenceOf } from '../../../../text/difference.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../name-variant.yaml';
import { holdsInOrder } from '../changes.ts';
import type { TwoNames } from '../reader.ts';

const words = source as { readonly makes: readonly string[]; readonly outcomes: readonly string[] };
const outcome = new RegExp(`(?:${words.outcomes.join('|')})$`);
const makes: ReadonlySet<string> = new Set(words.makes);

/** How many paragraphs behind an announcement are looked at, and the longest phrase that can name one. */
const REACH = 12;
const LONGEST = 24;
/** What an item and the paragraph on it must share. */
const COMMON = 5;

/**
 * Items that an announcement lists by one name and the text below treats by another: 分为宣传发动、自查自纠、
 * 总结提高三个阶段, and the second heading says 自查阶段 … 整改; 制定整改落实措施、…两项工作, and what is made
 * below is a 整改落实方案.
 */
export function driftingItems(plan: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const found: TwoNames[] = [];
  let titles: ReadonlyMap<number, Section> | undefined;
  for (const enumeration of plan.enumerations) {
    const { announcement, lists, line } = enumeration;
    if (!announcement.inline || line.place === 'quote') continue;
    const { items: places } = announcement.inline;
    const sections = lists.find(({ origin, count }) => origin === 'sections' && count === places.length);
    const orders = places.some(({ start, end }) => isOrder(line.text.slice(start, end)));
    if (!sections && !orders) continue;
    const items = places.map(({ start, end }) => ({ text: line.text.slice(start, end), range: line.at(start, end) }));
    if (sections) titles ??= headings(plan);
    const placed = sections && titles ? byPosition(items, sections.items, titles, isStage(enumeration)) : [];
    if (placed.length > 0) found.push(...placed);
    else if (orders) found.push(...byText(items, behind(line, lines)));
  }
  return found;
}

interface Item {
  readonly text: string;
  readonly range: Range;
}

/** 制定整改方案: a paper is to be made, and named so that it can be told from others. */
const isOrder = (text: string): boolean =>
  text.length <= LONGEST && text.length >= 2 + COMMON && makes.has(text.slice(0, 2));

const isStage = ({ announcement: { noun } }: Enumeration) => /阶段|环节|步骤/.test(noun);

function headings(plan: Plan): ReadonlyMap<number, Section> {
  return new Map(allSections(plan).map((section) => [section.heading.range.start, section]));
}

interface Paired {
  readonly item: Item;
  readonly title: Section['title'];
  /** Both as they are compared. */
  readonly listed: string;
  readonly named: string;
  readonly agree: boolean;
}

/** Items beside the headings in the same places: where most agree, one that does not is a slip. */
function byPosition(
  items: readonly Item[],
  places: readonly Range[],
  titles: ReadonlyMap<number, Section>,
  stages: boolean,
): readonly TwoNames[] {
  const pairs: Paired[] = [];
  for (const [at, item] of items.entries()) {
    const title = titles.get(places[at]?.start ?? -1)?.title;
    if (!title) return [];
    const [listed, named] = [bare(item.text), bare(title.value)];
    pairs.push({ item, title, listed, named, agree: listed === named || agree(listed, named) });
  }
  const odd = pairs.filter(({ agree }) => !agree);
  if (odd.length === 0 || 2 * odd.length >= pairs.length) return [];
  return odd.flatMap(({ item, title, listed, named }) => {
    if (listed.length < 2 || named.length < 2 || named.length > LONGEST / 2) return [];
    if (pairs.some((one) => one.agree && agree(named, one.listed))) return [];
    if (!stages && !isNear(listed, named)) return [];
    return [{ written: item.text, other: title.value, range: item.range, elsewhere: title.range }];
  });
}

/** Without 第二阶段, quotation marks and the words that every stage may end with. */
function bare(text: string): string {
  const plain = text
    .replace(/^第[一二三四五六七八九十]+(?:个?阶段|步|环节)?[：:、，]?/, '')
    .replace(/[“”\s\u3000]/g, '')
    .replace(/（[^）]*）$/, '');
  return /[段节作骤]$/.test(plain) ? plain.replace(/(?:阶段|环节|工作|步骤)+$/, '') : plain;
}

/** One holds the characters of the other in their order, or both have the same ones. */
function agree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return holdsInOrder(long, short) || [...short].sort().join('') === [...long].sort().join('');
}

/** They differ in one word. */
function isNear(a: string, b: string): boolean {
  const { head, tail, first, second } = differenceOf(a, b);
  return head + tail >= COMMON && Math.max(first.length, second.length) <= 2;
}

/** The paragraphs behind a line up to the next stage. */
function behind(line: Line, lines: readonly Line[]): readonly Line[] {
  const from = line.index - (lines[0]?.index ?? 0) + 1;
  const found: Line[] = [];
  for (const one of lines.slice(from, from + REACH)) {
    if (one.place === 'cell' || one.facts.number?.kind === 'stage') break;
    found.push(one);
  }
  return found;
}

function byText(items: readonly Item[], below: readonly Line[]): readonly TwoNames[] {
  if (below.length === 0) return [];
  return items.flatMap(({ text, range }): readonly TwoNames[] => {
    const verb = text.slice(0, 2);
    const object = text.slice(2);
    if (!isOrder(text)) return [];
    // 制定整改方案 heads a section, in which an item says 形成整改方案.
    if (below.some((line) => line.facts.number && line.text.includes(text))) return [];
    for (const line of below) {
      const topic = topicOf(line);
      if (topic && makes.has(topic.text.slice(0, 2)) && !topic.text.startsWith(verb) && topic.text.endsWith(object)) {
        return [
          { written: text, other: topic.text, range, elsewhere: line.at(topic.start, topic.start + topic.text.length) },
        ];
      }
    }
    const kind = outcome.exec(text)?.[0];
    const stem = kind && text.slice(0, text.length - kind.length);
    if (!stem || stem.length < COMMON || below.some((line) => line.text.includes(text))) return [];
    for (const line of below) {
      const at = line.text.indexOf(stem);
      const other = at < 0 ? undefined : words.outcomes.find((one) => line.text.startsWith(one, at + stem.length));
      if (other === undefined) continue;
      return [{ written: text, other: stem + other, range, elsewhere: line.at(at, at + stem.length + other.length) }];
    }
    return [];
  });
}

/** The phrase that names a paragraph: 形成分析检查报告。…. */
function topicOf({ text, facts }: Line): { readonly text: string; readonly start: number } | undefined {
  const start = facts.number?.range.end ?? 0;
  const end = text.slice(start, start + LONGEST + 1).search(/[。：:]|$/);
  const phrase = text.slice(start, start + end).trim();
  return phrase === '' || /[，；、]/.test(phrase) || end > LONGEST
    ? undefined
    : { text: phrase, start: start + text.slice(start).indexOf(phrase) };
}
