import type { Section } from '../../plan/model.ts';

const verb =
  '(?:加强|加大|强化|提高|提升|增强|改进|改善|完善|推进|抓好|做好|重视|落实|深化|优化|规范|压实|转变|端正|增进|改变|夯实|狠抓|严格|形成|凝聚|确保|取得|注重|明确|统一)';
const adverb = '(?:进一步|切实|认真|大力|不断|继续|全面|着力|积极|努力|高度|坚决|真正)';
const of = '(?:组织|思想|监督|日常|工作|责任|安全|服务|整改|问题|任务|措施|巡察|巡视)';
/** What is called for, and says nothing of the work at hand. */
const object =
  '(?:管理|教育|领导|协调|配合|落实|认识|监督|监管|督促|检查|督查|督导|学习|培训|宣传|引导|责任|工作|合力|共识|思想|意识|重视|措施|实效|成效|作风|服务|沟通|协作|组织|整改|改进|改正|提高|提升|完善|推进|执行|把关|要求|防范|整治|巡查|指导|力度|水平|质量|能力|态度|观念|方式|站位|基础)';
/** 加强管理, 认真落实, 进一步强化责任落实, 齐抓共管. */
const call = `(?:${adverb}{0,2}${verb}${of}?${object}|${adverb}${object}|齐抓共管|常抓不懈|抓出成效)`;
const number = '(?:[（(]?[\\d一二三四五六七八九十]{1,2}[)）.、．]\\s*)?';
/** 对…问题, 以…为抓手: what the calls answer, or what they hold on to. */
const led = '(?:(?:针对|对于?|围绕|以)[\\p{Script=Han}]{2,14}(?:问题|为抓手|为契机|为重点|方面)，)';
const alone = new RegExp(`^${number}${led}?(?:要|应)?${call}(?:[，、；]${call}){1,5}[。；]?$`, 'u');
const item = new RegExp(
  `^${number}(?:${led}(?:要|应)?${call}|(?:要|应)?${call}[，、；]${call})(?:[，、；]${call}){1,5}[。；]?$`,
  'u',
);

/** True of a whole measure that is nothing but calls: 加强管理，认真落实。 */
export function isCallsAlone(text: string): boolean {
  return alone.test(text);
}

/**
 * Items of a list of measures that are nothing but calls, among others that say what is done: 以迎检为抓手，加强协调，
 * 狠抓落实，形成合力。 Three of them, or two after what they answer; “加强领导，落实责任” is the usual title of requirements.
 */
export function sectionsOfCalls(sections: readonly Section[]): readonly Section[] {
  const found: Section[] = [];
  const visit = (section: Section): void => {
    const inner = section.sections;
    if (inner.length === 0) return;
    if (isOfMeasures(section) && inner.some(saysMore)) found.push(...inner.filter(isOfCalls));
    inner.forEach(visit);
  };
  sections.forEach(visit);
  return found;
}

const isOfMeasures = ({ title, stage }: Section) =>
  stage !== undefined || /(?:措施|任务|步骤|阶段|做法|整改|内容|重点|举措)/.test(title.value);

const saysMore = ({ runIn, body, sections }: Section) => runIn !== undefined || body.length > 0 || sections.length > 0;

const isOfCalls = (section: Section) => !saysMore(section) && item.test(section.heading.text.trim());
