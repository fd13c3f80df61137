import type { DraftSection } from './draft-section.ts';
import { lineMemo } from './facts.ts';
import type { Line } from './model.ts';
import { WEEK } from './stages/phase.ts';
import { isStageName, stepsTitle } from './stages/stage-words.ts';
import { titleLength } from './title-in-line.ts';

/** A stage without number; one that is not called 阶段 (- 自查自纠（4月）：…) stands in a list below 实施步骤. */
export function isBareStage(line: Line, open: readonly DraftSection[]): boolean {
  if (opensWithStage(line.facts)) return true;
  if (isPhaseLine(line.facts)) return line.place === 'paragraph' || (line.depth === 1 && isBelow(stepsOrFlow, open));
  if (isWeekLine(line.facts)) return isBelow(stepsOrSchedule, open);
  if (line.place !== 'item' || line.depth !== 1 || line.facts.number || !isCalledLikeStage(line.facts)) return false;
  return isBelow(stepsTitle, open);
}

/** Numbered items within the stage in front of a line are inner ones: what holds them counts. */
function isBelow(title: RegExp, open: readonly DraftSection[]): boolean {
  const holder = open.findLast(({ bare, heading }) => !bare && heading.place !== 'item');
  return title.test(holder?.title.value ?? '');
}
const stepsOrFlow = new RegExp(`${stepsTitle.source}|流程|进度`);

const stepsOrSchedule = new RegExp(`${stepsTitle.source}|(?:时间|进度|学习|实施)规划|里程碑|进度`);

const isCalledLikeStage = lineMemo(({ text }) => {
  const name = listedStage.exec(text)?.[1];
  return name !== undefined && isStageName(name);
});
const listedStage = /^([一-龥“”、]{4,14})(?:[（(][^（()）]{2,40}[)）])?(?:[：:。]|$)/;

/**
 * - 集中排查阶段（7月1日—15日）：…: a stage without number, in a list or on a line of its own. What says nothing
 * but a window (排查阶段：7月1日至15日。) speaks of a stage that stands elsewhere.
 */
const opensWithStage = lineMemo(({ text }) => {
  const head = text.includes('阶段') ? plainStage.exec(text)?.[0] : undefined;
  return head !== undefined && !/^[^，。；]*月[^，。；]*[。；]?$/.test(text.slice(head.length));
});
const plainStage =
  /^(?![各本该全上下现每此这在到至])[一-龥“”、]{2,12}阶段(?:[：:]|[（(][^（()）]{2,40}[)）](?:[：:]|$))/;

/** 阶段一：征集作品（3月1日至15日） alone on its line. */
const isPhaseLine = lineMemo(({ text }) => text.startsWith('阶段') && phaseLine.test(text));
const phaseLine = /^阶段(?:[一二三四五六七八九十]|\d{1,2})[ \u3000]?[：:][ \u3000]?[^，,。；;]{2,40}$/;

/** 第一周：质量隐患大排查 —— 以班组为单元，… in front of its text. */
const isWeekLine = lineMemo(({ text }) => weekLine.test(text));
const weekLine = new RegExp(`^${WEEK}[：:][ \\u3000]?[^，,。；;：]{2,24}`);

/** 第一阶段：…, 第一阶段为…阶段。 and a short line are headings; 第一阶段工作基本结束时，… is a sentence. */
export const isStageHeading = lineMemo(({ text, number }) => {
  if (number?.mark !== '' || number.blanks !== '') return true;
  const rest = text.slice(number.range.end);
  if (rest === '' || /^[（(“—―-]/.test(rest)) return true;
  if (/^(?:排[行名]|成绩|得分|平均分|名单)/.test(rest)) return false;
  const sentence = /^[^。；]*/.exec(rest)?.[0] ?? '';
  if (/^[为是]/.test(rest)) return sentence.length <= titleLength && !/[，,]/.test(sentence);
  return rest.length <= 20 && !/[，。；,]/.test(rest);
});

/** 第一步：动员部署（3月1日至15日） below 实施步骤, and the steps that go on from it, with or without days. */
export function isStepHeading(line: Line, open: readonly DraftSection[]): boolean {
  if (line.facts.number?.value !== 1) return open.some(isStep) && isStageHeading(line.facts);
  return isDatedStep(line.facts) && open.some(({ title }) => stepsTitle.test(title.value));
}

export const isStep = ({ number, style }: DraftSection): boolean => number?.kind === 'stepOrdinal' && style === 'stage';

const isDatedStep = lineMemo(({ text }) =>
  /^[^。；]{3,24}[（(][^（()）]{0,12}\d[^（()）]{0,2}[年月][^（()）]{0,24}[)）]/.test(text),
);
