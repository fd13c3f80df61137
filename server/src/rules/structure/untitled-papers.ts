import { readCount } from '../../numbering/han.ts';
import { readAttachments } from '../../plan/attachments/attachment-list.ts';
import { isDocumentNumber } from '../../plan/line/document-numbers.ts';
import type { Line, Plan, PlanTable } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

const addressee = /^(?:各|市|县|区|镇|乡|局|省|全|有关|校|院|公司|集团|直属).{1,90}[：:]$/;

/** The addressee of a notice right below its number (GB/T 9704-2012 7.3.1, 7.3.2: the title stands between them). */
export function untitledNotice({ lines, title }: Plan): Line | undefined {
  if (!title) return undefined;
  const first = lines.findIndex(({ range }) => range.start >= title.range.start);
  if (first < 2) return undefined;
  const at = lines.findIndex(({ text }, index) => index < first - 1 && isDocumentNumber(text));
  const next = at < 0 ? undefined : lines[at + 1];
  return next && addressee.test(next.text) ? next : undefined;
}

/** An attachment that begins with its table or its 一、, though the note below the text gives it a name. */
export interface UntitledAttachment {
  readonly name: string;
  readonly range: Range;
}

const mark = /^附[ \u3000]?件[ \u3000]?([\d一二三四五六七八九十]{0,2})[ \u3000]?[：:]?$/;

export function untitledAttachments(plan: Plan): readonly UntitledAttachment[] {
  const { lines, tables } = plan;
  if (!lines.some(isMark)) return [];
  const { listed } = readAttachments(lines);
  return lines.flatMap((line, at): readonly UntitledAttachment[] => {
    if (!isMark(line)) return [];
    const written = mark.exec(line.text)?.[1] ?? '';
    const ordinal = written === '' ? undefined : readCount(written);
    const name = listed.find((one) => one.name !== '' && (one.number ?? ordinal) === ordinal)?.name;
    if (!name) return [];
    const next = lines[at + 1];
    const table = tables.find(({ range }) => range.start > line.range.end);
    const isTable = table !== undefined && (!next || table.range.start < next.range.start);
    if (isTable)
      return isUntitled(table) ? [{ name, range: between(line, table.range, table.columns[0]?.header.range) }] : [];
    return next && beginsParts(next, lines) ? [{ name, range: { start: line.range.start, end: next.range.end } }] : [];
  });
}

const isMark = ({ text, place }: Line): boolean =>
  place !== 'cell' && place !== 'quote' && text.length <= 8 && mark.test(text);

/** From the mark to the head of the table. */
const between = (line: Line, table: Range, header: Range | undefined): Range => ({
  start: line.range.start,
  end: header && header.start >= table.start ? header.end : line.range.end,
});

/** A head of several columns, none of which may be the title that a merged row holds. */
function isUntitled({ columns, title }: PlanTable): boolean {
  const heads = columns.map(({ header }) => header.text.trim()).filter((text) => text !== '');
  return (
    (title === undefined || mark.test(title.value)) &&
    heads.length >= 2 &&
    heads.every((text) => text.length <= longestHead)
  );
}
const longestHead = 9;

/** 一、 of more than one. */
function beginsParts({ facts: { number } }: Line, lines: readonly Line[]): boolean {
  if (number?.value !== 1 || (number.kind !== 'han' && number.kind !== 'chapter')) return false;
  return lines.some(({ facts }) => facts.number?.kind === number.kind && facts.number.value === 2);
}
