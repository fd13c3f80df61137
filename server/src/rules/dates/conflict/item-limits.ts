import { conflictingEnds } from '../../../dates/compare.ts';
import { sentenceTo } from '../../../plan/line/sentences.ts';
import type { Dated, Plan, Task } from '../../../plan/model.ts';
import { shortTitle } from '../missing-deadline.ts';
import type { TaskConflict } from './task-limits.ts';

const limitLabel = /(?:时限|期限|完成时间|办结时间)[：:][\s\u3000]*$/;
/** 7月底前拨付完毕: all of it, and not a step on the way (7月底前完成招标). */
const finished = /^[^，。；]{0,8}(?:完成|完毕|办结|到位|销号|清零)(?=[，。；]|$)/;
/** 对上半年的问题，6月底前整改到位; 首批7月底前完成: a part of it. */
const part = /首批|第一批|其中|部分|分批|先行|逐步|阶段性|初步|先|招标|设计|方案|征[地收]|采购|摸底|排查|勘[察测]|拆迁/;

/**
 * Measures that are to be done by one day in their text and by another one by their label:
 * 7月底前拨付完毕。完成时限：8月29日. Compared only where each of the two stands there once.
 */
export function itemConflicts({ measures, dates }: Plan): readonly TaskConflict[] {
  if (measures.length === 0 || !dates.some((dated) => dated.expression.kind === 'span' && isLabelled(dated))) return [];
  return measures.flatMap((task): readonly TaskConflict[] => {
    if (task.table) return [];
    const inside = dates.filter(({ range, expression }) => expression.kind === 'span' && isWithin(range, task));
    const labelled = inside.filter(isLabelled);
    const due = inside.filter(({ expression }) => expression.deadline === true);
    const told = due.filter((dated) => !isLabelled(dated));
    const [limit, second] = labelled;
    const [only, more] = told;
    if (!limit?.span || second || !only?.span || more || only.span.yearKnown !== limit.span.yearKnown) return [];
    const { line, expression } = only;
    if (!finished.test(line.text.slice(expression.range.end))) return [];
    if (part.test(sentenceTo(line.text, expression.range.start))) return [];
    const behind = /^[^。]*/.exec(line.text.slice(expression.range.end))?.[0] ?? '';
    if (part.test(behind) || /随即|随后|之后|再|开工/.test(behind)) return [];
    if (!conflictingEnds(only.span, limit.span).includes('end')) return [];
    return [{ name: shortTitle(task), row: limit, told: only }];
  });
}

const isWithin = ({ start, end }: Dated['range'], { range }: Task) => start >= range.start && end <= range.end;

function isLabelled({ line: { text }, expression }: Dated): boolean {
  const { start } = expression.range;
  return /[：:\s]/.test(text.charAt(start - 1)) && limitLabel.test(text.slice(Math.max(0, start - 10), start));
}
