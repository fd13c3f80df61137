import { compare, isValid, type PlainDate, parseIso } from '../dates/civil.ts';
import type { Label } from './profile.ts';
import type { SkeletonValues } from './skeleton.ts';

/** What an author says of a new plan, as typed; everything may be left out. */
export interface NewPlanFields {
  readonly unit?: string;
  readonly activity?: string;
  /** Title of the superior document, with or without 《》, with or without its number behind it. */
  readonly superior?: string;
  readonly superiorNumber?: string;
  /** First and last day of the activity, and the day of issue: 2026-03-02, 2026年3月2日 or 3月2日. */
  readonly start?: string;
  readonly end?: string;
  readonly issued?: string;
}

export type NewPlanField = keyof NewPlanFields;

export interface NewPlanFault {
  readonly field: NewPlanField;
  readonly message: Label;
}

/**
 * Reads what the author typed.
 * @param today gives days without a year their year, and blanks for dates theirs
 * @returns the values of the skeleton, or what is wrong, field by field
 */
export function readFields(
  fields: NewPlanFields,
  today: PlainDate,
): { readonly values: SkeletonValues; readonly faults: readonly NewPlanFault[] } {
  const faults: NewPlanFault[] = [];
  const day = (field: 'start' | 'end' | 'issued'): PlainDate | undefined => {
    const text = fields[field]?.trim() ?? '';
    if (text === '') return undefined;
    const date = readDay(text, today.year);
    if (!date) faults.push({ field, message: notADay(text) });
    return date;
  };
  const start = day('start');
  const end = day('end');
  const issued = day('issued');
  if (start && end && compare(start, end) > 0) faults.push({ field: 'end', message: tooEarly });
  const unit = oneLine(fields.unit);
  const activity = withoutGenre(oneLine(fields.activity));
  const { title, number } = readSuperior(oneLine(fields.superior));
  const superiorNumber = withNumberBrackets(oneLine(fields.superiorNumber)) || number;
  return {
    values: {
      year: String((start ?? issued ?? today).year),
      ...(unit ? { unit } : {}),
      ...(activity ? { activity } : {}),
      ...(title ? { superior: title } : {}),
      ...(superiorNumber ? { superiorNumber } : {}),
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
      ...(issued ? { issued } : {}),
    },
    faults,
  };
}

/** A day as authors type it; undefined when it is written otherwise or does not exist. */
export function readDay(text: string, year: number): PlainDate | undefined {
  const plain = text.replace(/\s+/g, '');
  const iso = parseIso(plain.replace(/^(\d{4})[./](\d{1,2})[./](\d{1,2})$/, isoOf));
  if (iso) return iso;
  const match = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/.exec(plain);
  if (!match) return undefined;
  const date = { year: Number(match[1] ?? year), month: Number(match[2]), day: Number(match[3]) };
  return isValid(date) ? date : undefined;
}

function isoOf(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 云政发〔2026〕3号, with the brackets that a keyboard has. */
const documentNumber =
  /[\p{Script=Han}A-Za-z]{1,16}[ \t]?[〔[［【(（][ \t]?\d{4}[ \t]?[〕\]］】)）][ \t]?第?[ \t]?\d{1,5}[ \t]?号/u.source;
const numberAlone = new RegExp(`^[《(（]?(${documentNumber})[》)）]?$`, 'u');
const numberFirst = new RegExp(`^(${documentNumber})[ \\t]*《(.{1,200})》$`, 'u');
const numberLast = new RegExp(`^(.{1,200}?)(?:[ \\t]+|(?<=》)|[ \\t]*[（(])(${documentNumber})[）)]?$`, 'u');

/**
 * 《关于…的通知》（云政发〔2026〕3号） → title and number. The number may stand in front or alone, and
 * with or without brackets around it; a number alone is no title.
 */
function readSuperior(text: string): { readonly title: string; readonly number: string } {
  const alone = numberAlone.exec(text);
  if (alone) return { title: '', number: withNumberBrackets(alone[1] ?? '') };
  const first = numberFirst.exec(text);
  if (first) return { title: first[2] ?? '', number: withNumberBrackets(first[1] ?? '') };
  const last = numberLast.exec(text);
  const title = /^《?(.{1,200}?)》?$/.exec((last?.[1] ?? text).trim())?.[1] ?? '';
  return { title, number: withNumberBrackets(last?.[2] ?? '') };
}

/** The year of a number stands in 〔〕 (GB/T 9704-2012, 7.2.5). */
function withNumberBrackets(number: string): string {
  return number.replace(/[〔[［【(（]\s*(\d{4})\s*[〕\]］】)）]/, '〔$1〕').replace(/\s+/g, '');
}

/** 户外广告整治工作方案 is called 户外广告整治: the template adds the genre. */
function withoutGenre(activity: string): string {
  const bare = activity.replace(/(?:实施|工作|行动)?(?:方案|预案|办法|计划)$/, '');
  return bare.length >= 2 ? bare : activity;
}

/** No mark of Markdown and no blank of a skeleton comes in from outside. */
function oneLine(text: string | undefined): string {
  return (text ?? '')
    .replace(/[\p{Cc}{}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function notADay(text: string): Label {
  const shown = text.slice(0, 40);
  return {
    zh: `“${shown}”不是日期，请写成 2026-03-02 或 2026年3月2日`,
    en: `“${shown}” is no day; write 2026-03-02 or 2026年3月2日`,
  };
}

const tooEarly: Label = { zh: '结束日期早于开始日期', en: 'The last day is before the first one' };
