import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import type { Range } from '../../../../text/range.ts';
import { type BodyName, forSeveral, institutionNameAt, placeNameAt } from './own-bodies.ts';
import type { OwnName } from './own-names.ts';

/** A place that stands where the paper's own one would: another county's, left in from its text. */
export interface OtherPlace {
  /** As written, with what belongs to it: 青石县水利局. */
  readonly name: string;
  readonly range: Range;
  readonly own: OwnName;
}

/** What stands in front of the place in the name of a body. */
const frontOfBody = /^(?:中共|中国共产党|共青团|国家税务总局|国网)/;
const frontOfTitle = /^[#\s\u3000]*(?:关于印发|印发)?《?/;
/** 云溪市政, 云溪市场, 城东区域: no name of a place ends there. */
const noPlaceEnd = /^(?:[政场民容郊]|[域块位]|级|直)/;

/** 青石街道 stands where 青石镇 would. */
const levelOf = (name: string) => name.slice(-1);

/** The places that a name begins with, by the last character of theirs: 市 and 区 of 南江市城东区数据局. */
function chainOf(name: string): readonly BodyName[] {
  const chain: BodyName[] = [];
  let at = frontOfBody.exec(name)?.[0].length ?? 0;
  for (;;) {
    const next = placeNameAt(name, at);
    if (!next || noPlaceEnd.test(name.slice(at + next.name.length))) return chain;
    if (chain.some((one) => levelOf(one.name) === levelOf(next.name))) return chain;
    chain.push(next);
    at += next.name.length;
  }
}

/** Two places of one level that have no character in common. */
function areOthers(a: BodyName, b: BodyName): boolean {
  return levelOf(a.name) === levelOf(b.name) && ![...a.stem].some((unit) => b.stem.includes(unit));
}

const titleOf = ({ title }: Plan): string => title?.value.replace(/[\s\u3000]+/g, '').replace(frontOfTitle, '') ?? '';

/** How often a word stands in lines outside of some places. */
function timesOutside(lines: readonly Line[], word: string, without: readonly (Range | undefined)[]): number {
  let times = 0;
  for (const { text, range } of lines) {
    if (!text.includes(word) || without.some((one) => one && one.start < range.end && range.start < one.end)) continue;
    times += text.split(word).length - 1;
  }
  return times;
}

/**
 * The signature is that of another place or house than the title: 云溪县…方案, signed by 青石县水利局. Where the text names both
 * elsewhere, the paper has to do with both.
 */
export function placeOfSignature(plan: Plan, lines: readonly Line[]): { readonly own: string } | undefined {
  const { title, issuer } = plan;
  const titled = titleOf(plan);
  if (!title || !issuer || forSeveral.test(titled)) return undefined;
  const here = [title.range, issuer.range];
  const clash = (own: string, other: string) =>
    Math.min(...[own, other].map((name) => timesOutside(lines, name, here))) === 0 ? { own } : undefined;
  const signed = chainOf(issuer.value);
  if (!signed.some(({ stem }) => titled.includes(stem))) {
    for (const one of chainOf(titled)) {
      const other = signed.find((place) => areOthers(place, one));
      if (other) return clash(one.name, other.name);
    }
  }
  const [house, other] = [titled, issuer.value].map((name) => institutionNameAt(name.replace(frontOfBody, ''), 0));
  return house && other && areOtherHouses(house, other) ? clash(house.name, other.name) : undefined;
}

/** 望江镇中心小学 and 望江镇柳林小学: of one sort and place, and under names that have nothing in common. */
function areOtherHouses(a: BodyName, b: BodyName): boolean {
  const own = ({ name, place }: BodyName) => name.slice(place.length);
  const head = /(?:小学|中学|幼儿园|医院|卫生院|社区|村)$/;
  const [one, two] = [own(a), own(b)];
  const kind = head.exec(one)?.[0];
  if (kind === undefined || head.exec(two)?.[0] !== kind) return false;
  // 明川市第一中学 and 青禾第一中学
  if ((a.place === '') !== (b.place === '')) {
    const [plain, placed] = a.place === '' ? [a, b] : [b, a];
    return plain.stem !== '' && ![...plain.stem].some((unit) => placed.name.includes(unit));
  }
  if (a.place !== b.place) return false;
  const rest = [...one.slice(0, -kind.length)];
  return rest.length > 0 && two.length > kind.length && !rest.some((unit) => two.slice(0, -kind.length).includes(unit));
}

/** Behind it stands the name of a body that the paper sets up, or of a paper that it keeps to or draws up. */
const opening = /(?:成立|组建|设立)了?|由|《(?:中共)?/g;
export const placeSlotSign = sign({ units: '《由', words: ['成立', '组建', '设立'] });
const newBody = /^[\p{Script=Han}“”\d]{2,40}?(?:领导小组|专班|指挥部|工作组|委员会|组委会|评审组|协调组|小组)/u;
/** What a paper draws up or has filled in: it is its own, of whatever level. */
const drawnUp =
  /(?:制定|制订|修订|修改|起草|编制|编写|编印|出台|印发|填写|填报|拟定|完善|建立|健全)[\p{Script=Han}]{0,4}$|[》][、和及与]?$/u;
const noOwnPaper = /(?:参考|参照|借鉴|学习|转发|如|刊登|发表|出版|推广|案例|比照)[\p{Script=Han}、：“]{0,6}$/u;
/** A paper about another place, or of both. */
const ofOthers = /^[、和与及]|(?:通报|案例|报告|协议|合同|合作|判决书|经验|做法)[^》]{0,6}》$/;
const organEnd = /^[\p{Script=Han}]{1,10}?(?:局|人民政府|党委|委员会|党组|支队|大队|医院|中学|小学)/u;
/** What leads to the name of a body without being part of it. */
const inFront = /(?:^|[^\p{Script=Han}]|[由报经向交送给到至在归]|中共)$/u;
/** 日前交县教育局, 由本县水利局: words of the sentence make no place. */
const noStem = /[由报经向交送给到至在归前后日内]/;

interface Slot {
  readonly place: BodyName;
  readonly start: number;
  readonly end: number;
  /** Also a place of a level that may be above the own one stands here by mistake. */
  readonly sure: boolean;
}
const NONE: readonly Slot[] = [];

const slotsOn = lineMemo(({ text }): readonly Slot[] => {
  const found: Slot[] = [];
  for (const { 0: lead, index } of text.matchAll(opening)) {
    const start = index + lead.length;
    const [place] = chainOf(text.slice(start, start + 16)).slice(-1);
    const chain = text.slice(start, start + 16).indexOf(place?.name ?? '\n');
    if (!place || chain !== 0) continue;
    const behind = text.slice(start + place.name.length, start + place.name.length + 60);
    if (lead.startsWith('《')) {
      const before = text.slice(Math.max(0, index - 14), index);
      const title = /^[^《》]{2,60}》/.exec(behind)?.[0];
      if (title === undefined || ofOthers.test(title) || noOwnPaper.test(before)) continue;
      found.push({ place, start, end: start + place.name.length, sure: drawnUp.test(before) });
      continue;
    }
    const body = newBody.exec(behind)?.[0];
    if (body) found.push({ place, start, end: start + place.name.length + body.length, sure: true });
  }
  return found.length === 0 ? NONE : found;
});

/**
 * Another place in the name of a body that the paper sets up, of a paper that it keeps to or draws up, or of an office that it
 * names by its own place elsewhere: 成立青石县…领导小组 in the plan of 云溪县. Said once; where several are, the plan deals with them.
 */
export function otherPlaces(own: readonly OwnName[], plan: Plan, lines: readonly Line[]): readonly OtherPlace[] {
  const titled = titleOf(plan);
  if (forSeveral.test(titled)) return [];
  const owners = [{ name: titled, ...(plan.title ? { range: plan.title.range } : {}) }, ...own];
  const ours = owners.flatMap((owner) => chainOf(owner.name).map((place) => ({ place, owner })));
  if (ours.length === 0) return [];
  const found = new Map<string, OtherPlace>();
  const take = (line: Line, { place, start, end, sure }: Slot): void => {
    const ownOne = ours.find((one) => areOthers(one.place, place));
    if (
      !ownOne ||
      ours.some(({ place: { name, stem } }) => name === place.name || name.includes(place.stem) || stem === place.stem)
    )
      return;
    // A county belongs to a city, which may be named like a city that is the own one.
    if (!sure && levelOf(place.name) === '市') return;
    if (timesOutside(lines, ownOne.place.name, []) < 2 || timesOutside(lines, place.stem, []) !== 1) return;
    found.set(place.name, {
      name: line.text.slice(start, end),
      range: line.at(start, end),
      own: { ...ownOne.owner, name: ownOne.place.name },
    });
  };
  for (const line of linesWith(lines, placeSlotSign)) {
    if (line.place !== 'quote') for (const slot of slotsOn(line.facts)) take(line, slot);
  }
  for (const { place } of new Map(ours.map((one) => [one.place.name, one])).values())
    for (const { line, slot } of namesakes(place, lines)) take(line, slot);
  return found.size === 1 ? [...found.values()] : [];
}

/** An office of a place: 县水利局, with the last character of the name of the place. */
interface OfficeOfPlace {
  readonly tail: string;
  readonly start: number;
}
const NO_OFFICES: readonly OfficeOfPlace[] = [];
const officeSign = sign({
  units: '局',
  words: ['政府', '党委', '员会', '党组', '支队', '大队', '医院', '中学', '小学'],
});
/** The last character of the name of a place. */
const endOfPlace = /[省市州盟县区旗镇乡道村]/g;
const LONGEST_OFFICE = 14;

const officesOn = lineMemo(({ text }): readonly OfficeOfPlace[] => {
  const found = [...text.matchAll(endOfPlace)].flatMap(({ 0: level, index }): readonly OfficeOfPlace[] => {
    const office = organEnd.exec(text.slice(index + 1, index + 1 + LONGEST_OFFICE))?.[0];
    return office === undefined ? [] : [{ tail: level + office, start: index }];
  });
  return found.length === 0 ? NO_OFFICES : found;
});

/** 青石县水利局 where the paper says 云溪县水利局 elsewhere. */
function* namesakes(
  { name }: BodyName,
  lines: readonly Line[],
): Iterable<{ readonly line: Line; readonly slot: Slot }> {
  const having = linesWith(lines, officeSign);
  const isOwn = (text: string, start: number) => text.endsWith(name, start + 1);
  const own = new Set<string>();
  for (const { text, facts } of having)
    for (const { tail, start } of officesOn(facts)) if (isOwn(text, start)) own.add(tail);
  if (own.size === 0) return;
  for (const line of having) {
    const { text } = line;
    if (line.place === 'quote' || text.includes(name)) continue;
    for (const { tail, start: end } of officesOn(line.facts)) {
      if (!own.has(tail)) continue;
      for (const start of [end - 2, end - 3]) {
        if (start < 0 || !inFront.test(text.slice(Math.max(0, start - 2), start))) continue;
        const place = placeNameAt(text, start);
        if (place?.name !== text.slice(start, end + 1) || noStem.test(place.stem)) continue;
        yield { line, slot: { place, start, end: end + tail.length, sure: true } };
      }
    }
  }
}
