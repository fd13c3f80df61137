import { endOfMonth, toChinese } from '../../dates/civil.ts';
import type { ColumnField, PlanTable } from '../../plan/model.ts';
import { limitFields } from '../../plan/tables/table-fields.ts';
import { type Choice, choicesOf, monthChoices, tensChoice, yearOf } from './date-choices.ts';
import { dayText } from './day-text.ts';
import { periodProposals } from './periods.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** 完成时限：|, **完成时限：**|, 于2026年|, 2026年3月|, 3月|. */
const label =
  /(?:时限|期限|时间|日期)\*{0,2}[：:]\*{0,2}[ \t\u3000]{0,4}((?:\d{0,4}|\d{4}年(?:\d{0,2}|\d{1,2}月\d{0,2})))$/;
const begun = /(?<![\d.])((?:20\d{2}年(?:\d{0,2}|\d{1,2}月\d{0,2}))|\d{1,2}月\d{0,2})$/;

/** 4月下|, 2026年4月下|: a ten-day period that is being written. */
const tensBegun = /(?<![\d.])((?:20\d{2}年)?\d{1,2}月[上中下])$/;

/**
 * Days that a deadline is set to: the end of the stage, of the month, of a ten-day period, today, and
 * so many working days from the day of issue. A day off is said to be one.
 */
export function dateProposals(place: Place): readonly Proposal[] {
  const periods = periodProposals(place);
  if (periods.length > 0) return periods;
  const where = whereDateStands(place);
  if (!where) return [];
  const { language, text } = place.open;
  const { plan } = place.recognised;
  const typed = text.slice(where.start, place.offset);
  const seen = new Set<string>();
  const tens = tensChoice(typed, place);
  const choices = tens ? [tens] : [...where.kept, ...choicesOf(place), ...monthChoices(typed, place)];
  return choices.flatMap((choice): readonly Proposal[] => {
    const short = toChinese({ ...choice.date, year: 0 });
    const full = where.withYear ? toChinese(choice.date) : short;
    // 9 and 10 begin a month: who leaves the year out is offered days without it.
    const written = where.blank || full.startsWith(typed) ? full : short;
    if (seen.has(written) || (!where.blank && !written.startsWith(typed))) return [];
    seen.add(written);
    return [
      {
        kind: 'date',
        label: written,
        detail: `${choice[language]} · ${dayText(choice.date, language, plan.calendar)}`,
        filter: where.blank ? `${typed} ${written}` : written,
        text: written + where.suffix,
        range: { start: where.start, end: where.end },
      },
    ];
  });
}

interface Where {
  readonly start: number;
  readonly end: number;
  /** What stands there is not gone on with but replaced. */
  readonly blank: boolean;
  readonly withYear: boolean;
  /** What the range holds behind the day. */
  readonly suffix: string;
  readonly kept: readonly Choice[];
}

function whereDateStands(place: Place): Where | undefined {
  const { before, after, offset, blank, cell, open } = place;
  if (blank) {
    const words = open.text.slice(blank.start, blank.end);
    if (!/月|日/.test(words) || /号$/.test(words)) return undefined;
    return { ...blank, blank: true, withYear: /年/.test(words), suffix: words.endsWith('前') ? '前' : '', kept: [] };
  }
  const standing = standingDay(place);
  if (standing) return standing;
  const whole = { blank: false, suffix: '', kept: [] };
  const tens = tensBegun.exec(before)?.[1];
  if (tens) {
    const end = offset + (after.startsWith('旬') ? 1 : 0);
    return { ...whole, blank: true, start: offset - tens.length, end, withYear: /年/.test(tens) };
  }
  if (cell && limitFields.includes(cell.field)) {
    const words = before.slice(before.length - (offset - cell.start));
    const from = words.search(/(?:\d{4}年)?[\d月]*$/);
    const typed = words.slice(Math.max(0, from));
    const start = offset - typed.length;
    const rest = restOf(typed, after);
    const style = words.trim() === '' ? columnStyle(cell.table, cell.field) : undefined;
    const withYear = style?.withYear ?? !/^\d{1,2}月/.test(words);
    const suffix = style?.suffix && !after.slice(rest).startsWith('前') ? style.suffix : '';
    return { ...whole, suffix, start, end: offset + rest, withYear };
  }
  const typed = label.exec(before)?.[1] ?? begun.exec(before)?.[1] ?? limited(before, after);
  if (typed === undefined) return undefined;
  const end = offset + restOf(typed, after);
  return { ...whole, start: offset - typed.length, end, withYear: !/^\d{1,2}月/.test(typed) };
}

/** How the other cells of a column are written: 4月30日前 or 2026年4月30日. */
function columnStyle(
  table: PlanTable,
  field: ColumnField,
): { readonly withYear: boolean; readonly suffix: string } | undefined {
  const others = table.rows
    .map((row) => table.cell(row, field)?.text.trim() ?? '')
    .filter((words) => /\d[月日]/.test(words));
  if (others.length === 0) return undefined;
  const most = (is: (words: string) => boolean) => others.filter(is).length * 2 > others.length;
  return {
    withYear: !most((words) => /^\d{1,2}月/.test(words)),
    suffix: most((words) => words.endsWith('前')) ? '前' : '',
  };
}

const writtenDay = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|[上中下]旬|[底初末])/g;
const behindDay = /^前?[ \u3000]{0,4}$/;
const labelInFront = /(?:时限|期限|时间|日期)\*{0,2}[：:]\*{0,2}[ \t\u3000]{0,4}$/;

/**
 * A day in a cell for one, or behind a label, with the cursor in front of it or behind it, or behind the 前
 * that goes with it. Within a day what was typed of it counts.
 */
function standingDay(place: Place): Where | undefined {
  const { before, after, offset, cell } = place;
  const isCell = cell !== undefined && limitFields.includes(cell.field);
  if (!isCell && !label.test(before) && !/[日号旬底初末前]$/.test(before)) return undefined;
  const text = before + (isCell ? after.slice(0, cell.end - offset) : after);
  const from = offset - before.length;
  const at = before.length;
  for (const match of text.matchAll(writtenDay)) {
    const [words, year, month, date] = match;
    const end = match.index + words.length;
    const suffix = at > end ? text.slice(end, at) : '';
    const isBehind = at >= end && behindDay.test(suffix);
    if (at !== match.index && !isBehind) continue;
    if (isCell ? from + match.index < cell.start : !labelInFront.test(text.slice(0, match.index))) continue;
    // Whoever just wrote it keeps it by going on.
    const known = yearOf(year, place);
    const kept = { year: known, month: Number(month), day: Number(date ?? 0) };
    const isDay = isBehind && kept.day > 0 && kept.month <= 12 && kept.day <= endOfMonth(known, kept.month).day;
    return {
      start: from + match.index,
      end: from + end + suffix.length,
      blank: true,
      withYear: year !== undefined,
      suffix,
      kept: isDay ? [{ date: kept, zh: '已写', en: 'as it stands' }] : [],
    };
  }
  return undefined;
}

/** What stands behind the cursor of the day that is being written: 5月|10日前 has 10日 to be replaced. */
function restOf(typed: string, after: string): number {
  if (typed === '') return 0;
  const rest =
    /^(?:\d{0,3}年)?(?:\d{0,2}月)?(?:\d{0,2}[日号]|[上中下]旬|[底初末](?=$|[前，。；、）)|]))?/.exec(after)?.[0] ?? '';
  return /^\d{1,4}(?:年(?:\d{1,2}(?:月(?:\d{1,2}[日号]|[底初末]|.旬)?)?)?|月(?:\d{1,2}[日号]|[底初末]|.旬)?)$/.test(
    typed + rest,
  )
    ? rest.length
    : 0;
}

/** 于|前完成, 6|前报送: a limit without its day. */
const limitBehind = /^前(?![期往来进线后景提者列台言任方置沿夕半排])/;
const dayInFront = /(?:^|[^\p{Script=Han}\d]|[于在至应须请拟将定]|截止)(\d{0,2})$/u;
/** 不迟于|, 截至|; 关于| and 由于| are other words. */
const untilInFront = /(?:(?:定|须|应|要|将|拟|请|并|务|迟|晚|早|限)于|(?:^|[，。；：、（\s])于|截[至止]到?)(\d{0,2})$/u;

function limited(before: string, after: string): string | undefined {
  return (limitBehind.test(after) ? dayInFront.exec(before)?.[1] : undefined) ?? untilInFront.exec(before)?.[1];
}
