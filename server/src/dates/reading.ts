import type { DateFault, DatePoint } from './expression.ts';

/** One side as read, or two that share a mark (4―6月). */
export interface PointReading {
  readonly from: DatePoint;
  readonly to?: DatePoint;
  /** Behind everything that belongs to it, hours included. */
  readonly end: number;
  readonly fault?: DateFault;
  /** A date only together with a mark or a second side: a bare day (15日), a holiday, figures (2009.9), 年内. */
  readonly needs?: 'day' | 'holiday' | 'figures' | 'within';
  /** The separator of a date in figures, for its shortened second side. */
  readonly separator?: string;
  /** Of （周一至周五） the second weekday: it belongs to the end of a range. */
  readonly last?: Pick<DatePoint, 'weekday' | 'weekdayRange'>;
}

/** Where a date stands: by itself, behind a connector, or behind 每月. */
export type Side = 'first' | 'second' | 'inMonth';
