import { hanToNumber, readCount } from '../../numbering/han.ts';
import { numberLists } from '../../plan/line/number-lists.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith, sign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';

/** An item that the text names by its number, and that is not there. */
export interface MissingItem {
  readonly words: string;
  readonly number: string;
  readonly count: number;
  readonly range: Range;
}

const HAN = '[一二三四五六七八九十]{1,3}';
/** （五）, （5）, 5: an item is named as it is written, or in bare figures. */
const ITEM = `(?:[（(](${HAN}|\\d{1,2})[）)]|(\\d{1,2})(?=[项款种类条点]))`;
/** 前款第（五）项, 上述第6项 */
const former = new RegExp(`(?:前款|上述|前述|本条)(?:所列|规定的?)?第${ITEM}[项款种类]`, 'u');
/** 本方案第三部分第（六）款, 第二条第6款 */
const ofPart = new RegExp(
  `(?:本(?:方案|办法|意见|预案|计划|通知|细则))?第(${HAN})(?:部分|条)(?:的)?(?:第${ITEM}|[（(](${HAN})[）)])[项款条点]?`,
  'u',
);
/** 《分解表》第15项, 表中第15项, 台账第15项任务 */
const ofTable =
  /(?:表》|台账》|清单》|(?:[上下本]|附)表|表[中内]|台账|(?:问题|任务)清单)(?:中|内|所列)?(?:的)?第(\d{1,3})(?:项|条|号)(?=[一-龥，。；、]|$)/u;

/** 与第18项同步推进, 第2项、第13项任务: in a table of tasks, or in the notes on it. */
const ofRow =
  /(?<=^|[，。；、：（与同和及按对将])第(\d{1,3})项(?=任务|工作|同步|一并|一起|合并|统筹|[，。；、）和与及])/gu;

/** Items that are named by number where fewer of them are listed. */
export function missingItems(document: PlanDocument, plan: Plan): readonly MissingItem[] {
  let missing: MissingItem[] | undefined;
  for (const line of linesWith(linesInOrder(document, plan), itemSign)) {
    if (line.place === 'quote' || !mayName.test(line.text)) continue;
    const inText = line.place === 'cell' ? [] : [formerOn(plan, line), ofPartOn(plan, line), ofTableOn(plan, line)];
    for (const one of [...inText, ...ofRowOn(plan, line)]) {
      if (!one) continue;
      missing ??= [];
      missing.push(one);
    }
  }
  return missing ?? NONE;
}
const NONE: readonly MissingItem[] = [];

/** What stands in every such name: 第（五）, 第三部分, 第三条, 第15项. */
const mayName = new RegExp(`第(?:[（(]|${HAN}(?:部分|条)|\\d{1,3}(?:项|条|号|款|种|类|点))`);
const itemSign = sign({
  words: [
    '第（',
    '第(',
    '部分',
    ...[...'一二三四五六七八九十'].map((numeral) => `${numeral}条`),
    ...[...'0123456789'].map((figure) => `第${figure}`),
  ],
});

const bracketNumber = new RegExp(`[（(](${HAN})[）)]`, 'gu');

/** The highest （五） of some lines, 0 where there is none; what sends to one (第（五）项) is none. */
function highestOf(lines: readonly Line[]): number {
  let highest = 0;
  for (const { text } of lines) {
    for (const match of text.matchAll(bracketNumber)) {
      if (/[第至到、—-]$/.test(text.slice(0, match.index))) continue;
      highest = Math.max(highest, hanToNumber(match[1] ?? '') ?? 0);
    }
  }
  return highest;
}

const figure = /(?:^|[。；：，、\s])(?:(\d{1,2})\s?[.．、)）]|[（(](\d{1,2})[）)])(?!\d)|[①-⑳]/gu;

/** The highest 5. or （5） of some lines. */
function highestFigureOf(lines: readonly Line[]): number {
  let highest = 0;
  for (const { text } of lines)
    for (const [written, bare, bracketed] of text.matchAll(figure))
      highest = Math.max(highest, Number(bare ?? bracketed ?? written.charCodeAt(0) - '①'.charCodeAt(0) + 1));
  return highest;
}

/** 六 of 第（六）项, 6 of 第6项 or 第（6）项: the highest number of that form. */
const highestLike = (item: string, lines: readonly Line[]): number =>
  /^\d/.test(item) ? highestFigureOf(lines) : highestOf(lines);

/** What sends to a part of the own paper. */
const leads = /(?:^|[，。；、（(]|[见照对按合反据]|符合|属于|执行|落实)$/;

/** What stands in front has no such number anywhere. */
function formerOn(plan: Plan, line: Line): MissingItem | undefined {
  const match = former.exec(line.text);
  const number = match?.[1] ?? match?.[2] ?? '';
  const value = readCount(number);
  if (!match || value === undefined || /[》”]\s*$/.test(line.text.slice(0, match.index))) return undefined;
  const count = highestLike(
    number,
    plan.lines.filter(({ index }) => index < line.index),
  );
  return count < 2 || count >= value ? undefined : found(line, match, number, count);
}

/** The part has numbers of that form, and they end before. */
function ofPartOn(plan: Plan, line: Line): MissingItem | undefined {
  const match = ofPart.exec(line.text);
  const item = match?.[2] ?? match?.[3] ?? match?.[4] ?? '';
  const [part, value] = [hanToNumber(match?.[1] ?? ''), readCount(item)];
  if (!match || part === undefined || value === undefined) return undefined;
  // 《…》第三条第（六）项, 市实施方案第三部分第（六）款 are those of other papers.
  if (!match[0].startsWith('本') && !leads.test(line.text.slice(0, match.index))) return undefined;
  const numbered = (kind: string) =>
    plan.lines.filter(({ facts, place }) => place !== 'cell' && facts.number?.kind === kind);
  const articles = /条的?第?[（(\d]/.test(match[0]) ? numbered('article') : [];
  // 第三条第（七）项 of a paper without articles is in the part 三、.
  const heads = articles.length > 0 ? articles : numbered('han');
  const own = heads.filter(({ facts }) => facts.number?.value === part);
  const [head] = own;
  if (!head || own.length > 1) return undefined;
  const next = heads.find(({ index, facts }) => index > head.index && facts.number?.value === part + 1);
  const inside = plan.lines.filter(
    ({ index }) => index >= head.index && index < (next?.index ?? Number.POSITIVE_INFINITY),
  );
  const count = highestLike(item, inside);
  return count < 2 || count >= value ? undefined : found(line, match, item, count);
}

/** Every table of the plan has fewer rows, and nothing else is counted so far. */
function ofTableOn(plan: Plan, line: Line): MissingItem | undefined {
  const match = plan.tables.length > 0 ? ofTable.exec(line.text) : null;
  const number = match?.[1] ?? '';
  const value = Number(number);
  if (!match || !isOwnTable(plan, line, match)) return undefined;
  const count = Math.max(0, ...plan.tables.map(({ rows }) => rows.length));
  const listed = numberLists(plan).some(({ numbers }) => numbers.some(({ token }) => token.value >= value));
  return count < 2 || count >= value || listed ? undefined : found(line, match, number, count);
}

/** The one table of tasks of the plan has fewer rows, by its own numbers as well, and no list of the plan goes so far. */
function ofRowOn(plan: Plan, line: Line): readonly MissingItem[] {
  if (plan.tables.length !== 1) return NONE;
  const [table] = plan.tables;
  if (!table?.columns.some(({ field }) => field === 'ordinal') || table.rows.length < 2) return NONE;
  const isOfTable = line.place === 'cell' || line.range.start > table.range.end;
  if (!isOfTable) return NONE;
  return [...line.text.matchAll(ofRow)].flatMap((match) => {
    const [, number = ''] = match;
    const value = Number(number);
    const listed = numberLists(plan).some(({ numbers }) => numbers.some(({ token }) => token.value >= value));
    return value <= table.rows.length || listed ? NONE : [found(line, match, number, table.rows.length)];
  });
}

/** 《分解表》 is short for the title of the plan or of a table of it; a name that it does not end in is that of another paper. */
function isOwnTable(plan: Plan, line: Line, { 0: words, index }: RegExpExecArray): boolean {
  const mark = words.indexOf('》');
  if (mark < 0) return true;
  const name = line.text.slice(line.text.lastIndexOf('《', index + mark) + 1, index + mark);
  return [plan.title?.value ?? '', ...plan.tables.map(({ title }) => title?.value ?? '')].some((title) =>
    title.endsWith(name),
  );
}

function found(line: Line, match: RegExpExecArray | RegExpMatchArray, number: string, count: number): MissingItem {
  // 《分解表》第9项: the number is at fault, not the name in front of it.
  const from = match[0].includes('》') ? match[0].indexOf('第') : 0;
  const words = match[0].slice(from);
  return { words, number, count, range: line.at((match.index ?? 0) + from, (match.index ?? 0) + from + words.length) };
}
