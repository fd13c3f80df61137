import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MarkdownDocument } from '../../markdown/document.ts';
import { documentTree } from '../../markdown/tree.ts';
import type { Line } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import type { Face, Run } from './paper.ts';

/** A stretch of the source that Markdown marks. */
interface Mark {
  readonly kind: 'strong' | 'emphasis' | 'delete';
  readonly range: Range;
}

/** What the lines of a text lose when they are read as prose: marks of Markdown, pictures, footnotes. */
export interface Marks {
  readonly marks: readonly Mark[];
  readonly pictures: number;
  readonly footnotes: number;
}

const nothing: Marks = { marks: [], pictures: 0, footnotes: 0 };

/** The marks of a text, in order of where they begin. */
export function readMarks(markdown: MarkdownDocument): Marks {
  // Most plans have none, and need no tree.
  if (!/[*_~]|!\[|\[\^|<img/i.test(markdown.text)) return nothing;
  const marks: Mark[] = [];
  let pictures = 0;
  let footnotes = 0;
  visit(documentTree(markdown), (node: Nodes) => {
    if (node.type === 'image' || node.type === 'imageReference') pictures++;
    else if (node.type === 'html' && /^<img/i.test(node.value)) pictures++;
    else if (node.type === 'footnoteReference') footnotes++;
    if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete') return;
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start !== undefined && end !== undefined) marks.push({ kind: node.type, range: { start, end } });
  });
  return { marks, pictures, footnotes };
}

/** Where one run ends and the next begins, and how the runs between look. */
interface Look {
  readonly face?: Face;
  strong?: boolean;
  emphasis?: boolean;
  struck?: boolean;
}

const breakTag = /^<br[\s/>]/i;

/**
 * The units `[from, to)` of a line as runs.
 * @param source the text that the line stands in: a blank that stands for `<br>` becomes a line break
 */
export function runsOf(
  line: Line,
  source: string,
  { marks }: Pick<Marks, 'marks'>,
  face?: Face,
  from = 0,
  to = line.text.length,
): readonly Run[] {
  const near = marks.filter(({ range }) => range.start < line.range.end && range.end > line.range.start);
  const hasBreaks = line.place === 'cell' && /<br/i.test(source.slice(line.range.start, line.range.end));
  if (near.length === 0 && !hasBreaks) return plainRun(line.text.slice(from, to), face);
  const runs: Run[] = [];
  let text = '';
  let key = '';
  let look: Look = {};
  let breakBefore = false;
  const end = (): void => {
    if (text !== '') runs.push({ text, ...look, ...(breakBefore ? { breakBefore } : {}) });
    if (text !== '') breakBefore = false;
    text = '';
  };
  for (let at = from; at < to; at++) {
    const { start } = line.at(at, at + 1);
    if (hasBreaks && line.text[at] === ' ' && breakTag.test(source.slice(start, start + 5))) {
      end();
      breakBefore = runs.length > 0;
      continue;
    }
    const here = near.filter(({ range }) => range.start <= start && start < range.end).map(({ kind }) => kind);
    const next = here.join();
    if (next !== key || text === '') {
      end();
      key = next;
      look = lookOf(here, face);
    }
    text += line.text[at];
  }
  end();
  return runs;
}

function lookOf(kinds: readonly Mark['kind'][], face: Face | undefined): Look {
  return {
    ...(face ? { face } : {}),
    ...(kinds.includes('strong') ? { strong: true } : {}),
    ...(kinds.includes('emphasis') ? { emphasis: true } : {}),
    ...(kinds.includes('delete') ? { struck: true } : {}),
  };
}

/** One run, or none of an empty text. */
export function plainRun(text: string, face?: Face): readonly Run[] {
  return text === '' ? [] : [{ text, ...(face ? { face } : {}) }];
}
