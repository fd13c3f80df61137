import { findInlineNumbers } from '../../numbering/inline.ts';
import type { NumberToken } from '../../numbering/token.ts';
import { anyOf } from '../../text/any-of.ts';
import type { Range } from '../../text/range.ts';
import type { Announced, InlineList } from './announcement.ts';
import { isLedIn } from './led.ts';
import { carries, cut, cutLast, type Pairs } from './pieces.ts';
import { mayBeEnough } from './several.ts';
import { words } from './words.ts';

/** A line being read: what several announcements in it need is read once. */
export class LineText {
  readonly text: string;
  readonly pairs: Pairs;
  #numbers: readonly NumberToken[] | undefined;

  constructor(text: string, closeOf: ReadonlyMap<number, number>) {
    this.text = text;
    const openOf = new Map<number, number>();
    for (const [open, close] of closeOf) openOf.set(close, open);
    this.pairs = { closeOf, openOf };
  }

  get numbers(): readonly NumberToken[] {
    this.#numbers ??= findInlineNumbers(this.text);
    return this.#numbers;
  }

  /** End of the sentence that `at` stands in, its end mark excluded; a closing bracket around `at` ends it too. */
  sentenceEnd(at: number): number {
    for (let index = at; index < this.text.length; index++) {
      const close = this.pairs.closeOf.get(index);
      if (close !== undefined) index = close;
      else if (/[。！？]/.test(this.text.charAt(index)) || this.pairs.openOf.has(index)) return index;
    }
    return this.text.length;
  }
}

/** The list behind or before an announcement in the same line; undefined when there is none to be had. */
export function findInlineList(line: LineText, announced: Announced): InlineList | undefined {
  return numbered(line, announced) ?? behind(line, announced) ?? before(line, announced);
}

const upToNumber = /^[^。；：:，,]{0,25}[。：:，,]?[（(]?(?:即|分别是|具体为|具体是)?[：:]?[\s\u3000]*$/;

const leftBehind = /^[^。：:]{4,}。/;
/** 落实“五个禁止”规定。一是…: a set of rules that stands elsewhere; what counts itself is how they are carried out. */
const setElsewhere = /^(?:的)?(?:规定|制度|禁令|纪律|规范|铁律|机制|政策)。/;

/** …三点要求：一是…；二是…；三是… */
function numbered(line: LineText, { count, end, slogan }: Announced): InlineList | undefined {
  const { text, numbers } = line;
  const first = numbers.findIndex((number) => number.range.start >= end);
  const head = numbers[first];
  if (head?.value !== 1 || !upToNumber.test(text.slice(end, Math.min(head.range.start, end + 40)))) {
    return undefined;
  }
  // 发挥“六个力量”重要作用。一是…: the sentence has gone on to something else.
  if (slogan && leftBehind.test(text.slice(end, head.range.start))) return undefined;
  const run: NumberToken[] = [];
  for (const number of numbers.slice(first)) {
    if (number.kind !== head.kind) continue;
    if (run.length > 0 && number.value <= (run.at(-1)?.value ?? 0)) break;
    run.push(number);
  }
  if (run.length < 2) return undefined;
  if (slogan && run.length !== count && setElsewhere.test(text.slice(end, head.range.start))) return undefined;
  const items = run.map((number, at) => {
    const next = run[at + 1]?.range.start ?? line.sentenceEnd(number.range.end);
    return { start: number.range.start, end: next };
  });
  return listOf(items, 'after');
}

const bracketBehind = /^[^，,。；;：:、（()）]{0,10}[（(]/;
const opening = /^(?:即|指|也就是|分别是|分别为|分别指|包括|主要是|主要包括|具体是|具体为)[：:，,]?/;
const marker =
  /^[^，,。；;：:、]{0,12}(?:[，,。]?[\s\u3000]?(?:即|也就是|分别是|分别为|分别指|依次为|依次是|具体为|具体是|具体包括|包括|主要是|主要有|主要包括|是指)[：:，,]?|[：:])[\s\u3000]*/;
const copula = /^[^，,。；;：:、]{0,8}[是为]/;

/** …“三个结合”，即把…；把…；把…, …五项内容：甲、乙、丙… */
function behind(line: LineText, announced: Announced): InlineList | undefined {
  const { text, pairs } = line;
  const { end, slogan } = announced;
  const rest = text.slice(end, end + 40);
  const bracket = bracketBehind.exec(rest);
  if (bracket) {
    const open = end + bracket[0].length - 1;
    const close = pairs.closeOf.get(open);
    const lead = opening.exec(text.slice(open + 1, open + 12))?.[0] ?? '';
    if (close !== undefined) {
      const stretch = { start: open + 1 + lead.length, end: close };
      // “五包”要求（包调查、包处理…）: every item takes the word up.
      const told = lead !== '' || (slogan && (bracket[0].length === 1 || allCarry(line, stretch, announced.word)));
      const items = choose(line, stretch, announced, told);
      if (items) return listOf(items, 'after');
    }
  }
  const mark = marker.exec(rest);
  const start = end + (mark?.[0].length ?? 0);
  if (mark) {
    const items = choose(line, { start, end: line.sentenceEnd(start) }, announced, true);
    if (items) return listOf(items, 'after');
  }
  const verb = copula.exec(rest);
  if (verb) {
    const stretch = { start: end + verb[0].length, end: line.sentenceEnd(end) };
    const items = choose(line, stretch, announced, false);
    if (items) return listOf(items, 'after');
  }
  return announced.word ? nextSentence(line, announced, announced.word) : undefined;
}

/** …做到五破除五突破。破除…；破除…: the next sentence takes up a word of the slogan. */
function nextSentence(line: LineText, announced: Announced, word: string): InlineList | undefined {
  const { text } = line;
  const stop = line.sentenceEnd(announced.end);
  const start = stop + 1;
  if (text.charAt(stop) !== '。' || stop - announced.end > 12) return undefined;
  const stretch = { start, end: line.sentenceEnd(start) };
  const items = byWord(line, stretch, word, announced.count);
  const last = items.at(-1);
  // 以村边、渠边、路边、地埂边为重点: the sentence goes on behind the word of the last one.
  if (last && items.length < announced.count && goesOn(text.slice(last.end, stretch.end), word)) return undefined;
  return items.length >= 2 ? listOf(items, 'after') : undefined;
}

function goesOn(rest: string, word: string): boolean {
  const at = rest.indexOf(word);
  return rest.startsWith('、') && at >= 0 && /^(?:作?为|等|的|进行|开展)/.test(rest.slice(at + word.length));
}

function allCarry({ text, pairs }: LineText, stretch: Range, word: string | undefined): boolean {
  if (!word) return false;
  const items = cut(text, stretch, '、', pairs);
  return items.length >= 2 && items.every((item) => carries(text, item, word));
}

/**
 * The items of a stretch. Which marks separate them is known only when the number fits; when no
 * reading gives it, the strongest marks decide, and only where the text says that a list follows.
 */
function choose(line: LineText, stretch: Range, announced: Announced, told: boolean): readonly Range[] | undefined {
  const { text, pairs } = line;
  const { count, word } = announced;
  const open = /等[^、，,；;。]{0,6}$/.test(text.slice(Math.max(stretch.start, stretch.end - 8), stretch.end));
  const readings = (['；', '、', '，', '，、'] as const).map((mark) => cut(text, stretch, mark, pairs));
  const common = word ?? (announced.slogan ? announced.noun : undefined);
  const carry = (items: readonly Range[]) => common !== undefined && items.every((item) => carries(text, item, common));
  for (const [at, items] of readings.entries()) {
    // 综合组…；检查组…；保障组负责场地、食宿: what stands in front of the first 、 is no item.
    const [first] = items;
    if (at > 0 && first && items.length > 1 && /[；;]/.test(text.slice(first.start, first.end))) continue;
    if (items.length === count) return items;
    // 负责场地和安全 behind the last ；, 路面执法与源头宣传相结合 behind 四个结合: what 和 joins there is within one item.
    const split = at === 0 && items.length > 2 ? undefined : cutLast(text, items, pairs);
    if (split?.length === count && (carry(split) || !carry(items))) return split;
  }
  const carried = word ? byWord(line, stretch, word, count) : [];
  if (carried.length === count) return carried;
  if (!told || open) return undefined;
  if (carried.length >= 2) return carried;
  const [bySemicolon = [], byEnumerationComma = [], byComma = []] = readings;
  if (bySemicolon.length >= 2) return word && announced.slogan ? undefined : bySemicolon;
  const short = byEnumerationComma.every((item) => item.end - item.start <= 16);
  const whole = !/[，,]/.test(text.slice(stretch.start, stretch.end));
  if (byEnumerationComma.length === 1 && areNames(text, byComma)) return byComma;
  return byEnumerationComma.length >= 2 && short && whole ? byEnumerationComma : undefined;
}

/** 政策宣讲，入户走访，技能帮带: names with commas between them, each as long as the other. */
function areNames(text: string, items: readonly Range[]): boolean {
  const [first] = items;
  const length = first ? first.end - first.start : 0;
  return (
    items.length >= 3 &&
    length <= 6 &&
    items.every(({ start, end }) => end - start === length && /^[一-龥]+$/.test(text.slice(start, end)))
  );
}

/**
 * The items that carry the word of a slogan, at their beginning or end. Items that go on without it
 * (开通热线电话、信息平台、专题网站) count when that gives the number.
 */
function byWord(line: LineText, stretch: Range, word: string, count: number): readonly Range[] {
  const all = cut(line.text, stretch, '，、', line.pairs).flatMap((item) => cut(line.text, item, '；', line.pairs));
  const carrying = withLed(
    line.text,
    all,
    all.filter((item) => carries(line.text, item, word)),
    word,
  );
  if (carrying.length === count || carrying.length === 0) return carrying;
  const apart = carrying.flatMap((item) => joinedBy(line.text, item, word));
  if (apart.length === count) return apart;
  const first = all.findIndex((item) => carries(line.text, item, word));
  const going = all.slice(first, first + count);
  const ends = all.length === first + count || /[；;]/.test(line.text.charAt(going.at(-1)?.end ?? 0));
  return carrying.length === 1 && ends && going.length === count ? going : carrying;
}

/** 整顿台账和整顿队伍: the last two of a list. */
function joinedBy(text: string, { start, end }: Range, word: string): readonly Range[] {
  for (const joint of ['以及', '和', '与', '及', '并']) {
    const at = text.slice(start, end).indexOf(joint + word);
    if (at > 0)
      return [
        { start, end: start + at },
        { start: start + at + joint.length, end },
      ];
  }
  return [{ start, end }];
}

/** 推动宣传进企业、进社区、进学校: words lead into the first item, and those that follow begin with the word. */
function withLed(text: string, all: readonly Range[], carrying: readonly Range[], word: string): readonly Range[] {
  const [first] = carrying;
  const led = first && all[all.indexOf(first) - 1];
  if (!first || !led || text.charAt(led.end) !== '、') return carrying;
  if (!carrying.every(({ start }) => text.startsWith(word, start))) return carrying;
  const at = text.slice(led.start, led.end - 1).lastIndexOf(word);
  return at <= 0 ? carrying : [{ start: led.start + at, end: led.end }, ...carrying];
}

const connector = /(?:等|这|的|共|等共|[\s\u3000])$/;
const numberAtHead = /^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．][ \u3000]*/;
const governed = new RegExp(`(?:${anyOf(words.governing)})$`);

/** 学习讨论、调研走访两项工作; 甲、乙、丙等三个小组; “精学、自学”的“两学”. */
function before(line: LineText, announced: Announced): InlineList | undefined {
  const { text, pairs } = line;
  let end = announced.start;
  const link = connector.exec(text.slice(Math.max(0, end - 2), end))?.[0] ?? '';
  if (link === '的' && !announced.slogan) return undefined;
  end -= link.length;
  const clause = clauseStart(line, end);
  // 二、按照自查、检查两个步骤: the number of the line is none of them.
  const start = clause === 0 ? (numberAtHead.exec(text)?.[0].length ?? 0) : clause;
  const stretch = quotedWhole(line, { start, end }) ?? { start, end };
  const items = cut(text, stretch, '、', pairs);
  const last = items.at(-1);
  if (!last || text.charAt(end - 1) === '、') return undefined;
  const { count, word } = announced;
  if (items.length === count)
    return governed.test(text.slice(last.start, last.end)) ? undefined : listOf(withoutLead(text, items), 'before');
  const split = cutLast(text, items, pairs);
  if (split?.length === count) return listOf(withoutLead(text, split), 'before');
  if (items.length < 2 || (link.startsWith('等') && items.length < count)) return undefined;
  const isLed = isLedIn(text, items, announced) || (split !== undefined && isLedIn(text, split, announced));
  if (announced.slogan) {
    return isLed || (word && items.every((item) => carries(text, item, word)))
      ? listOf(withoutLead(text, items), 'before')
      : undefined;
  }
  const grouped = groups(line, start, end, count);
  if (grouped !== undefined) return grouped.length === count ? listOf(withoutLead(text, grouped), 'before') : undefined;
  const names = items.every((item) => item.end - item.start <= 24);
  const isEnough = mayBeEnough(
    items.map((item) => text.slice(item.start, item.end)),
    announced,
  );
  const believed =
    (isLed || (announced.sums && names && !isEnough)) && !governed.test(text.slice(last.start, last.end));
  return believed ? listOf(withoutLead(text, items), 'before') : undefined;
}

/**
 * 分为宣传发动、摸底，自查、自纠，总结、提高三个阶段: the items are pairs, with commas between them.
 * @returns undefined when the words in front of the last comma are no pair; otherwise the groups, or none when they do not add up
 */
function groups(line: LineText, start: number, end: number, count: number): readonly Range[] | undefined {
  const { text } = line;
  if (!/[，,]/.test(text.charAt(start - 1)) || !text.slice(clauseStart(line, start - 1), start - 1).includes('、'))
    return undefined;
  const found: Range[] = [];
  for (let from = start, to = end; found.length < count && to > from; ) {
    found.unshift({ start: from, end: to });
    to = from - 1;
    if (!/[，,]/.test(text.charAt(to))) break;
    from = clauseStart(line, to);
  }
  return found.length === count && found.every((item) => text.slice(item.start, item.end).includes('、')) ? found : [];
}

const introduced = new RegExp(`^[^、]{0,12}?(?:${anyOf(words.introducing)}|分(?![析类级组别工管层步解管享清]))`);

/** The items without the words that lead into the first one. */
function withoutLead(text: string, items: readonly Range[]): readonly Range[] {
  const [first, ...others] = items;
  const lead = first && introduced.exec(text.slice(first.start, first.end))?.[0].length;
  return first && lead && first.start + lead < first.end - 1
    ? [{ start: first.start + lead, end: first.end }, ...others]
    : items;
}

/** Start of the clause that ends at `end`: behind the nearest mark outside brackets, 、 excepted. */
function clauseStart(line: LineText, end: number): number {
  const lowest = Math.max(0, end - 200);
  for (let index = end - 1; index >= lowest; index--) {
    const open = line.pairs.openOf.get(index);
    if (open !== undefined) index = open;
    else if (line.pairs.closeOf.has(index) || /[。；;：:！？，,]/.test(line.text.charAt(index))) return index + 1;
  }
  return lowest;
}

/** The content of the quotation when the stretch is one quotation and nothing else behind it. */
function quotedWhole(line: LineText, stretch: Range): Range | undefined {
  const open = line.pairs.openOf.get(stretch.end - 1);
  if (open === undefined || line.text.charAt(open) !== '“' || !line.text.slice(open, stretch.end).includes('、')) {
    return undefined;
  }
  return { start: open + 1, end: stretch.end - 1 };
}

function listOf(items: readonly Range[], position: InlineList['position']): InlineList {
  const first = items[0];
  const last = items.at(-1);
  return { items, range: { start: first?.start ?? 0, end: last?.end ?? 0 }, position };
}
