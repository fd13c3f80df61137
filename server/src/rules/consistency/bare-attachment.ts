import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { FILE_ENDING } from '../../text/files.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';

/** 详见附件, 按照附件执行, （见附表）: the reader is sent to an attachment without a number. */
const bare =
  /(?:[详参]?见|按照?|依照|对照|根据|填写|填报|参照)(?:本方案|文后|所附|后附|下列)?(?<words>附[件表])(?=(?:所列|要求|执行|内容|规定|格式|样式|标准|分工)|\s{0,2}(?:[，。；、）)]|$))/gu;
/** 《绩效评价表》（见附件）, 年度修订计划（附件）: what is named in front is the attachment. */
const inBrackets = /(?<=[表单册书划](?:》|”|》”)?)[（(]\s?(?:详?见)?(?<words>附[件表])\s?[)）]/gu;
/** 将附件一申请表盖章后上交, 填写附件2《申报表》: one with a number, and the form that it is. */
const numbered =
  /(?<words>附件\s?[一二三四五1-9])(?=《?[一-龥]{0,12}(?:申请|申报|报名|登记|汇总|统计|推荐|审批|回执)[表书单])/gu;
/** 附件：…, 附：名单, 【附件】: any of them may be what is meant. */
const attached = /^[\s\u3000#（(【[“"]{0,4}(?:相关|另|后)?附[\s\u3000]{0,4}(?:[件表图录：:\d一二三四五六]|$)/u;
/** What is handed out in another way. */
const elsewhere = /另发|另行|另附|略|下载|平台|系统|网站|邮箱/;
/** 汇总表.xlsx: attachments are files beside the text. */
const file = new RegExp(`${FILE_ENDING}(?![a-z])`, 'i');

interface Bare {
  readonly words: string;
  readonly range: Range;
}

/** Where a plan names 附件, and no table follows that may be the one that is meant. */
const namedIn = gatheredByPlan((_document, { lines, tables }): readonly Bare[] => {
  for (const line of lines) {
    if (line.place === 'quote' || !line.text.includes('附') || elsewhere.test(line.text)) continue;
    const found = bareOn(line);
    if (found && !tables.some(({ range }) => range.start > found.range.end)) return [found];
  }
  return [];
});

/** The first place of a plan that names 附件, with a number or without, where no line of the file lists one and nothing stands behind the signature. */
export function bareAttachment(document: PlanDocument, plan: Plan): Bare | undefined {
  // Asked first: few plans name one, and who issued the plan is read for those alone.
  const [found] = plan.attachment ? [] : namedIn(document, plan);
  const { lines } = document;
  if (!found || lines.some(({ text }) => attached.test(text) || file.test(text))) return undefined;
  const end = plan.issued?.range.end;
  if (end !== undefined && lines.some(({ range, text }) => range.start > end && text.trim() !== '')) return undefined;
  return found;
}

function bareOn(line: Line): Bare | undefined {
  for (const { 0: all, index, groups } of matchesOf(line.text, inBrackets)) {
    const words = groups?.words ?? '';
    const start = index + all.indexOf(words);
    return { words, range: line.at(start, start + words.length) };
  }
  for (const { 0: words, index } of matchesOf(line.text, numbered)) {
    if (!/[》〕]/.test(line.text.slice(Math.max(0, index - 24), index)))
      return { words, range: line.at(index, index + words.length) };
  }
  for (const { 0: all, index, groups } of matchesOf(line.text, bare)) {
    const words = groups?.words ?? '';
    // 《…通知》，按照附件执行: those of another text. 见邮件附件 does not come here, since it is no 见附件.
    if (/[》〕]/.test(line.text.slice(Math.max(0, index - 24), index))) continue;
    const end = index + all.length;
    return { words, range: line.at(end - words.length, end) };
  }
  return undefined;
}
