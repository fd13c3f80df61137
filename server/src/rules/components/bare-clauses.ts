import type { Line, Plan, Section } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

const adverbs =
  '(?:进一步|切实|认真|大力|不断|继续|全面|着力|积极|努力|高度|坚决|真正|持续|有效|从严从实|充分|大幅|稳步|扎实|深入|逐步|再)';
const verbs =
  '(?:加强|强化|加大|提高|提升|增强|改进|改善|完善|优化|规范|压实|夯实|抓好|形成|营造|增进|落实|重视|深化|推动|促进|凝聚)';
const nouns =
  '(?:管理|监督|监管|宣传|教育|引导|指导|沟通|联系|联络|联动|协调|协作|配合|意识|能力|责任|责任心|力度|认识|水平|质量|素养|素质|氛围|作风|合力|实效|观念|重视|效能|本领)';
const more =
  '(?:再提升|再提高|再上新台阶|上新台阶|上台阶|持续提升|不断提升|不断提高|持续向好|见实效|取得实效|落到实处|落地见效)';
/**
 * What calls for something without saying what is done: 进一步加大宣传力度, 引导群众转变观念, 把制度落到实处,
 * 积极探索培训新路径, 健全工作机制.
 */
const bare = new RegExp(
  `^${adverbs}{0,3}(?:${[
    `${verbs}[\\p{Script=Han}]{0,10}${nouns}`,
    `(?:健全|完善|建立健全)(?:相关|有关|工作|长效|管理|各项){1,2}机制`,
    `做深做细[\\p{Script=Han}]{0,8}工作`,
    `(?:引导|促使)[\\p{Script=Han}]{1,6}转变[\\p{Script=Han}]{0,4}观念`,
    '转变[\\p{Script=Han}]{0,4}(?:观念|作风|思路)',
    '(?:充分)?(?:尊重|听取)[\\p{Script=Han}]{2,4}(?:意愿|意见)',
    `(?:推动|促进|实现|确保)?[\\p{Script=Han}]{2,12}${more}`,
    `(?:把|将)[\\p{Script=Han}]{2,12}${more}`,
    '探索[\\p{Script=Han}]{0,8}新(?:路径|模式|路子|方法|途径)',
  ].join('|')})$`,
  'u',
);
/** Whoever does it, until when: nothing of what is done. */
const side =
  /^(?:由|责任|牵头|配合|完成时限|整改时限|时限|针对|对于|围绕)|(?:牵头|负责|配合)$|^[^，]{0,6}\d{1,4}[年月][^，]{0,14}(?:前|底|起)$|^(?:年|月|季度)底前?$/u;
const day = /^(?:到|于|在)?(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?|年底|月底|季度末)(?:之前|以前|前)?/;
const actor = /^[\p{Script=Han}]{2,16}?(?:\d{1,2}月底?前|年底前)?(?:要|应当|应|须|负责)(?=[\p{Script=Han}])/u;
const byWhom = /^由[\p{Script=Han}]{2,20}?(?:牵头|负责)/u;
/** Something that can be looked at afterwards. */
const tangible =
  /[\d《》“”]|培训|检查|排查|召开|修订|制定|印发|安装|配备|整改|逐[一项户个家]|每[日周月季年次]|[一二三四五六七八九十百两]+[次名个项份场期家户]|台账|清单|办法|方案|细则|考核|约谈|通报|巡查|抽查|走访|签订/;
/** 探索教师培训新路径: no training. */
const newWays = /探索[\p{Script=Han}]{0,8}新(?:路径|模式|路子|方法|途径)/u;
/** So many of them are the measure; one alone is a title. */
const FEWEST = 2;

/** True of a measure of which nothing is left but calls when who and when are taken off. */
export function isOfBareClauses(text: string): boolean {
  let calls = 0;
  clause.lastIndex = number.exec(text)?.[0].length ?? 0;
  for (let match = clause.exec(text); match; match = clause.exec(text)) {
    if (side.test(match[0])) continue;
    const call = match[0].replace(day, '').replace(byWhom, '').replace(actor, '');
    if (call === '') continue;
    if (!bare.test(call) || tangible.test(call.replace(newWays, ''))) return false;
    calls++;
  }
  return calls >= FEWEST;
}
const number = /^[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]\s*/;
const clause = /[^，；。、,;\s]+/g;

const isOfMeasures = ({ title }: Section) =>
  /措施|任务|打算|安排|步骤|整改|整治|改进|内容|重点|举措|下一步/.test(title.value);
const isOfDemands = ({ title }: Section) => /要求|保障|领导|原则|目标|意义|认识|纪律/.test(title.value);
/** 局师训股年底前要…, 由…牵头: whoever does it until when makes a measure of it, whatever the list is called. */
const assigned =
  /(?:\d{1,2}月(?:底|\d{1,2}日)?|年底|月底)(?:之|以)?前|由[\p{Script=Han}]{2,20}?(?:牵头|负责)|责任(?:人|单位|部门)：/u;

/**
 * Items of a list of measures of which nothing is left but calls, where at least half of the others say something that
 * can be looked at: 10月底前，由…负责，继续加大工作力度，推动整治再上新台阶。
 */
export function itemsOfBareClauses({ sections }: Plan): readonly { text: string; range: Range }[] {
  const found: { text: string; range: Range }[] = [];
  const visit = (section: Section): void => {
    const items = section.sections;
    if (items.length >= FEWEST_ITEMS && !isOfDemands(section)) {
      // A paragraph below the last item alone is of all of them.
      const isOneLine = items.slice(0, -1).every(({ body }) => body.length === 0);
      const told = items.map((item) => saidIn(isOneLine && item.runIn !== undefined ? { ...item, body: [] } : item));
      const isMeasures = isOfMeasures(section);
      const open = told.filter((said) => {
        const text = said.map((one) => one.text).join('');
        return text !== '' && (isMeasures || assigned.test(text)) && isOfBareClauses(text);
      });
      if (open.length > 0 && told.filter(isSolid).length * 2 >= items.length)
        found.push(...open.flatMap((said) => (said[0] ? [said[0]] : [])));
    }
    for (const item of items) if (item.sections.length > 0) visit(item);
  };
  sections.forEach(visit);
  return found;
}

type Said = readonly { readonly text: string; readonly range: Range }[];
const NOTHING: Said = [];

/** Whether a text says something that can be looked at; its dates are no figures. */
export const isTangible = (text: string): boolean => tangible.test(text.replace(/\d{1,4}[年月日]/g, ''));

const isSolid = (said: Said): boolean => said.some(({ text }) => isTangible(text));

/** A longer heading is the measure itself. */
const LONGEST_TITLE = 20;
/** So many items make a list in which one stands out. */
const FEWEST_ITEMS = 3;

/** What stands behind the title of an item, on its line or below it. */
function saidIn({ heading, runIn, body, sections, tables }: Section): Said {
  if (sections.length > 0 || tables.length > 0) return NOTHING;
  const ofLine = (line: Line) => ({ text: line.text, range: line.range });
  // （一）针对…问题，由…负责，…: a sentence that has no title of its own.
  const whole = runIn ?? (heading.text.length > LONGEST_TITLE && heading.text.includes('，') ? 0 : heading.text.length);
  const own = heading.text.slice(whole);
  const from = whole + (own.length - own.trimStart().length);
  return [
    ...(own.trim() === '' ? [] : [{ text: own.trim(), range: heading.at(from, heading.text.trimEnd().length) }]),
    ...body.map(ofLine),
  ];
}
