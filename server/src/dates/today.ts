import type { PlainDate } from './civil.ts';

/** Says what day it is. Whatever depends on today asks for it, so that tests and `asOf` can say another day. */
export type Clock = () => PlainDate;

/** The day on this machine's calendar. */
export const systemClock: Clock = () => {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
};
