import type { FileSystem } from './file-system.ts';
import { isPlanFile, joinPath } from './paths.ts';

/** Directories that hold no plans of anybody. */
export const skippedDirectories: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', '.vscode-test']);

const isUri = /^[a-z][a-z0-9+.-]+:\/\//i;

/** The files below a directory that may hold plans, hidden directories left out, in the order of their names. */
export async function listPlanFiles(files: FileSystem, directory: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (at: string): Promise<void> => {
    for (const { name, kind } of await files.list(at)) {
      const path = joinPath(at, isUri.test(at) ? encodeURIComponent(name) : name);
      if (kind === 'file' && isPlanFile(name)) found.push(path);
      else if (kind === 'directory' && !skippedDirectories.has(name) && !name.startsWith('.')) await walk(path);
    }
  };
  await walk(directory);
  return found;
}
