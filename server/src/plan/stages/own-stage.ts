import type { DateSpan } from '../../dates/expression.ts';
import { readNumber } from '../../numbering/read.ts';
import type { DraftSection } from '../draft-section.ts';
import { partStart } from '../line/sentences.ts';
import type { Dated, Line } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import type { DraftStage } from './draft-stage.ts';
import { STAGE_PLAN } from './stage-words.ts';

/** A plan about one stage of a larger activity: its title or its opening names the stage and gives its window. */
export function ownStage(
  opening: readonly Line[],
  sections: readonly DraftSection[],
  title: string,
  timeline: Timeline,
): DraftStage | undefined {
  const inTitle = /第[一二三四五六]阶段/.exec(title)?.[0];
  const names = inTitle ? [] : [...title.matchAll(/[一-龥]{4}(?=阶段)/g)].map(([name]) => name);
  const top = sections.flatMap((section) => [section, ...(names.length > 0 ? section.sections : [])]);
  const candidates = [...opening, ...top.flatMap(({ heading, body }) => [heading, ...body.slice(0, 3)])];
  for (const line of candidates) {
    if (!line.text.includes('阶段')) continue;
    for (const dated of timeline.on(line)) {
      if (!dated.span || (!dated.span.start && !dated.span.end)) continue;
      const sentence = sentenceBefore(line.text, dated.expression.range.start);
      if (sentence === undefined) continue;
      const called = names.find((name) => endsWithStage(sentence, name));
      if (called !== undefined) return stageNamed(called, 0, line, called, dated, dated.span);
      const [only, more] = names;
      if (only && !more && endsWithStage(sentence, '本')) return stageNamed(only, 0, line, '本阶段', dated, dated.span);
      const named =
        /第[一二三四五六]阶段/.exec(sentence)?.[0] ?? (inTitle && /阶段/.test(sentence) ? inTitle : undefined);
      if (!named || (inTitle && named !== inTitle)) continue;
      const inner = innerName.exec(sentence)?.[1] ?? titleName.exec(title)?.[1] ?? ownName.exec(sentence)?.[1];
      const ordinal = readNumber(named)?.value ?? 0;
      return stageNamed(inner ?? named, ordinal, line, inner ?? '阶段', dated, dated.span);
    }
  }
  return undefined;
}

/** 第三阶段（整改落实）从. */
const innerName = /第[一二三四五六]阶段[“"（(]?([\p{Script=Han}]{2,8}?)(?:阶段)?[”"）)]?(?:从|自|时间|（|\(|为|是|$)/u;
/** 第三阶段（整改落实）工作方案. */
const titleName = new RegExp(
  `第[一二三四五六]阶段[“"（(]?((?!工作|实施|活动|具体)[\\p{Script=Han}]{4,8}?)(?:阶段)?[”"）)]?${STAGE_PLAN}`,
  'u',
);
/** 整改落实阶段从. */
const ownName = /^((?!第|本|[这该])[\p{Script=Han}]{4})阶段(?:从|自|时间|[（(])/u;

/** 分析检查阶段(工作的时间)从…, of a plan whose title names that stage. */
function endsWithStage(sentence: string, name: string): boolean {
  const at = sentence.lastIndexOf(`${name}阶段`);
  return (
    at >= 0 &&
    /^(?:工作)?(?:的?时间)?(?:安排)?[为是：:从自于]{0,2}[\s“（(]*$/.test(sentence.slice(at + name.length + 2))
  );
}

/** @param words those of the line that stand for the stage; its name may be that of the title */
function stageNamed(
  name: string,
  ordinal: number,
  line: Line,
  words: string,
  { range }: Dated,
  span: DateSpan,
): DraftStage {
  const at = Math.max(0, line.text.indexOf(words));
  return {
    ordinal,
    name: { value: name, range: line.at(at, at + words.length) },
    schedules: [{ span, origin: 'body', range }],
    steps: [],
    tables: [],
    time: { kind: 'own', span, range },
    range: line.range,
  };
}

/** Further ahead of its window a stage is not named. */
const farthest = 40;

/** The sentence up to an index; undefined where it is longer than that. */
function sentenceBefore(text: string, end: number): string | undefined {
  const around = text.slice(Math.max(0, end - farthest - 1), end);
  const sentence = around.slice(partStart(around, around.length));
  return sentence.length > farthest ? undefined : sentence;
}
