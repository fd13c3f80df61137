import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import type { Range } from '../../../../text/range.ts';

/** 青河区人民政府, 上海市青河区民政局, 中共南渡县委办公室: whose office issues the plan. */
const office =
  /^(?:中共)?(?:[一-龥]{2,4}市)?([一-龥]{1,3}[^园社小校厂景灾片库军牧发新]([区县])|[一-龥]{2,3}新(区))(?:委|人民政府|[一-龥]{2,14}(?:局|办公室|委员会|小组|指挥部)$)/;
/** 青河区2020年违法用地整治方案: whose plan it is where nobody signs. */
const placed =
  /^(?:\d{4}年)?((?:[一-龥]{2,4}市)?[一-龥]{1,2}[^园社小校厂景灾片库军牧发新地山城辖学]([区县]))(?=\d{4}年|[一-龥]{4})/;
/** 各区要…, 各县应…: those beside it are told what to do. */
const told: Readonly<Record<string, RegExp>> = {
  区: /(?<=^|[。；：\s\u3000])各区(?=[要应须将])/g,
  县: /(?<=^|[。；：\s\u3000])各县(?=[要应须将])/g,
};
const toldSign = sign({ words: ['各区', '各县'] });
const NONE: readonly Range[] = [];
const placesOn = lineMemo(({ text }): Readonly<Record<string, readonly Range[]>> => {
  const of = (level: string) =>
    [...text.matchAll(told[level] ?? /$^/g)].map(({ index }) => ({ start: index, end: index + 2 }));
  return { 区: of('区'), 县: of('县') };
});

const parts = /片区|责任区|分区|展区|功能区|作业区|包保区|园区|考区|赛区|校区|院区|街区/;
/** Told so more often, it is how the office speaks. */
const MOST = 3;

/** Where the plan of one district tells all districts what to do, as the plan that it was copied from did. */
export function siblingsOf(
  { body, title }: Plan,
  lines: readonly Line[],
): readonly { readonly own: string; readonly word: string; readonly range: Range }[] {
  const signed = body && body.source !== 'text' ? body.name : undefined;
  const found = signed === undefined ? placed.exec(title?.value ?? '') : office.exec(signed);
  const level = found?.[2] ?? found?.[3];
  if (!found || !level) return [];
  const own = signed ?? found[1] ?? '';
  const places: Range[] = [];
  for (const line of linesWith(lines, toldSign)) {
    if (line.place === 'quote') continue;
    for (const { start, end } of placesOn(line.facts)[level] ?? NONE) places.push(line.at(start, end));
  }
  if (places.length === 0) return [];
  // 全区划分为四个片区: 各区 are parts of the district.
  if (lines.some(({ text }) => parts.test(text))) return [];
  return places.length > MOST ? [] : places.map((range) => ({ own, word: `各${level}`, range }));
}
