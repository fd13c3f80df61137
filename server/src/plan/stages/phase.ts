import { readNumber } from '../../numbering/read.ts';

/** 阶段1：, Phase 2:, 第三阶段 in the first words of a heading or a cell, behind an emoji. */
const phaseNumber =
  /^[^\p{Script=Han}\w]{0,4}(?:(?:阶段|Phase|Stage)[ \u3000]?([一二三四五六七八九十]|\d{1,2})(?![\d个.、]|[-—–~～至、和]\d)|(第[一二三四五六七八九十]阶段))[ \u3000]?[：:、.．—-]?[ \u3000]?/iu;

/** Number and name of a phase: Phase 1: 基础建设 → 1, 基础建设. The name may be empty. */
export function phaseOf(text: string): { readonly ordinal: number; readonly name: string } | undefined {
  const match = phaseNumber.exec(text);
  if (!match) return undefined;
  const [label, number, stage] = match;
  const ordinal = readNumber(stage ?? `第${number}阶段`)?.value ?? Number(number);
  return { name: text.slice(label.length).trim(), ordinal };
}
