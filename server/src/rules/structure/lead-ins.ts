import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import type { Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';

/** A sentence or caption that announces a list, a table or a figure which does not follow. */
export interface BareLeadIn {
  readonly range: Range;
  readonly words: string;
  /** A picture may have been lost where the text was copied, and stand in the paper. */
  readonly isFigure: boolean;
  /** Nothing of the plan stands behind it. */
  readonly isLast: boolean;
}

/** 分组名单如下：, 附获奖名单（排名不分先后）：, 名额分配如下，请按名额推选：. 下表： is broken-reference's; 在3%以下确定： announces nothing. */
const announces =
  /(?:(?<what>(?<![代下])表|名单|明细|日历|示意|流程|图[示例片]?)(?:如下|如图)?|如下|(?<=[^\d%％元人岁年月日天米吨名个](?:以下|下列)[^，。；：\s]{1,12}))(?:，请[^，。；：]{1,16})?[\s\u3000]?(?:[（(][^（()）]{1,16}[)）])?[\s\u3000]?[：:]$/u;
/** 现将有关事项通知如下：: all that follows, whatever its numbers. */
const announcesAll = /(?:通知|通报|公告|公布|汇报|报告|总结|印发|转发|事项|事宜|方案|计划|办法|意见)如下[：:]$/u;
/** 制图：: who has drawn it. */
const isLabel = /(?:^|[\s\u3000])(?:[制审绘]图|[填制]表)[\s\u3000]?[：:]$/u;

/** The lead-ins of a plan that are followed by the next part, by the signature or by nothing at all. */
export const bareLeadIns = gatheredByPlan((document, plan): readonly BareLeadIn[] => {
  const lines = linesInOrder(document, plan);
  return lines.flatMap((line, at): readonly BareLeadIn[] => {
    if (line.place === 'cell' || line.place === 'quote' || !/[：:]\s?$/.test(line.text.slice(-2))) return [];
    const text = line.text.trimEnd();
    const match = announces.exec(text);
    const next = lines[at + 1];
    if (!match || isLabel.test(text) || (next && hasMatter(document, line.range.end, next.range.start))) return [];
    const from = line.facts.number?.range.end ?? 0;
    const start = beginOf(text, from, match.index);
    const promised = {
      isListed: match.groups?.what !== undefined,
      isAll: announcesAll.test(text),
      isWhole: text.slice(from, start).trim() === '',
    };
    if (next && (!endsBehind(plan, lines, at, promised) || isAttached(plan, lines, at))) return [];
    return [
      {
        range: line.at(start, text.length),
        words: text.slice(start, -1),
        isFigure: /图|示意/.test(match[0]),
        isLast: next === undefined,
      },
    ];
  });
});

/** 方式二：手机参加: one of several ways, by its name alone; 方式二：拨打电话报名 says what is done. */
const ordinal =
  /^[\s\u3000]*(?<noun>方式|方法|途径|渠道)(?:[一二三四五六七八九十]|\d{1,2})[：:、\s\u3000](?!.*(?:一篇|一份|拨打|扫码|关注|登录))[^。；，：:\d（(]{1,20}$/u;

/** 方式一：电脑参加 has its steps below it, and below 方式二：手机参加 the plan or its text ends. */
export const bareOrdinals = gatheredByPlan((document, plan): readonly BareLeadIn[] => {
  const lines = linesInOrder(document, plan);
  const found = lines.flatMap((line, at) => {
    const noun = line.place === 'cell' ? undefined : ordinal.exec(line.text)?.groups?.noun;
    return noun === undefined ? [] : [{ line, at, noun }];
  });
  const last = found.at(-1);
  if (!last) return [];
  const next = lines[last.at + 1];
  if (next && (!isSignature(plan, next) || hasMatter(document, last.line.range.end, next.range.start))) return [];
  const others = found.filter(({ noun }) => noun === last.noun).slice(0, -1);
  // 活动一：…, 活动二：… one below the other are a list of names.
  if (others.length === 0 || found.slice(0, -1).some(({ at }) => !isText(lines[at + 1]))) return [];
  const words = last.line.text.trim();
  return [{ words, range: last.line.range, isFigure: false, isLast: next === undefined }];
});

/** Neither a heading nor the next of the ways. */
const isText = (line: Line | undefined): boolean =>
  line !== undefined && line.place !== 'heading' && line.facts.number?.kind !== 'han' && !ordinal.test(line.text);

/** Whether words at the end of a plan are the last of the file: what they announce may be the plan that follows. */
export function endsFile(document: PlanDocument, { end }: Range): boolean {
  const last = document.lines.at(-1);
  return last !== undefined && last.range.start < end && !hasMatter(document, end, undefined);
}

interface Promised {
  /** A table, a list of names or a figure, which the next part is not. */
  readonly isListed: boolean;
  readonly isAll: boolean;
  /** Nothing else stands in the line. */
  readonly isWhole: boolean;
}

/** Whether the line below cannot be what the line announces. */
function endsBehind(plan: Plan, lines: readonly Line[], at: number, promised: Promised): boolean {
  const { isListed, isAll, isWhole } = promised;
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || !next || next.place === 'cell' || firstOfGroups.test(next.text)) return false;
  if (isSignature(plan, next)) return true;
  if (isAll) return false;
  const [own, number] = [line.facts.number, next.facts.number];
  if (!number) return isListed && next.place === 'heading' && line.place !== 'heading' && closes(lines, at);
  if (own?.kind === number.kind) return number.value === own.value + 1 && !(isWhole && leadsItsRow(lines, at));
  return isListed && number.value > 1 && goesOn(lines, at);
}

/** 第一组, 一等奖: what is announced, part by part. */
const firstOfGroups = /^.{0,5}(?:第[一二三]组|[一二三]等奖|第[一二三]类)/;

/** 1.符合下列条件之一的： with 2.具有中级职称； below it: the number of the lead-in is one too many, and nothing is lost. */
function leadsItsRow(lines: readonly Line[], at: number): boolean {
  const own = lines[at]?.facts.number;
  if (own?.value !== 1) return false;
  for (let index = at + 1, value = 2; index < lines.length; index++, value++) {
    const line = lines[index];
    if (line?.facts.number?.kind !== own.kind || line.facts.number.value !== value) break;
    if (!/；\s*$/.test(line.text) && line.text.slice(line.facts.number.range.end).length >= SHORT) return false;
  }
  return true;
}
const SHORT = 15;

/** 名额分配如下： above the signature, and 附：名额分配表 or a table of that name behind it. */
function isAttached(plan: Plan, lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  const noun = /([\p{Script=Han}]{2})(?:如下|如图)?[^\p{Script=Han}]*$/u.exec(
    line?.text.replace(/[（(][^（()）]*[）)]/g, '') ?? '',
  )?.[1];
  if (!next || noun === undefined || !isSignature(plan, next)) return false;
  return lines.slice(at + 2).some(({ text }, index, behind) => {
    if (!text.includes(noun) || text.length > longestCaption) return false;
    return text.trimStart().startsWith('附') || behind[index + 1]?.place === 'cell';
  });
}
const longestCaption = 40;

/** The heading below is of the rank of the one above, or of a higher one. */
function closes(lines: readonly Line[], at: number): boolean {
  const above = lines.slice(0, at).findLast(({ place }) => place === 'heading');
  return above !== undefined && above.depth > 1 && (lines[at + 1]?.depth ?? 0) <= above.depth;
}

/** 二、 that goes on with the 一、 further up. */
function goesOn(lines: readonly Line[], at: number): boolean {
  const number = lines[at + 1]?.facts.number;
  const before = lines.slice(0, at).findLast(({ facts }) => facts.number?.kind === number?.kind);
  return before?.facts.number?.value === (number?.value ?? 0) - 1;
}

const isSignature = ({ issuer, issued }: Plan, { range }: Line): boolean =>
  range.start === issuer?.range.start || range.start === issued?.range.start;

/** A picture, a code block or HTML is no line of the plan, and still what is announced. */
export function hasMatter({ markdown: { text } }: PlanDocument, from: number, to: number | undefined): boolean {
  const between = text.slice(from, to).replace(/<!--[\s\S]{0,2000}?-->/g, '');
  return /[^\s#*_>=|\-—]/.test(between.replace(/^[ \t]*(?:#+|\d{1,3}[.)])/gm, ''));
}

/** Where the words begin that announce: the last sentence of the line, and of a long one the last clause. */
function beginOf(text: string, number: number, announced: number): number {
  const stop = Math.max(...['。', '；', '！'].map((mark) => text.lastIndexOf(mark)));
  const start = Math.max(number, stop + 1);
  const clause = text.lastIndexOf('，', announced) + 1;
  return announced - start > LONG && clause > start ? clause : start;
}
const LONG = 30;
