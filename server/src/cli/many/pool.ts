import { type ResourceLimits, Worker } from 'node:worker_threads';

import type { Candidate } from '../find-files.ts';
import { broken, type CheckOrder, type FileChecker, type Result } from './checker.ts';

/** What a worker is asked. */
export interface Question {
  readonly id: number;
  readonly file: Candidate;
}

/** What a worker answers. */
export interface Answer {
  readonly id: number;
  readonly result: Result;
}

/** Files that a worker is given before it has answered, so that it never waits for the next one. */
const ahead = 4;

/**
 * What a plan of the greatest length needs, twice over. Left to itself, the memory of a worker grows by what it no
 * longer uses, long before anything is cleared away.
 */
const maxOldGenerationSizeMb = 1024;

/**
 * Megabytes for what has just been made: so many are shared by all workers, but each has the least. Nearly all that a
 * file needs is of no use behind it: the later it is cleared away, the less is still in use and has to be copied.
 */
const young = { shared: 384, least: 48 };

interface Task extends Question {
  readonly done: (result: Result) => void;
}

interface Hand {
  readonly worker: Worker;
  /** In the order in which they were given. */
  readonly tasks: Task[];
}

/**
 * Checks files in worker threads. Each file is checked by one of them, whichever is free; one that dies
 * takes only the file with it that it was busy with.
 */
export class WorkerPool implements FileChecker {
  readonly #script: URL;
  readonly #order: CheckOrder;
  readonly #limits: ResourceLimits;
  readonly #hands: Hand[] = [];
  readonly #waiting: Task[] = [];
  #next = 0;
  #closed = false;

  /**
   * @param script what the workers run: it listens by `serve`
   * @param size threads, at least one
   */
  constructor(script: URL, size: number, order: CheckOrder) {
    this.#script = script;
    this.#order = order;
    this.#limits = { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: Math.max(young.least, young.shared / size) };
    for (let at = 0; at < size; at++) this.#hands.push(this.#hire());
  }

  check(file: Candidate): Promise<Result> {
    return new Promise((done) => {
      this.#waiting.push({ id: this.#next++, file, done });
      this.#give();
    });
  }

  async close(): Promise<undefined> {
    this.#closed = true;
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }

  #hire(): Hand {
    const worker = new Worker(this.#script, { workerData: { checkOrder: this.#order }, resourceLimits: this.#limits });
    const hand: Hand = { worker, tasks: [] };
    worker.on('message', ({ id, result }: Answer) => {
      const at = hand.tasks.findIndex((task) => task.id === id);
      const [task] = at < 0 ? [] : hand.tasks.splice(at, 1);
      task?.done(result);
      this.#give();
    });
    worker.on('error', (error) => this.#replace(hand, error));
    return hand;
  }

  #replace(dead: Hand, error: unknown): void {
    const at = this.#hands.indexOf(dead);
    if (this.#closed || at < 0) return;
    const [culprit, ...others] = dead.tasks;
    this.#waiting.unshift(...others);
    this.#hands[at] = this.#hire();
    // Nothing was asked of it yet: it cannot even start, and its successors could not either.
    if (!culprit) for (const task of this.#waiting.splice(0)) task.done(broken(task.file, error));
    else culprit.done(broken(culprit.file, error));
    this.#give();
  }

  #give(): void {
    while (this.#waiting.length > 0) {
      const hand = this.#hands.reduce((best, one) => (one.tasks.length < best.tasks.length ? one : best));
      const task = hand.tasks.length < ahead ? this.#waiting.shift() : undefined;
      if (!task) return;
      hand.tasks.push(task);
      hand.worker.postMessage({ id: task.id, file: task.file } satisfies Question);
    }
  }
}
