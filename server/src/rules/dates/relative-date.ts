import type { DatePoint } from '../../dates/expression.ts';
import type { Dated, Line, Plan } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Edit, type Finding } from '../rule.ts';
import { arrangesFromNow, daysFromNow, dayWordSign, tellsFromNow } from './arranged.ts';

/** Times that count from the day of writing, in a plan that will be kept. */
export const relativeDate = defineRule<'relative' | 'soFar'>({
  id: 'relative-date',
  family: 'dates',
  severity: 'info',
  basis: ['practice'],
  faults: ['F27'],
  fixes: ['suggested'],
  summary: {
    zh: '安排工作用了“今年”“上月”“本周”之类随时间推移而变的说法',
    en: 'A schedule by 今年, 上月, 本周 and other times that count from the day of writing',
  },
  messages: {
    relative: {
      zh: '“{raw}”随阅读时间而变，方案要存档、转发，请写明年份或日期{count |（全篇#处）}。',
      en: '“{raw}” counts from the day of writing; in a plan that is kept, write the year or the day{count | (# in all)}.',
    },
    soFar: {
      zh: '“{raw}”没有落到日期，全篇也没有成文日期，请写明截至哪一天。',
      en: '“{raw}” names no day, and the plan has no date of issue: say until which day.',
    },
  },
  checkPlan({ plan, profile, document, report }) {
    const title = plan.title?.value ?? '';
    const yearInTitle = /(?:19|20)\d\d/.test(title);
    const isSummary = (profile.id === 'summary' || toldIn.test(title)) && !periodic.test(title);
    const dated = plan.dates.flatMap((one): readonly Place[] => {
      const point = relativeSide(one);
      // 今年 is the year of the title; 明年 has to be reckoned from it.
      const isOfTitle = yearInTitle && !nextYear.test(one.expression.raw);
      if (!point || (isOfTitle && point.yearShift !== undefined)) return NONE;
      if (point.weekShift !== undefined && isToldWeek(one, point, title)) return NONE;
      const { facts } = one.line;
      const isMeant =
        isSchedule(one, point) ||
        arrangesFromNow(facts, one.expression, point) ||
        (isSummary && tellsFromNow(facts, one.expression, point));
      if (!isMeant) return [];
      if (quotedOrExplained(one.line, one.expression.range)) return [];
      const { raw } = one.expression;
      return [{ raw, range: one.range, ofYear: point.yearShift !== undefined, edits: editOf(one, point) }];
    });
    const days = linesWith(linesInOrder(document, plan), dayWordSign).flatMap((line) =>
      line.place === 'quote'
        ? []
        : daysFromNow(line.facts)
            .filter((range) => !quotedOrExplained(line, range) && !isToldDay(line, range))
            .map(({ start, end }): Place => {
              return { raw: line.text.slice(start, end), range: line.at(start, end), ofYear: false, edits: [] };
            }),
    );
    // 明年 wants a year and 下周三 a day: each kind is told once.
    const others = [...dated.filter(({ ofYear }) => !ofYear), ...days].sort((a, b) => a.range.start - b.range.start);
    for (const places of [dated.filter(({ ofYear }) => ofYear), others]) {
      const finding = findingOf(places);
      if (finding) report(finding);
    }
    const open = plan.issued ? undefined : soFar(plan);
    if (open) report({ message: 'soFar', params: { raw: open.raw }, range: open.range });
  },
});

const NONE: readonly Place[] = [];
/** A paper that tells what was done. */
const toldIn = /(?:总结|小结|汇报)(?:材料)?$/;
/** 5月份工作小结, 月度小结: it comes every month, and 本月 is the one that it names. */
const periodic = /[\d一二三四五六七八九十]\s?月|月[度报]|[上下本当]月|周报|旬|简报/;
const nextYear = /^[明来后]年/;

/** A time that counts from the day of writing, and what it may be changed to. */
interface Place {
  readonly raw: string;
  readonly range: Range;
  readonly ofYear: boolean;
  readonly edits: readonly Edit[];
}

/** The first place, with all others beside it. */
function findingOf(places: readonly Place[]): Finding<'relative'> | undefined {
  const [first, ...more] = places;
  if (!first) return undefined;
  const edits = places.flatMap((place) => place.edits);
  return {
    message: 'relative',
    params: { raw: first.raw, count: places.length },
    range: first.range,
    related: more.slice(0, 20).map(({ raw, range }) => ({
      message: { zh: '另一处：“{raw}”', en: 'Another one: “{raw}”' },
      params: { raw },
      range,
    })),
    ...(edits.length > 0
      ? {
          fix: {
            title: { zh: '改为写明的年、月', en: 'Write the year or month' },
            safety: 'suggested' as const,
            edits,
          },
        }
      : {}),
  };
}

/** The side that counts from the day of writing. 次年, 当月 count from the date before them, 下一年度 from whatever year that was. */
function relativeSide({ expression, line }: Dated): DatePoint | undefined {
  const { kind, from, to } = expression;
  if (kind !== 'span' || line.place === 'quote') return undefined;
  if (from && isRelative(from, line.text)) return from;
  return to && to !== from && isRelative(to, line.text) ? to : undefined;
}

function isRelative({ yearShift, monthShift, weekShift, range }: DatePoint, text: string): boolean {
  if ((yearShift ?? monthShift ?? weekShift) === undefined) return false;
  return !/^(?:[次翌当]|下一?年)/.test(text.slice(range.start, range.end));
}

/** A limit, a window, or a month of the year: 今年10月底前, not 今年以来. */
function isSchedule({ expression, line }: Dated, point: DatePoint): boolean {
  const behind = line.text.slice(expression.range.end, expression.range.end + 4);
  if (/^(?:以来|来|的|(?:召开|印发|下发|出台|发生)[的《])/.test(behind)) return false;
  if (point.yearShift !== undefined) {
    const named = point.month !== undefined || point.portion !== undefined;
    const side = expression.to && expression.from !== expression.to;
    return point.yearShift >= 0 && (named || (side === true && expression.deadline === true));
  }
  // 每月5日前报送上月进展: the month goes with the rhythm.
  if (/每|逐|按[月周旬季]|定期|月报|周报/.test(line.text)) return false;
  return expression.deadline === true || expression.from !== expression.to || point.day !== undefined;
}

function quotedOrExplained({ text }: Pick<Line, 'text'>, { start, end }: Range): boolean {
  const open = text.lastIndexOf('“', start);
  if (open >= 0 && text.indexOf('”', open) > start) return true;
  const [before, behind] = [text.slice(Math.max(0, start - 20), start), text.slice(end, end + 12)];
  // 2025年5月10日前申请，经批准后于明年9月入学: a day of another clause does not explain the next year.
  const near = nextYear.test(text.slice(start, end)) ? before.replace(/^.*[，,；;](?=[^（(]*$)/, '') : before;
  return year.test(near) || year.test(behind);
}
const year = /(?:19|20)\d\d\s?(?:年|[.-])/;

/** 第16周工作安排: 下周 is the one behind it. */
const ofWeek = /第\s?[\d一二三四五六七八九十]{1,3}\s?周/;
/** 下周二（5月6日）, 本周四（24日）, 本周六9月5日. */
const dayBehind = /^\s?[（(]?\s?(?:\d{1,2}[日号]|\d{1,2}\s?[月.．/]\s?\d)/;
/** Between the week and its date: 本周三中午（11月29日）, 下周周二（6月29日）. */
const partOfDay = /^(?:(?:周|星期)[一二三四五六日天])?(?:[上下中]午|傍晚|[早晚]上?)?/;
/** 明天（11月13日）, 明天下午（13日）. */
function isToldDay({ text }: Pick<Line, 'text'>, { end }: Range): boolean {
  const behind = text.slice(end).replace(partOfDay, '');
  return /^\s?[（(]/.test(behind) && dayBehind.test(behind);
}
/** 11月19日（下周一）, 9月6日本周日, 19日（下周一）. */
const dayBefore = /(?:\d{1,2}\s?[月.．/]\s?\d{1,2}[日号]?|\d{1,2}[日号])\s?[（(，,]?\s?$/;

/** Whether a week of this or the next is told as well: in the title, by the day itself, or by what stands below (定于本周举行，安排如下). */
function isToldWeek({ line: { text }, expression: { range } }: Dated, point: DatePoint, title: string): boolean {
  if (ofWeek.test(title)) return true;
  const word = text.slice(point.range.start, point.range.end);
  const inTitle = title.indexOf(word);
  // 关于本周六（12月18日）上课的通知: the day is told for the whole paper.
  if (inTitle >= 0 && dayBehind.test(title.slice(inTitle + word.length))) return true;
  const behind = text.slice(range.end);
  if (dayBehind.test(behind.replace(partOfDay, '')) || dayBefore.test(text.slice(0, range.start))) return true;
  return point.weekday === undefined && /^[^。；]*如下/.test(behind);
}

/** 今年10月底 → 2024年10月底, 本月25日 → 5月25日, where the day of issue tells. */
function editOf({ line, span, expression }: Dated, point: DatePoint): readonly Edit[] {
  const day = point === expression.from ? (span?.start ?? span?.end) : (span?.end ?? span?.start);
  if (!span?.yearKnown || !day) return [];
  const written = line.text.slice(point.range.start, point.range.end);
  const word = /^(?:今年|本年度?|明年|去年)/.exec(written)?.[0] ?? /^(?:本|上个?|下个?|这个)月份?/.exec(written)?.[0];
  if (!word) return [];
  const range = line.at(point.range.start, point.range.start + word.length);
  if (range.end - range.start !== word.length) return [];
  return [{ range, text: word.includes('年') ? `${day.year}年` : `${day.month}月` }];
}

/** 截至目前 with a figure behind it, in a plan that no date places. */
function soFar(plan: Plan): { readonly raw: string; readonly range: Range } | undefined {
  const found = firstSoFar(plan);
  // The day of issue is left to be filled in, and is asked for as a blank.
  return found && plan.lines.some(({ text }) => blankDay.test(text)) ? undefined : found;
}

/** 2026年××月××日, 年　月　日. */
const blankDay = /年[\s\u3000×xX_＿〇○*]{1,8}月[\s\u3000×xX_＿〇○*]{1,8}日/;

function firstSoFar(plan: Plan): { readonly raw: string; readonly range: Range } | undefined {
  for (const line of plan.lines) {
    if (line.place === 'quote' || !line.text.includes('目前')) continue;
    const match = /截[至止](?:到)?目前|到目前为止/.exec(line.text);
    if (!match || !/\d/.test(line.text.slice(match.index, match.index + 60))) continue;
    const before = line.text.slice(Math.max(0, match.index - 20), match.index);
    if (/\d月|\d日/.test(before)) continue;
    return { raw: match[0], range: line.at(match.index, match.index + match[0].length) };
  }
  return undefined;
}
