import { isFigure } from '../text/figures.ts';

/** What stands for one and the same sign in date expressions; every pair is one UTF-16 unit on both sides. */
const PLAIN: Readonly<Record<string, string>> = {
  '．': '.',
  '／': '/',
  '（': '(',
  '）': ')',
  '：': ':',
  '，': ',',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
  '—': '-',
  '―': '-',
  '–': '-',
  '－': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '─': '-',
  '━': '-',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '○': '〇',
  '◯': '〇',
  Ｏ: 'O',
  О: 'O',
};

/** For every UTF-16 unit the sign that it stands for. */
const PLAIN_UNIT = new Uint16Array(65536);
for (let unit = 0; unit < PLAIN_UNIT.length; unit++) PLAIN_UNIT[unit] = unit;
for (const [sign, plain] of Object.entries(PLAIN)) PLAIN_UNIT[sign.charCodeAt(0)] = plain.charCodeAt(0);
for (let digit = 0; digit < 10; digit++) PLAIN_UNIT[0xff10 + digit] = 0x30 + digit;

/**
 * The text with full-width digits, brackets, blanks and the many dashes brought to one sign each, so
 * that the grammar need not list them. Length and indexes stay as they are.
 */
export function plainGlyphs(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const stands = PLAIN_UNIT[unit] ?? 0;
    if (stands === unit) continue;
    plain += text.slice(from, at) + String.fromCharCode(stands);
    from = at + 1;
  }
  return from === 0 ? text : plain + text.slice(from);
}

/** The unit that a unit stands for; 0 behind the end of a text, where there is none (NaN). */
export function plainUnit(unit: number): number {
  return PLAIN_UNIT[unit] ?? 0;
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** Value of a Han numeral below 1000 (十二, 二十九, 廿三, 两, 三〇, 一百二十) or of Arabic digits; NaN for anything else. */
export function numeral(written: string): number {
  if (isFigure(written.charCodeAt(0)) && (skipFigures(written, 0) === written.length || /^\d+\.\d+$/.test(written)))
    return Number(written);
  let total = 0;
  let digit = -1;
  for (const sign of written) {
    if (sign === '百') {
      total += (digit < 0 ? 1 : digit) * 100;
      digit = -1;
    } else if (sign === '十' || sign === '廿' || sign === '卅') {
      const tens = sign === '廿' ? 2 : sign === '卅' ? 3 : digit < 0 ? 1 : digit;
      total += tens * 10;
      digit = -1;
    } else {
      const value = sign === '两' ? 2 : sign === '零' ? 0 : HAN_DIGITS.indexOf(sign);
      if (value < 0) return Number.NaN;
      // 三〇 is thirty: digit by digit, as in years.
      digit = digit > 0 ? digit * 10 + value : value;
    }
  }
  return written === '' ? Number.NaN : total + Math.max(digit, 0);
}

/** Runs a sticky pattern at an index. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The signs with which one of the opened patterns begins are numbered; all others are 0. */
const HEADS = new Uint8Array(65536);
let heads = 0;

/**
 * A sticky pattern that is run only where one of the signs stands with which it can begin, behind blanks or not: behind
 * a date a dozen of them are tried, and nearly always none can match.
 */
export function opened(signs: string, pattern: RegExp): (text: string, at: number) => RegExpExecArray | null {
  const opens = new Uint8Array(256);
  for (const sign of signs) {
    const unit = sign.charCodeAt(0);
    if (heads === 255) throw new Error('no room for another sign');
    HEADS[unit] ||= ++heads;
    opens[HEADS[unit] ?? 0] = 1;
  }
  return (text, at) => {
    const head = HEADS[text.charCodeAt(skipBlanks(text, at))] ?? 0;
    return opens[head] === 1 ? matchAt(pattern, text, at) : null;
  };
}

/** The index behind the Arabic digits that begin at an index. */
export function skipFigures(text: string, at: number): number {
  let index = at;
  while (isFigure(text.charCodeAt(index))) index += 1;
  return index;
}

export const FIGURES = '0123456789';

/** The index behind at most three blanks. */
export function skipBlanks(text: string, at: number): number {
  let index = at;
  while (index < at + 3 && text.charCodeAt(index) === 32) index += 1;
  return index;
}
