import { expect, test } from 'vitest';
import { inOrder } from '../../../../server/src/cli/many/in-order.ts';

test('results come in the order of the things, however long each takes, and few are begun at once', async () => {
  let open = 0;
  let most = 0;
  const results: number[] = [];
  const work = async (thing: number) => {
    most = Math.max(most, ++open);
    await new Promise((done) => setTimeout(done, (thing * 7) % 5));
    open -= 1;
    return thing;
  };
  for await (const result of inOrder(Array.from({ length: 40 }).keys(), 6, work)) results.push(result);
  expect(results).toEqual([...Array.from({ length: 40 }).keys()]);
  expect(most).toBe(6);
});

test('a failure is heard when it is its turn', async () => {
  const seen: number[] = [];
  const all = async () => {
    for await (const result of inOrder([1, 2, 3], 3, async (thing) => {
      if (thing === 2) throw new Error('two');
      return thing;
    })) {
      seen.push(result);
    }
  };
  await expect(all()).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});
