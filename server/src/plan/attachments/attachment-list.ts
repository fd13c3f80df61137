import { readCount } from '../../numbering/han.ts';
import { FILE_ENDING } from '../../text/files.ts';
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
  /** What the text calls it: 《名单》（附件2）, 附件2《名单》, 《附件2：名单》. */
  readonly name?: string;
  readonly nameRange?: Range;
  /** The words in front that end with what it is: 汇总表见附件2, 排查汇总表（见附件2）. */
  readonly phrase?: string;
}

export interface Attachments {
  readonly listed: readonly Attachment[];
  readonly mentioned: readonly AttachmentMention[];
  /** False when attachments are listed in a way that cannot be read for sure. */
  readonly complete: boolean;
}

const numeral = '[1-9１-９][0-9０-９]?|十[一二三四五六七八九]?|[一二三四五六七八九]';
/** 附件：…, 附件1：…, 附表2 …; a line of its own or with its name. */
const label = new RegExp(`^附\\s*[件表图录]?\\s*(${numeral})?\\s*(?:[：:.．、]\\s*|\\s+|$)(.*)$`, 'u');
const item = /^([1-9１-９][0-9０-９]?)\s*[.．、]\s*(.+)$/u;
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
      const number = first ? (readCount(first[1] ?? '') ?? 1) : 0;
      if (first) listed.push({ number, name: first[2] ?? '', range: line.range });
      listed.push(...itemsBelow(lines, at + 1, number + 1));
      if (!first && rest === '' && listed.length === 0)
        listed.push(titleBelow(lines[at + 1]) ?? { name: '', range: line.range });
    } else {
      const number = match[1] === undefined ? undefined : readCount(match[1]);
      listed.push({ name: rest, range: line.range, ...(number === undefined ? {} : { number }) });
    }
  });
  return { listed, mentioned, complete };
}

/** What a paper is that stands behind the plan under 附件 and a title of its own. */
const paper = /^[\p{Script=Han}\d“”]{6,40}(?:表|名单|清单|登记册|台账|细则|办法|方案|标准|承诺书|责任书)$/u;

/** The title of the only attachment, below the word 附件. */
function titleBelow(line: Line | undefined): Attachment | undefined {
  return line && line.place !== 'cell' && paper.test(line.text) ? { name: line.text, range: line.range } : undefined;
}

/** 2.…, 3.… below 附件：1.…; a long name goes on in a line of its own. */
function itemsBelow(lines: readonly Line[], from: number, number: number): readonly Attachment[] {
  const found: Attachment[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line && download.test(line.text)) continue;
    const one = line && itemOn(line, number + found.length);
    const last = found.at(-1);
    const next = lines[at + 1];
    if (one) found.push(one);
    else if (line && next && last && line.text.length <= restLength && itemOn(next, number + found.length)) {
      found[found.length - 1] = { ...last, name: last.name + line.text };
    } else break;
  }
  return found;
}

/** 202605061123.xlsx below 1.申报汇总表: the file itself, under the name that a web page gave it. */
const download = new RegExp(`^\\d{8,20}${FILE_ENDING}$`, 'i');
/** What is left of a name on a second line. */
const restLength = 30;

function itemOn(line: Line, number: number): Attachment | undefined {
  const match = line.text.length <= nameLength ? item.exec(line.text) : null;
  if (!match || readCount(match[1] ?? '') !== number) return undefined;
  return { number, name: match[2] ?? '', range: line.range };
}

function mentionsOn(line: Line): readonly AttachmentMention[] {
  return [...line.text.matchAll(mention)].flatMap(({ 0: words, 1: written = '', index }) => {
    const before = line.text.slice(0, index);
    const rest = line.text.slice(index + words.length);
    // 《…》附件2 belongs to that document; 《名单》（附件2） is one of ours.
    const named = namedBy(before, rest);
    if (/[》”]\s*(?:的)?$/.test(before)) return [];
    // Words run together in pasting (…情况附件2名单) are headings that lost their line.
    if (!sending.test(before) && !/^[）)]/.test(rest) && named === undefined) return [];
    const number = readCount(written);
    const phrase = named === undefined && /^\s*(?:[）)。；，]|$)/.test(rest) ? phraseBefore(before) : undefined;
    return number === undefined
      ? []
      : [
          {
            number,
            words,
            range: line.at(index, index + words.length),
            ...(named ? { name: named, nameRange: placeOf(line, named, index) } : {}),
            ...(phrase ? { phrase } : {}),
          },
        ];
  });
}

/** The name beside the number at an index: in front of it, else behind. */
function placeOf(line: Line, name: string, index: number): Range {
  const front = line.text.lastIndexOf(name, index);
  const start = front >= 0 ? front : line.text.indexOf(name, index);
  return line.at(start, start + name.length);
}

/** 汇总表 in front of 见附件2, ，详见附件2 or （附件2）. */
function phraseBefore(before: string): string | undefined {
  return /([^。；！？，、：:（）()《》]{2,40})[，,]?\s*(?:[（(]?\s*(?:具体|详情)?(?:请)?[详参]?见|[（(])\s*$/u.exec(
    before.slice(-60),
  )?.[1];
}

/** The title in front of （附件1） or （见附件1）, right behind the number, or in its marks: 《附件1：名单》. */
function namedBy(before: string, behind: string): string | undefined {
  const front = /《([^《》]{2,80})》\s*[（(](?:详?见)?\s*$/u.exec(before.slice(-100))?.[1];
  // 《申报表》《汇总表》（附件1、附件2）: which title is which number's is not told by where it stands.
  if (/^\s*[、和及,，]\s*附[件表]/.test(behind)) return undefined;
  if (front !== undefined) return front;
  const inside = /《\s*$/.test(before) ? /^[：:\s]{1,3}([^《》]{2,80})》/u.exec(behind.slice(0, 90))?.[1] : undefined;
  return inside ?? /^[：:\s]*《([^《》]{2,80})》/u.exec(behind.slice(0, 90))?.[1];
}
