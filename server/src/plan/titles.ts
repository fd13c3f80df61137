import { readNumber } from '../numbering/read.ts';
import type { Located } from '../text/range.ts';
import kinds from './kinds.yaml';
import type { Line } from './model.ts';

const { genres, carriers } = kinds as { genres: readonly string[]; carriers: readonly string[] };
const longestFirst = [...genres, ...carriers].sort((a, b) => b.length - a.length);
/** Remarks that may stand behind the genre: （试行）, （征求意见稿）, 及工作安排. */
const remark = /(?:[（(【[][^（()）【】[\]]{1,16}[)）】\]]|[（(]RFC[)）])$/;

/** Longest line of a title; longer ones are sentences. */
const titleLength = 60;
const titleLines = 3;

/**
 * The genre (文种) that a title ends with: 实施方案, 整改方案, 小结 …; undefined when the text ends
 * with no word of the plan family and none of the carriers (通知, 意见).
 */
export function genreOf(title: string): string | undefined {
  const text = title.replace(/\s+/g, '').replace(remark, '').replace(remark, '');
  return longestFirst.find((genre) => text.endsWith(genre));
}

/** The genre anywhere in a title that ends otherwise: 启动仪式方案及工作安排, 工作计划 (RFC). */
export function genreWithin(title: string): string | undefined {
  return genreOf(title) ?? longestFirst.find((genre) => genre.length > 2 && title.includes(genre));
}

export interface TitleBlock {
  readonly title: Located<string>;
  readonly kind: string;
  /** Index of the first line and of the line behind the last one, in the list that was searched. */
  readonly from: number;
  readonly to: number;
}

/** A date of issue: the end of the text before, no line of a title. */
const dateOfIssue =
  /^[\d〇○零一二两三四五六七八九十]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:\s?[\d一二三四五六七八九十]{1,3}\s?日)?$/;

/** A line that could be a line of a title: short, unnumbered, without the marks of a sentence. */
export function couldBeTitle(line: Line): boolean {
  if (line.place !== 'paragraph' && line.place !== 'heading') return false;
  if (line.indent.includes('\t')) return false;
  const text = line.text;
  if (text.length < 2 || text.length > titleLength) return false;
  if (/[。；，！？:：,;!?|]/.test(text)) return false;
  if (/^附件|^[（(].*[)）]$/.test(text) || dateOfIssue.test(text)) return false;
  const number = readNumber(text);
  // …活动 / 第一阶段工作实施办法
  return number === undefined || (number.kind === 'stage' && genreOf(text) !== undefined);
}

/**
 * The title that begins at `at`: a Markdown heading of depth 1, or one to three short lines that
 * together end with a genre. Lines that a manual break cut in two are joined.
 */
export function titleAt(lines: readonly Line[], at: number): TitleBlock | undefined {
  const first = lines[at];
  if (!first) return undefined;
  if (first.place === 'heading') {
    if (first.depth !== 1 || /^附件/.test(first.text)) return undefined;
    return {
      title: { value: first.text, range: first.range },
      kind: genreWithin(first.text) ?? '',
      from: at,
      to: at + 1,
    };
  }
  if (!couldBeTitle(first)) return undefined;
  let text = '';
  for (let to = at; to < Math.min(lines.length, at + titleLines); to++) {
    const line = lines[to];
    if (line?.place !== 'paragraph' || line.index !== first.index + to - at || !couldBeTitle(line)) return undefined;
    text += line.text;
    const kind = genreOf(text);
    if (!kind) continue;
    const next = lines[to + 1];
    // A second line may still follow: 开展…活动 / 实施方案的通知
    const longer = next && couldBeTitle(next) && next.block === line.block ? genreOf(text + next.text) : undefined;
    if (longer && next) {
      return {
        title: { value: text + next.text, range: { start: first.range.start, end: next.range.end } },
        kind: longer,
        from: at,
        to: to + 2,
      };
    }
    return {
      title: { value: text, range: { start: first.range.start, end: line.range.end } },
      kind,
      from: at,
      to: to + 1,
    };
  }
  return undefined;
}
