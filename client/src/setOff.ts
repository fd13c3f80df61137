/**
 * Paragraphs as they are put into a text: with an empty line between them and what stands in front of and behind the
 * place, so that they neither join a title nor swallow a paragraph.
 * @param before text in front of the place
 * @param after text behind the place
 */
export function setOff(before: string, paragraphs: string, after: string): string {
  const text = paragraphs.replace(/^\s*\n|\s+$/g, '');
  const head = before.trim() === '' ? 0 : missing(/(?:\n[ \t]*)*$/.exec(before.slice(-farthest))?.[0]);
  const isLast = after.trim() === '';
  const tail = isLast ? (after === '' ? 1 : 0) : missing(/^(?:[ \t]*\r?\n)*/.exec(after.slice(0, farthest))?.[0]);
  return '\n'.repeat(head) + text + '\n'.repeat(tail);
}

/** So far around the place line ends are looked for. */
const farthest = 200;

/** Line ends that are missing for an empty line. */
const missing = (found = '') => Math.max(0, 2 - (found.match(/\n/g)?.length ?? 0));
