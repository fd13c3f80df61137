import { describe, expect, test } from 'vitest';
import { cutToWidth, displayWidth } from '../../../server/src/text/display-width.ts';

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['abc 1.', 6],
    ['方案', 4],
    ['一、目标。', 10],
    ['（１）', 6],
    ['　', 2],
    ['《办法》', 8],
    // Ambiguous: one column in most terminals.
    ['“甲”', 4],
    ['①—…', 3],
    ['\u{20000}', 2],
    ['한글', 4],
    ['ｱ', 1],
    ['é', 1],
    ['e\u0301', 1],
    ['😀', 2],
    ['👨\u200d👩\u200d👧', 2],
    ['🇨🇳', 2],
    ['👍🏽', 2],
    ['☎\ufe0f', 2],
    ['☎', 1],
    ['\u200b', 0],
  ])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

  test('ambiguous characters take two where the terminal says so', () => {
    expect(displayWidth('“甲”①—', 2)).toBe(10);
    expect(displayWidth('甲a', 2)).toBe(3);
  });
});

describe('cutToWidth', () => {
  test.each([
    ['方案甲', 6, '方案甲'],
    ['方案甲', 5, '方案'],
    ['方案甲', 1, ''],
    ['a方b', 3, 'a方'],
    // Never through the middle of what is seen as one character.
    ['👨\u200d👩\u200d👧x', 2, '👨\u200d👩\u200d👧'],
    ['👨\u200d👩\u200d👧x', 1, ''],
  ])('%j to %i columns', (text, columns, expected) => expect(cutToWidth(text, columns)).toBe(expected));
});
