import { sentenceTo } from '../../plan/line/sentences.ts';
import type { Line, Plan, PlanTable, Section } from '../../plan/model.ts';
import { allSections } from '../../plan/sections.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import type { Range } from '../../text/range.ts';
import { isOfBareClauses } from './bare-clauses.ts';

interface Listed {
  readonly text: string;
  readonly range: Range;
  /** With what is said of it behind its first comma. */
  readonly all?: string;
}

interface Group {
  readonly range: Range;
  readonly texts: readonly string[];
  /** Where each of them begins: its title, or its first cell. */
  readonly places: readonly Range[];
}

/** What a list of issues and the measures behind it leave open. */
export interface LeftOpen {
  readonly issues: readonly Listed[];
  /** A measure that names a problem of its own, which is none of those listed. */
  readonly stray?: Listed & { readonly solved: string; readonly count: number };
  readonly measures: Range;
  /** The ledger names the issue of each row. */
  readonly named: boolean;
}

const issuesTitle = /问题|不足|短板|困难/;
const isAnswer = /整改|措施|打算|任务|对策|改进|解决/;
/** 一是…。二是…, 7.管护主体不明，…。8.…: issues that stand side by side in a line. */
const spoken = /(?:^|[。；，：:;])\s*([一二三四五六七八九]是|\d{1,2}[.．、](?!\d))([^。；;]{4,120})/g;
/** So many issues are needed before one that is not answered stands out. */
const FEWEST = 4;
/** Pairs of characters that an issue must have of its own. */
const FEWEST_PAIRS = 3;
/** Such words are of any issue and of any measure. */
const empty =
  /问题|不够|不足|不到位|不规范|存在|关于|方面|有待|部分|个别|仍然?|较为?|薄弱|缺乏|缺失|工作|管理|建设|情况|机制|制度|加强|进一步|及时|落实|完善|提高|提升|推进|开展|组织|负责|完成|人员|单位|部门|时间|连续|[^\p{Script=Han}]|[的了不未无和与及在对]/gu;

/** The issues of a list that no measure takes up, where at least two thirds of them are taken up one by one. */
export function listedIssues(plan: Plan): LeftOpen | undefined {
  const sections = allSections(plan);
  for (const section of sections) {
    if (!issuesTitle.test(section.title.value) || isAnswer.test(section.title.value)) continue;
    const issues = issuesIn(section);
    if (issues.length < FEWEST) continue;
    const unnamed = missingFromLedger(plan, issues, section.range.end);
    if (unnamed) return unnamed;
    for (const group of groupsBehind(plan, sections, section)) {
      const answers = issues.map(({ text }) => answersOf(text, group.texts));
      const open = openIn(issues, group, answers);
      const stray = strayIn(issues, group, answers);
      if (open || stray)
        return { issues: open ? [open] : [], ...(stray ? { stray } : {}), measures: group.range, named: false };
    }
  }
  return missingFromSpoken(plan);
}

/** …只列班子问题：, 现将主要问题归纳如下：, with 一是…；二是… on its line or the next. */
const leadsToIssues = /(?:问题|不足|短板)[^，。；：:]{0,6}[：:]\s?$/;

/** Issues that are told in a line of their own under whatever heading, held against the ledger that names them. */
function missingFromSpoken(plan: Plan): LeftOpen | undefined {
  const [table] = plan.tables.filter(({ columns }) => columns.some(({ field }) => field === 'issue'));
  if (!table) return undefined;
  for (const [at, line] of plan.lines.entries()) {
    if (line.place === 'cell' || line.place === 'quote' || line.range.end > table.range.start) continue;
    if (!line.text.includes('二是')) continue;
    const start = line.text.indexOf('一是');
    const before = start > 0 ? line.text.slice(0, start) : (plan.lines[at - 1]?.text ?? '');
    // 全县普遍存在的问题 need not all be ours.
    if (
      start < 0 ||
      !leadsToIssues.test(before) ||
      /普遍|全[省市县区][^，。；：]{0,10}问题|共性/.test(sentenceTo(before, before.length))
    )
      continue;
    const issues = issuesOn(line);
    const unnamed = issues.length < FEWEST ? undefined : missingFromLedger(plan, issues, line.range.end);
    if (unnamed) return unnamed;
  }
  return undefined;
}

/**
 * Issues that are not among those of the ledger behind them, each row of which names one of the list: the words of its
 * issue are those of one in the list, and of no other.
 */
function missingFromLedger(plan: Plan, issues: readonly Listed[], end: number): LeftOpen | undefined {
  const ledgers = plan.tables.filter(
    ({ columns, range }) =>
      range.start >= end &&
      columns.some(({ field }) => field === 'issue') &&
      columns.some(({ field }) => field === 'measure'),
  );
  const [ledger, more] = ledgers;
  if (!ledger || more) return undefined;
  const named = new Set<number>();
  for (const row of ledger.rows) {
    const cell = ledger.cell(row, 'issue');
    if (!cell || cell.carried || cell.text.trim() === '') continue;
    const pairs = allPairsOf(cell.text);
    const same = issues.map(({ text, all = text }) => share(pairs, all));
    const best = Math.max(...same);
    if (best < HALF) return undefined;
    named.add(same.indexOf(best));
  }
  const missing = issues.filter((_, at) => !named.has(at));
  if (named.size < FEWEST - 1 || missing.length === 0 || missing.length * 3 > issues.length) return undefined;
  // Two issues may have been made one: 管护主体不明、经费未列入预算.
  const cells = ledger.rows.map((row) => ledger.cell(row, 'issue')?.text ?? '');
  const isWithin = ({ text }: Listed) => cells.some((cell) => share(allPairsOf(text), cell) >= HALF);
  if (missing.some(isWithin)) return undefined;
  return { issues: missing, measures: ledger.columns[0]?.header.range ?? ledger.range, named: true };
}
const HALF = 0.5;

/** How large a part of the pairs stands in the text. */
const share = (pairs: readonly string[], text: string): number =>
  pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length;

function allPairsOf(text: string): readonly string[] {
  const plain = text.replace(/[^\p{Script=Han}]/gu, '');
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2));
}

function issuesIn(section: Section): readonly Listed[] {
  const listed = linesOf(section).flatMap(issuesOn);
  if (listed.length >= FEWEST) return listed;
  return section.sections.map((one) => ({
    text: firstOf(one.title.value),
    range: one.title.range,
    all: one.title.value + textOf(one),
  }));
}

const issuesOn = (line: Line): readonly Listed[] =>
  [...line.text.matchAll(spoken)].map(({ 0: words, 1: mark = '', 2: text = '', index }) => {
    const first = firstOf(text.trim());
    const start = index + words.indexOf(mark) + mark.length + text.indexOf(first);
    return { text: first, range: line.at(start, start + first.length), all: text };
  });

const firstOf = (text: string): string => text.split(/[，。：:]/)[0] ?? '';

/** Lists of measures behind the issues, until one takes them up. */
function groupsBehind(plan: Plan, sections: readonly Section[], issues: Section): readonly Group[] {
  const end = issues.range.end;
  const ofSections = sections
    .filter(({ range, sections: inner }) => range.start >= end && inner.length >= FEWEST - 1)
    .map((section) => ({
      range: section.title.range,
      texts: section.sections.map(textOf),
      places: section.sections.map(({ title }) => title.range),
    }));
  const ofTables = plan.tables.flatMap((table) => {
    const texts = table.range.start >= end ? rowsOf(table) : [];
    const places = table.rows.map(({ range }) => range);
    return texts.length >= FEWEST - 1 ? [{ range: table.columns[0]?.header.range ?? table.range, texts, places }] : [];
  });
  return [...ofSections, ...ofTables].sort((a, b) => a.range.start - b.range.start);
}

const textOf = (section: Section): string =>
  linesOf(section)
    .map(({ text }) => text)
    .join('。');

const rowsOf = (table: PlanTable): readonly string[] =>
  table.columns.some(({ field }) => field === 'measure')
    ? table.rows.map(({ cells }) => cells.map(({ text }) => text).join('。'))
    : [];

/**
 * An issue none of whose words stands in any measure. A measure between those of its neighbours that answers no other
 * issue may answer it in other words (资金短缺: 多渠道筹措经费); then nothing is said.
 */
function openIn(issues: readonly Listed[], { texts }: Group, answers: Answers): Listed | undefined {
  const open = issues.flatMap((issue, at) => (answers[at]?.length === 0 ? [{ issue, at }] : []));
  const [only, more] = open;
  if (!only || more || pairsOf(only.issue.text).length < FEWEST_PAIRS) return undefined;
  const taken = new Set<number>();
  let answered = 0;
  for (const found of answers) {
    const own = found.find((at) => !taken.has(at));
    if (own === undefined) continue;
    taken.add(own);
    answered++;
  }
  if (answered < FEWEST - 1 || answered * 3 < issues.length * 2) return undefined;
  const before = Math.max(-1, ...answers.slice(0, only.at).map(([first]) => first ?? -1));
  const after = Math.min(texts.length, ...answers.slice(only.at + 1).map(([first]) => first ?? texts.length));
  const spare = texts.some(
    (text, at) => at > before && at < after && !answers.some((found) => found.includes(at)) && mayAnswer(text, issues),
  );
  return spare ? undefined : only.issue;
}

/** 缓解停车难, 解决投放点异味扰民: a measure that says which problem it is for. */
const solves =
  /(?:缓解|解决|破解|化解|消除|改变)(?:了)?(?<solved>[\p{Script=Han}]{2,12}(?:难|贵|慢|扰民|问题|不足|不够|矛盾|现象|状况|短板))(?=[，。；]|$)/u;

/** Calls alone answer nothing, and neither does what is for a problem of its own. */
const mayAnswer = (text: string, issues: readonly Listed[]): boolean =>
  !isOfBareClauses(text.replace(titleInFront, '')) && solvedBeside(text, issues) === undefined;
const titleInFront = /^[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．][^，。；]{2,20}。/;

/** The problem that a measure names and that is none of those listed. */
function solvedBeside(text: string, issues: readonly Listed[]): string | undefined {
  const solved = solves.exec(text)?.groups?.solved;
  if (solved === undefined) return undefined;
  const pairs = pairsOf(solved);
  return pairs.length > 0 && !issues.some(({ text: own, all = own }) => pairs.some((pair) => all.includes(pair)))
    ? solved
    : undefined;
}

/** The only measure that is for a problem that the list does not have, and shares no word with any of its issues. */
function strayIn(issues: readonly Listed[], { texts, places }: Group, answers: Answers): LeftOpen['stray'] {
  if (answers.filter((found) => found.length > 0).length * 3 < issues.length * 2) return undefined;
  const strays = texts.flatMap((text, at) => {
    const solved = answers.some((found) => found.includes(at)) ? undefined : solvedBeside(text, issues);
    const range = places[at];
    return solved !== undefined && range ? [{ text, range, solved, count: issues.length }] : [];
  });
  const [stray, more] = strays;
  return more ? undefined : stray;
}

/** By issue. */
type Answers = readonly (readonly number[])[];

/** The measures that hold a word of the issue, those that hold most of them first. */
function answersOf(issue: string, texts: readonly string[]): readonly number[] {
  const pairs = pairsOf(issue);
  return texts
    .map((text, at) => ({ at, same: pairs.filter((pair) => text.includes(pair)).length }))
    .filter(({ same }) => same > 0)
    .sort((a, b) => b.same - a.same || a.at - b.at)
    .map(({ at }) => at);
}

function pairsOf(text: string): readonly string[] {
  const plain = text.replace(empty, ' ');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) {
    const pair = plain.slice(at, at + 2);
    if (!pair.includes(' ')) pairs.add(pair);
  }
  return [...pairs];
}
