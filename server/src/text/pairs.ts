const any = (): boolean => true;

/**
 * Whether two texts have two units in a row in common: 更换 of 更换管网 and 管网更换. Of Chinese words that is the shortest that tells
 * what is meant.
 * @param counts which pairs are a word that tells something; all of them where it is left out
 */
export function sharePair(one: string, other: string, counts: (pair: string) => boolean = any): boolean {
  for (let at = 0; at + 2 <= one.length; at++) {
    const pair = one.slice(at, at + 2);
    if (counts(pair) && other.includes(pair)) return true;
  }
  return false;
}
