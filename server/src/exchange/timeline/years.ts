import { addDays, compare, daysBetween, type PlainDate } from '../../dates/civil.ts';
import type { DateSpan } from '../../dates/expression.ts';
import type { Plan } from '../../plan/model.ts';

/** A leap year, so that 2月29日 has a place where no year is known. */
const nominalYear = 2000;

/** Days between which the known windows of some plans lie. */
interface KnownDays {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/**
 * Which year days without a year are drawn in: the one that brings them nearest to the windows whose
 * year is known.
 */
export class YearShifts {
  readonly #known: KnownDays | undefined;

  constructor(plans: readonly Plan[]) {
    this.#known = knownDays(plans);
  }

  get yearKnown(): boolean {
    return this.#known !== undefined;
  }

  /** Years to add to the days of the span. */
  of(span: DateSpan): number {
    if (span.yearKnown) return 0;
    const day = span.start ?? span.end;
    if (!this.#known || !day) return nominalYear;
    let best = this.#known.start.year;
    let least = Number.POSITIVE_INFINITY;
    for (let year = this.#known.start.year - 1; year <= this.#known.end.year + 1; year++) {
      const moved = inYear(day, year - day.year);
      const gap = Math.max(daysBetween(moved, this.#known.start), daysBetween(this.#known.end, moved), 0);
      if (gap < least) {
        least = gap;
        best = year - day.year;
      }
    }
    return best;
  }
}

/** The day so many years later; 2月29日 becomes the 28th where there is none. */
export function inYear(day: PlainDate, shift: number): PlainDate {
  if (shift === 0) return day;
  const moved = { ...day, year: day.year + shift };
  return day.month === 2 && day.day === 29 ? addDays({ ...moved, month: 3, day: 1 }, -1) : moved;
}

function knownDays(plans: readonly Plan[]): KnownDays | undefined {
  const spans = plans.flatMap((plan) => [
    ...(plan.span ? [plan.span] : []),
    ...plan.stages.flatMap(({ schedules }) => schedules.map(({ span }) => span)),
    ...plan.measures.flatMap(({ time }) => (time.span ? [time.span] : [])),
  ]);
  const days = [...spans, ...plans.flatMap(({ issued }) => (issued ? [issued] : []))]
    .filter(({ yearKnown }) => yearKnown)
    .flatMap(({ start, end }) => [start, end])
    .filter((day) => day !== undefined)
    .sort(compare);
  const [start] = days;
  const end = days.at(-1);
  return start && end ? { start, end } : undefined;
}
