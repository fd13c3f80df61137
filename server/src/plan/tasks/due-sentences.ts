import { compare } from '../../dates/civil.ts';
import type { Range } from '../../text/range.ts';
import type { Dated, Line, Plan, Section } from '../model.ts';

/** What is handed in or finished by a day. */
const delivers =
  /完成|办结|建成|上报|报送|报(?:[至到给]|(?=\p{Script=Han}{1,8}(?:办|局|委|站|中心|所|部|组|处|科|院|校|会)))|[送发][至到]|送交|提交|上交|交[至到回]|反馈|备案|移交|到位|销号|[报送交](?=\p{Script=Han}{1,10}[。；，]?$)/u;
/** 到2025年 is until when a goal is reached, 截至2月底 until when something was counted. */
const noLimit = /^截至|^[到至](?!.*前)/;
/** Between the day and the deed: what is over, or a wish. */
const notToDo = /[未已均共]|没有|力争/;
/** 对…未完成的, 凡…的: what follows when something is not done. */
const condition = /^(?:凡|对|如|若|未|逾期)/;
/** 4月15日前完成栽植的村，每亩奖励50元: whoever does it gets something. */
const reward = /的[^，。；]{0,8}(?:[，,].{0,60}(?:奖励|补助|不得|依法|优先)|优先|不得)|^了/;

/**
 * The sentences of a line that want something by a day: 6月25日前将总结报镇整治办。 Deeds of the past, goals, references
 * and conditions are none.
 * @param dates those of the line
 * @returns ranges in the line
 */
export function dueOn(plan: Plan, line: Line, dates: readonly Dated[]): readonly Range[] {
  const limits = dates.filter(({ expression: { deadline, raw } }) => deadline && !noLimit.test(raw));
  if (limits.length === 0 || line.place === 'heading' || line.place === 'cell') return [];
  const isDue = (text: string, { start, end }: Range) =>
    !condition.test(text) &&
    limits.some(({ expression: { range, raw }, span }) => {
      if (range.start < start || range.end > end || isNothingBut(text, raw) || isOver(plan, span)) return false;
      const behind = text.slice(range.end - start);
      const deed = delivers.exec(behind);
      if (!deed) return false;
      const rest = behind.slice(deed.index + deed[0].length);
      return (
        !notToDo.test(behind.slice(0, deed.index)) &&
        !/力争$/.test(text.slice(0, range.start - start)) &&
        !reward.test(rest)
      );
    });
  const due = line.facts.sentences.filter(({ text, range }) => isDue(text, range)).map(({ range }) => range);
  return due.length > 0 && isGoal(plan.sections, line) ? [] : due;
}

/** 6月底前全部完成。: a sentence that says no more than the day. */
export function isNothingBut(text: string, date: string): boolean {
  return (
    text.replace(date, '').replace(/完成(?:时限)?|办结|到位|全[部面]|基本|[^\p{Script=Han}]/gu, '').length < fewest
  );
}

/** Fewer characters say nothing. */
const fewest = 3;

/** The day lies before the plan was issued. */
function isOver({ issued }: Plan, span: Dated['span']): boolean {
  const [day, from] = [span?.end, issued?.start];
  return day !== undefined && from !== undefined && issued?.yearKnown === span?.yearKnown && compare(day, from) < 0;
}

/** It stands in a section of goals (工作目标). */
function isGoal(sections: readonly Section[], line: Line): boolean {
  const around = sections.find(({ range }) => range.start <= line.range.start && line.range.end <= range.end);
  return around !== undefined && (/目标/.test(around.title.value) || isGoal(around.sections, line));
}
