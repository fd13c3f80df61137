import type { Plan } from '../../../../plan/model.ts';
import { answeringCells } from '../../../../plan/tables/table-fields.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName } from '../rare.ts';
import type { TwoNames } from '../reader.ts';

/** A department of one house, as a cell names it. */
const department = /^[一-龥]{2,8}(?:[部科处室股组队]|中心)$/;
/** A level, a place or a number in front makes another department of it. */
const telling = /[省市县区镇乡村街校院局厅委司矿厂站段东南西北中大小新老一二三四五六七八九十各本该原副党]/;
/** 清洁 in front of 环境部. */
const WORD = 2;
const SHORTEST = 3;
/** So often both stand in the columns together. */
const OFTEN = 3;
/** Up to so many places of the short name are pointed out. */
const FEW = 3;

/**
 * A department that loses the first word of its name in the columns that say who answers: 环境部 below 责任部门 where other
 * rows have 清洁环境部. Where a second one ends alike, or a cell names both, they are two.
 */
export function shortenedUnits({ tables }: Plan): readonly TwoNames[] {
  if (tables.length === 0) return [];
  const known = new Map<string, Range[]>();
  const cellsOf = new Map<string, Set<Range>>();
  for (const cell of answeringCells(tables)) {
    for (const line of cell.lines) {
      for (const { 0: name, index } of matchesOf(line.text, piece)) {
        if (!department.test(name)) continue;
        placesByName(known, name, line.at(index, index + name.length));
        cellsOf.set(name, (cellsOf.get(name) ?? new Set()).add(cell.range));
      }
    }
  }
  const names = [...known.keys()];
  return names.flatMap((short): readonly TwoNames[] => {
    if (short.length < SHORTEST || everywhere.test(short)) return [];
    const longer = names.filter((name) => name !== short && name.endsWith(short));
    const [whole = ''] = longer;
    if (longer.length !== 1 || whole.length !== short.length + WORD || telling.test(whole.slice(0, WORD))) return [];
    const [places = [], others = []] = [known.get(short), known.get(whole)];
    const [elsewhere] = others;
    if (!elsewhere || places.length + others.length < OFTEN || places.length > FEW) return [];
    if ([...(cellsOf.get(short) ?? [])].some((cell) => cellsOf.get(whole)?.has(cell))) return [];
    // Said once: the rarer of the two, with its other places beside it.
    const [written, other, rare, usual] =
      others.length < places.length ? [whole, short, others, places] : [short, whole, places, others];
    const [range, ...more] = rare;
    const [right] = usual;
    return range && right ? [{ written, other, range, elsewhere: right, others: more }] : [];
  });
}

/** Houses have these beside others of a longer name: 办公室 and 应急办公室, 安全科 and 消防安全科. */
const everywhere = /^(?:办公室|财务|安全|管理|服务中心|综合|行政|后勤)/;

const piece = /[^、，,；;/\s（）()]+/g;
