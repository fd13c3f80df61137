import { expect, test } from 'vitest';
import { bareNumber } from '../../../server/src/rules/numbering/beginnings.ts';

test.each([
  ['(１），', '１），、'],
  ['１)', '１、'],
  ['（A)', '（A、'],
  ['（三）', '三是'],
  ['3.', '（3）'],
])('a number is looked for whatever its brackets are: %s', (written, text) => {
  expect(bareNumber(written).test(text)).toBe(true);
});
