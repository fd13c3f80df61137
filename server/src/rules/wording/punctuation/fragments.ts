import { lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';

/** A full stop behind words that only say for what, or on what ground: the sentence has not come to what is done. */
export interface Fragment {
  readonly line: Line;
  /** The full stop. Indexes in the text of the line. */
  readonly range: Range;
}

const aims =
  '进一步|及时|总结|切实|深入|全面|扎实|有效|更好|充分|加强|加快|做好|贯彻|落实|确保|保障|提高|提升|推动|推进|促进|规范|认真|不断|积极|强化|深化|巩固|营造|培养|丰富|增强|防止|防范|预防|保证|维护|改善|解决|完善|弘扬|迎接|庆祝|纪念|响应|帮助|激发|激励|发扬|展示|展现|选拔|检验|引导|鼓励|方便|努力|着力|大力|坚决|有序|持续|共同|杜绝|减少|避免|消除|遏制|守牢|树立|形成|打造|构建|创建|创造|实现|使|让|以|从而|并|养成|掌握|锻炼|传承|助力|活跃|搭建|满足|落实好|抓好|深刻|吸取|汲取|开拓|开阔|为|宣传|普及|调动|发挥|锤炼|检阅|交流|探索|了解|化解|防控|遏止|筑牢|夯实|压实|优化|净化|健全|建立|反映|记录|留住|增进|拓展|拓宽|发现|挖掘|突出|体现|彰显|增添|焕发|唱响|凝聚|感受|抒写|书写|讲述|服务|坚持|磨练|磨炼|磨砺|体验|走进|感悟|领略|亲近|传播|推广|陶冶|提供|建设|治理|整治|打击|查处|保持|延续|赓续|继承|熟悉|适应|融入|强健|锻造|塑造|培育|带动|引领|厚植|汇聚|缓解|排除|降低|壮大';
/** 为进一步加强…管理 */
const purpose = new RegExp(`^为了?(?:${aims})`);
const goesOn = new RegExp(`^(?:${aims})`);
/** What the sentence behind begins with, where it is the one that says what is done. */
const told =
  /^(?:根据|按照|依据|结合|经|现|特|拟|决定|将|学校|公司|我[校镇局县市区院街村司们]|本[校镇局县市区院街村着]|今年|目前|[值在][^，。；]{2,14}(?:之际|来临))/;
/** 根据…的通知要求 with no clause of its own. */
const ground =
  /^(?:根据|按照|依据|遵照)[^，；：。,;:]{6,120}(?:要求|精神|部署|安排|规定|通知|意见|指示|》(?:（[^（）]{2,24}）)?)$/;

/** What a ground ends with. */
const groundEnd = /[求神署排定知见示》）]\s*。/;

const groundSign = sign({ words: ['根据', '按照', '依据', '遵照'] });

const groundsOn = lineMemo((facts): readonly Range[] => {
  const { text } = facts;
  return hasSign(facts, groundSign) && groundEnd.test(text)
    ? stopsBehind(text, (sentence) => ground.test(sentence))
    : NONE;
});
const purposesOn = lineMemo(({ text }): readonly Range[] => stopsBehind(text, isPurpose, told));

/** 为…，根据《…》的通知。经研究，: the ground is not what is done either. */
const lastGround = /^(?:根据|按照|依据|遵照)[^；：。;:]{6,160}(?:要求|精神|部署|安排|规定|通知|意见|指示)$/;

const main =
  /[现特拟将]|制定|制订|决定|经(?![验济营典费])|应|须|必须|需|请|我[校镇局县市区院街村司们]|本[校镇局县市区院街村]|学校|公司|各|对|由|在|把|开展|组织|举行|举办|成立|召开|印发/;

/** From the clause with 为 on, every clause but one says for what, and so does the last. */
function isPurpose(sentence: string): boolean {
  const clauses = sentence.split(/[，；,;]/);
  const from = clauses.findIndex((clause) => purpose.test(clause));
  if (from < 0) return false;
  const others = clauses.slice(from + 1).filter((clause) => !goesOn.test(clause));
  const last = clauses.at(-1) ?? '';
  if (others.length === 1 && others[0] === last && lastGround.test(last)) return true;
  return others.length <= 1 && !others.some((clause) => main.test(clause)) && !others.includes(last);
}

/** The stops of those sentences behind which another one begins on the same line. */
function stopsBehind(text: string, isCut: (sentence: string) => boolean, next = /^[^。]/): readonly Range[] {
  if (!/[为根按依遵]/.test(text) || !text.includes('。')) return NONE;
  const found: Range[] = [];
  let from = 0;
  for (let stop = text.indexOf('。'); stop >= 0; stop = text.indexOf('。', from)) {
    const sentence = text.slice(from, stop).replace(numberAtHead, '').trim();
    if (isCut(sentence) && next.test(text.slice(stop + 1, stop + 24).trim()))
      found.push({ start: stop, end: stop + 1 });
    from = stop + 1;
  }
  return found.length === 0 ? NONE : found;
}
const NONE: readonly Range[] = [];
const ofAim = /目的|意义|宗旨|背景|指导思想/;
const numberAtHead = /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])/;

/**
 * Sentences cut in two: 为了选拔优秀学生参加竞赛。经研究，决定…, only in the opening and below 活动目的, as 为确保实效，强化督查。 is whole elsewhere;
 * 根据…的通知要求。经统计，… anywhere.
 */
export function fragments({ lines, opening, sections }: Plan): readonly Fragment[] {
  const found: Fragment[] = [];
  for (const line of lines) {
    if (line.place === 'quote' || line.place === 'cell') continue;
    for (const range of groundsOn(line.facts)) found.push({ line, range });
  }
  const aimed = sections.flatMap(({ title, body }) => (ofAim.test(title.value) ? body.slice(0, 1) : []));
  for (const line of [...opening, ...aimed]) for (const range of purposesOn(line.facts)) found.push({ line, range });
  return found;
}
