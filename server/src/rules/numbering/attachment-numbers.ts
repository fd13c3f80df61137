import type { Line } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

/** 附件：1.整改任务清单 */
const first = /^附\s*件\s*[：:]\s*[1１]\s*[.．、]\s*\S/u;
const item = /^([1-9]\d?)\s*[.．、]\s*\S/u;
/** Longest name of an attachment, number included. */
const longest = 60;

/** A number in the note on attachments that does not follow on the one before it. */
export interface NoteSkip {
  readonly previous: string;
  readonly number: string;
  readonly missing: string;
  readonly range: Range;
  /** Place of the attachment before it. */
  readonly after: Range;
}

/** The first number that is left out of the note on attachments (GB/T 9704-2012 7.3.4): 附件：1.…, 3.…. */
export function noteSkip(lines: readonly Line[]): NoteSkip | undefined {
  const at = lines.findIndex(({ text, place }) => text.startsWith('附') && place !== 'cell' && first.test(text));
  if (at < 0) return undefined;
  for (let number = 1; ; number++) {
    const before = lines[at + number - 1];
    const line = lines[at + number];
    const written = line && line.text.length <= longest ? item.exec(line.text)?.[1] : undefined;
    if (!before || !line || written === undefined) return undefined;
    if (Number(written) <= number + 1) continue;
    const range = line.at(0, written.length + 1);
    return { previous: `${number}.`, number: `${written}.`, missing: `${number + 1}.`, range, after: before.range };
  }
}
