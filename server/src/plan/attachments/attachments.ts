import { readCount } from '../../numbering/han.ts';
import type { Range } from '../../text/range.ts';
import type { Line } from '../model.ts';

/** 附件2 at the head of an attachment; `ordinal` is 0 where there is only one and it has no number. */
export interface Attachment {
  readonly ordinal: number;
  readonly line: Line;
  readonly range: Range;
}

/** 见附件2 in running text. */
export interface AttachmentMention {
  readonly ordinal: number;
  readonly range: Range;
}

const NUMERAL = '([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})?';
/** GB/T 9704-2012 7.3.7: 附件 and its number stand above the title of the attachment; in one line with it in Markdown. */
const head = new RegExp(`^附件[ \\u3000]{0,2}${NUMERAL}(?:$|[：:. \\u3000](?![ \\u3000]{0,2}[1１一][.．、]).{0,40}$)`);
/** 附件2, 附件2所列, 附件; 附件一览 and 附件2份 are other words. */
const mention = new RegExp(
  `(?<!^)附件[ \\u3000]?(?:([0-9０-９]{1,2})(?![0-9０-９份个页张项件套])|${NUMERAL}(?![\\p{Script=Han}0-9０-９]))`,
  'gu',
);

/** The places where attachments begin: short lines of their own, the last of each number. */
export function findAttachments(lines: readonly Line[]): readonly Attachment[] {
  const found = new Map<number, Attachment>();
  for (const line of lines) {
    if (line.place === 'cell' || line.place === 'quote' || !line.text.startsWith('附件')) continue;
    const match = head.exec(line.text);
    if (!match) continue;
    const ordinal = ordinalOf(match[1]);
    // The note below the text (附件：1. …) comes first; the attachment itself last.
    found.set(ordinal, { ordinal, line, range: line.range });
  }
  return [...found.values()];
}

/** What a line says of attachments: 详见附件, （附件2）, and the whole item of the note that lists them. */
export function attachmentMentions(line: Line): readonly AttachmentMention[] {
  if (!line.text.includes('附件')) return [];
  return [...line.text.matchAll(mention)].map(({ 0: words, 1: digits, 2: numeral, index }) => ({
    ordinal: ordinalOf(digits ?? numeral),
    range: line.at(index, index + words.length),
  }));
}

function ordinalOf(numeral: string | undefined): number {
  return numeral === undefined ? 0 : (readCount(numeral) ?? 0);
}
