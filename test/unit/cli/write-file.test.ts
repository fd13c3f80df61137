import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CacheFile } from '../../../server/src/cli/many/cache-file.ts';
import { writeNew } from '../../../server/src/cli/write-file.ts';

const folder = () => mkdtempSync(path.join(tmpdir(), 'fangan-write-'));

describe('a file that another run writes meanwhile', () => {
  const pieces = function* (file: string) {
    writeFileSync(file, 'other');
    yield 'own';
  };

  test('is replaced where that was asked for', async () => {
    const file = path.join(folder(), 'a.txt');
    expect(await writeNew(file, pieces(file), true)).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('own');
  });

  test('is left alone where it was not', async () => {
    const file = path.join(folder(), 'a.txt');
    expect((await writeNew(file, pieces(file), false))?.zh).toContain('已存在');
    expect(readFileSync(file, 'utf8')).toBe('other');
    expect(readdirSync(path.dirname(file))).toEqual(['a.txt']);
  });
});

test('a cache clears the drafts away that killed runs have left long ago, and no fresh ones', async () => {
  const directory = folder();
  const drafts = ['.fangan-11-aa.tmp', '.fangan-12-bb.tmp'].map((name) => path.join(directory, name));
  for (const draft of drafts) writeFileSync(draft, 'half');
  const old = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(drafts[0] ?? '', old, old);
  const cache = await CacheFile.open(directory);
  cache.set('x'.repeat(43), {});
  expect(await cache.save()).toBeUndefined();
  expect(readdirSync(directory).sort()).toEqual(['.fangan-12-bb.tmp', '.gitignore', 'check.cache']);
});
