import { compare } from '../../../dates/civil.ts';
import { isRange } from '../../../dates/expression.ts';
import { datedByLine, datedLimits } from '../../../plan/dated-lines.ts';
import type { Dated, Line, Plan, PlanTable, Schedule, Section, Stage, TableRow } from '../../../plan/model.ts';
import { hasField, limitFields } from '../../../plan/tables/table-fields.ts';
import type { Finding } from '../../rule.ts';

const limit = { zh: '本项的时限“{raw}”', en: 'The time limit of the item, “{raw}”' };
/** 整改时限：…. */
const label = /(?:时限|期限|完成时间|办结时间)[ \u3000]?[：:][ \u3000]?$/;

/**
 * What is to be done for an item behind the day by which the item is to be settled: 整改时限：6月30日前 beside 8月30日前盘活1个, in the
 * cells of a row or in the lines of a section.
 */
export function measuresBehindLimit(plan: Plan): readonly Finding<'behindLimit'>[] {
  const found = inSections(plan);
  const more = inRows(plan);
  return more.length === 0 ? found : [...found, ...more];
}

const wholeLimit = { zh: '全部完成的时限“{raw}”', en: 'The last day for all of it, “{raw}”' };
/** 9月底前全部整改到位, 5月20日前完成全部隐患整改: the day by which everything is to be done. */
const allDone =
  /^前?[，,]?(?:要|须|应|确保|务必|力争)?(?:[\p{Script=Han}]{0,10}(?:全部|全面|所有|各项|均)(?:问题|任务|隐患|事项)?(?:按期|如期)?(?:整改|完成|销号|办结|清零|落实)|(?:完成|办结)(?:全部|所有|各项)[\p{Script=Han}]{0,8}(?:整改|任务|隐患|问题|销号))/u;
/** 立行立改的9个问题, 第一批任务: only some of it. */
const some = /\d|[两三四五六七八九十]个|立行立改|限期|短期|中期|长期|一般|重点|部分|[一二三四]批|类|当年|年度/;
/** 整改时限：12月底，长期坚持. */
const ongoing = /长期|持续|常态|坚持|全年/;
/** Fewer items than these say nothing of how the plan goes by its limit. */
const LEAST = 3;

/** Items of a ledger, or of a list with labels, that are due behind the day by which the plan has everything done. */
export function itemsBehindWhole(plan: Plan): readonly Finding<'behindWhole'>[] {
  // Where faults are put right, all of them is all there is; elsewhere 全部 may be said of one task.
  const isOfAll = /整改|隐患/.test(plan.title?.value ?? '');
  const [due, another] = isOfAll ? plan.dates.filter(isWhole) : NONE;
  const period = due ? undefined : periodOfAll(plan);
  const whole = due ?? period;
  const last = whole?.span?.bounds?.endHi ?? whole?.span?.end;
  if (!whole || another || !last) return [];
  const limits = limitsOf(plan, period ? isPhased : undefined).filter(
    ({ span, line, expression }) =>
      span?.yearKnown === whole.span?.yearKnown && expression.kind === 'span' && !ongoing.test(line.text),
  );
  const late = limits.filter(({ span }) => {
    const day = span?.bounds?.endLo ?? span?.end;
    return day !== undefined && compare(day, last) > 0;
  });
  // Where most are later, that day was said of something else.
  if (limits.length < LEAST || late.length * 2 > limits.length) return [];
  return late.map(({ expression, range }) => ({
    message: 'behindWhole',
    params: { raw: expression.raw, limit: whole.expression.raw },
    range,
    related: [{ message: wholeLimit, params: { raw: whole.expression.raw }, range: whole.range }],
  }));
}

const stageEnds = { zh: '“{stage}”的时间“{raw}”', en: 'The window of “{stage}”, “{raw}”' };
const puttingRight = /整改|整治/;
const summingUp = /总结|验收|销号|评估/;
/** What is left to be done with what was done, when all stages are over. */
const afterwards =
  /总结|验收|销号|评估|报送|上报|归档|存档|兑现|表彰|奖励|通报|公布|公示|结算|决算|审计|反馈|满意度|长效/;
/** Of fewer items one that is late may be one of several kinds. */
const MANY = 4;
const NEAR = 12;

/**
 * The one item of many that is due when the stage of putting right is over and what was done is checked: 完成时限：12月18日, where
 * 全面整改阶段 ends on 30 November and 总结验收阶段 begins; or when the last of all stages is over.
 */
export function itemBehindStage(plan: Plan): readonly Finding<'behindStage'>[] {
  const dated = plan.stages.flatMap(({ name, schedules: [own, more] }) => (own && !more ? [{ name, own }] : []));
  const isChecked = isCheckedBehind(dated.slice(-2));
  const doing = isChecked ? dated.at(-2) : dated.at(-1);
  const last = doing?.own.span.bounds?.endHi ?? doing?.own.span.end;
  // Behind the last of all stages nothing is left of what the plan puts right.
  if (!doing || !last || dated.length < 2 || dated.length < plan.stages.length) return NONE;
  // 读书会 is no end of all: what stands behind the last activity may be one more.
  if (!isChecked && !(lastOfAll.test(doing.name.value) && plan.stages.every(isPhase))) return NONE;
  const limits = limitsOf(plan, (row) => isPhased(row) || row.cells.some(({ text }) => summingUp.test(text))).filter(
    ({ span, line: { text, place }, expression: { kind, range } }) =>
      span?.yearKnown === doing.own.span.yearKnown &&
      kind === 'span' &&
      !ongoing.test(text.slice(Math.max(0, range.start - NEAR), range.end + NEAR)) &&
      (place === 'cell' || !summingUp.test(text)),
  );
  const [late, another] = limits.filter(({ span }) => {
    const day = span?.bounds?.endLo ?? span?.end;
    return day !== undefined && compare(day, last) > 0;
  });
  if (!late || another || limits.length < MANY) return NONE;
  // Behind all stages, what was done may still be told, paid and filed.
  if (!isChecked && isAfterwards(late, plan)) return NONE;
  return [
    {
      message: 'behindStage',
      params: { raw: late.expression.raw, stage: doing.name.value, limit: doing.own.span.raw },
      range: late.range,
      related: [
        {
          message: stageEnds,
          params: { stage: doing.name.value, raw: doing.own.span.raw },
          range: doing.own.range,
        },
      ],
    },
  ];
}

const lastOfAll = /总结|验收|复查|整改|整治|收尾/;
const isPhase = ({ name, section }: Stage): boolean =>
  /阶段|步骤|环节/.test(name.value + (section?.heading.text ?? ''));

const isAfterwards = (late: Dated, plan: Plan): boolean =>
  late.line.place === 'cell'
    ? !limitsOf(plan, ({ cells }) => cells.some(({ text }) => afterwards.test(text))).includes(late)
    : afterwards.test(late.line.text);

interface DatedStage {
  readonly name: Stage['name'];
  readonly own: Schedule;
}

/** 全面整改阶段, and behind its end 总结验收阶段, in which nothing is put right any more. */
function isCheckedBehind([doing, checking]: readonly DatedStage[]): boolean {
  const last = doing?.own.span.bounds?.endHi ?? doing?.own.span.end;
  const start = checking?.own.span.start;
  if (!doing || !checking || !last || !start || compare(start, last) <= 0) return false;
  if (!puttingRight.test(doing.name.value) || !summingUp.test(checking.name.value)) return false;
  return !puttingRight.test(checking.name.value);
}

/** 集中整改期为5月8日至8月7日, 集中整治期（5月8日至8月7日）. */
const periodName = /(?:集中|专项)?(?:整改|整治|攻坚|治理)期(?=(?:间|限)?(?:为|是|自|从|定为|[：:（(])[：:]?\s?$)/;
/** 均须在集中整改期内整改到位, 须在集中整改期内全部销号. */
const doneInPeriod =
  /(?:均|全部|一律|都|所有)[^，。；]{0,24}[在于](?:集中|专项)?(?:整改|整治|攻坚|治理)期(?:间|之|以)?内[^，。；]{0,8}(?:完成|到位|销号|办结|清零)|[在于](?:集中|专项)?(?:整改|整治|攻坚|治理)期(?:间|之|以)?内[，,]?(?:全部|一律)[^，。；]{0,8}(?:完成|到位|销号|办结|清零)/;
/** Some of them, as far as can be, or all but a few. */
const notAll =
  /立行立改|短期|中期|长期|限期|一般|重点|部分|其中|[一二三四]批|类|条件|能够?|可以?立即|除|原则|力争|争取|基本|阶段|启动/;
const allListed = /台账|清单|所列|反馈|排查|发现|全部|所有|各[项类]/;
/** Rows that go on, or come to their end step by step. */
const phased = /长期|持续|常态|阶段|分步|分期|分批|跨年|申请延期|延期/;

const isPhased = ({ cells }: TableRow) => cells.some(({ text }) => phased.test(text));

/** The period of the plan within which, as it says, each and every issue is put right. */
function periodOfAll({ dates, lines }: Plan): Dated | undefined {
  const [only, more] = dates.filter(({ line, expression, span }) => {
    if (line.place === 'cell' || line.place === 'quote' || !isRange(expression) || !span?.end) return false;
    return periodName.test(line.text.slice(Math.max(0, expression.range.start - 12), expression.range.start));
  });
  if (!only || more) return undefined;
  const isTold = lines.some(({ text, place }) => {
    const match = place === 'cell' || place === 'quote' || !text.includes('期') ? null : doneInPeriod.exec(text);
    if (!match) return false;
    const sentence = text.slice(text.lastIndexOf('。', match.index) + 1, match.index + match[0].length);
    const rest = /^[^。]{0,40}/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    return allListed.test(sentence) && !/措施/.test(match[0]) && !notAll.test(sentence) && !notAll.test(rest);
  });
  return isTold ? only : undefined;
}

/** 力争6月底前全部整改到位 is no limit. */
const hoped = /力争|争取|原则上|基本/;

/** The days by which a plan of rectification has all of it put right, said of nothing less. */
export function wholeLimits(plan: Plan): readonly Dated[] {
  if (!/整改|隐患/.test(plan.title?.value ?? '')) return [];
  return plan.dates.filter((dated) => {
    const { line, expression } = dated;
    if (!isWhole(dated)) return false;
    const clause = line.text.slice(Math.max(0, expression.range.start - 12), expression.range.end + 24);
    return /整改/.test(clause.slice(-24)) && !hoped.test(clause);
  });
}

function isWhole({ expression, line, span }: Dated): boolean {
  if (line.place === 'cell' || line.place === 'quote' || expression.deadline !== true || !span?.end) return false;
  const behind = line.text.slice(expression.range.end, expression.range.end + 40);
  const words = allDone.exec(behind.replace(/^[（(][^）)]{1,8}[）)]/, ''))?.[0];
  return words !== undefined && !some.test(words);
}

/** Days behind 整改时限： and the like in the text. */
function labelledLimits({ dates }: Plan): readonly Dated[] {
  return dates.filter(({ line, expression }) => {
    const { start } = expression.range;
    if (line.place === 'cell' || expression.kind !== 'span' || !'：: \u3000'.includes(line.text.charAt(start - 1)))
      return false;
    return label.test(line.text.slice(Math.max(0, start - 8), start));
  });
}

/** 星期, 周次: a row is a day or a week of a term, and tells of what is to come as well. */
const isCalendar = ({ columns }: PlanTable): boolean =>
  columns.some(({ header }) => /^(?:星期几?|周次|周)$/.test(header.text.replace(/[\s\u3000]+/g, '')));

/** Ledgers and lists of tasks that have a column for the time limit. */
function tablesWithLimits({ tables }: Plan): readonly PlanTable[] {
  return tables.filter(
    (table) =>
      (table.kind === 'ledger' || table.kind === 'taskBreakdown') && hasField(table, limitFields) && !isCalendar(table),
  );
}

function limitsOf(plan: Plan, isOut?: (row: TableRow) => boolean): readonly Dated[] {
  const labelled = labelledLimits(plan);
  const tables = tablesWithLimits(plan);
  if (tables.length === 0) return labelled;
  const byLine = datedByLine(plan.dates);
  const ofRow = (table: PlanTable, row: TableRow) => (isOut?.(row) ? NONE : datedLimits(table, row, byLine));
  return [...labelled, ...tables.flatMap((table) => table.rows.flatMap((row) => ofRow(table, row)))];
}

function inSections(plan: Plan): readonly Finding<'behindLimit'>[] {
  const limits = labelledLimits(plan);
  if (limits.length === 0) return NONE;
  return limits.flatMap((own) => {
    const section = holderOf(plan.sections, own.line);
    // Two limits in one section are those of two items.
    if (!section || limits.some((other) => other !== own && isWithin(section, other))) return [];
    return late(
      own,
      plan.dates.filter((dated) => isWithin(section, dated) && !isReported(dated, section)),
    );
  });
}

/** The innermost section that holds the line. */
function holderOf(sections: readonly Section[], line: Line): Section | undefined {
  const outer = sections.find(({ range }) => range.start <= line.range.start && line.range.end <= range.end);
  return outer && (holderOf(outer.sections, line) ?? outer);
}

const isWithin = ({ range }: Section, dated: Dated) => dated.range.start >= range.start && dated.range.end <= range.end;

const report = /^前?[，,]?[^，。；]{0,12}(?:上报|报送|抄送|报)[\p{Script=Han}]/u;

/** 总结由整改办于11月5日前报县委整改办, on a line below the item: what goes up when it is done. */
const isReported = ({ line, expression }: Dated, { heading }: Section): boolean =>
  line !== heading && report.test(line.text.slice(expression.range.end));

const NONE: readonly never[] = [];
const measureFields = ['measure', 'goal', 'requirement', 'activity'] as const;

function inRows(plan: Plan): readonly Finding<'behindLimit'>[] {
  const tables = tablesWithLimits(plan);
  if (tables.length === 0) return NONE;
  const byLine = datedByLine(plan.dates);
  const found: Finding<'behindLimit'>[] = [];
  for (const table of tables) {
    const fields = measureFields.filter((field) => hasField(table, [field]));
    if (fields.length === 0) continue;
    for (const row of table.rows) {
      const [own, more] = datedLimits(table, row, byLine);
      if (!own || more) continue;
      for (const field of fields) {
        for (const line of table.cell(row, field)?.lines ?? NONE) {
          const dates = byLine.get(line);
          if (dates) found.push(...late(own, dates));
        }
      }
    }
  }
  return found;
}

function late(own: Dated, dates: readonly Dated[]): readonly Finding<'behindLimit'>[] {
  const end = own.span?.bounds?.endHi ?? own.span?.end;
  if (!end || own.expression.kind !== 'span') return [];
  return dates.flatMap(({ expression, span, range }): readonly Finding<'behindLimit'>[] => {
    if (range.start === own.range.start || expression.deadline !== true || span?.yearKnown !== own.span?.yearKnown)
      return [];
    const until = span?.bounds?.startLo ?? span?.start ?? span?.end;
    const last = span?.bounds?.endLo ?? span?.end;
    if (!until || !last || compare(last, end) <= 0) return [];
    return [
      {
        message: 'behindLimit',
        params: { raw: expression.raw, limit: own.expression.raw },
        range,
        related: [{ message: limit, params: { raw: own.expression.raw }, range: own.range }],
      },
    ];
  });
}
