import { compare } from '../../../dates/civil.ts';
import { isSheet, labelOn } from '../../../plan/labels.ts';
import type { Dated, Line, Plan, Section } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

const windowHere = { zh: '活动时间“{raw}”', en: 'The event is on “{raw}”' };
/** What is done before and after the days of an event. */
const around =
  /准备|筹备|报名|动员|宣传|发动|部署|征集|征稿|投稿|提交|报送|上报|上交|推荐|初审|评审|评选|公示|总结|评比|表彰|颁奖|归档|彩排|布置|布展|培训|通知|报到|抽签|顺延|备用|延期/;

/** Items of the programme on the sheet of an activity that lie outside of its days. */
export function itemsOutsideEvent(plan: Plan): readonly Finding<'outsideEvent'>[] {
  const { span } = plan;
  if (!span?.start || !span.end || !span.yearKnown || !isSheet(plan)) return [];
  const lines = new Set<Line>();
  for (const section of plan.sections) {
    const groups = labelOn(section.heading.facts)?.groups;
    if (groups?.includes('programme') && !groups.includes('time')) collect(section, lines);
  }
  if (lines.size === 0) return [];
  const dated = plan.dates.filter((one) => lines.has(one.line) && isDay(one));
  const outside = dated.filter(
    ({ span: own, line }) =>
      own?.start &&
      own.end &&
      !around.test(line.text) &&
      (compare(own.start, span.end ?? own.start) > 0 || compare(own.end, span.start ?? own.end) < 0),
  );
  // Where most items lie outside, the window is not theirs.
  if (outside.length * 2 > dated.length) return [];
  return outside.map(({ expression, range }) => ({
    message: 'outsideEvent',
    params: { raw: expression.raw, event: span.raw },
    range,
    related: [{ message: windowHere, params: { raw: span.raw }, range: span.range }],
  }));
}

function collect({ body, sections }: Section, lines: Set<Line>): void {
  for (const line of body) lines.add(line);
  for (const section of sections) {
    lines.add(section.heading);
    collect(section, lines);
  }
}

function isDay({ expression, span }: Dated): boolean {
  return expression.kind === 'span' && span?.precision === 'day' && span.yearKnown;
}
