import type { TextDocument } from 'vscode-languageserver-textdocument';
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
  readonly #files = new Map<string, OpenFile>();
  /** Tells the states of this process from those of an earlier one, which a client may remember. */
  readonly #epoch = Date.now().toString(36);
  #openings = 0;

  /** @param load what the check of a document depends on; must not reject */
  constructor(load: (uri: string) => Promise<Surroundings>) {
    this.#load = load;
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
    if (!file?.surroundings || file.loading) return undefined;
    const { document, workbench, surroundings } = file;
    if (file.plan?.version !== document.version) {
      const state = `${this.#epoch}.${file.opening}.${document.version}.${file.revision}`;
      file.plan = new OpenPlan(document, workbench, surroundings, state);
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

  /** How often each step was taken for a document since it was opened. */
  workDone(uri: string): Workbench['done'] | undefined {
    return this.#files.get(uri)?.workbench.done;
  }

  #reload(file: OpenFile): void {
    const loading = this.#load(file.document.uri).then((surroundings) => {
      if (file.loading !== loading) return;
      delete file.loading;
      file.surroundings = surroundings;
      file.revision++;
      delete file.plan;
    });
    file.loading = loading;
  }
}
