import { isRange } from '../../dates/expression.ts';
import type { Schedule } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import type { DraftStage } from './draft-stage.ts';
import { timeLabel } from './stage-words.ts';

/** So many stages beside it have their windows. */
const OTHERS = 2;

/**
 * Whether what is taken for the time of a stage is that of its steps: 5月12日召开动员会，各组5月20日前认领问题 below
 * （一）动员部署, where each of the stages beside it has a first and a last day in its heading.
 */
export function hasStepDaysOnly(stage: DraftStage, stages: readonly DraftStage[], timeline: Timeline): boolean {
  const { section, schedules } = stage;
  if (!section || schedules.length === 0 || !schedules.every(isOfText)) return false;
  if (endsByDay.test(section.title.value)) return false;
  const others = stages.filter((one) => one !== stage && one.section?.parent === section.parent);
  if (others.length < OTHERS || !others.every(({ schedules: own }) => own.some(isWindowOfHeading))) return false;
  // 机关于5月10日前, 学校于6月10日前: where the stages go by groups, that is the time of the stage.
  if (others.some(({ schedules: own }) => own.some(({ audience }) => audience !== undefined))) return false;
  const own = new Set(schedules.map(({ range }) => range.start));
  return [section.heading, ...section.body].every(
    (line) =>
      !timeLabel.test(line.text) &&
      timeline
        .on(line)
        .every(({ expression, span, range }) =>
          own.has(range.start) ? span?.precision === 'day' && !isRange(expression) : !isRange(expression),
        ),
  );
}

/** 作品提交: until when something is taken says all about its time. */
const endsByDay = /提交|申报|上报|报送|征集|征稿|投稿|报名|推荐/;
const isOfText = ({ origin }: Schedule): boolean => origin === 'body';
const isWindowOfHeading = ({ origin, span }: Schedule): boolean =>
  origin === 'heading' && span.start !== undefined && span.end !== undefined;
