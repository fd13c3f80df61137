import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { anyOf } from '../../text/any-of.ts';
import type { Range } from '../../text/range.ts';
import { tableOfUnits } from '../../text/units.ts';
import table from './page-residue.yaml';

const { counters, labels, buttons, weak } = table as {
  readonly counters: readonly string[];
  readonly labels: readonly string[];
  readonly buttons: readonly string[];
  readonly weak: readonly string[];
};

/** 第 2 页 共 4 页, — 3 —: the page number of a printed paper (GB/T 9704-2012 7.5). */
const pageNumber = '(?:第 ?\\d{1,3} ?页(?:[ ，,/／]{0,3}共 ?\\d{1,3} ?页)?|[—–－-]{1,2} ?\\d{1,3} ?[—–－-]{1,2})';
const pageNumberAlone = new RegExp(`^${pageNumber}$`);
/** - 2 -, the first mark of which is read as that of a list. */
const listedNumber = /^\d{1,3} ?[-—–－]$/;
const runningHead = new RegExp(`^(.{6,80}?)[ \\u3000]{1,40}${pageNumber}$`);
const runningHeadBehind = new RegExp(`^${pageNumber}[ \\u3000]{1,40}(.{6,80})$`);

/** What of the pages it was printed on is left in a text. */
export function pageNumbersIn({ lines, title }: Plan, source: string): readonly Line[] {
  return lines.filter((line) => {
    if (line.place === 'cell' || line.place === 'quote' || !mayHavePage(line.text)) return false;
    if (line.place === 'item') return listedNumber.test(line.text) && /-[ \t]$/.test(source.slice(0, line.range.start));
    if (pageNumberAlone.test(line.text)) return true;
    const head = runningHead.exec(line.text)?.[1] ?? runningHeadBehind.exec(line.text)?.[1];
    return head !== undefined && title !== undefined && bare(head) === bare(title.value);
  });
}

/** Cheap: a page number at one end of the line. */
const mayHavePage = (text: string): boolean =>
  text.length <= 140 && (pageHeads[text.charCodeAt(0)] === 1 || pageEnds[text.charCodeAt(text.length - 1)] === 1);
const pageHeads = tableOfUnits('第—–－-');
const pageEnds = tableOfUnits('页—–－-');
const bare = (text: string): string => text.replace(/[\s\u3000*#]+/g, '');

const counter = new RegExp(
  `(?:^|[\\s\\u3000|｜【\\[（(])(?:${anyOf(counters)})[：:][ \\u3000]{0,2}\\[?(?:\\d[\\d,]{0,8}|(?=次))[\\])]?[ \\u3000]?(?:次|人次)?(?=$|[\\s\\u3000|｜】\\]）)])|字[体号][：:]?[ \\u3000]{0,2}[\\[【（(]?[ \\u3000]?(?:特?大[ \\u3000|｜]{1,3}中[ \\u3000|｜]{1,3}小|小[ \\u3000|｜]{1,3}中[ \\u3000|｜]{1,3}大)`,
);
const label = `(?:${anyOf([...counters, ...labels])}|字[体号])[：:]`;
const labelled = new RegExp(`^[【\\[（(]?${label}`);
const placeOf = /^(?:您|你)?(?:当前的?|现在的?|所在的?)?位置[是：:][^。；]{0,60}(?:>|＞|»|›)/;
const known = new Set([...buttons, ...weak]);
const strong = new Set(buttons);
const divisions = /[\s\u3000|｜【】[\]（）()<>《》·•，,/：:＞+-]+/;
/** Longer lines are text. */
const longest = 160;

/** 发布时间：…　来源：…　浏览次数：326, 【打印本页】【关闭窗口】: a line of the page that the text was copied from. */
export const isOfWebPage = lineMemo((facts: LineFacts): boolean => {
  const { text } = facts;
  if (text.length > longest || facts.number || /[。；]/.test(text)) return false;
  if (placeOf.test(text)) return true;
  if (labelled.test(text) && counter.test(text)) return true;
  const parts = text.split(divisions).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => known.has(part)) && parts.some((part) => strong.has(part));
});

/** So many lines at each end of a text may be the head and the foot of a page. */
const EDGE = 6;

/** The lines of the web page around a text. */
export function webPageLinesOf({ lines }: Plan): readonly Line[] {
  const edges = lines.length <= 2 * EDGE ? lines : [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
  return edges.filter((line) => line.place !== 'cell' && line.place !== 'quote' && isOfWebPage(line.facts));
}

/** Entities that stay in a text whose web page was copied as source. */
const entity = /(?:&(?:amp;)?(?:nbsp|ensp|emsp|ldquo|rdquo|mdash|hellip|middot);){1,40}/g;

/** &nbsp; within a sentence; at its head authors of Markdown indent by it. */
export function entitiesIn({ lines, range }: Plan, source: string): readonly Range[] {
  if (source.indexOf('&', range.start) < 0) return [];
  const found: Range[] = [];
  for (const match of source.slice(range.start, range.end).matchAll(entity)) {
    const start = range.start + match.index;
    const end = start + match[0].length;
    if (!/[\p{Script=Han}。，；：、！？）”》]/u.test(source.charAt(start - 1))) continue;
    if (!/[\p{Script=Han}“（《\d]/u.test(source.charAt(end))) continue;
    const line = lines.find((one) => one.range.start < start && end < one.range.end);
    if (!line || line.place === 'cell' || line.literals.some((one) => holds(line.at(one.start, one.end), start)))
      continue;
    found.push({ start, end });
  }
  return found;
}

const holds = ({ start, end }: Range, at: number): boolean => start <= at && at < end;
