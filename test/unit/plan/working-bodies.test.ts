import { expect, test } from 'vitest';
import { findWorkingBodies } from '../../../server/src/plan/names/working-bodies.ts';

test('a name that is cut off begins with a whole character', () => {
  const [body] = findWorkingBodies(`北𠮷${'川'.repeat(25)}领导小组`);
  expect(body?.name).toBe(`${'川'.repeat(25)}领导小组`);
});
