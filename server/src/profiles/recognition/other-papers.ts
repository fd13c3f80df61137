import type { Line, Plan } from '../../plan/model.ts';
import { genreOf } from '../../plan/titles.ts';
import { addressee } from './office-parts.ts';
import { isSigned } from './offices.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'trades' | 'dealings' | 'settled', readonly string[]>>;
const foreign = [...lists.trades, ...lists.dealings, ...lists.settled];

/**
 * Titles of notices and reports that set no piece of work and account for none. Each says so by what stands at
 * both its ends, with the name of a meeting or a paper of any length between them.
 */
const others: readonly RegExp[] = [
  // 关于召开…专家会议的通知, …表彰大会的补充通知; a sports meeting is an event of its own, and 组织生活会 has its steps.
  /召开.*(?<!运动|生活)会议?的(?:补充|紧急|预|预备)?通知$/,
  // 关于…会议变更时间的通知, 关于更换联系电话的通知
  /(?:变更|更改|更换|更正)[^，。]{0,20}的通知$/,
  // 关于报送年度统计报表的通知, 关于征求…意见的通知
  /关于(?:组织|做好|及时|按时|抓紧|认真|再次|尽快)*(?:报送|填报|上报|补报|征订|订阅|征求|征集)(?!.*(?:(?:活动|大赛|比赛|竞赛|征文)的|(?:方案|预案|安排)》?(?:[（(][^）)]*[）)])?的)).*的(?:补充|紧急)?通知$/,
  // 关于调整…领导小组成员的通知
  /关于(?:调整|增补|变更|充实).{2,60}(?:成员|组成人员|名单|人选)的通知$/,
  // 关于印发《…管理办法（试行）》的通知: rules for lasting use
  /(?:印发|下发|发布|公布|颁布|转发).{2,80}(?:(?:管理|暂行|考核|评价|奖励|处罚)办法|规定|制度|(?<!实施|工作|招生)细则|规则|规程|规范|标准|准则|守则|条例|指南|目录|名录)(?:[（(].{1,12}[）)])?》?(?:[（(].{1,12}[）)])?的通知$/,
  // 关于适用…若干问题的通知: how a law is read
  /^(?!.*(?:做好|开展|加强|整治|整改|治理|排查|解决|专项|落实|防范|纠治|查摆)).*问题的通知$/,
  // …调研报告, 关于印发…分析报告的通知; what was put right is accounted for
  /^(?!.*整改).*(?:调研|调查|分析|考察|研究|检测|检验|监测|测试|实验|评估|鉴定|可研|审计)报告》?(?:的通知)?$/,
  // 在…会议上的报告
  /在.{2,60}会议?上的(?:工作)?报告$/,
  // 年度述职述廉报告: an account of a person
  /述职.{0,10}报告$/,
  // …教师招聘公告, …采购项目征求意见, …评比结果公示
  /招聘公告$|采购项目.{0,6}征求意见$|(?:结果|名单|获奖情况)的?(?:公示|公布|通告)$/,
  // Courts of two places, by law.
  /最高人民(?:法院|检察院).*(?:相互|认可和执行|适用).*(?:安排|通知|意见)$/,
];

/** 现将考核结果公布如下, 现将校级评优情况公布如下: what was decided, and nothing that is still to be done. */
const published = /(?:结果|名单|评优情况|获奖情况|得奖情况|联系方式)[^，。；\n]{0,6}(?:公布|公示|通报)如下/;

/** Whether a paper without the title of a plan opens by telling what a round of merits has come to. */
export function tellsResult(title: string, opening: string): boolean {
  return genreOf(title) === undefined && published.test(opening);
}

/** 关于举办…培训班的函, 关于开展…工作的函: a letter by which a bureau sets work; one that asks or answers sets none. */
const letterOfWork =
  /关于(?:联合|组织|继续|进一步)*(?:开展|举办|组织|做好|加强|推进|实施)[^，。]{4,80}(?<!情况|意见|问题|函)的函$/;
export const isLetterOfWork = (title: string): boolean => letterOfWork.test(title);

/** 放假期间教学安排, 停电期间安全工作: what is set is the work of those days. */
const during = /(?:放假|停[水电课])期间(?=.*(?:安排|工作|事项))/;
export const withoutPeriod = (title: string): string => title.replace(during, '');

/** 评选办法 may be for every year, or for one. */
const ofMerits = /(?:评选|评分|奖励|考核)办法(?:[（(][^（()）]{1,12}[)）])?$/;
/** 2026年度…, 第三届…: this one. */
const edition = /第[\d一二三四五六七八九十百]{1,4}[届次期]|首届|20\d\d/;
/** So many days of a year are named for one round alone. */
const leastDays = 2;
const forEver =
  /自(?:发布|印发|公布|下发|颁布|即|本|\d{4}年).{0,12}起(?:施行|实施|执行)|每(?:学期|学年|年|月|季度)(?:[^，。]{0,6}评|.{0,10}一次)/;

/**
 * Whether rules for merits are those of one round: they are addressed like a notice and say 现将…通知如下, or they name
 * the round and its days.
 */
export function isForOnce({ opening: head, lines, dates }: Plan, title: string, opening: string): boolean {
  if (!ofMerits.test(title) || lines.some(({ text }) => forEver.test(text))) return false;
  if (/(?:通知|公布)如下/.test(opening) && head.slice(0, 2).some(({ text }) => addressee.test(text))) return true;
  return (
    edition.test(title) &&
    dates.filter(({ expression: { from, to } }) => (from ?? to)?.day !== undefined).length >= leastDays
  );
}

/** 关于报送…材料的通知, 关于认真填报…计划的通知 */
const askingForPapers =
  /^(?!.*(?:报表|统计|年报|月报|情况的)).*关于(?:组织|做好|及时|按时|抓紧|认真|再次|尽快)*(?:报送|填报|上报|补报|申报).{4,80}的(?:补充|紧急)?通知$/;
/** 请于5月17日前将…送交, …于10月15日前…发到 */
const handIn =
  /前[^。；]{0,120}?(?:报送|报至|报到|报给|上报|提交|送交|送至|交至|交到|交给|上交|发送|发至|发到|发给|传至|传到|传给|填报|寄至|寄到|备案)/;

/** 各省、自治区、直辖市教育厅（教委），各计划单列市教育局： */
const manyAddressees = /^各[^。；]{4,160}[：:]$/;

/** Whether a notice asks others for papers by a day: addressed, signed, and with that day in it. */
export function asksForPapers({ opening, dates, issuer, issued }: Plan, title: string): boolean {
  if (!askingForPapers.test(title) || !issuer || !issued) return false;
  if (!opening.slice(0, 2).some(({ text }) => addressee.test(text) || manyAddressees.test(text))) return false;
  return handInLines(dates).length > 0;
}

/** What is asked for by a day, line by line: the papers that others are to hand in. */
function handInLines(dates: Plan['dates']): readonly Line[] {
  return dates.flatMap(({ line, expression: { kind, from, to, range } }) =>
    kind === 'span' && (to ?? from)?.day !== undefined && handIn.test(line.text.slice(range.end - 1)) ? [line] : [],
  );
}

/** 各相关教师：, 高一、高二各班主任：, 全体党员：; 各位同学： may be anybody's. */
const toAll = /(?:^|[、，\s])[^，。；：:]{0,8}(?:各(?!位)|全体|有关|相关).*[：:]$/;
/** 各班请在6月22日前…, 请各支部于… */
const askedOfAll = /各(?!位)[\p{Script=Han}、]{1,10}?(?:请|须|应|务必|于|在|将|按)/u;
/** So many points below the addressee are those of a notice that lost its signature. */
const leastPoints = 3;
const ofRound = /(?:办法|细则)$/;

/**
 * Whether a paper sets others a day by which they hand in papers, whatever it is about: a notice to all of a kind that is
 * signed or tells its points one by one (各相关教师：, and 于1月15日前将…提交至…), or the signed rules of one round (2026年度…办法)
 * that say so to each of them. Who sells or hires asks for papers as well.
 */
export function setsHandIn(plan: Plan, title: string): boolean {
  const { opening, dates, lines } = plan;
  const genre = genreOf(title) ?? '';
  const asked = genre === '通知' || ofRound.test(genre) ? handInLines(dates) : [];
  if (asked.length === 0 || lines.some(({ text }) => foreign.some((word) => text.includes(word)))) return false;
  if (genre !== '通知') return isSigned(plan) && edition.test(title) && asked.some(({ text }) => askedOfAll.test(text));
  if (!opening.slice(0, 2).some(({ text }) => toAll.test(text) && !/读者|客户|用户|业主|旅客|顾客|会员/.test(text)))
    return false;
  if (/闭馆|停运|停业|停水|停电|放假/.test(title)) return false;
  return isSigned(plan) || lines.filter(({ facts }) => facts.number?.kind === 'arabic').length >= leastPoints;
}

/** Whether a title is that of a notice or report that no plan is held against. */
export function isOfOtherWork(title: string): boolean {
  return others.some((pattern) => pattern.test(title));
}
