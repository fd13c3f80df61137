import { HeadingLevel, LineRuleType, Paragraph, TextRun } from 'docx';
import type { AttachmentEntry, PaperBlock } from '../../paper/paper.ts';
import * as standard from '../../paper/standard.ts';
import { widthOf } from '../../paper/title-lines.ts';
import { printable } from '../../plain-words.ts';
import { empty, emptyLines } from './head.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

export const bullets = 'bullets';
/** Places in a list whose numbers are written in the text. */
export const items = 'items';
/** Deepest level of a list. */
export const deepestItem = 5;
const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

/** Where a block stands. */
export interface Standing {
  readonly sealed: boolean;
  /** It must stay on the page of the block behind it (7.3.5.5: no page with the signature alone). */
  readonly keepNext: boolean;
  readonly pageBreakBefore: boolean;
}

type Simple = Exclude<PaperBlock, { readonly kind: 'table' }>;

/** An element of the paper as paragraphs, the empty lines around it included. */
export function blockParagraphs(block: Simple, { sealed, keepNext, pageBreakBefore }: Standing): readonly Paragraph[] {
  const keep = keepNext ? { keepNext: true } : {};
  const place = { ...keep, ...(pageBreakBefore ? { pageBreakBefore: true } : {}) };
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.TITLE,
          ...(pageBreakBefore ? { pageBreakBefore: true } : {}),
          children: block.lines.map(
            (text, at) =>
              new TextRun({ text: printable(text), font: { hint: 'eastAsia' }, ...(at > 0 ? { break: 1 } : {}) }),
          ),
        }),
      ];
    case 'subtitle':
      return [new Paragraph({ style: styleIds.subtitle, children: textRuns([{ text: block.text }]) })];
    case 'addressee':
      return [new Paragraph({ style: styleIds.addressee, ...place, children: textRuns(block.runs) })];
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level - 1] ?? HeadingLevel.HEADING_4,
          ...place,
          ...(block.centred ? { alignment: 'center' as const, indent: { firstLine: 0, firstLineChars: 0 } } : {}),
          children: textRuns(block.runs),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: styleIds.body, ...place, children: textRuns(block.runs) })];
    case 'bullet':
    case 'numberedItem': {
      const reference = block.kind === 'bullet' ? bullets : items;
      return [
        new Paragraph({
          style: styleIds.bullet,
          ...place,
          numbering: { reference, level: Math.min(block.depth, deepestItem) - 1, custom: true },
          children: textRuns(block.runs),
        }),
      ];
    }
    case 'quote':
      return [new Paragraph({ style: styleIds.quote, ...place, children: textRuns(block.runs) })];
    case 'verbatim':
      return [
        new Paragraph({
          style: block.centred ? styleIds.number : styleIds.verbatim,
          ...place,
          children: textRuns([{ text: block.text }]),
        }),
      ];
    case 'caption':
      return [
        new Paragraph({
          style: styleIds.caption,
          ...place,
          keepNext: true,
          spacing: { line: standard.lineHeight, lineRule: LineRuleType.EXACT },
          children: textRuns(block.runs),
        }),
      ];
    case 'attachmentNote':
      return [
        ...emptyLines(standard.linesAboveNote, true),
        ...block.items.map((item, at) => noteParagraph(item, at === 0)),
      ];
    case 'signature':
      return signatureParagraphs(block.issuers, block.date, sealed);
  }
}

/** 7.3.4: two characters in; a name that goes on on the next line goes on below its first character. */
function noteParagraph({ number, runs }: AttachmentEntry, isFirst: boolean): Paragraph {
  const label = widthOf('附件：') * standard.character;
  const own = Math.round(widthOf(number) * standard.character);
  const hanging = own + (isFirst ? label : 0);
  return new Paragraph({
    style: styleIds.note,
    keepNext: true,
    indent: { left: 2 * standard.character + label + own, ...(hanging > 0 ? { hanging } : {}) },
    children: textRuns([{ text: `${isFirst ? '附件：' : ''}${number}` }, ...runs].filter(({ text }) => text !== '')),
  });
}

/** How far the lines of a signature stand from the right edge, in characters (7.3.5.1, 7.3.5.2). */
export function signatureIndents(
  issuers: readonly string[],
  date: string,
  sealed: boolean,
): { readonly issuers: readonly number[]; readonly date: number } {
  const dateWidth = widthOf(date);
  const widest = Math.max(0, ...issuers.map(widthOf));
  if (sealed) {
    // The issuer stands in the middle above the date; a long one moves the date with it, or it would leave the page.
    const dateIndent = Math.max(standard.sealedDateIndent, (widest - dateWidth) / 2);
    return { date: dateIndent, issuers: issuers.map((issuer) => dateIndent + (dateWidth - widthOf(issuer)) / 2) };
  }
  if (date === '') return { date: 0, issuers: issuers.map(() => standard.unsealedIndent) };
  if (issuers.length === 0) return { date: standard.sealedDateIndent, issuers: [] };
  // 7.3.5.2: where the date is longer, it stands two characters in and the issuer further.
  const last = widthOf(issuers.at(-1) ?? '');
  if (dateWidth > last) {
    const first = standard.unsealedIndent + dateWidth + standard.dateShift;
    return { date: standard.unsealedIndent, issuers: issuers.map((issuer) => Math.max(0, first - widthOf(issuer))) };
  }
  const left = standard.unsealedIndent + last;
  return {
    date: Math.max(0, left - standard.dateShift - dateWidth),
    issuers: issuers.map(() => standard.unsealedIndent),
  };
}

function signatureParagraphs(issuers: readonly string[], date: string, sealed: boolean): readonly Paragraph[] {
  const indents = signatureIndents(issuers, date, sealed);
  const line = (text: string, characters: number, keepNext: boolean) =>
    new Paragraph({
      style: styleIds.signature,
      ...(keepNext ? { keepNext } : {}),
      indent: { right: Math.round(characters * standard.character) },
      children: textRuns([{ text }]),
    });
  const above = sealed ? standard.linesAboveSeal : standard.linesAboveSignature;
  return [
    ...emptyLines(above, true),
    ...issuers.map((issuer, at) => line(issuer, indents.issuers[at] ?? 0, date !== '' || at < issuers.length - 1)),
    ...(date === '' ? [] : [line(date, indents.date, false)]),
  ];
}

/** 7.3.7: 附件1 on the first line of a new page. */
export function labelParagraphs(label: string, pageBreakBefore: boolean): readonly Paragraph[] {
  return [
    new Paragraph({
      style: styleIds.label,
      ...(pageBreakBefore ? { pageBreakBefore } : {}),
      children: textRuns([{ text: label }]),
    }),
    ...Array.from({ length: standard.linesBelowLabel }, () => empty(standard.lineHeight, true)),
  ];
}
