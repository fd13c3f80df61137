import { createHash } from 'node:crypto';
import { UsageError } from '../messages.ts';

/** One part of several that together are everything; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `2/3`: the second of three parts. */
export function readShard(text: string): Shard {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const shard = { index: Number(match?.[1] ?? 0), count: Number(match?.[2] ?? 0) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError({
    zh: `--shard 要写成 第几份/共几份，如 1/4：${text}`,
    en: `--shard takes PART/PARTS, 1/4 for example: ${text}`,
  });
}

/**
 * The files of one part, in their order. Every file is in exactly one part, the parts differ by one file
 * at most, and which part a file is in depends on the paths alone: large and small files, which lie
 * together in their folders, are spread.
 */
export function shardOf<T extends { readonly shown: string }>(
  files: readonly T[],
  { index, count }: Shard,
): readonly T[] {
  const ranked = files
    .map((file) => ({ file, rank: createHash('sha1').update(file.shown).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  const bound = (part: number) => Math.floor((files.length * part) / count);
  const own = new Set(ranked.slice(bound(index - 1), bound(index)).map(({ file }) => file));
  return files.filter((file) => own.has(file));
}
