import { anyOf } from '../../../text/any-of.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { tableOfUnits } from '../../../text/units.ts';
import lists from './particles.yaml';

/** A 的 that should be 地 or 得, or a 地 that should be 的. */
export interface WrongParticle {
  /** The phrase: the word in front, the particle and the verb or result behind it. */
  readonly range: Range;
  /** The particle. */
  readonly place: Range;
  readonly right: '的' | '地' | '得';
}

const table = lists as Readonly<
  Record<
    | 'manners'
    | 'adverbs'
    | 'strong'
    | 'verbs'
    | 'nominal'
    | 'byMeans'
    | 'results'
    | 'heads'
    | 'plain'
    | 'past'
    | 'games'
    | 'farthest'
    | 'far'
    | 'degrees'
    | 'likeThis'
    | 'acts'
    | 'spokenOf'
    | 'ways'
    | 'qualities'
    | 'givers'
    | 'things'
    | 'events'
    | 'holders'
    | 'namedActs'
    | 'modals'
    | 'done'
    | 'readings'
    | 'papers',
    readonly string[]
  >
>;

const manners = new Set(table.manners);
const adverbs = new Set(table.adverbs);
const acts = new Set(table.acts);
const longest = (words: ReadonlySet<string>) => Math.max(...[...words].map(({ length }) => length));
const LONGEST_MANNER = longest(manners);
const LONGEST_ACT = longest(acts);
/** What the words in front of the particle end with. */
const mannerEnds = tableOfUnits(table.manners.map((word) => word.at(-1)).join(''));
const actEnds = tableOfUnits([...table.acts, ...table.games].map((word) => word.at(-1)).join(''));
/** What a verb or result behind the particle may begin with. */
const verbHeads = tableOfUnits(
  `${[...table.strong, ...table.verbs, ...table.plain, ...table.past, ...table.done, ...table.readings].map((verb) => verb.charAt(0)).join('')}对把将为去让在做看想查说学谈读练试问听比写议评改找`,
);
const resultHeads = tableOfUnits(
  [...table.results, ...table.degrees, ...table.farthest, ...table.far].map((word) => word.charAt(0)).join(''),
);
const heads = (words: readonly string[]) => tableOfUnits(words.map((word) => word.charAt(0)).join(''));
const thingHeads = heads([...table.things, ...table.events, ...table.namedActs]);
const qualityEnds = tableOfUnits([...table.qualities, ...table.manners].map((word) => word.at(-1)).join(''));
/** 复制下来: a verb with where it comes to. 人回来, 资金下来 say who or what comes. */
const comesTo = new RegExp(
  `^(?:${anyOf([...table.verbs, ...table.acts, ...table.past, ...table.done])})(?:${anyOf(table.ways)})(?!的)`,
);
const wayHeads = heads(table.ways);
/** Whether the first character of such a way stands one or two places behind the verb's first. @param at of the particle */
const mayComeTo = (text: string, at: number): boolean =>
  wayHeads[text.charCodeAt(at + 2)] === 1 || wayHeads[text.charCodeAt(at + 3)] === 1;
/** 做一做, 看一看: nothing but a verb. */
const strong = new RegExp(`^(?:${anyOf(table.strong)}|([做看想查说学谈读练试问听比写议评改找])一\\1)`);
/** 有效的防止污染的设备: what it is for. */
const serves = /^(?:防止|避免|杜绝|确保)[^，。；的]{2,14}的(?:证|设[备施]|器材|措施|手段|办法|方法|制度|机制|方案)/;
const verbWith = new RegExp(`^(?:${anyOf(table.verbs)})(?:了(?!解)|着(?=\\p{Script=Han}))`, 'u');
const past = new RegExp(`^(?:${anyOf(table.past)})了`);
/**
 * 更好的将政策送到群众手中, 有效的把问题解决在基层: the preposition with what it is done to. 有效的把关 and 更好的将来 are things,
 * and 更多的将 may be more people who will.
 */
const takesObject =
  /^(?:把(?![关手握控柄脉戏守总持子儿式兄])|将(?![来军领要会近士帅相才校级官予给优由进取按不视依通]))(?=\p{Script=Han}{2})/u;
/** 跳的最多的小组, 谁跑的快。 */
const farthest = new RegExp(
  `^(?:(?:${anyOf(table.farthest)})(?=$|[，。；、！）]|的)|(?:${anyOf(table.far)})(?=$|[，。；、！）]))`,
);
const games = new Set(table.games);
/** 更好的去关心, 很容易的让大家接受: 去 with its verb, 让 with whom. 更好的去处 and 更大的让步 are things. */
const leadsOn = /^(?:去(?![处向留年世除污皮])(?=\p{Script=Han})|让(?![利步位座渡与路])(?=\p{Script=Han}{2}))/u;
/** 牢固的在学生中普及: where it is done. 优秀的在校生 is a person. */
const somewhere = /^在(?![校职建读岗线编册籍场]|此)[^，。；：、的在]{1,12}[中上下内里间](?=\p{Script=Han}{2})/u;
const verbAlone = new RegExp(`^(?:${anyOf(table.verbs)})(?=\\p{Script=Han}{2})`, 'u');
const nominal = new RegExp(`(?:${anyOf(table.nominal)})(?:了|着|过)?[^，。；：、]{0,10}$`);
const byMeans = new RegExp(`(?:${anyOf(table.byMeans)})[^，。；：、]{0,10}$`);
const result = new RegExp(
  `^(?:(?:${anyOf(table.results)})(?=$|[，。；、！）]|的)|(?:${anyOf(table.degrees)})的?(?:${anyOf(table.likeThis)})(?=$|[，。；！,;]|及|和))`,
);
const spokenOf = new RegExp(`(?:${anyOf(table.spokenOf)})$`);
/** 扎实的推进各项任务: what the verb is done to stands behind it, so that it is no name of a thing. */
const verbOnThing = new RegExp(
  `^(?:${anyOf(table.verbs)})(?=各[项级类]|本[职次村校院]|我[县市区镇乡村校院局]|全[县市区镇乡村校院局][各的]?\\p{Script=Han}|[这该此][项次些]|每一)`,
  'u',
);
/** 原汁原味的学习党的二十大报告: the paper that is read stands behind the verb. */
const readsPaper = new RegExp(`^(?:${anyOf(table.readings)})(?:了|好)?(?=${anyOf(table.papers)})`);
/** 积极主动的对…进行自查, 认真的把…做好: a preposition with its verb. 有效的对策, 全面的对照检查 are things. */
const onObject =
  /^((?:对(?![策话比接照外应手称标口象等齐抗付立方])|[把将](?!军来士领))[^，。；：、]{2,24}?(?:进行|开展|予以|加以|给予|做好|抓好|落实到|纳入))(?![^，。；]{0,12}的(?:机制|制度|办法|方案|措施|体系|工作|力度))/;
/** 更好的为师生服务，: 为 with what is done for them. 更好的为民服务环境 is a thing. */
const forWhom =
  /^为[^，。；：、的]{1,14}?(?:服务|提供[^，。；：、的]{1,8}|奠定[^，。；：、的]{0,6}基础|打下[^，。；：、的]{0,6}基础)(?=[，。；、！]|$)/;
/** 提供更好的为老服务: a thing that is offered. */
const offered = /(?:提供|打造|建设|营造|构建|形成|享受)[^，。；]{0,8}$/;
const made = /(?:建立|形成|完善|健全|采取|制定|探索)[^，。；]{0,8}$/;

/** 必须持之以恒的读书。: what must be done, and nothing behind it. 需要持之以恒的努力 is a thing. */
const modal = new RegExp(`(?:${anyOf(table.modals)})$`);
const verbAtEnd = new RegExp(`^(?:${anyOf([...table.verbs, ...table.done])})(?=[，。；、！]|$)`);

/** 可以更好的帮助困难群众: behind these a verb comes, and what stands in front of it says how. */
const can =
  /(?:可以|能够|才能|得以|必须|应当|应该|务必)(?:更|更加|比较)?$|(?:^|[，。；：也就都才还并])(?:会|要|能|可|将)$/;
const anyVerb = new RegExp(`^(?:${anyOf(table.verbs)})(?!的)`);

/** The verb names a thing: 更好的服务工作, 不断的学习中. */
const noun =
  /^..(?:的|率|生活|方案|计划|工作|流程|通道|响应|标准|单位|渠道|引导|活动|规程|材料|方法|口径|内容|环境|条件|措施|机制|作用|力度|情况|方式|办法|能力|水平|效果|成效|氛围|过程|培训|宣传|中|和|与|及|、)/;

/** ，并有针对性的开展安全检查: at the head of a clause, in front of a verb with its object, the words say how. */
const clauseHead = /(?:^|[，。；：]|并|要|应|能|可以|从而|分别)$/;
const verbWithObject =
  /^(?:开展|制定|采取|提出|解决|做好|组织开展|履行)(?!了|着|的)(?=[一-龥]{2})(?![一-龥]{0,4}(?:工作|措施|情况|方案|计划|机制|制度|办法|能力|力度|水平|态度|方法|意识|精神|作用|效果|渠道|方式)(?:[，。；、和]|$))/;
const saysHow = new Set(table.heads);
/** 较好的践行宗旨: such a verb with its object is no thing, whoever stands in front of it. */
const plainVerb = new RegExp(
  `^(?:${anyOf(table.plain)})(?=[一-龥]{2})(?!的|.?者|[一-龥]{0,4}(?:路径|对策|预案|效应|模式|保障|练习|记录|体系|力量|范围|人员|要求|成果|措施|意见|方案|办法|计划|工作|机制|制度|能力|力度|水平|作用|情况|环境|氛围|活动|效果|思路|建议|规划|渠道|途径|方式|手段))`,
);

const NONE: readonly WrongParticle[] = [];

/** 提供…高效地服务: from the verb to the mark or end behind the thing. */
const given = new RegExp(
  `(?:${anyOf(table.givers)})(?:了|着)?[^，。；：地]{0,24}?((?:${anyOf(table.qualities)})地(?:${anyOf(table.things)}))(?=[，。；、！]|$)`,
  'g',
);
/** 开展有针对性地抽查，: the act is what is carried out. 组织有针对性地抽查 may be two verbs. */
const held = new RegExp(
  `(?:${anyOf(table.holders)})(?:了)?((?:(?:${anyOf(table.manners)})[、和]?){1,3}地(?:${anyOf(table.namedActs)}))(?=[，。；、！]|$|活动|工作)`,
  'g',
);
const event = new RegExp(`((?:${anyOf(table.qualities)})地(?:${anyOf(table.events)}))`, 'g');

/** The 地 of a text in front of a noun (提供高效地服务), in order. */
function wrongAttributes(text: string): WrongParticle[] {
  const found = new Map<number, WrongParticle>();
  for (const pattern of [given, event, held]) {
    for (const { 0: raw, 1: words = '', index } of matchesOf(text, pattern)) {
      const start = index + raw.length - words.length;
      const at = start + words.lastIndexOf('地');
      // 给予有力地支持 is found by two of them.
      if (found.has(at)) continue;
      found.set(at, { range: { start, end: start + words.length }, place: { start: at, end: at + 1 }, right: '的' });
    }
  }
  return [...found.values()].sort((a, b) => a.place.start - b.place.start);
}

/** The 的 of a text that stand for 地 (有力的促进了) or 得 (抓的不紧), and the 地 that stand for 的, in order. */
export function findWrongParticles(text: string): readonly WrongParticle[] {
  let found: WrongParticle[] | undefined;
  for (let at = text.indexOf('地', 2); at > 0 && !found; at = text.indexOf('地', at + 1)) {
    if (qualityEnds[text.charCodeAt(at - 1)] !== 1 || thingHeads[text.charCodeAt(at + 1)] !== 1) continue;
    const attributes = wrongAttributes(text);
    if (attributes.length === 0) break;
    found = attributes;
  }
  for (let at = text.indexOf('的', 1); at > 0; at = text.indexOf('的', at + 1)) {
    const before = text.charCodeAt(at - 1);
    const behind = text.charCodeAt(at + 1);
    const one =
      (mannerEnds[before] === 1 && (verbHeads[behind] === 1 || mayComeTo(text, at))
        ? asAdverbial(text, at)
        : undefined) ?? (actEnds[before] === 1 && resultHeads[behind] === 1 ? asResult(text, at) : undefined);
    if (!one) continue;
    found ??= [];
    found.push(one);
  }
  return found ?? NONE;
}

/** The longest word of the list that ends at `at`. */
function wordBefore(text: string, at: number, words: ReadonlySet<string>, length: number): string | undefined {
  for (let size = Math.min(length, at); size > 0; size--) {
    const word = text.slice(at - size, at);
    if (words.has(word)) return word;
  }
  return undefined;
}

function asAdverbial(text: string, at: number): WrongParticle | undefined {
  const word = wordBefore(text, at, manners, LONGEST_MANNER);
  if (word === undefined) return undefined;
  const behind = text.slice(at + 1, at + 9);
  const front = text.slice(Math.max(0, at - 12), at - word.length);
  const verb =
    (serves.test(text.slice(at + 1, at + 25)) ? undefined : strong.exec(behind)?.[0]) ??
    (word === '更多' ? undefined : comesTo.exec(behind)?.[0]) ??
    leadsOn.exec(behind)?.[0] ??
    (behind.startsWith('在') ? somewhere.exec(text.slice(at + 1, at + 20))?.[0] : undefined) ??
    (/^[对把将]/.test(behind) && !made.test(front) ? onObject.exec(text.slice(at + 1, at + 32))?.[1] : undefined) ??
    (word === '更多' || made.test(front) ? undefined : takesObject.exec(behind)?.[0]) ??
    (behind.startsWith('为') && adverbs.has(word) && !offered.test(front)
      ? forWhom.exec(text.slice(at + 1, at + 32))?.[0]
      : undefined) ??
    (can.test(front) && !noun.test(behind) ? anyVerb.exec(behind)?.[0] : undefined) ??
    (nominal.test(front) ? undefined : verbOf(word, front, behind));
  return verb === undefined ? undefined : particle(at, word, verb, '地');
}

function verbOf(word: string, front: string, behind: string): string | undefined {
  const withMark = verbWith.exec(behind)?.[0] ?? past.exec(behind)?.[0];
  if (withMark !== undefined) return withMark;
  // 以有效的落实 names a thing, 以实际行动较好的践行了 does not.
  if (byMeans.test(front)) return undefined;
  const onThing = verbOnThing.exec(behind)?.[0];
  if (onThing !== undefined) return onThing;
  const reads = readsPaper.exec(behind)?.[0];
  if (reads !== undefined) return reads;
  const headed = saysHow.has(word) && clauseHead.test(front) ? verbWithObject.exec(behind)?.[0] : undefined;
  if (headed !== undefined) return headed;
  const plain = noun.test(behind) ? undefined : plainVerb.exec(behind)?.[0];
  if (plain !== undefined) return plain;
  const due = modal.test(front) ? verbAtEnd.exec(behind)?.[0] : undefined;
  if (due !== undefined) return due;
  return adverbs.has(word) && !noun.test(behind) ? verbAlone.exec(behind)?.[0] : undefined;
}

function asResult(text: string, at: number): WrongParticle | undefined {
  const verb = text.charAt(at - 1);
  const far = games.has(verb) ? farthest.exec(text.slice(at + 1, at + 5))?.[0] : undefined;
  if (far !== undefined) return particle(at, verb, far, '得');
  const found = result.exec(text.slice(at + 1, at + 9))?.[0];
  const word = found === undefined ? undefined : wordBefore(text, at, acts, LONGEST_ACT);
  if (word !== undefined && spokenOf.test(text.slice(Math.max(0, at - word.length - 2), at - word.length)))
    return undefined;
  return found === undefined || word === undefined ? undefined : particle(at, word, found, '得');
}

function particle(at: number, front: string, behind: string, right: '地' | '得'): WrongParticle {
  return {
    range: { start: at - front.length, end: at + 1 + behind.length },
    place: { start: at, end: at + 1 },
    right,
  };
}
