import { hanToNumber } from '../../numbering/han.ts';
import { numberLists } from '../../plan/line/number-lists.ts';
import type { Line, Plan } from '../../plan/model.ts';
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
/** 前款第（五）项, 上述第（六）项 */
const former = new RegExp(`(?:前款|上述|前述|本条)(?:所列|规定的?)?第[（(](${HAN})[）)][项款种类]`, 'u');
/** 本方案第三部分第（六）款 */
const ofPart = new RegExp(
  `(?:本(?:方案|办法|意见|预案|计划|通知|细则))?第(${HAN})(?:部分|条)(?:的)?第?[（(](${HAN})[）)][项款条点]?`,
  'u',
);
/** 《分解表》第15项, 表中第15项, 台账第15项任务 */
const ofTable =
  /(?:表》|台账》|清单》|(?:[上下本]|附)表|表[中内]|台账|(?:问题|任务)清单)(?:中|内|所列)?(?:的)?第(\d{1,3})(?:项|条|号)(?=[一-龥，。；、]|$)/u;

/** Items that are named by number where fewer of them are listed. */
export function missingItems(plan: Plan): readonly MissingItem[] {
  let missing: MissingItem[] | undefined;
  for (const line of linesWith(plan.lines, itemSign)) {
    if (line.place === 'quote' || !mayName.test(line.text)) continue;
    for (const one of [formerOn(plan, line), ofPartOn(plan, line), ofTableOn(plan, line)]) {
      if (!one) continue;
      missing ??= [];
      missing.push(one);
    }
  }
  return missing ?? NONE;
}
const NONE: readonly MissingItem[] = [];

/** What stands in every such name: 第（五）, 第三部分, 第三条, 第15项. */
const mayName = new RegExp(`第(?:[（(]|${HAN}(?:部分|条)|\\d{1,3}(?:项|条|号))`);
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

/** What sends to a part of the own paper. */
const leads = /(?:^|[，。；、（(]|[见照对按合反]|符合|属于|执行|落实)$/;

/** What stands in front has no such number anywhere. */
function formerOn(plan: Plan, line: Line): MissingItem | undefined {
  const match = former.exec(line.text);
  const number = match?.[1] ?? '';
  const value = hanToNumber(number);
  if (!match || value === undefined || /[》”]\s*$/.test(line.text.slice(0, match.index))) return undefined;
  const count = highestOf(plan.lines.filter(({ index }) => index < line.index));
  return count < 2 || count >= value ? undefined : found(line, match, number, count);
}

/** The part has numbers of that form, and they end before. */
function ofPartOn(plan: Plan, line: Line): MissingItem | undefined {
  const match = ofPart.exec(line.text);
  const [part, value] = [hanToNumber(match?.[1] ?? ''), hanToNumber(match?.[2] ?? '')];
  if (!match || part === undefined || value === undefined) return undefined;
  // 《…》第三条第（六）项, 市实施方案第三部分第（六）款 are those of other papers.
  if (!match[0].startsWith('本') && !leads.test(line.text.slice(0, match.index))) return undefined;
  const numbered = (kind: string) =>
    plan.lines.filter(({ facts, place }) => place !== 'cell' && facts.number?.kind === kind);
  const articles = /条第?[（(]/.test(match[0]) ? numbered('article') : [];
  // 第三条第（七）项 of a paper without articles is in the part 三、.
  const heads = articles.length > 0 ? articles : numbered('han');
  const own = heads.filter(({ facts }) => facts.number?.value === part);
  const [head] = own;
  if (!head || own.length > 1) return undefined;
  const next = heads.find(({ index, facts }) => index > head.index && facts.number?.value === part + 1);
  const inside = plan.lines.filter(
    ({ index }) => index >= head.index && index < (next?.index ?? Number.POSITIVE_INFINITY),
  );
  const count = highestOf(inside);
  return count < 2 || count >= value ? undefined : found(line, match, match[2] ?? '', count);
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

/** 《分解表》 is short for the title of the plan or of a table of it; a name that it does not end in is that of another paper. */
function isOwnTable(plan: Plan, line: Line, { 0: words, index }: RegExpExecArray): boolean {
  const mark = words.indexOf('》');
  if (mark < 0) return true;
  const name = line.text.slice(line.text.lastIndexOf('《', index + mark) + 1, index + mark);
  return [plan.title?.value ?? '', ...plan.tables.map(({ title }) => title?.value ?? '')].some((title) =>
    title.endsWith(name),
  );
}

function found(line: Line, match: RegExpExecArray, number: string, count: number): MissingItem {
  // 《分解表》第9项: the number is at fault, not the name in front of it.
  const from = match[0].includes('》') ? match[0].indexOf('第') : 0;
  const words = match[0].slice(from);
  return { words, number, count, range: line.at(match.index + from, match.index + from + words.length) };
}
