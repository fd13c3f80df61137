import { compare, daysBetween } from '../../../dates/civil.ts';
import { sentenceTo } from '../../../plan/line/sentences.ts';
import type { Dated, Line, Plan, Section } from '../../../plan/model.ts';
import { allSections } from '../../../plan/sections.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import type { Finding } from '../../rule.ts';

const registrationSign = sign({ words: ['报名'] });
const registration = /报名[^。；，,、]{0,8}$/;
/** 报名方式：到服务大厅登记，10月30日17:00截止 */
const registering = /报名(?:方式|办法|途径|时间|登记)[：:][^。；]{2,40}[，,]$/;
const closes = /^(?:截止|截至|止)/;
const event =
  /(?:活动|比赛|竞赛|大赛|培训|会议|考试|演练|举办|展演|展览|展出|演出|讲座|体检|研学|开班)(?:时间|日期)(?:[和与及、]地点)?(?:为|是)?(?:\s?(?:时间|日期))?\s?[：:]?\s?$/;
/** Nobody enters a contest that has begun. */
const contest = /(?:比赛|竞赛|大赛|联赛|考试)(?:时间|日期)/;
/** Longer events may be joined while they last. */
const longestEvent = 15;
/** 四、报名时间 on a line of its own, with the day below it. */
const headingLength = 14;

const eventHere = { zh: '活动时间“{raw}”', en: 'The event is on “{raw}”' };

/** 报名截止 behind the day of the event itself. */
export function registrationAfterEvent(plan: Plan): readonly Finding<'afterEvent'>[] {
  if (plan.dates.length === 0 || !mayTell(plan)) return NONE;
  const registrations: Dated[] = [];
  const events: (Dated & { readonly contest: boolean })[] = [];
  const headings = headingsOf(plan);
  for (const dated of plan.dates) {
    const { expression, span, line } = dated;
    if (expression.kind !== 'span' || !span?.end || line.place === 'quote') continue;
    const start = startOf(dated);
    const at = (expression.to ?? expression.from)?.range.start ?? start;
    const heading = headingAbove(dated, headings);
    const isRegistration =
      registration.test(heading + line.text.slice(Math.max(0, at - 16), start)) ||
      (closes.test(line.text.slice(expression.range.end, expression.range.end + 4)) &&
        registering.test(sentenceTo(line.text, start))) ||
      /^(?:[要须应])?报名(?![费表人者])/.test(line.text.slice(expression.range.end, expression.range.end + 4));
    if (isRegistration) registrations.push(dated);
    else {
      const before = wordsBefore(dated, headings, 12);
      if (event.test(before)) events.push({ contest: contest.test(before), ...dated });
    }
  }
  const [only, more] = registrations;
  const last = only?.span;
  if (!only || more || !last?.end) return [];
  const end = last.bounds?.endLo ?? last.end;
  const early = events.find(({ span, contest: begins }) => {
    if (!span?.start || !span.end || span.yearKnown !== last.yearKnown) return false;
    if (daysBetween(span.start, span.end) > longestEvent) return false;
    return compare(end, span.bounds?.startHi ?? span.start) > 0 && (begins || compare(end, span.end) > 0);
  });
  if (!early) return [];
  return [
    {
      message: 'afterEvent',
      params: { raw: only.expression.raw, event: early.expression.raw },
      range: only.range,
      related: [{ message: eventHere, params: { raw: early.expression.raw }, range: early.range }],
    },
  ];
}

/** A line with a day speaks of it, or a title. */
function mayTell(plan: Plan): boolean {
  if (plan.dates.some(({ line }) => hasSign(line.facts, registrationSign))) return true;
  return allSections(plan).some(({ title }) => title.value.includes('报名'));
}

const NONE: readonly never[] = [];

/** Where the first day of a time is written in its line. */
function startOf({ expression: { from, to, range } }: Dated): number {
  return (from ?? to)?.range.start ?? range.start;
}

/** 四、报名时间 on the line above, where nothing else stands in front of the day. */
function headingAbove(dated: Dated, headings: ReadonlyMap<Line, string>): string {
  // 时间： may stand in front of it.
  return startOf(dated) <= 3 ? (headings.get(dated.line) ?? '') : '';
}

/** What stands right in front of a time: so many characters of its line, and the heading above it. */
export function wordsBefore(dated: Dated, headings: ReadonlyMap<Line, string>, reach: number): string {
  const start = startOf(dated);
  return headingAbove(dated, headings) + dated.line.text.slice(Math.max(0, start - reach), start);
}

/** The headings 报名时间, 比赛时间 of the lines right below them. */
export function headingsOf({ sections }: Plan): ReadonlyMap<Line, string> {
  const found = new Map<Line, string>();
  const look = ({ title, runIn, body, sections: inner }: Section): void => {
    const [line] = body;
    if (line && runIn === undefined && title.value.length <= headingLength && /报名|时间|日期/.test(title.value))
      found.set(line, title.value);
    inner.forEach(look);
  };
  sections.forEach(look);
  return found;
}
