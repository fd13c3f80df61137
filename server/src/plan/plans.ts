import type { Located } from '../text/range.ts';
import { bodyKindOf } from './bodies.ts';
import type { OutlineItem } from './draft-section.ts';
import kinds from './kinds.yaml';
import type { Line, PlanTable } from './model.ts';
import { genreOf, genreWithin, isGluedAttachment, isHeadOfPaper, type TitleBlock, titleAt } from './titles.ts';

/** Kinds of paper that carry a plan: 通知, 意见. */
export const carriers: ReadonlySet<string> = new Set((kinds as { carriers: readonly string[] }).carriers);

/** What of the stream belongs to one plan. */
export interface PlanPart {
  readonly title?: Located<string>;
  readonly kind: string;
  /** Everything behind the title, tables in their place. */
  readonly items: readonly OutlineItem[];
  /** Lines in front of the title: residue of a web page, a header. */
  readonly preamble: readonly Line[];
  readonly lines: readonly Line[];
  readonly tables: readonly PlanTable[];
  /** It is attached to another text: 附件 stands above its title, or the notice that carries it comes before. */
  readonly attachment: boolean;
  /** The notice (通知) in the same file that carries it. */
  readonly carrier?: PlanPart;
}

/** The title of the first plan stands within this many lines. */
const headLines = 12;

/**
 * Cuts the stream of a file into plans. A further plan begins with a title (two or three lines of
 * it, or a Markdown heading of depth 1) that ends with a genre and is followed by running text,
 * when the plan before it already has a body.
 */
export function splitPlans(items: readonly OutlineItem[]): readonly PlanPart[] {
  const lines: Line[] = [];
  const lineAt: number[] = [];
  items.forEach((item, index) => {
    if ('line' in item) {
      lines.push(item.line);
      lineAt.push(index);
    }
  });
  const titles = findTitles(lines);
  if (titles.length === 0) return [part(undefined, items, [])];
  const first = titles[0];
  let carrier: PlanPart | undefined;
  return titles.map((title, at) => {
    const next = titles[at + 1];
    const from = lineAt[title.to] ?? items.length;
    const to = next ? (lineAt[next.from] ?? items.length) : items.length;
    const preamble = title === first ? lines.slice(0, title.from) : [];
    // Tables between the title and its first line stand in front of `from`.
    const behindTitle = (lineAt[title.to - 1] ?? 0) + 1;
    const own = items.slice(Math.min(from, behindTitle), to);
    const glued = isGluedAttachment(lines[title.from]?.text ?? '');
    // What a letter asks others to sign is a draft that nobody has signed yet.
    const attachment =
      carrier !== undefined ||
      glued ||
      title.kind === '函' ||
      isAttachmentMark(lines[title.from - 1]) ||
      preamble.some(({ text }) => passesOn.test(text));
    const read = part(title, own, preamble, lines.slice(title.from, title.to), attachment, carrier);
    if (isCarrier(title, own)) carrier = read;
    return read;
  });
}

/** 现印发给你们: a notice stands in front of the title, though its own title got lost. */
const passesOn = /(?:印发|转发|下发)(?:给你们|你们)|现[将予].{0,60}印发/;

/** 附件, 附件1, 附件： on a line of its own. */
function isAttachmentMark(line: Line | undefined): boolean {
  return line !== undefined && /^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[：:]?$/.test(line.text);
}

/** A notice that passes on what follows it: it sets nothing itself, or names a paper and no plan of its own. */
function isCarrier({ kind, title }: TitleBlock, items: readonly OutlineItem[]): boolean {
  if (!carriers.has(kind) || kind === '意见') return false;
  if (!title.value.replace(/《[^》]*》/g, '').includes('方案')) return true;
  return !items.some((item) => 'line' in item && item.line.facts.number?.kind === 'han');
}

function part(
  title: TitleBlock | undefined,
  items: readonly OutlineItem[],
  preamble: readonly Line[],
  titleLines: readonly Line[] = [],
  attachment = false,
  carrier?: PlanPart,
): PlanPart {
  const lines = [...preamble, ...titleLines];
  const tables: PlanTable[] = [];
  for (const item of items) {
    if ('line' in item) lines.push(item.line);
    else tables.push(item.table);
  }
  return {
    kind: title?.kind ?? '',
    items,
    preamble,
    lines,
    tables,
    attachment,
    ...(title ? { title: title.title } : {}),
    ...(carrier ? { carrier } : {}),
  };
}

function findTitles(lines: readonly Line[]): readonly TitleBlock[] {
  const titles: TitleBlock[] = [];
  let sections = 0;
  let body = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const current = titles.at(-1);
    const block =
      opensPlan(lines, at, current, sections) && !signsCarrier(lines, at, current) ? titleAt(lines, at) : undefined;
    if (block && isPlanTitle(lines, block, current, sections, body)) {
      // A carrier (转发…的通知) without a text of its own gives way to the title below it.
      if (current && current.to === block.from) titles.pop();
      titles.push(block);
      sections = 0;
      body = 0;
      at = block.to - 1;
      continue;
    }
    if (line.place === 'heading' && !current && isHeadOfPaper(line.text)) continue;
    if (line.facts.number || line.place === 'heading') sections++;
    else if (line.text.length >= 20) body++;
  }
  return titles;
}

/**
 * 青禾县人民政府办公室 below the text of a notice that names this office in its title: it signs the notice without a date, and is
 * no line of the title below it.
 */
function signsCarrier(lines: readonly Line[], at: number, current: TitleBlock | undefined): boolean {
  if (!current || !carriers.has(current.kind)) return false;
  const office = (lines[at]?.text ?? '').replace(/\s+/g, '');
  const named = current.title.value.replace(/\s+/g, '');
  return (
    office.length < named.length &&
    named.startsWith(office) &&
    bodyKindOf(office) !== undefined &&
    /[。！]$/.test(lines[at - 1]?.text ?? '')
  );
}

/** Cheap test whether a title can be looked for here. */
function opensPlan(lines: readonly Line[], at: number, current: TitleBlock | undefined, sections: number): boolean {
  if (!current) return at < headLines && sections === 0;
  if (current.to === at) return true;
  const carried = carriers.has(current.kind);
  if (sections < 2 && !carried && !isKin(lines[at], current)) return false;
  // An attachment's own title belongs to the plan that it is attached to; a notice carries plans.
  return carried || !/^附件/.test(lines[at - 1]?.text ?? '');
}

/** # 河口村整治工作总结 behind 河口村整治工作方案: a heading that speaks of the same, and is no section (# 安全预案) of it. */
function isKin(line: Line | undefined, { title }: TitleBlock): boolean {
  if (line?.place !== 'heading' || line.text.length <= ownTitleLength) return false;
  const [own, other] = [line.text, title.value].map((text) => text.replace(/[\s\u3000]+/g, '')) as [string, string];
  for (let at = 0; at + kinWords <= own.length; at++) if (other.includes(own.slice(at, at + kinWords))) return true;
  return false;
}

/** So many characters in a row stand in both titles. */
const kinWords = 4;

function isPlanTitle(
  lines: readonly Line[],
  block: TitleBlock,
  current: TitleBlock | undefined,
  sections: number,
  body: number,
): boolean {
  const first = lines[block.from];
  if (first?.place === 'heading') {
    if (first.facts.number && (current || !isOfOneStage(first, lines))) return false;
    return !current || (genreWithin(first.text) !== undefined && (sections > 0 || body > 0));
  }
  if (!current) return true;
  if (/(?:表|图|台账|清单)$/.test(block.kind)) return false;
  const next = lines[block.to];
  if (!next) return false;
  if (current.to === block.from) return !carriers.has(block.kind) || carriers.has(current.kind);
  if (countsOn(lines, block.to)) return false;
  if (carriers.has(current.kind) && (beginsAtOne(block, next) || names(current, block))) return true;
  return next.text.length >= 30 || /^(?:根据|为|按照|[（(].{4,40}[)）]$)/.test(next.text);
}

/** # 第二阶段工作总结: the title of the paper of one stage, where no heading beside it is of another one. */
function isOfOneStage(heading: Line, lines: readonly Line[]): boolean {
  if (heading.facts.number?.kind !== 'stage' || genreOf(heading.text) === undefined) return false;
  return !lines.some((line) => line !== heading && line.place === 'heading' && line.facts.number?.kind === 'stage');
}

/** Shorter ones (工作安排, 工作方案) may be headings within a notice. */
const ownTitleLength = 6;

function beginsAtOne({ title }: TitleBlock, next: Line): boolean {
  return title.value.length >= ownTitleLength && next.facts.number?.kind === 'han';
}

/** The title of a notice names the paper that it passes on. */
function names(carrier: TitleBlock, block: TitleBlock): boolean {
  const bare = (title: string) => title.replace(/[\s《》“”"]+/g, '');
  const passed = bare(block.title.value);
  return passed.length >= ownTitleLength && bare(carrier.title.value).includes(passed);
}

/** So far behind a title the first number of its text is looked for. */
const firstNumberLines = 40;

/** The numbers behind the line go on from those in front of it: it is a heading that lost its own (学习安排). */
function countsOn(lines: readonly Line[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + firstNumberLines); at++) {
    const number = lines[at]?.facts.number;
    if (number?.kind === 'han') return number.value > 1;
  }
  return false;
}
