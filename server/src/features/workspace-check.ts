import type { Diagnostic } from 'vscode-languageserver';
import type { CheckedFile, CheckedWorkspace, ProblemCounts } from '../protocol.ts';
import type { ClosedPlans } from '../workspace/closed-plans.ts';
import type { IndexedFile } from '../workspace/index/facts.ts';
import type { Progress } from '../workspace/index/plan-index.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { placeKey } from '../workspace/paths.ts';
import type { FoundSuperiors } from '../workspace/superior-plans.ts';

/** What the check of the workspace works with. */
export interface CheckParts {
  readonly closed: ClosedPlans;
  /** The document where it is open. */
  readonly open: (uri: string) => OpenPlan | undefined;
  readonly superiors: (open: OpenPlan) => Promise<FoundSuperiors | undefined>;
  readonly diagnosticsOf: (open: OpenPlan) => Diagnostic[];
  readonly publish: (uri: string, diagnostics: Diagnostic[]) => void;
  readonly begin: (total: number) => Progress;
  readonly failed: (error: unknown) => void;
}

interface Shown {
  readonly uri: string;
  /** The files of its superior plans, by their keys. */
  readonly superiors: ReadonlySet<string>;
}

/** Milliseconds of work after which everything else gets its turn. */
const slice = 8;
/** Milliseconds without a change after which files are checked again. */
const pause = 500;

/**
 * Shows the problems of all plans of the workspace, those included that are not open. What was
 * checked stays true: a file is checked again when it, or a superior plan of it, has changed; its
 * problems are taken back when it is opened, since they are then shown with the document.
 */
export class WorkspaceCheck {
  readonly #parts: CheckParts;
  readonly #shown = new Map<string, Shown>();
  readonly #again = new Map<string, string>();
  /** The documents that the editor shows, by their keys; all that are open where it does not say. */
  #tabs: ReadonlySet<string> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #working: Promise<void> = Promise.resolve();

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  /** Checks the files that hold plans, one after another; stops where the progress says so. */
  async run(files: readonly IndexedFile[], progress: Progress): Promise<CheckedWorkspace> {
    const plans = files.filter(({ facts }) => facts.plans.length > 0);
    const checked: CheckedFile[] = [];
    const done = await this.#each(plans, progress, async ({ uri, facts }) => {
      const counts = await this.#check(uri);
      if (counts) checked.push({ uri, title: facts.plans[0]?.title ?? '', counts });
    });
    return { files: checked, partial: !done };
  }

  /** Takes all problems back, and checks nothing again. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#again.clear();
    for (const { uri } of this.#shown.values()) this.#parts.publish(uri, []);
    this.#shown.clear();
  }

  /** The document is open now: its problems are shown with it. */
  opened(uri: string): void {
    const key = placeKey(uri);
    if (this.#shown.has(key) && this.#tabs?.has(key) !== false) this.#parts.publish(uri, []);
  }

  /** These documents are shown now, and no others. */
  shows(uris: readonly string[]): void {
    const before = this.#tabs;
    this.#tabs = new Set(uris.map(placeKey));
    for (const [key, { uri }] of this.#shown) {
      if (this.#tabs.has(key)) this.opened(uri);
      else if (before?.has(key)) this.#later(uri);
    }
  }

  /** A file has changed, in the editor or on disk, or its editor was closed. */
  changed(uri: string): void {
    const key = placeKey(uri);
    for (const [other, { uri: shown, superiors }] of this.#shown) {
      if (other === key || superiors.has(key)) this.#later(shown);
    }
  }

  deleted(uri: string): void {
    const gone = placeKey(uri);
    for (const [key, { uri: shown }] of this.#shown) {
      if (key !== gone && !key.startsWith(`${gone}/`)) continue;
      this.#shown.delete(key);
      this.#parts.publish(shown, []);
    }
  }

  /** Plans are checked otherwise from now on. */
  settingsChanged(): void {
    for (const { uri } of this.#shown.values()) this.#later(uri);
  }

  #later(uri: string): void {
    this.#again.set(placeKey(uri), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#working = this.#working.then(() => this.#checkAgain()).catch(this.#parts.failed);
    }, pause);
  }

  async #checkAgain(): Promise<void> {
    const uris = [...this.#again.values()];
    this.#again.clear();
    const progress = this.#parts.begin(uris.length);
    try {
      await this.#each(uris, progress, async (uri) => {
        if (this.#shown.has(placeKey(uri))) await this.#check(uri);
      });
    } finally {
      progress.done();
    }
  }

  /** @returns false when somebody stopped it */
  async #each<T>(all: readonly T[], progress: Progress, work: (one: T) => Promise<void>): Promise<boolean> {
    let sliceEnd = performance.now() + slice;
    for (const [at, one] of all.entries()) {
      if (performance.now() > sliceEnd) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        sliceEnd = performance.now() + slice;
      }
      if (progress.cancelled()) return false;
      await work(one);
      progress.report(at + 1, all.length);
    }
    return true;
  }

  /** @returns undefined for a file that can no longer be read */
  async #check(uri: string): Promise<ProblemCounts | undefined> {
    const key = placeKey(uri);
    let superiors: ReadonlySet<string> = new Set();
    const relate = async (open: OpenPlan) => {
      const found = await this.#parts.superiors(open);
      superiors = new Set(found?.files.map(placeKey));
      return found;
    };
    let plan = this.#parts.open(uri);
    if (plan) await relate(plan);
    else {
      const text = await this.#parts.closed.readText(uri);
      if (text === undefined) {
        this.deleted(uri);
        return undefined;
      }
      plan = await this.#parts.closed.of(uri, text, relate);
    }
    const diagnostics = this.#parts.diagnosticsOf(plan);
    this.#shown.set(key, { uri, superiors });
    // Its problems are shown with it where it is shown; it may have been opened meanwhile.
    const isShown = this.#parts.open(uri) !== undefined && this.#tabs?.has(key) !== false;
    if (!isShown) this.#parts.publish(uri, diagnostics);
    return countsOf(diagnostics);
  }
}

function countsOf(diagnostics: readonly Diagnostic[]): ProblemCounts {
  const count = (severity: number) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count(1), warnings: count(2), infos: count(3), hints: count(4) };
}
