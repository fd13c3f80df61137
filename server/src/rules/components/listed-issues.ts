import type { Line, Plan, PlanTable, Section } from '../../plan/model.ts';
import { allSections } from '../../plan/sections.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import type { Range } from '../../text/range.ts';

interface Listed {
  readonly text: string;
  readonly range: Range;
}

interface Group {
  readonly range: Range;
  readonly texts: readonly string[];
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

/** The only issue of a list that no measure takes up, where at least two thirds of them are taken up one by one. */
export function listedIssue(plan: Plan): (Listed & { readonly measures: Range }) | undefined {
  const sections = allSections(plan);
  for (const section of sections) {
    if (!issuesTitle.test(section.title.value) || isAnswer.test(section.title.value)) continue;
    const issues = issuesIn(section);
    if (issues.length < FEWEST) continue;
    for (const group of groupsBehind(plan, sections, section)) {
      const open = openIn(issues, group);
      if (open) return { ...open, measures: group.range };
    }
  }
  return undefined;
}

function issuesIn(section: Section): readonly Listed[] {
  const listed = linesOf(section).flatMap(issuesOn);
  if (listed.length >= FEWEST) return listed;
  return section.sections.map(({ title }) => ({ text: firstOf(title.value), range: title.range }));
}

const issuesOn = (line: Line): readonly Listed[] =>
  [...line.text.matchAll(spoken)].map(({ 0: words, 1: mark = '', 2: text = '', index }) => {
    const first = firstOf(text.trim());
    const start = index + words.indexOf(mark) + mark.length + text.indexOf(first);
    return { text: first, range: line.at(start, start + first.length) };
  });

const firstOf = (text: string): string => text.split(/[，。：:]/)[0] ?? '';

/** Lists of measures behind the issues, until one takes them up. */
function groupsBehind(plan: Plan, sections: readonly Section[], issues: Section): readonly Group[] {
  const end = issues.range.end;
  const ofSections = sections
    .filter(({ range, sections: inner }) => range.start >= end && inner.length >= FEWEST - 1)
    .map((section) => ({ range: section.title.range, texts: section.sections.map(textOf) }));
  const ofTables = plan.tables.flatMap((table) => {
    const texts = table.range.start >= end ? rowsOf(table) : [];
    return texts.length >= FEWEST - 1 ? [{ range: table.columns[0]?.header.range ?? table.range, texts }] : [];
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
function openIn(issues: readonly Listed[], { texts }: Group): Listed | undefined {
  const answers = issues.map(({ text }) => answersOf(text, texts));
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
  const spare = texts.some((_, at) => at > before && at < after && !answers.some((found) => found.includes(at)));
  return spare ? undefined : only.issue;
}

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
