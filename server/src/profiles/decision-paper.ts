import type { Plan } from '../plan/model.ts';
import { genreOf } from '../plan/titles.ts';

/** So many lines at the end say what the paper asks for. */
const LAST = 8;
/** A work report that closes 以上报告，请予审议 accounts for work all the same. */
const asks =
  /[妥当可]否，?请|(?:提请|建议)[^。；]{0,30}(?:审议|审定|审批|研究决定|决策)|(?:决策|请示|审议|审批|审定)的?事项/;

/**
 * Whether a 汇报 or 报告 is put before a meeting that is to decide: 妥否，请审议. It says what is proposed and why, and
 * needs neither the parts of an account of work nor a signature.
 */
export function asksForDecision({ title, lines, sections }: Plan): boolean {
  const genre = genreOf(title?.value ?? '') ?? '';
  if (!/(?:汇报|报告)$/.test(genre) || genre.includes('总结')) return false;
  return (
    sections.some(({ title: { value } }) => asks.test(value)) || lines.slice(-LAST).some(({ text }) => asks.test(text))
  );
}
