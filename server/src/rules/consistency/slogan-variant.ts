import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { PlanDocument } from '../../plan/model.ts';
import { quotationSign } from '../../plan/names/quotation-sign.ts';
import type { Quotation } from '../../plan/names/quotations.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import { liesWithin, type Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';
import { defineRule, type RecognisedPlan } from '../rule.ts';
import { listMemo } from './list-memo.ts';
import { likelyPairs } from './names/similar.ts';
import { lostMeasures } from './names/slogans/measures.ts';
import { resumedParts } from './names/slogans/resumed-slogans.ts';
import {
  compareSlogans,
  coreOf,
  isNumbered,
  isOtherMeasure,
  isShortForm,
  isSlogan,
  itemsInAnyOrder,
  mayBeSlogan,
  plainSlogan,
  type SloganDifference,
} from './names/slogans/slogans.ts';

interface Place {
  readonly plain: string;
  readonly core: string;
  readonly written: string;
  readonly range: Range;
  /** Of the line that it stands in. */
  readonly facts: LineFacts;
  /** It is what the plan gives as the theme: 活动主题：…. */
  readonly theme: boolean;
  /** Its line gives it as the theme of the whole, however long the clause, or hangs it up as one. */
  readonly called: 'given' | 'shown' | undefined;
}

interface Use {
  readonly written: string;
  readonly core: string;
  readonly places: Place[];
}

const usually = { zh: '他处作“{slogan}”', en: 'Elsewhere: “{slogan}”' };
const alsoHere = { zh: '此处同', en: 'Here as well' };

/** A slogan that is quoted differently in two places. Nothing is ever fixed: only its source can tell. */
export const sloganVariant = defineRule<'marks' | 'words'>({
  id: 'slogan-variant',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F35'],
  fixes: [],
  summary: {
    zh: '同一口号、提法前后引用不一',
    en: 'A slogan is quoted differently in two places',
  },
  messages: {
    words: {
      zh: '此处作“{slogan}”，另有{count}处作“{other}”，请核对原文后统一。',
      en: '“{slogan}” here, “{other}” in {count # other place|# other places}; check against the source.',
    },
    marks: {
      zh: '此处作“{slogan}”，另有{count}处作“{other}”，标点不一，请核对原文后统一。',
      en: '“{slogan}” here, “{other}” in {count # other place|# other places}: the punctuation differs.',
    },
  },
  checkPlan({ document, plan, report }) {
    const lines = linesInOrder(document, plan);
    for (const { written, other, range, elsewhere } of [...resumedParts(lines), ...lostMeasures(lines)]) {
      report({
        message: 'words',
        params: { slogan: written, other, count: 1 },
        range,
        related: [{ message: usually, params: { slogan: other }, range: elsewhere }],
      });
    }
  },
  checkDocument({ document, plans, report }) {
    const uses = slogansOf(document, plans);
    for (const [a, b, difference] of pairsOf(document, uses)) {
      const first = uses.get(a);
      const second = uses.get(b);
      if (!first || !second) continue;
      if (difference === 'marks' && isShown(a) !== isShown(b) && isOnBanner(isShown(a) ? first : second, plans))
        continue;
      const rare = rarerOf(first, second);
      const common = rare === second ? first : second;
      // Said in one breath, they are two slogans, but not 八个严禁 and 八项严禁; a short one is only told from another
      // when it is the usual one.
      if (difference === 'words' && shareALine(first, second) && !isOtherMeasure(first.core, second.core)) continue;
      if (difference === 'words' && isNumbered(first.core) && common.places.length < 2) continue;
      const [place, ...others] = rare.places;
      const usual = common.places[0];
      if (!place || !usual) continue;
      report({
        message: difference,
        params: { slogan: rare.written, other: common.written, count: common.places.length },
        range: place.range,
        related: [
          { message: usually, params: { slogan: common.written }, range: usual.range },
          ...others.map(({ range }) => ({ message: alsoHere, range })),
        ],
      });
    }
  },
});

const isShown = (plain: string): boolean => plain.includes(' ');

/** 放飞梦想 点亮未来, as a title or a banner has it: what stands as a blank there is a comma in a sentence. */
function isOnBanner({ places }: Use, plans: readonly RecognisedPlan[]): boolean {
  return places.every(
    ({ called, range }) =>
      called === 'shown' || plans.some(({ plan }) => plan.title && liesWithin(range, plan.title.range)),
  );
}

/** Of two as frequent, the one that is not given as the theme is pointed out, else the later one: the first is taken for right. */
function rarerOf(first: Use, second: Use): Use {
  const more = second.places.length - first.places.length;
  if (more !== 0) return more < 0 ? second : first;
  const isTheme = ({ places }: Use) => places.some(({ theme }) => theme);
  if (isTheme(first) !== isTheme(second)) return isTheme(first) ? second : first;
  // 访企业（商户）: what is added in brackets is no part of the slogan.
  const isExplained = ({ written }: Use) => /[（(]/.test(written);
  if (isExplained(first) !== isExplained(second)) return isExplained(first) ? first : second;
  const start = ({ places }: Use) => places[0]?.range.start ?? 0;
  return start(first) < start(second) ? second : first;
}

/** The slogans of a file by their plain form. */
function slogansOf(document: PlanDocument, plans: readonly RecognisedPlan[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { plan } of plans) {
    for (const place of slogansIn(document, plan)) {
      const use = uses.get(place.plain);
      if (use) use.places.push(place);
      else uses.set(place.plain, { written: place.written, core: place.core, places: [place] });
    }
  }
  return uses;
}

/** The slogans among the quotations of a line. */
const quotedOn = lineMemo(({ quotations }): readonly Quoted[] => {
  let found: Quoted[] | undefined;
  for (const { words, range } of quotations) {
    if (!mayBeSlogan(words)) continue;
    const plain = plainSlogan(words);
    if (!isSlogan(plain)) continue;
    found ??= [];
    found.push({ words, range, plain, core: coreOf(plain) });
  }
  return found ?? none;
});
interface Quoted extends Quotation {
  readonly plain: string;
  readonly core: string;
}
const none: readonly Quoted[] = [];

const slogansIn = gatheredByPlan((document, plan) => {
  const found: Place[] = [];
  const themes = new Set(
    plan.sections.flatMap(({ title, body }) => (/主题$/.test(title.value) ? body.slice(0, 1) : [])),
  );
  for (const line of linesWith(linesInOrder(document, plan), quotationSign)) {
    if (line.place === 'quote') continue;
    for (const { plain, core, words, range } of quotedOn(line.facts)) {
      const theme =
        themes.has(line) ||
        givenAsTheme.test(line.text.slice(0, range.start)) ||
        takenAsTheme.test(line.text.slice(range.end, range.end + 6));
      const called = calledIn(line.text, range, plan.title?.value ?? '');
      found.push({
        plain,
        core,
        written: words,
        range: line.at(range.start, range.end),
        facts: line.facts,
        theme,
        called,
      });
    }
  }
  for (const section of plan.sections) {
    // 活动主题: the line below it is the slogan, in quotation marks or not.
    const [line] = /主题$/.test(section.title.value) ? section.body : [];
    if (!line || line.place === 'quote' || line.text.length > LONGEST_THEME || /[“”。：:]/.test(line.text)) continue;
    const plain = plainSlogan(line.text);
    if (isSlogan(plain))
      found.push({
        plain,
        core: coreOf(plain),
        written: line.text,
        range: line.at(0, line.text.length),
        facts: line.facts,
        theme: true,
        called: 'given',
      });
  }
  return found;
});

/** 二、活动主题：“…”; 围绕“…”主题 only quotes it. */
const givenAsTheme = /^[^，。；]{0,12}主题(?:是|为)?[：:]?[“"]?$/;

/** 以“…”为主题 gives it as well. */
const takenAsTheme = /^[”"]?为(?:活动)?主题/;

/** 今年安全生产月的主题是“…”; the theme of a month, a class or a contest is one of several. */
const givenFor = /(?:^|[动传年日月周度的，。：:、）)])主题(?:是|为|[：:])[：:]?[“"]?$/;
/** 悬挂“…”主题横幅, 围绕“…”这一主题; “…”主题班会 is one of several that are held. */
const shown = /^[”"]?(?:这一|的)?(?:活动)?主题(?:的?(?:宣传)?(?:横幅|条幅|标语|海报|展板|展架|口号|挂图)|[，。；、]|$)/;
/** Another year, or another of several. */
const ofOthers =
  /[去前往历上]一?年|第[一二三四五六七八九十\d]|[一二三四五六七八九十\d]月份?主题|[子分副]主题|分别|依次/;
const replaced = /更换|撤[下换]|拆除|原有|旧/;
/** 防灾减灾日, 消防宣传月, 2024年. */
const occasion = /20\d\d年|(?<![一二三四五六七八九十\d每当次本])[\p{Script=Han}]{2}[日周月](?![前底初末内起日至])/gu;

/** Whether the quotation is called the theme of what the plan is about: of no other year, day or month than its title names. */
function calledIn(text: string, { start, end }: Range, title: string): Place['called'] {
  const before = text.slice(text.lastIndexOf('。', start) + 1, start);
  if (ofOthers.test(before)) return undefined;
  if (givenFor.test(before)) return 'given';
  if (!shown.test(text.slice(end, end + 12))) return undefined;
  if (replaced.test(before)) return undefined;
  const days: readonly string[] = before.match(occasion) ?? [];
  return days.every((day) => title.includes(day)) ? 'shown' : undefined;
}

/** Characters of the words in front of the dash that are a slogan already. */
const LONG_HEAD = 6;

/**
 * 人人讲安全、个个会应急——查找身边安全隐患 given as the theme, and 人人讲安全、个个会应急——畅通生命通道 hung up as one: the tail is that
 * of another year. Three tails are those of a series.
 */
function otherTails(uses: ReadonlyMap<string, Use>): readonly Pair[] {
  const byHead = new Map<string, string[]>();
  for (const plain of uses.keys()) {
    const dash = plain.indexOf('——');
    if (dash < 0 || coreOf(plain.slice(0, dash)).length < LONG_HEAD) continue;
    const head = plain.slice(0, dash);
    byHead.set(head, [...(byHead.get(head) ?? []), plain]);
  }
  return [...byHead.values()].flatMap(([a = '', b = '', ...more]): readonly Pair[] => {
    const [one, two] = [callsOf(uses, a), callsOf(uses, b)];
    if (more.length > 0 || one.includes('given') === two.includes('given')) return [];
    return (one.includes('given') ? two : one).includes('shown') ? [[a, b, 'words']] : [];
  });
}

const callsOf = (uses: ReadonlyMap<string, Use>, plain: string) =>
  uses.get(plain)?.places.map(({ called }) => called) ?? [];

/** Units of a line that is a theme and no paragraph about it. */
const LONGEST_THEME = 40;

/** Two slogans by their plain form, and how they differ. */
type Pair = readonly [string, string, SloganDifference];

interface Alike {
  /** Of the same numbers, or of the same items in another order. */
  readonly numbered: readonly Pair[];
  /** Of the same words with other marks. */
  readonly sameWords: readonly (readonly string[])[];
  /** With a common beginning or end. */
  readonly likely: readonly Pair[];
}

/** What is one slogan with a slip. */
function pairsOf(document: PlanDocument, uses: ReadonlyMap<string, Use>): readonly Pair[] {
  const { numbered, sameWords, likely } = alikeAmong(document, [...uses.keys()]);
  const marked = sameWords.flatMap((same) => {
    // Of several ways to mark the same words, each is held against the usual one.
    const usual = same.reduce((best, one) => (countOf(uses, one) >= countOf(uses, best) ? one : best));
    return same.flatMap((plain): readonly Pair[] => (plain === usual ? [] : [[plain, usual, 'marks']]));
  });
  const found = [...numbered, ...marked, ...likely];
  const tails = otherTails(uses).filter(
    ([a, b]) => !found.some(([one, two]) => (one === a && two === b) || (one === b && two === a)),
  );
  return [...found, ...tails];
}

const alikeAmong = listMemo((slogans): Alike => {
  const byCore = new Map<string, string[]>();
  const byNumbers = new Map<string, string>();
  const numbered: Pair[] = [];
  const likely: Pair[] = [];
  const met = new Set<string>();
  const long: string[] = [];
  const byItems = new Map<string, string>();
  const cores = new Map(slogans.map((plain) => [plain, coreOf(plain)] as const));
  const add = (pairs: Pair[], a: string, b: string): void => {
    if (cores.get(a) === cores.get(b) || met.has(`${a}\n${b}`)) return;
    met.add(`${a}\n${b}`);
    const difference = compareSlogans(a, b);
    if (difference) pairs.push([a, b, difference]);
  };
  for (const [plain, core] of cores) {
    const same = byCore.get(core);
    if (same) same.push(plain);
    else byCore.set(core, [plain]);
    if (!isShortForm(core)) {
      long.push(plain);
      const items = itemsInAnyOrder(plain);
      const moved = items === undefined ? undefined : byItems.get(items);
      if (moved !== undefined && cores.get(moved) !== core) add(numbered, moved, plain);
      else if (items !== undefined) byItems.set(items, plain);
      continue;
    }
    for (let at = 0; at < core.length; at++) {
      const key = `${core.slice(0, at)}*${core.slice(at + 1)}`;
      const other = byNumbers.get(key);
      if (other === undefined) byNumbers.set(key, plain);
      else add(numbered, other, plain);
    }
  }
  for (const [a, b] of likelyPairs(long)) add(likely, a, b);
  return { numbered, sameWords: [...byCore.values()].filter((same) => same.length > 1), likely };
});

const countOf = (uses: ReadonlyMap<string, Use>, plain: string) => uses.get(plain)?.places.length ?? 0;

function shareALine(first: Use, second: Use): boolean {
  const lines = new Set(first.places.map(({ facts }) => facts));
  return second.places.some(({ facts }) => lines.has(facts));
}
