import { type DateSpan, isRange } from '../../dates/expression.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Dated, Line, Schedule } from '../model.ts';
import type { Timeline } from '../timeline.ts';

/**
 * The time of a stage that has none of its own and whose works all begin with theirs (1.8月底前，…梳理任务。2.9月底前，…制定方案。):
 * it lasts until the last of them, and begins with the first one where that tells when it begins.
 */
export function timeOfItems(section: DraftSection, timeline: Timeline): readonly Schedule[] {
  const items = section.sections.length > 0 ? section.sections.map(({ heading }) => heading) : listed(section.body);
  if (items.length < 2) return [];
  const times = items.flatMap((line) => firstTime(line, timeline) ?? []);
  const [first] = times;
  const last = times.at(-1);
  if (!first?.span || !last?.span?.end || times.length < items.length) return [];
  const { start: _, ...rest } = last.span;
  const begin = isRange(first.expression) ? first.span.start : undefined;
  const span: DateSpan = begin ? { start: begin, ...rest } : { ...rest, deadline: true };
  return [{ span, origin: 'body', range: last.range }];
}

/** Items of a list, where nothing else stands in the body. */
function listed(body: readonly Line[]): readonly Line[] {
  return body.every(({ place, depth, facts }) => (place === 'item' && depth === 1) || facts.number) ? body : [];
}

/** The time with which a line begins behind its number. */
function firstTime(line: Line, timeline: Timeline): Dated | undefined {
  const first = timeline.on(line)[0];
  const from = line.facts.number?.range.end ?? 0;
  if (!first?.span?.end) return undefined;
  return /^[*\s：:]{0,4}(?:在|于|到)?$/.test(line.text.slice(from, first.expression.range.start)) ? first : undefined;
}
