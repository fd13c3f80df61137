import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import type { Range } from '../../text/range.ts';
import type { Message, Params, RelatedPlace } from '../rule.ts';

const says = { zh: '上级方案作“{words}”', en: 'The superior plan says “{words}”' };

/** A place in the superior plan, with what stands there. */
export function inSuperior(
  { file }: SuperiorPlan,
  range: Range,
  words: string,
  message: Message = says,
  params: Params = {},
): RelatedPlace {
  return { message, params: { words, ...params }, range, ...(file ? { file } : {}) };
}
