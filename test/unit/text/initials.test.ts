import { describe, expect, test } from 'vitest';
import { initialsOf } from '../../../server/src/text/initials.ts';

/** The first level of GB 2312-80 stands in the order of pinyin: where each letter begins in it, as GBK codes. */
const begins: readonly (readonly [string, number])[] = [
  ['a', 0xb0a1],
  ['b', 0xb0c5],
  ['c', 0xb2c1],
  ['d', 0xb4ee],
  ['e', 0xb6ea],
  ['f', 0xb7a2],
  ['g', 0xb8c1],
  ['h', 0xb9fe],
  ['j', 0xbbf7],
  ['k', 0xbfa6],
  ['l', 0xc0ac],
  ['m', 0xc2e8],
  ['n', 0xc4c3],
  ['o', 0xc5b6],
  ['p', 0xc5be],
  ['q', 0xc6da],
  ['r', 0xc8bb],
  ['s', 0xc8f6],
  ['t', 0xcbfa],
  ['w', 0xcdda],
  ['x', 0xcef4],
  ['y', 0xd1b9],
  ['z', 0xd4d1],
  ['', 0xd7fa],
];

describe('initials', () => {
  test('of the common characters agree with the order of the national standard', () => {
    const decoder = new TextDecoder('gbk');
    let count = 0;
    let wrong = 0;
    for (let code = 0xb0a1; code <= 0xd7f9; code++) {
      if ((code & 0xff) < 0xa1 || (code & 0xff) > 0xfe) continue;
      const sign = decoder.decode(new Uint8Array([code >> 8, code & 0xff]));
      const expected = begins.findLast(([, from]) => from <= code)?.[0];
      count++;
      if (initialsOf(sign) !== expected) wrong++;
    }
    expect(count).toBe(3755);
    // Characters with several readings may be sorted by another one.
    expect(wrong / count).toBeLessThan(0.02);
  });

  test.each([
    ['组织领导', 'zzld'],
    ['方法步骤', 'ffbz'],
    ['整改落实（第2阶段）', 'zglsd2jd'],
    ['党政办公室A', 'dzbgsa'],
    ['', ''],
  ])('of %s', (text, initials) => expect(initialsOf(text)).toBe(initials));
});
