import { readNumber } from '../../numbering/read.ts';

/** 阶段一, Phase 2: no amount (3个), and no two of them at once (1-2). */
const labelled = '(?:阶段|Phase|Stage)[ \\u3000]?([一二三四五六七八九十]|\\d{1,2})(?![\\d个.、]|[-—–~～至、和]\\d)';
/** What parts it from its name. */
const behind = '[ \\u3000]?[：:、.．—-]?[ \\u3000]?';

/** 阶段一：, 阶段2, Phase 3: in front of the name of a stage. */
export const stageLabel = new RegExp(`^${labelled}${behind}`, 'i');
const count = '(?:[一二三四五六七八九十]{1,2}|\\d{1,2})';
/** 第一周, 第二月, 第 2–3 周, as the source of a pattern: what counts the stages of a month or a term. */
export const WEEK = `第 ?${count}(?: ?[-—–~～至、] ?${count})? ?[周月]`;
export const weekLabel = new RegExp(`^${WEEK}`);
/** The same and 第三阶段 in the first words of a heading or a cell, behind an emoji. */
const phaseNumber = new RegExp(
  `^[^\\p{Script=Han}\\w]{0,4}(?:${labelled}|(第[一二三四五六七八九十]阶段))${behind}`,
  'iu',
);

/** Number and name of a phase: Phase 1: 基础建设 → 1, 基础建设. The name may be empty. */
export function phaseOf(text: string): { readonly ordinal: number; readonly name: string } | undefined {
  const match = phaseNumber.exec(text);
  if (!match) return undefined;
  const [label, number, stage] = match;
  const ordinal = readNumber(stage ?? `第${number}阶段`)?.value ?? Number(number);
  return { name: text.slice(label.length).trim(), ordinal };
}
