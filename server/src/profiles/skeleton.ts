import { compare, type PlainDate, toChinese } from '../dates/civil.ts';

/**
 * Skeletons are the texts that new plans and sections begin with. In them `{…}` is a blank that the
 * author fills in, and `{=…}` a suggestion that may stand as it is. A blank that is not filled in is
 * written so that the rule placeholder tells of it: ××科, 2026年××月××日, 【填写联系电话】.
 */
export interface SkeletonValues {
  readonly unit?: string;
  readonly activity?: string;
  /** Title of the superior document, without 《》. */
  readonly superior?: string;
  readonly superiorNumber?: string;
  readonly start?: PlainDate;
  readonly end?: PlainDate;
  readonly issued?: PlainDate;
  /** The year of blanks for dates: 2026, or a variable of the editor. */
  readonly year: string;
}

/** A stretch of a skeleton: words that stand as they are, or a place for the author. */
export type SkeletonPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank' | 'suggestion'; readonly name: string; readonly text: string };

/** Blanks that mean the same thing wherever they stand; filling one in fills in all of them. */
const shared: ReadonlySet<string> = new Set([
  '单位名称',
  '活动名称',
  '上级文件',
  '上级文号',
  '开始日期',
  '结束日期',
  '成文日期',
]);

const blank = /\{(=?)([^{}]{1,200})\}/g;

/** What lasts one day is not written from that day to that day. */
const wholeTime = '{开始日期}至{结束日期}';

/** Cuts a skeleton at its blanks, and fills in those whose values are known. */
export function readSkeleton(source: string, values: SkeletonValues): readonly SkeletonPart[] {
  const { start, end } = values;
  const oneDay = start !== undefined && end !== undefined && compare(start, end) === 0;
  const skeleton = oneDay ? source.replaceAll(wholeTime, '{开始日期}') : source;
  const parts: SkeletonPart[] = [];
  let at = 0;
  for (const match of skeleton.matchAll(blank)) {
    const [whole, mark, name = ''] = match;
    if (match.index > at) parts.push({ kind: 'text', text: skeleton.slice(at, match.index) });
    at = match.index + whole.length;
    const known = mark === '' ? fieldOf(name, values) : undefined;
    if (known !== undefined) parts.push({ kind: 'text', text: known });
    else if (mark === '=') parts.push({ kind: 'suggestion', name, text: name });
    else parts.push({ kind: 'blank', name, text: wordsOf(name, values.year) });
  }
  if (at < skeleton.length) parts.push({ kind: 'text', text: skeleton.slice(at) });
  return parts;
}

function fieldOf(name: string, values: SkeletonValues): string | undefined {
  const day = (date: PlainDate | undefined) => date && toChinese(date);
  switch (name) {
    case '单位名称':
      return values.unit;
    case '活动名称':
      return values.activity;
    case '上级文件':
      return values.superior;
    case '上级文号':
      return values.superiorNumber;
    case '开始日期':
      return day(values.start);
    case '结束日期':
      return day(values.end);
    case '成文日期':
      return day(values.issued);
    default:
      return undefined;
  }
}

/** What stands in the place of a blank until it is filled in. */
function wordsOf(name: string, year: string): string {
  switch (name) {
    case '单位名称':
      return '××单位';
    case '活动名称':
      return '××活动';
    case '上级文件':
      return '××通知';
    case '上级文号':
      return `××发〔${year}〕××号`;
    case '月日':
      return '××月××日';
    case '日期':
    case '开始日期':
    case '结束日期':
    case '成文日期':
      return `${year}年××月××日`;
    default:
      return name.includes('×') ? name : `【填写${name}】`;
  }
}

/** The text with its blanks as words. */
export function asText(parts: readonly SkeletonPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/**
 * The text in snippet syntax: a tab stop for each blank and suggestion, in the order of the text. A
 * shared blank has one number wherever it stands.
 * @param raw words that the editor is to read itself, such as a variable for the year
 */
export function asSnippet(parts: readonly SkeletonPart[], raw?: string): string {
  const numbers = new Map<string, number>();
  let last = 0;
  return parts
    .map((part) => {
      if (part.kind === 'text') return escaped(part.text, raw);
      const known = shared.has(part.name) ? numbers.get(part.name) : undefined;
      if (known !== undefined) return `$${known}`;
      last += 1;
      if (shared.has(part.name)) numbers.set(part.name, last);
      return `\${${last}:${escaped(part.text, raw)}}`;
    })
    .join('');
}

function escaped(text: string, raw: string | undefined): string {
  const plain = (words: string) => words.replace(/[\\$}]/g, '\\$&');
  return raw === undefined ? plain(text) : text.split(raw).map(plain).join(raw);
}
