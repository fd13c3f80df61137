import { lineMemo } from '../../../../plan/facts.ts';
import { hasSign, sign } from '../../../../plan/signs.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import { matchesNear } from '../../../../text/nearby.ts';
import { sharePair } from '../../../../text/pairs.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../foreign-org.yaml';

interface Words {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly leads: readonly string[];
  readonly own: Readonly<Record<'body' | 'place' | 'settlement', readonly string[]>>;
  readonly acts: readonly string[];
  readonly noName: readonly string[];
  readonly noPlace: readonly string[];
  readonly outside: { readonly before: readonly string[]; readonly after: readonly string[] };
}
const words = source as Words;

/** A body or place that a line speaks of as if it were its own. */
export interface OwnLikeName {
  /** With its ending: 北川小学. */
  readonly name: string;
  /** Without: 城关. */
  readonly stem: string;
  /** Kind of the ending: school, county. */
  readonly kind: string;
  readonly range: Range;
}

const kindOfEnding: ReadonlyMap<string, string> = new Map(
  Object.entries(words.kinds).flatMap(([kind, endings]) => endings.map((ending) => [ending, kind] as const)),
);
const endings = anyOf([...kindOfEnding.keys()]);
const behind = anyOf([...new Set([...Object.values(words.own).flat(), ...words.acts])]);
/** 确保北川县消防安全形势持续稳定: what is kept safe is one's own. */
const steady = '[一-龥]{2,8}(?:形势|安全|秩序)[一-龥]{0,4}(?:稳定|好转|平稳)';
/** The last units of an ending with the first of what stands behind it; so far in front of it the ending begins. */
const longEndings = [...kindOfEnding.keys()].filter(({ length }) => length > 1);
const mayEnd = new RegExp(
  `(?:[${unitsOf(longEndings, -2)}][${unitsOf(longEndings, -1)}]|[${unitsOf(
    [...kindOfEnding.keys()].filter(({ length }) => length === 1),
    0,
  )}])[${unitsOf([...Object.values(words.own).flat(), ...words.acts], 0)}]`,
  'g',
);
const steadyWords = ['稳定', '好转', '平稳'];
const steadySign = sign({ words: steadyWords });
/** The last unit of an ending with the first of what stands behind it, or what is steady: other lines hold no name. */
export const ownLikeSign = sign({
  words: [
    ...steadyWords,
    ...[...unitsOf([...kindOfEnding.keys()], -1)].flatMap((end) =>
      [...unitsOf([...Object.values(words.own).flat(), ...words.acts], 0)].map((next) => end + next),
    ),
  ],
});
const LONGEST_ENDING = Math.max(...[...kindOfEnding.keys()].map((ending) => ending.length));
const ended = new RegExp(`(${endings})(?=(${behind}|${steady}))`, 'g');
const isSteady = new RegExp(`^${steady}$`);
/** What stands in front of a name: the last such word, or where the clause begins. */
const lead = new RegExp(`^.*(?:${anyOf(words.leads)})`);
const clauseStart = /^.*[^\p{Script=Han}（）()]/su;
/** （二） in front of the clause. */
const ordinal = /^.*（[一二三四五六七八九十]{1,3}）/;
/** Characters in front of an ending that are looked at. */
const REACH = 18;
const noName = new RegExp(anyOf(words.noName));
const noPlace = new RegExp(anyOf(words.noPlace));
const outsideBefore = new RegExp(`(?:${anyOf(words.outside.before)})《?$`);
const outsideAfter = new RegExp(`^(?!和谐)(?:${anyOf(words.outside.after)})`);
const settlements = new Set(['village', 'community']);
const bodies = new Set(['school', 'hospital', 'enterprise', 'branch', 'farm']);

/** The names of bodies and places that a line treats as its own, whoever it comes from. Kept with the line's text. */
export const ownLikeNames = lineMemo((facts): readonly OwnLikeName[] => {
  const { text } = facts;
  if (!hasSign(facts, ownLikeSign)) return none;
  const matches = hasSign(facts, steadySign)
    ? matchesOf(text, ended)
    : matchesNear(text, ended, mayEnd, LONGEST_ENDING);
  return matches.length === 0 ? none : read(text, matches);
});

const none: readonly OwnLikeName[] = [];

function read(text: string, matches: readonly RegExpExecArray[]): readonly OwnLikeName[] {
  const found: OwnLikeName[] = [];
  for (const match of matches) {
    const [, ending = '', next = ''] = match;
    const kind = kindOfEnding.get(ending) ?? '';
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    const clause = before.replace(clauseStart, '').replace(ordinal, '');
    const led = lead.exec(clause)?.[0].length;
    const stem = clause.slice(led ?? 0);
    // A clause that begins further away is no name.
    if (led === undefined && clause.length === REACH) continue;
    if (!isStem(stem, kind) || !ofOwn(kind, next, led !== undefined)) continue;
    const start = match.index - stem.length;
    found.push({ name: stem + ending, stem, kind, range: { start, end: match.index + ending.length } });
  }
  return found.length === 0 ? none : found;
}

function unitsOf(list: readonly string[], at: number): string {
  return [...new Set(list.map((word) => word.at(at)))].join('');
}

/** A place has a short name; words of the sentence make none. */
function isStem(stem: string, kind: string): boolean {
  const longest = bodies.has(kind) ? 12 : 3;
  // 青禾实验小学 has a name in front of what is none by itself.
  const own =
    kind === 'school' ? stem.replace(/(?<=[一-龥]{2})(?:第[一二三四五六七八九十]|实验|中心|希望|附属)+$/, '') : stem;
  return stem.length >= 2 && stem.length <= longest && !noName.test(own) && (bodies.has(kind) || !noPlace.test(stem));
}

function ofOwn(kind: string, next: string, isLead: boolean): boolean {
  const set = bodies.has(kind) ? words.own.body : settlements.has(kind) ? words.own.settlement : words.own.place;
  return isLead ? set.includes(next) || isSteady.test(next) : words.acts.includes(next);
}

const stemOfKind: ReadonlyMap<string, { readonly endings: readonly string[]; readonly stem: RegExp }> = new Map(
  Object.entries(words.kinds).map(([kind, list]) => [
    kind,
    { endings: list, stem: new RegExp(`(\\p{Script=Han}{2,12}?)(?:${anyOf(list)})`, 'u') },
  ]),
);

/** The stem that a name has as one of that kind: 云川 for school in 云川中心小学, 云溪 for county in 云溪县教育局. */
export function stemIn(name: string, kind: string): string | undefined {
  const known = stemOfKind.get(kind);
  if (!known?.endings.some((ending) => name.indexOf(ending, 2) > 0)) return undefined;
  const stem = known.stem.exec(name)?.[1];
  if (stem === undefined || bodies.has(kind)) return stem;
  // 云州市云溪县: the county's own name stands behind the city's.
  return stem.replace(/^.*[省市州盟县区镇乡](?=.{2})/u, '');
}

/** Whether a name is one of a kind at all, so that another of that kind may stand in its place. */
export function isOfAKind(name: string): boolean {
  for (const kind of stemOfKind.keys()) if (stemIn(name, kind) !== undefined) return true;
  return false;
}

/** True when two stems have two characters in a row in common: 云川 and 云川镇中心. */
export function areRelated(a: string, b: string): boolean {
  return sharePair(a, b) || (a.length === 1 && b.includes(a));
}

/** True when the name stands at `at` as a partner's, a model's or a place's: 赴北川小学参观, 北川小学、东关小学. */
export function standsOutside(text: string, at: number, name: string): boolean {
  return (
    outsideBefore.test(text.slice(Math.max(0, at - 4), at)) ||
    outsideAfter.test(text.slice(at + name.length, at + name.length + 3))
  );
}

/** 临溪市第一实验小学 and 临溪市第四实验小学: named after one another, and two. */
export function differInNumeral(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((unit, index) => unit !== b[index]);
  return at > 0 && a.slice(at + 1) === b.slice(at + 1) && numeral.test(a.charAt(at)) && numeral.test(b.charAt(at));
}
const numeral = /[一二三四五六七八九十\d]/;
