import type { LineFacts } from '../facts.ts';
import { endsLikeParty, endsLikeUnit, isKindOfParty, looksLikePerson, titlePattern } from '../parties/words.ts';

/**
 * Whether the words of a name at a place belong to another, longer name there: 李明 in 李明华, 办公室 in
 * 县政府办公室, 安全股 in 安全股长. Whoever renames the one must leave the other alone.
 *
 * @param facts of the line `text`; the values of front matter have none
 * @param known names of the plan
 */
export function isOtherName(
  text: string,
  at: number,
  name: string,
  known: readonly string[],
  facts?: LineFacts,
): boolean {
  const end = at + name.length;
  if (endsLikeParty(name)) {
    // An activity stays the same with words in front of it: 第三批学习实践活动.
    const isWithin = known.some((other) => other.indexOf(name) > 0 && isPartOf(text, at, name, other));
    return isWithin || isPrefixed(text, at, name) || goesOn(text, end, name) || isOfficeOfGroup(text, at, name, known);
  }
  return looksLikePerson(name) && (placeFollows(text, end) || isOtherPerson(text, at, name, known, facts));
}

function isPartOf(text: string, at: number, name: string, longer: string): boolean {
  const from = at - longer.lastIndexOf(name);
  return from >= 0 && text.startsWith(longer, from);
}

/** Behind what looks like the name of a person: 高山村 and 龙海路 are places, 高山镇长 is a person. */
const placeBehind =
  /(?:[市县区镇乡村](?![长委级]|支书|书记|主任|干部)|街(?!长)|道(?=上|旁|口)|[路桥族湖河江岛港寺](?!长|过)|地区|景区|流水|市场|广场|公园|[小中大]学|学校|医院|公司|集团|社区|水库)/y;

function placeFollows(text: string, end: number): boolean {
  placeBehind.lastIndex = end;
  return placeBehind.test(text);
}

/** A place or body directly in front of the name of a unit makes it another one; 我局, 学校 and the like do not. */
const prefix = /[省市县区镇乡村街局委厅处科院部组校站所中]$/;
const ownPrefix = /(?:我|本|该|由|各|学校|机关|单位|全[省市县区镇乡村校院])$|[由和与及经向对为在、]$/;
/**
 * What may stand in front of a word for bodies of a kind (办公室) that means the one of the house; any
 * other word belongs to it: 县政府办公室, 党政办公室, 兼任办公室主任 (that of a leading group).
 */
const apart =
  /(?:[^\p{Script=Han}]|^|[由和与及同跟经向对为在到至往从以将把被使让给请报送交转致告是的或含即则并需须要应可按凭待后前底末起日月年周时次季度天我本该各其]|会同|依托|通过|(?<!党)组织|责成|配合|协助|支持|委托|督促|通知|反馈|汇总|牵头|负责|确定|明确|指定|安排|学校|机关|单位|全[省市县区镇乡村校院])$/u;

function isPrefixed(text: string, at: number, name: string): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  if (/[室部所科处股会委]$/.test(name) && isKindOfParty(name) && !apart.test(before)) return true;
  return prefix.test(before) && !ownPrefix.test(before.slice(0, -1)) && !ownPrefix.test(before);
}

/** What makes a longer word of the end of a unit's name: 到民政办理手续, 财政所需资金, 安全股份公司, 宣传部门, 督导组织, 纪委员. */
const goingOn: Readonly<Record<string, RegExp>> = {
  办: /公|理(?![顺清论])|事(?:处|效|流程|指南|群众|难)|结(?![算合对束])|证/y,
  所: /需(?=的|资金|经费|费用|材料|物资|设备|人员)|有(?=的|权|制|者|人员|资金)|属(?!地)/y,
  股: /份/y,
  部: /门|署|分(?!工|管|别|头|批|步|片|类)/y,
  组: /织|建(?![立议设档好成])|合(?![理力作计])/y,
  队: /伍/y,
  科: /技(?!术)|研(?![究判讨])|普(?![查及遍])|目|学(?!习)/y,
  委: /员/y,
  会: /议(?!事|定)/y,
};
/** Its head is no unit; the head of a place (镇长, 校长) still bears the name of the place. */
const head = /长(?!期|效|年|久|抓|远|时)/y;

function goesOn(text: string, end: number, name: string): boolean {
  const pattern = goingOn[name.slice(-1)];
  if (pattern && matchesAt(pattern, text, end)) return true;
  return /[股科处室局队组所站部厅院]$/.test(name) && endsLikeUnit(name) && matchesAt(head, text, end);
}

const settingUp = /(?:下设|设立|成立|组建)(?:一个)?(?:领导小组)?办公室/;

/** A body that has an office of its own. */
const group = /(?:领导小组|指挥部|专班|委员会)$/;
const reported = /(?:[报送交]|上报|报[送告至到给请]|向)$/;

/**
 * In the paragraph that sets up the office of a leading group, in 办公室设在, and where a plan with such a
 * group has something reported to the 办公室, the word means that office.
 */
function isOfficeOfGroup(text: string, at: number, name: string, known: readonly string[]): boolean {
  if (name !== '办公室') return false;
  if (reported.test(text.slice(Math.max(0, at - 2), at)) && known.some((other) => group.test(other))) return true;
  if (/^办公室(?:[（(][^（()）]{1,30}[)）])?(?:下|拟)?设[在于]/.test(text.slice(at, at + 40))) return true;
  const set = settingUp.exec(text);
  return set !== null && set.index < at;
}

/** Behind a character of a given name: what a person does or is, or an end. */
const behindGiven = new RegExp(`[^\\p{Script=Han}]|$|任|担任|兼任|负责|牵头|等|副?(?:${titlePattern})`, 'uy');
/** No given name, but a word behind the name: 李明任组长, 李明也负责, 李明处, 李明大队长. */
const noGiven =
  /[任负担兼出接历责现主信继升新总等要也均都又仍还亦则即将应须需可为是的代副共亲具统处签批审到讲说报外组班队大支中分小原老常我你他和与同及由]/u;
const office = new RegExp(`(?:副|总|常务)?(?:${titlePattern})`, 'uy');

/** Only names of two characters can go on: 李明 in 李明华. */
function isOtherPerson(
  text: string,
  at: number,
  name: string,
  known: readonly string[],
  facts: LineFacts | undefined,
): boolean {
  const end = at + name.length;
  if (known.some((other) => isLongerPerson(other, name) && isPartOf(text, at, name, other))) return true;
  if (name.length !== 2 || !/\p{Script=Han}/u.test(text.charAt(end)) || matchesAt(office, text, end)) return false;
  const longer = text.slice(at, end + 1);
  const isNamed = facts?.parties.some(({ nameRange, name: other }) => nameRange.start === at && other === longer);
  // 李明新 is a person where the line makes him one; elsewhere 新 and the like begin the next word.
  if (isNamed) return !isWithWord(longer);
  return !noGiven.test(text.charAt(end)) && matchesAt(behindGiven, text, end + 1);
}

function isLongerPerson(other: string, name: string): boolean {
  return other.length > name.length && other.includes(name) && looksLikePerson(other) && !isWithWord(other);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** 李明任, 李明组: a name with the word behind it. */
function isWithWord(name: string): boolean {
  return /[任负兼等也要应]$/.test(name) || endsLikeUnit(name);
}
