import type { DraftSection } from '../draft-section.ts';
import type { Line } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import type { DraftStage } from './draft-stage.ts';

/** 工作步骤：, 分三步进行： at the end of a line, or as the title above. */
const lead = /(?:步骤|程序|阶段|环节|步)(?:进行|实施|开展)?(?:如下|是|为)?[：:]?$/;
/** 一是宣传发动。 */
const said = /^([一二三四五六])是([\p{Script=Han}“”]{2,10})[。：:（(]/u;
const ordinals = '一二三四五六';
const fewest = 2;

/**
 * Steps that a text counts out behind the word, each on a line of its own: 工作步骤：一是宣传发动。… 二是实名调查。… 三是督促整改。
 * …9月25日前完成. What a step ends with is its time; without any day they may be ways to do a thing.
 */
export function saidSteps(sections: readonly DraftSection[], timeline: Timeline): DraftStage[] {
  for (const section of sections) {
    const steps = stepsIn(section, timeline);
    if (steps.some(({ schedules }) => schedules.length > 0)) return steps;
    const inner = saidSteps(section.sections, timeline);
    if (inner.length > 0) return inner;
  }
  return [];
}

function stepsIn({ title, body }: DraftSection, timeline: Timeline): DraftStage[] {
  const from = body.findIndex(({ text }) => text.startsWith('一是'));
  if (from < 0 || !lead.test(body[from - 1]?.text ?? title.value)) return [];
  const lines = body.slice(from);
  const end = lines.findIndex(({ text }, at) => said.exec(text)?.[1] !== ordinals.charAt(at));
  const steps = lines.slice(0, end < 0 ? undefined : end);
  return steps.length < fewest ? [] : steps.map((line, at) => stepOn(line, at + 1, timeline));
}

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
