import { isValid, type PlainDate, parseIso, toIso } from '../../dates/civil.ts';

/** How a cell writes its one day. */
interface DayStyle {
  readonly year?: string;
  readonly yearMark: string;
  readonly month: string;
  readonly monthMark: string;
  readonly day: string;
  readonly dayMark: string;
  /** 前, 前完成. */
  readonly tail: string;
}

const whole =
  /^(?:(\d{4})(年|[-./]))?(\d{1,2})(月|[-./])(\d{1,2})(日|号|)((?:[之以]?前)?(?:完成|办结|整改到位|整改完成)?)$/;

function styleOf(text: string): DayStyle | undefined {
  const match = whole.exec(text.replace(/\s+/g, ''));
  if (!match) return undefined;
  const [, year, yearMark = '', month = '', monthMark = '', day = '', dayMark = '', tail = ''] = match;
  // 4.30 is a number, 4月30 a slip, 2026年4.30 neither.
  if (monthMark === '月' ? dayMark === '' : year === undefined || yearMark !== monthMark || dayMark !== '') {
    return undefined;
  }
  return { ...(year === undefined ? {} : { year }), yearMark, month, monthMark, day, dayMark, tail };
}

/**
 * The day of a cell that names one exact day and nothing else.
 * @param year for a day that is written without
 */
export function dayOfCell(text: string, year?: number): PlainDate | undefined {
  const style = styleOf(text);
  const known = style?.year === undefined ? year : Number(style.year);
  if (!style || known === undefined) return undefined;
  const date = { year: known, month: Number(style.month), day: Number(style.day) };
  return isValid(date) ? date : undefined;
}

/** Number format of a spreadsheet under which a date looks as the cell writes it: `yyyy"年"m"月"d"日前"`. */
export function numberFormat(text: string): string | undefined {
  const style = styleOf(text);
  if (!style) return undefined;
  const { year, yearMark, month, monthMark, day, dayMark, tail } = style;
  const two = (digits: string, sign: string) => (digits.startsWith('0') ? sign + sign : sign);
  const head = year === undefined ? '' : `yyyy"${yearMark}"`;
  const end = dayMark + tail === '' ? '' : `"${dayMark}${tail}"`;
  return `${head}${two(month, 'm')}"${monthMark}"${two(day, 'd')}${end}`;
}

/**
 * A day in the way in which another cell writes it: with or without the year, 年月日 or 2026.4.30, and
 * with its 前. A cell that names no exact day gives 2026年4月30日, with its 前.
 * @param year the year that the cell means without writing it; another one is written
 */
export function dayLike(text: string, iso: string, year?: number): string {
  const date = parseIso(iso);
  if (!date) return iso;
  const style = styleOf(text);
  if (!style) {
    const tail = /[之以]?前(?:完成|办结|整改到位|整改完成)?$/.exec(text)?.[0] ?? '';
    const bare = /^\d{1,2}月/.test(text) && year === date.year;
    return `${bare ? '' : `${date.year}年`}${date.month}月${date.day}日${tail}`;
  }
  const two = (value: number, like: string) => (like.startsWith('0') ? String(value).padStart(2, '0') : String(value));
  const isWritten = style.year !== undefined || (year !== undefined && year !== date.year);
  const head = isWritten ? `${date.year}${style.yearMark || '年'}` : '';
  return `${head}${two(date.month, style.month)}${style.monthMark}${two(date.day, style.day)}${style.dayMark}${style.tail}`;
}

/**
 * What two ways of writing one cell have in common: 2026-04-30 and 2026年4月30日 are one day, and blanks at the
 * ends and the kind of line break do not count.
 */
export function canonical(text: string): string {
  const plain = text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  const style = styleOf(plain);
  if (!style) return plain;
  const { year = '', month, day, tail } = style;
  const date = { year: Number(year || 2000), month: Number(month), day: Number(day) };
  return isValid(date) ? `${year}${toIso(date).slice(4)}${tail}` : plain;
}
