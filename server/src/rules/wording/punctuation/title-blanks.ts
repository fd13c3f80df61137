import { isQuoted } from '../../../plan/line/brackets.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';

/** A blank within the title of a plan. */
export interface TitleBlank {
  readonly line: Line;
  /** Indexes in the text of the line. */
  readonly range: Range;
}

const blank = /(?<=[一-龥”]) {1,2}(?=[一-龥“])/g;
/** Titles that are set with wide letters have more of them. */
const MOST = 2;
/** Shorter ones are set apart for the eye: 复习 计划. */
const SHORTEST = 12;
/** 青禾县教育局 关于…: the issuer stands in front of the title; 阅读伴我行 暨…: a second part begins. */
const beginsAnew = /^(?:关于|印发|转发|暨|——|—)/;

/** 学雷锋 树新风活动, 健康第一 安全同行主题班会: the halves of a motto. */
const ofActivity = /活动|主题|班会|团日|[日月周节](?!期|程)/;

/** 关于做好毕业生 就业工作的通知: what is left of a break of the line. In front of 关于 the issuer stands apart. */
export function titleBlanks({ title, lines }: Plan): readonly TitleBlank[] {
  if (!title || title.value.length < SHORTEST || !title.value.includes(' ') || ofActivity.test(title.value))
    return NONE;
  const line = lines.find(({ range }) => range.start <= title.range.start && title.range.end <= range.end);
  if (!line) return NONE;
  const found = matchesOf(line.text, blank);
  if (found.length > MOST) return NONE;
  return found.flatMap(({ 0: raw, index }) => {
    const [before, behind] = [line.text.slice(0, index), line.text.slice(index + raw.length)];
    if (isQuoted(line.text, index) || beginsAnew.test(behind) || !before.includes('关于')) return [];
    return [{ line, range: { start: index, end: index + raw.length } }];
  });
}

const NONE: readonly TitleBlank[] = [];
