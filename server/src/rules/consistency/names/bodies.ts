import { differenceOf } from '../../../text/difference.ts';
import source from '../name-variant.yaml';

const loose = new Set((source as { readonly loose: readonly string[] }).loose);

/** What two names must share beside their type and the difference. */
const COMMON = 4;
/** A level, a place or a kind of unit makes another body. */
const telling = /[省市县区镇乡村街校院系班组科室处局东南西北中一二三四五六七八九十\d“”]|社区|公司/;

/**
 * True when one name is the other with up to three characters more, as when 深入 or 工作 is left out.
 * A level, a place or a number makes a different body.
 * @param type what both end with: 领导小组
 */
export function areVariants(a: string, b: string, type: string): boolean {
  const { head, tail, first, second } = differenceOf(a, b);
  const word = first + second;
  if ((first !== '' && second !== '') || word.length > 3 || head === 0) return false;
  return head + Math.max(0, tail - type.length) >= COMMON && !telling.test(word);
}

/** They differ in a word that names lose all the time: 工作, 专项. */
export function isLooseVariant(a: string, b: string): boolean {
  const { first, second } = differenceOf(a, b);
  return loose.has(first + second);
}
