const signs = /[\p{Script=Han}\p{Nd}]/gu;

/**
 * What of a text is in neither the result nor what was told to be removed: Chinese characters and digits, counted.
 * @returns empty where nothing is lost
 */
export function lostSigns(source: string, result: string, removed: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of [result, ...removed]) {
    for (const [sign] of text.matchAll(signs)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  let lost = '';
  for (const [sign] of source.matchAll(signs)) {
    const left = counts.get(sign) ?? 0;
    if (left === 0) lost += sign;
    else counts.set(sign, left - 1);
  }
  return lost;
}
