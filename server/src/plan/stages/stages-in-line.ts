import { readNumber } from '../../numbering/read.ts';
import type { Dated, Line } from '../model.ts';
import type { Timeline } from '../timeline.ts';

/** A stage that a sentence names beside its window. */
export interface StageInLine {
  readonly name: string;
  /** Of 第一阶段; 0 where the stage has no number. */
  readonly ordinal: number;
  readonly line: Line;
  /** Index of the name in the line. */
  readonly at: number;
  readonly dated: Dated;
}

/** Names stand within so many units of their window. */
const near = 30;
/** 3月1日至15日为动员部署阶段, 3月1日至15日为第一阶段. */
const behind =
  /^[）)]?(?:止|期间)?[，,]?(?:为|是)(?:(第[一二三四五六七八]阶段)(?:[，,：:、]?(?:为|是|即)?[“"]?(\p{Script=Han}{2,12}?)[”"]?阶段)?|[“"]?(\p{Script=Han}{2,12}?)[”"]?阶段)/u;
/** 动员部署阶段（3月1日至15日）. */
const before = /(?<!\p{Script=Han})(\p{Script=Han}{2,12})阶段[（(：:，]?(?:时间)?(?:为|从|自)?$/u;
/** 分为整治提升（3月1日至15日）、自查补缺（…）、迎接评估（…）三个阶段: the names need no 阶段 of their own. */
const inBrackets =
  /(?:(?:^|[、，和及为分])\p{Script=Han}{2,12}[（(][^（()）]{4,40}[)）]){2,6}[两二三四五六]个(?:阶段|步骤|环节)/u;
const listed = /(?<=分为|[、，和及])(\p{Script=Han}{2,10})[（(](?:为|从|自)?$/u;
const lead = /^(?:.{0,8}(?:分为|包括)|即|和|及|以及|[一二三四五]是)/;

/**
 * Stages that one sentence lists with their windows, as short plans and overviews do: 分三个阶段：3月1日至15日为动员部署阶段，….
 * A single one is no list: it may be any stage of a larger activity.
 */
export function stagesInLines(lines: readonly Line[], timeline: Timeline): readonly StageInLine[] {
  for (const line of lines) {
    if (!line.text.includes('阶段')) continue;
    const dated = timeline.on(line);
    if (dated.length < 2) continue;
    const found = dated.flatMap((one) =>
      one.span && (one.span.start || one.span.end) ? (stageAt(line, one) ?? []) : [],
    );
    if (found.length >= 2) return found;
  }
  return [];
}

function stageAt(line: Line, dated: Dated): StageInLine | undefined {
  const { start, end } = dated.expression.range;
  const after = line.text.slice(end, end + near);
  const told = behind.exec(after);
  if (told) {
    const name = told[2] ?? told[3] ?? told[1] ?? '';
    const at = end + after.lastIndexOf(name, told[0].length);
    return { name, ordinal: told[1] ? (readNumber(told[1])?.value ?? 0) : 0, line, at, dated };
  }
  const words = line.text.slice(Math.max(0, start - near), start);
  const called = before.exec(words) ?? (inBrackets.test(line.text) ? listed.exec(words) : null);
  const name = called?.[1]?.replace(lead, '');
  if (!called || name === undefined || name.length < 2 || /[各个每几本该]$/.test(name)) return undefined;
  const at = start - words.length + called.index + (called[1]?.length ?? 0) - name.length;
  return { name, ordinal: 0, line, at, dated };
}
