import type { Line, Plan } from '../../plan/model.ts';
import { lineOf, type StreamItem } from './stream.ts';

const numeral = '[1-9]\\d?|十[一二三四五六七八九]?|[一二三四五六七八九]';
/** 附件1, 附件：名称, 附件 2 名称; not 附件1-5 and no sentence. */
const attachmentLine = new RegExp(`^附\\s*件\\s*(${numeral})?\\s*(?:$|[：:.．、\\s]\\s*(.*)$)`, 'u');
const attachmentLength = 60;
/** 1.名称 of a note. */
const entry = /^\s*([1-9]\d?\s*[.．、])\s*(\S.*)$/;

/** 附件 and its number at the head of a line. */
export interface AttachmentLine {
  /** 附件1, as it stands above an attachment (GB/T 9704-2012 7.3.7). */
  readonly label: string;
  /** Index in the text of the line where the name begins; its length where there is none. */
  readonly nameAt: number;
}

export function attachmentAt(line: Line | undefined): AttachmentLine | undefined {
  if (!line || (line.place !== 'paragraph' && line.place !== 'heading')) return undefined;
  if (line.text.length > attachmentLength || /[。；]$/.test(line.text)) return undefined;
  const match = attachmentLine.exec(line.text);
  if (!match) return undefined;
  return { label: `附件${match[1] ?? ''}`, nameAt: line.text.length - (match[2]?.length ?? 0) };
}

/** Where the items of a plan end that are its text, and what is what behind them; indexes in the stream. */
export interface Ending {
  /** Lines of the note that lists the attachments. */
  readonly note: ReadonlySet<number>;
  /** Lines of issuer and date, the first of them, and the line that holds both behind other words. */
  readonly signature: ReadonlySet<number>;
  readonly signatureAt: number;
  /** Where attachments begin. */
  readonly attachments: readonly number[];
}

/**
 * Tells note, signature and attachments of a plan apart (GB/T 9704-2012 7.3.4, 7.3.5, 7.3.7): what begins with 附件 in
 * front of the signature lists attachments, what does so behind it is one.
 * @param from index of the first item behind the title
 */
export function readEnding(items: readonly StreamItem[], from: number, plan: Plan): Ending {
  const closing = plan.closing ? items.findIndex((item) => lineOf(item) === plan.closing) : -1;
  const signature = new Set(signatureLines(items, Math.max(from, closing), plan));
  const signatureAt = Math.min(...signature, items.length);
  const signed = Math.max(...signature, -1);
  const note = new Set<number>();
  const attachments: number[] = [];
  for (let at = from; at < items.length; at++) {
    const line = lineOf(items[at]);
    const found = attachmentAt(line);
    if (!line || !found) continue;
    const isFirst = at === from;
    if (line.place === 'heading' || (signed >= 0 && at > signed)) {
      attachments.push(at);
      continue;
    }
    const name = line.text.slice(found.nameAt);
    if (entry.test(name) || (signed >= 0 && at < signatureAt) || listsOnly(items, at)) {
      for (const one of noteLines(items, at, name)) note.add(one);
      at = Math.max(...note);
    } else if (!isFirst) attachments.push(at);
  }
  return { note, signature, signatureAt, attachments };
}

/** The line and its fellows below it: 2.…, 3.…, or further lines that begin with 附件. */
function noteLines(items: readonly StreamItem[], at: number, name: string): readonly number[] {
  const lines = [at];
  let last = Number.parseInt(entry.exec(name)?.[1] ?? '0', 10);
  for (let next = at + 1; next < items.length; next++) {
    const line = lineOf(items[next]);
    const number = line && entry.exec(line.text)?.[1];
    if (number === undefined || Number.parseInt(number, 10) !== last + 1) break;
    last++;
    lines.push(next);
  }
  return lines;
}

/** Nothing but lines that begin with 附件 comes behind it: names, and no attachments. */
function listsOnly(items: readonly StreamItem[], at: number): boolean {
  const rest = items.slice(at + 1);
  const found = attachmentAt(lineOf(items[at]));
  const hasName = found !== undefined && found.nameAt < (lineOf(items[at])?.text.length ?? 0);
  return hasName && rest.every((item) => attachmentAt(lineOf(item)) !== undefined);
}

/** The lines of issuer and date, joint issuers on lines of their own included; none where the signature is not in the text. */
function signatureLines(items: readonly StreamItem[], from: number, plan: Plan): readonly number[] {
  const holds = (range: { readonly start: number } | undefined) =>
    range
      ? items.findIndex((item, at) => {
          const line = lineOf(item);
          return at >= from && line && line.range.start <= range.start && range.start < line.range.end;
        })
      : -1;
  const issuer = holds(plan.issuer?.range);
  const issued = holds(plan.issued?.range);
  const found = [issuer, issued].filter((at) => at >= 0);
  const first = Math.min(...found);
  const last = Math.max(...found);
  // Issuer and date stand close together; what lies far apart is something else.
  if (found.length === 0 || last - first > 6) return [];
  const lines = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return lines.every((at) => lineOf(items[at])) ? lines : [];
}

export interface SignatureWords {
  readonly issuers: readonly string[];
  readonly date: string;
  /** What stands in the first line in front of the issuer, and in the last one behind the date: indexes in their texts. */
  readonly before: number;
  readonly after: number;
}

/** The words of a signature on its lines. */
export function signatureWords(lines: readonly Line[], plan: Plan): SignatureWords {
  const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');
  const dated = lines.find((line) => plan.issued && contains(line, plan.issued.range.start));
  const named = lines.find((line) => plan.issuer && contains(line, plan.issuer.range.start));
  if (dated && dated === named && plan.issuer && plan.issued) {
    // …贯彻落实。青禾县教育局2024年3月5日（联系人：…）
    const start = indexAt(dated, plan.issuer.range.start);
    const end = indexAt(dated, plan.issued.range.end - 1) + 1;
    return { issuers: [plan.issuer.value], date: dayOf(squeeze(plan.issued.raw)), before: start, after: end };
  }
  const issuers = lines.filter((line) => line !== dated).map(({ text }) => squeeze(text));
  const after = dated ? dated.text.length : 0;
  return { issuers, date: dated ? dayOf(squeeze(dated.text)) : '', before: 0, after };
}

/** Room is left for a day that is still to be filled in. */
function dayOf(date: string): string {
  return date.replace(/[|｜。]+$/, '').replace(/月日$/, '月　日');
}

function contains({ range }: Line, offset: number): boolean {
  return range.start <= offset && offset < range.end;
}

/** Index in the text of a line of what stands at an offset of the source. */
function indexAt(line: Line, offset: number): number {
  for (let at = 0; at < line.text.length; at++) if (line.at(at, at + 1).end > offset) return at;
  return line.text.length;
}

/** The entries that a line of the note lists: number as written, and where the name begins in the line. */
export function noteEntry(line: Line): { readonly number: string; readonly nameAt: number } {
  const found = attachmentAt(line);
  const from = found ? found.nameAt : 0;
  const match = entry.exec(line.text.slice(from));
  if (!match) {
    // 附件2：名称 on a line of its own.
    const number = /\d+/.exec(found?.label ?? '')?.[0];
    return { number: number === undefined ? '' : `${number}.`, nameAt: from };
  }
  return { number: `${Number.parseInt(match[1] ?? '', 10)}.`, nameAt: line.text.length - (match[2]?.length ?? 0) };
}
