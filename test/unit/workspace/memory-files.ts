import type { Entry, EntryKind, FileSystem } from '../../../server/src/workspace/file-system.ts';

/** Files in memory, and how often each was read. */
export class MemoryFiles implements FileSystem {
  readonly reads = new Map<string, number>();
  readonly #files: Map<string, string | undefined>;

  /** @param files text by path; undefined for a file that cannot be read */
  constructor(files: Readonly<Record<string, string | undefined>>) {
    this.#files = new Map(Object.entries(files));
  }

  async readText(path: string): Promise<string | undefined> {
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return this.#files.get(path);
  }

  async kindOf(path: string): Promise<EntryKind | undefined> {
    if (this.#files.has(path)) return 'file';
    return [...this.#files.keys()].some((file) => file.startsWith(`${path}/`)) ? 'directory' : undefined;
  }

  async list(path: string): Promise<readonly Entry[]> {
    const names = [...this.#files.keys()].flatMap((file) =>
      file.startsWith(`${path}/`) ? [file.slice(path.length + 1)] : [],
    );
    return names.map((name) => ({ name: name.split('/')[0] ?? '', kind: name.includes('/') ? 'directory' : 'file' }));
  }
}
