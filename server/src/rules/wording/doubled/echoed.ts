import { sign } from '../../../plan/signs.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';

const adverbs = ['深入', '扎实', '认真', '广泛', '积极', '全面', '大力', '持续', '深化', '切实'];
const verbs = ['加快', '提高', '增强', '加强', '提升', '推进', '促进', '深化', '落实', '扩大', '改善', '完善'];

/** 深入开展“深入…”: an adverb in front of a quotation that begins with it, up to the adverb in the quotation. */
const echo = new RegExp(
  `(${adverbs.join('|')})(?:开展|推进|实施|组织|抓好|组织开展|推动|落实|做好)(?:好|了)?“\\1`,
  'g',
);

/** “两个加快”步伐明显加快: a verb that ends a quotation and the clause behind it. */
const again = new RegExp(`“[^“”]{0,8}(${verbs.join('|')})”[^“”，。；、]{1,8}\\1(?=[，。；]|$)`, 'g');

/** What any echo needs: an adverb that opens a quotation, or a verb that closes one. */
export const echoSign = sign({
  words: [...adverbs.map((word) => `“${word.charAt(0)}`), ...verbs.map((word) => `${word.charAt(1)}”`)],
});

/** Words that a quotation takes up again, or that take it up. */
export function findEchoes(text: string): readonly { readonly range: Range; readonly word: string }[] {
  if (!text.includes('“')) return [];
  return [...matchesOf(text, echo), ...matchesOf(text, again)].map(({ 0: words, 1: word = '', index }) => ({
    range: { start: index, end: index + words.length },
    word,
  }));
}
