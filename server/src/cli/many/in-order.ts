/**
 * Works on many things at once and hands on the results in the order of the things, each as soon as all
 * before it are there.
 * @param most things that are begun and not handed on yet, at least 1: bounds what waits in memory
 */
export async function* inOrder<T, R>(
  things: Iterable<T>,
  most: number,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for (const thing of things) {
    const result = work(thing);
    // Whoever fails is heard when it is its turn.
    result.catch(() => undefined);
    begun.push(result);
    const first = begun.length >= most ? begun.shift() : undefined;
    if (first) yield await first;
  }
  for (const result of begun) yield await result;
}
