import { hanToNumber } from '../numbering/han.ts';

const month = /^(?:([一二三四五六七八九]|十[一二]?)|(1[0-2]|0?[1-9]))月份?[ \t\u3000]*[：:]?$/;
/** 十二月份： */
const longest = 6;

/** The month that a line names and nothing else: 三月, 十二月份：, 9月; 0 where it does not. */
export function monthAlone(text: string): number {
  const match = text.length <= longest ? month.exec(text) : null;
  if (!match) return 0;
  const [, han, digits] = match;
  return (han === undefined ? undefined : hanToNumber(han)) ?? Number(digits);
}
