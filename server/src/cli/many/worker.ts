import { parentPort, workerData } from 'node:worker_threads';
import { type CheckOrder, OwnThread } from './checker.ts';
import type { Answer, Question } from './pool.ts';

/** Whether this thread was started to check files for another one. */
export function isForHire(data: unknown = workerData): data is { readonly checkOrder: CheckOrder } {
  return typeof data === 'object' && data !== null && 'checkOrder' in data;
}

/** Checks the files that the thread which started this one asks for, one after another. */
export function serve(): void {
  const port = parentPort;
  if (!port || !isForHire(workerData)) return;
  const own = new OwnThread(workerData.checkOrder);
  port.on('message', async ({ id, file }: Question) => {
    const result = await own.check(file);
    port.postMessage({ id, result } satisfies Answer);
  });
}
