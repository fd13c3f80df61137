import { genreOf } from '../titles.ts';

/** What it is about: 开展…行动, 举办…运动会. Behind 学习教育 and the like the name may still go on: 主题教育活动. */
const activities =
  /(?:开展|实施|推进|举办|举行|组织|启动)(?:以?“[^”]{1,20}”为主题的)?([\p{Script=Han}“”·、\d]{2,30}?(?:活动|行动|工程|竞赛|大赛|(?:比赛|运动会|艺术节|体育节|文化节|科技节|读书节|攻坚战|(?:学习|主题|专题|警示|专项)教育|(?:专项|集中|综合|环境)整治|(?:专项|综合)治理)(?!(?:实践|专项)?(?:活动|行动|工程))))/gu;
const mayHold = /活动|行动|工程|赛|教育|整治|治理|运动会|[术育化技书]节|攻坚战/;
/** Words in front of a name, up to the last one; what is quoted belongs to the name. */
const leading =
  /^.*(?:开展|组织|参加|参与|负责|推进|实施|举办|举行|全[省市县区镇乡校院]|本次|此次|各类|[要把好对在的了等和与以将使、])(?![^“]*”)/u;
/** 业务活动, 专项行动 and the like are no names. */
const shortest = 5;
const shortestQuoted = 4;

/** The name without words in front of it: 在全县开展党史学习教育 → 党史学习教育. */
export function withoutLead(words: string): string {
  return words.replace(leading, '');
}

/** The activities that a line names. */
export function activitiesOn(text: string): readonly string[] {
  if (!mayHold.test(text)) return [];
  return [...text.matchAll(activities)].flatMap(([, name]) => {
    const words = withoutLead(name ?? '');
    // “清风行动: the mark that closes it stands behind the name, and the one that opens it in front.
    const quoted = words.includes('”') ? -1 : words.lastIndexOf('“');
    const own = words.slice(quoted + 1);
    return own.length >= (quoted < 0 ? shortest : shortestQuoted) ? [own] : [];
  });
}

/** Kinds of paper that begin with the last word of the activity: 读书活动方案, 环境整治工作方案. */
const eventOfGenre = /^(?:活动|行动|整治|竞赛|比赛|评选|改革)/;
const verbs = /^(?:关于)?(?:印发|做好|深入|扎实|持续|全面|集中|组织|开展|推进|实施|举办|举行|启动|加强)*/;
const years = /^(?:20\d\d|二[〇○零]..)[-—至]?(?:20\d\d)?(?:年度|年)?(?:[春秋]季|[上下]半年|第[一二三四]季度)?/u;
/** 社区, 校园 and the like are what an activity is about, no place that it belongs to. */
const place =
  /^\p{Script=Han}{1,4}?(?:省|(?<![城都超上])市(?![场民政容])|县|(?<![社校园景片库小城地山林灾牧湖矿厂街特禁])区|(?<![城乡村])镇|(?<![城下])乡(?![村镇土]))(?!.?级)/u;
/** The place with which a title begins: 石湾镇 in 石湾镇消防安全问题整改方案. */
export function placeOfTitle(title: string): string | undefined {
  return place.exec(title.replace(/[\s\u3000]+/g, ''))?.[0];
}

/** What is done with it, or the part of it that the paper is about. */
const behind = /(?:第[一二三四五]阶段)?(?:有关|相关)?(?:工作)?(?:的?指导)?$/;
const ends = /(?:活动|行动|工程|赛|节|会|教育|整治|治理|排查|培训|演练|创建|评选|攻坚|战|[月周日])$/;
const plain = /^[\p{Script=Han}“”·、\d]{4,30}$/u;
/** Without an ending that tells an activity only what is too long to be a word: 安全生产 is one. */
const shortestOpen = 8;

/**
 * The activity that the title of a plan names: what is left of it without unit, year and kind of paper.
 *
 * @param units names of those who may stand in front: the issuer
 */
export function activityOfTitle(title: string, units: readonly string[]): string | undefined {
  const text = title.replace(/[\s\u3000]+/g, '').replace(/[（(【[][^（()）【】[\]]{1,16}[)）】\]]$/, '');
  // 关于印发…实施方案的通知 has two kinds.
  const words = withoutGenre(withoutGenre(text) ?? '') ?? withoutGenre(text);
  if (words === undefined) return undefined;
  const name = units
    .reduce((rest, unit) => (rest.startsWith(unit) ? rest.slice(unit.length) : rest), words)
    .replace(/^[^《“]*?关于/, '')
    .replace(place, '')
    .replace(years, '')
    .replace(verbs, '')
    .replace(years, '')
    .replace(behind, '');
  return plain.test(name) && (ends.test(name) || (name.length >= shortestOpen && !name.endsWith('情况')))
    ? name
    : undefined;
}

/** The same where its last word tells an activity: what can be 开展; not 农村饮水安全保障能力. */
export function certainActivity(title: string, units: readonly string[]): string | undefined {
  const name = activityOfTitle(title, units);
  return name !== undefined && ends.test(name) ? name : undefined;
}

/** 读书活动 of 读书活动方案, whose kind of paper is called 活动方案; undefined where the title ends with no kind. */
function withoutGenre(title: string): string | undefined {
  const genre = genreOf(title);
  if (!genre || !title.endsWith(genre)) return undefined;
  return title.slice(0, title.length - genre.replace(eventOfGenre, '').length).replace(/的$/, '');
}
