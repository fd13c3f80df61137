/** A time of day, or one to another, as minutes from midnight. */
export interface ClockRange {
  readonly start: number;
  /** Absent where one time stands alone. */
  readonly end?: number;
  /** Indexes in the text that was read. */
  readonly from: number;
  readonly to: number;
}

const TIME = '(\\d{1,2})(?: ?[:：] ?(\\d{2})|[时点](?:(\\d{1,2})分?|(半)|整)?)(?!\\d)';
const AHEAD = new RegExp(`^${TIME}(?:\\s?(?:[-‒—–－~～]{1,2}|至|到)\\s?${TIME})?`);
const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes of a time as `TIME` has caught it; undefined for one that no clock shows. */
function minutesOf(
  hour: string | undefined,
  colon: string | undefined,
  spoken: string | undefined,
  half: string | undefined,
) {
  const minutes = half ? HOUR / 2 : Number(colon ?? spoken ?? 0);
  const all = Number(hour) * HOUR + minutes;
  return hour !== undefined && minutes < HOUR && all <= DAY ? all : undefined;
}

function rangeOf(match: RegExpExecArray, offset: number): ClockRange | undefined {
  const start = minutesOf(match[1], match[2], match[3], match[4]);
  if (start === undefined) return undefined;
  const end = match[5] === undefined ? undefined : minutesOf(match[5], match[6], match[7], match[8]);
  if (match[5] !== undefined && end === undefined) return undefined;
  const from = offset + match.index;
  return { start, from, to: from + match[0].length, ...(end === undefined ? {} : { end }) };
}

/** The time of day that stands at `from`: 8:30—9:00 签到, 14:00 开幕. */
export function clockAt(text: string, from: number): ClockRange | undefined {
  const match = AHEAD.exec(text.slice(from, from + clockReach));
  return match ? rangeOf(match, from) : undefined;
}

const clockReach = 16;
