import { initialsOf } from '../../text/initials.ts';
import type { Range } from '../../text/range.ts';
import type { IndexedFile } from '../../workspace/index/facts.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';
import { directoryOf, placeKey, relativePath } from '../../workspace/paths.ts';
import type { Proposal } from './proposal.ts';

/** Front matter is not longer. */
const longestFront = 10_000;

/**
 * The words behind `superior:` in the front matter at an offset, or of an item of its list.
 * @returns their place, which is empty where nothing stands yet; undefined elsewhere
 */
export function superiorWords({ text }: Pick<OpenPlan, 'text'>, offset: number): Range | undefined {
  if (offset > longestFront || !/^---[ \t]*[\r\n]/.test(text.slice(0, 10))) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  if (lineStart === 0) return undefined;
  const above = text
    .slice(0, lineStart)
    .split(/\r\n?|\n/)
    .slice(1, -1);
  if (above.some((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line))) return undefined;
  const before = text.slice(lineStart, offset);
  const head =
    /^superior[ \t]*:[ \t]+(?:\[(?:[^\],]*,)*[ \t]*)?/.exec(before)?.[0] ??
    (isOfList(above) ? /^[ \t]*-[ \t]+/.exec(before)?.[0] : undefined);
  if (head === undefined || /[\][,]/.test(before.slice(head.length))) return undefined;
  const start = lineStart + head.length;
  const inFlow = head.includes('[');
  const rest =
    (inFlow ? /^[^\r\n\],]*/ : /^[^\r\n]*?(?=[ \t]+#|[\r\n]|$)/).exec(text.slice(offset, offset + 400))?.[0] ?? '';
  return { start, end: offset + rest.trimEnd().length };
}

/** The line belongs to the list below `superior:`. */
function isOfList(above: readonly string[]): boolean {
  const head = above.findLast((line) => !/^[ \t]*(?:-[ \t].*)?$/.test(line));
  return head !== undefined && /^superior[ \t]*:[ \t]*$/.test(head);
}

/** What YAML would not read as a plain text, alone or in a list in brackets. */
const unplain = /[:#,[\]{}]|^[&*!|>'"%@`-]/;

/** The plans of the workspace by their paths from here, those of directories nearby first. */
export function superiorProposals(open: OpenPlan, range: Range, files: readonly IndexedFile[]): readonly Proposal[] {
  const directory = directoryOf(open.uri);
  if (directory === undefined) return [];
  const found = files.flatMap(({ uri, facts }) => {
    const [plan] = facts.plans;
    const path = plan && placeKey(uri) !== placeKey(open.uri) ? relativePath(directory, uri) : undefined;
    return plan && path !== undefined ? [{ path, title: plan.title }] : [];
  });
  return found
    .map((one) => ({ ...one, steps: one.path.split('/').length }))
    .sort((a, b) => a.steps - b.steps || (a.path < b.path ? -1 : 1))
    .map(({ path, title }) => ({
      kind: 'title',
      label: path,
      detail: title,
      filter: `${path} ${title} ${initialsOf(title)}`,
      text: unplain.test(path) ? `'${path.replaceAll("'", "''")}'` : path,
      range,
    }));
}
