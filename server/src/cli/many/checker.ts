import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { NodeFileSystem } from '../../node/file-system.ts';
import type { Label } from '../../profiles/profile.ts';
import { type Overrides, SettingsResolver } from '../../workspace/settings.ts';
import { SuperiorLibrary, type SuperiorWishes } from '../../workspace/superior-plans.ts';
import { type Checked, type Checking, checkFile, type Sources } from '../check-file.ts';
import type { Candidate } from '../find-files.ts';
import { PlanChecker } from '../plan-checker.ts';
import { readText } from '../read-text.ts';

/** How files are checked in a run: plain data, which a worker is started with. */
export interface CheckOrder extends Pick<Checking, 'workingDirectory' | 'fix' | 'level'> {
  readonly overrides: Overrides;
  /** The results bring the texts of plans with them. */
  readonly texts: boolean;
  /** The results say what they depend on. */
  readonly traces: boolean;
}

/** What the result of a file depends on beside its settings. */
export interface Trace {
  /** Hash of the text that was checked. */
  readonly content: string;
  readonly wishes: SuperiorWishes;
  /** The files with the superior plans that were found: path and hash of each. */
  readonly superiors: readonly (readonly [path: string, hash: string])[];
}

/** What came of one file: plain data. */
export interface Result extends Omit<Checked, 'sources'> {
  readonly trace?: Trace;
}

/** Checks files, here or elsewhere. */
export interface FileChecker {
  check(file: Candidate): Promise<Result>;
  /**
   * Lets go of what it holds; what is still being checked comes to nothing.
   * @returns what could not be kept for the next run, and why
   */
  close(): Promise<Label | undefined>;
}

/** Checks files one after another in this thread. */
export class OwnThread implements FileChecker {
  readonly #order: CheckOrder;
  readonly #checking: Checking;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(order: CheckOrder) {
    const files = new NodeFileSystem();
    this.#order = order;
    this.#checking = {
      workingDirectory: order.workingDirectory,
      fix: order.fix,
      level: order.level,
      checker: new PlanChecker(),
      resolver: new SettingsResolver(files, order.overrides),
      superiors: new SuperiorLibrary(files, () => [order.workingDirectory]),
    };
  }

  check(file: Candidate): Promise<Result> {
    const next = this.#last.then(() => (this.#closed ? { fixes: 0, failures: [] } : this.#check(file)));
    this.#last = next;
    return next;
  }

  async close(): Promise<undefined> {
    this.#closed = true;
    await this.#last;
  }

  /** A bug that a file brings to light is told with its name, and the other files go on. */
  async #check(file: Candidate): Promise<Result> {
    // Files are read without waiting: whoever breaks the run off is heard between them.
    await setImmediate();
    try {
      const { text, sources, ...checked } = await checkFile(this.#checking, file, () => readText(file.path));
      const { unfinished } = this.#checking.superiors;
      return {
        ...checked,
        ...(unfinished ? { unfinished } : {}),
        ...(this.#order.texts && text !== undefined && checked.report?.profile ? { text } : {}),
        ...(this.#order.traces && sources ? { trace: traceOf(sources) } : {}),
      };
    } catch (error) {
      return broken(file, error);
    }
  }
}

/** What a file comes to whose check failed in an unforeseen way. */
export function broken({ shown }: Candidate, error: unknown): Result {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = { zh: `内部错误，请报告：${detail}`, en: `Internal error, please report it: ${detail}` };
  return { fixes: 0, failures: [{ place: shown, message }] };
}

function traceOf({ text, wishes, superiors }: Sources): Trace {
  return {
    content: hashOf(text),
    wishes,
    superiors: superiors.map((file) => [file.path, hashOfFile(file)]),
  };
}

const hashes = new WeakMap<object, string>();

/** The hash of a file that many plans rest on is worked out once. */
export function hashOfFile(file: { readonly text: string }): string {
  let hash = hashes.get(file);
  if (hash === undefined) {
    hash = hashOf(file.text);
    hashes.set(file, hash);
  }
  return hash;
}

/** @param content text, or its bytes in UTF-8 without byte order mark, which is the same */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
