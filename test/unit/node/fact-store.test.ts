import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { NodeFactStore } from '../../../server/src/node/fact-store.ts';
import type { FileFacts } from '../../../server/src/workspace/index/facts.ts';

function folder(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'fangan-facts-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return path.join(directory, '存储');
}

const facts = (filter: string): FileFacts => ({ plans: [], links: [], filter });

async function stored(directory: string, stamp = 'a'): Promise<NodeFactStore> {
  const store = new NodeFactStore(directory, stamp);
  await store.open();
  return store;
}

test('what was written is there again, and half a line is not', async () => {
  const directory = folder();
  const first = await stored(directory);
  first.put('one ', facts('1'));
  first.put('two sig', facts('2'));
  await first.flush();
  const [name = ''] = readdirSync(directory);
  appendFileSync(path.join(directory, name), 'three \t{"plans":[],"li');
  const second = await stored(directory);
  expect([second.get('one '), second.get('two sig'), second.get('three ')]).toEqual([
    facts('1'),
    facts('2'),
    undefined,
  ]);
  second.put('three ', facts('3'));
  await second.flush();
  expect((await stored(directory)).get('three ')).toEqual(facts('3'));
});

test('a line of another shape is passed over', async () => {
  const directory = folder();
  const first = await stored(directory);
  first.put('one', facts('1'));
  await first.flush();
  const file = path.join(directory, readdirSync(directory)[0] ?? '');
  writeFileSync(file, `one\t{"plans":7}\ntwo\tnull\nthree\n\t\n${readFileSync(file, 'utf8').replace('one', 'four')}`);
  const second = await stored(directory);
  expect(['one', 'two', 'three', '', 'four'].map((key) => second.get(key))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    facts('1'),
  ]);
});

test('what nothing needs any more is forgotten when it is the greater part', async () => {
  const directory = folder();
  const store = await stored(directory);
  for (let at = 0; at < 400; at++) store.put(`key${at}`, facts('x'.repeat(100)));
  await store.flush();
  const file = path.join(directory, readdirSync(directory)[0] ?? '');
  const before = statSync(file).size;
  await store.flush(new Set(['key1', 'key2']));
  expect(statSync(file).size).toBeLessThan(before / 100);
  const next = await stored(directory);
  expect([next.get('key1'), next.get('key3')]).toEqual([facts('x'.repeat(100)), undefined]);
});

test('what another program has read does not count', async () => {
  const directory = folder();
  const first = await stored(directory, 'a');
  first.put('one', facts('1'));
  await first.flush();
  expect((await stored(directory, 'b')).get('one')).toBeUndefined();
  expect(readdirSync(directory)).toEqual([]);
});

test('a place where nothing can be written is told once, and nothing else is lost', async () => {
  const directory = folder();
  writeFileSync(directory, 'a file in the place of the folder');
  let told = 0;
  const store = new NodeFactStore(directory, 'a', () => {
    told++;
  });
  await store.open();
  store.put('one', facts('1'));
  await store.flush();
  await store.flush(new Set(['one']));
  expect(told).toBe(1);
  expect(existsSync(directory)).toBe(true);
});
