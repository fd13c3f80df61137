import type { Dated } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import { clockSign } from '../figures.ts';
import { defineRule, type Finding } from '../rule.ts';
import { runsBackwards, turnedRound } from './order/backwards.ts';
import { beforeFeedback } from './order/before-feedback.ts';
import {
  beforeIssue,
  dueBeforeSection,
  dueBeforeYear,
  nextBeforeIssue,
  startsBeforeIssue,
} from './order/before-issue.ts';
import { afterStart, startSign } from './order/before-start.ts';
import { columnsOutOfOrder } from './order/column-order.ts';
import { countedUntil, toldBeforeDone } from './order/counted-until.ts';
import { itemsOutsideEvent, preparedTooLate, programmeOutsideEvent, tasksBehindEvent } from './order/event-items.ts';
import { eventsOutOfOrder } from './order/event-pairs.ts';
import { farYears } from './order/far-year.ts';
import { handedInOutOfOrder } from './order/handing-in.ts';
import { backwardHours, hoursOutOfOrder } from './order/hours.ts';
import { wrongIssueYear } from './order/issue-year.ts';
import { itemBehindStage, itemsBehindWhole, measuresBehindLimit } from './order/late-measure.ts';
import { namesAfterFirst, registrationAfterRun } from './order/names-late.ts';
import { outsidePlan, outsideStage, partsOf, partsOutsideLead } from './order/outside.ts';
import { overlappingHours, smallHours } from './order/programme.ts';
import { registrationAfterEvent } from './order/registration.ts';
import { dueYearTooEarly, outcomeBeforeEnd, resultsBeforeEnd } from './order/results.ts';
import { rowsEndingFirst } from './order/row-ends.ts';
import { weeksSharingDays } from './order/rows-meet.ts';
import { clausesOutOfOrder, itemsOutOfOrder, rowsOutOfOrder } from './order/schedule-rows.ts';
import type { SequenceOptions } from './order/stage-relation.ts';
import { betweenStages } from './order/stage-sequence.ts';

type MessageId =
  | 'reversed'
  | 'overlap'
  | 'sameDay'
  | 'gap'
  | 'stageOrder'
  | 'outsideStage'
  | 'outsidePlan'
  | 'afterStart'
  | 'dueBeforeIssue'
  | 'nextBeforeIssue'
  | 'countedUntil'
  | 'toldBeforeDone'
  | 'dueBeforeYear'
  | 'dueBeforeSection'
  | 'clauseOrder'
  | 'dueBeforePaper'
  | 'dueBeforeFeedback'
  | 'stagesBeforeIssue'
  | 'rowOrder'
  | 'rowReversed'
  | 'sharedDay'
  | 'itemOrder'
  | 'hourOrder'
  | 'behindLimit'
  | 'behindWhole'
  | 'behindStage'
  | 'afterEvent'
  | 'resultBeforeEnd'
  | 'yearTooEarly'
  | 'issuedBeforePaper'
  | 'issuedYear'
  | 'farYear'
  | 'outsideEvent'
  | 'clockOverlap'
  | 'clockEarly'
  | 'toldTooEarly'
  | 'namedTooLate'
  | 'answeredTooEarly'
  | 'columnOrder'
  | 'eventOrder'
  | 'eventLate';

/** Times that cannot all hold: a range that runs backwards, stages that overlap, a step outside its stage. */
export const dateOrder = defineRule<MessageId, SequenceOptions>({
  id: 'date-order',
  family: 'dates',
  severity: 'warning',
  ofCarriers: true,
  basis: ['条例-19', '条例-20'],
  faults: ['F19', 'F26', 'F28'],
  fixes: [],
  summary: {
    zh: '时间先后不合：止早于起、阶段重叠或脱节、步骤超出所在阶段',
    en: 'Times out of order: an end before its start, stages that overlap or leave a gap, a step outside its stage',
  },
  messages: {
    reversed: { zh: '“{raw}”的结束时间早于开始时间，请核对。', en: '“{raw}” ends before it starts.' },
    overlap: {
      zh: '“{stage}”的时间“{raw}”与“{other}”的“{otherRaw}”重叠，请明确两个阶段的分界。',
      en: 'The window “{raw}” of “{stage}” overlaps “{otherRaw}” of “{other}”.',
    },
    sameDay: {
      zh: '“{other}”到“{otherRaw}”为止，“{stage}”从同一天开始（“{raw}”），请明确这一天属于哪个阶段。',
      en: '“{stage}” (“{raw}”) begins on the very day on which “{other}” (“{otherRaw}”) ends.',
    },
    gap: {
      zh: '“{other}”到“{otherRaw}”为止，“{stage}”从“{raw}”开始，中间空出{days}天没有安排。',
      en: '“{stage}” (“{raw}”) begins {days} days after “{other}” (“{otherRaw}”) has ended.',
    },
    stageOrder: {
      zh: '“{stage}”排在“{other}”之后，时间“{raw}”却在其“{otherRaw}”之前，请核对。',
      en: '“{stage}” follows “{other}”, but its window “{raw}” lies before “{otherRaw}”.',
    },
    outsideStage: {
      zh: '“{raw}”不在所在阶段“{stage}”的时间“{otherRaw}”之内，请核对。',
      en: '“{raw}” lies outside the window “{otherRaw}” of its stage “{stage}”.',
    },
    outsidePlan: {
      zh: '“{stage}”的时间“{raw}”超出整个活动的时间“{otherRaw}”，请核对。',
      en: 'The window “{raw}” of “{stage}” lies outside that of the whole activity, “{otherRaw}”.',
    },
    afterStart: {
      zh: '这里是正式开始前的准备工作，其中“{raw}”却不早于开始时间“{otherRaw}”，请核对。',
      en: 'This is to be done before the start, but “{raw}” is not before “{otherRaw}”.',
    },
    dueBeforeIssue: {
      zh: '“{raw}”早于成文日期{issued}，到时间时方案还没有印发，请核对。',
      en: '“{raw}” lies before the issue of the plan ({issued}).',
    },
    dueBeforePaper: {
      zh: '“{raw}”早于本方案所依据的{year}年文件，请核对年份。',
      en: '“{raw}” lies before the papers of {year} on which the plan rests; check the year.',
    },
    dueBeforeSection: {
      zh: '“{raw}”早于“{title}”所说的年份，请核对。',
      en: '“{raw}” lies before the year of “{title}”; check the year.',
    },
    clauseOrder: {
      zh: '各项按时间排列，“{raw}”却早于前一项，请核对时间或调整次序。',
      en: 'All others are in the order of their days; “{raw}” is not.',
    },
    dueBeforeFeedback: {
      zh: '时限“{raw}”早于问题反馈的时间“{told}”，请核对。',
      en: 'Due “{raw}”, before the issues were fed back on “{told}”; check the dates.',
    },
    nextBeforeIssue: {
      zh: '下一步工作的时间“{raw}”早于成文日期{issued}，请核对年份。',
      en: '“{raw}”, by which something is still to be done, lies before the date of this paper ({issued}).',
    },
    countedUntil: {
      zh: '文中情况统计到“{raw}”，成文日期却是“{issued}”，请核对。',
      en: 'The paper counts until “{raw}” but is dated “{issued}”; check the dates.',
    },
    toldBeforeDone: {
      zh: '“{raw}”写的是已经做了的事，却晚于成文日期“{issued}”，请核对。',
      en: '“{raw}”, on which something is told to have been done, lies behind the date of this paper (“{issued}”).',
    },
    resultBeforeEnd: {
      zh: '公布结果的时间“{raw}”早于“{event}”结束，请核对。',
      en: 'The results are told on “{raw}”, before “{event}” has ended.',
    },
    yearTooEarly: {
      zh: '“{raw}”比举办的日子“{event}”早了一年，年份疑应为{year}年，请核对。',
      en: '“{raw}” is a year before the event on “{event}”; the year may be {year}.',
    },
    issuedBeforePaper: {
      zh: '成文日期“{raw}”早于所引的{year}年文件，请核对年份。',
      en: 'Signed on “{raw}”, before the paper of {year} that it cites; check the year.',
    },
    issuedYear: {
      zh: '成文日期“{raw}”与文中的时间（“{other}”等）不符，请核对年份。',
      en: 'Signed on “{raw}”, which does not fit the times of the text (“{other}” …); check the year.',
    },
    farYear: {
      zh: '“{raw}”的年份比文中其他时间早得多，请核对年份。',
      en: '“{raw}” is years before all other times of the plan; check the year.',
    },
    dueBeforeYear: {
      zh: '“{raw}”早于标题所称的{year}年，请核对年份，是否套用了以前的方案。',
      en: '“{raw}” lies before {year}, the year in the title; check the year.',
    },
    stagesBeforeIssue: {
      zh: '各阶段的时间（“{raw}”等）都早于成文日期{issued}，请核对年份，是否套用了以前的方案。',
      en: 'All stages (“{raw}” …) had ended before the plan was issued ({issued}); check the years.',
    },
    rowOrder: {
      zh: '全表按时间排列，只有“{raw}”不在顺序中，请核对日期或调整行序。',
      en: 'The table goes by time, and only “{raw}” is out of its order; check the day, or move the row.',
    },
    sharedDay: {
      zh: '“{raw}”与上一行“{otherRaw}”重叠，其余各行前后相接，请核对。',
      en: '“{raw}” overlaps the row above, “{otherRaw}”; all other rows follow one another day by day.',
    },
    rowReversed: {
      zh: '结束时间“{raw}”早于同一行的开始时间“{start}”，请核对。',
      en: 'The end, “{raw}”, is before the start in the same row, “{start}”.',
    },
    itemOrder: {
      zh: '各项按时间排列，只有“{raw}”不在顺序中，请核对日期或调整次序。',
      en: 'The items go by time, and only “{raw}” is out of its order; check the day, or move the item.',
    },
    hourOrder: {
      zh: '各项按时间排列，“{raw}”却早于前一项，请核对时间或调整次序。',
      en: 'The items go by the clock, but “{raw}” is before the one above.',
    },
    behindLimit: {
      zh: '措施的时间“{raw}”晚于本项的时限“{limit}”，请核对。',
      en: 'The measure is due “{raw}”, behind the time limit of its item, “{limit}”.',
    },
    behindWhole: {
      zh: '“{raw}”晚于方案所定全部完成的时间“{limit}”，请核对。',
      en: '“{raw}” lies behind the day by which everything is to be done, “{limit}”.',
    },
    behindStage: {
      zh: '“{raw}”晚于“{stage}”结束的时间（“{limit}”），其余各项都在此前完成，请核对。',
      en: '“{raw}” lies behind the end of “{stage}” (“{limit}”); all other items are due before it.',
    },
    afterEvent: {
      zh: '报名时间“{raw}”晚于活动时间“{event}”，请核对。',
      en: 'Registration (“{raw}”) ends behind the event itself (“{event}”).',
    },
    outsideEvent: {
      zh: '“{raw}”不在活动时间“{event}”之内，请核对。',
      en: '“{raw}” is not within the days of the activity, “{event}”.',
    },
    answeredTooEarly: {
      zh: '“{raw}”完成整改，问题在“{event}”才反馈，请核对时间。',
      en: 'To be put right “{raw}”, before it is told what is wrong (“{event}”).',
    },
    columnOrder: {
      zh: '“{raw}”早于同一行的“{first}”，其余各行都不早，请核对。',
      en: '“{raw}” is before “{first}” in its row, which is so in no other row; check the days.',
    },
    toldTooEarly: {
      zh: '“{raw}”上报的，是“{event}”才做的事，请核对时间。',
      en: 'It is to be reported “{raw}”, before it is done (“{event}”).',
    },
    namedTooLate: {
      zh: '“{raw}”才报名单，活动在“{event}”已经举行，请核对时间。',
      en: 'The names are due “{raw}”, when it has already taken place (“{event}”).',
    },
    eventOrder: {
      zh: '“{second}”的时间“{raw}”早于应在其前完成的“{first}”（“{firstRaw}”），请核对。',
      en: '“{second}” (“{raw}”) comes before “{first}” (“{firstRaw}”) is over, which has to be first.',
    },
    eventLate: {
      zh: '“{first}”的时间“{firstRaw}”晚于“{second}”（“{raw}”），应在其前完成，请核对。',
      en: '“{first}” (“{firstRaw}”) has to be over before “{second}” (“{raw}”), but is not.',
    },
    clockEarly: {
      zh: '“{raw}”开始得比上一项“{otherRaw}”还早，疑应从{hour}时开始，请核对。',
      en: '“{raw}” begins before the item above, “{otherRaw}”; {hour} o’clock is probably meant.',
    },
    clockOverlap: {
      zh: '“{raw}”与上一项“{otherRaw}”的时间重叠，请核对。',
      en: '“{raw}” begins before the item above, “{otherRaw}”, has ended.',
    },
  },
  options: { gapDays: 3 },
  checkLine({ line, report }) {
    for (const range of backwardHours(line.facts)) {
      const raw = line.text.slice(range.start, range.end);
      report({ message: 'reversed', params: { raw }, range, severity: 'error' });
    }
    if (!line.text.includes('周')) return;
    for (const { index, 0: raw, 1: from, 2: to } of line.text.matchAll(teachingWeeks)) {
      if (Number(from) > Number(to))
        report({
          message: 'reversed',
          params: { raw },
          range: { start: index, end: index + raw.length },
          severity: 'error',
        });
    }
  },
  checkPlan({ document, plan, profile, options, report }) {
    const turned = turnedRound(plan);
    for (const dated of plan.dates)
      if (runsBackwards(dated) || turned.has(dated.range.start)) report(reversedAt(dated));
    for (const finding of betweenStages(plan, options)) report(finding);
    for (const finding of outsidePlan(plan)) report(finding);
    for (const finding of partsOutsideLead(plan)) report(finding);
    // Without a window nothing lies outside of it.
    const dated = plan.stages.filter(({ schedules }) => schedules.length > 0);
    for (const stage of dated)
      for (const part of partsOf(stage)) for (const finding of outsideStage(stage, part, plan)) report(finding);
    const lines = linesInOrder(document, plan);
    if (linesWith(lines, startSign).length > 0)
      for (const section of plan.sections) for (const finding of afterStart(section, plan)) report(finding);
    for (const finding of rowsOutOfOrder(plan)) report(finding);
    for (const finding of rowsEndingFirst(plan)) report(finding);
    for (const finding of weeksSharingDays(plan)) report(finding);
    for (const finding of columnsOutOfOrder(plan)) report(finding);
    for (const finding of itemsOutOfOrder(plan)) report(finding);
    for (const finding of hoursOutOfOrder(plan, lines)) report(finding);
    for (const finding of measuresBehindLimit(plan)) report(finding);
    for (const finding of itemsBehindWhole(plan)) report(finding);
    for (const finding of itemBehindStage(plan)) report(finding);
    for (const finding of registrationAfterEvent(plan)) report(finding);
    for (const finding of resultsBeforeEnd(plan)) report(finding);
    for (const finding of outcomeBeforeEnd(plan)) report(finding);
    for (const finding of dueYearTooEarly(plan)) report(finding);
    for (const finding of handedInOutOfOrder(plan)) report(finding);
    for (const finding of namesAfterFirst(plan)) report(finding);
    for (const finding of registrationAfterRun(plan)) report(finding);
    for (const finding of itemsOutsideEvent(plan)) report(finding);
    for (const finding of programmeOutsideEvent(plan)) report(finding);
    for (const finding of tasksBehindEvent(plan)) report(finding);
    for (const finding of preparedTooLate(plan)) report(finding);
    for (const finding of eventsOutOfOrder(plan)) report(finding);
    if (linesWith(lines, clockSign).length > 1) {
      for (const finding of overlappingHours(plan)) report(finding);
      for (const finding of smallHours(plan)) report(finding);
    }
    for (const finding of dueBeforeSection(plan)) report(finding);
    for (const finding of clausesOutOfOrder(plan)) report(finding);
    const misdated = wrongIssueYear(plan, profile.id === 'summary');
    for (const finding of misdated) report(finding);
    if (misdated.length === 0) {
      for (const finding of countedUntil(plan)) report(finding);
      for (const finding of toldBeforeDone(plan)) report(finding);
    }
    // A summary tells of what lies behind it.
    if (profile.id === 'summary') {
      for (const finding of nextBeforeIssue(plan)) report(finding);
      return;
    }
    const before = beforeIssue(plan);
    for (const finding of before) report(finding);
    const told = new Set(
      before.flatMap(({ range, related = [] }) => [range.start, ...related.map((one) => one.range.start)]),
    );
    for (const finding of farYears(plan)) if (!told.has(finding.range.start)) report(finding);
    for (const finding of startsBeforeIssue(plan)) report(finding);
    for (const finding of dueBeforeYear(plan)) report(finding);
    for (const finding of beforeFeedback(plan)) report(finding);
  },
});

/** 第8周至第5周 of a term: no days, but an order all the same. */
const teachingWeeks = /第(\d{1,2})周?\s?(?:[-—–－~～]{1,2}|至|到)\s?第?(\d{1,2})周/g;

function reversedAt({ expression, range }: Dated): Finding<MessageId> {
  return { message: 'reversed', params: { raw: expression.raw }, range, severity: 'error' };
}
