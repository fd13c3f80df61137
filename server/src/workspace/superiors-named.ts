import { frontSuperior } from '../plan/front-matter.ts';
import type { Plan, PlanDocument } from '../plan/model.ts';
import { TitleIndex } from '../rules/superior/title-index.ts';
import { directoryOf, placeKey, resolvePath } from './paths.ts';
import { pathsMeant } from './superior-paths.ts';

/** A plan of several files that are read as one text. */
export interface PlanOfFile {
  readonly plan: Plan;
  /** Which of the files it stands in. */
  readonly at: number;
}

/** A file of the bundle as it is by itself. */
export interface FileOfBundle {
  readonly path: string;
  readonly document: PlanDocument | undefined;
}

/** The plans of other files that the front matter of each file names behind `superior:`, by path or by title. */
export function superiorsNamed(
  plans: readonly PlanOfFile[],
  files: readonly FileOfBundle[],
): ReadonlyMap<Plan, readonly Plan[]> {
  const wishes = files.map(({ document }) => frontSuperior(document?.frontMatter).map(({ value }) => value));
  const found = new Map<Plan, readonly Plan[]>();
  if (wishes.every((own) => own.length === 0)) return found;
  const byFile = new Map<string, Plan>();
  for (const { plan, at } of plans) {
    const key = placeKey(files[at]?.path ?? '');
    if (!byFile.has(key)) byFile.set(key, plan);
  }
  const titles = new TitleIndex(plans.map(({ plan }) => plan.title?.value));
  const named = files.map(({ path }, at) =>
    (wishes[at] ?? []).flatMap((wish): readonly Plan[] => {
      const paths = pathsMeant(wish).map((meant) => placeKey(resolvePath(directoryOf(path) ?? '', meant)));
      const byPath = paths.flatMap((other) => (other === placeKey(path) ? [] : (byFile.get(other) ?? [])));
      if (byPath.length > 0) return byPath.slice(0, 1);
      const meant = titles.meant(wish, plans.length).flatMap((one) => plans[one] ?? []);
      return meant.flatMap((one) => (one.at === at ? [] : [one.plan]));
    }),
  );
  for (const { plan, at } of plans) found.set(plan, named[at] ?? []);
  return found;
}
