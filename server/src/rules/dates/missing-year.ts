import type { DateExpression } from '../../dates/expression.ts';
import { sentenceTo } from '../../plan/line/sentences.ts';
import type { Dated, Plan } from '../../plan/model.ts';
import { defineRule } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { blankYear, endsInBlankYear } from './undated/blank-date.ts';

/** No year to be had from anywhere for the dates of a plan. */
export const missingYear = defineRule<'missing'>({
  id: 'missing-year',
  family: 'dates',
  severity: 'warning',
  basis: ['15835-5.1.4', '条例-20'],
  faults: ['F18'],
  fixes: ['suggested'],
  summary: {
    zh: '通篇没有年份，日期无从确定',
    en: 'No year anywhere, so that the dates cannot be placed',
  },
  messages: {
    missing: {
      zh: '“{raw}”没有年份，上下文、标题和落款中也找不到年份{count |（全篇此类日期#处）}。请在首次出现时写明年份。',
      en: '“{raw}” has no year, and none can be had from the context, the title or the signature{count | (# such dates)}. Write the year where a date first occurs.',
    },
  },
  checkPlan({ plan, report }) {
    if (windowsHaveYear(plan) || paperHasYear(plan) || headHasYear(plan) || isOfOneWeek(plan)) return;
    // Days of the title and of tables stand behind those of the text in `dates`.
    const without = plan.dates.filter(lacksYear).sort((a, b) => a.range.start - b.range.start);
    const first = without[0];
    if (!first || yearStandsBefore(plan, first)) return;
    const at = first.expression.from?.range.start ?? first.expression.to?.range.start ?? first.expression.range.start;
    if (endsInBlankYear(first.line.text.slice(0, at))) return;
    const place = first.line.at(at, at);
    report({
      message: 'missing',
      params: { raw: first.expression.raw, count: without.length },
      range: first.range,
      related: without.slice(1, 6).map(({ expression, range }) => ({
        message: { zh: '“{raw}”', en: '“{raw}”' },
        params: { raw: expression.raw },
        range,
      })),
      fix: {
        title: { zh: '补上年份', en: 'Insert the year' },
        safety: 'suggested',
        edits: [{ range: place, text: `${tabStop(1, blankYear)}年`, snippet: true }],
      },
    });
  },
});

/** Where the stages or the whole activity have a year, a reader knows it for every other date of the plan. */
function windowsHaveYear(plan: Plan): boolean {
  const windows = [plan.span, ...plan.stages.flatMap((stage) => stage.schedules.map(({ span }) => span))];
  return windows.some((span) => span?.yearKnown === true);
}

/** 第15周工作安排表 hangs for its week. */
const isOfOneWeek = ({ title }: Plan): boolean =>
  title !== undefined && /第[\d一二三四五六七八九十]{1,3}周/.test(title.value);

/**
 * 按照《2026年党建工作要点》, 国发明电〔2014〕1号: the paper on which the plan rests is of a year, and so are its days. Numbers of
 * several years say nothing, nor do those of papers that hold for long: 《…管理办法》（〔2014〕3号).
 */
function paperHasYear({ references, opening, title: own }: Plan): boolean {
  const passesOn = passing.test(own?.value ?? '');
  const years = new Set<string>();
  for (const { title, documentNumber, line } of references) {
    if (!opening.includes(line)) continue;
    if (title !== undefined && ofYear.test(title)) return true;
    if (title !== undefined && lasting.test(title) && !passesOn && !passing.test(line.text.replace(quoted, '')))
      continue;
    const year = documentNumber && numberYear.exec(documentNumber)?.[1];
    if (year !== undefined) years.add(year);
  }
  return years.size === 1;
}
const ofYear = /20\d\d年(?:度)?(?!.{0,4}(?:五年|规划)).{0,30}(?:要点|计划|安排|方案|通知)$/;
const passing = /转发|印发|下发/;
const quoted = /《[^》]*》/g;
const lasting =
  /(?:办法|条例|规定|意见|规划|纲要|标准|细则|制度|规程|规范|指南|准则)(?:[（(][^（）()]{1,8}[)）])?(?:[〉》]?的?通知)?$|关于(?:进一步)?(?:加强|规范)/;
const numberYear = /[〔[［(（【]\s?(20\d\d)/;

/** Lines at the head of a plan that may be titles: its own below that of the page, that of its table. */
const HEAD_LINES = 4;
/** 研究院2016年9月份市直活动安排, 绍兴一中2009学年第三周工作安排, 2017学年第一学期高三期末考监考. */
const yearOfTitle = /20\d\d(?:学?年|[“"－—-])[^，。；]{2,}/;

/** A second title below the first one, or that of the table, has the year: a line without a sentence. */
function headHasYear({ lines }: Plan): boolean {
  return lines.slice(0, HEAD_LINES).some(({ text }) => !/[，。；：]/.test(text) && yearOfTitle.test(text));
}

/**
 * A day of the work itself with its year, further up: 2024年3月15日前…, and 6月1日前 in the next section. The
 * opening does not count, its days are those of meetings and papers; but for the month that it begins with.
 */
function yearStandsBefore({ dates, sections }: Plan, first: Dated): boolean {
  const from = sections[0]?.range.start ?? first.range.start;
  return dates.some((dated) => {
    const { expression, span, range } = dated;
    if (range.start >= first.range.start || span?.yearKnown !== true || !namesMonth(expression)) return false;
    return range.start >= from || setsMonth(dated, first);
  });
}

/** 2025年3月，街道开展…活动 opens a report, 2026年4月22日，县消防大队检查… a plan: other days of that month are told by it. */
function setsMonth({ expression, line }: Dated, first: Dated): boolean {
  const { from, to, range } = expression;
  const month = from?.month ?? to?.month;
  const own = first.expression.from ?? first.expression.to;
  return month === own?.month && line.text.slice(0, range.start).trim() === '';
}

/** Names a month or a day, and no year is known for it. */
function lacksYear({ expression, line, span }: Dated): boolean {
  if (expression.kind !== 'span' || !span || span.yearKnown) return false;
  // 每年3月至5月、9月至11月: what comes every year is of none.
  const before = sentenceTo(line.text, expression.range.start);
  if (/每年|每个?年度|次年|翌年/.test(before)) return false;
  // 今年10月 is told by relative-date.
  if ((expression.from ?? expression.to)?.yearShift !== undefined) return false;
  return namesMonth(expression);
}

function namesMonth({ from, to }: DateExpression): boolean {
  return (from?.month ?? to?.month) !== undefined;
}
