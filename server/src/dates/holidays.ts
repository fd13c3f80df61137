import calendar from 'chinese-days';
import { addDays, type PlainDate, parseIso } from './civil.ts';
import table from './holidays.yaml';

/** A holiday that plans set dates by. */
export interface Holiday {
  readonly name: string;
  readonly names: readonly string[];
  readonly solar?: readonly [number, number];
  readonly lunar?: readonly [number, number];
  readonly term?: 'qingming';
  /** Days from the lunar day to the day that is meant: 除夕 is the day before 正月初一. */
  readonly shift?: number;
  /** Length of 期间 in days, the day itself included. */
  readonly days: number;
}

const HOLIDAYS = (table as { readonly holidays: readonly Holiday[] }).holidays;
const BY_NAME = new Map(HOLIDAYS.map((holiday) => [holiday.name, holiday]));

interface Spelling {
  readonly text: string;
  readonly holiday: Holiday;
}

/** All spellings by their first sign, the longest first. */
const SPELLINGS = new Map<string, Spelling[]>();
for (const holiday of HOLIDAYS) {
  for (const text of holiday.names) {
    const list = SPELLINGS.get(text.charAt(0)) ?? [];
    list.push({ text, holiday });
    SPELLINGS.set(text.charAt(0), list);
  }
}
for (const list of SPELLINGS.values()) list.sort((a, b) => b.text.length - a.text.length);

/** Every spelling of every holiday. */
export const HOLIDAY_NAMES: readonly string[] = [...SPELLINGS.values()].flat().map(({ text }) => text);

/** A holiday named in a text, with the index behind its name. */
export interface NamedHoliday {
  readonly holiday: Holiday;
  readonly end: number;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '‘': '’', '「': '」', '『': '』' };
/** The marks in which a holiday may be named: “七一”. */
export const HOLIDAY_QUOTES: readonly string[] = Object.keys(CLOSING);

/** The holiday that is named at the index, in quotation marks or without: 七一, “七一”, “七一”建党节. */
export function holidayAt(text: string, at: number): NamedHoliday | undefined {
  const closing = CLOSING[text.charAt(at)];
  if (closing === undefined) return nameAt(text, at);
  const quoted = nameAt(text, at + 1);
  if (!quoted || text.charAt(quoted.end) !== closing) return undefined;
  const end = quoted.end + 1;
  const again = nameAt(text, end);
  if (again?.holiday === quoted.holiday) return again;
  return { holiday: quoted.holiday, end: text.charAt(end) === '节' ? end + 1 : end };
}

/** The longest name wins. */
function nameAt(text: string, at: number): NamedHoliday | undefined {
  for (const { text: name, holiday } of SPELLINGS.get(text.charAt(at)) ?? []) {
    if (text.startsWith(name, at)) return { holiday, end: at + name.length };
  }
  return undefined;
}

/** The holiday of that name (劳动节, not 五一), or undefined. */
export function holidayNamed(name: string): Holiday | undefined {
  return BY_NAME.get(name);
}

const known = new Map<string, PlainDate | undefined>();

/**
 * The day of a holiday in a year. Lunar ones are known for 1900–2099, 清明 likewise; outside, and for
 * an unknown year (0), they are undefined, while 国庆节 and other days of the solar calendar always have a day.
 */
export function holidayDate(holiday: Holiday, year: number): PlainDate | undefined {
  if (holiday.solar) return { year, month: holiday.solar[0], day: holiday.solar[1] };
  if (year < 1901 || year > 2098) return undefined;
  if (holiday.term) return { year, month: 4, day: clearAndBright(year) };
  if (!holiday.lunar) return undefined;
  const key = `${holiday.name}${year}`;
  if (!known.has(key)) {
    const [month, day] = holiday.lunar;
    // Noon of a local day, never a string: the library reads strings as UTC and then asks for the local day.
    const found = parseIso(calendar.getSolarDateFromLunar(new Date(year, month - 1, day, 12)).date);
    known.set(key, found && addDays(found, holiday.shift ?? 0));
  }
  return known.get(key);
}

/** Day of April on which 清明 falls; the usual century formula (constants 5.59 and 4.81), exact for 1901–2099. */
function clearAndBright(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - Math.floor(inCentury / 4);
}
