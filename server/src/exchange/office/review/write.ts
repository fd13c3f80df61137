import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import * as standard from '../../paper/standard.ts';
import { printable } from '../../plain-words.ts';
import type { Piece } from '../../review/quote.ts';
import type { Review, ReviewEntry } from '../../review/review.ts';
import { reportWords, severities, sumOf, totalRows } from '../../review/words.ts';
import { finish } from '../paper/finish.ts';
import { fontOf } from '../paper/fonts.ts';

const hint = { hint: 'eastAsia' };
/** Colours behind the words in question and below what is proposed. */
const questioned = 'FFE08A';
const proposed = 'D4F0D4';
/** Widths of number, severity, text, finding and proposal: the text area of 156 mm. */
const columns = [760, 800, 2600, 2600, 2084];

/** Writes the report as .docx. */
export async function writeReview(review: Review): Promise<Uint8Array> {
  const words = reportWords[review.language];
  const children: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs([{ text: words.title, marked: false }]) }),
    line(words.checked(review.day)),
    totals(review),
  ];
  for (const { path, plans } of review.files) {
    for (const { title, sections } of plans) {
      children.push(heading(title || words.untitled, HeadingLevel.HEADING_1), line(path));
      if (sections.length === 0) children.push(line(words.nothing));
      for (const section of sections) {
        children.push(heading(section.title, HeadingLevel.HEADING_2), findings(section.entries, review.language));
      }
    }
  }
  if (review.failures.length > 0) {
    children.push(heading(words.failures, HeadingLevel.HEADING_1));
    for (const { place, message } of review.failures) children.push(line(`${place}：${message}`));
  }
  children.push(line(''), line(`${words.opinion}：`), line(''), line(`${words.signed}：　　　　　　${words.date}：`));
  const document = new Document({
    title: words.title,
    creator: '',
    lastModifiedBy: '',
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { font: fontOf('fang'), size: standard.tableSize, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } },
        },
        title: {
          run: { font: fontOf('biaosong'), size: standard.titleSize, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
        },
        heading1: {
          run: { font: fontOf('hei'), size: standard.bodySize, bold: false, color: '000000' },
          paragraph: { keepNext: true, spacing: { before: 360, after: 80 } },
        },
        heading2: {
          run: { font: fontOf('kai'), size: standard.imprintSize, bold: false, color: '000000' },
          paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: standard.pageWidth, height: standard.pageHeight },
            margin: {
              top: standard.marginTop,
              bottom: standard.marginBottom,
              left: standard.marginBinding,
              right: standard.marginCut,
              footer: standard.footerDistance,
              header: 0,
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('song') })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return finish(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ heading: level, children: runs([{ text, marked: false }]) });
}

function line(text: string): Paragraph {
  return new Paragraph({ children: runs([{ text, marked: false }]) });
}

/** Line ends within the text stay. */
function runs(pieces: readonly Piece[], fill?: string, size?: number): TextRun[] {
  return pieces.flatMap(({ text, marked }) =>
    printable(text)
      .split('\n')
      .map(
        (part, at) =>
          new TextRun({
            text: part,
            font: hint,
            ...(at > 0 ? { break: 1 } : {}),
            ...(size === undefined ? {} : { size }),
            ...(marked && fill ? { shading: { type: 'clear' as const, fill, color: 'auto' } } : {}),
          }),
      ),
  );
}

const noteSize = 20;

function cell(paragraphs: readonly Paragraph[], width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
  });
}

function headRow(texts: readonly string[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: texts.map((text, at) =>
      cell(
        [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text, font: fontOf('hei') })],
          }),
        ],
        widths[at] ?? 0,
      ),
    ),
  });
}

function tableWith(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows,
  });
}

function totals(review: Review): Table {
  const words = reportWords[review.language];
  const widths = [standard.textWidth - 5 * 860, 860, 860, 860, 860, 860];
  return tableWith(widths, [
    headRow([words.file, ...severities.map((severity) => words.severity[severity]), words.total], widths),
    ...totalRows(review).map(({ name, path, counts }) => {
      const texts = [
        name + (path === '' ? '' : `（${path}）`),
        ...severities.map((severity) => String(counts[severity])),
        String(sumOf(counts)),
      ];
      return new TableRow({ children: texts.map((text, at) => cell([line(text)], widths[at] ?? 0)) });
    }),
  ]);
}

function findings(entries: readonly ReviewEntry[], language: 'zh' | 'en'): Table {
  const words = reportWords[language];
  const note = (text: string) => new Paragraph({ children: runs([{ text, marked: false }], undefined, noteSize) });
  return tableWith(columns, [
    headRow([words.number, words.level, words.quote, words.finding, words.proposal], columns),
    ...entries.map(
      ({ number, severity, message, basis, line: at, quote, proposal, advice, unsure, related }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([line(String(number))], columns[0] ?? 0),
            cell([line(words.severity[severity])], columns[1] ?? 0),
            cell([new Paragraph({ children: runs(quote, questioned) }), note(words.line(at))], columns[2] ?? 0),
            cell(
              [
                line(message),
                ...(basis.length > 0 ? [note(words.basis + basis.join(words.separator))] : []),
                ...related.map((one) => note(words.related + one)),
              ],
              columns[3] ?? 0,
            ),
            cell(
              [
                ...proposal.map((pieces) => new Paragraph({ children: runs(pieces, proposed) })),
                ...(advice === '' ? [] : [note(advice + (unsure ? `（${words.unsure}）` : ''))]),
              ],
              columns[4] ?? 0,
            ),
          ],
        }),
    ),
  ]);
}
