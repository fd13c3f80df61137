import { compare } from '../../dates/civil.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Line } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import type { DraftStage } from './draft-stage.ts';

/** 工作步骤：, 分三步进行： at the end of a line, or as the title above; 下一步：, 优化环节 tell ways. */
const lead =
  /(?<!第)[两三四五六分]步(?:走|进行|实施|开展)?(?:如下|是|为)?[：:。]?$|(?:^|。)(?:工作|实施|方法|活动|具体|检查|整改)?(?:步骤|程序|阶段)(?:[：:。]|$)/;
/** 一是宣传发动。 */
const said = /^([一二三四五六])是([\p{Script=Han}“”]{2,10})[。：:（(]/u;
const ordinals = '一二三四五六';
const fewest = 2;

/**
 * Steps that a text counts out behind the word, each on a line of its own: 工作步骤：一是宣传发动。… 二是实名调查。… 三是督促整改。
 * …9月25日前完成. What a step ends with is its time; without days they may be ways to do a thing.
 */
export function saidSteps(sections: readonly DraftSection[], timeline: Timeline): DraftStage[] {
  for (const section of sections) {
    const steps = stepsIn(section, timeline);
    if (isCourse(steps)) return steps;
    const inner = saidSteps(section.sections, timeline);
    if (inner.length > 0) return inner;
  }
  return [];
}

/** At least two of the steps have their days, one behind the other. */
function isCourse(steps: readonly DraftStage[]): boolean {
  const ends = steps.flatMap(({ schedules: [own] }) => own?.span.end ?? []);
  return ends.length >= fewest && ends.slice(1).every((end, at) => compare(ends[at] ?? end, end) <= 0);
}

function stepsIn({ title, body }: DraftSection, timeline: Timeline): DraftStage[] {
  const from = body.findIndex(({ text }) => text.startsWith('一是'));
  if (from < 0 || !lead.test(textAbove(body[from - 1]) ?? title.value)) return [];
  const lines = body.slice(from);
  const end = lines.findIndex(({ text }, at) => said.exec(text)?.[1] !== ordinals.charAt(at));
  const steps = lines.slice(0, end < 0 ? undefined : end);
  return steps.length < fewest ? [] : steps.map((line, at) => stepOn(line, at + 1, timeline));
}

/** 1.工作步骤：, without its number. */
const textAbove = (line: Line | undefined): string | undefined =>
  line?.text.slice(line.facts.number?.range.end ?? 0).trim();

function stepOn(line: Line, ordinal: number, timeline: Timeline): DraftStage {
  const value = said.exec(line.text)?.[2] ?? '';
  const at = '一是'.length;
  const last = timeline.on(line).findLast(({ span }) => span?.end && span.precision !== 'year');
  return {
    ordinal,
    name: { value, range: line.at(at, at + value.length) },
    schedules: last?.span ? [{ span: last.span, origin: 'body', range: last.range }] : [],
    steps: [],
    listed: true,
    tables: [],
    time: { kind: 'none' },
    range: line.range,
  };
}
