import { isRange } from '../../dates/expression.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Dated, Line } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import { roundsIn } from './round-lines.ts';
import type { StageInLine } from './stages-in-line.ts';

/** Where the days of an activity stand one below the other. */
const scheduleTitle =
  /(?:活动|比赛|竞赛|大赛|赛事|评选|工作|项目)(?:日程|进度|时间线|时间安排|计划|安排)|^(?:日程|进度|时间|赛程)(?:安排|计划|表)?$|时间[线点]$|时间节点$|重要(?:日期|时间)$/;
/** Below these, days are those of tasks. */
const tasksTitle = /任务|要求|职责|分工|须知|注意/;
/** Fewer lines are no schedule, and with fewer windows among them it is a list of days. */
const fewestLines = 3;
const fewestWindows = 2;
/** One line in so many may be written in another way: 11 月 上 旬 优秀项目公示. */
const mostMissed = 5;
const hour = /\d[:：]\d\d|\d[时点]/;
/** 提交：至7月5日23:59 is a limit like 7月5日; what begins at nine is a part of a programme. */
const untilHour = /截[止至]|[：:]至|前$|(?:23[:：]59|24[:：]00)$/;
/** 投稿：7 月 5 号—8 月 5 日, 项目 Demo Day：7月17日 */
const inFront = /^([\p{Script=Han}A-Za-z（）()&、/／ ]{2,24})[：:]$/u;
/** 报名截止时间：6月30日: the words of the label are a part of the time. */
const ownLabel = /^截[止至][^\d]*[：:]/;
/** 5月24日—6月13日 提交项目申请阶段 */
const behind = /^[ \u3000]*[：:]?[ \u3000]*([\p{Script=Han}A-Za-z（）()&、/／]{2,24})$/u;

/**
 * The parts of an activity that its schedule lists line by line, each with its window or its day: 投稿：7月5日—8月5日, or
 * 5月24日—6月13日 提交项目申请. Hours make a programme of it, and other words a text. The rounds of a contest need no such
 * title above them.
 */
export function stagesOfSchedule(sections: readonly DraftSection[], timeline: Timeline): readonly StageInLine[] {
  for (const section of sections) {
    const schedule = partsOf(section, timeline);
    const found =
      schedule.length > 0 || tasksTitle.test(section.title.value) ? schedule : roundsIn(section.body, timeline);
    if (found.length > 0) return found;
    const inner = stagesOfSchedule(section.sections, timeline);
    if (inner.length > 0) return inner;
  }
  return [];
}

function partsOf({ title, body, sections }: DraftSection, timeline: Timeline): readonly StageInLine[] {
  if (body.length < fewestLines || sections.length > 0 || !scheduleTitle.test(title.value)) return [];
  const found = body.flatMap((line) => partOn(line, timeline) ?? []);
  const windows = found.filter(({ dated }) => isRange(dated.expression)).length;
  const missed = body.length - found.length;
  return missed * mostMissed <= body.length && windows >= fewestWindows ? found : [];
}

function partOn(line: Line, timeline: Timeline): StageInLine | undefined {
  const dated = timeline.on(line).filter(({ span }) => span);
  const [only] = dated;
  const { text, place } = line;
  if (!only?.span || dated.length > 1 || place === 'cell' || place === 'quote') return undefined;
  if (hour.test(text) && !untilHour.test(text)) return undefined;
  const name = nameBeside(text, line.facts.number?.range.end ?? 0, only);
  return name && { name: name.words, ordinal: 0, line, at: name.at, dated: only };
}

function nameBeside(
  text: string,
  from: number,
  { expression: { range, raw } }: Dated,
): { readonly words: string; readonly at: number } | undefined {
  const ahead = text.slice(from, range.start).trim();
  const before = inFront.exec(ownLabel.test(raw) ? `${ahead}：` : ahead)?.[1];
  if (before !== undefined && text.slice(range.end).trim() === '')
    return { words: before, at: text.indexOf(before, from) };
  const after =
    text.slice(0, range.start).trim() === '' ? behind.exec(text.slice(range.end).trimEnd())?.[1] : undefined;
  return after === undefined ? undefined : { words: after, at: text.indexOf(after, range.end) };
}
