import type { Located } from '../../text/range.ts';
import { audienceIn, groupsOf, mayNameAudience } from '../constraints/audiences.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Dated, Line, Schedule, TableCell } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import { isTimeTitle } from './activity-span.ts';
import { stageKey } from './stage-key.ts';

/** A stage while what is told of it is brought together. */
interface StageInWork {
  readonly name: Located<string>;
  readonly section?: DraftSection;
  readonly schedules: Schedule[];
}

/** A line that divides the whole: 活动分三个阶段进行. */
const inStages = /分[为成]?[两二三四五六2-6]个?(?:阶段|步骤|环节)/;
const timeTitle = /时间|进度|步骤|阶段/;
/** Between the name of a stage and its window: 走访摸底阶段（从…, 走访摸底：…. */
const between =
  /^(?:工作)?(?:阶段)?(?:工作)?[”"]?(?:的)?(?:起止)?(?:时间|期限)?(?:安排)?[：:（(，,\s]*(?:从|自|于|在|为|是)?$/;
/** Between a window and the name of its stage: 3月2日至4月10日为走访摸底阶段. */
const behind = /^[）)：:，,\s]*(?:为|是|作为|开展|进行)?[“"]?$/;
const farthest = 24;

const none: ReadonlySet<Line> = new Set();

/**
 * The windows that a part about the time gives to one group after another, of stages that are described elsewhere and
 * have none there: （一）镇、街道机关。走访摸底阶段：3月2日至4月10日；集中化解阶段：….
 * @returns the lines that were read so
 */
export function tellGroupWindows(
  stages: readonly StageInWork[],
  opening: readonly Line[],
  sections: readonly DraftSection[],
  timeline: Timeline,
): ReadonlySet<Line> {
  const bare = stages.flatMap((stage) => {
    const key = stageKey(stage.name.value);
    return stage.section && stage.schedules.length === 0 && key.length >= 2 ? [{ stage, key }] : [];
  });
  if (bare.length === 0) return none;
  const lines = new Set<Line>();
  const described = new Set(stages.map(({ section }) => section));
  const read = (line: Line, around: string | undefined): void => {
    const dates = timeline.on(line);
    const audience = dates.length === 0 ? undefined : (around ?? headAudience(line, dates));
    if (audience === undefined) return;
    for (const { stage, key } of bare) {
      const found = line.text.includes(key) ? windowsOn(line, key, dates, audience) : [];
      if (found.length > 0) lines.add(line);
      stage.schedules.push(...found);
    }
  };
  for (const line of opening) if (inStages.test(line.text)) read(line, undefined);
  const visit = (section: DraftSection, time: boolean, around: string | undefined): void => {
    if (described.has(section)) return;
    const title = section.title.value;
    const audience = groupsOf(title).length > 0 ? title : around;
    const told = time || isTimeTitle(title) || (title.length <= 16 && timeTitle.test(title));
    for (const line of [section.heading, ...section.body]) if (told || inStages.test(line.text)) read(line, audience);
    for (const inner of section.sections) visit(inner, told, audience);
  };
  for (const section of sections) visit(section, false, undefined);
  return lines;
}

/**
 * Parts that are about a group each (（一）镇、街道机关。走访摸底阶段：…；集中化解阶段：…) and look like stages since
 * they have windows: they tell when the stages take place that are described elsewhere.
 */
export function isPartOfGroup({ section }: StageInWork, stages: readonly StageInWork[]): boolean {
  if (!section || groupsOf(section.title.value).length === 0) return false;
  const lines = [section.heading, ...section.body];
  return stages.some((other) => {
    const key = other.section?.parent === section.parent ? '' : stageKey(other.name.value);
    return key.length >= 2 && lines.some(({ text }) => text.includes(key));
  });
}

function windowsOn({ text }: Line, key: string, dates: readonly Dated[], audience: string): readonly Schedule[] {
  return dates.flatMap(({ expression, span, range }) => {
    if (!span) return [];
    const { start, end } = expression.range;
    const before = text.slice(Math.max(0, start - farthest - key.length), start);
    const after = text.slice(end, end + farthest + key.length);
    const [named, follows] = [before.lastIndexOf(key), after.indexOf(key)];
    const isNamed = named >= 0 && between.test(before.slice(named + key.length));
    // 走访摸底阶段3月至4月，集中化解阶段5月至6月: what follows is the name of the next one.
    const isFollowed =
      !isNamed && follows >= 0 && behind.test(after.slice(0, follows)) && !/阶段[：:（(从自]*$/.test(before);
    return isNamed || isFollowed ? [{ span, origin: 'body', range, audience }] : [];
  });
}

/** Whom a line is about that begins with them: 镇、街道机关从3月2日开始…，其中走访摸底阶段…. */
function headAudience({ text }: Line, [first]: readonly Dated[]): string | undefined {
  return first && audienceIn(text.slice(0, first.expression.range.start));
}

/** Windows of a cell that names those for whom each is: 机关：3月2日至4月10日；村、社区：3月16日至5月15日. */
export function groupWindowsIn(
  { lines }: TableCell,
  timeline: Timeline,
): readonly Required<Pick<Schedule, 'audience' | 'span' | 'range'>>[] {
  return lines.flatMap((line) => {
    if (line.facts.dates.length === 0 || !mayNameAudience(line.text)) return [];
    let behindLast = 0;
    return timeline.on(line).flatMap(({ expression, span, range }) => {
      const before = line.text.slice(behindLast, expression.range.start);
      behindLast = expression.range.end;
      const from = Math.max(...[...'；;。，,'].map((sign) => before.lastIndexOf(sign))) + 1;
      const audience = audienceIn(before.slice(from).trim());
      return span && audience !== undefined ? [{ audience, span, range }] : [];
    });
  });
}
