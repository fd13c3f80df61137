import type { OpenPlan } from '../open-plan.ts';
import { isPlanFile, placeKey } from '../paths.ts';
import { contentHash } from './content-hash.ts';
import type { FactStore } from './fact-store.ts';
import type { FileFacts, IndexedFile } from './facts.ts';
import { readFacts } from './read-facts.ts';

/** Where the index has its files from. */
export interface IndexSource {
  /** The plan files below a folder, as URIs. */
  list(folder: string): Promise<readonly string[]>;
  /** The text on disk; undefined when it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Names everything beside the text that decides what is read of a file: two equal signatures read the same. */
  signature(uri: string): Promise<string>;
  /** A file on disk, worked out. */
  plan(uri: string, text: string): Promise<OpenPlan>;
  /** The open documents that have been worked out or can be: they count more than the disk. */
  open(): readonly OpenPlan[];
}

/** Who waits for the index, and may stop waiting: the cancellation of a request. */
export interface Waiting {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: (listener: () => void) => { dispose(): void };
}

/** Shown while files are read; the author may stop it. */
export interface Progress {
  cancelled(): boolean;
  /** How far the work is: told often, shown at will. */
  report(done: number, total: number): void;
  done(): void;
}

/** A file that has to be read; another change of it makes another mark. */
interface Mark {
  readonly uri: string;
}

interface Entry {
  readonly uri: string;
  /** Absent for a file that cannot be read, and before it was read. */
  facts?: FileFacts | undefined;
  /** Of the store. */
  key?: string;
}

/** How often each step was taken since the beginning: what a test counts. */
export interface IndexWork {
  listed: number;
  /** Texts that were read. */
  read: number;
  /** Texts that were parsed. */
  parsed: number;
  /** Files whose facts were remembered. */
  remembered: number;
}

/** Milliseconds of work after which everything else gets its turn. */
const slice = 8;
/** Milliseconds between two slices of work that nobody waits for: an author types meanwhile. */
const pause = 24;
/** Texts that are asked for at a time. */
const batch = 32;
/** Milliseconds after which folders are listed again: editors tell of the files that come and go, but not of all folders. */
const listingAge = 30_000;
/** The same where the editor tells of nothing: then all texts are read again, and parsed where they differ. */
const unwatchedAge = 2_000;
/** Files after which what was read is written, so that little is lost when the process ends. */
const written = 200;

/**
 * What is known of all plans of the workspace. Nothing is read before somebody asks; then the work is
 * done in short slices between other messages, and afterwards only for files that have changed. Open
 * documents win over the disk and are looked at when they are asked for.
 */
export class PlanIndex {
  readonly work: IndexWork = { listed: 0, read: 0, parsed: 0, remembered: 0 };
  readonly #source: IndexSource;
  readonly #store: FactStore;
  readonly #begin: (total: number) => Progress;
  readonly #watched: boolean;
  readonly #entries = new Map<string, Entry>();
  readonly #dirty = new Map<string, Mark>();
  readonly #openFacts = new WeakMap<OpenPlan, FileFacts>();
  #folders: readonly string[] = [];
  #unlisted = new Set<string>();
  #revision = 0;
  #listedAt = Number.NEGATIVE_INFINITY;
  #opened: Promise<void> | undefined;
  #job: Promise<boolean> | undefined;
  /** How many wait for it. */
  #waiting = 0;
  /** Somebody has stopped what was begun for nobody in particular. */
  #declined = false;

  /**
   * @param begin called when files have to be read, with their number
   * @param watched whether somebody tells of changes on disk
   */
  constructor(source: IndexSource, store: FactStore, begin: (total: number) => Progress, watched: boolean) {
    this.#source = source;
    this.#watched = watched;
    this.#store = store;
    this.#begin = begin;
  }

  /** True once somebody has asked: before, nothing is known. */
  get isAsked(): boolean {
    return this.#opened !== undefined;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  setFolders(folders: readonly string[]): void {
    const before = new Set(this.#folders);
    this.#folders = [...folders];
    for (const folder of folders) if (!before.has(folder)) this.#unlisted.add(folder);
    this.#unlisted = new Set([...this.#unlisted].filter((folder) => folders.includes(folder)));
    for (const [key, { uri }] of this.#entries) if (!this.#isInside(uri)) this.#drop(key);
  }

  /** A file has come or changed. */
  changed(uri: string): void {
    if (!isPlanFile(uri) || !this.#isInside(uri)) return;
    this.#dirty.set(placeKey(uri), { uri });
  }

  /** A file or a folder has gone. */
  deleted(uri: string): void {
    const gone = placeKey(uri);
    for (const key of this.#entries.keys()) if (key === gone || key.startsWith(`${gone}/`)) this.#drop(key);
    this.#dirty.delete(gone);
  }

  /** All files may be read otherwise from now on: a configuration has changed. */
  settingsChanged(): void {
    for (const [key, { uri }] of this.#entries) this.#dirty.set(key, { uri });
  }

  /** Folders may have come or gone. @param distrust files may have changed without a word */
  listAgain(distrust = false): void {
    for (const folder of this.#folders) this.#unlisted.add(folder);
    if (distrust) this.settingsChanged();
  }

  /**
   * Reads what is not yet read.
   * @returns whether all files are known; false when somebody stopped the work, or the waiting was cancelled
   */
  async ready(waiting: Waiting): Promise<boolean> {
    this.#waiting++;
    try {
      return await this.#whole(waiting);
    } finally {
      this.#waiting--;
    }
  }

  async #whole(waiting: Waiting): Promise<boolean> {
    if (performance.now() - this.#listedAt > (this.#watched ? listingAge : unwatchedAge))
      this.listAgain(!this.#watched);
    while (!waiting.isCancellationRequested) {
      if (!this.#job && this.#unlisted.size === 0 && this.#dirty.size === 0) return true;
      this.#job ??= this.#update().finally(() => {
        this.#job = undefined;
      });
      if (!(await orCancelled(this.#job, waiting))) return false;
    }
    return false;
  }

  /**
   * Begins to read what is not yet read, and waits for nothing: for answers that make do with what is known by
   * now. What somebody has stopped is not begun again by itself.
   */
  begin(): void {
    if (this.#declined || this.#job || this.#folders.length === 0) return;
    if (performance.now() - this.#listedAt > listingAge) this.listAgain(!this.#watched);
    if (this.#unlisted.size === 0 && this.#dirty.size === 0) return;
    const forNobody: Waiting = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
    void this.#whole(forNobody).then(
      (isWhole) => {
        this.#declined = !isWhole;
      },
      () => {
        this.#declined = true;
      },
    );
  }

  /** Names what is known now: two equal revisions know the same. */
  get revision(): string {
    return [this.#revision, ...this.#source.open().map(({ uri, state }) => `${uri} ${state}`)].join('\n');
  }

  /** What is known now: open documents as they are shown, all other files as they were read last. */
  files(): readonly IndexedFile[] {
    const open = this.#source.open().map((plan) => ({ uri: plan.uri, facts: this.factsOf(plan) }));
    const shown = new Set(open.map(({ uri }) => placeKey(uri)));
    return [...open, ...this.closedFiles().filter(({ uri }) => !shown.has(placeKey(uri)))];
  }

  /** The files on disk as they were read last, those included that are open. */
  closedFiles(): readonly IndexedFile[] {
    return [...this.#entries.values()].flatMap(({ uri, facts }) => (facts ? [{ uri, facts }] : []));
  }

  /** Another number means that other files, or other texts, are known on disk. */
  get diskRevision(): number {
    return this.#revision;
  }

  /** The facts of an open document, worked out once for a version of it. */
  factsOf(open: OpenPlan): FileFacts {
    let facts = this.#openFacts.get(open);
    if (!facts) {
      facts = readFacts(open.document, open.reading, open.recognised);
      this.#openFacts.set(open, facts);
    }
    return facts;
  }

  #isInside(uri: string): boolean {
    const key = placeKey(uri);
    return this.#folders.some((folder) => key.startsWith(`${placeKey(folder).replace(/\/$/, '')}/`));
  }

  #drop(key: string): void {
    this.#entries.delete(key);
    this.#dirty.delete(key);
    this.#revision++;
  }

  /** @returns false when somebody stopped it */
  async #update(): Promise<boolean> {
    this.#opened ??= this.#store.open();
    await this.#opened;
    for (const folder of [...this.#unlisted]) await this.#list(folder);
    const marks = [...this.#dirty.values()];
    if (marks.length === 0) return true;
    const progress = this.#begin(marks.length);
    try {
      return await this.#read(marks, progress);
    } finally {
      progress.done();
      // A change of one file is written with the next ones.
      if (marks.length > 1) await this.#store.flush(this.#dirty.size === 0 ? this.#keys() : undefined);
    }
  }

  async #list(folder: string): Promise<void> {
    const listed = await this.#source.list(folder);
    if (!this.#folders.includes(folder)) return;
    this.#listedAt = performance.now();
    this.work.listed++;
    const there = new Set<string>();
    for (const uri of listed) {
      const key = placeKey(uri);
      there.add(key);
      if (!this.#entries.has(key)) this.#dirty.set(key, { uri });
    }
    const inside = `${placeKey(folder).replace(/\/$/, '')}/`;
    for (const key of [...this.#entries.keys()]) if (key.startsWith(inside) && !there.has(key)) this.#drop(key);
    this.#unlisted.delete(folder);
  }

  async #read(marks: readonly Mark[], progress: Progress): Promise<boolean> {
    let sliceEnd = performance.now() + slice;
    let unwritten = 0;
    for (let from = 0; from < marks.length; from += batch) {
      const some = marks.slice(from, from + batch).filter((mark) => this.#isCurrent(mark));
      const texts = await Promise.all(some.map(({ uri }) => this.#source.readText(uri)));
      for (const [at, mark] of some.entries()) {
        if (performance.now() > sliceEnd) {
          await otherMessages(this.#waiting > 0 ? 0 : pause);
          sliceEnd = performance.now() + slice;
        }
        if (progress.cancelled()) return false;
        if (await this.#take(mark, texts[at])) unwritten++;
        progress.report(from + at + 1, marks.length);
      }
      if (unwritten < written) continue;
      unwritten = 0;
      await this.#store.flush();
    }
    return true;
  }

  /** False when the file has changed again, or gone, since the mark was made. */
  #isCurrent(mark: Mark): boolean {
    return this.#dirty.get(placeKey(mark.uri)) === mark;
  }

  /** @returns whether the text was parsed */
  async #take(mark: Mark, text: string | undefined): Promise<boolean> {
    const { uri } = mark;
    const key = placeKey(uri);
    if (!this.#isCurrent(mark)) return false;
    this.work.read++;
    const entry: Entry = { uri };
    let parsed = false;
    if (text !== undefined) {
      const content = `${contentHash(text)} ${await this.#source.signature(uri)}`;
      const before = this.#entries.get(key);
      entry.key = content;
      entry.facts = before?.key === content ? before.facts : this.#store.get(content);
      if (entry.facts) this.work.remembered++;
      else {
        const plan = await this.#source.plan(uri, text);
        entry.facts = readFacts(plan.document, plan.reading, plan.recognised);
        this.work.parsed++;
        parsed = true;
      }
    }
    // Meanwhile it may have gone, and its mark with it; or it has changed again and has another one.
    if (!this.#isCurrent(mark)) return parsed;
    if (parsed && entry.key && entry.facts) this.#store.put(entry.key, entry.facts);
    this.#entries.set(key, entry);
    this.#dirty.delete(key);
    this.#revision++;
    return parsed;
  }

  #keys(): ReadonlySet<string> {
    return new Set([...this.#entries.values()].flatMap(({ key }) => key ?? []));
  }
}

function otherMessages(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What the work ends with, or false as soon as somebody does not want to wait any longer. */
async function orCancelled(job: Promise<boolean>, waiting: Waiting): Promise<boolean> {
  let subscription: { dispose(): void } | undefined;
  const cancelled = new Promise<false>((resolve) => {
    subscription = waiting.onCancellationRequested(() => resolve(false));
  });
  try {
    return await Promise.race([job, cancelled]);
  } finally {
    subscription?.dispose();
  }
}
