import type { PlainDate } from '../../dates/civil.ts';
import { systemClock } from '../../dates/today.ts';
import type { ColumnField, PlanTable, Section, Stage } from '../../plan/model.ts';
import type { RecognisedPlan } from '../../rules/rule.ts';
import { findBlanks } from '../../rules/wording/blanks.ts';
import type { Range } from '../../text/range.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';

/** Where the cursor stands, as far as it matters for what may follow. */
export interface Place {
  readonly open: OpenPlan;
  readonly offset: number;
  /** Offset of the beginning of the source line. */
  readonly lineStart: number;
  /** The line in front of the cursor and behind it. */
  readonly before: string;
  readonly after: string;
  /** The plan that the cursor stands in, or behind. */
  readonly recognised: RecognisedPlan;
  /** From the outermost to the innermost section around the cursor. */
  readonly sections: readonly Section[];
  readonly stage?: Stage;
  /** A place to be filled in that the cursor stands in or at the end of: ××科, 2026年××月××日. */
  readonly blank?: Range;
  /** The table cell around the cursor: what its column holds, and where its words begin and end. */
  readonly cell?: {
    readonly field: ColumnField;
    readonly start: number;
    readonly end: number;
    readonly table: PlanTable;
  };
  readonly today: PlainDate;
}

/** Longest part of a line that is looked at: plans may stand on a single line. */
const reach = 200;

/** @returns undefined outside of plans */
export function placeOf(open: OpenPlan, offset: number): Place | undefined {
  const { text } = open;
  const plans = open.begun;
  const recognised = plans.findLast(({ plan }) => plan.range.start <= offset) ?? (offset === 0 ? plans[0] : undefined);
  if (!recognised) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = endOfLine(text, offset);
  const from = Math.max(lineStart, offset - reach);
  const before = text.slice(from, offset);
  const after = text.slice(offset, Math.min(lineEnd, offset + reach));
  const sections = around(recognised.plan.sections, offset);
  const stage = recognised.plan.stages.find((one) => one.section && sections.includes(one.section));
  const blank = blankAt(before + after, before.length);
  const cell = cellAt(recognised, offset, text.slice(lineStart, offset), text.slice(offset, lineEnd));
  return {
    open,
    offset,
    lineStart,
    before,
    after,
    recognised,
    sections,
    ...(stage ? { stage } : {}),
    ...(blank ? { blank: { start: from + blank.start, end: from + blank.end } } : {}),
    ...(cell ? { cell } : {}),
    today: open.known.today ?? systemClock(),
  };
}

/** What a blank may be followed by and still is part of: ××科, ××单位, ××发〔2026〕××号. */
const tail =
  /^(?:单位|部门|活动|通知|意见|同志|中心|公司|学校|小学|中学|街道|大队|办公室|[科处局部办室股站](?![长员理置分署])|所(?![长有在以属需])|[镇乡村](?!长))/;
/** The longest of them, or a short one with what must not follow. */
const longestTail = 3;

/** Room between two marks: what is filled in goes between them, so they are no blank to be replaced. */
const emptyPairs = /“”|《》|〔〕|（）/g;

/**
 * The blank around an index of a text, with the year in front of 年××月 and the word that goes with it. Behind
 * ××月××日前 it holds 前.
 */
function blankAt(text: string, at: number): Range | undefined {
  for (const { range } of findBlanks(text.replace(emptyPairs, '，，'))) {
    const year = /\d{4}年$/.exec(text.slice(Math.max(0, range.start - 5), range.start))?.[0].length ?? 0;
    const words = text.slice(range.start, range.end);
    const start = /[月日]/.test(words) ? range.start - year : range.start;
    const behind = text.slice(range.end, range.end + longestTail);
    const length = /[×✕]$/.test(words)
      ? (tail.exec(behind)?.[0].length ?? 0)
      : Number(at === range.end + 1 && /[月日]$/.test(words) && behind.startsWith('前'));
    const end = range.end + length;
    if (start < at && at <= end) return { start, end };
  }
  return undefined;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const stop = end < 0 ? text.length : end;
  return text.charAt(stop - 1) === '\r' && stop > offset ? stop - 1 : stop;
}

/** A section reaches to the beginning of the next one: blank lines behind its last words belong to it. */
function around(sections: readonly Section[], offset: number): readonly Section[] {
  const own = sections.findLast((section) => section.range.start <= offset);
  return own ? [own, ...around(own.sections, offset)] : [];
}

function cellAt({ plan }: RecognisedPlan, offset: number, before: string, after: string): Place['cell'] {
  if (!before.includes('|')) return undefined;
  const table = plan.tables.find(({ range }) => range.start <= offset && offset <= range.end);
  if (!table) return undefined;
  // The whole line counts: a row of a ledger is often longer than what else is looked at.
  const column = before.split(/(?<!\\)\|/).length - 2;
  const field = table.columns[column]?.field;
  const words = /(?<!\\)\|[ \u3000]*((?:[^|]|(?<=\\)\|)*)$/.exec(before)?.[1] ?? '';
  const rest = after.slice(0, /(?<!\\)\|/.exec(after)?.index).trimEnd();
  return field ? { field, start: offset - words.length, end: offset + rest.length, table } : undefined;
}
