import { compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { dayText } from '../../../dates/format.ts';
import { partEnd, partStart } from '../../../plan/line/sentences.ts';
import type { Dated, Line, Plan, PlanTable, Schedule, TableRow } from '../../../plan/model.ts';
import { versionMemo } from '../../../plan/plan-memo.ts';
import { isTimeTitle } from '../../../plan/stages/activity-span.ts';
import { hasField } from '../../../plan/tables/table-fields.ts';
import { liesWithin, type Range } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';
import { duesOf, saysWhatWas } from '../due/due.ts';
import { runsBackwards } from './backwards.ts';
import { isSetAhead, prepositionOf, settingAhead } from './set-ahead.ts';

/** A day of an inherited year so far before the issue may be that of the next year; one nearer is past. */
const nearDays = 45;
/** Years further back are history, but for what is still to be done by then. */
const farDays = 400;

/** What is done for a plan before there is one. */
const beforehand = /准备|筹备|前期|调研|摸底|论证|方案|计划|部署前/;

const alsoPast = { zh: '“{raw}”也早于成文日期', en: '“{raw}” lies before the issue as well' };
const issuedHere = { zh: '成文日期“{raw}”', en: 'Issued on “{raw}”' };

/**
 * A ledger keeps what is done already; in a table of tasks to come, one row lies before the issue by mistake.
 * @returns whether a line of a cell stands in a row of such a table that does not say that it is done
 */
function openRows(plan: Plan, isPast: (span: Schedule['span']) => boolean): (line: Line) => boolean {
  let ahead: ReadonlySet<PlanTable> | undefined;
  const rows = new Map<PlanTable, ReadonlyMap<Line, TableRow>>();
  return (line) => {
    const { range } = line;
    const table = plan.tables.find((one) => one.range.start <= range.start && range.end <= one.range.end);
    if (!table) return false;
    const hasStatus = hasField(table, ['status', 'progress']);
    const byLine = rows.get(table) ?? rowsByLine(table);
    rows.set(table, byLine);
    const row = byLine.get(line);
    if (!row || row.cells.some(({ text }) => /已|完成$/.test(text))) return false;
    if (hasStatus && !isUnderWay(table, row)) return false;
    ahead ??= tablesAhead(plan, isPast);
    return ahead.has(table);
  };
}

/** 《…方案》已经县政府同意: who agreed to the paper, and nothing that has been done under it. */
const agreed = /已经?[^，。；]{0,24}(?:同意|批准|审定|审议|审核|通过|批复|研究)/g;

/** Whether a line says of something that it is done. */
function tellsOfDone(text: string): boolean {
  return text.includes('已') && text.replace(agreed, '').includes('已');
}

/** 正在整改, 未启动: what its status says to be open while its limit is over. */
function isUnderWay(table: PlanTable, row: TableRow): boolean {
  const status = (table.cell(row, 'status') ?? table.cell(row, 'progress'))?.text ?? '';
  return /^(?:正在|尚?未(?!来)|(?:整改|推进|进行|办理|实施)中)/.test(status.trim());
}

function rowsByLine({ rows }: PlanTable): ReadonlyMap<Line, TableRow> {
  return new Map(rows.flatMap((row) => row.cells.flatMap(({ lines }) => lines.map((line) => [line, row] as const))));
}

/** The tables at least half of whose rows lie ahead, those without any day among them. */
function tablesAhead(plan: Plan, isPast: (span: Schedule['span']) => boolean): ReadonlySet<PlanTable> {
  const balance = new Map<PlanTable, number>(plan.tables.map((table) => [table, 0]));
  for (const { table, time } of plan.measures) {
    const before = table && time.span ? balance.get(table) : undefined;
    if (table && time.span && before !== undefined) balance.set(table, before + (isPast(time.span) ? -1 : 1));
  }
  return new Set([...balance].flatMap(([table, count]) => (count >= 0 ? [table] : [])));
}

/** Whether days of the opening are set; what an inspection found (3月11日至15日，巡查组对我院开展了巡查) is told there as well. */
function isSet({ opening }: Plan, { start, end }: Range): boolean {
  const line = opening.find(({ range }) => range.start <= start && end <= range.end);
  const date = line?.facts.dates.find(({ range }) => line.at(range.start, range.end).start === start);
  if (!line || !date) return !line;
  return settingAhead.test(line.text.slice(0, date.range.start) + prepositionOf(date.raw));
}

/** 2024年底前新增高新技术企业10家: what is to be reached by a day. 建成的小区 had been there before. */
const reached =
  /^[，,]?(?:要|须|力争|确保)?(?:全面|全部|基本|累计)?(?:新增|引进|培育|新建|改造|实现|达到|建设|建成|铺设|硬化|投入使用|投产|打造)(?![^，。；]{0,16}的)/;

function isAim({ expression: { deadline, raw, range }, line: { text, place }, span }: Dated): boolean {
  return (
    deadline === true &&
    span?.yearWritten === true &&
    place !== 'quote' &&
    raw.endsWith('前') &&
    reached.test(text.slice(range.end, range.end + 30))
  );
}

/** 到2025年7月底，…明显改善, under 整治目标; what had been reached by then is told in other words. */
function isGoal(plan: Plan, { expression: { deadline, raw }, line: { text, place }, range, span }: Dated): boolean {
  if (deadline !== true || span?.yearWritten !== true || place === 'quote' || place === 'cell') return false;
  if (!(raw.startsWith('到') || raw.endsWith('前')) || hadBeen.test(text)) return false;
  return plan.sections.some(({ title, range: own }) => /目标/.test(title.value) && liesWithin(range, own));
}
const hadBeen = /[已曾原]|以来|基础上|现有|目前|截[至止]|共有|仅|存在|不足/;

/** Days ahead of the issue, in the next year, on which what comes next is done: 3月底前 of a summary of December. */
const AHEAD = 270;
/** A summary of these months is that of its year; what comes next is done in the following one. */
const LAST_MONTHS = 11;

function isOfNextYear(end: PlainDate, from: PlainDate): boolean {
  if (from.month >= LAST_MONTHS && end.month < LAST_MONTHS) return true;
  return daysBetween(from, { ...end, year: end.year + 1 }) <= AHEAD;
}

/** What a summary is going to do next, by a day that lies before its own. */
export function nextBeforeIssue(plan: Plan): readonly Finding<'nextBeforeIssue'>[] {
  const { issued, measures } = plan;
  const from = issued?.start;
  if (!from || !issued.yearKnown) return NONE;
  const related = [{ message: issuedHere, params: { raw: issued.raw }, range: issued.range }];
  const ofMeasures = measures.flatMap(
    ({ time: { kind, span, range }, title }): readonly Finding<'nextBeforeIssue'>[] => {
      if (kind !== 'own' || !span?.end || !span.yearKnown || !span.deadline || !range) return [];
      if (compare(span.end, from) >= 0 || /[已曾原]/.test(title.value)) return [];
      if (span.yearWritten !== true && (daysBetween(span.end, from) > farDays || isOfNextYear(span.end, from)))
        return [];
      const dated = plan.dates.find((one) => one.range.start === range.start);
      if (dated && stoodSo(dated)) return [];
      return [{ message: 'nextBeforeIssue', params: { raw: span.raw, issued: dayText(from) }, range, related }];
    },
  );
  const told = new Set(ofMeasures.map(({ range }) => range.start));
  const others = nextDues(plan).flatMap((dated): readonly Finding<'nextBeforeIssue'>[] => {
    const { span, expression, range, line } = dated;
    if (stoodSo(dated) || !span?.end || span.yearWritten !== true || compare(span.end, from) >= 0) return [];
    if (told.has(range.start) || /[已曾原]/.test(line.text)) return [];
    return [{ message: 'nextBeforeIssue', params: { raw: expression.raw, issued: dayText(from) }, range, related }];
  });
  return [...ofMeasures, ...others];
}

/** 2025年12月底前未完成整改的8个问题, 对2025年6月30日前办理的许可: how things stood by then; what is to be done with them follows. */
function stoodSo({ expression: { raw, range }, line: { text } }: Dated): boolean {
  const behind = text.slice(range.end);
  return /^[仍尚]?未/.test(behind) || saysWhatWas(behind) || (oldYears.test(raw) && !byThen.test(behind));
}
/** 2010年前立项的课题, 2000年以前建成的住房: which ones are meant, unless something has to be done by then. */
const oldYears = /^(?:20|19)\d\d年(?:以|之)?前$/;
const byThen = /^[，,]?(?:要|须|必须|应|力争|确保|全面|全部|基本)*(?:完成|实现|达到|建成)(?![^，。；]{0,16}的)/;

/** What is due in the parts of a summary that look ahead. */
function nextDues(plan: Plan): readonly Dated[] {
  const next = plan.sections.filter(({ title }) => /下一?步|下一?阶段|打算|努力方向/.test(title.value));
  if (next.length === 0) return NONE;
  return duesOf(plan).flatMap(({ dated }) => (next.some(({ range }) => liesWithin(dated.range, range)) ? [dated] : []));
}

/** So many other rows and sentences have to lie in the year of the plan. */
const LEAST_OF_YEAR = 2;

/**
 * The one time limit of an old year in the plan of a new one, where no date of issue tells: 2025年…任务分解方案, or a plan
 * that answers a paper of 2026.
 */
export function dueBeforeYear(plan: Plan): readonly Finding<'dueBeforeYear' | 'dueBeforePaper'>[] {
  if (plan.issued) return NONE;
  const years = [...(plan.title?.value ?? '').matchAll(/(?<!\d)(20\d\d)(?=年)/g)];
  if (years.length > 1) return NONE;
  const year = years.length === 1 ? Number(years[0]?.[1]) : yearOfPapers(plan);
  const dues = duesOf(plan).filter(({ dated: { span } }) => span?.end && span.yearKnown);
  const old = dues.filter(
    ({ dated: { span, line } }) =>
      span?.yearWritten === true && span.end?.year === year - 1 && !/[已曾原]/.test(line.text),
  );
  const [due, more] = old;
  if (!due || more || dues.filter(({ dated: { span } }) => span?.end?.year === year).length < LEAST_OF_YEAR) return [];
  const message = years.length === 1 ? 'dueBeforeYear' : 'dueBeforePaper';
  return [{ message, params: { raw: due.dated.expression.raw, year }, range: due.dated.range }];
}

/** 四、2026年工作思路, and 2025年6月底前 below it. */
export function dueBeforeSection({ sections, dates }: Plan): readonly Finding<'dueBeforeSection'>[] {
  return sections.flatMap(({ title, range, heading }): readonly Finding<'dueBeforeSection'>[] => {
    if (!title.value.includes('年')) return NONE;
    const years = [...title.value.matchAll(/(?<!\d)(20\d\d)年(?!.{0,4}(?:以来|至今))/g)];
    const year = Number(years[0]?.[1] ?? 0);
    if (years.length !== 1 || !ahead.test(title.value)) return [];
    const inside = dates.filter(({ range: at, line, expression, span }) => {
      if (!liesWithin(at, range) || line === heading) return false;
      return expression.deadline === true && expression.raw.endsWith('前') && span?.yearWritten === true;
    });
    const old = inside.filter(({ span, line }) => span?.end?.year === year - 1 && !/[已曾原]/.test(line.text));
    return old.map((dated) => ({
      message: 'dueBeforeSection',
      params: { raw: dated.expression.raw, title: title.value },
      range: dated.range,
    }));
  });
}
const NONE: readonly never[] = [];
const ahead = /计划|安排|打算|思路|任务|目标|重点|措施|要点/;

/** The latest year in the numbers of the papers that the opening cites; 0 where there is none. */
function yearOfPapers({ references, opening }: Plan): number {
  const years = references.flatMap(({ line, documentNumber = '' }) =>
    opening.includes(line) ? Number(/[〔[［(（](20\d\d)/.exec(documentNumber)?.[1] ?? 0) : [],
  );
  return Math.max(0, ...years);
}

/** 本预案自2026年4月1日起施行: the paper itself, and no other that it speaks of. */
function takesEffect(text: string, { start, end }: Range): boolean {
  return effectBehind.test(text.slice(end, end + 8)) && paperBefore.test(text.slice(Math.max(0, start - 14), start));
}
const effectBehind = /^(?:起|开始)?(?:施行|实施|执行|生效)/;
const paperBefore = /本(?:预案|方案|办法|细则|规定|意见|制度|计划)[^。；]{0,4}$/;

/** The one day that stands under 活动时间. */
function eventDay({ sections, dates }: Plan): DateSpan | undefined {
  const days = sections.flatMap(({ title, heading, runIn, body }) => {
    if (!isTimeTitle(title.value)) return [];
    const line = runIn === undefined ? body[0] : heading;
    return dates.flatMap(({ line: own, span }) => (span && own === line ? [span] : []));
  });
  const [day, more] = days;
  return more ? undefined : day;
}

/** The times that begin or end before the plan was issued, in order. */
const datesBeforeIssue = versionMemo(({ dates, issued }: Plan): readonly Dated[] => {
  const from = issued?.start;
  if (!from) return NONE;
  let found: Dated[] | undefined;
  for (const dated of dates) {
    const { start, end } = dated.span ?? NO_SPAN;
    // Told already: with one of its ends a slip, nobody knows when it is over.
    if (runsBackwards(dated)) continue;
    if (!(start && compare(start, from) < 0) && !(end && compare(end, from) < 0)) continue;
    found ??= [];
    found.push(dated);
  }
  return found ?? NONE;
});
const NO_SPAN: Partial<DateSpan> = {};

interface Said {
  readonly raw: string;
  readonly range: Range;
}

/** What lies before the day of issue, and what else does. */
function duePast({ raw, range }: Said, issued: DateSpan, more: readonly Said[] = []): Finding<'dueBeforeIssue'> {
  return {
    message: 'dueBeforeIssue',
    params: { raw, issued: issued.start ? dayText(issued.start) : issued.raw },
    range,
    related: [
      { message: issuedHere, params: { raw: issued.raw }, range: issued.range },
      ...more.map((one) => ({ message: alsoPast, params: { raw: one.raw }, range: one.range })),
    ],
  };
}

/** What is due, or a whole schedule that had ended, before the plan was issued; once for each plan. */
export function beforeIssue(plan: Plan): readonly Finding<'dueBeforeIssue' | 'stagesBeforeIssue'>[] {
  const { issued, stages } = plan;
  const from = issued?.start;
  if (!from || !issued.yearKnown) return [];
  const isPast = ({ start, end, yearKnown, yearWritten }: Schedule['span']) => {
    if (!end || !yearKnown || (start && compare(end, start) < 0)) return false;
    const days = daysBetween(end, from);
    return days > 0 && days <= (yearWritten === true ? farDays : nearDays);
  };
  const early = datesBeforeIssue(plan);
  // Most plans speak of no day before their own.
  const mayTell = early.length > 0 || (plan.span?.end !== undefined && compare(plan.span.end, from) < 0);
  if (!mayTell && !stages.some(({ schedules }) => schedules.some(({ span }) => isPast(span)))) return NONE;
  const related = [{ message: issuedHere, params: { raw: issued.raw }, range: issued.range }];
  const schedules = stages.flatMap((stage) => stage.schedules);
  const [first] = schedules;
  if (
    first &&
    schedules.length >= 2 &&
    schedules.every(({ span }) => span.yearKnown && span.yearWritten && isPast(span))
  ) {
    const params = { raw: first.span.raw, issued: dayText(from) };
    return [{ message: 'stagesBeforeIssue', params, range: first.range, related }];
  }
  const span = plan.span ?? eventDay(plan);
  // The activity itself was over when its plan was issued.
  if (
    span?.yearWritten === true &&
    span.precision !== 'year' &&
    span.end &&
    compare(span.end, from) < 0 &&
    isSet(plan, span.range)
  )
    return [duePast(span, issued)];
  const set = early.find((dated) => {
    const last = dated.span?.end;
    return last && dated.span?.yearWritten === true && compare(last, from) < 0 && isSetAhead(plan, dated);
  });
  if (set) return [duePast({ raw: set.expression.raw, range: set.range }, issued)];
  const effective = early.find(
    ({ line, expression, span: own }) =>
      own?.precision === 'day' &&
      own.start &&
      own.yearWritten &&
      compare(own.start, from) < 0 &&
      takesEffect(line.text, expression.range),
  );
  if (effective) return [duePast({ raw: effective.expression.raw, range: effective.range }, issued)];
  const isOpenRow = openRows(plan, isPast);
  const wasPast = ({ dated }: { readonly dated: Dated }): boolean => {
    const { span, line } = dated;
    if (!span?.end || compare(span.end, from) >= 0 || stoodSo(dated) || tellsOfDone(line.text)) return false;
    if (!isPast(span) && !isOfLongAgo(dated, from)) return false;
    return line.place !== 'cell' || isOpenRow(line);
  };
  const dues = early.length > 0 ? duesOf(plan) : NONE;
  const past: { readonly dated: Dated }[] = dues.filter(wasPast);
  for (const dated of early)
    if (
      (isAim(dated) || isGoal(plan, dated) || isLimitOfLongAgo(plan, dated, from)) &&
      wasPast({ dated }) &&
      !dues.some((due) => due.dated === dated)
    )
      past.push({ dated });
  const ended = stages.flatMap(({ name, schedules: own, section }) => {
    if (!section || beforehand.test(name.value)) return [];
    return own.filter(({ span }) => isPast(span)).map(({ span, range }) => ({ raw: span.raw, range }));
  });
  const told = new Set(past.map(({ dated }) => dated.range.start));
  const [due, ...more] = [
    ...past.map(({ dated }) => ({ raw: dated.expression.raw, range: dated.range })),
    ...ended.filter(({ range }) => !told.has(range.start)),
  ].sort((a, b) => a.range.start - b.range.start);
  if (!due) return [];
  return [duePast(due, issued, more)];
}

/**
 * 2016年6月30日前完成 in a plan of 2026: a figure of the year was typed wrong. What was to be done by then and what it was
 * done to (2018年底前完成整改的任务未完成, 2005年前建成的小区) are told in other words.
 */
function isOfLongAgo({ span, expression: { range }, line: { text, place } }: Dated, issued: PlainDate): boolean {
  if (!span?.end || span.yearWritten !== true || daysBetween(span.end, issued) <= farDays) return false;
  if (place === 'cell') return text.length <= range.end + 1;
  const start = partStart(text, range.start);
  const sentence = text.slice(start, partEnd(text, range.end));
  return !longAgo.test(sentence) && !ofThings.test(text.slice(range.end));
}
const longAgo = /[未原曾仍尚但却]|以来|滞后|逾期|超期|延期|应于|计划于/;
/** 2005年前建成的小区, 2018年底前完成登记的; 前将整改的情况报县委 and 前报送制度的建立情况 ask for something. */
const ofThings =
  /^(?!将|[^，。；的]{0,2}(?:报送?|提交|上报|上交)[^，。；]*的[^，。；的]{0,8}(?:情况|报告|材料|清单|方案)(?:$|[，。；]))[^，。；]*的/;

/** Any 2016年6月30日前 in a plan of 2026, behind its opening. */
function isLimitOfLongAgo({ opening }: Plan, dated: Dated, issued: PlainDate): boolean {
  const { expression, line } = dated;
  const isLimit = expression.deadline === true && expression.raw.endsWith('前') && line.place !== 'quote';
  return isLimit && !opening.includes(line) && !done.test(line.text) && isOfLongAgo(dated, issued);
}
const done = /出生|取得|入职|毕业|参加工作|退休|颁发|颁布|发生|形成|登记|印发|办理|入[会党团伍]|落户|注册|投产|以前/;

/** So far in front of the issue the year was typed as that of the paper; a year later it would begin about the day of issue. */
const typedYear = { least: 200, most: 400 };
const nearIssue = 120;

/** 自2021年1月23日起开放, in a paper of 30 December 2021: what is announced begins in the next year. */
export function startsBeforeIssue(plan: Plan): readonly Finding<'dueBeforeIssue'>[] {
  const { issued } = plan;
  const from = issued?.start;
  if (!from || !issued.yearKnown || issued.precision !== 'day') return NONE;
  const early = datesBeforeIssue(plan).find(({ expression, span, line }) => {
    const start = span?.start;
    if (!start || span.end || span.yearWritten !== true || span.precision !== 'day' || line.place === 'quote')
      return false;
    // 自2025年6月1日起按新标准发放 tells within a sentence of what had begun; what is announced opens its line.
    if (expression.range.start > (line.facts.number?.range.end ?? 0)) return false;
    if (!/起$/.test(expression.raw) || hadBegun.test(line.text.slice(expression.range.end, expression.range.end + 24)))
      return false;
    const days = daysBetween(start, from);
    const later = daysBetween(from, { ...start, year: start.year + 1 });
    return days >= typedYear.least && days <= typedYear.most && later >= 0 && later <= nearIssue;
  });
  if (!early) return NONE;
  return [duePast({ raw: early.expression.raw, range: early.range }, issued)];
}
/** 自2021年1月1日起施行的…, …起担任: what had been so before. */
const hadBegun = /^[，,]?[^，。；]{0,16}(?:施行|实施|执行|生效|以来|至今|印发|发布|担任|任职|入职|参加工作|的)/;
