import { expect, test } from 'vitest';
import { readShard, shardOf } from '../../../../server/src/cli/many/shard.ts';

const files = Array.from({ length: 103 }, (_, at) => ({ shown: `${at % 7}/方案${at}.md` }));

test.each([1, 2, 3, 8, 103, 200])('%i parts are everything together, each file once, as even as can be', (count) => {
  const parts = Array.from({ length: count }, (_, at) => shardOf(files, { index: at + 1, count }));
  expect(parts.flat().sort((a, b) => (a.shown < b.shown ? -1 : 1))).toEqual(
    [...files].sort((a, b) => (a.shown < b.shown ? -1 : 1)),
  );
  const sizes = parts.map(({ length }) => length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

test('a part is the same wherever its files are listed in another order, and keeps their order', () => {
  const part = shardOf(files, { index: 2, count: 4 });
  expect(part).toEqual(files.filter((file) => part.includes(file)));
  const turned = shardOf([...files].reverse(), { index: 2, count: 4 });
  expect([...turned].reverse()).toEqual(part);
});

test.each(['0/3', '4/3', '1', '1/0', 'a/b', '-1/2', '1/2/3', ''])('“%s” is no part', (text) => {
  expect(() => readShard(text)).toThrow();
});

test('the third of four', () => expect(readShard('3/4')).toEqual({ index: 3, count: 4 }));
