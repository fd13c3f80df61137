import type { Entry, EntryKind, FileSystem } from '../workspace/file-system.ts';

/**
 * The file system of a worker, which sees no files by itself: it has those that its client serves.
 * With a client that serves none, documents are checked as if no configuration stood beside them.
 */
export class NoFiles implements FileSystem {
  async readText(): Promise<string | undefined> {
    return undefined;
  }

  async kindOf(): Promise<EntryKind | undefined> {
    return undefined;
  }

  async list(): Promise<readonly Entry[]> {
    return [];
  }
}
