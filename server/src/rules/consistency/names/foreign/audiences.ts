import type { Line, Plan } from '../../../../plan/model.ts';
import { answeringCells } from '../../../../plan/tables/table-fields.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../foreign-role.yaml';
import { timesSaid } from '../rare.ts';

const { audiences } = source as { readonly audiences: Readonly<Record<string, readonly string[]>> };
/** 管网部、各乡镇: the plan's own office works with them. */
const ownOffice = /^(?!各)[一-龥]{1,8}(?:[部处科室办组所站队股]|中心)$/;
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
    inCell.flatMap((line) => {
      const items = line.text.split(apart);
      const isShared = inCell.some(({ text }) => text.split(apart).some((item) => ownOffice.test(item)));
      return items.flatMap((item) => {
        const start = line.text.indexOf(item);
        return words.includes(item) ? [{ word: item, isShared, range: line.at(start, start + item.length) }] : [];
      });
    }),
  );
  const [only, more] = found;
  if (!only || more || only.isShared) return [];
  const body = only.word.slice(1).replace(/（.*$/, '');
  return timesSaid(body, lines) === 1 ? [only] : [];
}
