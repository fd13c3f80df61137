import { compare } from '../../dates/civil.ts';
import type { Dated, Plan } from '../../plan/model.ts';
import { partiesOn } from '../../plan/tasks/tasks.ts';
import { oneLine, ownersAmong, titleText } from '../../plan/tasks/work-items.ts';
import { duesOf } from '../../rules/dates/due/due.ts';
import { overlaps } from '../../text/range.ts';
import { clauseOf } from '../timeline/other-dates.ts';

/** What a sentence of running text wants done by a day, or holds on one. */
export interface SentenceWithDay {
  readonly kind: 'deadline' | 'event';
  /** What the sentence says beside its day. */
  readonly words: string;
  readonly owners: readonly string[];
  readonly dated: Dated;
}

const held = /^(?:上午|下午|晚上?|前)?[^，,。；;、的]{0,12}?(?:召开|举行|举办)(?![的了过])(?![^。；;]*(?:精神|以来))/;
const done = /^[^，,。；;、]{0,12}?(?:召开|举行|举办)[了过]/;
/** 根据3月20日召开会议的部署, 已于3月20日: grounds and what has been. */
const grounds = /(?:根据|依据|按照|遵照|依照|贯彻|落实|自|[已曾]|各|分别|每)[^，,。；;]{0,20}$/;

/** A day of the grounds of a plan, of what was held, or before the plan was issued. */
export function hasBeen({ line: { text }, expression: { range }, span }: Dated, { issued }: Plan): boolean {
  if (grounds.test(text.slice(0, range.start)) || done.test(text.slice(range.end))) return true;
  const last = span?.end ?? span?.start;
  return Boolean(last && span?.yearKnown && issued?.yearKnown && issued.start && compare(last, issued.start) < 0);
}

/** The limits and meetings in paragraphs; neither those of grounds and references, nor what lies before the issue. */
export function sentencesWithDays(plan: Plan): readonly SentenceWithDay[] {
  const { dates, references, issued, title: planTitle, stages } = plan;
  const dues = new Set(duesOf(plan).map(({ dated }) => dated));
  const windows = stages.flatMap(({ schedules }) => schedules.map(({ range }) => range));
  const nothing = [...windows, ...references.map(({ range }) => range), ...(planTitle ? [planTitle.range] : [])];
  return dates.flatMap((dated, at): readonly SentenceWithDay[] => {
    const { line, expression, span, range } = dated;
    if (line.place === 'cell' || line.place === 'quote' || !span || expression.kind !== 'span') return [];
    if ([...nothing, ...(issued ? [issued.range] : [])].some((one) => overlaps(one, range))) return [];
    const { end } = expression.range;
    if (hasBeen(dated, plan)) return [];
    const isDue = dues.has(dated);
    const isHeld = expression.from === expression.to && span.precision === 'day' && held.test(line.text.slice(end));
    if (!isDue && !isHeld) return [];
    const [before, behind] = [dates[at - 1], dates[at + 1]].map((one) => (one?.line === line ? one : undefined));
    const clause = clauseOf(dated, before, behind);
    const words = oneLine(titleText(clause.title));
    const { units, persons } = ownersAmong(
      partiesOn(line).filter((one) => overlaps(one.range, line.at(clause.start, clause.end))),
    );
    const kind = span.deadline || !isHeld ? 'deadline' : 'event';
    return words.length < 2 ? [] : [{ kind, words, owners: [...units, ...persons], dated }];
  });
}
