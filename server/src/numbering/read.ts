import { halfWidthDigits, hanToNumber } from './han.ts';
import { isNumeralPhrase, startsWithUnit } from './phrases.ts';
import type { NumberKind, NumberToken } from './token.ts';

const BLANKS = ' \t\u00a0\u3000';
const BLANK = `[${BLANKS}]`;
const HAN_NUMERALS = '一二三四五六七八九十百零〇';
const HAN = `[${HAN_NUMERALS}]{1,5}`;
const DIGITS = '[0-9０-９]{1,3}';

const bracketed = new RegExp(
  `([（(])${BLANK}{0,2}(?:(${HAN})|(${DIGITS})|([A-Za-z]))${BLANK}{0,2}([)）])(${BLANK}?[、.．,，:：])?`,
  'y',
);
const hanMarked = new RegExp(`(${HAN})${BLANK}{0,2}([、.．,，:：)）])`, 'y');
const hanIs = new RegExp(`(${HAN})[是要]([：:，,])?`, 'y');
const hanBlank = new RegExp(`(${HAN})(?=${BLANK}{1,8}[\\u4e00-\\u9fff《“])`, 'y');
const arabicMulti = /([0-9０-９]{1,2})((?:[.．][0-9０-９]{1,2}){1,3})([、.．])?/y;
const arabicMarked = new RegExp(`(${DIGITS})${BLANK}{0,2}([、.．,，:：)）])`, 'y');
const arabicBlank = new RegExp(`(${DIGITS})(?=${BLANK}{1,8}[\\u4e00-\\u9fff《“])`, 'y');
const letterMarked = /([A-Za-z])([、.．)）])/y;
const ordinal = new RegExp(
  `第${BLANK}{0,2}(?:(${HAN})|(${DIGITS}))${BLANK}{0,2}(?:个(?=阶段|环节))?(章|部分|编|篇|节|条|阶段|环节|步骤|步(?!伐))?(${BLANK}{0,2}[、.．,，:：])?`,
  'y',
);
const spoken = /(首先|其次|再次|最后|其[一二三四五六七八九])([、，,：:])?/y;
const SPOKEN = '首其再最';
/** 问题一：, 整改任务2：: what is counted says what it is. 活动一 and 专题一 are too often names. */
const thing = new RegExp(
  `(?:反馈|突出|具体|主要|整改|重点)?(?:问题|任务|措施|议题)(?:之)?(?:(${HAN})|(${DIGITS}))${BLANK}{0,2}([：:、.．])`,
  'y',
);
const THINGS = '问任措议反突具主整重';

const ordinalKinds: Readonly<Record<string, NumberKind>> = {
  章: 'chapter',
  部分: 'part',
  编: 'part',
  篇: 'part',
  节: 'section',
  条: 'article',
  阶段: 'stage',
  环节: 'phasePart',
  步骤: 'stepOrdinal',
  步: 'stepOrdinal',
};

const levels: Readonly<Partial<Record<NumberKind, 1 | 2 | 3 | 4 | 5>>> = {
  han: 1,
  hanBracket: 2,
  arabic: 3,
  arabicBracket: 4,
  circled: 5,
};

/**
 * Characters that are a number by themselves: first code point, last code point, value of the
 * first, kind, mark contained in the sign.
 */
const signs: readonly (readonly [number, number, number, NumberKind, string])[] = [
  [0x2460, 0x2473, 1, 'circled', ''], // ①–⑳
  [0x2474, 0x2487, 1, 'arabicBracket', ''], // ⑴–⒇
  [0x2488, 0x249b, 1, 'arabic', '.'], // ⒈–⒛
  [0x2776, 0x277f, 1, 'circled', ''], // ❶–❿
  [0x3220, 0x3229, 1, 'hanBracket', ''], // ㈠–㈩
  [0x3251, 0x325f, 21, 'circled', ''], // ㉑–㉟
  [0x3280, 0x3289, 1, 'circled', ''], // ㊀–㊉
  [0x32b1, 0x32bf, 36, 'circled', ''], // ㊱–㊿
];

/**
 * Reads the number that stands at `at`, as at the head of a line or an item.
 *
 * Dates, amounts, decimals and phrases that merely begin with a numeral (`一个`, `十七大`,
 * `1.5万元`, `一、二年级`, `第三批`) are no numbers.
 * @param text one line, without leading blanks
 * @param at index where the number has to begin
 * @returns undefined when there is none
 */
export function readNumber(text: string, at = 0): NumberToken | undefined {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return undefined;
  if (code === 0x28 || code === 0xff08) return readBracketed(text, at);
  if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return readArabic(text, at);
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return readLetter(text, at);
  if ((code >= 0x2460 && code <= 0x277f) || (code >= 0x3220 && code <= 0x32bf)) return readSign(text, at, code);
  if (code === 0x7b2c) return readOrdinal(text, at);
  const begins = text.charAt(at);
  // Most lines begin with a character that is none of a number.
  if (HAN_NUMERALS.includes(begins)) return readHan(text, at);
  if (SPOKEN.includes(begins)) return readSpoken(text, at);
  return at === 0 ? readThing(text) : undefined;
}

interface Reading {
  readonly kind: NumberKind;
  readonly value: number;
  /** End of the raw number. */
  readonly end: number;
  readonly mark?: string;
  readonly brackets?: string;
  readonly multi?: readonly number[];
}

function token(text: string, at: number, reading: Reading): NumberToken {
  const { kind, end, multi } = reading;
  let behind = end;
  while (BLANKS.includes(text[behind] ?? '.')) behind++;
  const level = multi ? undefined : levels[kind];
  return {
    range: { start: at, end: behind },
    raw: text.slice(at, end),
    kind,
    value: reading.value,
    mark: (reading.mark ?? '').trim(),
    brackets: reading.brackets ?? '',
    blanks: text.slice(end, behind),
    ...(level === undefined ? {} : { level }),
    ...(multi ? { multi } : {}),
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Ordinals of one document stay far below 200; what is greater is a year or a quantity. */
function ordinalValue(han: string | undefined, arabic: string | undefined): number | undefined {
  const value = han === undefined ? Number(halfWidthDigits(arabic ?? '')) : hanToNumber(han);
  return value !== undefined && value >= 1 && value < 200 ? value : undefined;
}

function readBracketed(text: string, at: number): NumberToken | undefined {
  const match = matchAt(bracketed, text, at);
  if (!match) return undefined;
  const [raw, open = '', han, arabic, letter, close = '', mark] = match;
  const end = at + raw.length;
  // （1）班 is the name of a class.
  if (/^班(?![级子会])/.test(text.slice(end, end + 2))) return undefined;
  // （1）、（2）、（5）班: one of several that are named together.
  if (mark === '、' && /^[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]/.test(text.slice(end, end + 5)))
    return undefined;
  const brackets = open + close;
  const rest = { end, brackets, ...(mark ? { mark } : {}) };
  if (letter) return token(text, at, { kind: 'letter', value: letterValue(letter), ...rest });
  const value = ordinalValue(han, arabic);
  if (value === undefined) return undefined;
  return token(text, at, { kind: han ? 'hanBracket' : 'arabicBracket', value, ...rest });
}

function readHan(text: string, at: number): NumberToken | undefined {
  const match = matchAt(hanMarked, text, at) ?? matchAt(hanIs, text, at) ?? matchAt(hanBlank, text, at);
  if (!match) return undefined;
  const [raw, han = '', mark = ''] = match;
  const value = ordinalValue(han, undefined);
  if (value === undefined) return undefined;
  const end = at + raw.length;
  if (raw.startsWith('是', han.length) || raw.startsWith('要', han.length)) {
    return token(text, at, { kind: 'hanIs', value, end, mark });
  }
  if (mark === ')' || mark === '）') return token(text, at, { kind: 'hanBracket', value, end, mark });
  if (mark === '' ? startsWithUnit(text, end) : isNumeralPhrase(text, end, value, mark)) return undefined;
  return token(text, at, { kind: 'han', value, end, mark });
}

function readArabic(text: string, at: number): NumberToken | undefined {
  const multi = matchAt(arabicMulti, text, at);
  if (multi) return readMulti(text, at, multi);
  const match = matchAt(arabicMarked, text, at) ?? matchAt(arabicBlank, text, at);
  if (!match) return undefined;
  const [raw, arabic = '', mark = ''] = match;
  const value = ordinalValue(undefined, arabic);
  if (value === undefined || arabic.startsWith('0') || arabic.startsWith('０')) return undefined;
  const end = at + raw.length;
  if (mark === ')' || mark === '）') return token(text, at, { kind: 'arabicBracket', value, end, mark });
  if (mark === '' ? startsWithUnit(text, end) : isNumeralPhrase(text, end, value, mark)) return undefined;
  // 103：赵亮、孙岚 is a class and its pupils.
  if (value >= 100 && (mark === ':' || mark === '：')) return undefined;
  // 13: 30
  if ((mark === ':' || mark === '：') && /^[ \u3000]?[0-5][0-9](?![0-9])/.test(text.slice(end, end + 4)))
    return undefined;
  return token(text, at, { kind: 'arabic', value, end, mark });
}

/** `1.2 标题` is a number of two levels, `1.10月底前…` the number 1 before a date, `1.5万元` an amount. */
function readMulti(text: string, at: number, match: RegExpExecArray): NumberToken | undefined {
  const [raw, first = '', others = '', mark] = match;
  const parts = halfWidthDigits(first + others)
    .split(/[.．]/)
    .map(Number);
  const head = parts[0] ?? 0;
  const end = at + raw.length;
  const behind = text.slice(end, end + 8);
  if (!mark && parts.length === 2 && head >= 1 && beginsWithNumeral(halfWidthDigits(others.slice(1) + behind))) {
    return token(text, at, { kind: 'arabic', value: head, end: at + first.length + 1, mark: others.charAt(0) });
  }
  const wholeParts = parts.every((part) => part >= 1 && part <= 50) && !/^[0０]|[.．][0０]/.test(first + others);
  if (!wholeParts || !/^(?:$|[ \t\u3000\u00a0\u4e00-\u9fff《“（(])/.test(behind)) return undefined;
  if (!mark && decimal.test(behind)) return undefined;
  return token(text, at, { kind: 'arabic', value: parts.at(-1) ?? head, end, multi: parts, ...(mark ? { mark } : {}) });
}

/** The text behind `1.` that begins with a numeral of its own: a date or a count of whole things. */
function beginsWithNumeral(text: string): boolean {
  return /^(?:(?:19|20)[0-9]{2}[年届级学.\-/—]|[0-9]{1,2}月|[0-9]{1,2}(?:[项名所家]|个(?!月|百分点|小时|学时|多|工作日|亿)))/.test(
    text,
  );
}

/** What makes `1.5` an amount, a version or a festival (6.1儿童节, 3.15国际消费者权益日). */
const decimal =
  /^[ \u3000]*(?:[万亿元倍米亩吨千折度分至到年日号版]|个|公[里斤顷]|小时|平方|百分|国际|消费者|[一-龥]{0,3}[^章]节(?![约能点]))/;

function readLetter(text: string, at: number): NumberToken | undefined {
  const match = matchAt(letterMarked, text, at);
  if (!match) return undefined;
  const [raw, letter = '', mark = ''] = match;
  const end = at + raw.length;
  // A、B两类, a.m., e.g., A.1
  if (/^[A-Za-z0-9]/.test(text.charAt(end))) return undefined;
  return token(text, at, { kind: 'letter', value: letterValue(letter), end, mark });
}

function letterValue(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 0x60;
}

function readSign(text: string, at: number, code: number): NumberToken | undefined {
  for (const [first, last, value, kind, ownMark] of signs) {
    if (code < first || code > last) continue;
    const behind = text.charAt(at + 1);
    const mark = ownMark === '' && /[、.．,，:：]/.test(behind) ? behind : '';
    return token(text, at, { kind, value: value + code - first, end: at + 1 + mark.length, mark: mark || ownMark });
  }
  return undefined;
}

function readOrdinal(text: string, at: number): NumberToken | undefined {
  const match = matchAt(ordinal, text, at);
  if (!match) return undefined;
  const [raw, han, arabic, word, mark = ''] = match;
  const value = ordinalValue(han, arabic);
  if (value === undefined) return undefined;
  const end = at + raw.length;
  const behind = text.slice(end);
  if (word === undefined) {
    // 第一，… 第一、第二
    if (mark === '' || /[.．]/.test(mark) || /^第?[一二三四五六七八九十0-9]/.test(behind)) return undefined;
    return token(text, at, { kind: 'first', value, end, mark });
  }
  const kind = ordinalKinds[word];
  if (!kind || !standsAsLabel(word, mark, behind)) return undefined;
  return token(text, at, { kind, value, end, mark });
}

/** 第一阶段：… and 第三条 … are labels; 第一阶段工作结束后, 第三条规定的, 第一、二阶段 are words of a sentence. */
function standsAsLabel(word: string, mark: string, behind: string): boolean {
  if (mark !== '') return !/^[ \u3000]*第[一二三四五六七八九十0-9]/.test(behind);
  if (behind === '' || /^[ \t\u3000\u00a0]/.test(behind)) return true;
  if (word === '条') return /^[【“《]/.test(behind);
  if (/^[（(【“《—－-]/.test(behind)) return !/^[—－-]{1,2}第/.test(behind);
  if (/^[为是][^，。；]{2,20}(?:阶段|环节|步)。?$/.test(behind)) return true;
  if (behind.length > 40 || /[。；]/.test(behind)) return false;
  return !notATitle.test(behind);
}

const notATitle =
  /^(?:[的从为要将是在和与及至到起前后内以也已由、，。；）”]|自(?![查评学主纠])|中(?!期)|工作(?!部署|准备|启动|阶段|总结)|主要|任务|活动(?!部署|准备|启动|阶段|总结)|结束|基本|课|实施(?!阶段)|完成|进行|开始)/;

function readThing(text: string): NumberToken | undefined {
  if (!THINGS.includes(text.charAt(0))) return undefined;
  const match = matchAt(thing, text, 0);
  const value = match && ordinalValue(match[1], match[2]);
  if (!match || value === undefined) return undefined;
  return token(text, 0, { kind: 'thing', value, end: match[0].length, mark: match[3] ?? '' });
}

function readSpoken(text: string, at: number): NumberToken | undefined {
  const match = matchAt(spoken, text, at);
  if (!match) return undefined;
  const [raw, word = '', mark = ''] = match;
  // 最后一周, 再次强调, 其一 without a mark are ordinary words.
  if (mark === '' && word !== '首先' && word !== '其次') return undefined;
  const position = ['首先', '其次', '再次', '最后'].indexOf(word);
  const value = position < 0 ? hanToNumber(word.slice(1)) : position + 1;
  return value === undefined ? undefined : token(text, at, { kind: 'first', value, end: at + raw.length, mark });
}
