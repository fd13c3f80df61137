import type { BlockLine } from '../markdown/blocks.ts';
import { hanToNumber } from '../numbering/han.ts';
import { findInlineNumbers } from '../numbering/inline.ts';
import { readNumber } from '../numbering/read.ts';
import type { Prose } from '../text/prose.ts';
import { monthAlone } from './month-names.ts';

/** A paragraph longer than this that holds several numbers is a plan that lost its line breaks. */
const runTogetherLength = 400;
const runTogetherNumbers = 3;
/** A source line shorter than this was not broken because it was full. */
const wrappedLength = 32;

const blanks = /[ \t\u3000]+/g;
const chineseBefore = /[\p{Script=Han}。！？；：，、）)”’》】〕\d]/u;
const chineseBehind = /[\p{Script=Han}（(“‘《【〔\d①-⑳]/u;
const endMark = /[。！？；：:;!?….”’）)》】]$/u;

/**
 * Lines of one paragraph that are one sentence broken at the right margin, as editors with hard
 * wrapping leave them, become one line again. A line that is short, ends with a mark, or is
 * followed by a number, a tab or an indentation stays as it is.
 */
export function joinWrapped(lines: readonly BlockLine[]): readonly BlockLine[] {
  if (lines.length < 2) return lines;
  const joined: BlockLine[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    if (previous && isWrapped(previous, line)) {
      joined[joined.length - 1] = { prose: previous.prose.concat(line.prose), indent: previous.indent };
    } else joined.push(line);
  }
  return joined;
}

function isWrapped(line: BlockLine, next: BlockLine): boolean {
  const text = line.prose.text;
  // 2014 / 年8月26日
  if (/^(?:19|20)\d\d$/.test(text)) return /^年\d{1,2}月/.test(next.prose.text);
  if (text.length < wrappedLength || endMark.test(text)) return false;
  if (line.indent.includes('\t') || /[\t\u3000]|^ {2}/.test(next.indent)) return false;
  if (!/[，。；、]/.test(text)) return false;
  if (monthAlone(next.prose.text) > 0) return false;
  return readNumber(next.prose.text) === undefined && !labelled.test(next.prose.text);
}

/** 负责人：…, 【地点】…: nobody goes on with a sentence so. */
const labelled = /^(?:\p{Script=Han}{2,8}[：:]|[【〖])/u;

/**
 * A line that holds a whole plan (paragraphs lost in copying: each line break became a blank) is cut
 * where its paragraphs began; any other line is returned as it is.
 */
export function splitRunTogether(prose: Prose): readonly Prose[] {
  const text = prose.text;
  if (text.length < runTogetherLength) return [prose];
  const cuts: { end: number; start: number }[] = [];
  let numbers = 0;
  for (const gap of text.matchAll(blanks)) {
    const end = gap.index;
    const start = end + gap[0].length;
    if (end === 0 || start >= text.length) continue;
    if (!chineseBefore.test(text.charAt(end - 1)) || !chineseBehind.test(text.charAt(start))) continue;
    const number = readNumber(text, start);
    // 2018 年 6 月 11 日, 共 180 元: blanks around figures are a habit of some editors.
    if (!number && hasFigure(text.charAt(end - 1), text.charAt(start))) continue;
    if (number) numbers++;
    cuts.push({ end, start });
  }
  if (numbers < runTogetherNumbers) {
    cuts.length = 0;
    cuts.push(...cutsAtNumbers(text));
    if (cuts.length === 0) return [prose];
  }
  const parts: Prose[] = [];
  let from = 0;
  for (const cut of cuts) {
    // A blank behind a number or inside a bracketed remark is no lost line break.
    if (readNumber(text.slice(from, cut.start))?.range.end === cut.start - from) continue;
    // 组 长：, 李 强: one character is no paragraph.
    if (cut.end - from === 1 && /\p{Script=Han}/u.test(text.charAt(from))) continue;
    parts.push(prose.slice(from, cut.end));
    from = cut.start;
  }
  parts.push(prose.slice(from, text.length));
  const [head, ...rest] = parts;
  return head ? [...splitHead(head), ...rest] : parts;
}

function hasFigure(before: string, behind: string): boolean {
  return /\d/.test(before) || (/\d/.test(behind) && !endMark.test(before));
}

/** The head of a document in front of its title, up to its number and the one who signs for it. */
const paperHead =
  /^[^《》（(，。：:]{2,50}[〔[(（](?:19|20)\d\d[〕\])）]\s?\d{1,4}号\s*(?:签发人\s*[：:]\s*[X×]{2,3}\s*)?(?=\p{Script=Han})/u;
/** A title that runs into its text or its addressee. */
const title =
  /^[^。！？；]{4,110}?(?:方案|预案|计划|要点|安排|意见|办法|通知|报告|汇报|总结|小结|的函)(?=[为依根按近]|一、|现将|[^的等及和与、》”）。；][^。；]{1,120}[：:])/u;
const addressee = /^[^。；：:]{2,130}[：:](?=.)/;

/** Head, title and addressee in front of the text, where they too lost their line breaks. */
function splitHead(prose: Prose): readonly Prose[] {
  const parts: Prose[] = [];
  let from = 0;
  const cut = (pattern: RegExp): boolean => {
    const found = pattern.exec(prose.text.slice(from))?.[0];
    if (found === undefined || from + found.length >= prose.text.length) return false;
    parts.push(prose.slice(from, from + found.length));
    from += found.length;
    return true;
  };
  cut(paperHead);
  if (cut(title) && /^[^为依根按近一现]/.test(prose.text.slice(from))) cut(addressee);
  parts.push(prose.slice(from, prose.text.length));
  return parts;
}

/** Numbers that open a paragraph of their own. */
const paragraphNumbers: ReadonlySet<string> = new Set(['han', 'hanBracket', 'arabic', 'stage']);

/** 一、活动主题…二、活动时间…: a number in front of what a part of a paper is called, right behind words without a mark. */
const runOnHeading =
  /(?<=[一-龥\d”）：:](?<![第统唯划万逐专单同周初高大期之]))[一二三四五六七八九十][、,，](?=(?:活动|参赛|比赛|竞赛|参加|参与|时间|地点|内容|要求|组织|奖项|评奖|奖励|报名|工作|具体|保障|实施|主要|总体|指导|目标))/g;

/** Those of them that count up from 一. */
function countedOn(text: string) {
  const found: { kind: 'han'; value: number; range: { start: number; end: number } }[] = [];
  for (const { 0: raw, index } of text.matchAll(runOnHeading)) {
    if (hanToNumber(raw.charAt(0)) === found.length + 1)
      found.push({ kind: 'han', value: found.length + 1, range: { start: index, end: index + raw.length } });
  }
  return found;
}

/**
 * Where paragraphs began on a line that lost even the blanks between them: at 一、二、三、… that count
 * on, and at the lower numbers that begin a sentence or stand right behind a heading of few words.
 */
function cutsAtNumbers(text: string): readonly { end: number; start: number }[] {
  const runOn = countedOn(text);
  if (!/。[\s\u3000]*[二三]、/.test(text) && runOn.length < runTogetherNumbers) return [];
  const starts = new Set(runOn.map(({ range }) => range.start));
  const numbers = [
    ...runOn,
    ...findInlineNumbers(text).filter(({ kind, range }) => paragraphNumbers.has(kind) && !starts.has(range.start)),
  ].sort((a, b) => a.range.start - b.range.start);
  if (numbers.filter(({ kind }) => kind === 'han').length < runTogetherNumbers) return [];
  let last = 0;
  let bracketed = 0;
  return numbers.flatMap(({ kind, value, range }) => {
    const before = text.slice(last, range.start);
    // （三） behind （二）, though the full stop in front of it is missing.
    const countsOn = kind === 'hanBracket' && value === bracketed + 1 && value > 1;
    const opens =
      kind === 'han' || countsOn || /[。！？；：:][\s\u3000]*$/.test(before) || (last > 0 && before.length <= 40);
    if (!opens || range.start === 0) return [];
    last = range.start;
    bracketed = kind === 'hanBracket' ? value : kind === 'han' ? 0 : bracketed;
    return [{ end: range.start, start: range.start }];
  });
}
