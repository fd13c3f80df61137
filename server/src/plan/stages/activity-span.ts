import { type DateSpan, isRange } from '../../dates/expression.ts';
import { liesWithin } from '../../text/range.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Dated, Line, Plan } from '../model.ts';
import type { Timeline } from '../timeline.ts';

/** Sections that say when the whole of it takes place: 一、活动时间, （二）整治时间安排. */
const timeOf = /(?:的)?(?:起止时间|时间|期限|周期|日期)(?:和|与|及|、)?(?:安排|要求|步骤|节点|地点|范围)?$/;
/** Behind 本次 or 专项, what the time is said to be of; nothing at all may stand there. */
const wholes = new Set(
  '|活动|项目|建设|施工|实施|整治|治理|行动|工作|起止|检查|创建|举办|开展|整改|试点|总体|集中整治|专项行动|演练|比赛|竞赛|培训|会议|学习|招生|评选|征集|讲座|体检|展览|展出|研学|实践|参观|观摩|演出|惠民演出|巡演|放映|服务|典礼|仪式|晚会|庆祝|表彰|慰问|志愿服务|考试|测评|评审|面试|笔试|换届|换届选举|选举|普查|摸底|大修|检修|抢修|排查|排查整治|隐患排查|隐患排查整治|大排查大整治|专项整治|专项治理|专项检查|整治行动|攻坚|攻坚行动|自查|督查|督导|巡查|植树|开放|义诊|宣传|春游|秋游|军训|团日|党日|主题党日|考核|测试'.split(
    '|',
  ),
);
/** Under such a title, not more than this many lines may stand: a list of days is no window. */
const mostLines = 2;

/** The lines that may name the window of the whole: the opening, and what stands under 活动时间. */
export function spanLines(opening: readonly Line[], sections: readonly DraftSection[]): readonly Line[] {
  return [...opening, ...headedLines(sections)];
}

/**
 * The window of the whole activity: the only one that stands with its year in a section 活动时间, 实施时间
 * and the like; else the first range of months in the opening, or one of days; else that of the section.
 */
export function activitySpan(
  opening: readonly Line[],
  sections: readonly DraftSection[],
  timeline: Timeline,
): DateSpan | undefined {
  const dated = headedLines(sections).flatMap((line) => timeline.on(line).filter((one) => !isOfPart(one)));
  const headed = windowsOn(dated);
  const only = headed.length === 1 && dated.filter(({ span }) => span).length <= 2 ? headed[0] : undefined;
  // What the plan puts under a heading of its own, with its year, is what it means.
  if (only?.yearWritten) return only;
  const spans = opening.flatMap((line) => windowsOn(timeline.on(line).filter((one) => !isOfPart(one))));
  const first = spans.find((span) => span.precision !== 'day') ?? spans[0];
  return first ?? only;
}

/** 集中培训时间为8月20日至8月27日: other parts of the training come before and after. */
function isOfPart({ line, expression }: Dated): boolean {
  const before = line.text.slice(Math.max(0, expression.range.start - REACH), expression.range.start);
  if (ofPart.test(before) || preparedFor.test(before)) return true;
  const behind = behindOf(line, expression.range.end);
  return /[查察视审督]/.test(behind) && (lookedInto.test(behind) || inspected.test(behind));
}

/** The year in which others came to look: what is to be put right is so from then on. */
export function inspectionYear(opening: readonly Line[], timeline: Timeline): number | undefined {
  const dated = opening.flatMap((line) => timeline.on(line));
  const visit = dated.find(({ line, expression }) => inspected.test(behindOf(line, expression.range.end)));
  return visit?.span?.yearKnown ? visit.span.end?.year : undefined;
}

const behindOf = ({ text }: Line, end: number): string => text.slice(end, end + BEHIND);
/** 对我院2023年1月至2024年12月基金使用情况进行了检查: the time that others looked into. */
const lookedInto =
  /^(?:的|期间)?[^，。；]{0,24}(?:情况|工作|收支|责任)(?:进行|开展|实施)了?[^，。；]{0,10}(?:检查|审查|核查|巡[察视]|审计|督[查导察])/;
/** 2月24日至3月28日，县委第三巡察组对局党组进行了巡察: when they did. */
const inspected =
  /^期?间?[，,]?[^，。；]{1,16}对(?:我|本)?[^，。；]{1,24}(?:进行|开展|实施)了[^，。；]{0,10}(?:检查|巡[察视]|审计|督[查导察])/;
const BEHIND = 60;
const REACH = 24;
/** 为做好2026年迎峰度夏期间（6月15日至9月15日）的保供: what the plan prepares for. */
const preparedFor = /为[^，。；]{0,16}(?:期间|时期)[（(]$/;
const ofPart = /(?:集中|脱产|线下|线上|封闭)(?:培训|学习|授课|面授|研修|训练)的?时间(?:为|是|定于|安排在|[：:])?$/;

/** The only year that stands under 活动时间 and the like: the dates of the other sections are of it. */
export function statedYear(sections: readonly DraftSection[], timeline: Timeline): number | undefined {
  let year: number | undefined;
  for (const line of headedLines(sections)) {
    for (const { span } of timeline.on(line)) {
      const own = span?.yearWritten ? (span.start ?? span.end)?.year : undefined;
      if (own !== undefined && year !== undefined && own !== year) return undefined;
      year ??= own;
    }
  }
  return year;
}

/** Whether a title says that what stands below tells when the whole takes place. */
export function isTimeTitle(title: string): boolean {
  if (!/[时期]/.test(title)) return false;
  const words = title.replace(/[\s\u3000]+/g, '');
  const at = words.search(timeOf);
  if (at < 0) return false;
  const whole = words.slice(0, at);
  return wholes.has(whole) || (/^(?:本次|专项)/.test(whole) && wholes.has(whole.slice(2)));
}

/** Whether the window of the whole stands under 活动时间 and the like, and not in the opening. */
export function hasHeadedSpan({ span, sections }: Pick<Plan, 'span' | 'sections'>): boolean {
  if (!span) return false;
  const holds = ({ title, range }: Headed) => isTimeTitle(title.value) && liesWithin(span.range, range);
  return sections.some((section) => holds(section) || (isSheetTitle(section) && section.sections.some(holds)));
}

type Headed = Pick<DraftSection, 'title' | 'range'>;

/** 一、会议名称、时间和地点, 一、活动概况: below it （二）时间 is said of the whole. */
const sheetTitle = /时间.{0,6}地点|名称|概况|基本(?:情况|信息|安排)/;
const isSheetTitle = ({ title }: Headed): boolean => sheetTitle.test(title.value);

function headedLines(sections: readonly DraftSection[]): readonly Line[] {
  return sections.flatMap((section) => {
    if (section.sections.length > 0) return isSheetTitle(section) ? linesBelow(section.sections) : [];
    return linesBelow([section]);
  });
}

function linesBelow(sections: readonly DraftSection[]): readonly Line[] {
  return sections.flatMap((section) => {
    if (section.sections.length > 0 || !isTimeTitle(section.title.value)) return [];
    const lines = section.runIn === undefined ? section.body : [section.heading, ...section.body];
    return lines.length <= mostLines ? lines : [];
  });
}

/** Ranges in the statements of a line; 从2009年9月开始，2010年2月底结束 is one as well. */
export function windowsOn(dated: readonly Dated[]): readonly DateSpan[] {
  const windows: DateSpan[] = [];
  dated.forEach(({ span, expression, line }, at) => {
    if (!span) return;
    const { from, to } = expression;
    if (isRange(expression) && span.start && span.end) windows.push(span);
    const next = dated[at + 1];
    if (!from || to || !next?.span?.end || next.line !== line) return;
    if (next.expression.range.start - expression.range.end > 4) return;
    if (!/^(?:前|底|止)?(?:基本)?(?:结束|完成)/.test(line.text.slice(next.expression.range.end))) return;
    const range = { start: span.range.start, end: next.span.range.end };
    windows.push({ ...next.span, ...(span.start ? { start: span.start } : {}), range });
  });
  return windows;
}
