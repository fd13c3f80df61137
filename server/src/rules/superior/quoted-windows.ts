import { compare } from '../../dates/civil.ts';
import { compareLength } from '../../dates/compare.ts';
import type { DateSpan } from '../../dates/expression.ts';
import { sentenceTo } from '../../plan/line/sentences.ts';
import type { Dated, Plan } from '../../plan/model.ts';
import { lead, quotedDemands } from './quoted-lines.ts';

/** A window that a plan gives its stage, beside the one that it says is set from above. */
export interface OutsideQuoted {
  readonly stage: string;
  readonly own: Dated & { readonly span: DateSpan };
  readonly asked: Dated & { readonly span: DateSpan };
}

interface StageWindow {
  readonly stage: string;
  readonly dated: OutsideQuoted['own'];
}

/** 第二阶段自, 整改落实阶段（: in front of its days. */
const stageAhead =
  /(第[一二三四五六]阶段|(?!第)\p{Script=Han}{4}阶段)(?:工作)?(?:的?时间)?(?:安排)?[为是：:从自于（(]{0,2}\s*$/u;

/** The name of a stage stands no further in front of its days. */
const farthest = 30;

/** Windows of stages that begin before or end behind what the plan quotes for the same stage. */
export function outsideQuoted(plan: Plan): readonly OutsideQuoted[] {
  const { leading, whole } = quotedDemands(plan);
  if (leading.length === 0 && whole.size === 0) return [];
  const asked: StageWindow[] = [];
  const ours: StageWindow[] = [];
  for (const dated of plan.dates) {
    const window = stageWindow(dated);
    if (!window) continue;
    const { line, expression } = dated;
    const isQuoted =
      whole.has(line) || (leading.includes(line) && lead.test(sentenceTo(line.text, expression.range.start)));
    if (isQuoted) asked.push(window);
    else if (line.place !== 'quote') ours.push(window);
  }
  return ours.flatMap(({ stage, dated }): readonly OutsideQuoted[] => {
    const demand = asked.find((one) => one.stage === stage)?.dated;
    return demand && isOutside(dated.span, demand.span) ? [{ stage, own: dated, asked: demand }] : [];
  });
}

function stageWindow(dated: Dated): StageWindow | undefined {
  const { span, line, expression } = dated;
  if (!span?.start || !span.end || span.precision !== 'day' || !span.yearKnown || span.approximate) return undefined;
  const stage = stageAhead.exec(
    line.text.slice(Math.max(0, expression.range.start - farthest), expression.range.start),
  )?.[1];
  return stage === undefined ? undefined : { stage, dated: { ...dated, span } };
}

/** 整改落实阶段时间不少于两个月: how long a stage has to last, as those above ask. */
const stageLength =
  /(第[一二三四五六]阶段|(?!第)\p{Script=Han}{4}阶段)(?:工作)?(?:的?时间|的?时长|为期)?(?:累计|一般)?(?:为|要|须|应)?$/u;
const LEAST = '(?:不少于|不得少于|不低于|不得低于|至少|不短于)';
const least = new RegExp(`^${LEAST}`);
const leastBehind = new RegExp(`${LEAST}$`);

/** The window of a stage that is shorter than the plan quotes. */
export interface ShorterThanQuoted {
  readonly own: Dated;
  readonly asked: Dated;
}

/** Windows of stages that are shorter than what the plan quotes for the same stage, which it gives but one. */
export function shorterThanQuoted(plan: Plan): readonly ShorterThanQuoted[] {
  const { leading, whole } = quotedDemands(plan);
  if (leading.length === 0 && whole.size === 0) return [];
  const asked = plan.dates.flatMap((dated) => {
    const { line, expression } = dated;
    const { kind, range, amount, comparator } = expression;
    if (kind !== 'duration' || !amount || comparator !== 'atLeast' || !(leading.includes(line) || whole.has(line)))
      return [];
    if (!whole.has(line) && !lead.test(sentenceTo(line.text, range.start))) return [];
    const before = line.text.slice(Math.max(0, range.start - farthest), range.start);
    const words = before.replace(leastBehind, '');
    if (words === before && !least.test(expression.raw)) return [];
    const stage = stageLength.exec(words)?.[1];
    return stage === undefined ? [] : [{ stage, dated, amount }];
  });
  if (asked.length === 0) return [];
  const windows = plan.dates.flatMap((dated) => {
    const window = dated.line.place === 'quote' ? undefined : stageWindow(dated);
    return window ? [window] : [];
  });
  return asked.flatMap(({ stage, dated, amount }): readonly ShorterThanQuoted[] => {
    const [own, more] = windows.filter((one) => one.stage === stage);
    if (!own || more) return [];
    const isShort = compareLength(own.dated.span, amount, 'atLeast', plan.calendar) === 'shorter';
    return isShort ? [{ own: own.dated, asked: dated }] : [];
  });
}

function isOutside(own: DateSpan, asked: DateSpan): boolean {
  const isLate = own.end !== undefined && asked.end !== undefined && compare(own.end, asked.end) > 0;
  const isEarly = own.start !== undefined && asked.start !== undefined && compare(own.start, asked.start) < 0;
  return isLate || isEarly;
}
