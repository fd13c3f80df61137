import { expect, test } from 'vitest';
import { Positions } from '../../../server/src/text/positions.ts';

test.each([
  ['LF', '甲\n乙丙\n'],
  ['CR LF', '甲\r\n乙丙\r\n'],
  ['CR', '甲\r乙丙\r'],
])('lines that end with %s', (_, text) => {
  const positions = new Positions(text);
  const at = text.indexOf('丙');
  expect(positions.position(at)).toEqual({ line: 1, character: 1, offset: at });
  expect(positions.line(0)).toBe('甲');
  expect(positions.line(1)).toBe('乙丙');
  expect(positions.line(2)).toBe('');
  expect(positions.line(3)).toBe('');
});

test('characters are UTF-16 units', () => {
  expect(new Positions('😀甲').position(2)).toEqual({ line: 0, character: 2, offset: 2 });
});

test('an offset outside the text is moved to its end', () => {
  expect(new Positions('甲\n乙').position(99)).toEqual({ line: 1, character: 1, offset: 3 });
  expect(new Positions('').position(-1)).toEqual({ line: 0, character: 0, offset: 0 });
});
