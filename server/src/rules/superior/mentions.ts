import { textOf } from '../../plan/constraints/lines.ts';
import type { Plan } from '../../plan/model.ts';

const leading =
  /^(?:认真|深入|设立|开设|公布|设置|广泛|扎实|组织|开展|召开|进行|做好|抓好|制定|形成|撰写|完成|建立|落实|举办|切实|全面|集中|统一|重点|好|一次|的)+/;
/** Share of its pairs of characters from which on an action counts as spoken of: 调研走访 by 开展走访. */
const enough = 0.33;

/** The same where a plan follows the other one word by word: 司法救助 is not meant by 司法所. */
export const rather = 0.4;
/** Pairs that every text has say nothing: 问题台账 is not meant by 存在问题. */
const everywhere = new Set(['问题', '工作', '活动', '情况', '组织', '开展', '进行', '落实']);

/**
 * Whether the plan speaks of the action, in whatever words: silence is worth more here than a clever guess.
 * @param share of its pairs of characters that have to stand in the plan
 */
export function mentions(plan: Plan, action: string, share = enough): boolean {
  return speaksOf(textOf(plan), action, share);
}

/** The same of a text without blanks. */
export function speaksOf(text: string, action: string, share = enough): boolean {
  if (text.includes(action)) return true;
  const core = action.replace(leading, '');
  if (core.length < 2) return true;
  let pairs = 0;
  let found = 0;
  for (let at = 0; at + 2 <= core.length; at++, pairs++) {
    const pair = core.slice(at, at + 2);
    if (!everywhere.has(pair) && text.includes(pair)) found++;
  }
  return found / pairs >= share;
}
