import type { Line } from '../../plan/model.ts';
import type { Finding } from '../rule.ts';

/** 附件：1.整改任务清单 */
const first = /^附\s*件\s*[：:]\s*[1１]\s*[.．、]\s*\S/u;
const item = /^([1-9]\d?)\s*[.．、]\s*\S/u;
/** Longest name of an attachment, number included. */
const longest = 60;

/** The note on attachments (GB/T 9704-2012 7.3.4) whose second number is no 2: the first number that is out of order. */
export function noteSkip(lines: readonly Line[]): Finding<'skipped'> | undefined {
  const at = lines.findIndex(({ text, place }) => text.startsWith('附') && place !== 'cell' && first.test(text));
  for (let number = 1; at >= 0; number++) {
    const line = lines[at + number];
    const written = line && line.text.length <= longest ? item.exec(line.text)?.[1] : undefined;
    if (!line || written === undefined) return undefined;
    if (Number(written) <= number + 1) continue;
    const previous = lines[at + number - 1];
    return {
      message: 'skipped',
      params: { previous: `${number}.`, number: `${written}.`, missing: `${number + 1}.` },
      range: line.at(0, written.length + 1),
      ...(previous
        ? { related: [{ message: { zh: '前一个序号', en: 'The number before it' }, range: previous.range }] }
        : {}),
    };
  }
  return undefined;
}
