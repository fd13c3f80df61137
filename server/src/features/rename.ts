import { LSPErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { knownNames } from '../plan/names/names.ts';
import type { Edit } from '../rules/rule.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { directoryOf } from '../workspace/paths.ts';
import type { Client } from './client.ts';
import { nameUnder, placesAmong } from './name-places.ts';
import { toLspRange } from './ranges.ts';
import { confirmed, mergedEdits, type Question, workspaceEdit } from './workspace-edits.ts';

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
 * The name under the cursor written anew in all its places, in this document and the others.
 * Titles of other documents keep the words that they have. The plans of another house may speak of
 * somebody else who is called the same (办公室): the client asks its user before it changes them, and
 * where it cannot, they stay as they are.
 *
 * @param others open documents, and files that are not open
 * @throws ResponseError when the new name is no name: empty, of several lines, too long; or when it is the name
 *   of another one already, and the client cannot ask whether they are to be merged
 */
export function rename(
  open: OpenPlan,
  position: Position,
  newName: string,
  others: readonly OpenPlan[],
  client: Client,
): WorkspaceEdit | null {
  const offset = open.document.offsetAt(position);
  const found = nameUnder(open, offset);
  if (!found) return null;
  const name = newName.trim();
  const zh = open.language === 'zh';
  if (name === '' || name.length > longestName || /[\r\n\t]/.test(name)) {
    const message = zh
      ? `名称应为一行之内的 1 至 ${longestName} 个字。`
      : `A name has one line and 1 to ${longestName} characters.`;
    throw new ResponseError(LSPErrorCodes.RequestFailed, message);
  }
  const documents = [open, ...others.filter((other) => other !== open)];
  const places = placesAmong(documents, found.name);
  // Two that are called the same cannot be told apart again.
  const isTaken = name !== found.name && isNameIn(open, name);
  if (isTaken && !client.confirmsEdits) {
    const message = zh
      ? `“${name}”在本方案中已有，改名后两者无法区分。确要合并的，请用查找替换。`
      : `“${name}” is in this plan already, and could not be told from it any more. To merge them, find and replace.`;
    throw new ResponseError(LSPErrorCodes.RequestFailed, message);
  }
  const edits = places.flatMap(({ open: one, ranges }): readonly WorkspaceEdit[] => {
    const others = ranges.filter((range) => !isOfOneHouse(open, offset, one, range.start));
    const kept = client.confirmsEdits ? ranges : ranges.filter((range) => !others.includes(range));
    const own = kept.flatMap((range) => editAt(one, range, found.name, name));
    if (own.length === 0) return [];
    const starts = new Set(others.map(({ start }) => start));
    const asked = own.map(({ range }) => (starts.has(range.start) ? otherHouse : isTaken ? sameName(name) : undefined));
    return [confirmed(workspaceEdit(one, own, client), asked, open.language)];
  });
  return mergedEdits(edits);
}

/** True for the name of another one that the document knows of. */
function isNameIn(open: OpenPlan, name: string): boolean {
  return open.recognised.some(({ plan }) => knownNames(plan).includes(name));
}

const otherHouse: Question = {
  id: 'other-house',
  label: { zh: '其他单位的方案', en: 'Plans of other units' },
  description: { zh: '同名的未必是同一个，请核对', en: 'May be another one of the same name' },
};

function sameName(name: string): Question {
  return {
    id: 'same-name',
    label: { zh: `“${name}”在本方案中已有`, en: `“${name}” is in this plan already` },
    description: {
      zh: '改名后两者无法区分，请确认是否合并',
      en: 'They cannot be told apart any more; confirm to merge them',
    },
  };
}

/** Issued by the same body; where one of the two does not say by whom, in the same directory. */
function isOfOneHouse(a: OpenPlan, at: number, b: OpenPlan, there: number): boolean {
  const [first, second] = [issuersAt(a, at), issuersAt(b, there)];
  if (first.length === 0 || second.length === 0) return a === b || directoryOf(a.uri) === directoryOf(b.uri);
  return first.some((issuer) => second.includes(issuer));
}

/** Of the plan there; in the front matter, of any in the file. */
function issuersAt({ recognised }: OpenPlan, offset: number): readonly string[] {
  const here = recognised.filter(({ plan }) => plan.range.start <= offset && offset <= plan.range.end);
  return (here.length > 0 ? here : recognised).flatMap(
    ({ plan }) => plan.issuer?.value.replace(/[\s\u3000]+/g, '') ?? [],
  );
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
  // 张　伟 stays as wide as the names around it.
  const drawnOut = /^\p{Script=Han}([ \u3000]+)\p{Script=Han}$/u.exec(written)?.[1];
  if (drawnOut && /^\p{Script=Han}{2}$/u.test(name)) return [{ range, text: [...name].join(drawnOut) }];
  // A bar would end the cell of a table.
  return [{ range, text: name.replaceAll('|', '\\|') }];
}
