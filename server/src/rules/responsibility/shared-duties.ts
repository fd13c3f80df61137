import { bodyKindOf } from '../../plan/bodies.ts';
import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import { endsLikeParty, isVagueName } from '../../plan/parties/words.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** Units that answer for one thing together. */
export interface SharedDuty {
  readonly names: readonly string[];
  /** The words that say so, label included. */
  readonly range: Range;
  /** 责任单位：甲、乙. */
  readonly labelled: boolean;
}

/** What one line says about duties of several units. */
export interface SharedDuties {
  readonly duties: readonly SharedDuty[];
  /** The line says who leads: 甲牵头, 甲会同乙. */
  readonly lead: boolean;
  /** The plan says that the first unit of each list leads. */
  readonly firstLeads: boolean;
}

const none: SharedDuties = { duties: [], lead: false, firstLeads: false };

const leadWords = /牵头|主办|会同|配合|协同|协助|协办|为主|统筹|负总责|第一责任|主责/;
const firstLeads =
  /(?:第一|首位|首个|排在前|列前|排首|列首)[^。]{0,14}(?:牵头|主办|主责)|(?:牵头|主办|主责)[^。]{0,12}(?:列|排)[^。]{0,6}(?:首|第一|前)/;

export const leadingSign = sign({ words: ['牵头', '主办', '主责'] });
/** What the duties of any units need. */
export const dutySign = sign({ words: ['责任', '负责', '承办', '承担', '落实', '组织', '实施', '共同', '联合'] });
const firstSign = sign({ units: '首排列', words: ['第一'] });

/** Says who leads. */
export function namesLead(text: string): boolean {
  return leadWords.test(text);
}

/** Duties of several units on a line; kept with its text. */
export const sharedDuties = lineMemo((facts): SharedDuties => read(facts));

/** Those who hold an event together: 承办单位：学生会、社团联合会. Its 主办单位 stands above them. */
const hosts = /^(?:活动|赛事|大赛)?(?:联合)?(?:主办|承办|协办|联办|指导|支持)(?:单位|部门|机构|方)?[：:]/;

function read(facts: LineFacts): SharedDuties {
  const { text } = facts;
  const first = hasSign(facts, leadingSign) && hasSign(facts, firstSign) && firstLeads.test(text);
  if (!hasSign(facts, dutySign)) return first ? { ...none, firstLeads: true } : none;
  const mentions =
    facts.parties.length > 0 && /责任|负责|承办|承担|落实|组织|实施/.test(text)
      ? facts.parties.filter(({ role, range }) => role === 'responsibleUnit' && !isOfMembers(text, range))
      : [];
  const duties = text.includes('、') && /[由（(按]/.test(text) ? toldDuties(text) : [];
  if (mentions.length < 2 && duties.length === 0) return first ? { ...none, firstLeads: true } : none;
  const lists = new Map<number, { range: Range; names: string[] }>();
  for (const { range, name } of mentions) {
    const list = lists.get(range.start);
    if (list) list.names.push(name);
    else lists.set(range.start, { range, names: [name] });
  }
  const labelled = [...lists.values()].flatMap(({ range, names }): SharedDuty[] => {
    if (hosts.test(text.slice(range.start, range.start + 10)) || givesOneEach(text, range.start)) return [];
    const units = unitsOf(names.join('、'));
    if (units.length < 2) return [];
    return [{ names: units, range, labelled: /[：:]/.test(text.slice(range.start, range.start + 10)) }];
  });
  const all = [...labelled, ...duties];
  return all.length === 0 && !first ? none : { duties: all, lead: saysWhoLeads(text, all), firstLeads: first };
}

/**
 * 统筹, 配合 and 协助 in the sentences in front of （责任单位：甲局、乙局） tell how the work is done, not who leads those in the brackets.
 */
function saysWhoLeads(text: string, duties: readonly SharedDuty[]): boolean {
  if (!leadWords.test(text)) return false;
  const [duty] = duties;
  const open = duty?.labelled && duties.length === 1 ? text.lastIndexOf('（', duty.range.start) : -1;
  if (!duty || open < 0 || duty.range.start - open > 1 || open < PROSE) return true;
  return leadWords.test(text.slice(open)) || leader.test(text.slice(0, open));
}
/** 分别由甲、乙、丙负责: `at` is where the list begins. */
const givesOneEach = (text: string, at: number): boolean => text.slice(Math.max(0, at - 3), at).includes('分别');

/** So much stands in front of the brackets at the end of a paragraph. */
const PROSE = 40;
const leader = /牵头|主办|会同|负总责|第一责任|主责/;

/** 由教务处、财务处负责人组成: where the members come from. */
const members =
  /^(?:等)?(?:部门|单位|科室)?的?(?:主要|相关|有关|分管)?(?:负责人|负责同志|领导|人员|骨干|代表|同志|专家|组成)/;
const isOfMembers = (text: string, { end }: Range) => members.test(text.slice(end, end + 12));

/** 由甲、乙分别…: each does its own part. */
const eachForItself = /分别|按照?(?:各自)?(?:职责|职能)$/;

/** 由各区、县教研室、市直学校…: each for its own area. Of 各乡镇人民政府、县住建局、县自然资源局 the last two are single offices. */
const areOfAreas = (list: string): boolean =>
  list
    .replace(/^各[区县市旗乡镇]、/, '各')
    .split('、')
    .every((name) => /^(?:各|[省市县区]?直)|^[区县市旗乡镇]+$/.test(name));

/** How far 负责 may stand behind 由. */
const reach = 60;

const told = /由|[（(](?=[^（）()]{4,60}(?:负责|落实)[)）])/g;
/** 负责, 承担; 联合开展, 共同审核. What they set up, sign or send out together asks for no leader; 共同监管 is meant for two. */
const answers =
  /(?:共同|联合|分工|协同)?(?:负责(?!人|同志)|承担|组织实施|落实)|(?:共同|联合)(?!组|成立|设立|建立|印|发|下|签|署|主|承|举|表|授|颁|命名|揭|参|派|打造|努力|商|研|推动|构|出|监|见|确|保|的|体)[一-龥]{2}/;

/** 由甲、乙（共同）负责…, （甲、乙等部门分工负责）. 分别负责 gives each its own part. */
function toldDuties(text: string): readonly SharedDuty[] {
  const duties: SharedDuty[] = [];
  for (const { index: at } of matchesOf(text, told)) {
    const clause = /^[^。，；：:,;]*/.exec(text.slice(at + 1, at + reach))?.[0] ?? '';
    const verb = answers.exec(clause);
    const list = clause.slice(0, verb?.index);
    if (!verb || !list.includes('、') || eachForItself.test(list) || areOfAreas(list)) continue;
    if (givesOneEach(text, at)) continue;
    const names = unitsOf(list);
    if (names.length < 2) continue;
    const end = at + 1 + verb.index + verb[0].length;
    duties.push({ names, range: { start: at, end }, labelled: false });
  }
  if (text.includes('按')) {
    for (const { index, 0: words, 1: list = '' } of matchesOf(text, byDuties)) {
      const names = unitsOf(list);
      if (names.length < 2) continue;
      duties.push({ names, range: { start: index, end: index + words.length }, labelled: false });
    }
  }
  return duties;
}

/** 更换管网12公里，甲局、乙局按职责抓好落实: behind what is to be done, without 由. */
const byDuties =
  /(?<=[，；])([^，。；：:由（()）]{2,14}(?:、[^，。；：:由（()）]{2,14}){1,6})按照?(?:各自)?(?:职责|职能)(?:分工)?(?:共同|分头|具体|各自)?(?:抓好|做好|负责)?(?:落实|实施|推进|组织实施|负责)(?=[，。；]|$)/g;

/** Party committee and government of one place, or two committees of one village, act as one; 县委办、县政府办督查室. */
const pair =
  /(?:党委|党工委|政府|办事处|管委会|党支部|党总支|村委会|居委会|党组|县委|区委|市委|两委)(?:办公室|办)?(?:督查[室科股组])?$/;
/** 各乡镇, 有关部门: each for its own area, or nobody in particular. */
const general = /^(?:各|全|有关|相关|其他|本|所属|所有|上述)|各|等$/;

/** 所在乡、镇人民政府: one of them, whichever there is. */
const levels = /^(?:所在地?|居住地|本|属地|辖区)?的?(?:民族)?[乡镇市县区旗]$/;

/** False for a list that surely has one name. */
export function mayBeSeveral(list: string): boolean {
  return /[、，,；;\s和]|以及/.test(list);
}

/** The units that a list names one by one; empty where they are one body in two names. */
export function unitsOf(list: string): readonly string[] {
  const names = list
    // 住房和城乡建设局 is one name: only behind a whole name does 和 join two.
    .split(/[、，,；;\s]+|以及|(?<=[局委办科处室部站所队院校会司团厂组镇乡县府心馆门）)])和(?=[\p{Script=Han}]{2,})/u)
    .map((name) =>
      name
        .replace(
          /等?(?:有关|相关)?(?:单位|部门)?(?:按照?)?(?:职责|各自职责)?(?:分工)?(?:共同|联合|协同)?(?:负责|落实)$|等(?:单位|部门)?$/,
          '',
        )
        .trim(),
    )
    .filter((name) => name.length >= 2 && !general.test(name) && !isVagueName(name) && !levels.test(name))
    .filter(
      (name) =>
        bodyKindOf(name) !== undefined || (endsLikeParty(name) && /[局委办科处室部站所队院校会司团]$/.test(name)),
    );
  const units = [...new Set(names)];
  return units.length === 2 && units.every((name) => pair.test(name)) ? [] : units;
}
