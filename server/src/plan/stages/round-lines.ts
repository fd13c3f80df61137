import { compare } from '../../dates/civil.ts';
import type { Dated, Line } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import { isProcessLabel } from './stage-words.ts';
import type { StageInLine } from './stages-in-line.ts';

/** ·初赛：, （1）作品提交时间：, 决赛（ */
const label = /^[\s·•●▪◆*-]{0,4}(\p{Script=Han}{2,14})[ \u3000]?[：:（(]/u;
/** The first clauses behind a label, in which its time stands: 填写报名表，于4月14日前上传. */
const reach = 40;
/** Between the days of one round: 3月30日，4月1日; 5月22日A组，5月23日B组. */
const between = /^[ \u3000]?[\p{Script=Han}A-Z]{0,3}[\s，,、；;和及（）()]{1,3}$/u;
const fewest = 2;

/**
 * The rounds of a contest and the steps of a selection that stand right below one another: 初赛：5月6日至10日，在体育馆举行,
 * 正式报名：填写报名表，于4月16日前上传. Some last, or all of them have a last day: single days are those of events.
 */
export function roundsIn(body: readonly Line[], timeline: Timeline): readonly StageInLine[] {
  const found = body.map((line) => roundOn(line, timeline));
  const from = found.findIndex((one) => one !== undefined);
  if (from < 0) return [];
  const gap = found.findIndex((one, at) => at > from && one === undefined);
  const run = found.slice(from, gap < 0 ? undefined : gap).flatMap((one) => one ?? []);
  const isRun = run.length >= fewest && run.some(({ name }) => ofProcess.test(name)) && areRounds(run);
  return isRun && (run.some(lasts) || run.every(isOpen)) ? run : [];
}

/** 表彰：…, 展示：… alone may be events of a week; one that hands something in, or is chosen in rounds, has these. */
const ofProcess = /报名|提交|申报|投稿|[初复决]|评审|公示/;

const ofEvent = /(?:.赛|展.|评[比选])$/;

/** They go by time, and none ends like another: 作品展示, 网上展示 are parts side by side. */
function areRounds(run: readonly StageInLine[]): boolean {
  const ends = run.flatMap(({ dated: { span } }) => span?.end ?? span?.start ?? []);
  const events = run.flatMap(({ name }) => ofEvent.exec(name)?.[0] ?? []);
  return new Set(events).size === events.length && ends.slice(1).every((end, at) => compare(ends[at] ?? end, end) <= 0);
}

const isOpen = ({ dated: { span } }: StageInLine): boolean => !span?.start || !span.end;
const lasts = ({ dated: { span } }: StageInLine): boolean =>
  span?.start !== undefined && span.end !== undefined && compare(span.start, span.end) < 0;

function roundOn(line: Line, timeline: Timeline): StageInLine | undefined {
  const { text, place, facts } = line;
  if (place === 'cell' || place === 'quote') return undefined;
  const start = facts.number?.range.end ?? 0;
  const [head, name] = label.exec(text.slice(start)) ?? [];
  if (head === undefined || name === undefined || !isProcessLabel(name)) return undefined;
  const from = start + head.length;
  const dated = timeline.on(line).filter(({ span, expression }) => span && expression.range.end > from);
  const [first] = dated;
  if (!first?.span) return undefined;
  const lead = text.slice(from, first.expression.range.start);
  if (lead.length > reach || /[。；;]/.test(lead)) return undefined;
  const words = name.replace(/(?<=..)(?:(?:起止|截止)?(?:时间|日期)|阶段)$/, '');
  return { name: words, ordinal: 0, line, at: text.indexOf(name, start), dated: allDays(text, dated, first) };
}

/** From the first to the last day of those that are listed without a break. */
function allDays(text: string, dated: readonly Dated[], first: Dated): Dated {
  let last = first;
  for (const one of dated) {
    const words = text.slice(last.expression.range.end, one.expression.range.start);
    if (one !== first && !between.test(words)) break;
    last = one;
  }
  const [start, end] = [first.span?.start, last.span?.end];
  if (last === first || !first.span || !start || !end || compare(end, start) < 0) return first;
  const range = { start: first.range.start, end: last.range.end };
  return { ...first, range, span: { ...first.span, end, range } };
}
