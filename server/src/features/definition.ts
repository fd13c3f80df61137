import type { Location, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Plan } from '../plan/model.ts';
import type { SourceFile } from '../plan/superior-plan.ts';
import { meansTitle } from '../rules/superior/superiors.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { toLspRange, touches } from './ranges.ts';

/**
 * Where a cited plan stands: from 《title》 to the plan of that title in this file, among its superior
 * plans, open or not, and in the other open documents; from `superior:` in the front matter to all
 * that it names. A title that is quoted with a slip leads there all the same.
 */
export function definition(open: OpenPlan, position: Position, others: readonly OpenPlan[]): Location[] {
  const offset = open.document.offsetAt(position);
  const links = open.superiors?.links ?? [];
  const named = open.reading.frontMatter?.values.get('superior');
  if (named && touches(named.range, offset)) {
    return links.flatMap(({ superior, declared }) =>
      declared && superior.file ? inFile(superior.plan, superior.file) : [],
    );
  }
  const cited = open.recognised
    .flatMap(({ plan }) => plan.references)
    .find(({ title, range }) => title !== undefined && touches(range, offset))?.title;
  if (cited === undefined) return [];
  const isMeant = ({ title }: Plan) => title !== undefined && meansTitle(cited, title.value);
  const ofSuperiors = links.flatMap(({ superior: { plan, file } }) =>
    file && isMeant(plan) ? inFile(plan, file) : [],
  );
  if (ofSuperiors.length > 0) return ofSuperiors;
  return [open, ...others.filter((other) => other !== open)].flatMap((other) =>
    other.recognised.flatMap(({ plan }) => (isMeant(plan) ? at(plan, other.uri, other.document) : [])),
  );
}

function inFile(plan: Plan, { path, text }: SourceFile): Location[] {
  return at(plan, path, TextDocument.create(path, 'markdown', 0, text));
}

function at({ title, range }: Plan, uri: string, document: TextDocument): Location[] {
  return [{ uri, range: toLspRange(document, title?.range ?? range) }];
}
