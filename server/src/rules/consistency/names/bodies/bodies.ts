import { differenceOf } from '../../../../text/difference.ts';
import source from '../../name-variant.yaml';

const { loose: looseWords, takenFor } = source as {
  readonly loose: readonly string[];
  readonly takenFor: readonly (readonly string[])[];
};
const loose = new Set(looseWords);

/** What two names must share beside their type and the difference. */
const COMMON = 4;
/** A level, a place or a kind of unit makes another body. */
const telling = /[省市县区镇乡村街校院系班组科室处局东南西北中一二三四五六七八九十\d“”]|社区|公司/;

const apart =
  /^(?:选举|推选|补选|改选|罢免|产生|选举产生|制定|修改|监督|提出|决定|指导|鼓励|支持|参加|开展|组建|成立|撤销|协助|接受|进行|未能?|专家)$/;

/** 天河大学和机械学院: two bodies are named. */
const wholeBody = /(?:大学|学院|中学|学校|[局委厅司]|公司)$/;

/** Institutions have one name each, where 检查组 and 巡查组 may be two groups. */
const institution = /(?:学院|平台|网|基地|馆|中心组|委员会|领导小组|指挥部|专班)$/;
const SHORTEST_INSTITUTION = 7;

/**
 * True when one name is the other with up to three characters more, as when 深入 or 工作 is left out,
 * or with one character changed in the name of an institution. A level, a place or a number makes a
 * different body.
 * @param type what both end with: 领导小组
 * @param uses how often the rarer name stands in the text, and the commoner one
 */
export function areVariants(
  a: string,
  b: string,
  type: string,
  uses: { readonly rarer: number; readonly commoner: number },
): boolean {
  // Up to three characters more, and perhaps a level in front.
  if (Math.abs(a.length - b.length) > 4) return false;
  const [one, two] = withoutLevel(a, b);
  const { head, tail, first, second } = differenceOf(one, two);
  if (telling.test(first + second) || head + Math.max(0, tail - type.length) < COMMON) return false;
  if (/^[和与及]$/.test(first + second) && wholeBody.test(one.slice(0, head))) return false;
  // 选举业主委员会 does something with it; a 专家委员会 stands beside the committee.
  if ((first === '' || second === '') && apart.test(first + second)) return false;
  if (first === '' || second === '') return head > 0 && (first + second).length <= 3;
  const isSlip = first.length === 1 && second.length === 1 && head > 1;
  return isSlip && institution.test(type) && a.length >= SHORTEST_INSTITUTION && uses.rarer === 1 && uses.commoner > 1;
}

const level = /^[局校院镇乡村县市区](?=[一-龥]{8})/;

/** 局信访积案化解行动领导小组: its own level in front of one of the names does not make another body. */
function withoutLevel(a: string, b: string): readonly [string, string] {
  if (level.test(a) === level.test(b) || a.replace(level, '') === b.replace(level, '')) return [a, b];
  return [a.replace(level, ''), b.replace(level, '')];
}

/** The place in front of a name, which the text may leave out: 青禾街道. */
const place = /^[一-龥]{2,8}?(?:街道|[省市县区镇乡局校院]|公司)(?=[一-龥]{6})/;

/** Words that the name of a body loses all the time: 饮水安全问题整改工作领导小组. */
const filling = /问题|工作|专项|集中|行动|活动/g;
/** So much is left of a name that says what the body is for. */
const SHORTEST_BARE = 8;

function bareName(name: string): string {
  const own = name.replace(place, '').replace(/办公室$/, '');
  const bare = own.replace(filling, '');
  return bare.length < SHORTEST_BARE ? own : bare;
}

/** What the words begin with that are taken for one another. */
const mayBeTaken = new RegExp(
  `[${takenFor
    .flat()
    .map((word) => word.charAt(0))
    .join('')}]`,
);
const NONE: readonly (readonly [string, string])[] = [];

/**
 * Pairs of names that differ by one word for another: 专项整治领导小组 and 专项治理领导小组, 防汛抗旱指挥部 and
 * 防汛抢险指挥部, 饮水安全问题整改工作领导小组 and 饮水安全整治领导小组办公室. Each name is looked up with its words exchanged.
 */
export function exchangedPairs(names: readonly string[]): readonly (readonly [string, string])[] {
  const able = names.filter((name) => mayBeTaken.test(name));
  if (able.length < 2) return NONE;
  const bare = new Map(able.map((name) => [bareName(name), name]));
  const pairs: (readonly [string, string])[] = [];
  for (const [name, written] of bare) {
    if (!institution.test(name)) continue;
    for (const words of takenFor) {
      const word = words.find((one) => name.includes(one));
      if (word === undefined) continue;
      for (const other of words) {
        const found = other > word ? bare.get(name.replace(word, other)) : undefined;
        if (found !== undefined && found !== written) pairs.push([written, found]);
      }
    }
  }
  return pairs;
}

/** Whose it is, when that is the house itself; and what joins or fills. */
const house = /^(?:医院|学校|学院|集团|公司|协会|本[院校局会])/;
const joining = /[与和及]|管理|工作|领导/g;
/** Bodies of which a house or place has one for each matter. */
const single = /^(?:委员会|领导小组|指挥部)(?:办公室)?$/;

/** 护理质量与安全管理委员会 and 护理安全质量委员会: of the same words of two characters, in another order. */
export function reorderedPairs(
  names: readonly string[],
  types: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const met = new Map<string, { readonly name: string; readonly inOrder: string }>();
  const pairs: (readonly [string, string])[] = [];
  for (const name of names) {
    const type = types.get(name) ?? '';
    if (!single.test(type) || /^(?:选举|推选|改选)/.test(name)) continue;
    const own = name
      .slice(0, name.length - type.length)
      .replace(house, '')
      .replace(joining, '');
    // 县道路交通安全: the level stands in front of the words.
    const front = own.length % 2 === 1 ? own.slice(0, 1) : '';
    const words = own.slice(front.length).match(/../gu) ?? [];
    if (words.length < 2 || words.length > 6) continue;
    const inOrder = words.join('');
    const key = `${front} ${words.sort().join('')} ${type}`;
    const other = met.get(key);
    if (!other) met.set(key, { name, inOrder });
    else if (other.inOrder !== inOrder) pairs.push([other.name, name]);
  }
  return pairs;
}

/** What a group does about what it was told of, and what fills such a name. */
const rectifying = /反馈|问题|意见|整改|落实|工作|专项|任务/g;
const deeds = /反馈|整改|落实/g;
/** 巡察 of 县水利局. */
const SHORTEST_MATTER = 5;
/** 巡察 by itself, where the text leaves out whose it is. */
const SHORTEST_BARE_MATTER = 2;
const matterOf = (name: string) => name.replace(/领导小组(?:办公室)?$/, '').replace(rectifying, '');
/** 县水利局巡察 and 巡察. */
const isOfItsHouse = (whole: string, matter: string) =>
  whole.length >= SHORTEST_MATTER &&
  whole.endsWith(matter) &&
  /[局委办院校镇乡道县市区司厅]$/.test(whole.slice(0, -matter.length));

/**
 * Names of a group that is set up and of one that nobody sets up, equal but for the words for putting things right:
 * 县水利局巡察整改工作领导小组 and 县水利局巡察反馈落实领导小组办公室. Of the same matter in front, a body has one group for it.
 * @param founded the names that the plan sets up
 * @returns the other name first
 */
export function rectifyingPairs(
  names: readonly string[],
  founded: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  if (founded.size === 0) return NONE;
  const byMatter = new Map<string, string[]>();
  for (const name of names) {
    const own = name.replace(/办公室$/, '');
    if (!own.endsWith('领导小组') || own.search(deeds) < 0) continue;
    const matter = matterOf(own);
    if (matter.length >= SHORTEST_BARE_MATTER) byMatter.set(matter, [...(byMatter.get(matter) ?? []), name]);
  }
  // 巡察反馈意见整改领导小组: the text leaves out whose it is.
  for (const [matter, all] of byMatter) {
    const wholes = [...byMatter.keys()].filter((other) => other !== matter && isOfItsHouse(other, matter));
    const [whole] = wholes;
    if (whole === undefined || wholes.length > 1) continue;
    byMatter.set(whole, [...(byMatter.get(whole) ?? []), ...all]);
    byMatter.delete(matter);
  }
  return [...byMatter.values()].flatMap((all) => {
    const [own, another] = all.filter((name) => founded.has(name));
    if (own === undefined || another !== undefined) return [];
    if (all.every((name) => matterOf(name).length < SHORTEST_MATTER)) return [];
    return all.flatMap((name): readonly (readonly [string, string])[] =>
      deedsOf(name) === deedsOf(own) ? [] : [[name, own]],
    );
  });
}

/** What is put right in a campaign, and what its name may lose. */
const campaignGroup = /^(.+?)(?:专项)?(?:整治|治理|整顿|清理)(?:工作|行动|活动)*领导小组(?:办公室)?$/;
const SHORTEST_CAMPAIGN = 4;

/**
 * A campaign has one leading group: 校外培训乱象专项整治领导小组 is set up, and 校外培训专项治理领导小组办公室 reports. Its matter is a part
 * of the other's, and nobody sets it up.
 * @param founded the names that the plan sets up
 * @returns the other name first
 */
export function shortenedCampaigns(
  names: readonly string[],
  founded: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const [own, another] = names.filter((name) => founded.has(name) && campaignGroup.test(name));
  const matter = own && campaignGroup.exec(own)?.[1];
  if (!own || !matter || another !== undefined) return NONE;
  return names.flatMap((name): readonly (readonly [string, string])[] => {
    const other = campaignGroup.exec(name)?.[1];
    return other !== undefined && other.length >= SHORTEST_CAMPAIGN && other !== matter && matter.includes(other)
      ? [[name, own]]
      : [];
  });
}

const deedsOf = (name: string) => (name.match(deeds) ?? []).join('');

/** They differ in a word that names lose all the time: 工作, 专项. */
export function isLooseVariant(a: string, b: string): boolean {
  const { first, second } = differenceOf(a, b);
  return loose.has(first + second);
}
