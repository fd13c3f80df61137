/** The lines of a cell, which <br> parts. */
export function brokenLines(source: string): readonly string[] {
  return source.split(/<br\s*\/?>/i);
}

/** 1.修订制度, （2）加强检查, ③: where such words begin a line they are an item. */
export function isNumbered(words: string): boolean {
  return /^[\s\u3000]*(?:\d{1,3}(?:[、)）]|[.．](?!\d))|[（(][0-9一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[\u2460-\u2473]|第[一二三四五六七八九十]{1,3}[条项步章节])/.test(
    words,
  );
}

/** The lines as one: names in a row, other things one behind the other, a date that was broken as it was. */
export function joined(lines: readonly string[], areNames: boolean): string {
  const counts = lines.length > 1 && lines.some(isNumbered);
  let out = '';
  for (const line of lines) {
    const words = counts ? subordinate(line.trim()) : line.trim();
    if (words === '') continue;
    const isWrapped = /[年月至]$/.test(out) && /^\d/.test(words);
    const isParted = out === '' || isWrapped || /[，,；;。：:、！？]\**$/.test(out);
    out += (isParted ? '' : areNames && !/[，；。\d]/.test(out + words) ? '、' : '；') + words;
  }
  return out;
}

/** 1.修订制度；2.加强检查 as （1）修订制度；（2）加强检查: below an item that has a number of its own. */
export function subordinate(words: string): string {
  return isNumbered(words) ? words.replace(/(^|[；;。])(\d{1,3})(?:、|[.．](?!\d))[ \t]*/g, '$1（$2）') : words;
}
