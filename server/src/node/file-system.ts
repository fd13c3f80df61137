import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry, EntryKind, FileSystem } from '../workspace/file-system.ts';

/** Bytes from which on a file is not read: whoever asks looks for plans and settings, and a log of gigabytes is neither. */
const largest = 20_000_000;

/** Files of this computer. Takes paths with `/` or `\` between their parts, and `file:` URIs; other URIs have nothing. */
export class NodeFileSystem implements FileSystem {
  async readText(path: string): Promise<string | undefined> {
    const place = localPath(path);
    if (place === undefined) return undefined;
    try {
      const found = await stat(place);
      // A pipe would never be read to its end.
      if (!found.isFile() || found.size > largest) return undefined;
      return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(place));
    } catch {
      // Missing, forbidden, a directory, or no UTF-8: to the caller it is all the same.
      return undefined;
    }
  }

  async kindOf(path: string): Promise<EntryKind | undefined> {
    const place = localPath(path);
    if (place === undefined) return undefined;
    try {
      return kindOf(await stat(place));
    } catch {
      return undefined;
    }
  }

  async list(path: string): Promise<readonly Entry[]> {
    const place = localPath(path);
    if (place === undefined) return [];
    try {
      const entries = await readdir(place, { withFileTypes: true });
      const named = entries.map(async (entry): Promise<Entry> => {
        if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry) };
        // Links to files are files; links to directories are not entered, they may lead in a circle.
        const kind = await this.kindOf(join(place, entry.name));
        return { name: entry.name, kind: kind === 'file' ? 'file' : 'other' };
      });
      return (await Promise.all(named)).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return [];
    }
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other';
}

/** The path that Node takes; undefined for addresses that are no files of this computer. */
export function localPath(path: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(path)) return path;
  if (!path.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(path);
  } catch {
    // A URI with a host, or with a part that cannot be decoded.
    return undefined;
  }
}
