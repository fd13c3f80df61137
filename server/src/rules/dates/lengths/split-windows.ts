import { daysBetween } from '../../../dates/civil.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';
import { daysText } from './days-text.ts';
import { isWindow } from './length-beside.ts';

/** 时间不少于7天, 集中学习5天, 共6天: the days of the whole. */
const ofAll = /(?:时间|时长|共计?|累计|总计|合计|为期|集中学习|集中培训|集中研讨|读书班|培训班)(?:为|[：:])?\s?$/;
/** 安排如下：第一期, 分两期进行：第一期, 其中第一期 */
const lead =
  /^[^。；]{0,16}[，：:；、（(]?\s?(?:其中[：:，,]?)?第[一1](?:期|次|批|轮|段|阶段|场)(?:为|是|[：:（(])?\s?(?:从|自)?$/;
const next = /^[）)]?[，、；,;]\s?第[二三四五六2-6](?:期|次|批|轮|段|阶段|场)(?:为|是|[：:（(])?\s?(?:从|自)?$/;

/** ，第三次3月16日, 和第三期…, ，另安排1天考试: more of it follows. */
const goesOn = /^[^。]{0,30}(?:第[二三四五六2-6][期次批轮段场]|另|其余|剩余)/;

const windowHere = { zh: '所说的时间“{raw}”', en: 'The window that it describes, “{raw}”' };

/** 时间不少于7天，安排如下：第一期9月18日至20日，第二期10月11日至13日: the windows together are six days long. */
export function splitWindowFindings(plan: Plan): readonly Finding<'shorter'>[] {
  const { dates } = plan;
  return dates.flatMap((dated, at): readonly Finding<'shorter'>[] => {
    const { expression, line } = dated;
    const { amount, comparator } = expression;
    if (expression.kind !== 'duration' || amount?.unit !== 'day' || line.place === 'quote') return NONE;
    if (comparator !== undefined && comparator !== 'atLeast') return [];
    if (!ofAll.test(line.text.slice(Math.max(0, expression.range.start - 8), expression.range.start))) return [];
    const windows = windowsBehind(dates, at);
    const lengths = windows.map(daysOf);
    const together = lengths.reduce((all, one) => all + one, 0);
    const least = amount.low ?? amount.count;
    if (windows.length < 2 || together >= least || lengths.includes(0)) return [];
    const last = windows.at(-1);
    if (last && goesOn.test(line.text.slice(last.expression.range.end))) return [];
    const raw = windows.map((window) => window.expression.raw).join('、');
    return [
      {
        message: 'shorter',
        params: { raw: expression.raw, window: raw, actual: daysText(together, 'day') },
        range: dated.range,
        related: windows.map(({ range, expression: one }) => ({
          message: windowHere,
          params: { raw: one.raw },
          range,
        })),
      },
    ];
  });
}

const NONE: readonly never[] = [];

function windowsBehind(dates: readonly Dated[], at: number): readonly Dated[] {
  const found: Dated[] = [];
  const length = dates[at];
  let end = length?.expression.range.end ?? 0;
  for (let index = at + 1; index < dates.length; index++) {
    const window = dates[index];
    if (!length || !window || window.line !== length.line || !isWindow(window)) break;
    const gap = window.line.text.slice(end, window.expression.range.start);
    if (gap.length > 30 || !(found.length === 0 ? lead : next).test(gap)) break;
    found.push(window);
    end = window.expression.range.end;
  }
  return found;
}

/** 0 where the days of the window are not told. */
function daysOf({ span }: Dated): number {
  if (!span?.start || !span.end || span.precision !== 'day' || span.approximate) return 0;
  return daysBetween(span.start, span.end) + 1;
}
