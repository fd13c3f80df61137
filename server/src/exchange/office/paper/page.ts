import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  HeightRule,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import * as standard from '../../paper/standard.ts';
import { styleIds } from './styles.ts';

/** 5.1, 5.2: the page, its margins and its grid. Lying down, its upper edge is the binding edge of an odd page (8). */
export function pageOf(landscape: boolean): ISectionPropertiesOptions {
  const margin = landscape
    ? {
        top: standard.marginBinding,
        bottom: standard.marginCut,
        right: standard.marginTop,
        left: standard.marginBottom,
      }
    : {
        top: standard.marginTop,
        bottom: standard.marginBottom,
        left: standard.marginBinding,
        right: standard.marginCut,
      };
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // The library turns the sides round itself for a page that lies down.
      size: {
        width: standard.pageWidth,
        height: standard.pageHeight,
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...margin, header: 0, footer: landscape ? 0 : standard.footerDistance, gutter: 0 },
    },
    grid: {
      type: DocumentGridType.LINES_AND_CHARS,
      linePitch: standard.lineHeight,
      charSpace: standard.gridPitch,
    },
  };
}

/** 7.5: — 1 — on the outer side, one character in. */
export function footersOf(landscape: boolean) {
  const footer = (isOdd: boolean) =>
    new Footer({ children: landscape ? [turnedNumber(isOdd), hidden()] : [upright(isOdd)] });
  return { default: footer(true), even: footer(false) };
}

function number(): readonly TextRun[] {
  const font = { hint: 'eastAsia' };
  return [
    new TextRun({ text: '— ', font }),
    new TextRun({ children: [PageNumber.CURRENT], font }),
    new TextRun({ text: ' —', font }),
  ];
}

function upright(isOdd: boolean): Paragraph {
  return new Paragraph({
    style: styleIds.pageNumber,
    alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: isOdd ? { right: standard.pageNumberCharacter } : { left: standard.pageNumberCharacter },
    children: number(),
  });
}

/** A footer that holds a table ends with a paragraph. */
function hidden(): Paragraph {
  return new Paragraph({ style: styleIds.pageNumber, children: [] });
}

/**
 * 8: on a page that lies down the number stands where it stands on all others: beside the left edge of the text, turned
 * with the sheet. A table with one cell holds it there, as Word turns text in cells only.
 */
function turnedNumber(isOdd: boolean): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const border = { top: none, bottom: none, left: none, right: none };
  const width = standard.footerLineHeight + 40;
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [width],
    width: { size: width, type: WidthType.DXA },
    borders: { ...border, insideHorizontal: none, insideVertical: none },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: standard.footerDistance - 20,
      absoluteVerticalPosition: standard.marginBinding,
    },
    rows: [
      new TableRow({
        height: { value: standard.textWidth, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { top: 0, bottom: 0, left: 0, right: 0 },
            borders: border,
            children: [upright(isOdd)],
          }),
        ],
      }),
    ],
  });
}
