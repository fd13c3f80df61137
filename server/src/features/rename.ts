import { LSPErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../rules/rule.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { nameUnder, placesAmong } from './name-places.ts';
import { toLspRange } from './ranges.ts';
import { workspaceEdit } from './workspace-edits.ts';

/** Longer than any name of an office. */
const longestName = 60;

/** The name that would be renamed; `null` on words that name nobody and no body. */
export function prepareRename(
  open: OpenPlan,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  const found = nameUnder(open, open.document.offsetAt(position));
  return found ? { range: toLspRange(open.document, found.range), placeholder: found.name } : null;
}

/**
 * The name under the cursor written anew in all its places, in this document and the other open ones.
 * Titles of other documents keep the words that they have.
 * @throws ResponseError when the new name is no name: empty, of several lines, too long
 */
export function rename(
  open: OpenPlan,
  position: Position,
  newName: string,
  others: readonly OpenPlan[],
  client: Client,
): WorkspaceEdit | null {
  const found = nameUnder(open, open.document.offsetAt(position));
  if (!found) return null;
  const name = newName.trim();
  if (name === '' || name.length > longestName || /[\r\n\t]/.test(name)) {
    const message =
      open.language === 'zh'
        ? `名称应为一行之内的 1 至 ${longestName} 个字。`
        : `A name has one line and 1 to ${longestName} characters.`;
    throw new ResponseError(LSPErrorCodes.RequestFailed, message);
  }
  const edits = placesAmong([open, ...others.filter((other) => other !== open)], found.name).map(
    ({ open: one, ranges }) =>
      workspaceEdit(
        one,
        ranges.flatMap((range) => editAt(one, range, found.name, name)),
        client,
      ),
  );
  return merged(edits);
}

/** A place where marks of Markdown stand within the name is left as it is: they would be lost. */
function editAt(
  open: OpenPlan,
  range: { readonly start: number; readonly end: number },
  old: string,
  name: string,
): readonly Edit[] {
  const written = open.text.slice(range.start, range.end);
  if (written.replace(/\s+/g, '') !== old.replace(/\s+/g, '')) return [];
  // A bar would end the cell of a table.
  return [{ range, text: name.replaceAll('|', '\\|') }];
}

function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length > 0) return { documentChanges };
  return { changes: Object.assign({}, ...edits.map((edit) => edit.changes ?? {})) };
}
