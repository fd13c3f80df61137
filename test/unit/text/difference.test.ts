import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, sameHead, sameTail } from '../../../server/src/text/difference.ts';

// Few different units, so that texts have much in common.
const text = fc.string({ unit: fc.constantFrom('阶', '段', '\n'), maxLength: 60 });

describe('what two texts begin and end with', () => {
  test.each([
    ['', '', 0, 0],
    ['第一阶段', '第一阶段', 4, 4],
    ['第一阶段', '第二阶段', 1, 2],
    ['第一阶段', '第一步阶段', 2, 2],
    ['阶段', '阶段阶段', 2, 2],
    ['甲', '乙', 0, 0],
  ])('%j and %j', (first, second, head, tail) => {
    expect(sameHead(first, second)).toBe(head);
    expect(sameTail(first, second)).toBe(tail);
  });

  test('it is what a comparison unit by unit gives', () => {
    fc.assert(
      fc.property(text, text, text, text, (head, first, second, tail) => {
        const [one, other] = [head + first + tail, head + second + tail];
        const known = differenceOf(one, other);
        expect(sameHead(one, other)).toBe(known.head);
        const [back, forth] = [one, other].map((whole) => [...whole].reverse().join(''));
        expect(sameTail(one, other)).toBe(differenceOf(back ?? '', forth ?? '').head);
      }),
    );
  });
});
