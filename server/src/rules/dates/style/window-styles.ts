import { conflictingEnds } from '../../../dates/compare.ts';
import type { DateExpression } from '../../../dates/expression.ts';
import type { Dated, Line, Plan, Schedule } from '../../../plan/model.ts';
import { sameAudience } from '../../../plan/stages/audience.ts';
import type { Range } from '../../../text/range.ts';
import type { Edit } from '../../rule.ts';
import { isWindow } from '../lengths/length-beside.ts';

/** One place of a way of writing, in the source. */
export interface Place {
  readonly raw: string;
  readonly range: Range;
  readonly edits: readonly Edit[];
}

export interface Mixture {
  readonly places: readonly Place[];
  readonly written: string;
  readonly wanted: string;
}

export type WindowSets = readonly (readonly Dated[])[];

/** The windows of the stages as the text gives them, and those of the time column of each table. */
export function windowSets(plan: Plan): WindowSets {
  const starts = new Set<number>();
  for (const { schedules } of plan.stages) {
    const [first] = schedules;
    if (!first || first.origin === 'table') continue;
    // Below a window in the heading, those of the text are of its steps.
    for (const { origin, range } of schedules) if (origin === first.origin) starts.add(range.start);
  }
  const ofTable = new Map<Line, number>();
  plan.tables.forEach((table, number) => {
    const at = table.columns.findIndex(({ field }) => field === 'time');
    if (at < 0) return;
    for (const { cells } of table.rows) for (const line of cells[at]?.lines ?? []) ofTable.set(line, number + 1);
  });
  if (starts.size === 0 && ofTable.size === 0) return [];
  const sets = new Map<number, Dated[]>();
  for (const dated of plan.dates) {
    if (!isWindow(dated)) continue;
    const set = ofTable.get(dated.line) ?? (starts.has(dated.range.start) ? 0 : undefined);
    if (set === undefined) continue;
    const list = sets.get(set);
    if (list) list.push(dated);
    else sets.set(set, [dated]);
  }
  return [...sets.values()];
}

/** 至, —, ～ within one set: those that are fewer, with what the others use. */
export function mixedConnectors(sets: WindowSets): readonly Mixture[] {
  return sets.flatMap((set) => {
    const byConnector = new Map<string, Dated[]>();
    for (const dated of set) {
      const connector = connectorOf(dated);
      if (connector === undefined) continue;
      const list = byConnector.get(connector);
      if (list) list.push(dated);
      else byConnector.set(connector, [dated]);
    }
    const [most, ...others] = [...byConnector].sort((a, b) => b[1].length - a[1].length);
    if (!most || others.length === 0) return [];
    return others.map(([written, fewer]) => ({
      written,
      wanted: most[0],
      places: fewer.map((one) => placeOf(one, most[0])),
    }));
  });
}

/** Hyphens and 到 have messages of their own; 起…至…止 and 从…开始，到… are sentences. */
function connectorOf({ expression, line }: Dated): string | undefined {
  const at = between(expression);
  const written = at && line.text.slice(at.start, at.end).trim();
  return written === '至' || written === '—' || written === '～' || written === '－' || written === '–'
    ? written
    : undefined;
}

function between({ from, to }: DateExpression): Range | undefined {
  return from && to ? { start: from.range.end, end: to.range.start } : undefined;
}

function placeOf({ expression, line, range }: Dated, wanted: string): Place {
  const at = between(expression);
  const place = at && line.at(at.start, at.end);
  const exact = at && place && place.end - place.start === at.end - at.start;
  return { raw: expression.raw, range, edits: exact ? [{ range: place, text: wanted }] : [] };
}

/** 2010年1月初至2月: exact at the start, the bare month at the end. */
export function unevenWindows(plan: Plan, sets: WindowSets): readonly Place[] {
  const found: Place[] = [];
  let next: ReadonlyMap<Line, Line> | undefined;
  for (const set of sets) {
    for (const { expression, line, range, span } of set) {
      const { from, to } = expression;
      if (!from || !to || to.unit !== 'month' || to.portion !== undefined || from.unit === 'month') continue;
      if (!span || (from.day === undefined && from.portion === undefined)) continue;
      // A cell that breaks 11月/中旬 says more on its next line.
      if (expression.range.end === line.text.length) {
        next ??= nextInCells(plan);
        if (/^\s*(?:[初底末旬]|[上中下]旬)/.test(next.get(line)?.text ?? '')) continue;
      }
      found.push({ raw: expression.raw, range, edits: [] });
    }
  }
  return found;
}

/** The next line of each line of a cell that is not its last one. */
function nextInCells({ tables }: Plan): ReadonlyMap<Line, Line> {
  const next = new Map<Line, Line>();
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      for (const { lines } of cells) {
        for (let at = 1; at < lines.length; at++) {
          const [line, behind] = [lines[at - 1], lines[at]];
          if (line && behind) next.set(line, behind);
        }
      }
    }
  }
  return next;
}

export interface WordedTwice {
  readonly stage: string;
  readonly raw: string;
  readonly range: Range;
  readonly other: string;
  readonly otherRange: Range;
}

/** One window of a stage with 月初 in the one place and 上旬 in the other. */
export function wordedTwice(plan: Plan): readonly WordedTwice[] {
  return plan.stages.flatMap(({ name, schedules }) => {
    for (const [at, one] of schedules.entries()) {
      const other = schedules.slice(at + 1).find((candidate) => differInWords(one, candidate));
      if (other)
        return [
          { stage: name.value, raw: one.span.raw, range: one.range, other: other.span.raw, otherRange: other.range },
        ];
    }
    return [];
  });
}

const WORDS: Readonly<Record<string, string>> = { 初: '初', 上旬: '初', 底: '末', 末: '末', 下旬: '末' };

const partOfMonth = /[初底末旬]/;

function differInWords(a: Schedule, b: Schedule): boolean {
  if (a.origin === b.origin || a.span.raw === b.span.raw || !partOfMonth.test(a.span.raw)) return false;
  if (!partOfMonth.test(b.span.raw) || !sameAudience(a.audience, b.audience)) return false;
  const [one, two] = [a, b].map(({ span }) => span.raw.match(/初|上旬|底|末|下旬/g) ?? []);
  if (!one || !two || one.length !== two.length || !one.some((word, at) => word !== two[at])) return false;
  return one.every((word, at) => WORDS[word] === WORDS[two[at] ?? '']) && conflictingEnds(a.span, b.span).length === 0;
}
