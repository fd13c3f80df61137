import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText, guarded, parseCsv, unguarded } from '../../../server/src/exchange/csv/format.ts';

/** What offices and attackers type. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', '+', '-', '@', '\t', ' ', '甲', '＝', '\ufeff') }),
);

describe('CSV', () => {
  test('has a byte order mark, CRLF, and quotes where they are needed', () => {
    expect(
      csvText([
        ['序号', '措施'],
        ['1', '清理“通道”, 更换"标志"'],
        ['2', '两行\n文字'],
      ]),
    ).toBe('\ufeff序号,措施\r\n1,"清理“通道”, 更换""标志"""\r\n2,"两行\n文字"\r\n');
  });

  test.each(['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '\r=1', '＝1＋1', "'=1"])('does not let %j calculate', (text) => {
    const written = csvText([[text]]).slice(1);
    expect(written).toMatch(/^"?'/);
    expect(parseCsv(written)).toEqual([[text]]);
  });

  test('leaves alone what is no formula', () => {
    for (const text of ['5-10人', '甲+乙', "a'=b", '100%', "'引文'"]) expect(guarded(text)).toBe(text);
  });

  test('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        expect(parseCsv(csvText(rows))).toEqual(rows);
      }),
    );
  });

  test('guards every text so that it can be taken off again', () => {
    fc.assert(fc.property(cell, (text) => unguarded(guarded(text)) === text));
  });

  test('reads what Excel writes', () => {
    expect(parseCsv('a,b\nc,\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(parseCsv('"a""b",c')).toEqual([['a"b', 'c']]);
    expect(parseCsv('a,')).toEqual([['a', '']]);
    expect(parseCsv('a,"b')).toBeUndefined();
  });
});
