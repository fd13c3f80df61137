import { strFromU8, unzipSync } from 'fflate';
import { writePaper } from '../../../server/src/exchange/office/paper/write.ts';
import { composePaper } from '../../../server/src/exchange/paper/compose.ts';
import type { Paper, PaperBlock } from '../../../server/src/exchange/paper/paper.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

/** A plan as a paper. */
export function paperOf(text: string): Paper {
  const document = readPlans(text);
  return composePaper(document, document.plans).paper;
}

/** What a block says. */
export function wordsOf(block: PaperBlock): string {
  switch (block.kind) {
    case 'title':
      return block.lines.join('/');
    case 'subtitle':
    case 'verbatim':
      return block.text;
    case 'table':
      return [block.table.header, ...block.table.rows.map(({ cells }) => cells)]
        .flat()
        .flatMap(({ runs }) => runs.map(({ text }) => text))
        .join(' ');
    case 'attachmentNote':
      return block.items.map(({ number, runs }) => number + runs.map(({ text }) => text).join('')).join('|');
    case 'signature':
      return [...block.issuers, block.date].join('|');
    default:
      return block.runs.map(({ text, face }) => (face ? `${face}«${text}»` : text)).join('');
  }
}

/** Kind and words of each block, part by part. */
export function outlineOf(text: string): readonly (readonly string[])[] {
  return paperOf(text).parts.map(({ label, blocks }) => [
    ...(label === undefined ? [] : [`label ${label}`]),
    ...blocks.map((block) => `${block.kind === 'heading' ? `heading${block.level}` : block.kind} ${wordsOf(block)}`),
  ]);
}

/** The parts of the .docx file that a plan becomes, by their names. */
export async function filesOf(text: string): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await writePaper(paperOf(text)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The paragraph of document.xml (or of another part) that holds the words, with its properties. */
export function paragraphWith(xml: string, words: string): string {
  const found = xml.match(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)?.find((one) => textOf(one).includes(words));
  if (found === undefined) throw new Error(`no paragraph says ${words}`);
  return found;
}

export function textOf(xml: string): string {
  return (xml.match(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g) ?? []).map((one) => one.replace(/<[^>]*>/g, '')).join('');
}
