import type { Line, Plan } from '../../../../plan/model.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { mayBeHan, tableOfUnits } from '../../../../text/units.ts';
import source from '../../foreign-org.yaml';
import { areRelated } from './foreign-names.ts';
import type { OwnName } from './own-names.ts';

/** Sorts of bodies that stand beside one another: another one of the plan's own sort has no business in it. */
export type BodySort =
  | 'county'
  | 'city'
  | 'town'
  | 'community'
  | 'school'
  | 'university'
  | 'hospital'
  | 'enterprise'
  | 'association';

const { beside, noName, noPlace, noInstitution } = source as {
  readonly beside: Readonly<Record<BodySort, readonly string[]>>;
  readonly noName: readonly string[];
  readonly noPlace: readonly string[];
  readonly noInstitution: readonly string[];
};

/** The plan's own body, by what tells it from others of its sort. */
export interface OwnBody {
  readonly sort: BodySort;
  readonly name: string;
  /** All that the plan calls itself: names that share two characters with it are related. */
  readonly names: readonly string[];
  /** Level of the place that it belongs to, as `placeRank` gives it. */
  readonly rank: number;
  readonly owner: OwnName;
}

/** A name as it is read: 临川市第二 of 临川市第二小学. */
export interface BodyName {
  readonly sort: BodySort;
  /** As written: 青石县, 临川市第二小学. */
  readonly name: string;
  /** 临川市 in front of an institution's own name. */
  readonly place: string;
  /** What is left of it without place and ending; empty where that tells no body from another. */
  readonly stem: string;
}

export const bodySorts = Object.keys(beside) as readonly BodySort[];
const placeSorts: ReadonlySet<BodySort> = new Set(['county', 'city', 'town']);

/** Whether bodies of the sort are called by the name of a place alone. */
export const isPlaceSort = (sort: BodySort): boolean => placeSorts.has(sort);

const sortOfHead: ReadonlyMap<string, BodySort> = new Map(
  Object.entries(beside).flatMap(([sort, heads]) => heads.map((head) => [head, sort as BodySort] as const)),
);
const placeHeads = [...sortOfHead].filter(([, sort]) => isPlaceSort(sort)).map(([head]) => head);
const institutionHeads = [...sortOfHead.keys()].filter((head) => !placeHeads.includes(head));
const beginsPlaceHead = tableOfUnits(placeHeads.map((head) => head.charAt(0)).join(''));
const beginsInstitutionHead = tableOfUnits(institutionHeads.map((head) => head.charAt(0)).join(''));
const placeName = new RegExp(`(\\p{Script=Han}{2,3}?)(${anyOf(placeHeads)})`, 'uy');
const institutionName = new RegExp(`(\\p{Script=Han}{2,14}?)(${anyOf(institutionHeads)})`, 'uy');
/** 青禾区 of 青禾区育才小学, also 临川市 of 临川市中医院. */
const leadingPlace = /^(?:\p{Script=Han}{2,4}?[省市州盟县区旗镇乡])+?(?=\p{Script=Han})/u;
const general = /(?:第[一二三四五六七八九十]{1,2}|实验|中心|希望|附属|外国语|人民|中医?|妇幼保健|民办|职业技术)+$/;
const isGeneral = new RegExp(
  anyOf([
    ...noName.filter((word) => !/^(?:第.|实验|希望|中心|集团|中小)$/.test(word)),
    ...noInstitution,
    '中小学',
    '城市',
    '医疗',
    '学校',
  ]),
);
/** 和 may be part of the name of a place: 永和县; 北山县 is no 山区. */
const noSuchPlace = new RegExp(
  `${anyOf([...noName.filter((word) => word !== '和'), ...noPlace.filter((word) => word.length > 1)])}|[省市县区镇乡村]和|和[省市县区镇乡村]|^..和|^.和.`,
);
const noDistrict = new RegExp(`(?:${anyOf(noPlace.filter((word) => word.length === 1))})$`);
const isNoPlace = (stem: string, head: string) =>
  noSuchPlace.test(stem) || (head === '区' && noDistrict.test(stem)) || (head === '镇' && /[城乡集小]$/.test(stem));

/** In units, of which rare characters have two. */
const LONGEST_PLACE = 6;
const LONGEST_INSTITUTION = 28;

/** Whether a head may follow behind two characters; a cheap test in front of the patterns. */
function mayEnd(text: string, start: number, longest: number, begins: Uint8Array): boolean {
  for (let at = start; at <= start + longest && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!mayBeHan(unit)) return false;
    if (at >= start + 2 && begins[unit] === 1) return true;
  }
  return false;
}

/**
 * Where the first name of a sort that begins at `from` or behind may end: at the head behind two characters. Infinite where
 * there is none; a cheap test in front of all else.
 */
export function nextHead(text: string, from: number, sort: BodySort): number {
  let first = Number.POSITIVE_INFINITY;
  for (const head of beside[sort]) {
    const at = text.indexOf(head, from + 2);
    if (at >= 0 && at < first) first = at;
  }
  return first;
}

/** The name of a body of the sort that begins at an offset of a text; undefined when none does. */
export function nameAt(text: string, at: number, sort: BodySort): BodyName | undefined {
  const isPlace = isPlaceSort(sort);
  if (nextHead(text, at, sort) - at > (isPlace ? LONGEST_PLACE : LONGEST_INSTITUTION)) return undefined;
  const name = isPlace ? placeNameAt(text, at) : institutionNameAt(text, at);
  return name?.sort === sort ? name : undefined;
}

/** The name that begins at an offset of a text; undefined when none does. */
export function placeNameAt(text: string, at: number): BodyName | undefined {
  if (!mayEnd(text, at, LONGEST_PLACE, beginsPlaceHead)) return undefined;
  placeName.lastIndex = at;
  const [name, stem = '', head = ''] = placeName.exec(text) ?? [];
  const sort = sortOfHead.get(head);
  return name === undefined || !sort || isNoPlace(stem, head) ? undefined : { sort, name, place: name, stem };
}

export function institutionNameAt(text: string, at: number): BodyName | undefined {
  if (!mayEnd(text, at, LONGEST_INSTITUTION, beginsInstitutionHead)) return undefined;
  institutionName.lastIndex = at;
  const [name, whole = '', head = ''] = institutionName.exec(text) ?? [];
  const sort = sortOfHead.get(head);
  if (name === undefined || !sort || isGeneral.test(whole)) return undefined;
  const place = leadingPlace.exec(whole)?.[0] ?? '';
  const own = whole.slice(place.length).replace(general, '');
  // 清源 of 清源水务集团: others of its trade have the rest in common with it.
  const stem = sort === 'enterprise' && own.length > 3 ? own.slice(0, -2) : own;
  return place !== '' && noSuchPlace.test(place.slice(0, -1))
    ? undefined
    : { sort, name, place, stem: stem.length < 2 ? '' : stem };
}

const RANKS = ['省', '市州盟', '县区旗', '镇乡道'];

/** Level of a place by the last character of its name, the highest first; 0 where it has none. */
export function placeRank(place: string): number {
  const last = place.slice(-1);
  return last === '' ? 0 : RANKS.findIndex((units) => units.includes(last)) + 1;
}

/** A plan of several places, or for another one: names of others belong to it. */
export const forSeveral =
  /对口|协作|帮扶|支援|联合|毗邻|跨[省市县区镇乡]|交界|联动|共建|合并|撤并|整合|联盟|集团化|学区|片区|结对/;
const selfNames: Readonly<Record<BodySort, RegExp>> = {
  county: /[我全][县区旗]/,
  city: /[我全]市/,
  town: /我[镇乡]|全[镇乡]|我街道|全街道/,
  community: /社区|我村|全村/,
  school: /[我全本学][校园]/,
  university: /[我全本学][校院]/,
  hospital: /[我全本]院|医院/,
  enterprise: /集团|公司/,
  association: /协会|学会|商会|本会|我会/,
};

/** Whose plan it is, where title or signature says so and the text does not contradict it. */
export function ownBodyOf(
  own: readonly OwnName[],
  { title, issuer }: Plan,
  lines: readonly Line[],
): OwnBody | undefined {
  const titled = title?.value.replace(/[\s\u3000]+/g, '').replace(/^(?:关于)?(?:印发)?《?/, '') ?? '';
  if (forSeveral.test(titled)) return undefined;
  const candidates: readonly OwnName[] = [
    ...own,
    ...(title && titled !== '' ? [{ name: titled, range: title.range }] : []),
    ...(issuer ? [{ name: issuer.value, range: issuer.range }] : []),
  ];
  const names = candidates.map(({ name }) => name);
  let place: OwnBody | undefined;
  for (const owner of candidates) {
    const plain = owner.name.replace(/^(?:中共|中国共产党)/, '');
    const institution = institutionNameAt(plain, 0);
    if (institution && isConfirmed(institution, plain, lines))
      return { ...institution, names, rank: placeRank(institution.place), owner };
    place ??= deepestPlace(plain, names, owner, lines);
  }
  return place;
}

function isConfirmed({ name, sort, stem, place }: BodyName, whole: string, lines: readonly Line[]): boolean {
  if (stem === '' && place === '') return false;
  // 云川县城市社区…: only a body that is named by itself is one community.
  if (sort === 'community' && !/^(?:\d{4}|关于|[“《]|党|居|村民|委员会|$)/.test(whole.slice(name.length))) return false;
  return isSaidTwice(lines, name, sort);
}

/** Two lines name the body, or call it by what it is. */
function isSaidTwice(lines: readonly Line[], name: string, sort: BodySort): boolean {
  let said = 0;
  for (const { text } of lines) {
    if ((text.includes(name) || selfNames[sort].test(text)) && ++said > 1) return true;
  }
  return false;
}

/** 青石镇 of 云川县青石镇人民政府. */
function deepestPlace(
  name: string,
  names: readonly string[],
  owner: OwnName,
  lines: readonly Line[],
): OwnBody | undefined {
  let found: BodyName | undefined;
  for (let at = 0; ; ) {
    const next = placeNameAt(name, at);
    if (!next) break;
    const behind = name.slice(at + next.name.length);
    if (
      found &&
      !/^(?:人民政府|政府|党|委|街道|办事处|\d{4}|关于|[“《]|[\p{Script=Han}]{2,8}(?:局|办公室)|$)/u.test(behind)
    )
      break;
    found = next;
    at += next.name.length;
  }
  if (!found) return undefined;
  const { sort, name: place } = found;
  return isSaidTwice(lines, place, sort) ? { sort, name: place, names, rank: placeRank(place), owner } : undefined;
}

/** True when a name may be the plan's own, or of a body above or below it. */
export function isRelatedTo({ names, rank }: OwnBody, { name, place, stem, sort }: BodyName): boolean {
  if (names.some((own) => own.includes(name))) return true;
  if (isPlaceSort(sort)) return names.some((own) => areRelated(stem, own));
  const otherPlace = place !== '' && !names.some((own) => areRelated(place.slice(0, -1), own));
  // 泰和市人民医院 is above a county's hospital.
  if (otherPlace) return placeRank(place) < rank;
  return stem === '' || names.some((own) => areRelated(stem, own));
}
