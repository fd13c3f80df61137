import type { OutlineItem } from '../../plan/draft-section.ts';
import type { Line, Plan, PlanDocument, Section } from '../../plan/model.ts';
import { readOutline } from '../../plan/outline.ts';
import { genreOf } from '../../plan/titles.ts';
import type { Label } from '../../profiles/profile.ts';
import { counted } from '../../text/counted.ts';
import { type ListItem, nestedItems } from '../nested-list.ts';
import { attachmentAt, type Ending, noteEntry, readEnding, signatureWords } from './ending.ts';
import { type Front, readFront } from './front.ts';
import { headingBlock, type Levels, levelsOf, lineRuns } from './headings.ts';
import { readLetterhead } from './letterhead.ts';
import { type Marks, plainRun, readMarks, runsOf } from './marks.ts';
import type { AttachmentEntry, Imprint, Paper, PaperBlock, PaperPart } from './paper.ts';
import { lineOf, type StreamItem, streamOf } from './stream.ts';
import { paperTable } from './tables.ts';
import { titleLines, widthOf } from './title-lines.ts';

/** What a whole file has in common. */
interface Common {
  readonly document: PlanDocument;
  readonly source: string;
  readonly marks: Marks;
  readonly front: Front;
}

/** A part while it is being filled. */
interface Draft {
  label?: string;
  beginsPlan: boolean;
  blocks: PaperBlock[];
}

/**
 * Plans of a file as a paper. Everything that the plans say comes along, in its order; pictures and footnotes do not,
 * which a note tells.
 */
export function composePaper(
  document: PlanDocument,
  plans: readonly Plan[],
): { readonly paper: Paper; readonly notes: readonly Label[] } {
  const source = document.markdown.text;
  const marks = readMarks(document.markdown);
  const front = readFront(document.frontMatter);
  const common: Common = { document, source, marks, front };
  const [first] = plans;
  const letterhead = first ? readLetterhead(preambleOf(streamOf(document, first), first)) : undefined;
  const parts: Draft[] = [];
  let imprint: Imprint | undefined = front.imprint;
  for (const plan of plans) {
    const composed = composePlan(plan, common, plan === first, letterhead?.lines ?? new Set());
    // 附件 above the title of a plan that the notice before it carries.
    const open = parts.at(-1);
    const [head] = composed.parts;
    if (open?.label !== undefined && open.blocks.length === 0 && head && head.label === undefined) {
      parts.pop();
      head.label = open.label;
    }
    parts.push(...composed.parts);
    imprint ??= composed.imprint;
  }
  const head = front.head ?? letterhead?.head;
  const wide = parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table' && block.table.landscape);
  return {
    paper: {
      title: first?.title?.value ?? '',
      issuer: first?.issuer?.value ?? '',
      ...(head ? { head } : {}),
      parts: parts.filter(({ blocks, label }) => blocks.length > 0 || label !== undefined) as readonly PaperPart[],
      ...(imprint ? { imprint } : {}),
      sealed: front.sealed ?? (head?.documentNumber ?? '') !== '',
    },
    notes: [...front.notes, ...lossNotes(marks), ...landscapeNote(wide.length)],
  };
}

function lossNotes({ pictures, footnotes }: Marks): readonly Label[] {
  return [
    ...(pictures > 0
      ? [
          {
            zh: `有 ${pictures} 幅图片未导出，请在 Word 中插入`,
            en: `${counted(pictures, 'picture was', 'pictures were')} left out; insert ${pictures === 1 ? 'it' : 'them'} in Word`,
          },
        ]
      : []),
    ...(footnotes > 0
      ? [
          {
            zh: '公文不用脚注，脚注标记未导出；脚注文字仍在原处，请并入正文或删去',
            en: 'papers have no footnotes: their marks were left out, their texts stand where they were written',
          },
        ]
      : []),
  ];
}

function landscapeNote(tables: number): readonly Label[] {
  if (tables === 0) return [];
  return [
    {
      zh: `有 ${tables} 个较宽的表格排为横页`,
      en: `${counted(tables, 'wide table stands on a page', 'wide tables stand on pages')} turned sideways`,
    },
  ];
}

/** The lines above the title. */
function preambleOf(items: readonly StreamItem[], plan: Plan): readonly Line[] {
  const { title } = plan;
  if (!title) return [];
  const lines = items.flatMap((item) => lineOf(item) ?? []);
  const at = lines.findIndex((line) => isTitle(line, plan));
  return at > 0 ? lines.slice(0, at) : [];
}

function isTitle({ range }: Line, { title }: Plan): boolean {
  return title !== undefined && range.start < title.range.end && title.range.start < range.end;
}

function composePlan(
  plan: Plan,
  common: Common,
  isFirst: boolean,
  taken: ReadonlySet<Line>,
): { readonly parts: Draft[]; readonly imprint?: Imprint } {
  const { document, source, marks, front } = common;
  const items = streamOf(document, plan);
  const part: Draft = { beginsPlan: true, blocks: [] };
  const titleAt = items.findIndex((item) => lineOf(item) && isTitle(lineOf(item) as Line, plan));
  let from = 0;
  for (; from < titleAt; from++) {
    const line = lineOf(items[from]);
    if (!line || taken.has(line)) continue;
    const mark = attachmentAt(line);
    if (mark && mark.nameAt >= line.text.length) part.label = mark.label;
    else part.blocks.push({ kind: 'verbatim', text: line.text, centred: /号$/.test(line.text) });
  }
  const written: string[] = [];
  for (let line = lineOf(items[from]); line && isTitle(line, plan); line = lineOf(items[++from])) {
    // 附件2 may be stuck to the first line of the title, which begins behind it.
    const glued = written.length === 0 && plan.title ? lengthBefore(line, plan.title.range.start) : 0;
    if (glued > 0) part.label = line.text.slice(0, glued).replace(/\s+/g, '');
    written.push(line.text.slice(glued));
  }
  const title = written.length > 0 ? written : plan.title ? [plan.title.value] : [];
  if (title.length > 0) part.blocks.push({ kind: 'title', lines: titleLines(title, textBelow(items, from)) });
  from = composeBelowTitle(items, from, plan, part, common, isFirst);

  const ending = readEnding(items, from, plan);
  const end = ending.attachments[0] ?? items.length;
  const body = { items, from, to: end, levels: levelsOf(plan.sections), ending };
  const imprint = composeItems(part, body, plan, common);
  if (
    isFirst &&
    ending.signature.size === 0 &&
    !plan.attachment &&
    !part.blocks.some(({ kind }) => kind === 'subtitle')
  ) {
    if (front.issuer !== '' || front.date !== '')
      part.blocks.push({ kind: 'signature', issuers: front.issuer === '' ? [] : [front.issuer], date: front.date });
  }
  const parts: Draft[] = [part];
  ending.attachments.forEach((at, index) => {
    const to = ending.attachments[index + 1] ?? items.length;
    parts.push(composeAttachment(items, at, to, plan, common, source, marks));
  });
  return { parts, ...(imprint ? { imprint } : {}) };
}

/** The words of a plan behind its title. */
function textBelow(items: readonly StreamItem[], from: number): string {
  return items
    .slice(from)
    .map((item) => lineOf(item)?.text ?? '')
    .join('\n');
}

/** Units of the line in front of an offset of the source. */
function lengthBefore(line: Line, offset: number): number {
  let length = 0;
  while (length < line.text.length && line.at(length, length + 1).start < offset) length++;
  return length;
}

/** Issuer or date in brackets, and the addressee. @returns index of the first item behind them */
function composeBelowTitle(
  items: readonly StreamItem[],
  from: number,
  plan: Plan,
  part: Draft,
  { source, marks, front }: Common,
  isFirst: boolean,
): number {
  let at = from;
  for (; at < from + 3; at++) {
    const line = lineOf(items[at]);
    if (!line || line.facts.number || line.text.length > 42) break;
    const signed = [plan.issuer?.range, plan.issued?.range].some(
      (range) => range && line.range.start <= range.start && range.end <= line.range.end,
    );
    if (!signed) break;
    part.blocks.push({ kind: 'subtitle', text: line.text });
  }
  const line = lineOf(items[at]);
  if (line && isAddressee(line)) {
    part.blocks.push({ kind: 'addressee', runs: runsOf(line, source, marks) });
    return at + 1;
  }
  if (isFirst && front.addressee !== undefined)
    part.blocks.push({ kind: 'addressee', runs: plainRun(front.addressee) });
  return at;
}

/** 各村（社区），镇直各单位： — and not 现将有关事项通知如下：. */
function isAddressee({ text, place, facts }: Line): boolean {
  return (
    place === 'paragraph' &&
    /[：:]$/.test(text) &&
    text.length <= 200 &&
    !facts.number &&
    !/[。；]|如下|以下|下列|为了?|根据/.test(text)
  );
}

interface Stretch {
  readonly items: readonly StreamItem[];
  readonly from: number;
  readonly to: number;
  readonly levels: Levels;
  readonly ending: Ending;
}

const copies = /^抄\s*[送报]\s*[：:]\s*(.+?)[。；]?$/;
const printing = /^(.{2,30}?)\s*(\d{4}年\d{1,2}月\d{1,2}日)\s*印发$/;

/** Puts a stretch of the stream on the part. @returns the 版记 that it holds */
function composeItems(part: Draft, stretch: Stretch, plan: Plan, common: Common): Imprint | undefined {
  const { items, from, to, levels, ending } = stretch;
  const { source, marks } = common;
  let imprint: Imprint | undefined;
  const note: AttachmentEntry[] = [];
  const titles = tableTitles(items, levels);
  const nested = nestedItems(items, itemOf);
  for (let at = from; at < to; at++) {
    const item = items[at];
    if (!item) break;
    const title = titles.get(at);
    if (title) {
      part.blocks.push({ kind: 'caption', runs: title.flatMap((line) => runsOf(line, source, marks)) });
      at += title.length - 1;
      continue;
    }
    if ('table' in item) {
      part.blocks.push({ kind: 'table', table: paperTable(item.table, source, marks) });
      continue;
    }
    if ('opaque' in item) {
      part.blocks.push(...opaqueBlocks(item.opaque.kind, item.opaque.value));
      continue;
    }
    const { line } = item;
    if (ending.note.has(at)) {
      const { number, nameAt } = noteEntry(line);
      if (nameAt < line.text.length) note.push({ number, runs: runsOf(line, source, marks, undefined, nameAt) });
      if (!ending.note.has(at + 1)) part.blocks.push({ kind: 'attachmentNote', items: note.splice(0) });
    } else if (at === ending.signatureAt) {
      const lines = items.flatMap((one, index) => (ending.signature.has(index) ? (lineOf(one) ?? []) : []));
      part.blocks.push(...signatureBlocks(lines, plan, common));
    } else if (ending.signature.has(at)) {
      // Set with its first line.
    } else if (at > ending.signatureAt && (copies.test(line.text) || printing.test(line.text))) {
      imprint = { ...(imprint ?? { copies: '', printer: '', printed: '' }), ...imprintOf(line.text) };
    } else if (line.place === 'item' && (!line.facts.number || nested.has(item))) {
      part.blocks.push(itemBlock(line, common));
    } else part.blocks.push(lineBlock(line, isAboveTable(items, at), levels, common));
  }
  return imprint;
}

function imprintOf(text: string): Partial<Imprint> {
  const copied = copies.exec(text)?.[1];
  if (copied !== undefined) return { copies: copied };
  const [, printer = '', printed = ''] = printing.exec(text) ?? [];
  return { printer: printer.trim(), printed };
}

function signatureBlocks(lines: readonly Line[], plan: Plan, { source, marks }: Common): readonly PaperBlock[] {
  const { issuers, date, before, after } = signatureWords(lines, plan);
  const [first] = lines;
  const last = lines.at(-1);
  return [
    ...(first && before > 0
      ? [{ kind: 'paragraph' as const, runs: runsOf(first, source, marks, undefined, 0, before) }]
      : []),
    { kind: 'signature', issuers, date },
    ...(last && lines.length === 1 && after > 0 && after < last.text.length
      ? [{ kind: 'paragraph' as const, runs: runsOf(last, source, marks, undefined, after) }]
      : []),
  ];
}

function lineBlock(line: Line, aboveTable: boolean, levels: Levels, { source, marks }: Common): PaperBlock {
  const section = levels.sections.get(line);
  if (section) return headingBlock(section, levels, source, marks);
  if (line.place === 'quote') return { kind: 'quote', runs: lineRuns(line, source, marks) };
  if (aboveTable && isCaption(line)) return { kind: 'caption', runs: lineRuns(line, source, marks) };
  return { kind: 'paragraph', runs: lineRuns(line, source, marks) };
}

/** An item that only its place in the list tells apart. */
function itemBlock(line: Line, { source, marks }: Common): PaperBlock {
  const depth = Math.max(1, line.depth);
  const runs = lineRuns(line, source, marks);
  if (line.facts.number) return { kind: 'numberedItem', depth, runs };
  const box = /\[([ xX])\][ \t]*$/.exec(source.slice(Math.max(0, line.range.start - 6), line.range.start))?.[1];
  const mark = box === undefined ? [] : plainRun(box === ' ' ? '□' : '☑');
  return { kind: 'bullet', depth, runs: [...mark, ...runs] };
}

function itemOf(item: StreamItem): ListItem | undefined {
  const line = lineOf(item);
  return line?.place === 'item' ? { depth: line.depth, number: line.facts.number?.kind } : undefined;
}

/** The titles of tables that stand on several lines, by the index of the first. */
function tableTitles(items: readonly StreamItem[], { sections }: Levels): ReadonlyMap<number, readonly Line[]> {
  const titles = new Map<number, readonly Line[]>();
  for (const item of items) {
    const range = 'table' in item ? item.table.title?.range : undefined;
    if (!range) continue;
    const first = items.findIndex((one) => (lineOf(one)?.range.start ?? -1) === range.start);
    const lines: Line[] = [];
    for (
      let line = lineOf(items[first]);
      line && line.range.end <= range.end;
      line = lineOf(items[first + lines.length])
    )
      lines.push(line);
    if (lines.length > 1 && lines.every((line) => isCaption(line) && !sections.has(line))) titles.set(first, lines);
  }
  return titles;
}

/** A table comes next, or a time in brackets that belongs to its caption and then the table. */
function isAboveTable(items: readonly StreamItem[], at: number): boolean {
  const next = items[at + 1];
  if (next && 'table' in next) return true;
  const remark = lineOf(next);
  return (
    remark !== undefined && /^[（(].{2,30}[)）]$/.test(remark.text) && isAboveTable(items.slice(0, at + 3), at + 1)
  );
}

/** A short line without the marks of a sentence. */
function isCaption({ text, place, facts }: Line): boolean {
  return place === 'paragraph' && !facts.number && widthOf(text) <= 40 && !/[。；：:，！？]/.test(text);
}

/** Code keeps its lines; of HTML only the words are left, and nothing of a comment. */
function opaqueBlocks(kind: 'code' | 'html', value: string): readonly PaperBlock[] {
  if (kind === 'code') {
    const lines = value.split(/\r\n|\n|\r/);
    const fenced = /^\s*(?:```|~~~)/.test(lines[0] ?? '');
    const inner = fenced ? lines.slice(1, /^\s*(?:```|~~~)/.test(lines.at(-1) ?? '') ? -1 : undefined) : lines;
    return inner.map((text) => ({ kind: 'verbatim', text, centred: false }));
  }
  const words = value
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<[^<>]*>/g, '\n')
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return words.map((text) => ({ kind: 'paragraph', runs: plainRun(text) }));
}

function composeAttachment(
  items: readonly StreamItem[],
  at: number,
  to: number,
  plan: Plan,
  common: Common,
  source: string,
  marks: Marks,
): Draft {
  const line = lineOf(items[at]);
  const mark = attachmentAt(line);
  const part: Draft = { label: mark?.label ?? '附件', beginsPlan: false, blocks: [] };
  let from = at + 1;
  let title = line && mark ? line.text.slice(mark.nameAt).trim() : '';
  if (title === '') {
    const next = lineOf(items[from]);
    const isOwn = next !== undefined && from < to && isAttachmentTitle(next);
    if (isOwn) {
      title = next.text;
      from++;
    }
  }
  if (title !== '') part.blocks.push({ kind: 'title', lines: titleLines([title]) });
  const outline = items.slice(from, to).flatMap((item): readonly OutlineItem[] => ('opaque' in item ? [] : [item]));
  // What stands behind the signature is in no outline of the plan.
  const own: readonly Section[] = readOutline(outline).sections as readonly Section[];
  const ending = { note: new Set<number>(), signature: new Set<number>(), signatureAt: items.length, attachments: [] };
  composeItems(part, { items, from, to, levels: levelsOf(own), ending }, plan, { ...common, source, marks });
  return part;
}

function isAttachmentTitle(line: Line): boolean {
  if (line.place === 'heading') return line.facts.number === undefined;
  const { text } = line;
  return (
    line.place === 'paragraph' &&
    !line.facts.number &&
    widthOf(text) <= 60 &&
    (genreOf(text) !== undefined || !/[。；：:，！？]/.test(text))
  );
}
