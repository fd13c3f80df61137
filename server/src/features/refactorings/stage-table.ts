import type { Line, Plan, Section } from '../../plan/model.ts';
import { roleOfLabel } from '../../plan/parties/words.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../ranges.ts';
import { isLimitLabel, isOwnerLabel, isSideLabel, itemCells } from './item-cells.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { beginsLine, lineEnd, lineStart, newline } from './source-lines.ts';
import { contentHeader, ordinalHeader, taskHeader } from './table-prose.ts';

export const toTable: Refactoring = {
  kind: 'refactor.rewrite.fangan.toTable',
  title: { zh: '将本节各项转为表格', en: 'Turn the items of this section into a table' },
  edits: tableOf,
};

/** An item by the headers of its columns, in source text. */
type Item = ReadonlyMap<string, string>;

/** The stage, or else the section, under the cursor, when all below it are items with nothing below them. */
function tableOf({ open, recognised: { plan }, offset }: Spot): readonly Edit[] {
  const { text } = open;
  const section = sectionWithItems(plan, offset);
  const sections = section?.sections ?? [];
  const [first] = sections;
  if (!section || !first) return [];
  const bodies = sections.map((item, at) => (at < sections.length - 1 ? item.body : ownBody(sections)));
  const lastLine = bodies.at(-1)?.at(-1) ?? sections.at(-1)?.heading ?? first.heading;
  const range = { start: lineStart(text, first.heading.range.start), end: lineEnd(text, lastLine.range.end) };
  const lines = sections.flatMap(({ heading }, at) => [heading, ...(bodies[at] ?? [])]);
  // What has a form of its own or stands between the items would be lost.
  if (!lines.every((line) => isPlain(line) && isWhole(text, line.range)) || !isAll(text, range, lines)) return [];
  const eol = newline(text);
  const items = inOneColumn(sections.map((item, at) => itemOf(text, item, bodies[at] ?? [])));
  if (isSaidForAll(section, items)) return [];
  const table = tableLines(evenly(items), eol);
  const before = text.slice(0, range.start).endsWith(eol + eol) || range.start === 0 ? '' : eol;
  const after = /^\r?\n[ \t]*\r?\n|^\s*$/.test(text.slice(range.end)) ? '' : eol;
  return [{ range, text: before + table.join(eol) + after }];
}

function sectionWithItems(plan: Plan, offset: number): Section | undefined {
  let found: Section | undefined;
  const visit = (section: Section): void => {
    if (!touches(section.range, offset)) return;
    const { sections } = section;
    if (sections.length >= 2 && sections.every(isItem)) found = section;
    sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return found;
}

/** Stages are no items: they would be stages no longer. */
function isItem({ sections, tables, stage }: Section): boolean {
  return sections.length === 0 && tables.length === 0 && !stage;
}

/**
 * What belongs to the last item: no heading ends it, so that what is said of all items stands in its
 * body as well. It has as many paragraphs as the others have, besides lines such as 责任单位：….
 */
function ownBody(items: readonly Section[]): readonly Line[] {
  const last = items.at(-1);
  if (!last) return [];
  const most = Math.max(0, ...items.slice(0, -1).map(({ body }) => body.filter((line) => !isSideLine(line)).length));
  const apart = items.every(({ heading }, at) => at === 0 || heading.block !== items[at - 1]?.heading.block);
  let own = 0;
  let count = 0;
  for (const line of last.body) {
    if (!isSideLine(line)) {
      const goesOn = apart && line.block === last.heading.block;
      if (!goesOn && ++count > most) break;
    }
    own++;
  }
  return last.body.slice(0, own);
}

function isSideLine({ text }: Line): boolean {
  return itemCells(`项。${text}`).cells.size > 0;
}

/** Paragraphs, and items of a list that has nothing around it. */
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

function isAll(text: string, range: Range, lines: readonly Line[]): boolean {
  let at = range.start;
  for (const line of lines) {
    if (text.slice(at, line.range.start).trim() !== '') return false;
    at = line.range.end;
  }
  return text.slice(at, range.end).trim() === '';
}

function itemOf(text: string, section: Section, body: readonly Line[]): Item {
  const { heading, number, runIn, titleAt, title } = section;
  const from = number ? heading.at(0, number.range.end).end : heading.range.start;
  const end = body.at(-1)?.range.end ?? heading.range.end;
  // Blanks in front of a paragraph are for its first line on paper.
  const said = text.slice(from, end).replace(/(\r?\n)[ \t\u3000]+/g, '$1');
  const { words, cells } = itemCells(said);
  const item = new Map<string, string>();
  if (number) item.set(ordinalHeader, ordinalOf(number.raw));
  const [name, content] = parted(words, heading.at(0, runIn ?? titleAt + title.value.length).end - from);
  item.set(taskHeader, name);
  if (content !== '') item.set(contentHeader, content);
  for (const [label, value] of cells) item.set(label, value);
  return item;
}

/**
 * （一）会费收缴不规范（责任单位：财务部） above items of which some name another unit: an empty cell beside that one
 * would say that nobody answers for the others.
 */
function isSaidForAll({ heading, body }: Section, items: readonly Item[]): boolean {
  const above = [heading, ...body].flatMap(({ text }) =>
    [...text.matchAll(/(\p{Script=Han}{2,8})[：:]/gu)].map(([, label = '']) => label),
  );
  return [isOwnerLabel, isLimitLabel].some((isOne) => {
    if (!above.some(isOne)) return false;
    const count = items.filter((item) => [...item.keys()].some(isOne)).length;
    return count > 0 && count < items.length;
  });
}

/** 完成时限 and 整改时限, 责任单位 and 责任部门: one column, called as most of the items call it, unless one item has both. */
function inOneColumn(items: readonly Item[]): readonly Item[] {
  const labels = new Map<string, Map<string, number>>();
  for (const item of items) {
    for (const label of item.keys()) {
      const kind = isLimitLabel(label) ? 'limit' : (roleOfLabel.get(label) ?? '');
      if (kind === '' || !isSideLabel(label)) continue;
      const counts = labels.get(kind) ?? new Map<string, number>();
      labels.set(kind, counts.set(label, (counts.get(label) ?? 0) + 1));
    }
  }
  const names = new Map<string, string>();
  for (const counts of labels.values()) {
    const all = [...counts.keys()];
    const isParted = items.every((item) => all.filter((label) => item.has(label)).length <= 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (isParted && most) for (const label of all) names.set(label, most[0]);
  }
  return items.map((item) => new Map([...item].map(([head, words]) => [names.get(head) ?? head, words])));
}

/** Who is named in another column, or does not go on behind his title, leaves a cell empty on purpose. */
const onPurpose = '—';

function emptyCell(item: Item, head: string): string {
  if (head === contentHeader) return onPurpose;
  const isAnswered = [...item.keys()].some(isOwnerLabel);
  return isAnswered && isSideLabel(head) && !isLimitLabel(head) ? onPurpose : '';
}

/** 1. 2、 and 一、 without their mark, which a column of numbers does not have; （一） as it is. */
function ordinalOf(raw: string): string {
  return raw.replace(/^([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5})[.．、]$/, '$1');
}

/** The title with its mark, and what is said behind it; `at` is where the title ends. */
function parted(words: string, at: number): readonly [string, string] {
  // 14:20 is a time of day.
  if (at >= words.length || (/\d[:：]$/.test(words.slice(0, at)) && /^\d/.test(words.slice(at)))) return [words, ''];
  let end = at + (/^[。；：:！？]?(?:\*\*)?[。；：！？]?/.exec(words.slice(at))?.[0].length ?? 0);
  // **召开动员会。**各村参加: the marks of bold type belong to the title.
  if (words.slice(0, end).split('**').length % 2 === 0) end = at;
  if (words.slice(0, end).split('**').length % 2 === 0 || words.slice(end).trim() === '') return [words, ''];
  return [words.slice(0, end), words.slice(end).trimStart()];
}

/** 发放倡议书。 beside 召开动员会 and 张贴通告, whose stop went with what they said behind a comma. */
function evenly(items: readonly Item[]): readonly Item[] {
  const isPhrase = (item: Item) =>
    [...item.keys()].some(isSideLabel) && /[^\p{P}*]$/u.test(item.get(contentHeader) ?? item.get(taskHeader) ?? '');
  if (!items.some(isPhrase)) return items;
  return items.map((item) => {
    const isBare = [...item.keys()].every((head) => head === ordinalHeader || head === taskHeader);
    return isBare ? new Map(item).set(taskHeader, (item.get(taskHeader) ?? '').replace(/。$/, '')) : item;
  });
}

/** A column for each thing that one of the items says; numbers first, labels in the order in which they come. */
function tableLines(items: readonly Item[], eol: string): readonly string[] {
  const used = new Set(items.flatMap((item) => [...item.keys()]));
  const heads = [ordinalHeader, taskHeader, contentHeader].filter((head) => used.delete(head) || head === taskHeader);
  heads.push(...used);
  const cellOf = (words: string) => words.replaceAll('|', '\\|').replaceAll(eol, '<br>');
  return [
    heads,
    heads.map(() => '---'),
    ...items.map((item) => heads.map((head) => cellOf(item.get(head) || emptyCell(item, head)))),
  ].map((cells) => `| ${cells.join(' | ')} |`);
}
