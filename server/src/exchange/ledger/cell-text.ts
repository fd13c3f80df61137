import type { ColumnField, PlanTable, TableCell } from '../../plan/model.ts';

const lineBreak = /<br[ \t]{0,9}\/?>/gi;

/**
 * What a cell says, without Markdown; `<br>` gives a line of its own. The lines of a tab-led cell are kept but
 * for stages and times, whose words are broken to make them narrow.
 */
export function plainCell(
  source: string,
  cell: TableCell,
  kind: PlanTable['source'],
  field: ColumnField | undefined,
): string {
  if (kind === 'tabs') {
    const narrow = field === 'stage' || field === 'time';
    return cell.lines.map((line) => line.text.trim()).join(narrow ? '' : '\n');
  }
  const written = source.slice(cell.range.start, cell.range.end);
  lineBreak.lastIndex = 0;
  if (!lineBreak.test(written)) return cell.text.trim();
  return written
    .split(lineBreak)
    .map((part) =>
      part
        .replace(/\[([^\]\n]{0,200})\]\([^)\n]{0,400}\)/g, '$1')
        .replace(/(?<!\\)(?:\*\*|__|~~|`)/g, '')
        .replace(/\\([!-/:-@[-`{-~])/g, '$1')
        .trim(),
    )
    .join('\n')
    .trim();
}
