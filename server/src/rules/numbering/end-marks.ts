import { lineMemo } from '../../plan/facts.ts';
import { type ListedNumber, numberLists } from '../../plan/line/number-lists.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { areAspects } from '../../plan/tasks/labelled-items.ts';
import type { Range } from '../../text/range.ts';
import { TOLD_APART } from '../told-apart.ts';

/** How an item ends: `；` `。` `，` `：` `、`, or `` when it has no mark. */
export type EndMark = string;

/** An item whose end differs from that of the items beside it. */
export interface OddEnd {
  readonly line: Line;
  /** The mark, or the last character where there is none. Indexes in the text of the line. */
  readonly range: Range;
  readonly mark: EndMark;
  /** What the other items end with. */
  readonly usual: EndMark;
  /** An item that ends so. */
  readonly model: Line;
}

/** Index behind the last character that is neither blank nor closing mark, and the mark there. */
export const endOf = lineMemo(({ text }): { readonly mark: EndMark; readonly at: number } => {
  const trimmed = text.trimEnd();
  const last = trimmed.charAt(trimmed.length - 1);
  const remark = /[）)]/.test(last) ? remarkBehind.exec(trimmed) : null;
  if (remark) return { mark: full[remark[1] ?? ''] ?? remark[1] ?? '', at: remark.index };
  return /[。；，：、;,:]/.test(last) || /[一-龥]\.$/.test(trimmed)
    ? { mark: full[last] ?? last, at: trimmed.length - 1 }
    : { mark: closed.test(trimmed) ? '。' : '', at: trimmed.length };
});

const full: Readonly<Record<string, string>> = { ';': '；', ',': '，', ':': '：', '.': '。' };
/** 落实会场卫生；（两人）: a remark in brackets stands behind the mark. */
const remarkBehind = /([。；;])(?:（[^（）]{1,200}）|\([^()]{1,200}\))$/;
/** ！ ？ and a full stop within quotation marks end a sentence as well. */
const closed = /(?:[！？!?]|[。！？][”’）)])$/;

/**
 * Items of lists whose ends differ: ；/none/。 in one list. A list is judged when its items follow each
 * other line by line, so that each ends where its line does; the last one may end with 。 where the
 * others end with ；.
 */
export function oddEnds(plan: Plan): readonly OddEnd[] {
  const found: OddEnd[] = [];
  let lone: LoneMark | undefined;
  for (const { numbers, inline } of numberLists(plan)) {
    if (inline || numbers.length < 3 || areAlike(numbers) || !isCompact(numbers)) continue;
    const lines = numbers.map(({ line }) => line);
    lone ??= loneMark(plan);
    found.push(...(lone.line && lines.includes(lone.line) ? loneOf(lone.line, lines) : oddOf(lines)));
  }
  return found;
}

/** So many items without a mark are the custom of a plan. */
const CUSTOM = 12;

interface LoneMark {
  readonly line: Line | undefined;
}

/** 期末复习指导；: the only item of a whole plan that ends with a mark which goes on, where many have none. */
function loneMark(plan: Plan): LoneMark {
  let line: Line | undefined;
  let bare = 0;
  for (const { numbers, inline } of numberLists(plan)) {
    if (inline) continue;
    for (const one of numbers) {
      const { mark } = endOf(one.line.facts);
      if (mark === '') bare++;
      if (!/[；，、]/.test(mark)) continue;
      if (line) return { line: undefined };
      line = one.line;
    }
  }
  return { line: bare < CUSTOM ? undefined : line };
}

/** The item, if none of those beside it has a mark. */
function loneOf(line: Line, items: readonly Line[]): readonly OddEnd[] {
  const beside = items.filter((one) => one !== line);
  const [model] = beside;
  if (!model || beside.some(({ facts }) => endOf(facts).mark !== '')) return oddOf(items);
  return [{ line, range: markRange(line), mark: endOf(line.facts).mark, usual: '', model }];
}

/** As in nearly all lists: every item ends as the first one does, the last one as it may. */
function areAlike(items: readonly ListedNumber[]): boolean {
  let mark: EndMark | undefined;
  for (let at = 0; at < items.length; at++) {
    const line = items[at]?.line;
    if (!line) return false;
    if (mark !== undefined && at === items.length - 1) return fits(line, mark);
    const own = endOf(line.facts).mark;
    if (mark !== undefined && own !== mark) return false;
    mark = own;
  }
  return false;
}

/** Headings of any kind are judged as such, not as items. */
function isCompact(numbers: readonly ListedNumber[]): boolean {
  return numbers.every(({ line }, at) => {
    const previous = numbers[at - 1];
    return line.place !== 'heading' && (!previous || line.index === previous.line.index + 1);
  });
}

function oddOf(lines: readonly Line[]): readonly OddEnd[] {
  const last = lines.at(-1);
  if (!last || lines.some((line) => endOf(line.facts).mark === '：')) return NONE;
  // 1.整改措施：…。 3.责任人：…: sentences and names, each as it is.
  if (areAspects(lines)) return NONE;
  const inner = lines.slice(0, -1);
  const usual = usualOf(inner);
  const model = inner.find((line) => endOf(line.facts).mark === usual);
  if (usual === undefined || !model) return NONE;
  const odd = inner.filter((line) => endOf(line.facts).mark !== usual);
  if (!fits(last, usual)) odd.push(last);
  // More of them are two ways of one list, and told once.
  return (odd.length > TOLD_APART ? odd.slice(0, 1) : odd).flatMap((line): readonly OddEnd[] => {
    const { mark } = endOf(line.facts);
    // A number with nothing behind it is told by empty-section.
    if (line.text.trim() === line.facts.number?.raw.trim()) return NONE;
    // Behind the last item the next paragraph may have lost its line break: …赔偿。附件
    if (line === last && mark === '' && (line.text.includes('。') || line.text.length <= shortLabel)) return NONE;
    return [{ line, range: markRange(line), mark, usual: line === last && usual === '；' ? '。' : usual, model }];
  });
}
const NONE: readonly never[] = [];
/** 3.集体项目： a last item as short as this is a label over what follows. */
const shortLabel = 8;

/** The mark of most items; of two that are as frequent, the one that parts items. Undefined where there is no rule to see. */
function usualOf(lines: readonly Line[]): EndMark | undefined {
  const counts = new Map<EndMark, number>();
  for (const { facts } of lines) counts.set(endOf(facts).mark, (counts.get(endOf(facts).mark) ?? 0) + 1);
  const order = ['；', '。', ''];
  const [first, second] = [...counts].sort(([a, m], [b, n]) => n - m || order.indexOf(a) - order.indexOf(b));
  if (!first || !order.includes(first[0])) return undefined;
  // Titles without a mark among sentences with one are no slip, and neither is half of a list.
  if (second && lines.length > 2 && first[1] < 2 * second[1]) return undefined;
  if (first[0] === '' && lines.length > 2 && second && first[1] < 3 * second[1]) return undefined;
  return first[0];
}

function fits(last: Line, usual: EndMark): boolean {
  const { mark } = endOf(last.facts);
  if (usual === '；') return mark === '。';
  return mark === usual || (usual === '' && mark === '。');
}

export function markRange({ facts, text }: Line): Range {
  const { mark, at } = endOf(facts);
  const end = mark === '' ? at : Math.min(text.length, at + 1);
  return { start: Math.max(0, end - (mark === '' ? 2 : 1)), end };
}
