import type { Plan, Section } from '../../../plan/model.ts';
import type { Miscount } from './issues.ts';

const FAR = 2;

/** 分三个阶段，共九个环节, and ten of them numbered in the stages. */
export function unequalSteps({ enumerations, stages }: Plan): readonly Miscount[] {
  const told = enumerations.filter(
    ({ announcement: { noun, slogan }, line }) => !slogan && noun === '环节' && line.text.includes('阶段'),
  );
  const [only, more] = told;
  // The stages themselves are no steps.
  if (!only || more || only.lists.some(({ origin, count }) => origin !== 'sections' || count !== stages.length))
    return [];
  const { announcement, line, range, announced } = only;
  if (!/阶段[、，,]?(?:总共|一共|共|共计|合计)?$/.test(line.text.slice(0, announcement.range.start))) return [];
  const counts = stages.map(({ section }) => section && countedIn(section));
  if (stages.length < 2 || counts.includes(undefined)) return [];
  const listed = counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (listed === announced || Math.abs(listed - announced) > FAR) return [];
  return [{ written: line.text.slice(announcement.range.start, announcement.range.end), listed, range }];
}

/** How many numbered parts a stage has; undefined where they are not counted through, or have parts of their own. */
function countedIn({ sections }: Section): number | undefined {
  const [first] = sections;
  const isCounted = sections.every(
    ({ number, sections: inner }, at) =>
      number?.kind === first?.number?.kind && number?.value === at + 1 && inner.length === 0,
  );
  return first && isCounted ? sections.length : undefined;
}
