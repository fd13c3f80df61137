import type { Dated, Plan } from '../../../plan/model.ts';
import { currentSince, writtenBefore } from '../../../profiles/regime.ts';
import type { Range } from '../../../text/range.ts';

const day =
  /^[一二三四五六七八九〇○零Ｏ0Oo]{4} {0,3}年 {0,3}[一二三四五六七八九十]{1,3} {0,3}月 {0,3}[一二三四五六七八九十]{1,3} {0,3}日$/;

/** 二〇一六年十二月七日, also with 零 or the letter O in the place of 〇, and nothing else. */
export function isHanDay(text: string): boolean {
  return text.length < 40 && text.includes('日') && day.test(text.trim());
}

/**
 * Whether the date of issue is written with Han numerals, which the standard in force does not have: whatever is wrong with
 * its numerals, it is to be written with Arabic figures.
 */
export function isIssueInHan(plan: Plan, raw: string): boolean {
  return isHanDay(raw) && !writtenBefore(plan, currentSince);
}

/** A date on a line of its own in Han numerals that is the date of issue, of which date-style speaks as a whole. */
export function isToldAsIssue(plan: Plan, { line, range }: Pick<Dated, 'line' | 'range'>): boolean {
  const issued: Range | undefined = plan.issued?.precision === 'day' ? plan.issued.range : undefined;
  return (
    issued !== undefined && issued.start <= range.start && range.end <= issued.end && isIssueInHan(plan, line.text)
  );
}
