import type { DateSpan } from '../dates/expression.ts';
import type { YearContext } from '../dates/resolve.ts';
import { publicCalendar, type WorkCalendar } from '../dates/workdays.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { parseDocument } from '../markdown/incremental.ts';
import { ownCopy } from '../text/own-copy.ts';
import type { Range } from '../text/range.ts';
import { readEnumerations } from './announcements/enumerations.ts';
import { readIssuingBody } from './bodies.ts';
import type { DraftSection, OutlineItem } from './draft-section.ts';
import { FactStore } from './facts.ts';
import { frontIssued, frontIssuer, frontSuperior, readFrontMatter } from './front-matter.ts';
import { groupsOf as groupsOfLabel } from './labels.ts';
import { LazyPlan } from './lazy-plan.ts';
import { LineReader, type SourceTable, type StreamItem } from './lines.ts';
import type { FrontMatter, Line, Party, Plan, PlanDocument, PlanTable, Reference } from './model.ts';
import { readOutline } from './outline.ts';
import { type PlanPart, splitPlans } from './plans.ts';
import { openingSchoolYear, schoolYearIn, secondTermIn } from './school-year.ts';
import { closingOf, readSignature, type Signature } from './signature.ts';
import { activitySpan, inspectionYear, spanLines, statedYear } from './stages/activity-span.ts';
import { onlyYear } from './stages/only-year.ts';
import { openingYear } from './stages/opening-year.ts';
import { readStages } from './stages/stages.ts';
import { yearOfEdition } from './stages/year-of-edition.ts';
import { withHeader } from './tables/headless.ts';
import { LazyTable } from './tables/lazy-table.ts';
import { findTabTables } from './tables/tab-tables.ts';
import { datedHeadings } from './tables/table-sections.ts';
import { fromSource, readTable } from './tables/tables.ts';
import { fillSteps, readMeasures } from './tasks/measures.ts';
import { linesOf, partiesOn } from './tasks/tasks.ts';
import { Timeline } from './timeline.ts';

interface KnownPlan {
  readonly identity: object;
  readonly plan: Plan;
  readonly text: string;
  /** What else decides how the text is read: how its lines are taken, the front matter, the signature of its carrier. */
  readonly around: string;
  readonly calendar: WorkCalendar;
  /** Where the plan stood when it was read: offset and number of its first line. */
  readonly start: number;
  readonly first: number;
}

/** A stretch of a text that was a file of its own: its plans end with it, and go by its front matter. */
export interface JoinedPart {
  /** Where it begins in the joined text, in UTF-16 units. */
  readonly start: number;
  readonly calendar: WorkCalendar;
  /** As it was read of the file; the text has blanks in its place. */
  readonly frontMatter?: FrontMatter | undefined;
}

/**
 * Reads plans out of parsed Markdown. One reader serves many texts: what can be read from a line
 * alone is kept by its text, so that reading an edited document again costs the lines that changed
 * and the assembling of the plan.
 */
export class PlanReader {
  readonly #facts: FactStore;
  readonly #lines: LineReader;
  /** The plans of the last two texts: an edit and what it would be without it. */
  #young: KnownPlan[] = [];
  #old: readonly KnownPlan[] = [];
  #calendar = publicCalendar;

  /** @param rememberedLines different lines whose facts are kept for the next text */
  constructor(rememberedLines?: number) {
    this.#facts = new FactStore(rememberedLines);
    this.#lines = new LineReader(this.#facts);
  }

  /** @param calendar on which days the office works that the plans are of */
  read(markdown: MarkdownDocument, calendar: WorkCalendar = publicCalendar): PlanDocument {
    this.#calendar = calendar;
    this.#old = this.#young;
    this.#young = [];
    const { lines, items } = this.#lines.read(markdown);
    const frontMatter = readFrontMatter(markdown);
    const stream = withTables(markdown.text, lines, items);
    const plans = splitPlans(stream).map((part) => this.#lazy(part, markdown.text, frontMatter));
    return { markdown, ...(frontMatter ? { frontMatter } : {}), lines, plans };
  }

  /**
   * Reads several files that were put into one text, each for itself: a notice carries the plans of its own file only.
   * Nothing of earlier texts is kept.
   * @param parts in order, the first one at the beginning of the text
   */
  readJoined(markdown: MarkdownDocument, parts: readonly JoinedPart[]): PlanDocument {
    this.#young = [];
    this.#old = [];
    const { lines, items } = this.#lines.read(markdown);
    const stream = withTables(markdown.text, lines, items);
    let next = 0;
    const plans = parts.flatMap(({ calendar, frontMatter }, at) => {
      const from = next;
      const end = parts[at + 1]?.start ?? markdown.text.length;
      while (next < stream.length && startOf(stream[next]) < end) next++;
      this.#calendar = calendar;
      // The same text below another front matter is another plan.
      this.#young = [];
      return next === from
        ? []
        : splitPlans(stream.slice(from, next)).map((part) => this.#lazy(part, markdown.text, frontMatter));
    });
    this.#young = [];
    return { markdown, lines, plans };
  }

  /** The plan as it was read before where neither it nor its place has changed, else one that is read when asked. */
  #lazy(part: PlanPart, text: string, frontMatter: FrontMatter | undefined): Plan {
    const range = rangeOf(part);
    const carried = part.carrier && readSignature(part.carrier.items);
    // What is said of it in front of it keeps its place only while nothing comes in between.
    const from = (place: Range | undefined) => (place ? range.start - place.end : '');
    const front = frontMatter
      ? `${from(frontMatter.range)} ${text.slice(frontMatter.range.start, frontMatter.range.end)}`
      : '';
    const { issuer, issued } = carried ?? {};
    const signed = `${part.attachment} ${issuer?.value} ${from(issuer?.range)} ${issued?.raw} ${from(issued?.range)}`;
    // What stands in the Markdown around a plan can change how its lines are taken.
    const around = `${part.lines.length} ${part.items.length} ${takenAs(part.lines)} ${signed}\n${front}`;
    const calendar = this.#calendar;
    const isSame = (one: KnownPlan) =>
      one.text.length === range.end - range.start &&
      one.calendar === calendar &&
      one.around === around &&
      text.startsWith(one.text, range.start);
    const known = this.#young.find(isSame) ?? this.#old.find(isSame);
    const first = part.lines[0]?.index ?? 0;
    if (known && known.start === range.start && known.first === first) {
      this.#young.push(known);
      return known.plan;
    }
    const identity = known?.identity ?? {};
    const title = titleOf(part, frontMatter);
    const plan = new LazyPlan(
      {
        identity,
        ...(title ? { title } : {}),
        kind: part.kind,
        lines: part.lines,
        tables: part.tables,
        range,
        attachment: part.attachment,
        calendar,
      },
      () => this.#plan(part, frontMatter, identity, calendar),
    );
    const own = known?.text ?? ownCopy(text.slice(range.start, range.end));
    this.#young.push({ identity, plan, text: own, around, calendar, start: range.start, first });
    return plan;
  }

  #plan(part: PlanPart, frontMatter: FrontMatter | undefined, identity: object, calendar: WorkCalendar): Plan {
    const signature = signatureOf(part, frontMatter);
    const body = part.items.slice(0, signature.bodyEnd);
    const { sections, opening } = readOutline(body);
    const { tables } = part;
    const title = part.title?.value ?? '';
    const base = { ...yearBase(titleOf(part, frontMatter)?.value ?? '', signature.issued, frontMatter), calendar };
    const draft = new Timeline(this.#facts, [spanLines(opening, sections)], base);
    const span = activitySpan(opening, sections, draft);
    const timeline = new Timeline(
      this.#facts,
      groupsOf(part, opening, sections),
      planBase(
        base,
        span,
        openingSchoolYear(opening),
        () =>
          statedYear(sections, draft) ??
          openingYear(opening) ??
          inspectionYear(opening, draft) ??
          onlyYear(sections) ??
          yearOfEdition(part.lines, part.tables),
      ),
      datedHeadings(sections),
    );
    const stages = readStages(sections, opening, title, tables, timeline);
    for (const stage of stages) if (stage.section) stage.section.stage = stage;
    fillSteps(stages, sections, timeline);
    const named = titleOf(part, frontMatter);
    const superior = frontSuperior(frontMatter);
    return {
      identity,
      ...(named ? { title: named } : {}),
      kind: part.kind,
      ...(signature.issuer ? { issuer: signature.issuer } : {}),
      ...(signature.issued ? { issued: signature.issued } : {}),
      attachment: part.attachment,
      calendar,
      body: readIssuingBody(signature.issuer?.value, title, part.lines),
      closing: closingOf(body),
      references: referencesOf(part.lines, opening),
      ...(superior.length > 0 ? { superior } : {}),
      ...(span ? { span } : {}),
      opening,
      sections,
      stages,
      measures: readMeasures(sections, opening, stages, tables, title, timeline),
      parties: partiesOf(part.lines),
      tables,
      enumerations: readEnumerations(opening, sections, stages, tables),
      dates: timeline.all(),
      lines: part.lines,
      range: rangeOf(part),
    };
  }
}

const places: Readonly<Record<Line['place'], number>> = { paragraph: 1, heading: 2, item: 3, quote: 4, cell: 5 };

/** A figure for what Markdown makes of the lines: the last one becomes a heading by the --- below it. */
function takenAs(lines: readonly Line[]): number {
  let figure = 0;
  for (const { place, depth } of lines) figure = (Math.imul(figure, 31) + places[place] * 8 + depth) | 0;
  return figure;
}

/** The signature of a plan, else of the notice that carries it, else what the front matter says. */
function signatureOf(part: PlanPart, frontMatter: FrontMatter | undefined): Signature {
  const own = readSignature(part.items);
  if (own.issuer && own.issued) return own;
  const carried = part.carrier ? readSignature(part.carrier.items) : undefined;
  const issuer = own.issuer ?? carried?.issuer ?? frontIssuer(frontMatter);
  const issued = own.issued ?? carried?.issued ?? frontIssued(frontMatter);
  return { bodyEnd: own.bodyEnd, ...(issuer ? { issuer } : {}), ...(issued ? { issued } : {}) };
}

/** The title in the text, else that of the front matter. */
function titleOf(part: PlanPart, frontMatter: FrontMatter | undefined): Plan['title'] {
  const front = frontMatter?.values.get('title');
  const named = typeof front?.value === 'string' ? { value: front.value, range: front.range } : undefined;
  // Below a front matter with the title, # 参与方式 is the first of the parts.
  return named && part.title && groupsOfLabel(part.title.value).length > 0 ? named : (part.title ?? named);
}

/** Reads a text by itself, without anything kept from earlier. */
export function readPlans(text: string): PlanDocument {
  return new PlanReader().read(parseDocument(text));
}

/** Lines and tables in order; the lines of tab-led tables are taken out of the stream and become their cells. */
function withTables(text: string, lines: readonly Line[], items: readonly StreamItem[]): readonly OutlineItem[] {
  const tabTables = findTabTables(text, lines).map(
    ({ range, read }) => new LazyTable({ source: 'tabs', range }, () => readTable(read())),
  );
  const stream: OutlineItem[] = [];
  let next = 0;
  let previous: Line | undefined;
  let above: Line | undefined;
  let withHead: SourceTable | undefined;
  for (const item of items) {
    if ('table' in item) {
      const source = withHeader(item.table, withHead);
      stream.push({ table: gfmTable(source, previous, above) });
      withHead = source;
      continue;
    }
    above = previous;
    previous = item.line;
    let table = tabTables[next];
    if (table) {
      const { start } = item.line.range;
      for (; table && table.range.end <= start; table = tabTables[++next]) stream.push({ table });
      if (table && start >= table.range.start) continue;
    }
    stream.push(item);
  }
  for (const table of tabTables.slice(next)) stream.push({ table });
  return stream;
}

/** Most units between a table and the line that names it: the line ends of an empty line. */
const titleGap = 6;
/** （2026年3月至6月）, （单位：万元） between a table and its title. */
const tableRemark = /^[（(][^（）()]{2,30}[)）]$/;

/** @param before the line in front of the table, and the one above that: they may name it */
function gfmTable(source: SourceTable, before: Line | undefined, above: Line | undefined): PlanTable {
  const { range } = source;
  return new LazyTable({ source: 'gfm', range }, () => {
    if (!before || range.start - before.range.end >= titleGap) return readTable(fromSource(source, undefined));
    const remarked = above && tableRemark.test(before.text) && before.range.start - above.range.end < titleGap;
    const line = remarked ? above : before;
    const title = line.text.length <= 40 ? { value: line.text, range: line.range } : undefined;
    return readTable(fromSource(source, title));
  });
}

/** Lines in groups that share their years: the opening, each outermost section, the tables, what is left. */
function groupsOf(
  part: PlanPart,
  opening: readonly Line[],
  sections: readonly DraftSection[],
): readonly (readonly Line[])[] {
  const groups: (readonly Line[])[] = [opening, ...sections.map(linesOf)];
  for (const { columns, rows } of part.tables) {
    const group: Line[] = [];
    for (const { header } of columns) for (const line of header.lines) group.push(line);
    for (const { cells } of rows) for (const { lines } of cells) for (const line of lines) group.push(line);
    groups.push(group);
  }
  const seen = new Set<number>();
  for (const group of groups) for (const line of group) seen.add(line.index);
  groups.push(part.lines.filter((line) => !seen.has(line.index)));
  return groups;
}

function yearBase(title: string, issued: DateSpan | undefined, frontMatter: FrontMatter | undefined): YearContext {
  const ofFirst = /(?<!\d)((?:19|20)\d\d)\s*(?:年|[—–-]\d{2,4}\s*学年|学年|[春夏秋冬])/.exec(title)?.[1];
  const inTitle = secondTermIn(title) ?? ofFirst;
  // 开源之夏 2023 社区活动计划, hackathon-2023-summer
  const bare = inTitle ? undefined : /(?<![\d./]|\d-)(20[0-4]\d)(?![\d./]|-\d)/.exec(title)?.[1];
  const front = frontMatter?.values.get('date')?.value ?? frontMatter?.values.get('issued')?.value;
  const inFront = /^(\d{4})(?:-(\d{1,2})-(\d{1,2}))?/.exec(String(front ?? ''));
  const issue = issued?.yearKnown ? issued.start : undefined;
  const frontIssue = inFront?.[2]
    ? { year: Number(inFront[1]), month: Number(inFront[2]), day: Number(inFront[3]) }
    : undefined;
  const written = inTitle ?? (issue || inFront ? undefined : bare);
  const year = written ? Number(written) : (issue?.year ?? (inFront ? Number(inFront[1]) : undefined));
  const schoolYear = issue || inFront ? undefined : schoolYearIn(title);
  return {
    ...(year === undefined ? {} : { year }),
    ...((issue ?? frontIssue) ? { issued: issue ?? frontIssue } : {}),
    ...(schoolYear ? { window: schoolYear } : {}),
  } as YearContext;
}

/**
 * @param schoolYear the one of the opening, where nothing else gives a year
 * @param stated the year of the day on which an activity takes place, or that the opening or all other days give
 */
function planBase(
  base: YearContext,
  span: DateSpan | undefined,
  schoolYear: DateSpan | undefined,
  stated: () => number | undefined,
): YearContext {
  const ofSpan = span?.yearKnown ? (span.start?.year ?? span.end?.year) : undefined;
  const year = ofSpan ?? base.year ?? stated();
  if (year === undefined) return schoolYear ? { ...base, window: schoolYear } : base;
  const { issued } = base;
  // Issued in October for what takes place in April: 10月16日 lies between the two.
  if (span && span.start?.year === year && issued && issued.year === year - 1 && (base.year ?? issued.year) !== year)
    return { ...base, year, window: { ...span, start: issued } };
  return { ...base, year };
}

function referencesOf(lines: readonly Line[], opening: readonly Line[]): readonly Reference[] {
  const found: Reference[] = [];
  for (const line of lines) {
    for (const { range, title, documentNumber, basis } of line.facts.references) {
      found.push({
        line,
        range: line.at(range.start, range.end),
        basis: basis && opening.includes(line),
        ...(title === undefined ? {} : { title }),
        ...(documentNumber === undefined ? {} : { documentNumber: documentNumber.raw }),
      });
    }
  }
  return found;
}

function partiesOf(lines: readonly Line[]): readonly Party[] {
  const found: Party[] = [];
  for (const line of lines) for (const party of partiesOn(line)) found.push(party);
  return found;
}

function startOf(item: OutlineItem | undefined): number {
  if (!item) return 0;
  return 'line' in item ? item.line.range.start : item.table.range.start;
}

function rangeOf(part: PlanPart): Range {
  const { tables } = part;
  const first = part.lines[0]?.range.start ?? tables[0]?.range.start ?? 0;
  const last = Math.max(part.lines.at(-1)?.range.end ?? 0, tables.at(-1)?.range.end ?? 0);
  return { start: first, end: last };
}
