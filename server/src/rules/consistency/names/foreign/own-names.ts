import { bodyOfTitle } from '../../../../plan/bodies.ts';
import type { Plan, PlanDocument } from '../../../../plan/model.ts';
import type { Range } from '../../../../text/range.ts';

/** A name by which the plan's own body goes, and where it says so. */
export interface OwnName {
  readonly name: string;
  readonly range?: Range;
}

/**
 * The names of the body that a plan comes from, the surest first: front matter (`issuer`), title,
 * signature. What front matter and configuration list as `organisations` is known, but may be anybody's.
 */
export function ownNamesOf(plan: Plan, { frontMatter }: PlanDocument): readonly OwnName[] {
  const names: OwnName[] = [];
  const issuer = frontMatter?.values.get('issuer');
  if (typeof issuer?.value === 'string') names.push({ name: issuer.value, range: issuer.range });
  const inTitle = plan.title && bodyOfTitle(plan.title.value);
  if (plan.title && inTitle) names.push({ name: inTitle.name, range: plan.title.range });
  if (plan.issuer) names.push({ name: plan.issuer.value, range: plan.issuer.range });
  return names;
}

/** The names that the front matter lists: `organisations`, `superior`. */
export function declaredNames({ frontMatter }: PlanDocument): readonly string[] {
  return ['organisations', 'superior'].flatMap((key) => textsIn(frontMatter?.values.get(key)?.value));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}
