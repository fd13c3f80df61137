import { compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import { isSheet, labelOn } from '../../../plan/labels.ts';
import type { Dated, Line, Plan, Section } from '../../../plan/model.ts';
import { hasHeadedSpan, isTimeTitle } from '../../../plan/stages/activity-span.ts';
import { liesWithin, type Range } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';

const windowHere = { zh: '活动时间“{raw}”', en: 'The event is on “{raw}”' };
/** What is done before and after the days of an event. */
const around =
  /准备|筹备|报名|动员|宣传|发动|部署|征集|征稿|投稿|提交|报送|上报|上交|推荐|初审|评审|评选|公示|总结|评比|表彰|颁奖|归档|彩排|布置|布展|培训|通知|报到|抽签|顺延|备用|延期|阅卷|批改|登分|成绩|查分|补考|分析会|抽查|督查|督导|回头看/;

const timeTitle = /^[一-龥]{0,4}(?:时间|日期)$/;
const programmeTitle =
  /^(?:主要)?(?!人员|经费|工作|时间|组织|资金|预算|职责)[一-龥]{0,4}(?:内容|安排|流程|日程|项目|科目|科目及时间|赛程|场次)$/;

/** Items of the programme on the sheet of an activity that lie outside of its days. */
export function itemsOutsideEvent(plan: Plan): readonly Finding<'outsideEvent'>[] {
  const { span } = plan;
  if (!span?.start || !span.end || !span.yearKnown) return [];
  const lines = new Set<Line>();
  for (const section of plan.sections) if (isProgramme(section, plan, span.range)) collect(section, lines);
  if (lines.size === 0) return [];
  const dated = plan.dates.filter((one) => lines.has(one.line) && isDay(one));
  const outside = dated.filter(
    ({ span: own, line }) =>
      own?.end &&
      !around.test(line.text) &&
      // 7月5日前 has a last day alone.
      (compare(own.start ?? own.end, span.end ?? own.end) > 0 ||
        (own.start !== undefined && compare(own.end, span.start ?? own.end) < 0)),
  );
  // Where most items lie outside, the window is not theirs.
  if (outside.length * 2 > dated.length) return [];
  return outside.map(({ expression, range }) => outsideOf(span, expression.raw, range));
}

/** 演练流程表, 考试时间安排表: what a list of the programme is called. */
const programmeList =
  /^(?:附[件表][\s\u3000]?\d{0,2}[\s\u3000：:.]*)?(?:.{0,24}(?:活动|演练|考试|比赛|竞赛|大赛|会议|培训|论坛|运动会|演出))?(?:流程|日程|议程|赛程|时间|科目)(?:安排|时间)?(?:一览)?表?$/;
/** What goes before or behind an event and is called after it. */
export const rehearsal = /预演|彩排|试讲|试考|踩点|检查|调试|布置|会前|考前|赛前|演前|返程|撤离|离会|顺延|备用/;

/**
 * Days in the list of the programme that are none of the event: 6月17日　英语 in the timetable of an examination from 14 to 16
 * June. Where no row at all lies on its days, the one that is neither before nor after it is at fault.
 */
export function programmeOutsideEvent(plan: Plan): readonly Finding<'outsideEvent'>[] {
  const days = headedDay(plan);
  const [first, last] = [days?.start, days?.end];
  if (!days || !first || !last) return NONE;
  const programmes = programmesOf(plan);
  if (programmes.length === 0) return NONE;
  const told = new Set(itemsOutsideEvent(plan).map(({ range }) => range.start));
  const byLine = datedByLine(plan.dates);
  return programmes.flatMap((lines): readonly Finding<'outsideEvent'>[] => {
    const dated = lines.flatMap(({ line, row }) => {
      const own = byLine.get(line)?.[0];
      return own && isDay(own) && own.span?.yearKnown === days.yearKnown ? [{ own, row }] : [];
    });
    const isIn = ({ own: { span } }: (typeof dated)[number]) =>
      span?.end !== undefined && compare(span.end, first) >= 0 && compare(span.start ?? span.end, last) <= 0;
    const inside = dated.filter(isIn);
    const outside = dated.filter((one) => !isIn(one) && !around.test(one.row) && !rehearsal.test(one.row));
    const isMeant = inside.length > 0 ? outside.length < inside.length : outside.length === 1 && lines.length > 2;
    if (!isMeant) return NONE;
    return outside.flatMap(({ own: { expression, range } }) =>
      told.has(range.start) ? [] : [outsideOf(days, expression.raw, range)],
    );
  });
}

interface ProgrammeLine {
  readonly line: Line;
  readonly row: string;
}

/** The rows of tables with such a title, and lines that open with a day below it. */
function programmesOf({ tables, lines }: Plan): readonly (readonly ProgrammeLine[])[] {
  const found: (readonly ProgrammeLine[])[] = [];
  for (const [at, { text, place }] of lines.entries()) {
    if (place === 'cell' || place === 'quote' || text.length > longestTitle || !programmeList.test(text.trim()))
      continue;
    const own: ProgrammeLine[] = [];
    for (const line of lines.slice(at + 1)) {
      const [day] = line.facts.dates;
      if (day && day.range.start <= 1) own.push({ line, row: line.text });
      else if (own.length > 0 || line.facts.number || line.text.length > longestTitle) break;
    }
    if (own.length > 1) found.push(own);
    const index = lines[at]?.range.end ?? 0;
    const next = lines[at + 1]?.range.start ?? Number.POSITIVE_INFINITY;
    for (const { range, columns, rows } of tables) {
      if (range.start < index || range.start > next) continue;
      const timeAt = columns.findIndex(({ field }) => field === 'time');
      found.push(
        rows.flatMap(({ cells }) => {
          const [line] = cells[timeAt]?.lines ?? [];
          return line ? [{ line, row: cells.map((cell) => cell.text).join('|') }] : [];
        }),
      );
    }
  }
  return found;
}
const longestTitle = 40;

const afterwards = new RegExp(`${around.source}|验收|整改|长效|巩固|回头看|档案|支付|结算`);

/** Rows of tasks due behind the end of 行动时间, where the others keep to it. */
export function tasksBehindEvent(plan: Plan): readonly Finding<'outsideEvent'>[] {
  const { span } = plan;
  const isTold = hasHeadedSpan(plan) || statesPeriod(plan);
  const end = span?.yearKnown && isTold ? (span.bounds?.endHi ?? span.end) : undefined;
  if (!span || !end) return [];
  const timed = plan.measures.flatMap(({ row, time, title }) =>
    row && time.kind === 'own' && time.span?.end && time.span.yearKnown && time.range
      ? [{ last: time.span.end, range: time.range, raw: time.span.raw, title: title.value }]
      : [],
  );
  timed.push(...limitsOfItems(plan));
  const late = timed.filter(({ last, title }) => compare(last, end) > 0 && !afterwards.test(title));
  if (late.length * 3 > timed.length) return [];
  return late.map(({ raw, range }) => outsideOf(span, raw, range));
}

/** What has to be done before people come. */
const preparation =
  /布置|调试|印制|印刷|制作|报审|审定|彩排|搭建|采购到位|准备到位|准备就绪|落实场地|下发通知|发出通知/;
/** 物资采购：后勤科，9月22日前到位: what is needed on the day. */
const delivered =
  /^前?(?:全部|一律|须|应|要|确保)?(?:采购|购买|准备|筹备|配备|租赁|运送|落实|制作)?(?:到位|到货|到齐|送达|备齐|就位)/;
const goods = /物资|物品|器材|器械|设备|用品|奖品|礼品|道具|音响|服装|桌椅|展板|横幅|车辆|药品|耗材|材料采购/;
const afterIt =
  /获奖|补充|兑现|总结|整理|归档|拆除|归还|纪念|光盘|画册|简报|证书|专题片|宣传片|汇编|影集|视频|会后|活动后|后续|评估|整改|复盘|反思|归位/;

/** 演练准备, 会前筹备工作: whatever is due below it is due before people come. */
const preparing =
  /^(?:演练|活动|会议|比赛|竞赛|赛事|演出|典礼|培训|考试|[会赛考演]前|前期|各项)?(?:准备|筹备|筹办)(?:工作|阶段|事项|任务|安排)?$/;

const SOON = 60;

/** 3月13日前完成会场调试, for a meeting on 12 March; 3月15日前 for anything below 筹备工作. */
export function preparedTooLate(plan: Plan): readonly Finding<'outsideEvent'>[] {
  const span = headedDayOfAnyYear(plan);
  const end = span?.end;
  if (!span || !end) return NONE;
  const preparations = plan.sections.filter(({ title }) => preparing.test(title.value));
  return plan.dates.flatMap(({ expression, line, range, span: own }): readonly Finding<'outsideEvent'>[] => {
    if (line.place === 'quote' || expression.deadline !== true || !own?.end || own.yearKnown !== span.yearKnown)
      return NONE;
    if (compare(own.end, end) <= 0) return NONE;
    // Without a year, December may well be the month before January.
    if (!own.yearKnown && daysBetween(end, own.end) > SOON) return NONE;
    const sentence = /^[^。；]*/.exec(line.text.slice(expression.range.end, expression.range.end + 24))?.[0] ?? '';
    const deed = /^[^，]*/.exec(sentence)?.[0] ?? '';
    const isDelivered =
      delivered.test(deed) &&
      goods.test(line.text.slice(0, expression.range.start)) &&
      !/补充|更新|新购|获奖/.test(line.text);
    if (preparation.test(deed) || isDelivered)
      return afterIt.test(deed) ? NONE : [outsideOf(span, expression.raw, range)];
    const isBelow = preparations.some((section) => liesWithin(range, section.range));
    return isBelow && !afterIt.test(sentence) ? [outsideOf(span, expression.raw, range)] : NONE;
  });
}

const NONE: readonly never[] = [];

/** The days under 会议时间 and the like: a window, or the only day that stands there. */
export function headedDay(plan: Plan): DateSpan | undefined {
  const day = headedDayOfAnyYear(plan);
  return day?.yearKnown ? day : undefined;
}

function headedDayOfAnyYear(plan: Plan): DateSpan | undefined {
  if (plan.span?.precision === 'day') return plan.span.yearKnown && hasHeadedSpan(plan) ? plan.span : undefined;
  const section = plan.sections.find(({ title }) => isTimeTitle(title.value));
  const [day, more] = section ? plan.dates.filter(({ range, span }) => span && liesWithin(range, section.range)) : [];
  const isOne = day?.expression.kind === 'span' && day.span?.precision === 'day' && day.expression.deadline !== true;
  return isOne && !more ? day.span : undefined;
}

interface LimitOfItem {
  readonly last: PlainDate;
  readonly range: Range;
  readonly raw: string;
  readonly title: string;
}

/** （一）清理垃圾。（责任单位：…；完成时限：4月15日前）: the limits that items name by a label. */
function limitsOfItems({ dates }: Plan): readonly LimitOfItem[] {
  return dates.flatMap(
    ({ line: { text, place }, expression: { raw, range: at }, range, span }): readonly LimitOfItem[] =>
      place !== 'cell' &&
      span?.end &&
      span.yearKnown &&
      limitLabel.test(text.slice(Math.max(0, at.start - 8), at.start))
        ? [{ last: span.end, range, raw, title: text }]
        : NONE,
  );
}

/** 项目周期为2024年3月至12月 */
function statesPeriod({ span, lines }: Plan): boolean {
  const line = span && lines.find(({ range }) => liesWithin(span.range, range));
  if (!line || !/[周期]/.test(line.text)) return false;
  return /(?:周期|工期|建设期|实施期|服务期)限?(?:为|是|[：:])?\s?$/.test(
    line.text.slice(0, span.range.start - line.range.start),
  );
}
const limitLabel = /(?:时限|期限|完成时间)[：:]\s*$/;

function outsideOf(event: DateSpan, raw: string, range: Range): Finding<'outsideEvent'> {
  const related = [{ message: windowHere, params: { raw: event.raw }, range: event.range }];
  return { message: 'outsideEvent', params: { raw, event: event.raw }, range, related };
}

/** 活动内容 on a sheet of labels, or in a plan with a section 活动时间 that sets its days. */
function isProgramme({ heading, title }: Section, plan: Plan, days: Range): boolean {
  if (isSheet(plan)) {
    const groups = labelOn(heading.facts)?.groups;
    return groups?.includes('programme') === true && !groups.includes('time');
  }
  if (!programmeTitle.test(title.value)) return false;
  return plan.sections.some(({ title: other, range }) => timeTitle.test(other.value) && liesWithin(days, range));
}

function collect({ body, sections, tables }: Section, lines: Set<Line>): void {
  for (const line of body) lines.add(line);
  for (const { columns, rows } of tables) {
    const at = columns.findIndex(({ field }) => field === 'time');
    for (const { cells } of rows) for (const line of cells[at]?.lines ?? []) lines.add(line);
  }
  for (const section of sections) {
    lines.add(section.heading);
    collect(section, lines);
  }
}

function isDay({ expression, span }: Dated): boolean {
  return expression.kind === 'span' && span?.precision === 'day' && span.yearKnown;
}
