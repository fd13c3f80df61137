import { compare, daysBetween } from '../../dates/civil.ts';
import { type DateSpan, isRange } from '../../dates/expression.ts';
import { datedByLine } from '../../plan/dated-lines.ts';
import type { Dated, Line, Plan, PlanTable, TableCell } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import type { Finding } from '../rule.ts';

/** One of several who do the same, with its time. */
interface Share {
  readonly name: string;
  /** The same for siblings: the last word of their names. */
  readonly kind: string;
  readonly start: NonNullable<DateSpan['start']>;
  readonly end: NonNullable<DateSpan['end']>;
  readonly raw: string;
  readonly range: Range;
}

/** Of fewer nobody can say who is the odd one out. */
const LEAST = 3;
const usualThere = { zh: '“{name}”等作“{raw}”', en: '“{name}” and others: “{raw}”' };

/** The text itself says that all do the same at the same time, or as much of it. */
const together =
  /统一|同步|同时(?![，,])|同一(?:批|时间|天|时段|阶段)|(?:内容|条件|任务量?|标准|规模)[^，。；]{0,6}(?:相同|相当|相近|一致)/;
/** What may well be why one of them has another time. */
const reasons = /因[^，。；]|由于|鉴于|除外|其余|另行|提前|延长|顺延|错峰|错开|先行|试点/;

/** 第一组, 石桥镇, 机电工程学院, 教育类, 第二期. */
const subject =
  /^(?:其中|即|具体为|分别为)?((?:第[一二三四五六七八九十\d]{1,2})?[\p{Script=Han}]{0,12}?([镇乡村组队班片区类院系校站所店期批轮场]|街道|网格|公司|批次))(?=$|[“"（(：:]|[由于从在自为]|负责|安排)/u;
const turns = /^第?[一二三四五六七八九十\d]{1,2}.{0,4}(?:期|批次?|轮|场)$/;
const places: ReadonlySet<string> = new Set(['镇', '乡', '街道']);

/**
 * Three or more that stand side by side, all with the same window (or, one turn after the other, with as many days)
 * but one, where the text says that they do the same together.
 */
export function oddWindows(plan: Plan): readonly Finding<'odd' | 'oddLength'>[] {
  const byLine = datedByLine(plan.dates);
  const findings: Finding<'odd' | 'oddLength'>[] = [];
  for (const [line, dates] of byLine) {
    if (line.place === 'cell' || line.place === 'quote' || dates.length < LEAST || !together.test(line.text)) continue;
    if (reasons.test(line.text)) continue;
    findings.push(...oddOf(sharesOn(line, dates)));
  }
  if (byLine.size === 0) return findings;
  for (const table of plan.tables) {
    if (table.rows.length < LEAST) continue;
    const odd = columnsOf(table, byLine).flatMap(oddOf);
    if (odd.length > 0 && isTogether(plan, table)) findings.push(...odd);
  }
  return findings;
}

/** 第一组负责城区片，4月21日至25日；第二组…: each window with whom the clause in front of it names. */
function sharesOn({ text }: Line, dates: readonly Dated[]): readonly Share[] {
  let behind = 0;
  return dates.flatMap((dated): readonly Share[] => {
    const { range } = dated.expression;
    const clauses = text
      .slice(behind, range.start)
      .split(/[，,；;。：:]/)
      .map((clause) => clause.trim());
    behind = range.end;
    return hasWindow(dated) ? shareOf(clauses.findLast((clause) => clause !== '') ?? '', dated) : [];
  });
}

/** From one day to another. */
interface Windowed extends Dated {
  readonly span: DateSpan & Pick<Share, 'start' | 'end'>;
}

const hasWindow = (dated: Dated): dated is Windowed =>
  isRange(dated.expression) &&
  dated.span?.start !== undefined &&
  dated.span.end !== undefined &&
  dated.span.precision === 'day';

function shareOf(words: string, { expression, span, range }: Windowed): readonly Share[] {
  const [, name, kind = ''] = subject.exec(words) ?? [];
  if (!name) return [];
  return [{ name, kind: places.has(kind) ? '镇' : kind, start: span.start, end: span.end, raw: expression.raw, range }];
}

/** The windows of a column whose rows all have one, with whom the first cell that is no number names. */
function columnsOf(
  { columns, rows }: PlanTable,
  byLine: ReadonlyMap<Line, readonly Dated[]>,
): readonly (readonly Share[])[] {
  const found: (readonly Share[])[] = [];
  for (let at = 0; at < columns.length; at++) {
    const shares: Share[] = [];
    for (const { cells } of rows) {
      const dated = onlyDateIn(cells[at], byLine);
      const [share] = dated && hasWindow(dated) ? shareOf(nameOf(cells), dated) : [];
      // Most columns end here, with the first of their cells.
      if (!share) break;
      shares.push(share);
    }
    if (shares.length === rows.length) found.push(shares);
  }
  return found;
}

function onlyDateIn(cell: TableCell | undefined, byLine: ReadonlyMap<Line, readonly Dated[]>): Dated | undefined {
  let only: Dated | undefined;
  for (const line of cell?.lines ?? []) {
    for (const dated of byLine.get(line) ?? []) {
      if (only) return undefined;
      only = dated;
    }
  }
  return only;
}

const nameOf = (cells: readonly TableCell[]): string =>
  cells.find(({ text }) => text.trim() !== '' && !/^[\d\s]+$/.test(text))?.text.trim() ?? '';

/** Whether the lines right above the table say that all of its rows are done together. */
function isTogether({ lines }: Plan, { range }: PlanTable): boolean {
  const above = lines.filter(({ range: at, place }) => at.end <= range.start && place !== 'cell').slice(-2);
  return above.some(({ text }) => together.test(text)) && !above.some(({ text }) => reasons.test(text));
}

function oddOf(shares: readonly Share[]): readonly Finding<'odd' | 'oddLength'>[] {
  const [first] = shares;
  if (!first || shares.length < LEAST || shares.some(({ kind }) => kind !== first.kind)) return [];
  if (new Set(shares.map(({ name }) => name)).size < shares.length) return [];
  if (shares.every(({ name }) => turns.test(name)) && followOneAnother(shares)) {
    const odd = oneOut(shares, ({ start, end }) => `${daysBetween(start, end) + 1}`);
    if (!odd) return [];
    const [days, usual] = [odd.one, odd.other].map(({ start, end }) => daysBetween(start, end) + 1);
    return [findingOf('oddLength', odd, { days: days ?? 0, usual: usual ?? 0 })];
  }
  const odd = oneOut(shares, ({ start, end }) => JSON.stringify([start, end]));
  // With another first and another last day it is a time of its own.
  const isNear = odd && (compare(odd.one.start, odd.other.start) === 0 || compare(odd.one.end, odd.other.end) === 0);
  return odd && isNear ? [findingOf('odd', odd, { other: odd.other.raw })] : [];
}

interface OddOne {
  readonly one: Share;
  /** The first of the others. */
  readonly other: Share;
}

/** The only one whose key is another than that of all others. */
function oneOut(shares: readonly Share[], keyOf: (share: Share) => string): OddOne | undefined {
  const byKey = new Map<string, Share[]>();
  for (const share of shares) {
    const key = keyOf(share);
    const same = byKey.get(key);
    if (same) same.push(share);
    else byKey.set(key, [share]);
  }
  const [few, many, more] = [...byKey.values()].sort((a, b) => a.length - b.length);
  const [[one, second] = [], [other] = []] = [few, many];
  return one && other && !second && !more && (many?.length ?? 0) > 1 ? { one, other } : undefined;
}

function followOneAnother(shares: readonly Share[]): boolean {
  return shares.every(({ start }, at) => {
    const before = shares[at - 1];
    return !before || compare(before.end, start) < 0;
  });
}

function findingOf<Id extends 'odd' | 'oddLength'>(
  message: Id,
  { one, other }: OddOne,
  params: Readonly<Record<string, string | number>>,
): Finding<Id> {
  return {
    message,
    params: { name: one.name, raw: one.raw, ...params },
    range: one.range,
    related: [{ message: usualThere, params: { name: other.name, raw: other.raw }, range: other.range }],
  };
}
