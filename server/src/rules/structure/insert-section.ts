import { numberToHan } from '../../numbering/han.ts';
import type { Section } from '../../plan/model.ts';
import type { Edit } from '../rule.ts';

/** A section to be written: its title without number and the words below it, both snippet text. */
export interface NewSection {
  readonly title: string;
  readonly body: string;
}

/**
 * Edits that put new sections among their siblings, numbered in their style, and number those behind
 * them on. Where the siblings carry their text on the line of the title the new ones do as well.
 * @param source the text of the file
 * @param at how many of the siblings stay in front
 * @returns nothing where there is no sibling to go by
 */
export function insertSections(
  source: string,
  siblings: readonly Section[],
  at: number,
  added: readonly NewSection[],
): readonly Edit[] {
  const before = siblings[at - 1];
  const behind = siblings[at];
  const model = before ?? behind;
  if (!model || added.length === 0) return [];
  const { heading } = model;
  const value = before ? (before.number?.value ?? 0) + 1 : (behind?.number?.value ?? 1);
  const gap = standsApart(model) ? '\n\n' : '\n';
  const texts = added.map(({ title, body }, index) => {
    const head = headingLike(model, value + index, title);
    // 活动时间：… stands in a plan whose parts are labels; the next one is a label as well.
    if (model.style === 'label') return `${head}：${body}`;
    if (model.style === 'bold' && model.runIn !== undefined) return `**${head}：**${body}`;
    return model.runIn === undefined ? `${head}${gap}${bodyLike(model, body)}` : `${head}。${body}`;
  });
  // The marks of a heading vary (two blanks, or a rule below it): a new section goes in front of its line.
  const place = before ? before.range.end : source.lastIndexOf('\n', heading.at(0, 0).start - 1) + 1;
  const written = before ? texts.map((one) => gap + one).join('') : texts.map((one) => one + gap).join('');
  return [
    { range: { start: place, end: place }, text: written, snippet: true },
    ...numberOn(siblings.slice(at), value, added.length),
  ];
}

/** The line of a title in the form of another section's, with its own number. */
export function headingLike({ heading, number }: Section, value: number, title: string): string {
  const lead = `${heading.indent}${heading.place === 'heading' ? `${'#'.repeat(heading.depth)} ` : ''}`;
  const framed = heading.text.startsWith('【') ? `【${title}】` : title;
  return `${lead}${number ? renumbered(number.raw, value) + number.blanks : ''}${framed}`;
}

/**
 * The words of a new section in the form of those of another one. Where that is no Markdown heading they have no
 * marks of Markdown either, begin as far in as its title does, and stand as close as its own do.
 */
export function bodyLike(model: Section, body: string): string {
  if (model.heading.place === 'heading') return body;
  return plainBody(body, model.heading.indent, standsApart(model));
}

/** Snippet text for running text without marks of headings and lists; tables stay as they are. */
export function plainBody(body: string, indent: string, apart: boolean): string {
  return body
    .split('\n')
    .filter((line, at, all) => line !== '' || apart || /^\|/.test(all[at - 1] ?? '') || /^\|/.test(all[at + 1] ?? ''))
    .map((line) => {
      if (line === '' || line.startsWith('|')) return line;
      const plain = line.replace(/^#{1,6} /, '');
      return indent + (indent === '' ? plain : plain.replace(/^(\d{1,2}\.) /, '$1'));
    })
    .join('\n');
}

/** The siblings behind the new ones, as long as they go on from the first new number; none when they leave room. */
export function numberOn(behind: readonly Section[], first: number, by: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [index, { number, heading }] of behind.entries()) {
    if (number?.value !== first + index) break;
    const { start } = number.range;
    const range = heading.at(start, start + number.raw.length);
    edits.push({ range, text: renumbered(number.raw, number.value + by) });
  }
  return edits;
}

/** The number in the author's own writing: （三） for （二）, 3、 for 2、. */
function renumbered(raw: string, value: number): string {
  if (/\d/.test(raw)) return raw.replace(/\d+/, String(value));
  const han = numberToHan(value);
  return han === undefined ? raw : raw.replace(/[〇零一二三四五六七八九十百]+/, han);
}

/** Blank lines stand between the title and what is below it. */
export function standsApart({ heading, body, sections }: Section): boolean {
  const below = body[0] ?? sections[0]?.heading;
  return heading.place === 'heading' || (below !== undefined && below.block !== heading.block);
}
