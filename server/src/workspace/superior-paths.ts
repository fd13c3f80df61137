import { isPlanFile } from './paths.ts';

/** In the order in which a path without ending is tried. */
const endings = ['.md', '.markdown', '.txt'] as const;
const fileLike = /^[^\s:*?"<>|《》][^:*?"<>|《》]{0,200}$/;

/**
 * The paths that words behind `superior:` can mean, the likeliest first: a file may be named without its ending.
 * None for what can only be a title.
 */
export function pathsMeant(words: string): readonly string[] {
  if (isPlanFile(words)) return [words];
  return fileLike.test(words) && !/[/\\]$/.test(words) ? endings.map((ending) => words + ending) : [];
}

/** The path as it was written before: without the ending that `pathsMeant` had put behind it. */
export function asWritten(path: string, meant: string, words: string): string {
  const ending = meant.slice(words.length);
  return ending !== '' && path.endsWith(ending) ? path.slice(0, -ending.length) : path;
}
