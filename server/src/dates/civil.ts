/** A day of the proleptic Gregorian calendar; `month` 1–12, `day` 1–31. No time zone. */
export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
