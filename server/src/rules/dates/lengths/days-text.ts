import { counted } from '../../../text/counted.ts';
import type { Message } from '../../rule.ts';

/** A number of days in both languages: 5天, 3个工作日; 5 days, 3 working days. */
export function daysText(count: number, unit: 'day' | 'workday'): Message {
  const words = unit === 'day' ? { zh: '天', en: 'day' } : { zh: '个工作日', en: 'working day' };
  return { zh: `${count}${words.zh}`, en: counted(count, words.en) };
}
