import { Document, type ISectionOptions, LevelFormat, LevelSuffix, Packer, Paragraph, type Table } from 'docx';
import type { Paper, PaperBlock, PaperPart } from '../../paper/paper.ts';
import * as standard from '../../paper/standard.ts';
import { printable } from '../../plain-words.ts';
import { blockParagraphs, bullets, deepestItem, items, labelParagraphs } from './blocks.ts';
import { finish } from './finish.ts';
import { empty, emptyLines, headParagraphs, imprintTable } from './head.ts';
import { footersOf, pageOf } from './page.ts';
import { paperStyles } from './styles.ts';
import { tableOf } from './table.ts';

/** Pages of one orientation while they are being filled. */
interface Pages {
  readonly landscape: boolean;
  readonly children: (Paragraph | Table)[];
}

/** Writes a paper as .docx by GB/T 9704-2012. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const sections: Pages[] = [];
  for (const part of paper.parts) {
    const isFirst = part === paper.parts[0];
    if (isFirst || part.beginsPlan) sections.push({ landscape: false, children: [] });
    if (isFirst && paper.head) sections.at(-1)?.children.push(...headParagraphs(paper.head));
    fillPart(sections, part, paper.sealed);
  }
  if (paper.imprint) upright(sections).children.push(imprintTable(paper.imprint), empty(20));
  const document = new Document({
    title: printable(paper.title),
    creator: printable(paper.issuer),
    lastModifiedBy: printable(paper.issuer),
    description: '',
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: paperStyles(),
    numbering: {
      config: [
        { reference: bullets, levels: listLevels(LevelFormat.BULLET, bulletSigns) },
        { reference: items, levels: listLevels(LevelFormat.NONE, []) },
      ],
    },
    sections: sections.map(
      ({ landscape, children }): ISectionOptions => ({
        properties: pageOf(landscape),
        footers: footersOf(landscape),
        children,
      }),
    ),
  });
  return finish(new Uint8Array(await Packer.toArrayBuffer(document)));
}

const bulletSigns = ['•', '—', '·', '•', '—'];

function listLevels(format: 'bullet' | 'none', signs: readonly string[]) {
  return Array.from({ length: deepestItem }, (_, level) => ({
    level,
    format,
    text: signs[level] ?? '',
    suffix: LevelSuffix.NOTHING,
    style: { paragraph: { indent: { left: level * standard.character, firstLine: 2 * standard.character } } },
  }));
}

function upright(sections: Pages[]): Pages {
  const last = sections.at(-1);
  if (last && !last.landscape) return last;
  const next: Pages = { landscape: false, children: [] };
  sections.push(next);
  return next;
}

const texts: ReadonlySet<PaperBlock['kind']> = new Set([
  'paragraph',
  'heading',
  'bullet',
  'numberedItem',
  'quote',
  'table',
]);

function fillPart(sections: Pages[], { label, beginsPlan, blocks }: PaperPart, sealed: boolean): void {
  const wide = wideStretches(blocks, label !== undefined);
  const breaks = !beginsPlan && (sections.at(-1)?.children.length ?? 0) > 0;
  const signed = blocks.findIndex(({ kind }) => kind === 'attachmentNote' || kind === 'signature');
  // 7.3.3 a: the first page shows text, so that the only paragraph does not go where the signature goes.
  const isLong = blocks.slice(0, Math.max(0, signed)).filter(({ kind }) => texts.has(kind)).length > 1;
  let pages = sections.at(-1) ?? upright(sections);
  if (label !== undefined) {
    // An attachment that is a wide table lies down from its label on.
    if (wide.has(0) && !pages.landscape) sections.push({ landscape: true, children: [] });
    pages = wide.has(0) ? (sections.at(-1) ?? pages) : upright(sections);
    // A page that lies down has ended already where it must begin anew.
    pages.children.push(...labelParagraphs(label, breaks && pages.children.length > 0));
  }
  blocks.forEach((block, at) => {
    const landscape = wide.has(at);
    if (landscape !== pages.landscape) {
      pages = { landscape, children: [] };
      sections.push(pages);
    }
    if (block.kind === 'table') {
      pages.children.push(tableOf(block.table));
      // Two tables in a row would become one, and a section does not end with a table.
      if (blocks[at + 1]?.kind === 'table' || at === blocks.length - 1) pages.children.push(small());
      return;
    }
    const isFirst = at === 0 && label === undefined;
    pages.children.push(
      ...blockParagraphs(block, {
        sealed,
        keepNext: at === signed - 1 && isLong,
        pageBreakBefore: isFirst && breaks && pages.children.length > 0,
      }),
    );
    if (endsTitle(blocks, at)) pages.children.push(...emptyLines(standard.linesBelowTitle, true));
  });
}

/** Title and what stands in brackets below it end here. */
function endsTitle(blocks: readonly PaperBlock[], at: number): boolean {
  const isTitle = (block: PaperBlock | undefined) => block?.kind === 'title' || block?.kind === 'subtitle';
  return isTitle(blocks[at]) && !isTitle(blocks[at + 1]);
}

/** Wide tables with their captions and the headings right above them: what stands on pages that lie down. */
function wideStretches(blocks: readonly PaperBlock[], isAttachment: boolean): ReadonlySet<number> {
  const wide = new Set<number>();
  blocks.forEach((block, at) => {
    if (block.kind !== 'table' || !block.table.landscape) return;
    wide.add(at);
    for (let above = at - 1; above >= (isAttachment ? 0 : 1); above--) {
      const kind = blocks[above]?.kind;
      if (kind !== 'caption' && kind !== 'heading' && !(kind === 'title' && isAttachment)) break;
      wide.add(above);
    }
  });
  return wide;
}

function small(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] });
}
