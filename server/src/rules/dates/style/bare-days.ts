import type { Line, Plan } from '../../../plan/model.ts';
import { isFigure } from '../../../text/figures.ts';
import type { Edit } from '../../rule.ts';
import type { Place } from './window-styles.ts';

const DAY = '(?:1[0-2]|[1-9])\\.(?:3[01]|[12]\\d|[1-9])(?!\\d)';
/** 4.13—4.17：, at the head of an item. */
const bare = new RegExp(`^(${DAY})(?:\\s?(?:[—–-]{1,2}|[~～至])\\s?(${DAY}))?(?=[：:](?!\\s?\\d))`);
/** 4月8日—4月12日：, at the head of its neighbours. */
const written = /^\d{1,2}月\d{1,2}日[^。；：:]{0,20}[：:]/;
const FEWEST = 2;

/** Days in figures alone at the head of an item, where the items beside it begin with 月 and 日. */
export function bareDaysAmongItems({ lines }: Plan): readonly Place[] {
  return lines.flatMap((line, at): readonly Place[] => {
    if (!isFigure(line.text.charCodeAt(0)) || line.place === 'cell' || line.place === 'quote') return NONE;
    const match = bare.exec(line.text);
    if (!match || !isAmongDays(lines, at)) return NONE;
    const [raw, ...days] = match;
    // 1.2：设计坡比: a number, unless it lies between the days around it.
    if (days[1] === undefined && !liesBetween(lines, at)) return NONE;
    const edits = days.flatMap((day): readonly Edit[] => {
      if (day === undefined) return [];
      const start = day === days[0] ? 0 : raw.length - day.length;
      const [month, number] = day.split('.');
      return [{ range: line.at(start, start + day.length), text: `${month}月${number}日` }];
    });
    return [{ raw, range: line.at(0, raw.length), edits }];
  });
}
const NONE: readonly Place[] = [];

function liesBetween(lines: readonly Line[], at: number): boolean {
  const [before, own, behind] = [at - 1, at, at + 1].map((to) => dayOf(lines[to]?.text ?? ''));
  return own !== undefined && (before ?? own) <= own && own <= (behind ?? own);
}

function dayOf(text: string): number | undefined {
  const [, month, day] = /^(\d{1,2})[.月](\d{1,2})/.exec(text) ?? [];
  return month && day ? Number(month) * 100 + Number(day) : undefined;
}

/** The items on either side, or the two on one side of the first or the last, begin with days in words. */
function isAmongDays(lines: readonly Line[], at: number): boolean {
  const own = lines[at];
  const count = (step: 1 | -1): number => {
    let found = 0;
    for (let to = at + step; lines[to]?.place === own?.place && written.test(lines[to]?.text ?? ''); to += step)
      found++;
    return found;
  };
  return count(-1) + count(1) >= FEWEST;
}
