import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Superiors } from '../rules/superior/superiors.ts';
import type { DocumentStore } from '../workspace/documents.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { isPlanFile, placeKey } from '../workspace/paths.ts';
import {
  type FoundSuperiors,
  SuperiorLibrary,
  type SuperiorWishes,
  type UnfinishedSearch,
  wishesOf,
} from '../workspace/superior-plans.ts';

/** Typing goes on for so long (milliseconds) before subordinate plans are held against what was typed. */
const pause = 200;

/** What an open document wished when it was last related, and the files that it got, by their keys. */
interface Relation {
  readonly wishes: string;
  readonly open: boolean;
  /** Some are wished by their titles, so that a file that comes may be nearer than the one that was found. */
  readonly titled: boolean;
  readonly files: ReadonlySet<string>;
}

const nothing: SuperiorWishes = { declared: [], cited: [] };

/**
 * Keeps open plans beside their superior plans: when one of those changes, in the editor or on disk,
 * the plans that depend on it are checked again, and only those.
 */
export class SuperiorFollower {
  readonly #library: SuperiorLibrary;
  readonly #texts = new Map<string, TextDocument>();
  readonly #relations = new Map<string, Relation>();
  readonly #changed = new Set<string>();
  #listed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #follow: ((uris: ReadonlySet<string>, listed: boolean) => void) | undefined;
  #unfinished: ((search: UnfinishedSearch) => void) | undefined;

  /** @param folders those of the workspace as they are now */
  constructor(files: FileSystem, folders: () => readonly string[]) {
    this.#library = new SuperiorLibrary(files, folders, (path) => {
      const document = this.#texts.get(placeKey(path));
      return document && { path: document.uri, text: document.getText() };
    });
  }

  /** The superior plans of a document as it is now; undefined when it has none. */
  async find(open: OpenPlan): Promise<Superiors | undefined> {
    const wishes = wishesIn(open);
    const found = await this.#library.of(open.uri, wishes, open.searchPlace);
    // Told once: it is so for all that stand there.
    const { unfinished } = this.#library;
    if (unfinished) {
      this.#unfinished?.(unfinished);
      this.#unfinished = undefined;
    }
    const wanted = wishes.declared.length + wishes.cited.length;
    this.#relations.set(open.uri, {
      wishes: JSON.stringify(wishes),
      open: found.missing.length > 0 || found.links.length < wanted,
      titled: wishes.cited.length > 0 || wishes.declared.some((wish) => !isPlanFile(wish)),
      files: new Set(found.files.map(placeKey)),
    });
    return found.links.length > 0 || found.missing.length > 0 ? found : undefined;
  }

  /** The same for a file that is not open, whose superior plans are not followed. */
  async once(open: OpenPlan): Promise<FoundSuperiors | undefined> {
    const wishes = wishesIn(open);
    if (wishes === nothing) return undefined;
    const found = await this.#library.of(open.uri, wishes, open.searchPlace);
    return found.links.length > 0 || found.missing.length > 0 ? found : undefined;
  }

  /**
   * Begins to follow.
   * @param recheck is told the documents whose superior plans have changed
   * @param unfinished is told once that there are too many files to look through
   */
  start(
    documents: DocumentStore,
    recheck: (uris: readonly string[]) => void,
    failed: (error: unknown) => void,
    unfinished: (search: UnfinishedSearch) => void,
  ): void {
    this.#unfinished = unfinished;
    this.#follow = (changed, listed) => {
      this.#relate(documents, changed, listed).then((uris) => {
        if (uris.length > 0) recheck(uris);
      }, failed);
    };
  }

  changed(document: TextDocument): void {
    this.#texts.set(placeKey(document.uri), document);
    this.#later(document.uri);
  }

  closed(uri: string): void {
    this.#texts.delete(placeKey(uri));
    this.#relations.delete(uri);
    this.#later(uri);
  }

  /** Files have changed on disk. @param listed some of them have come or gone */
  changedOnDisk(uris: readonly string[], listed: boolean): void {
    if (listed) {
      this.#library.forgetListings();
      this.#listed = true;
    }
    for (const uri of uris) this.#later(uri);
  }

  #later(uri: string): void {
    this.#library.touch(uri);
    this.#changed.add(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changed = new Set(this.#changed);
      const listed = this.#listed;
      this.#changed.clear();
      this.#listed = false;
      this.#follow?.(changed, listed);
    }, pause);
  }

  /** Relates anew what has changed itself, what depends on it, and what still looks for a plan. */
  async #relate(documents: DocumentStore, changed: ReadonlySet<string>, listed: boolean): Promise<readonly string[]> {
    const keys = new Set([...changed].map(placeKey));
    // A folder that goes takes its files along.
    const folders = listed ? [...keys].filter((key) => !isPlanFile(key)).map((key) => `${key}/`) : [];
    const uris = documents.uris().filter((uri) => {
      const relation = this.#relations.get(uri);
      if (!relation) return false;
      if ([...keys].some((key) => relation.files.has(key))) return true;
      if (listed && relation.titled) return true;
      if (folders.some((folder) => [...relation.files].some((file) => file.startsWith(folder)))) return true;
      if (!changed.has(uri)) return relation.open;
      const open = documents.get(uri);
      return open !== undefined && JSON.stringify(wishesIn(open)) !== relation.wishes;
    });
    const related = await Promise.all(uris.map(async (uri) => ((await documents.relate(uri)) ? [uri] : [])));
    return related.flat();
  }
}

function wishesIn(open: OpenPlan): SuperiorWishes {
  return /《|superior/.test(open.text) && open.recognised.length > 0 ? wishesOf(open.reading) : nothing;
}
