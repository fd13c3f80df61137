import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Label } from '../profiles/profile.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { joinPath } from '../workspace/paths.ts';
import { reasonOf } from './read-text.ts';

/** A file to be read. */
export interface Candidate {
  /** As the user is told of it: relative to the working directory, with `/`. */
  readonly shown: string;
  /** Absolute, with `/`. */
  readonly path: string;
  /** Given by name; the others were found by walking a directory or by a glob, and count only as plans. */
  readonly named: boolean;
}

export interface Candidates {
  readonly files: readonly Candidate[];
  /** What was asked for and cannot be had. */
  readonly failures: readonly { readonly shown: string; readonly message: Label }[];
}

const planFile = /\.(?:md|markdown|txt)$/i;
const skipped = new Set(['node_modules', '.git', '.hg', '.svn', '.vscode-test']);

/**
 * Expands what stands on the command line: files, directories, which are walked, and globs. Each file comes once.
 * @param wanted names of the files that a directory is walked for
 */
export async function findFiles(
  asked: readonly string[],
  files: FileSystem,
  workingDirectory: string,
  wanted = planFile,
): Promise<Candidates> {
  const found = new Map<string, Candidate>();
  const failures: { shown: string; message: Label }[] = [];
  const add = (path: string, named: boolean): void => {
    if (named || !found.has(path)) found.set(path, { path, shown: shownPath(path, workingDirectory), named });
  };
  for (const one of asked) {
    const absolute = slashes(resolve(workingDirectory, one));
    const shown = shownPath(absolute, workingDirectory);
    const kind = await kindOf(absolute);
    if (kind === 'directory') {
      if (wanted.test(absolute)) {
        failures.push({ shown, message: { zh: '是目录，不是文件', en: 'is a directory, not a file' } });
        continue;
      }
      for await (const path of walk(absolute, files, wanted)) add(path, false);
    } else if (kind === 'file') add(absolute, true);
    else if (isDynamicPattern(one)) {
      const paths = await matching(one, workingDirectory);
      if (paths.length === 0) failures.push({ shown: one, message: { zh: '没有匹配的文件', en: 'matches no file' } });
      for (const path of paths) add(path, false);
    } else failures.push({ shown, message: kind });
  }
  return { files: [...found.values()], failures };
}

async function kindOf(path: string): Promise<'file' | 'directory' | Label> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) return 'directory';
    return entry.isFile() ? 'file' : { zh: '不是普通文件', en: 'is no ordinary file' };
  } catch (error) {
    return reasonOf(error);
  }
}

async function* walk(directory: string, files: FileSystem, wanted: RegExp): AsyncGenerator<string> {
  for (const { name, kind } of await files.list(directory)) {
    const path = joinPath(directory, name);
    if (kind === 'directory' && !skipped.has(name)) yield* walk(path, files, wanted);
    else if (kind === 'file' && wanted.test(name)) yield path;
  }
}

async function matching(pattern: string, workingDirectory: string): Promise<readonly string[]> {
  const paths = await glob(slashes(pattern), {
    cwd: workingDirectory,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    ignore: [...skipped].map((name) => `**/${name}/**`),
    expandDirectories: false,
  });
  return paths.map(slashes).sort();
}

/** A path as the user is told of it: relative to the working directory, with `/`. */
export function shownPath(path: string, workingDirectory: string): string {
  const short = relative(workingDirectory, path);
  // On another drive there is no way from here to there.
  return short === '' ? '.' : slashes(isAbsolute(short) ? path : short);
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
