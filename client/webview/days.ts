/** Day numbers count from 0000-01-01; this is 1970-01-01. */
const epoch = 719_528;
const milliseconds = 86_400_000;

const dateOf = (day: number) => new Date((day - epoch) * milliseconds);

/** `11月25日`, `25 Nov`: for the label at a dragged end. */
export function dayLabel(day: number, language: string): string {
  const date = dateOf(day);
  if (language.startsWith('zh')) return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** The days near to the given one on which a third of a month (旬) begins, or ends. */
export function edgesNear(day: number, end: 'start' | 'end'): readonly number[] {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const number = (at: Date) => Math.round(at.getTime() / milliseconds) + epoch;
  const utc = (of: number, date: number) => {
    const at = new Date(0);
    at.setUTCFullYear(year, month + of, date);
    return number(at);
  };
  return end === 'start'
    ? [1, 11, 21, 32].map((one) => (one === 32 ? utc(1, 1) : utc(0, one)))
    : [utc(0, 0), utc(0, 10), utc(0, 20), utc(1, 0)];
}
