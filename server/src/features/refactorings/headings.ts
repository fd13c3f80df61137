import type { Line, Plan, Section } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { beginsLine, lineEnd, lineStart } from './source-lines.ts';

export const toHeadings: Refactoring = {
  kind: 'refactor.rewrite.fangan.toHeadings',
  title: { zh: '将序号段落转为 Markdown 标题', en: 'Turn numbered paragraphs into Markdown headings' },
  edits: headingsOf,
};

export const toParagraphs: Refactoring = {
  kind: 'refactor.rewrite.fangan.toParagraphs',
  title: { zh: '将 Markdown 标题转为序号段落', en: 'Turn Markdown headings into numbered paragraphs' },
  edits: paragraphsOf,
};

const deepest = 6;

/**
 * The title and every section whose title has a line of its own; a title that its text follows at once
 * stays. What stands below a section that stays, or beside one in the same list, stays too: a heading
 * among paragraphs would close what they belong to.
 */
function headingsOf({ open, recognised: { plan } }: Spot): readonly Edit[] {
  const { text } = open;
  const edits: Edit[] = [];
  const title = titleLine(plan);
  const visit = (sections: readonly Section[], depth: number, outermost: boolean): void => {
    const isUniform = sections.every((section) => section.heading.place === 'heading' || mayBeHeading(text, section));
    for (const section of sections) {
      const { heading } = section;
      const isHeading = heading.place === 'heading';
      const turns = !isHeading && (isUniform || outermost) && mayBeHeading(text, section);
      const own = isHeading ? heading.depth : depth;
      if (turns) edits.push(marked(text, heading, Math.min(own, deepest)));
      if (isHeading || turns) visit(section.sections, own + 1, false);
    }
  };
  visit(plan.sections, 2, true);
  if (edits.length > 0 && title?.place === 'paragraph' && isAlone(text, title)) edits.unshift(marked(text, title, 1));
  return edits;
}

function mayBeHeading(text: string, { heading, style, runIn }: Section): boolean {
  const isOwn =
    style !== 'topic' && style !== 'label' && style !== 'bold' && style !== 'unnumbered' && style !== 'inline';
  const isPlain = heading.place === 'paragraph' && isOwn && runIn === undefined;
  return isPlain && !isSentence(heading) && isAlone(text, heading);
}

function marked(text: string, line: Line, depth: number): Edit {
  // Blanks in front of a heading would be part of its words; marks of bold type stay.
  const start = lineStart(text, line.range.start);
  const end = start + (/^[ \t\u3000]*/.exec(text.slice(start, line.range.start))?.[0].length ?? 0);
  return { range: { start, end }, text: `${'#'.repeat(depth)} ` };
}

/** The title and every heading with a number; one without would no longer be told from the text. */
function paragraphsOf({ open, recognised: { plan } }: Spot): readonly Edit[] {
  const { text } = open;
  const edits: Edit[] = [];
  const title = titleLine(plan);
  const indent = indentOf(plan);
  const visit = (section: Section): void => {
    if (section.heading.place === 'heading' && section.number) edits.push(...unmarked(text, section.heading, indent));
    section.sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  if (edits.length > 0 && title?.place === 'heading')
    edits.unshift(...unmarked(text, title, titleIndentOf(plan, indent)));
  return edits;
}

/** 　　一、: the first line of a paragraph begins as far in as those of the text around it. */
function indentOf({ lines }: Plan): string {
  const indents = lines.flatMap(({ place, indent, text }) =>
    place === 'paragraph' && text.length >= shortestText ? [/^\u3000+$/.test(indent) ? indent : ''] : [],
  );
  const most = indents.filter((indent) => indent !== '');
  return most.length * 2 > indents.length ? (most[0] ?? '') : '';
}

/** Shorter lines may be a signature, which stands elsewhere. */
const shortestText = 12;

/** Titles stand where their author has put them, unless every line begins as far in, 各村： and the signature with them. */
function titleIndentOf({ lines }: Plan, indent: string): string {
  const paragraphs = lines.filter(({ place }) => place === 'paragraph');
  const isEvery = paragraphs.every((line) => line.indent === indent);
  return isEvery && paragraphs.some(({ text, facts }) => text.length < shortestText && !facts.number) ? indent : '';
}

function unmarked(text: string, line: Line, indent: string): readonly Edit[] {
  const start = lineStart(text, line.range.start);
  const end = lineEnd(text, line.range.end);
  const marks = /^(#{1,6}[ \t]*)(?:\*\*|__)?$/.exec(text.slice(start, line.range.start))?.[1];
  // A heading with a rule below it, or within a list or a quotation, is left.
  if (marks === undefined || end < line.range.end) return [];
  const tail = text.slice(line.range.end, end);
  const closing = /^(\*\*|__)?[ \t]*#+[ \t]*$/.exec(tail);
  const cut = line.range.end + (closing?.[1]?.length ?? 0);
  return [
    { range: { start, end: start + marks.length }, text: indent },
    ...(closing ? [{ range: { start: cut, end }, text: '' }] : []),
  ];
}

/** 2.张贴通告，发放倡议书。 is an item, no title. */
function isSentence({ text }: Line): boolean {
  return /[。；！？，;]$/.test(text);
}

/** True when the line of prose is one whole line of the source. */
function isAlone(text: string, line: Line): boolean {
  const { start, end } = line.range;
  const bold = /(?:\*\*|__)$/.exec(text.slice(lineStart(text, start), start))?.[0] ?? '';
  return (
    beginsLine(text, start - bold.length) &&
    !text.slice(start, end).includes('\n') &&
    text.slice(end, lineEnd(text, end)).trim() === bold
  );
}

function titleLine(plan: Plan): Line | undefined {
  const { title } = plan;
  return title && plan.lines.find(({ range }) => range.start === title.range.start && range.end === title.range.end);
}
