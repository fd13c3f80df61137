import type { Range } from '../../text/range.ts';
import type { Line } from '../model.ts';
import { endsLikeParty, isLikelyPerson } from '../parties/words.ts';

interface RawCell {
  readonly lines: readonly Line[];
  readonly range: Range;
}

interface RawRow {
  readonly cells: readonly RawCell[];
  readonly range: Range;
}

/**
 * 3.9（周一）, 星期三(2026-03-11), 3月中旬, 6月底前, 清明节前, 第3周, 每周五: the first cell of a calendar's row is wholly a time.
 * 2.0工程视频作业推进, 周六教室卫生检查 tell what is done.
 */
const timeOnly =
  /^(?:\d|[一二三四五六七八九十两初廿]|[年月日号周旬季天学期]|星期|礼拜|季度|寒假|暑假|假期|[上中下本当每第各次全前后末底初内]|[早午晚]上?|期间|开学|期[中末初]|左右|以前|之前|\p{Script=Han}{1,3}节(?=前|后|期间|当|$)|[至到和、，,.．/:：~～—–-])+$/u;
const remark = /[（(][^（()）]{0,20}[)）]/g;
const isDay = (text: string): boolean => {
  const bare = text.replace(remark, '');
  return (
    bare.length <= longestTime && /[\d一二三四五六七八九十日天年月周旬节期假末每]/.test(bare) && timeOnly.test(bare)
  );
};
const longestTime = 24;
const dayHeader = /^(?:日期|时间|星期)(?:[（(][^（()）]{1,4}[)）])?$/;
const ownerHeader = /部门|处室|单位|科室|责任人|负责/;
/** 另行通知, 待定, 全周 stand in the place of a day. */
const noDay = /^(?:时间)?(?:待定|另行|全周|整周|本周|长期|每[日天周月]).{0,2}$/;
/** 8:00—11:15 below a day tells the hours of that day: such tables are read as they stand. */
const hours = /^(?:[上下中]午|早上|晚上?)?\d{1,2}[:：]\d{2}/;
/** 2、 counts what is done on a day; a shorter cell may be anything. */
const counted = /^\d{1,2}\s?[、.．]/;
const shortestTask = 4;
/** One such row may be a slip. */
const leastShifted = 2;
const leastDays = 2;

/** 教科室, 高一年段 alone in a row: another office that does what stands above. */
const office = /^\p{Script=Han}{0,8}(?:[处办室委部组段科]|工会)$/u;

/**
 * A web page has one cell with the day beside several rows; brought to Markdown, the rows below it lack that cell, and all
 * their cells stand one column too far left: | 3.9（周一） | 家长会 | 德育处 |, and below it | 教研活动 | 教学处 | |. Told by the day in
 * the first column, and by who answers, who stands one column ahead.
 * @returns the rows with empty cells put in front of those, and which these are: what they lack stands above
 */
export function withLostSpans(
  head: RawRow | undefined,
  rows: readonly RawRow[],
): { readonly rows: readonly RawRow[]; readonly restored: ReadonlySet<RawRow> } {
  const restored = new Set<RawRow>();
  const headers = head?.cells.map(textOf) ?? [];
  const owner = dayHeader.test(headers[0] ?? '') ? headers.findIndex((header) => ownerHeader.test(header)) : -1;
  if (owner < 2 || !isDay(textOf(rows[0]?.cells[0]))) return { rows, restored };
  if (rows.some(({ cells }) => hours.test(textOf(cells[0])))) return { rows, restored };
  const lost = rows.map((row) => lostCells(row, owner));
  const begun = rows.filter(({ cells }) => isDay(textOf(cells[0])));
  if (lost.filter((count) => count > 0).length < leastShifted || begun.length < leastDays) return { rows, restored };
  const whole = rows.map((row, at) => {
    const count = lost[at] ?? 0;
    if (count === 0) return row;
    const { range, cells } = row;
    const empty = { lines: [], range: { start: range.start, end: range.start } };
    const shifted = {
      range,
      cells: [...cells.slice(0, count).map(() => empty), ...cells.slice(0, cells.length - count)],
    };
    restored.add(shifted);
    return shifted;
  });
  return { rows: whole, restored };
}

/** How many cells a row lacks in front. */
function lostCells({ cells }: RawRow, owner: number): number {
  const first = textOf(cells[0]);
  if (first === '' || textOf(cells.at(-1)) !== '' || isDay(first)) return 0;
  if (cells.every((cell) => textOf(cell) === '' || office.test(textOf(cell)))) return owner;
  // 3月中旬的例会 | 检查 | 德育处 | (no remarks): who answers stands where the header says.
  if (!mayAnswer(textOf(cells[owner - 1]))) return 0;
  const isNamed = first.length >= shortestTask || office.test(textOf(cells[owner - 1]));
  const isTask = counted.test(first) || (isNamed && !noDay.test(first));
  return isTask ? 1 : 0;
}

/** An office or a person, or several of them: 总务处膳管会, 信息处（发展中心）; an empty cell says nothing against it. */
const mayAnswer = (text: string): boolean =>
  text === '' ||
  text
    .replace(remark, '')
    .split(/[、，,；;/]/)
    .every((name) => office.test(name) || ofOffice.test(name) || endsLikeParty(name) || isLikelyPerson(name));
const ofOffice = /^\p{Script=Han}{1,4}[处室办]\p{Script=Han}{0,2}[管委]会$/u;

const textOf = (cell: RawCell | undefined): string =>
  (cell?.lines.map(({ text }) => text).join('') ?? '').replace(/\s+/g, '');
