import { numberToHan } from './han.ts';
import type { NumberKind, NumberToken } from './token.ts';

const circles: readonly (readonly [number, number, number])[] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
];

const spoken = ['首先', '其次', '再次', '最后'];

/**
 * A number in the standard form of its kind (GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）), without
 * blanks behind it.
 * @param value from 1
 * @returns undefined when the kind has no form for the value (a fraction, 0, ㊿+1, the 27th letter)
 */
export function formatNumber(kind: NumberKind, value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1) return undefined;
  switch (kind) {
    case 'arabic':
      return `${value}.`;
    case 'arabicBracket':
      return `（${value}）`;
    case 'circled': {
      const row = circles.find(([first, last]) => value >= first && value <= last);
      return row && String.fromCharCode(row[2] + value - row[0]);
    }
    case 'letter':
      return value > 26 ? undefined : `${String.fromCharCode(0x40 + value)}.`;
    case 'thing':
      return undefined;
    case 'first':
      return spoken[value - 1] && `${spoken[value - 1]}，`;
    default: {
      const han = numberToHan(value);
      return han && hanForms[kind](han);
    }
  }
}

const hanForms: Readonly<
  Record<
    Exclude<NumberKind, 'arabic' | 'arabicBracket' | 'circled' | 'letter' | 'first' | 'thing'>,
    (han: string) => string
  >
> = {
  chapter: (han) => `第${han}章`,
  part: (han) => `第${han}部分`,
  section: (han) => `第${han}节`,
  article: (han) => `第${han}条`,
  stage: (han) => `第${han}阶段`,
  phasePart: (han) => `第${han}环节`,
  stepOrdinal: (han) => `第${han}步`,
  han: (han) => `${han}、`,
  hanBracket: (han) => `（${han}）`,
  hanIs: (han) => `${han}是`,
};

const writtenNumeral = /[一二三四五六七八九十百零〇]+|[0-9]+|[０-９]+/;

/**
 * The same number with another value, everything else as the author wrote it: `(三)、` with 4 gives
 * `(四)、`, `２．` with 3 gives `３．`, `1.2` with 3 gives `1.3`.
 * @returns undefined when the author's form cannot carry the value
 */
export function withValue(token: NumberToken, value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1) return undefined;
  const { raw, multi } = token;
  if (multi) {
    const cut = raw.search(/[0-9０-９]+[、.．]?$/);
    return raw.slice(0, cut) + raw.slice(cut).replace(/[0-9０-９]+/, (digits) => likeDigits(digits, value));
  }
  const numeral = writtenNumeral.exec(raw)?.[0];
  if (numeral === undefined) return token.kind === 'circled' ? formatNumber('circled', value) : undefined;
  const next = /[0-9０-９]/.test(numeral) ? likeDigits(numeral, value) : numberToHan(value);
  return next && raw.replace(numeral, next);
}

function likeDigits(model: string, value: number): string {
  const plain = String(value);
  return /[０-９]/.test(model)
    ? plain.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : plain;
}
