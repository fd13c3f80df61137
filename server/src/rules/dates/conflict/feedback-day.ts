import { compare } from '../../../dates/civil.ts';
import { partEnd, partStart } from '../../../plan/line/sentences.ts';
import type { Dated, Plan } from '../../../plan/model.ts';

/** The day on which issues were fed back, said twice. */
export interface FeedbackConflict {
  readonly place: Dated;
  readonly other: Dated;
}

/** 3月6日，县委第三巡察组向局党组反馈了巡察意见: in the opening, when the office learned what is to be put right. */
const told = /^(?:[上下]午)?[，,]?[^。；，,\d]{0,24}(?:反馈(?!会)|交办|移交)/;
/** 自3月10日反馈之日起, 4月18日县委第三巡察组反馈意见后: pointed at later on. */
const pointedAt = /^[^，。；、\d]{0,16}(?:反馈|交办|移交)(?:意见|问题)?(?:之日|以后|之后|以来|后|的(?:意见|问题))/;
/** 第二轮, 又反馈了: there was more than one. */
const another = /再次|又|第[二三四五六][次轮批]|分别|上[一轮次]|两[次轮批]|补充|初步|书面/;

/** A day of feedback that is not the one of the opening, where the plan tells but one. */
export function feedbackConflicts(plan: Plan): readonly FeedbackConflict[] {
  const days = plan.dates.filter(
    ({ line, expression, span }) =>
      line.place !== 'quote' && expression.kind === 'span' && isDay(span) && /反馈|交办|移交/.test(line.text),
  );
  const first = days.filter((dated) => plan.opening.includes(dated.line) && told.test(behindOf(dated)));
  const [other, more] = first;
  if (!other || more || another.test(around(other))) return NONE;
  return days.flatMap((place): readonly FeedbackConflict[] => {
    if (place === other || place.line === other.line || !pointedAt.test(behindOf(place)) || another.test(around(place)))
      return NONE;
    const [source, theirs] = [sourceOf(place), sourceOf(other)];
    if (source !== '' && !theirs.endsWith(source) && !source.endsWith(theirs)) return NONE;
    if (deedOf(place) !== deedOf(other) || /信访|线索|日报|每日|去年|上年/.test(around(place) + around(other)))
      return NONE;
    const [one, two] = [place.span?.start, other.span?.start];
    if (!one || !two || place.span?.yearKnown !== other.span?.yearKnown || compare(one, two) === 0) return NONE;
    return [{ place, other }];
  });
}
const NONE: readonly never[] = [];

const isDay = (span: Dated['span']): boolean =>
  span?.precision === 'day' && !!span.start && (!span.end || compare(span.start, span.end) === 0);

const behindOf = ({ line, expression }: Dated): string =>
  line.text.slice(expression.range.end, expression.range.end + 48);

/** 反馈, 交办, 移交: what was done on that day. */
const deedOf = (dated: Dated): string => /反馈|交办|移交/.exec(behindOf(dated))?.[0] ?? '';

/** Who did it: 县委第三巡察组; empty where it is left out. */
const sourceOf = (dated: Dated): string =>
  (/^(?:[上下]午)?[，,]?([^，。；：]*?)(?:向[^，。；]*)?(?:反馈|交办|移交)/.exec(behindOf(dated))?.[1] ?? '').replace(
    /[的，]$/,
    '',
  );

/** The sentence of a day, as far as it tells of the day. */
const around = ({ line: { text }, expression: { range } }: Dated): string =>
  text.slice(
    Math.max(partStart(text, range.start), range.start - 16),
    Math.min(partEnd(text, range.end), range.end + 40),
  );
