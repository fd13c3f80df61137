import type { Line, Plan, PlanDocument, PlanTable, Section } from '../../plan/model.ts';
import { readPlans } from '../../plan/read.ts';
import { nestedItems } from '../nested-list.ts';
import { cellLines, headerText } from './cells.ts';
import { escapeLine, itemMarkdown, tableText } from './markdown.ts';
import { sameReading } from './same-reading.ts';
import { joined } from './words.ts';

/** Markdown as it is kept: a blank line between paragraphs. */
export interface Composed {
  readonly text: string;
  /** Header rows that a table repeats on further pages. */
  readonly repeated: readonly string[];
}

/** Deepest heading of Markdown. */
const deepest = 6;

/**
 * Puts a text that our reader understands into good Markdown: paragraphs as it sees them, each a block of its own,
 * titles and numbered headings as headings, tab-led tables as GFM tables. Headings are only made where the plan that is
 * read stays the same.
 * @param draft text with the line breaks of its source; signs that could be Markdown are escaped
 */
export function compose(draft: string): Composed {
  const document = readPlans(draft);
  const headed = write(document, headingsOf(document));
  if (sameReading(document, readPlans(headed.text))) return headed;
  return write(document, new Map());
}

function write(document: PlanDocument, headings: ReadonlyMap<Line, number>): Composed {
  const { lines, plans, markdown } = document;
  const source = markdown.text;
  const tables = plans.flatMap((plan) => plan.tables).sort((a, b) => a.range.start - b.range.start);
  const runs = joinedLines(plans, tables);
  const nested = nestedItems(lines, itemOf);
  const indents = new Indents();
  const blocks: string[] = [];
  const repeated: string[] = [];
  let behind = 0;
  let next = 0;
  let runEnd = -1;
  let inList = false;
  const keepGap = (to: number): void => {
    const gap = source.slice(behind, to).trim();
    // What the reader passes over: nothing, or it would be lost here.
    if (!/[\p{L}\p{N}]/u.test(gap)) return;
    inList = false;
    blocks.push(gap);
  };
  for (const line of lines) {
    let table = tables[next];
    while (table && table.range.end <= line.range.start) {
      if (table.range.start >= behind) writeTable(table);
      table = tables[++next];
    }
    if (table && line.range.start >= table.range.start) {
      if (table.range.start >= behind) writeTable(table);
      continue;
    }
    if (line.range.start >= behind) keepGap(line.range.start);
    behind = Math.max(behind, line.range.end);
    if (line.index <= runEnd) continue;
    const run = runs.get(line.index);
    runEnd = run ?? line.index;
    const all = lines.slice(line.index, runEnd + 1);
    const text = all.map((one) => one.text).reduce(joined);
    if (isListed(line, nested)) {
      const item = indents.place(itemMarkdown(text, !line.facts.number), line.depth);
      if (inList) blocks[blocks.length - 1] += `\n${item}`;
      else blocks.push(item);
      inList = true;
      continue;
    }
    inList = false;
    indents.end();
    blocks.push(blockOf(line, text, headings.get(line)));
  }
  for (const table of tables.slice(next)) if (table.range.start >= behind) writeTable(table);
  keepGap(source.length);
  return { text: `${blocks.join('\n\n')}\n`, repeated };

  function writeTable(table: PlanTable): void {
    inList = false;
    indents.end();
    keepGap(table.range.start);
    behind = table.range.end;
    if (table.source === 'gfm') {
      blocks.push(source.slice(table.range.start, table.range.end).trim());
      return;
    }
    const rows = [
      table.columns.map(({ header }) => headerText(header.lines.map(({ text }) => text).join(''))),
      ...table.rows.map(({ cells }) =>
        cells.map((cell, at) =>
          cellLines(
            cell.lines.map(({ text }) => text),
            table.columns[at]?.field,
          ),
        ),
      ),
    ];
    blocks.push(tableText(rows));
    repeated.push(...repeatedHeaders(document, table));
  }
}

const itemOf = ({ place, depth, facts }: Line) =>
  place === 'item' ? { depth, number: facts.number?.kind } : undefined;

/** An item that is written as one; a number alone says as much as a list does. */
const isListed = (line: Line, nested: ReadonlySet<Line>) =>
  line.place === 'item' && (!line.facts.number || nested.has(line));

/** How far the items of a list are set in: each stands below the text of the one that holds it. */
class Indents {
  #open: number[] = [];

  place(item: string, depth: number): string {
    this.#open.length = Math.min(this.#open.length, Math.max(0, depth - 1));
    const indent = this.#open.at(-1) ?? 0;
    this.#open.push(indent + item.indexOf(' ') + 1);
    return ' '.repeat(indent) + item;
  }

  end(): void {
    this.#open = [];
  }
}

function blockOf(line: Line, text: string, heading: number | undefined): string {
  const own = escapeLine(text);
  if (line.place === 'heading' || heading !== undefined) {
    return `${'#'.repeat(Math.min(heading ?? line.depth, deepest))} ${own}`;
  }
  if (line.place === 'quote') return `> ${own}`;
  return own;
}

/** Lines that are one, by the index of the first: titles of plans and of tables that a manual break has cut in two. */
function joinedLines(plans: readonly Plan[], tables: readonly PlanTable[]): ReadonlyMap<number, number> {
  const runs = new Map<number, number>();
  const titles = [
    ...plans.flatMap(({ title, lines }) => (title ? [{ title, lines }] : [])),
    ...tables.flatMap(({ title, source }) =>
      title && source === 'tabs' ? [{ title, lines: plans.flatMap((plan) => plan.lines) }] : [],
    ),
  ];
  for (const { title, lines } of titles) {
    const own = lines.filter(({ range }) => range.start >= title.range.start && range.end <= title.range.end);
    const first = own[0];
    const last = own.at(-1);
    if (first && last && first !== last && own.length <= 4) runs.set(first.index, last.index);
  }
  return runs;
}

/** Depth of the heading that a line becomes: 1 for titles, then by the outline. */
function headingsOf({ plans }: PlanDocument): ReadonlyMap<Line, number> {
  const depths = new Map<Line, number>();
  for (const { title, lines, sections } of plans) {
    const first = title && lines.find(({ range }) => range.start === title.range.start);
    if (first && first.place !== 'item' && first.place !== 'cell') depths.set(first, 1);
    visit(sections, true);
  }
  return depths;

  function visit(sections: readonly Section[], allowed: boolean): void {
    const plain = sections.filter(({ heading }) => heading.place !== 'heading');
    const fit = allowed && plain.every(isHeading) && (plain.some(isHigh) || plain.every(hasText));
    for (const section of sections) {
      const own = fit || section.heading.place === 'heading';
      if (own) depths.set(section.heading, section.level + 1);
      visit(section.sections, own);
    }
  }
}

/** A title on a line of its own: no item that says what is to be done, no text behind the title. */
function isHeading({ heading, style, runIn }: Section): boolean {
  if (heading.place !== 'paragraph' || (style !== 'numbered' && style !== 'stage') || runIn !== undefined) return false;
  return !/[。；！？，;]$/.test(heading.text) && heading.text.length <= 60;
}

/** Numbers of headings by their kind; a list of names counts its items 1. 2. 3. as well. */
const high: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'stage', 'han', 'hanBracket']);
const isHigh = ({ number }: Section) => number !== undefined && high.has(number.kind);
const hasText = ({ body, sections, tables }: Section) => body.length + sections.length + tables.length > 0;

/** The lines of a table that are in none of its rows. */
function repeatedHeaders({ lines }: PlanDocument, table: PlanTable): readonly string[] {
  const used = new Set<Line>();
  for (const { header } of table.columns) for (const line of header.lines) used.add(line);
  for (const { cells } of table.rows) for (const cell of cells) for (const line of cell.lines) used.add(line);
  const left = lines.filter(
    (line) => line.range.start >= table.range.start && line.range.end <= table.range.end && !used.has(line),
  );
  const rows: string[] = [];
  for (let at = 0; at < left.length; at += table.columns.length) {
    rows.push(
      left
        .slice(at, at + table.columns.length)
        .map(({ text }) => text)
        .join(' '),
    );
  }
  return rows;
}
