import { hanToNumber } from '../../numbering/han.ts';
import type { Range } from '../../text/range.ts';
import type { Line } from '../model.ts';

/** An attachment as the note at the end lists it (附件：1.…), or as it stands behind the text. */
export interface Attachment {
  /** Absent for a single attachment without number. */
  readonly number?: number;
  readonly name: string;
  readonly range: Range;
}

/** A place in the text that sends the reader to an attachment: 详见附件3. */
export interface AttachmentMention {
  readonly number: number;
  readonly words: string;
  readonly range: Range;
  /** What the text calls it: 《名单》（附件2）, 附件2《名单》. */
  readonly name?: string;
}

export interface Attachments {
  readonly listed: readonly Attachment[];
  readonly mentioned: readonly AttachmentMention[];
  /** False when attachments are listed in a way that cannot be read for sure. */
  readonly complete: boolean;
}

const numeral = '[1-9]\\d?|十[一二三四五六七八九]?|[一二三四五六七八九]';
/** 附件：…, 附件1：…, 附表2 …; a line of its own or with its name. */
const label = new RegExp(`^附\\s*[件表图录]?\\s*(${numeral})?\\s*(?:[：:.．、]\\s*|\\s+|$)(.*)$`, 'u');
const item = /^([1-9]\d?)\s*[.．、]\s*(.+)$/u;
const mention = new RegExp(`附[件表]\\s*(${numeral})(?:[-—－]\\d+)?`, 'gu');
const nameLength = 60;
/** What stands in front of a number to which the reader is sent. */
const sending = /(?:[（(见按照据及和与、]|填写|填报|报送|提交|连同|参照|执行)\s*$/;
/** 附件： inside a line, 附件1-5: the list has lost its lines or stands elsewhere. */
const lost = /[^\s]附\s*件\s*[:：]|附件\s*\d+\s*[-—－~至到]\s*(?:附件)?\d/;

/**
 * The attachments of a plan (GB/T 9704-2012 7.3.4, 7.3.7): what the note and the headings of the
 * attachments list, and what the text mentions. Lines without 附 are not looked at.
 */
export function readAttachments(lines: readonly Line[]): Attachments {
  const listed: Attachment[] = [];
  const mentioned: AttachmentMention[] = [];
  let complete = true;
  lines.forEach((line, at) => {
    if (!line.text.includes('附')) return;
    if (lost.test(line.text)) complete = false;
    const match = line.text.length <= nameLength && line.place !== 'cell' ? label.exec(line.text) : null;
    if (!match) {
      mentioned.push(...mentionsOn(line));
      return;
    }
    const rest = match[2] ?? '';
    const first = item.exec(rest);
    if (match[1] === undefined && (first || rest === '')) {
      if (first) listed.push({ number: Number(first[1]), name: first[2] ?? '', range: line.range });
      listed.push(...itemsBelow(lines, at + 1, first ? Number(first[1]) + 1 : 1));
      if (!first && rest === '' && listed.length === 0) listed.push({ name: '', range: line.range });
    } else {
      const number = match[1] === undefined ? undefined : numberOf(match[1]);
      listed.push({ name: rest, range: line.range, ...(number === undefined ? {} : { number }) });
    }
  });
  return { listed, mentioned, complete };
}

/** 2.…, 3.… below 附件：1.… */
function itemsBelow(lines: readonly Line[], from: number, number: number): readonly Attachment[] {
  const found: Attachment[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    const match = line && line.text.length <= nameLength ? item.exec(line.text) : null;
    if (!line || !match || Number(match[1]) !== number + found.length) break;
    found.push({ number: Number(match[1]), name: match[2] ?? '', range: line.range });
  }
  return found;
}

function mentionsOn(line: Line): readonly AttachmentMention[] {
  return [...line.text.matchAll(mention)].flatMap(({ 0: words, 1: written = '', index }) => {
    const before = line.text.slice(0, index);
    // 《…》附件2 belongs to that document; 《名单》（附件2） is one of ours.
    const named = namedBy(before, line.text.slice(index + words.length));
    if (/[》”]\s*(?:的)?$/.test(before)) return [];
    // Words run together in pasting (…情况附件2名单) are headings that lost their line.
    const behind = line.text.charAt(index + words.length);
    if (!sending.test(before) && !/[）)]/.test(behind) && named === undefined) return [];
    const number = numberOf(written);
    return number === undefined
      ? []
      : [{ number, words, range: line.at(index, index + words.length), ...(named ? { name: named } : {}) }];
  });
}

/** The title in front of （附件1） or （见附件1）, or right behind the number. */
function namedBy(before: string, behind: string): string | undefined {
  const front = /《([^《》]{2,80})》\s*[（(](?:详?见)?\s*$/u.exec(before.slice(-100))?.[1];
  return front ?? /^[：:\s]*《([^《》]{2,80})》/u.exec(behind.slice(0, 90))?.[1];
}

function numberOf(written: string): number | undefined {
  return /^\d/.test(written) ? Number(written) : hanToNumber(written);
}
