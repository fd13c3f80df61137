import type { Line, Plan, PlanTable, Section } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import { touches } from '../ranges.ts';
import { brokenLines, isNumbered, joined, subordinate } from './cell-lines.ts';
import { isSideLabel } from './item-cells.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { cellSource, lineEnd, lineStart, newline } from './source-lines.ts';

export const toProse: Refactoring = {
  kind: 'refactor.rewrite.fangan.toProse',
  title: { zh: '将表格转为逐项文字', en: 'Turn the table into paragraphs' },
  edits: proseOf,
};

/** Headers of the tables that we write. The others are the labels that stood in the text. */
export const ordinalHeader = '序号';
export const taskHeader = '工作任务';
export const contentHeader = '具体要求';

/** The table under the cursor. One of tasks becomes numbered items; another one its cells behind the words of its header. */
function proseOf({ open, recognised: { plan }, offset }: Spot): readonly Edit[] {
  const { text } = open;
  const table = plan.tables.find((one) => one.source === 'gfm' && touches(one.range, offset));
  // An item that goes on in several rows is no paragraph.
  const isMerged = table?.rows.some(({ cells }) => cells.some((cell) => cell.carried && cell.text === ''));
  if (!table || table.rows.length === 0 || isMerged || hasSurplus(text, table)) return [];
  const headers = table.columns.map(({ header }) => header.text.replace(/[\s\u3000]+/g, ''));
  // 备注, where nobody remarked anything, says nothing of what kind of table it is.
  const isSilent = (at: number) =>
    table.columns[at]?.field === 'remark' && table.rows.every(({ cells }) => (cells[at]?.text ?? '') === '');
  const shown = headers.flatMap((_, at) => (isSilent(at) ? [] : [at]));
  const heads = shown.map((at) => headers[at] ?? '');
  const eol = newline(text);
  const writing = writingOf(text, plan, table, eol);
  const isOfTasks = heads.includes(taskHeader) && heads.every(isOurHeader) && new Set(heads).size === heads.length;
  const rows = table.rows.map(({ cells }) =>
    shown.map((column, at) => {
      const cell = cells[column];
      if (!cell) return '';
      const lines = brokenLines(cellSource(text, cell.carried ?? cell));
      const head = heads[at] ?? '';
      const goesOn = isOfTasks && !isSideLabel(head) && !lines.some(isNumbered);
      return goesOn ? lines.join(writing.lineBreak) : joined(lines, isSideLabel(head));
    }),
  );
  const isStopped = isOfTasks && rows.some((cells) => isPhrase(heads, cells));
  const ordinal = isOfTasks
    ? heads.indexOf(ordinalHeader)
    : shown.findIndex((at) => table.columns[at]?.field === 'ordinal');
  const around = numbersAround(plan.sections, table);
  const paragraphs = withKind(rows, ordinal, table).flatMap((cells) => {
    const caption = captionOf(cells, ordinal, isOfTasks);
    const words =
      (caption && belowSection(caption, around)) ??
      (isOfTasks ? taskParagraph(heads, cells, writing, isStopped) : otherParagraph(ordinal, heads, cells, writing));
    return words === '' ? [] : [writing.indent + words];
  });
  const range = { start: lineStart(text, table.range.start), end: lineEnd(text, table.range.end) };
  return [{ range, text: paragraphs.join(isList(paragraphs) ? eol : apartFrom(paragraphs, writing, eol)) }];
}

/** Cells behind the last column are none for Markdown; no item could say what they are. */
function hasSurplus(text: string, { columns, rows }: PlanTable): boolean {
  return rows.some(({ cells, range }) => {
    const end = cells[columns.length - 1]?.range.end ?? range.end;
    return cells.length > columns.length || /[^\s|]/.test(text.slice(end, lineEnd(text, range.start)));
  });
}

/**
 * 一、作风方面 or 备注：以上各项每月报送。 in a row that says nothing else: a paragraph of its own. Undefined for
 * the row of an item.
 */
function captionOf(cells: readonly string[], ordinal: number, isOfTasks: boolean): string | undefined {
  const [at, second] = cells.flatMap((cell, at) => (cell === '' ? [] : [at]));
  const words = at === undefined || second !== undefined ? '' : (cells[at] ?? '');
  if (words === '') return undefined;
  if (at === ordinal) return isWord(words) ? words : undefined;
  const isCaption = /^\*\*.+\*\*$|^[（(]?[一二三四五六七八九十]{1,3}[)）、]|^(?:备\s*)?注[：:\d]|^说明[：:]/.test(
    words,
  );
  return !isOfTasks && at === 0 && cells.length > 1 && isCaption ? words : undefined;
}

/**
 * 垃圾治理 stands once for the rows below it, which leave its cell empty: as text each of them has to say it.
 * Only in the first column, and only where a row says something in most of the others.
 */
function withKind(
  rows: readonly (readonly string[])[],
  ordinal: number,
  { columns }: PlanTable,
): readonly (readonly string[])[] {
  const field = columns[0]?.field;
  if (ordinal === 0 || (field !== undefined && field !== 'issue') || (rows[0]?.[0] ?? '') === '') return rows;
  let kind = '';
  return rows.map((cells) => {
    const [first = '', ...others] = cells;
    const said = others.filter((cell) => cell !== '').length;
    if (first !== '') kind = said === 0 ? '' : first;
    return first === '' && said * 2 >= others.length && kind !== '' ? [kind, ...others] : cells;
  });
}

/** The kinds of numbers of the sections that a table stands in. */
function numbersAround(sections: readonly Section[], table: PlanTable): readonly string[] {
  const { start } = table.range;
  const around = sections.findLast(({ range }) => range.start <= start && start < range.end);
  return around ? [around.number?.kind ?? '', ...numbersAround(around.sections, table)] : [];
}

/**
 * 一、作风方面 below the section 三、 would begin its count anew, and take what follows out of it: it becomes （一）,
 * and where that counts already, has no number.
 */
function belowSection(caption: string, around: readonly string[]): string {
  if (!around.includes('han')) return caption;
  return caption.replace(
    /^(\**)([一二三四五六七八九十]{1,3})、/,
    (_, bold: string, value: string) => bold + (around.includes('hanBracket') ? '' : `（${value}）`),
  );
}

/** 合计, 一、作风方面: more than a number, in whatever way that is written. */
function isWord(ordinal: string): boolean {
  return /\p{Script=Han}/u.test(ordinal.replace(/[一二三四五六七八九十百第条项号步章节]/g, ''));
}

/** What is no item must not go on in the item of a list in front of it. */
function apartFrom(paragraphs: readonly string[], { apart }: Writing, eol: string): string {
  return paragraphs.some((paragraph) => isList([paragraph])) ? eol + eol : apart;
}

function isOurHeader(head: string): boolean {
  return head === ordinalHeader || head === taskHeader || head === contentHeader || isSideLabel(head);
}

/** How the paragraphs of a plan are written. */
interface Writing {
  /** Mark and blanks behind 1, 2, 3. */
  readonly mark: string;
  /** Blanks in front of a paragraph. */
  readonly indent: string;
  /** Between two paragraphs, without and with that indent; and a line break within one. */
  readonly apart: string;
  readonly paragraphBreak: string;
  readonly lineBreak: string;
}

function writingOf(text: string, plan: Plan, { range }: PlanTable, eol: string): Writing {
  const { lines } = plan;
  const marks = new Map<string, number>();
  let before: Line | undefined;
  for (const line of lines) {
    if (line.place === 'cell' || line.place === 'quote') continue;
    const { number } = line.facts;
    if (number?.kind === 'arabic' && !number.multi && /^[.．、]$/.test(number.mark)) {
      const mark = number.mark + number.blanks;
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
    }
    if (line.range.end <= range.start && line.place === 'paragraph') before = line;
  }
  const [mark = '.'] = [...marks].sort((a, b) => b[1] - a[1])[0] ?? [];
  const indent = /^\u3000+$/.exec(before?.indent ?? '')?.[0] ?? '';
  const apart = isCompact(text, plan) ? eol : eol + eol;
  return { mark, indent, apart, paragraphBreak: apart + indent, lineBreak: eol + indent };
}

/** A list of Markdown is written without blank lines. */
function isList(paragraphs: readonly string[]): boolean {
  return paragraphs.every((paragraph) => /^\d{1,3}[.)][ \t]/.test(paragraph));
}

/** Other items are as most numbered paragraphs of the plan are. */
function isCompact(text: string, plan: Plan): boolean {
  let close = 0;
  let apart = 0;
  const visit = (section: Section, at: number, siblings: readonly Section[]): void => {
    const before = siblings[at - 1];
    if (before && section.heading.place === 'paragraph') {
      const isClose = /^[ \t\u3000]*\r?\n[ \t\u3000]*$/.test(text.slice(before.range.end, section.heading.range.start));
      if (isClose) close++;
      else apart++;
    }
    section.sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return close > apart;
}

/** 1 in the way in which the plan writes its numbers; 一 as 一、; 合计 as 合计：; others as they are. */
function numberText(cell: string, { mark }: Writing): string {
  if (isWord(cell)) return /[\p{P}]$/u.test(cell) ? cell : `${cell}：`;
  if (/^[0-9０-９]{1,4}$/.test(cell)) return cell + mark;
  if (/^[一二三四五六七八九十百]{1,5}$/.test(cell)) return `${cell}、`;
  return cell === '' || /^第|^\d+(?:[.．]\d+)+$|[)）.．、：:是]$|^[\u2460-\u24ff\u3220-\u32ff]$/.test(cell)
    ? cell
    : `${cell}${mark}`;
}

/** 召开动员会 | 办公室 was one sentence with its unit. */
function isPhrase(heads: readonly string[], cells: readonly string[]): boolean {
  const said = cells[heads.indexOf(contentHeader)] || cells[heads.indexOf(taskHeader)] || '';
  return /[^\p{P}*]$/u.test(said) && heads.some((head, at) => isSideLabel(head) && isFilled(cells[at]));
}

function isFilled(cell = ''): boolean {
  return !/^[-—–/]*$/.test(cell);
}

/** 1.召开动员会。各村参加。责任单位：办公室；完成时限：5月10日前。, or with commas where the title is no sentence. */
function taskParagraph(
  heads: readonly string[],
  cells: readonly string[],
  writing: Writing,
  isStopped: boolean,
): string {
  const cellOf = (head: string) => {
    const cell = cells[heads.indexOf(head)] ?? '';
    return isFilled(cell) ? cell : '';
  };
  const number = numberText(cellOf(ordinalHeader), writing);
  const title = number === '' ? cellOf(taskHeader) : subordinate(cellOf(taskHeader));
  const content = title === '' && number === '' ? cellOf(contentHeader) : subordinate(cellOf(contentHeader));
  // What is said behind a title without mark stands on a line of its own, if it does not count.
  const isApart = title !== '' && content !== '' && !/[。；;：:！？，]\**$/.test(title);
  const between = isNumbered(content) ? '：' : writing.paragraphBreak;
  const said = title + (isApart ? between : '') + content;
  const sides = heads.flatMap((head, at) => {
    const value = cells[at] ?? '';
    return isSideLabel(head) && isFilled(value) ? [`${head}：${value.replace(/[。；]$/, '')}`] : [];
  });
  if (sides.length === 0) return number + said + (isStopped && content === '' && /[^\p{P}*]$/u.test(said) ? '。' : '');
  const isSentence = said === '' || /[。！？；;：:]\**$/.test(said);
  const comma = sides.some((side) => side.includes('，')) ? '；' : '，';
  return number + (isSentence ? `${said}${sides.join('；')}。` : `${[said, ...sides].join(comma)}。`);
}

function otherParagraph(ordinal: number, heads: readonly string[], cells: readonly string[], writing: Writing): string {
  const number = numberText(cells[ordinal] ?? '', writing);
  // 合计：存在问题3项
  const isTotal = number.endsWith('：');
  const named = heads.flatMap((head, at) => {
    const value = (cells[at] ?? '').replace(/[。；]$/, '');
    if (at === ordinal || value === '' || (isTotal && !isFilled(value))) return [];
    return [head + (head === '' || (isTotal && /^\d/.test(value)) ? '' : '：') + value];
  });
  return number + (named.length === 0 ? '' : `${named.join('；')}。`);
}
