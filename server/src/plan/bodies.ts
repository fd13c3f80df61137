import table from './bodies.yaml';

/**
 * What kind of body a plan comes from. 条例 and 减负规定 bind Party and government bodies; schools,
 * hospitals, enterprises, villages and associations follow them as far as they choose to.
 * `other` is a body whose name does not tell: 中心, 处, 党支部.
 */
export type BodyKind =
  | 'party'
  | 'government'
  | 'school'
  | 'hospital'
  | 'enterprise'
  | 'village'
  | 'association'
  | 'other';

/** The body that a plan comes from, and how that is known, surest source first. */
export interface IssuingBody {
  readonly kind: BodyKind;
  /** As written: 青禾县教育局, 我校. */
  readonly name: string;
  /** `signature`: signature, carrier or front matter; `title`: the name in front of it; `text`: what it calls itself. */
  readonly source: 'signature' | 'title' | 'text';
}

const words = table as {
  readonly endings: Readonly<Record<BodyKind, readonly string[]>>;
  readonly selfNames: Readonly<Partial<Record<BodyKind, readonly string[]>>>;
};

const endings: ReadonlyMap<string, BodyKind> = new Map(
  Object.entries(words.endings).flatMap(([kind, list]) => list.map((word) => [word, kind as BodyKind] as const)),
);
const longestEnding = Math.max(...[...endings.keys()].map((word) => word.length));
const selfKinds: ReadonlyMap<string, BodyKind> = new Map(
  Object.entries(words.selfNames).flatMap(([kind, list]) => list.map((word) => [word, kind as BodyKind] as const)),
);
const selfName = new RegExp([...selfKinds.keys()].sort((a, b) => b.length - a.length).join('|'));

/**
 * The kind of body that a name belongs to; undefined when it does not end like a body's name.
 * @param name 青禾镇中心小学, 县教育局、县公安局 (of several the last one decides)
 */
export function bodyKindOf(name: string): BodyKind | undefined {
  const bare = name.replace(/[\s\u3000]+|[（(][^（()）]{0,20}[)）]$/g, '');
  for (let length = Math.min(longestEnding, bare.length - 1); length > 0; length--) {
    const kind = endings.get(bare.slice(-length));
    if (!kind) continue;
    // 中共青禾镇中心小学支部委员会 is a school's, 中共青禾县委员会 a Party committee.
    if (/^中共|^中国共产党/.test(bare) && /委员会$|委$/.test(bare)) return partyCommittee(bare);
    return (kind === 'other' && hostKind(bare)) || kind;
  }
  return undefined;
}

/** 青禾镇中心小学党支部 is a school's as well; a branch of an office stays a branch. */
function hostKind(name: string): BodyKind | undefined {
  const host = /^(.{3,})(?:党支部|党总支)$/.exec(name)?.[1];
  const kind = host === undefined ? undefined : bodyKindOf(host);
  return kind === 'school' || kind === 'hospital' || kind === 'enterprise' ? kind : undefined;
}

function partyCommittee(name: string): BodyKind {
  const host = name.replace(/^(?:中共|中国共产党)|(?:总支部|支部)?委员会$|委$/g, '');
  const kind = bodyKindOf(host);
  return kind === undefined || kind === 'government' || kind === 'other' ? 'party' : kind;
}

/** What a title says behind the name of its issuer. */
const behindIssuer =
  /^(?:[-—–]|关于|20\d\d|19\d\d|[“"《]|开展|深入|推进|加强|落实|贯彻|进一步|创建|第[一二三四五]|学习|集中|实施|党|防|安全|应急|领导班子|校园|工作)/;
/** Such words begin no name. */
const noName =
  /^(?:关于|全|各|本|开展|深入|推进|加强|建设|创建|落实|贯彻|进一步|文明|平安|和谐|农村|乡村|城市|城乡|20|19|[“"《])/;

/** Endings after which the name is over, whatever follows. 县小学, 中小学 mean schools in general. */
const sureIssuer =
  /(?:人民政府|办事处|教育局|(?<![县市区省镇乡中全])(?:小学|中学|幼儿园)|公司|(?<!教育|产业|犯罪|医疗|医院|学校|村|镇)集团|医院|卫生院)$/;

/** 青禾县中小学 in 青禾县中小学校园安全整治方案: all schools of a place, not the one that issues it. */
const inGeneral = /(?:中小学(?:校|[、和]?幼儿园)?|[省市县区州](?:各类)?学校|各类学校)$/;

/** The body in front of a title: 青禾县教育局 in 青禾县教育局关于…的实施方案; undefined when none stands there. */
export function bodyOfTitle(title: string): { readonly kind: BodyKind; readonly name: string } | undefined {
  const text = title.replace(/[\s\u3000]+/g, '');
  if (noName.test(text)) return undefined;
  for (let end = 3; end <= Math.min(24, text.length - 4); end++) {
    const name = text.slice(0, end);
    const sure = end >= 4 && sureIssuer.test(name) && !/^[校生教化军]/.test(text.slice(end));
    if (!sure && !behindIssuer.test(text.slice(end))) continue;
    const kind = inGeneral.test(name) ? undefined : bodyKindOf(name);
    if (kind && /^[\p{Script=Han}、（）()]+$/u.test(name)) return { kind, name };
  }
  return undefined;
}

export interface SelfName {
  readonly kind: BodyKind;
  readonly name: string;
}

/** What a line calls the body that it comes from: 我校, 我局. */
export function selfNameOn(text: string): SelfName | undefined {
  const name = selfName.exec(text)?.[0];
  const kind = name === undefined ? undefined : selfKinds.get(name);
  return name === undefined || kind === undefined ? undefined : { kind, name };
}

/** 青禾农场安全生产委员会 in a paper of 青禾农场: a body within a house is of the house's kind. */
function kindOfHouse(issuer: string, titled: SelfName | undefined): BodyKind | undefined {
  if (!titled || !/^(?:school|hospital|enterprise|village)$/.test(titled.kind)) return undefined;
  return issuer.startsWith(titled.name) ? titled.kind : undefined;
}

/** The body that a plan comes from, by its signature, its title, or what its text calls itself most often. */
export function readIssuingBody(
  issuer: string | undefined,
  title: string,
  lines: readonly { readonly facts: { readonly selfName?: SelfName | undefined } }[],
): IssuingBody | undefined {
  const named = bodyOfTitle(title);
  const signed = issuer === undefined ? undefined : (kindOfHouse(issuer, named) ?? bodyKindOf(issuer));
  if (issuer !== undefined && signed) return { kind: signed, name: issuer, source: 'signature' };
  if (named) return { ...named, source: 'title' };
  const votes = new Map<BodyKind, { name: string; count: number }>();
  for (const line of lines) {
    const self = line.facts.selfName;
    if (!self) continue;
    const vote = votes.get(self.kind);
    if (vote) vote.count++;
    else votes.set(self.kind, { name: self.name, count: 1 });
  }
  const [best, second] = [...votes].sort(([, a], [, b]) => b.count - a.count);
  if (!best || (second && second[1].count * 2 > best[1].count)) return undefined;
  return { kind: best[0], name: best[1].name, source: 'text' };
}
