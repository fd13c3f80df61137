import type { NumberKind, NumberToken } from '../../numbering/token.ts';
import type { LineFacts } from '../../plan/facts.ts';
import { inlineNumbersOn } from '../../plan/line/number-lists.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import { pairsOf } from '../../text/evidence.ts';
import type { Range } from '../../text/range.ts';

/** Numbered items that stand in one paragraph; indexes count from the start of the line. */
export interface RunTogether {
  /** The second number, the first one that should begin a paragraph: 二、. */
  readonly number: string;
  readonly count: number;
  /** The second number with the words behind it. */
  readonly range: Range;
  /** Where paragraphs should begin. */
  readonly starts: readonly number[];
  /** 一、and （一） open paragraphs always; 1. may count within a sentence. */
  readonly sure: boolean;
}

/** The outermost kind decides; （1） and 一是 run on within a paragraph by right. */
const kinds: readonly { readonly kind: NumberKind; readonly least: number; readonly sure: boolean }[] = [
  { kind: 'han', least: 2, sure: true },
  { kind: 'hanBracket', least: 2, sure: true },
  { kind: 'arabic', least: 3, sure: false },
];
/** Shortest paragraph, and shortest item, that 1. is taken for lost in. */
const leastLength = 120;
const leastItem = 15;
const marked = 24;

/** A number that may stand within a line, behind the first one of a list. */
const numberSign = sign({
  words: [
    ...pairsOf('二三四五六七八九十', '、'),
    ...pairsOf('（(', '二三四五六七八九十'),
    ...pairsOf('0123456789', '.．、'),
  ],
});

/** Items that run together on a line. */
export function readTogether(facts: LineFacts): RunTogether | null {
  return hasSign(facts, numberSign) ? (read(facts) ?? null) : null;
}

function read(facts: LineFacts): RunTogether | undefined {
  const { text } = facts;
  const numbers = text.length < 40 ? [] : inlineNumbersOn(facts);
  if (
    numbers.length === 0 ||
    !/[。！？][\s\u3000]*(?:[二三四五六七八九十]{1,2}、|[（(][二三四五六七八九十]|\d{1,2}[.．、])/.test(text)
  )
    return undefined;
  for (const { kind, least, sure } of kinds) {
    const run = numbers.filter((number) => number.kind === kind);
    const [first] = run;
    if (!first || run.length < least) continue;
    // Every item behind the first one begins a sentence.
    const rest = run.slice(1).filter((number) => beginsSentence(text, number));
    if (rest.length !== run.length - 1 || !(first.range.start === 0 || beginsSentence(text, first))) continue;
    if (!sure && (text.length < leastLength || shortest(run, text.length) < leastItem)) continue;
    const [second] = rest;
    if (!second) continue;
    const all = first.range.start === 0 ? rest : run;
    return {
      number: second.raw,
      count: run.length,
      range: headOf(text, second),
      starts: all.map(({ range }) => range.start),
      sure,
    };
  }
  return undefined;
}

/** A number with the words behind it up to the next mark: enough of an item to be marked. */
function headOf(text: string, { range: { start, end } }: NumberToken): Range {
  const stop = text.slice(end, end + marked).search(/[。，；：:]/);
  return { start, end: stop < 0 ? Math.min(text.length, end + marked) : end + stop };
}

function beginsSentence(text: string, { range, raw }: NumberToken): boolean {
  // 二、三年级: two numerals of one phrase.
  if (/^[一二三四五六七八九十两]/.test(text.slice(range.start + raw.length))) return false;
  return /[。！？][”）)]?[\s\u3000]*$/.test(text.slice(Math.max(0, range.start - 4), range.start));
}

function shortest(run: readonly NumberToken[], end: number): number {
  return Math.min(...run.map(({ range }, at) => (run[at + 1]?.range.start ?? end) - range.end));
}

/** The next item of a list, at the end of the one before it. */
export interface Swallowed extends RunTogether {
  readonly kind: NumberKind;
  /** The number that the next line has, when the list goes on. */
  readonly next: number;
  /** A full stop parts them; otherwise only the rest of the list can tell that a paragraph was lost. */
  readonly stopped: boolean;
}

const swallowing = /[一-龥。；，！”）][ \u3000]*(?:\d{1,2}[.．、](?![\d])|[（(][二三四五六七八九十]{1,2}[）)])/;

/** 4.…光缆，5.通信线…: one line of a list holds two of its items. */
export function readSwallowed(facts: LineFacts): Swallowed | null {
  if (!hasSign(facts, numberSign)) return null;
  const { text, number } = facts;
  if (!number || (number.kind !== 'arabic' && number.kind !== 'hanBracket')) return null;
  const run = inlineNumbersOn(facts).filter(({ kind }) => kind === number.kind);
  const [first, second] = run;
  if (
    run.length !== 2 ||
    !swallowing.test(text) ||
    first?.range.start !== 0 ||
    !second ||
    /^\d/.test(text.slice(second.range.end))
  )
    return null;
  if (shortest(run, text.length) < 8) return null;
  return {
    number: second.raw,
    count: run.length,
    range: headOf(text, second),
    starts: [second.range.start],
    sure: false,
    kind: number.kind,
    next: second.value + 1,
    stopped: beginsSentence(text, second) && shortest(run, text.length) >= leastItem,
  };
}

/** A heading and the first item below it on one line, with nothing between them. */
export interface Glued {
  readonly title: Range;
  /** （1） or 一是. */
  readonly number: Range;
}

const glued =
  /^(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|\d{1,2}[.．、])[ \u3000]?([一-龥]{3,14})(?<![是为有的])([（(][1１][）)]|①|一是)(?=[一-龥])/;
/** 二、联欢晚会 (一)晚会理念, (一)年会目的： 1、增强…: the first number of the next level behind a blank. */
const gluedBehindBlank =
  /^(?:[一二三四五六七八九十]{1,2}、[ \u3000]?([一-龥]{2,14})[：:]?[ \u3000]{1,4}([（(]一[）)])|[（(][一二三四五六七八九十]{1,2}[）)][ \u3000]?([一-龥]{2,14})[：:][ \u3000]{1,4}([1１][、.．]))(?=[一-龥])/;
/** Words that begin a sentence, not a title. */
const sentence = /^[对在把将由按各以从经凡如若]|要|应当|必须/;

/** （一）实施部署（1）资源申请：…, 1.加强工程管理一是…. */
export function readGlued({ text, number }: LineFacts): Glued | null {
  if (!number || !/[）)①是]|[1１][、.．]/.test(text.slice(4, 28))) return null;
  const apart = gluedBehindBlank.exec(text);
  if (apart) {
    const [words, title = apart[3] ?? '', first = apart[4] ?? ''] = apart;
    const from = words.indexOf(title);
    return {
      title: { start: from, end: from + title.length },
      number: { start: words.length - first.length, end: words.length },
    };
  }
  const found = glued.exec(text);
  const [, title = '', first = ''] = found ?? [];
  if (!found || sentence.test(title)) return null;
  const second = first === '一是' ? '二是' : first.replace(/[1１]/, '2').replace('①', '②');
  if (!text.includes(second)) return null;
  const at = found[0].length - first.length;
  return { title: { start: at - title.length, end: at }, number: { start: at, end: at + first.length } };
}
