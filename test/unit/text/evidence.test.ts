import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EvidenceTable, mayHold } from '../../../server/src/text/evidence.ts';

const pair = fc.string({ unit: fc.constantFrom('整', '改', '落', '实', '阶', '段', '𠮷'), minLength: 2, maxLength: 2 });
const pairs = pair.map((two) => two.slice(0, 2));

test('no text that has a unit or a pair is without its clue, and a text of other units has none', () => {
  fc.assert(
    fc.property(fc.array(pairs, { minLength: 1, maxLength: 120 }), fc.string(), fc.string(), (words, head, tail) => {
      const table = new EvidenceTable();
      const clues = words.map((word) => table.clue('', [word]));
      const mark = table.clue('！', []);
      for (const [at, word] of words.entries()) {
        const clue = clues[at];
        expect(clue && mayHold(table.read(`${head}${word}${tail}`), clue)).toBe(true);
      }
      expect(mayHold(table.read(`${head}！${tail}`), mark)).toBe(true);
      expect(mayHold(table.read('甲乙丙丁'), mark)).toBe(false);
    }),
  );
});

test('every clue has a bit of its own, and there is an end of them', () => {
  const table = new EvidenceTable();
  const units = Array.from({ length: 160 }, (_, at) => String.fromCharCode(0x4e00 + at));
  const clues = units.map((unit) => table.clue(unit, []));
  for (const unit of units) {
    const found = table.read(unit);
    expect(clues.filter((clue) => mayHold(found, clue))).toEqual([clues[units.indexOf(unit)]]);
  }
  const fresh = new EvidenceTable();
  for (const unit of units) fresh.clue(unit, []);
  expect(() => fresh.clue('甲', [])).toThrow('no room');
  expect(() => table.clue('甲', [])).toThrow('after the first text');
});
