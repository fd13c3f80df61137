import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayHold, wordFilter } from '../../../server/src/workspace/index/word-filter.ts';

test('words that stand in a text are never denied', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      (before, words, after) => {
        expect(mayHold(wordFilter(before + words + after), words)).toBe(true);
      },
    ),
  );
});

test('names that do not stand in a plan of the usual length are nearly always denied', () => {
  const signs = (from: number) => String.fromCharCode(0x4e00 + ((from * 7919) % 3000));
  const text = Array.from({ length: 6000 }, (_, at) => signs(at * at)).join('');
  const filter = wordFilter(text);
  const wrong = Array.from({ length: 1000 }, (_, at) =>
    String.fromCharCode(0x7000 + at, 0x7100 + at, 0x7200 + at, 0x7300 + at),
  ).filter((name) => mayHold(filter, name));
  expect(wrong.length).toBeLessThan(150);
});

test('names are found through blanks and marks of Markdown', () => {
  expect(mayHold(wordFilter('由**孙 雅**琴负责'), '孙雅琴')).toBe(true);
  expect(mayHold(wordFilter('由孙雅琴负责'), '龙海东')).toBe(false);
});
