const digits: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const hanDigits = '〇一二三四五六七八九';

/** The characters that a Han numeral of this module may consist of, for use inside a character class. */
export const hanNumeralCharacters = '〇○零一二两三四五六七八九十百千';

const fullWidth = /[０-９]/;

/** Full-width digits as ASCII digits; everything else is left as it is, unit for unit. */
export function halfWidthDigits(text: string): string {
  if (!fullWidth.test(text)) return text;
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * Reads a Han numeral: with units (`十二`, `九十九`, `一百零五`) or digit by digit as in years
 * (`二〇〇九`).
 * @returns the number, 0–9999; undefined for anything that is no well-formed numeral (`十十`, ``, `一些`)
 */
export function hanToNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 8) return undefined;
  return /[十百千]/.test(text) ? withUnits(text) : digitByDigit(text);
}

function digitByDigit(text: string): number | undefined {
  if (text.length > 4 || (text.length > 1 && text.includes('两'))) return undefined;
  let total = 0;
  for (const character of text) {
    const digit = digits[character];
    if (digit === undefined) return undefined;
    total = total * 10 + digit;
  }
  return total;
}

function withUnits(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastUnit = 10_000;
  for (const character of text) {
    const unit = units[character];
    if (unit === undefined) {
      const next = digits[character];
      if (next === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = next;
      continue;
    }
    // 十二 leaves the 一 out, and only at the head.
    if (unit >= lastUnit || digit === 0 || (digit === undefined && (unit !== 10 || total > 0))) return undefined;
    total += (digit ?? 1) * unit;
    lastUnit = unit;
    digit = undefined;
  }
  return total + (digit ?? 0);
}

/**
 * The Han numeral of a whole number as offices write it in ordinals: 10 十, 12 十二, 20 二十, 105 一百零五.
 * @param value 0–999
 * @returns undefined outside that range or for a fraction
 */
export function numberToHan(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 999) return undefined;
  if (value === 0) return '〇';
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? `${hanDigits.charAt(hundreds)}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${hanDigits.charAt(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 ? text + hanDigits.charAt(ones) : text;
}

/**
 * Reads a number in any of the three ways of writing it: Han numeral, ASCII or full-width digits.
 * @returns undefined when the text is not a number or has more than four digits
 */
export function readCount(text: string): number | undefined {
  const plain = halfWidthDigits(text);
  return /^\d{1,4}$/.test(plain) ? Number(plain) : hanToNumber(text);
}
