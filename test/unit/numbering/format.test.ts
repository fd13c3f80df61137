import { describe, expect, it } from 'vitest';
import { formatNumber, withValue } from '../../../server/src/numbering/format.ts';
import { readNumber } from '../../../server/src/numbering/read.ts';
import type { NumberKind } from '../../../server/src/numbering/token.ts';

const standard: readonly (readonly [NumberKind, number, string | undefined])[] = [
  ['han', 3, '三、'],
  ['hanBracket', 12, '（十二）'],
  ['arabic', 4, '4.'],
  ['arabicBracket', 5, '（5）'],
  ['circled', 6, '⑥'],
  ['circled', 21, '㉑'],
  ['circled', 50, '㊿'],
  ['circled', 51, undefined],
  ['letter', 2, 'B.'],
  ['letter', 27, undefined],
  ['chapter', 1, '第一章'],
  ['part', 2, '第二部分'],
  ['section', 3, '第三节'],
  ['article', 21, '第二十一条'],
  ['stage', 2, '第二阶段'],
  ['phasePart', 2, '第二环节'],
  ['stepOrdinal', 2, '第二步'],
  ['hanIs', 2, '二是'],
  ['first', 1, '首先，'],
  ['first', 5, undefined],
  ['arabic', 0, undefined],
  ['arabic', 1.5, undefined],
];

describe('formatNumber', () => {
  it.each(standard)('%s %d', (kind, value, text) => {
    expect(formatNumber(kind, value)).toBe(text);
  });

  it.each(standard.filter((row) => row[2] !== undefined))('is read back by readNumber: %s %d', (kind, value, text) => {
    expect(readNumber(`${text}　目标`)).toMatchObject({ kind, value });
  });
});

describe('withValue', () => {
  it.each([
    ['(三)、目标', 4, '(四)、'],
    ['２．目标', 3, '３．'],
    ['1.2 目标', 3, '1.3'],
    ['2.3.1 目标', 12, '2.3.12'],
    ['九、目标', 10, '十、'],
    ['第二个阶段：目标', 3, '第三个阶段：'],
    ['⑤目标', 6, '⑥'],
    ['（1）目标', 2, '（2）'],
    ['3）目标', 4, '4）'],
    ['一要提高', 2, '二要'],
    ['A.目标', 2, undefined],
    ['1.目标', 0, undefined],
  ])('%s with %i', (text, value, expected) => {
    const number = readNumber(text);
    expect(number && withValue(number, value)).toBe(expected);
  });
});
