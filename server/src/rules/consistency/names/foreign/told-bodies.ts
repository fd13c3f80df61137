import { type LineFacts, lineMemo } from '../../../../plan/facts.ts';
import { partAround } from '../../../../plan/line/sentences.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../foreign-org.yaml';
import { areRelated } from './foreign-names.ts';
import type { OwnName } from './own-names.ts';

interface Sort {
  readonly endings: readonly string[];
  readonly own: string;
  readonly none: string;
  readonly behind: readonly string[];
  /** What is behind the ending must stand there. */
  readonly whole?: boolean;
}
const words = source as {
  readonly told: readonly Sort[];
  readonly party: readonly string[];
  readonly noName: readonly string[];
  readonly noTold: readonly string[];
};

interface ToldName {
  readonly name: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** Another body of the plan's own sort that is told what to do, once in the whole text. */
export interface ToldBody {
  readonly name: string;
  readonly own: OwnName;
  readonly range: Range;
}

/** Characters in front of 街道, 小学 … that make no name: 各街道, 乡镇, 城镇. */
const generic = '各全我本该其乡城村集小名古市县区建的和与及或在对由向为是经报';

const sorts = words.told.map(({ endings, own, none, behind, whole }) => {
  const ending = anyOf(endings);
  const rest = behind.length > 0 ? `(?:${anyOf(behind)})${whole ? '' : '?'}` : '';
  // 北川街道办事处负责汇总, 第九中学各年级要…, 由柳岸苑物业服务中心负责解释
  const act = '(?:(?:各|全体)[\\p{Script=Han}]{1,6}?)?(?:要|应|须|必须|不得|将|负责)';
  const told = new RegExp(
    `(?:(?:^|[。；，：])(?:[（(]?[\\d一二三四五六七八九十]{1,2}[)）.、．]\\s*)?由?|由)([\\p{Script=Han}]{2,6}?)(${ending})(${rest})(?=${act})`,
    'gu',
  );
  // Looked for first, as nothing in it begins at every clause.
  const tail = new RegExp(`(?:${ending})${rest}${act}`, 'u');
  return {
    own: new RegExp(own),
    none: new RegExp(none),
    sign: sign({ words: endings }),
    toldOn: lineMemo((facts) => (tail.test(facts.text) ? readTold(facts, told) : NONE)),
    // Two characters in front of an ending tell one name from another.
    any: new RegExp(`(?<![${generic}])[^${generic}\\P{Script=Han}]{2}(?:${ending})`, 'gu'),
  };
});

const NONE: readonly ToldName[] = [];
const party = new RegExp(anyOf(words.party));
const noName = new RegExp(anyOf([...words.noName.filter((word) => !word.startsWith('第')), ...words.noTold]));

function readTold({ text }: LineFacts, told: RegExp): readonly ToldName[] {
  return matchesOf(text, told).flatMap((match): readonly ToldName[] => {
    const [all, stem = '', ending = '', rest = ''] = match;
    if (noName.test(stem) || party.test(partAround(text, match.index + 1))) return [];
    const end = match.index + all.length;
    return [{ stem, name: stem + ending + rest, start: end - stem.length - ending.length - rest.length, end }];
  });
}

/**
 * 白塔街道办事处负责汇总 in the plan of 柳岸街道: a body of the same sort that the text names this once and tells
 * what to do as if it were its own. Where several are named, the plan deals with them.
 */
export function toldBodies(own: readonly OwnName[], plan: Plan, lines: readonly Line[]): readonly ToldBody[] {
  return sorts.flatMap((sort): readonly ToldBody[] => {
    const ours = own.find(({ name }) => sort.own.test(name));
    if (!ours || own.some(({ name }) => sort.none.test(name))) return [];
    const title = plan.title?.value ?? '';
    if (sort.none.test(title)) return [];
    const found: { readonly line: Line; readonly told: ToldName }[] = [];
    for (const line of linesWith(lines, sort.sign)) {
      if (line.place !== 'quote') for (const told of sort.toldOn(line.facts)) found.push({ line, told });
    }
    const [only] = found;
    if (!only || found.length > 1) return [];
    const { line, told } = only;
    if ([title, ...own.map(({ name }) => name)].some((name) => areRelated(told.stem, name))) return [];
    const isOrdinal = told.stem.startsWith('第');
    const named = isOrdinal ? told.name : told.stem;
    const texts = lines.map(({ text }) => text);
    const times = texts.reduce((sum, text) => sum + text.split(named).length - 1, 0);
    const others = new Set(
      texts.flatMap((text) =>
        [...text.matchAll(sort.any)].flatMap(([word]) =>
          told.name.includes(word) || own.some(({ name }) => areRelated(word.slice(0, 2), name)) ? [] : [word],
        ),
      ),
    );
    return times === 1 && others.size === 0
      ? [{ name: told.name, own: ours, range: line.at(told.start, told.end) }]
      : [];
  });
}
