/** What stands at a path. */
export type EntryKind = 'file' | 'directory' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/**
 * The files beside the open documents. Paths are absolute, with `/` between their parts, or URIs;
 * whoever implements it decides, and the path functions of paths.ts work on both.
 */
export interface FileSystem {
  /** The text without its byte order mark; undefined when it cannot be read or is no UTF-8. */
  readText(path: string): Promise<string | undefined>;
  /** What stands at the path, links followed; undefined when nothing does or it cannot be seen. */
  kindOf(path: string): Promise<EntryKind | undefined>;
  /** The entries of a directory, by name; none when it cannot be read. A link to a directory is `other`. */
  list(path: string): Promise<readonly Entry[]>;
}
