import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Imprint, PaperHead } from '../../paper/paper.ts';
import * as standard from '../../paper/standard.ts';
import { widthOf } from '../../paper/title-lines.ts';
import { printable } from '../../plain-words.ts';
import { fontOf } from './fonts.ts';
import { styleIds } from './styles.ts';

const hint = { hint: 'eastAsia' };
/** A line of this height with nothing on it. */
export function empty(height: number = standard.lineHeight, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, spacing: { line: height, lineRule: LineRuleType.EXACT } });
}

export function emptyLines(count: number, keepNext = false): readonly Paragraph[] {
  return Array.from({ length: count }, () => empty(standard.lineHeight, keepNext));
}

/** 版头 (7.2): marks on the first lines, the letterhead 35 mm down, the number below it, the red line below that. */
export function headParagraphs({ marks, letterhead, documentNumber, signers }: PaperHead): readonly Paragraph[] {
  const above = standard.letterheadTop - marks.length * standard.lineHeight;
  const size = letterheadSize(letterhead);
  return [
    ...marks.map(
      ({ text, kind }) =>
        new Paragraph({
          alignment: AlignmentType.LEFT,
          children: [
            new TextRun({ text: printable(text), font: kind === 'copyNumber' ? fontOf('fang') : fontOf('hei') }),
          ],
        }),
    ),
    empty(Math.max(20, above)),
    new Paragraph({
      style: styleIds.letterhead,
      // As high as its characters, so that they begin where the line does.
      spacing: { line: size * 20, lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: printable(letterhead), size: size * 2, font: hint })],
    }),
    ...emptyLines(standard.linesAboveNumber),
    numberLine(documentNumber, signers),
    ...emptyLines(standard.linesAboveTitle),
  ];
}

/** As large as fits on one line, within what looks like a letterhead. */
function letterheadSize(letterhead: string): number {
  const fitting = Math.floor(standard.textWidth / 20 / Math.max(1, widthOf(letterhead)));
  return Math.max(standard.letterheadSizes.smallest, Math.min(standard.letterheadSizes.largest, fitting));
}

/** 7.2.5, 7.2.6: centred; in a paper to a superior at the left, 签发人 at the right, each one character in. */
function numberLine(documentNumber: string, signers: readonly string[]): Paragraph {
  const border = {
    bottom: {
      style: BorderStyle.SINGLE,
      size: standard.redLine,
      color: standard.red,
      space: standard.redLineGap,
    },
  };
  if (signers.length === 0) {
    return new Paragraph({
      style: styleIds.number,
      border,
      children: [new TextRun({ text: printable(documentNumber), font: hint })],
    });
  }
  return new Paragraph({
    style: styleIds.number,
    alignment: AlignmentType.LEFT,
    // Not by the indents of the paragraph: between them the red line would be shorter than the text is wide (7.2.7).
    indent: { firstLine: standard.character },
    tabStops: [{ type: TabStopType.RIGHT, position: standard.textWidth - standard.character }],
    border,
    children: [
      new TextRun({ text: printable(documentNumber), font: hint }),
      new TextRun({ children: [new Tab()] }),
      new TextRun({ text: '签发人：', font: hint }),
      new TextRun({ text: printable(signers.join('　')), font: fontOf('kai') }),
    ],
  });
}

/** 版记 (7.4): at the foot of the last page, between thick lines that are as wide as the text. */
export function imprintTable({ copies, printer, printed }: Imprint): Table {
  const thick = { style: BorderStyle.SINGLE, size: standard.imprintThickLine, color: '000000' };
  const thin = { style: BorderStyle.SINGLE, size: standard.imprintThinLine, color: '000000' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const hanging = 3 * standard.imprintCharacter;
  const copied = new Paragraph({
    style: styleIds.imprint,
    indent: { left: standard.imprintCharacter + hanging, right: standard.imprintCharacter, hanging },
    children: [new TextRun({ text: `抄送：${printable(copies)}。`, font: hint })],
  });
  const made = new Paragraph({
    style: styleIds.imprint,
    tabStops: [{ type: TabStopType.RIGHT, position: standard.textWidth - standard.imprintCharacter }],
    children: [
      new TextRun({ text: printable(printer), font: hint }),
      ...(printed === ''
        ? []
        : [new TextRun({ children: [new Tab()] }), new TextRun({ text: `${printable(printed)}印发`, font: hint })]),
    ],
  });
  const lines = [...(copies === '' ? [] : [copied]), ...(printer === '' && printed === '' ? [] : [made])];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [standard.textWidth],
    width: { size: standard.textWidth, type: WidthType.DXA },
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    float: {
      // Some programs let nothing float that is as wide as the text unless it goes by the page: 1 mm off, as 订口 and 切口
      // differ by 2 mm and change sides.
      horizontalAnchor: TableAnchorType.PAGE,
      relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: lines.map((line) => new TableRow({ cantSplit: true, children: [new TableCell({ children: [line] })] })),
  });
}
