import type { BlockLine } from '../markdown/blocks.ts';
import { readNumber } from '../numbering/read.ts';
import { genreOf } from './titles.ts';

/** Longer lines are sentences behind a tag. */
const longest = 40;

/** `##一、活动背景##`: signs in front without a blank, and perhaps as many behind; no more of them within. */
const unspaced = /^(#{1,6})[ \t\u3000]*([^#\s][^#]*?)[ \t\u3000]*#*$/;

/**
 * The heading that a line of a paragraph is to its author though CommonMark wants a blank behind the number signs, a
 * habit that older dialects allowed. One sign alone begins a tag as well (#元旦晚会): it has to tell of a paper or a part.
 */
export function unspacedHeading({
  prose,
  indent,
}: BlockLine): { readonly line: BlockLine; readonly depth: number } | undefined {
  const { text } = prose;
  if (text.charCodeAt(0) !== NUMBER_SIGN || text.length > longest) return undefined;
  // `##` in code is no sign.
  if (prose.literals.some(({ start }) => start === 0)) return undefined;
  const [, signs = '', title = ''] = unspaced.exec(text) ?? [];
  if (title === '' || !/\p{Script=Han}/u.test(title) || /[。；，]/.test(title)) return undefined;
  if (signs.length === 1 && genreOf(title) === undefined && readNumber(title)?.kind !== 'han') return undefined;
  const from = text.indexOf(title, signs.length);
  return { line: { prose: prose.slice(from, from + title.length), indent }, depth: signs.length };
}

/** `#` */
const NUMBER_SIGN = 35;
