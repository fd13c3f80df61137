import type { Line, Plan } from '../../../plan/model.ts';
import { answeringCells } from '../../../plan/tables/table-fields.ts';
import type { Range } from '../../../text/range.ts';
import source from '../foreign-role.yaml';

const { audiences } = source as { readonly audiences: Readonly<Record<string, readonly string[]>> };
const apart = /[、，,；;\s\u3000]+/;

/**
 * 各街道 in the column of those who answer in a farm's plan: said there once, and nothing else in the plan speaks of such a
 * body, so that it deals with none.
 */
export function otherAudiences(
  { tables }: Plan,
  kind: string | undefined,
  lines: readonly Line[],
): readonly { readonly word: string; readonly range: Range }[] {
  const words = audiences[kind ?? ''];
  if (!words || tables.length === 0) return [];
  const found = answeringCells(tables).flatMap(({ lines: inCell }) =>
    inCell.flatMap((line) =>
      line.text.split(apart).flatMap((item) => {
        const start = line.text.indexOf(item);
        return words.includes(item) ? [{ word: item, range: line.at(start, start + item.length) }] : [];
      }),
    ),
  );
  const [only, more] = found;
  if (!only || more) return [];
  const body = only.word.slice(1).replace(/（.*$/, '');
  const times = lines.reduce((sum, { text }) => sum + text.split(body).length - 1, 0);
  return times === 1 ? [only] : [];
}
