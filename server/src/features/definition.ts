import type { Location, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Plan } from '../plan/model.ts';
import type { SourceFile } from '../plan/superior-plan.ts';
import { meansTitle } from '../rules/superior/superiors.ts';
import type { Place } from '../workspace/index/facts.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { toLspPlace, toLspRange, touches } from './ranges.ts';

/** The plans of the workspace that a title means, open or not. */
export type TitledPlans = (cited: string) => readonly { readonly uri: string; readonly place: Place }[];

/** The title of another document at a position; undefined on other words. */
export function citedAt(open: OpenPlan, position: Position): string | undefined {
  const offset = open.document.offsetAt(position);
  return open.recognised
    .flatMap(({ plan }) => plan.references)
    .find(({ title, range }) => title !== undefined && touches(range, offset))?.title;
}

/**
 * Where a cited plan stands: from 《title》 to the plan of that title among the superior plans, and in
 * all files of the workspace, open or not; from `superior:` in the front matter to all that it names.
 * A title that is quoted with a slip leads there all the same.
 */
export function definition(open: OpenPlan, position: Position, titled: TitledPlans): Location[] {
  const links = open.superiors?.links ?? [];
  const named = open.reading.frontMatter?.values.get('superior');
  if (named && touches(named.range, open.document.offsetAt(position))) {
    return links.flatMap(({ superior, declared }) =>
      declared && superior.file ? inFile(superior.plan, superior.file) : [],
    );
  }
  const cited = citedAt(open, position);
  if (cited === undefined) return [];
  const ofSuperiors = links.flatMap(({ superior: { plan, file } }) =>
    file && plan.title && meansTitle(cited, plan.title.value) ? inFile(plan, file) : [],
  );
  if (ofSuperiors.length > 0) return ofSuperiors;
  return titled(cited).map(({ uri, place }) => ({ uri, range: toLspPlace(place) }));
}

function inFile(plan: Plan, { path, text }: SourceFile): Location[] {
  return at(plan, path, TextDocument.create(path, 'markdown', 0, text));
}

function at({ title, range }: Plan, uri: string, document: TextDocument): Location[] {
  return [{ uri, range: toLspRange(document, title?.range ?? range) }];
}
