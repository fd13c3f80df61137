import { readCount } from '../../../numbering/han.ts';
import { lineMemo } from '../../../plan/facts.ts';
import { partStart } from '../../../plan/line/sentences.ts';
import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import { amount, inexact, number, round, unit, value } from './amounts.ts';

/** 每班2名，全校24个班共计46名: so much for each, a number of them, and a total that is not their product. */
export interface ProductFault {
  readonly line: Line;
  /** Where the total stands, as indexes of the text of its line. */
  readonly range: Range;
  readonly written: string;
  /** What each one gets, how many there are, and what they come to. */
  readonly each: string;
  readonly count: string;
  readonly found: string;
}

/** A plan counts few kinds of things; each is looked for in all of its lines. */
const mostNouns = 30;
const classifier = '[个处所家支条栋座台名位]';
/** 每处隐患点确定1名监测员、1名责任人，共20人 */
const perOne = new RegExp(
  `每(?:一)?${classifier}?([\\p{Script=Han}]{1,6}?)(?=确定|明确|配备|设|安排|推荐|选派|选送|选出|评|补助|发放|奖励|限报|报送|上报|各|不|组织|抽|种植|栽|\\d)([^。；共]{1,48}?)[，,（(、]?(?:全[校院镇乡县市区村街局]|[^，。；每\\d]{0,6}\\d{1,4}${classifier}?[\\p{Script=Han}]{1,6}?)?[^，。；\\d共]{0,6}(?:\\d{1,4}${classifier}?[\\p{Script=Han}]{1,6}?)?(?:共|共计|合计|总计|总共)(?:需|需要|为|约|评选|选派|安排|补助|投入)?(${number})(${unit})`,
  'gu',
);
/** What is counted by the calendar comes as often as the calendar says. */
const ofTime = /^(?:年|月|周|天|日|季|季度|学期|学年|半年|星期|小时|次|期|场|届|轮|批|人)/;

/** 初中招生60个班，计划招生3100人，每班不超过50人 */
const mostEach =
  /(?<![\d.第每])(\d{1,4})(?:个|所|家)?([\p{Script=Han}]{1,4})[，,、]?[^，。；\d]{0,10}?(\d{1,6})([人名])[，,][^，。；\d每]{0,6}每(?:个)?\2[^，。；\d]{0,4}(?:不超过|不多于|至多|最多|限)(\d{1,4})\4/gu;

/** Totals that are more than so many for each can be. */
export const overMost = lineMemo(({ text }): readonly { range: Range; written: string; found: string }[] => {
  if (!text.includes('每') || !/不超过|不多于|最多|至多|限/.test(text)) return NO_TOTALS;
  return [...text.matchAll(mostEach)].flatMap((match) => {
    const { 0: words, 1: count, 3: total = '', 4: own = '', 5: most, index } = match;
    if (inexact.test(words.replace(/不超过|不多于/g, '')) || Number(total) <= Number(count) * Number(most)) return [];
    const start = index + words.indexOf(total + own);
    const written = total + own;
    return [{ range: { start, end: start + written.length }, written, found: String(Number(count) * Number(most)) }];
  });
});
const NO_TOTALS: readonly never[] = [];

/** 安排8名巡视员分赴五个考点，每考点2人 */
const spread =
  /(?<![\d.第每约近余])(\d{1,4})([人名])[^，。；：:\d每]{0,12}?(?:分赴|分驻|派驻|进驻|入驻|驻守|分到|分派到|分配到|派往|赴)(\d{1,3}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?:个|所|家|处)([\p{Script=Han}]{1,6})[，,（(]每(?:个|所|家|处)?([\p{Script=Han}]{1,6}?)(?:安排|派|派驻|配备)?(\d{1,3}|[一二两三四五六七八九])[人名](?=[，。；、）)]|$)/gu;

/** …，每村2人，机动2人; 每村2人，分两批轮换: the places have not got all of them at once. */
const others = /^[^。；]{0,40}?(?:[\d一两二三四五六七八九十][人名]|其余|余下|剩余|机动|轮|批|替)/;

interface Spread {
  readonly range: Range;
  readonly written: string;
  readonly each: string;
  readonly count: string;
  readonly found: string;
}

/** Heads that are sent to so many places, so many to each, and are not their product. */
export const wrongSpread = lineMemo(({ text }): readonly Spread[] => {
  if (!text.includes('每') || !/[赴驻]|[派配分]到|派往/.test(text)) return NO_TOTALS;
  return [...text.matchAll(spread)].flatMap((match): readonly Spread[] => {
    const { 0: words, 1: digits = '', 2: own = '', 3: places = '', 4: noun = '', 5: again = '', 6: few = '' } = match;
    if (others.test(text.slice(match.index + words.length))) return [];
    const count = readCount(places);
    const each = readCount(few);
    const total = Number(digits);
    if (count === undefined || each === undefined || !noun.endsWith(again) || inexact.test(words)) return [];
    const real = each * count;
    if (real === total || Math.abs(real - total) > total / 2) return [];
    const range = { start: match.index, end: match.index + digits.length + own.length };
    return [{ range, written: digits + own, each: `${each}${own}`, count: String(count), found: `${real}${own}` }];
  });
});

interface PerOne {
  readonly noun: string;
  readonly each: number;
  readonly unit: string;
  readonly written: string;
  readonly range: Range;
  /** How many there are, as the same sentence says. */
  readonly here: readonly number[];
}

const NONE: readonly PerOne[] = [];

const perOnesOn = lineMemo(({ text }): readonly PerOne[] => {
  if (!text.includes('每') || !/[共合总]/.test(text)) return NONE;
  const found = [...text.matchAll(perOne)].flatMap((match): readonly PerOne[] => {
    const { 0: words, 1: noun = '', 2: clause = '', 3: written = '', 4: own = '', index } = match;
    if (ofTime.test(noun) || inexact.test(words) || /最多|不多于|每|其中|含|包括|[（(]/.test(clause)) return [];
    const amounts = [...clause.matchAll(amount)].filter((one) => isSame(one[2] ?? '', own));
    const each = amounts.reduce((all, one) => all + value(one[1]), 0);
    if (each === 0 || amounts.length !== (clause.match(/\d+(?:\.\d+)?/g) ?? []).length - countsIn(clause, noun).length)
      return [];
    const end = index + words.length;
    const from = partStart(text, index);
    const start = end - written.length - own.length;
    const said = text.slice(from, start);
    const here = [...countsIn(said, noun), ...countsInHan(said, noun)];
    return [{ noun, each, unit: own, written: written + own, range: { start, end }, here }];
  });
  return found.length === 0 ? NONE : found;
});

const isSame = (one: string, own: string) => one === own || (/^[人名个]$/.test(one) && /^[人名个]$/.test(own));

/** 24个班, 9处隐患点, 隐患点9处, 21村. */
function countsIn(text: string, noun: string): readonly number[] {
  const single = noun.length === 1 ? '(?![民主干委支庄组])' : '';
  const counted = new RegExp(
    `(?<![\\d.第每])(\\d{1,4})(?:${classifier}[\\p{Script=Han}]{0,3}?)?${noun}${single}|(?<!每一?${classifier}?)${noun}(\\d{1,4})${classifier}`,
    'gu',
  );
  return [...text.matchAll(counted)].map(([, before, behind]) => Number(before ?? behind));
}

/** 分四类，每类5户: in words, within the sentence that gives the total. */
function countsInHan(text: string, noun: string): readonly number[] {
  const counted = new RegExp(`(?<![\\d第每百千、])([两二三四五六七八九]|十[一二三四五六七八九]?)个?${noun}`, 'gu');
  return [...text.matchAll(counted)].flatMap(([, numeral = '']) => readCount(numeral) ?? []);
}

/**
 * Totals that are not so many times what each one gets. How many there are stands in the same sentence, or is told
 * with one number all over the plan.
 */
export function wrongPerUnit(lines: readonly Line[]): readonly ProductFault[] {
  const found: ProductFault[] = [];
  const told = new Map<string, readonly number[]>();
  const countsOf = (noun: string): readonly number[] => {
    const known = told.get(noun);
    if (known || told.size >= mostNouns) return known ?? [];
    const ofEach = new RegExp(`各(?:有|设)?\\d{1,4}${classifier}?${noun}`, 'u');
    const onLines = lines.flatMap(({ text }) => {
      const counts = text.includes(noun) ? countsIn(text, noun) : [];
      return counts.length > 0 ? [{ counts, isOfParts: counts.length > 1 || ofEach.test(text) }] : [];
    });
    // 七年级14个班、八年级14个班, 两个年级各14个班: what the parts come to is not told.
    const counts = onLines.some(({ isOfParts }) => isOfParts) ? [] : onLines.flatMap((one) => one.counts);
    told.set(noun, counts);
    return counts;
  };
  for (const line of lines) {
    for (const { noun, each, unit: own, written, range, here } of perOnesOn(line.facts)) {
      const counts = new Set(here.length > 0 ? here : countsOf(noun));
      const [count] = counts;
      if (counts.size !== 1 || count === undefined || count < 2) continue;
      const real = each * count;
      const total = value(written.slice(0, written.length - own.length));
      // What is far off counts something else.
      if (Math.abs(real - total) < 1e-6 || Math.abs(real - total) > total / 2) continue;
      found.push({
        line,
        range,
        written,
        each: `${round(each)}${own}`,
        count: String(count),
        found: `${round(real)}${own}`,
      });
    }
  }
  return found;
}
