import {
  type DirectoryEntry,
  type FileParams,
  fileKindRequest,
  listFilesRequest,
  readDirectoryRequest,
  readFileRequest,
} from '../protocol.ts';
import type { Entry, EntryKind, FileSystem } from '../workspace/file-system.ts';
import { listPlanFiles } from '../workspace/listing.ts';

/** Sends a request to the client. */
export type Ask = <R>(method: string, params: FileParams) => Promise<R>;

/**
 * Files as the editor sees them. What this machine has is read without asking; everything else
 * (virtual workspaces, folders behind a browser) comes from the client. A client that fails to answer
 * has nothing there.
 */
export class ClientFiles implements FileSystem {
  readonly #local: FileSystem;
  readonly #isLocal: (path: string) => boolean;
  readonly #ask: Ask;

  constructor(local: FileSystem, isLocal: (path: string) => boolean, ask: Ask) {
    this.#local = local;
    this.#isLocal = isLocal;
    this.#ask = ask;
  }

  async readText(path: string): Promise<string | undefined> {
    if (this.#isLocal(path)) return this.#local.readText(path);
    return (await this.#answer<string | null>(readFileRequest, path)) ?? undefined;
  }

  async kindOf(path: string): Promise<EntryKind | undefined> {
    if (this.#isLocal(path)) return this.#local.kindOf(path);
    return (await this.#answer<EntryKind | null>(fileKindRequest, path)) ?? undefined;
  }

  async list(path: string): Promise<readonly Entry[]> {
    if (this.#isLocal(path)) return this.#local.list(path);
    const entries = (await this.#answer<readonly DirectoryEntry[] | null>(readDirectoryRequest, path)) ?? [];
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The plan files below a folder of the workspace, without those that the editor hides. */
  async listPlanFiles(folder: string): Promise<readonly string[]> {
    return (
      (await this.#answer<readonly string[] | null>(listFilesRequest, folder)) ?? (await listPlanFiles(this, folder))
    );
  }

  async #answer<R>(method: string, uri: string): Promise<R | undefined> {
    try {
      return await this.#ask<R>(method, { uri });
    } catch {
      return undefined;
    }
  }
}
