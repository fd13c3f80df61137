import { lineMemo } from '../facts.ts';
import { partStart } from '../line/sentences.ts';
import type { Schedule, Section } from '../model.ts';

/** Who does something, told in front of a last day in the same sentence: 台账由社会工作部牵头，4月30日前完成. */
const duty = /由[^。；;]{2,30}(?:负责|牵头|承办|组织|实施)|(?:责任|牵头|承办|主办)(?:单位|部门|人|领导|科室)/;

/** By date of the line: whether its sentence has said who does something. */
const withDuty = lineMemo(({ text, dates }) =>
  dates.map(({ range: { start } }) => {
    const sentence = partStart(text, start);
    return { start, says: duty.test(text.slice(Math.max(sentence, start - farthest), start)) };
  }),
);
const farthest = 120;

/** The windows of a stage without the last days of its works, which stand in its text as well. */
export function withoutStepLimits(
  schedules: readonly Schedule[],
  section: Pick<Section, 'heading' | 'body'> | undefined,
): readonly Schedule[] {
  if (!section || !schedules.some(mayBeLimit)) return schedules;
  const lines = [section.heading, ...section.body];
  return schedules.filter((schedule) => {
    if (!mayBeLimit(schedule)) return true;
    const { range } = schedule;
    const line = lines.find((one) => one.range.start <= range.start && range.end <= one.range.end);
    const at = line?.facts.dates.find((date) => line.at(date.range.start, date.range.end).start === range.start);
    return !line || !at || !withDuty(line.facts).some(({ start, says }) => says && start === at.range.start);
  });
}

function mayBeLimit({ span, origin, audience }: Schedule): boolean {
  return origin === 'body' && audience === undefined && span.start === undefined;
}
