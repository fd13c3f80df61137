import { fromMarkdown } from 'mdast-util-from-markdown';

const MOST_REMEMBERED = 4096;
const remembered = new Map<string, string>();

/** The text that a character reference (`&amp;`, `&#12288;`) stands for; asks micromark, which knows the list. */
export function decodeCharacterReference(reference: string): string {
  const known = remembered.get(reference);
  if (known !== undefined) return known;
  const paragraph = fromMarkdown(`a${reference}a`).children[0];
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const decoded = text?.type === 'text' ? text.value.slice(1, -1) : reference;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(reference, decoded);
  return decoded;
}
