import { lineMemo } from '../../../../plan/facts.ts';
import { partAround } from '../../../../plan/line/sentences.ts';
import type { Line } from '../../../../plan/model.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { introduces } from './introduced.ts';
import { LEVELS, levelOf, levelSign } from './levels.ts';
import type { OwnBody } from './own-bodies.ts';

/** A level of government that is not the plan's own, said of its own matters. */
export interface ForeignLevel {
  readonly word: string;
  readonly range: Range;
}

interface Said extends Range {
  readonly word: string;
  /** 省, 市, 县 (also said of 区), 镇. */
  readonly level: string;
  readonly how: 'target' | 'improved' | 'acted' | 'sister' | 'office' | 'decides';
}

/** 全市综合利用率达到92%: a goal, and who is to reach it. */
const target =
  /(?<![安完健保周齐])全([省市县区镇乡])(?![场区长民委直域容政际])[^，。；、：]{2,14}?(?:达到|提高到|提高至|提升到|提升至|控制在|下降到|降至|降到|增至|不低于|不少于)\s*\d/g;
/** Then the goal is another's, or a fact. */
const told =
  /根据|按照|依据|下达|平均|高于|低于|优于|排名|前列|位居|占全|目前|截至|去年|上年|市委|市政府|省委|省政府|贡献|确保全|总目标|助力/;
const improved = /(?:提升|推动|促进|提高|推进|增强|加快|助推)全([市县区镇乡])(?![场区长民委直域容政际])/g;
/** 对全市38条河道拉网排查: what is done to all of a level, by whoever the plan is of. */
const acted =
  /(?<=[对在把])全([省市])(?![场区长民委直域容政际])(?=[^，。；、：]{0,14}?(?:排查|检查|整治|摸排|清查|清理|巡查|治理|抽查|核查))/g;
/** Then those above do it, or have it done. */
const byThose =
  /[省市](?:委|政府|人民政府|级|直|[\p{Script=Han}]{1,8}?(?:局|厅|办|部门))|督[察查导]组|巡[视查]组|第三方|国务院|中央|国家|上级|统一/u;
/** An autonomous region is 全区 as well: a county may stand well in it. */
const compared = /排名|位居|前列|平均|高于|低于|优于|占全|下达|第[一二三四五六七八九十\d]+[名位]/;
/** 全区 in the plan of a county, 我县 in that of a district. */
const sister = /(?:(?<![安完健保周齐])全|我|(?<![根基日])本)([县区])(?![域级情城直委长里间块划内段县区别分隔])/g;
/** 承办全区旅游安全现场会: what is held for an autonomous region or a city. */
const heldForAll = /承办|协办|现场会|观摩会/;
/** 报县食安办, 由区民政局: an office of a level, by no name. */
const office =
  /(?<=[报由向经交送至])([县区])(?:委(?!员)|人民政府|政府|[\p{Script=Han}]{2,8}?(?:局|办公室)(?![部面限])|[\p{Script=Han}]{2}办(?![法公理事]))/gu;
const decides =
  /(?<=报|提交|提请|报请|报经|经)([县])(?:委常委会|政府常务会|委|人民政府|政府)(?:会议|常务会议)?(?=研究|审定|审议|批准|同意|审批)/g;
const NONE: readonly Said[] = [];

const saidOn = lineMemo(({ text }): readonly Said[] => {
  const found = [
    ...read(text, target, 'target').filter(({ start }) => !told.test(partAround(text, start))),
    ...read(text, improved, 'improved'),
    ...read(text, acted, 'acted').filter(({ start }) => isOwnDoing(partAround(text, start))),
    ...read(text, sister, 'sister').filter(({ start }) => isOwnSaying(partAround(text, start))),
    ...read(text, office, 'office'),
    ...read(text, decides, 'decides'),
  ];
  return found.length === 0 ? NONE : found;
});

const isOwnSaying = (part: string) => !compared.test(part) && !heldForAll.test(part);
const isOwnDoing = (part: string) => !told.test(part) && !byThose.test(part);

function read(text: string, pattern: RegExp, how: Said['how']): readonly Said[] {
  return matchesOf(text, pattern).map((match) => {
    const isWhole = how === 'target' || how === 'improved';
    const start = isWhole ? match.index + match[0].indexOf('全') : match.index;
    const end = isWhole || how === 'acted' ? start + 2 : match.index + match[0].length;
    return { word: text.slice(start, end), level: match[1] ?? '', how, start, end };
  });
}

/** False for a plan in which `foreignLevels` finds nothing, whosever it is. */
export const speaksOfLevels = (lines: readonly Line[]): boolean => linesWith(lines, levelSign).length > 0;

/**
 * 全市 for a goal in the plan of a county, 全县 in that of a city or a provincial body, 县食安办 in that of a district:
 * once each. Said more often, the plan has to do with that level.
 */
export function foreignLevels(own: OwnBody | undefined, lines: readonly Line[]): readonly ForeignLevel[] {
  const at = own ? own.rank - 1 : -1;
  const level = LEVELS[at];
  if (!own || level === undefined) return [];
  const isPlace = /^(?:county|city|town)$/.test(own.sort);
  const found = linesWith(lines, levelSign).flatMap((line) =>
    line.place === 'quote' ? [] : saidOn(line.facts).map((said) => ({ line, said })),
  );
  if (found.length === 0) return [];
  const times = new Map<string, number>();
  for (const { said } of found) times.set(keyOf(said), (times.get(keyOf(said)) ?? 0) + 1);
  const texts = lines.map(({ text }) => text);
  return found.flatMap(({ line, said }): readonly ForeignLevel[] => {
    const distance = LEVELS.indexOf(levelOf[said.level] ?? '') - at;
    const isAlone = times.get(keyOf(said)) === 1;
    const fits =
      isAlone &&
      ((said.how === 'target' && isPlace && distance < 0 && saysWhole(texts, level, own)) ||
        (said.how === 'acted' && isPlace && distance < 0 && isOnlyWhole(texts, said, line.text)) ||
        (said.how === 'sister' &&
          isPlace &&
          isSister(own.name.slice(-1), said.level) &&
          isOnlySister(texts, said, own)) ||
        (said.how === 'improved' && distance > 0 && line.place !== 'cell' && isOnlyWhole(texts, said, line.text)) ||
        (said.how === 'decides' && level === '市' && isPlace && !/各县|县[（(、]|县区|区县/.test(line.text)) ||
        (said.how === 'office' &&
          isPlace &&
          isSister(own.name.slice(-1), said.level) &&
          isOnlyOffice(texts, said, own)));
    // 县食品安全委员会办公室（以下简称县食安办）
    const isIntroduced = fits && lines.some(({ text }) => introduces(text, said.word));
    return fits && !isIntroduced ? [{ word: said.word, range: line.at(said.start, said.end) }] : [];
  });
}

const keyOf = ({ how, level }: Said) => how + level;

/** The plan speaks of 全县 itself. */
function saysWhole(texts: readonly string[], level: string, { name }: OwnBody): boolean {
  const words = level === '县' ? ['县', '区', '旗'] : level === '镇' ? ['镇', '乡', '街道'] : [level];
  return texts.some(
    (text) => words.some((word) => text.includes(`我${word}`) || text.includes(`全${word}`)) || text.includes(name),
  );
}

/** Of 全县 nothing else is said, and no county is spoken to in the sentence. */
function isOnlyWhole(texts: readonly string[], { word, level, start }: Said, text: string): boolean {
  const times = texts.reduce((sum, one) => sum + one.split(word).length - 1, 0);
  return times === 1 && !partAround(text, start).replace(word, '').includes(level);
}

const isSister = (own: string, other: string) => (own === '区' && other === '县') || (own === '县' && other === '区');

/**
 * 全区 may be said of an autonomous region, of a park or of a lake, 全县 of a county that a city's district has to do with: the plan
 * speaks of its own level, and of no other place of the kind.
 */
function isOnlySister(texts: readonly string[], { word, level }: Said, { name }: OwnBody): boolean {
  const ours = name.slice(-1);
  const all = texts.join('\n').replaceAll(name, '');
  if (!(ours === '县' ? ofCounty : ofDistrict).test(all) || autonomous.test(all)) return false;
  return !(level === '区' ? anyDistrict : /县/).test(all.replace(word, ''));
}
const ofCounty = /[全我本]县(?!域)|(?<!\p{Script=Han})县(?:委|政府|人民政府)/u;
const ofDistrict = /[全我本]区(?![域块划])|(?<!\p{Script=Han})区(?:委|政府|人民政府)/u;
const autonomous = /自治|壮族|回族|藏|蒙|新疆|广西|宁夏|[旗盟](?:委|政府|县|区|市)|各旗/;
const anyDistrict = /(?<![社辖小地城市街])区(?![域块别分间划])/;

/** The plan has its offices by its own level, and deals with no others. */
function isOnlyOffice(texts: readonly string[], { level }: Said, { name }: OwnBody): boolean {
  const ours = name.slice(-1);
  const all = texts.join('\n');
  if (/区县|县区|市县|各县|各区|[县区][（(][县区市]|[县区]、[县区]|开发区|园区|新区|高新/.test(all)) return false;
  const uses = new RegExp(
    `(?<![\\p{Script=Han}])${ours}(?:委|政府|人民政府|[\\p{Script=Han}]{2,8}?(?:局|办|委员会))`,
    'gu',
  );
  const others = new RegExp(`[全我本各]${level}|${level}(?:委|政府|直|级|城)`, 'g');
  return (
    (all.match(uses)?.length ?? 0) + (all.match(new RegExp(`[全我]${ours}`, 'g'))?.length ?? 0) > 1 &&
    !others.test(all.replace(/《[^》]{1,40}》/g, ''))
  );
}
