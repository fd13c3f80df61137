import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { PaperCell, PaperTable } from '../../paper/paper.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

const margins = { top: 20, bottom: 20, left: 85, right: 85 };

/** A table as wide as the text area; its header comes again on every page. */
export function tableOf({ widths, header, rows }: PaperTable): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths,
    width: { size: whole, type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((cell, at) => cellOf(cell, widths[at] ?? 0, true, undefined)),
      }),
      ...rows.map(
        ({ cells, whole: cantSplit }, row) =>
          new TableRow({
            cantSplit,
            children: cells.map((cell, at) => cellOf(cell, widths[at] ?? 0, false, rows[row + 1]?.cells[at])),
          }),
      ),
    ],
  });
}

function cellOf(cell: PaperCell, width: number, isHead: boolean, below: PaperCell | undefined): TableCell {
  const merge = cell.merged
    ? { verticalMerge: VerticalMergeType.CONTINUE }
    : below?.merged
      ? { verticalMerge: VerticalMergeType.RESTART }
      : {};
  return new TableCell({
    ...merge,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins,
    children: [
      new Paragraph({
        style: isHead ? styleIds.tableHead : styleIds.tableText,
        ...(cell.centred && !isHead ? { alignment: AlignmentType.CENTER } : {}),
        children: cell.merged ? [] : textRuns(cell.runs),
      }),
    ],
  });
}
