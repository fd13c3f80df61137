import { conflictingEnds, spanContains } from '../../dates/compare.ts';
import type { Dated, Schedule, Stage } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import { ceremoniesOutside, dayConflicts, daysOfSubject } from './conflict/event-days.ts';
import { eventConflicts } from './conflict/events.ts';
import { feedbackConflicts } from './conflict/feedback-day.ts';
import { handInConflicts } from './conflict/hand-ins.ts';
import { itemConflicts } from './conflict/item-limits.ts';
import { periodConflicts } from './conflict/periods.ts';
import { ledgerConflicts, taskConflicts } from './conflict/task-limits.ts';
import { otherYears } from './conflict/title-year.ts';
import { toldConflicts } from './conflict/told-rows.ts';
import { toldStageConflicts } from './conflict/told-stages.ts';
import { wholeConflicts } from './conflict/wholes.ts';

type MessageId = 'start' | 'end' | 'both' | 'event' | 'outside' | 'whole' | 'year';

const elsewhere = {
  heading: { zh: '标题中为“{raw}”', en: 'In the heading it is “{raw}”' },
  body: { zh: '正文中为“{raw}”', en: 'In the body it is “{raw}”' },
  table: { zh: '附表中为“{raw}”', en: 'In the table it is “{raw}”' },
  frontmatter: { zh: '文件头中为“{raw}”', en: 'In the front matter it is “{raw}”' },
} as const;

const otherDay = { zh: '另一处为“{raw}”', en: 'Elsewhere it is “{raw}”' };

/** One stage or event, dated differently in two places. */
export const dateConflict = defineRule<MessageId>({
  id: 'date-conflict',
  family: 'dates',
  severity: 'warning',
  basis: ['条例-19', '条例-20'],
  faults: ['F20'],
  fixes: [],
  summary: {
    zh: '同一阶段、同一活动在标题、正文、附表中的时间不一致',
    en: 'One stage or event dated differently in heading, body or table',
  },
  messages: {
    start: {
      zh: '“{stage}”的开始时间前后不一：此处作“{raw}”，另一处作“{otherRaw}”，请核对后统一。',
      en: '“{stage}” begins on different days: “{raw}” here, “{otherRaw}” elsewhere.',
    },
    end: {
      zh: '“{stage}”的结束时间前后不一：此处作“{raw}”，另一处作“{otherRaw}”，请核对后统一。',
      en: '“{stage}” ends on different days: “{raw}” here, “{otherRaw}” elsewhere.',
    },
    both: {
      zh: '“{stage}”的起止时间前后不一：此处作“{raw}”，另一处作“{otherRaw}”，请核对后统一。',
      en: '“{stage}” has different windows: “{raw}” here, “{otherRaw}” elsewhere.',
    },
    event: {
      zh: '“{name}”的时间前后不一：此处作“{raw}”，另一处作“{otherRaw}”，请核对后统一。',
      en: '“{name}” is on “{raw}” here and on “{otherRaw}” elsewhere.',
    },
    outside: {
      zh: '“{name}”在“{raw}”，不在活动时间“{otherRaw}”之内，请核对后统一。',
      en: '“{name}” is on “{raw}”, outside of the days of the activity, “{otherRaw}”.',
    },
    whole: {
      zh: '全部整改完成的时限前后不一：此处作“{raw}”，另一处作“{otherRaw}”，请核对后统一。',
      en: 'Everything is to be put right by “{raw}” here and by “{otherRaw}” elsewhere.',
    },
    year: {
      zh: '标题为“{title}”，此处作“{raw}”，年份不一致，请核对，是否套用了以前的方案。',
      en: 'The title says “{title}”, and “{raw}” stands here; check the year.',
    },
  },
  checkPlan({ plan, report }) {
    for (const stage of plan.stages) for (const finding of conflictsOf(stage)) report(finding);
    const tasks = [...taskConflicts(plan), ...ledgerConflicts(plan), ...toldConflicts(plan), ...handInConflicts(plan)];
    for (const { name, row, told } of tasks) report(twoDays(name, told, row));
    // What is done earlier than it has to be is within its limit all the same.
    for (const { name, row, told } of itemConflicts(plan)) report({ ...twoDays(name, told, row), severity: 'info' });
    for (const { name, place, other } of periodConflicts(plan)) report(twoDays(name, place, other));
    for (const { name, place, other } of toldStageConflicts(plan)) {
      report(twoDays(name, place, other));
      report(twoDays(name, other, place));
    }
    for (const { place, other } of feedbackConflicts(plan)) report(twoDays('问题反馈', place, other));
    for (const { raw, range, title, titleRange } of otherYears(plan))
      report({
        message: 'year',
        params: { raw, title },
        range,
        related: [{ message: elsewhere.heading, params: { raw: title }, range: titleRange }],
      });
    for (const { place, other } of wholeConflicts(plan)) report({ ...twoDays('', place, other), message: 'whole' });
    for (const { event, window } of ceremoniesOutside(plan)) {
      report({ ...otherTime(event.name, said(event.dated), window), message: 'outside' });
    }
    for (const { name, place, window } of daysOfSubject(plan)) report(otherTime(name, said(place), window));
    const marked = new Set<number>();
    for (const { place, other } of eventConflicts(plan)) {
      marked.add(place.range.start);
      report(otherTime(place.name, place, other));
    }
    for (const { name, place, other, sure } of dayConflicts(plan)) {
      // Of one table and one sentence it has been told by now, whichever of the two is marked.
      if ([place, other].some(({ dated }) => marked.has(dated.range.start))) continue;
      report({ ...twoDays(name, place.dated, other.dated), ...(sure ? {} : { severity: 'info' as const }) });
    }
  },
});

interface Said {
  readonly raw: string;
  readonly range: Range;
}

const said = ({ expression: { raw }, range }: Dated): Said => ({ raw, range });

/** One thing on two days, told at `place`. */
const twoDays = (name: string, place: Dated, other: Dated): Finding<MessageId> =>
  otherTime(name, said(place), said(other));

/** One thing at two times, told at the first of them. */
function otherTime(name: string, { raw, range }: Said, other: Said): Finding<MessageId> {
  return {
    message: 'event',
    params: { name, raw, otherRaw: other.raw },
    range,
    related: [{ message: otherDay, params: { raw: other.raw }, range: other.range }],
  };
}

/**
 * Fuzzy ends conflict only when they cannot be the same day: 11月初 and 11月上旬 agree, 11月初 and
 * 11月中旬 do not. Nobody but the author knows which place is wrong, so each is marked once, with the
 * others beside it.
 */
function conflictsOf(stage: Stage): readonly Finding<MessageId>[] {
  const findings: Finding<MessageId>[] = [];
  if (stage.schedules.length < 2) return findings;
  for (const schedule of stage.schedules) {
    const others = stage.schedules.filter((other) => disagree(schedule, other));
    const other = others[0];
    if (!other) continue;
    const ends = conflictingEnds(schedule.span, other.span);
    findings.push({
      message: ends.length === 2 ? 'both' : (ends[0] ?? 'both'),
      params: { stage: stage.name.value, raw: schedule.span.raw, otherRaw: other.span.raw },
      range: schedule.range,
      related: others.map((one) => ({
        message: elsewhere[one.origin],
        params: { raw: one.span.raw },
        range: one.range,
      })),
    });
  }
  return findings;
}

function disagree(a: Schedule, b: Schedule): boolean {
  if (a === b || a.span.yearKnown !== b.span.yearKnown) return false;
  // Two tables are for two audiences, and so are two windows in one sentence.
  if (a.origin === b.origin) return false;
  // The window of all holds those of some, which begin and end on days of their own.
  const [some, all] = isOfSome(a) ? [a, b] : [b, a];
  if (isOfSome(some) && all.audience === undefined) return !spanContains(all.span, some.span);
  return sameAudience(a.audience, b.audience) && conflictingEnds(a.span, b.span).length > 0;
}

/** In a table that gives each group a window of its own. */
function isOfSome({ audience, table }: Schedule): boolean {
  return audience !== undefined && table !== undefined && audience !== table.audience;
}
