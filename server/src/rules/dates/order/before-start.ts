import { compare } from '../../../dates/civil.ts';
import type { Plan, Section } from '../../../plan/model.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import type { Finding } from '../../rule.ts';
import { stageWindow } from './outside.ts';
import { within } from './within.ts';

/** Of every line that speaks of a start. */
export const startSign = sign({ words: ['式开', '式启'] });
const beforeStart = /[^。；，]{0,16}正式(?:开始|启动|开展)(?:之|以)?前/;

/** Preparations for 正式开始前 that are dated on or behind the first day. */
export function afterStart(section: Section, plan: Plan): readonly Finding<'afterStart'>[] {
  const start = plan.stages[0]?.schedules[0]?.span ?? plan.span;
  if (!start?.start) return [];
  for (let at = -1; at < section.body.length; at++) {
    const line = at < 0 ? section.heading : section.body[at];
    const match = line && hasSign(line.facts, startSign) ? beforeStart.exec(line.text) : null;
    if (!line || !match) continue;
    const late = within(plan.dates, section.range).find(({ expression, span }) => {
      if (expression.kind !== 'span' || !span?.start || !start.start || span.yearKnown !== start.yearKnown)
        return false;
      return span.precision === 'day' && span.raw !== start.raw && compare(span.start, start.start) >= 0;
    });
    if (!late) return [];
    return [
      {
        message: 'afterStart',
        params: { raw: late.expression.raw, otherRaw: start.raw },
        range: line.at(match.index, match.index + match[0].length),
        related: [
          {
            message: { zh: '准备工作的时间“{raw}”', en: 'The date of the preparation, “{raw}”' },
            params: { raw: late.expression.raw },
            range: late.range,
          },
          { message: stageWindow, params: { raw: start.raw }, range: start.range },
        ],
        severity: 'info',
      },
    ];
  }
  return [];
}
