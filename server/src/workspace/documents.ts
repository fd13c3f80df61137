import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Superiors } from '../rules/superior/superiors.ts';
import { createWorkbench, OpenPlan, type Surroundings, type Workbench } from './open-plan.ts';

interface OpenFile {
  document: TextDocument;
  readonly workbench: Workbench;
  /** Which opening of a document this is: a client counts versions from 1 again when it opens one anew. */
  readonly opening: number;
  /** How often the surroundings were replaced. */
  revision: number;
  /** Absent until they have been read for the first time. */
  surroundings?: Surroundings;
  /** The superior plans in other files; absent when there are none. */
  superiors?: Superiors | undefined;
  /** Present while they are being read. */
  loading?: Promise<void>;
  plan?: OpenPlan;
}

/**
 * The open documents, each worked out at most once for a version. A change replaces what was there;
 * nothing is computed before a feature asks.
 */
export class DocumentStore {
  readonly #load: (uri: string) => Promise<Surroundings>;
  readonly #relations: ((open: OpenPlan) => Promise<Superiors | undefined>) | undefined;
  readonly #files = new Map<string, OpenFile>();
  /** Tells the states of this process from those of an earlier one, which a client may remember. */
  readonly #epoch = Date.now().toString(36);
  #openings = 0;

  /**
   * @param load what the check of a document depends on; must not reject
   * @param relations the superior plans of a document; must not reject
   */
  constructor(
    load: (uri: string) => Promise<Surroundings>,
    relations?: (open: OpenPlan) => Promise<Superiors | undefined>,
  ) {
    this.#load = load;
    this.#relations = relations;
  }

  /** Takes a document that was opened or has changed. */
  update(document: TextDocument): void {
    const known = this.#files.get(document.uri);
    if (known) {
      known.document = document;
      return;
    }
    this.#openings++;
    const file: OpenFile = {
      document,
      workbench: createWorkbench(),
      opening: this.#openings,
      revision: 0,
    };
    this.#files.set(document.uri, file);
    this.#reload(file);
  }

  close(uri: string): void {
    this.#files.delete(uri);
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** The document as it is now; undefined when it is not open, or its configuration is being read. */
  get(uri: string): OpenPlan | undefined {
    const file = this.#files.get(uri);
    return file?.surroundings && !file.loading ? this.#planOf(file, file.surroundings) : undefined;
  }

  /** All documents as they are now, but those whose configuration is being read. */
  plans(): readonly OpenPlan[] {
    return this.uris().flatMap((uri) => this.get(uri) ?? []);
  }

  #planOf(file: OpenFile, surroundings: Surroundings): OpenPlan {
    const { document, workbench, superiors } = file;
    if (file.plan?.version !== document.version) {
      const state = `${this.#epoch}.${file.opening}.${document.version}.${file.revision}`;
      file.plan = new OpenPlan(document, workbench, superiors ? { ...surroundings, superiors } : surroundings, state);
    }
    return file.plan;
  }

  /** The document once its configuration has been read; undefined when it is not open, or closed meanwhile. */
  async settled(uri: string): Promise<OpenPlan | undefined> {
    // A second change of the configuration may come while the first one is being read.
    for (let file = this.#files.get(uri); file?.loading; file = this.#files.get(uri)) await file.loading;
    return this.get(uri);
  }

  /** Reads the configurations again: the texts stay as they were read, the checks are done anew. */
  reload(): void {
    for (const file of this.#files.values()) this.#reload(file);
  }

  /**
   * Looks for the superior plans of a document again.
   * @returns whether they have changed; the document is then checked anew
   */
  async relate(uri: string): Promise<boolean> {
    const file = this.#files.get(uri);
    const open = this.get(uri);
    if (!file || !open || !this.#relations) return false;
    const superiors = await this.#relations(open);
    if (this.#files.get(uri) !== file || file.loading || sameSuperiors(file.superiors, superiors)) return false;
    this.#setSuperiors(file, superiors);
    return true;
  }

  #setSuperiors(file: OpenFile, superiors: Superiors | undefined): void {
    file.superiors = superiors;
    file.revision++;
    delete file.plan;
  }

  /** How often each step was taken for a document since it was opened. */
  workDone(uri: string): Workbench['done'] | undefined {
    return this.#files.get(uri)?.workbench.done;
  }

  #reload(file: OpenFile): void {
    const loading = this.#load(file.document.uri).then(async (surroundings) => {
      if (file.loading !== loading) return;
      file.surroundings = surroundings;
      file.revision++;
      delete file.plan;
      const superiors = await this.#relations?.(this.#planOf(file, surroundings));
      if (file.loading !== loading) return;
      delete file.loading;
      if (!sameSuperiors(file.superiors, superiors)) this.#setSuperiors(file, superiors);
    });
    file.loading = loading;
  }
}

function sameSuperiors(a: Superiors | undefined, b: Superiors | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.links.length !== b.links.length || a.missing.join('\n') !== b.missing.join('\n')) return false;
  return a.links.every(
    ({ superior, declared }, at) => b.links[at]?.superior === superior && b.links[at].declared === declared,
  );
}
