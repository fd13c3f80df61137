import type { Line, Plan, PlanTable, Section } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../ranges.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { beginsLine, lineEnd, lineStart, newline } from './source-lines.ts';

export const toTable: Refactoring = {
  kind: 'refactor.rewrite.fangan.toTable',
  title: { zh: '将本节各项转为表格', en: 'Turn the items of this section into a table' },
  edits: tableOf,
};

export const toProse: Refactoring = {
  kind: 'refactor.rewrite.fangan.toProse',
  title: { zh: '将表格转为逐项文字', en: 'Turn the table into paragraphs' },
  edits: proseOf,
};

/** The header that is written, and by which the way back is known. */
const header = ['工作任务', '具体要求', '责任单位', '完成时限'] as const;
/** What an item says at its end in so many words moves into the columns of its own; all else stays in its sentence. */
const labels = /^([\s\S]*?)(?:责任单位：([^；。：\n|]{1,60})；)(?:完成时限：([^；。：\n|]{1,40}))。$/;

/** An item as its title with number, and what it says. */
interface Item {
  readonly title: string;
  readonly content: string;
}

/** The stage, or else the section, under the cursor, when all below it are items with nothing below them. */
function tableOf({ open, recognised: { plan }, offset }: Spot): readonly Edit[] {
  const { text } = open;
  const section = sectionWithItems(plan, offset);
  const [first] = section?.sections ?? [];
  const last = section?.sections.at(-1);
  if (!section || !first || !last) return [];
  const range = { start: lineStart(text, first.heading.range.start), end: lineEnd(text, last.range.end) };
  const items = section.sections.map((item) => itemOf(text, item));
  const eol = newline(text);
  // Whatever else stands between the items would be lost.
  if (items.some((item) => item === undefined) || !isAll(text, range, section.sections)) return [];
  const rows = items.map((item) => (item ? rowOf(item, eol) : ''));
  const table = [rowText(header), rowText(header.map(() => '---')), ...rows].join(eol);
  const before = text.slice(0, range.start).endsWith(eol + eol) || range.start === 0 ? '' : eol;
  const after = /^\r?\n\r?\n|^\s*$/.test(text.slice(range.end)) ? '' : eol;
  return [{ range, text: before + table + after }];
}

function sectionWithItems(plan: Plan, offset: number): Section | undefined {
  let found: Section | undefined;
  const visit = (section: Section): void => {
    if (!touches(section.range, offset)) return;
    const { sections } = section;
    if (sections.length >= 2 && sections.every((item) => item.sections.length === 0 && item.tables.length === 0))
      found = section;
    sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return found;
}

/** Undefined for what has a form of its own: headings of Markdown, quotations, lines that share a source line with others. */
function itemOf(text: string, { heading, runIn, body, titleAt, title }: Section): Item | undefined {
  const lines = [heading, ...body];
  if (lines.some((line) => !isPlain(line) || !isWhole(text, line.range))) return undefined;
  const at = heading.at(0, runIn ?? titleAt + title.value.length).end;
  const head = text.slice(heading.range.start, at);
  return { title: head, content: text.slice(at, body.at(-1)?.range.end ?? heading.range.end) };
}

function isPlain({ place, depth }: Line): boolean {
  return place === 'paragraph' || (place === 'item' && depth <= 1);
}

function isWhole(text: string, { start, end }: Range): boolean {
  return (
    beginsLine(text, start) &&
    text.slice(end, lineEnd(text, end)).trim() === '' &&
    !text.slice(start, end).includes('\n')
  );
}

function isAll(text: string, range: Range, items: readonly Section[]): boolean {
  let rest = text.slice(range.start, range.end);
  for (const { heading, body } of items) {
    for (const line of [heading, ...body]) rest = rest.replace(text.slice(line.range.start, line.range.end), '');
  }
  return rest.trim() === '';
}

function rowOf({ title, content }: Item, eol: string): string {
  const [, own = content, unit = '', limit = ''] = labels.exec(content) ?? [];
  return rowText([title, own, unit, limit].map((cell) => cell.replaceAll('|', '\\|').replaceAll(eol, '<br>')));
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The table under the cursor. One that we wrote gives back what it was; another one its cells behind the words of its header. */
function proseOf({ open, recognised: { plan }, offset }: Spot): readonly Edit[] {
  const { text } = open;
  const table = plan.tables.find((one) => one.source === 'gfm' && touches(one.range, offset));
  if (!table || table.rows.length === 0 || table.rows.some(({ cells }) => cells.some(({ carried }) => carried)))
    return [];
  const heads = table.columns.map(({ header: { text: words } }) => words);
  const isOurs = heads.length === header.length && heads.every((head, at) => head === header[at]);
  const eol = newline(text);
  const paragraphs = table.rows.map((row) => {
    const cells = row.cells.map(({ range }) => cellText(text, range, eol));
    return isOurs ? ourParagraph(cells) : otherParagraph(table, heads, cells);
  });
  const range = { start: lineStart(text, table.range.start), end: lineEnd(text, table.range.end) };
  return [{ range, text: paragraphs.join(isCompact(text, plan, paragraphs) ? eol : eol + eol) }];
}

/** A list of Markdown is written without blank lines; other items are as most numbered paragraphs of the plan are. */
function isCompact(text: string, plan: Plan, paragraphs: readonly string[]): boolean {
  if (paragraphs.every((paragraph) => /^\d{1,3}[.)][ \t]/.test(paragraph))) return true;
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

/** Source of a cell without the bars and blanks around it. */
function cellText(text: string, { start, end }: Range, eol: string): string {
  return text
    .slice(start, end)
    .replace(/^\s*\|/, '')
    .replace(/(?<!\\)\|\s*$/, '')
    .trim()
    .replaceAll('\\|', '|')
    .replace(/<br\s*\/?>/gi, eol);
}

function ourParagraph([title = '', content = '', unit = '', limit = '']: readonly string[]): string {
  const parts = [...(unit ? [`责任单位：${unit}`] : []), ...(limit ? [`完成时限：${limit}`] : [])];
  return title + content + (parts.length > 0 ? `${parts.join('；')}。` : '');
}

function otherParagraph(table: PlanTable, heads: readonly string[], cells: readonly string[]): string {
  const ordinal = table.columns.findIndex(({ field }) => field === 'ordinal');
  const number = ordinal >= 0 && cells[ordinal] ? `${cells[ordinal]}.` : '';
  const named = heads.flatMap((head, at) => (at === ordinal || !cells[at] ? [] : [`${head}：${cells[at]}`]));
  return `${number}${named.join('；')}。`.replace(/[。；]。$/, '。');
}
