import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, TableCell } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { hasSign, linesWith, sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import { isCallsAlone, sectionsOfCalls } from './bare-calls.ts';
import { isOfBareClauses, isTangible, itemsOfBareClauses } from './bare-clauses.ts';

type MessageId = 'copied' | 'bare' | 'some';

const alsoCopied = { zh: '“{issue}”用的是同一条措施', en: 'The same measure for “{issue}”' };

/** 尽力解决一批, 努力办好一些: neither how many nor which. */
const someOf =
  /(?:尽力|尽量|力争|争取|努力)(?:地)?(?:去)?(?:解决|完成|办好|办成|办理|整改|化解|处理|做好)(?:好|了)?(?:一批|一些|若干|部分|一部分|几件)/g;
/** A whole measure of nothing but a call: 进一步加强管理。 */
const bareCall =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]\s*)?(?:要|应)?(?:进一步|切实|认真|大力|不断|继续|全面|着力|积极|努力|高度)*(?:加强|强化|提高|提升|增强|改进|改善|完善|推进|抓好|做好|重视|落实|深化|优化|规范)[\p{Script=Han}]{2,8}[。；]?$/u;
/** Measures that have been copied are compared from this length on; 立即整改 may well be said twice. */
const copiedLength = 8;

/** A measure that names no object, number or deliverable, or that is copied from issue to issue. */
export const vagueMeasure = defineRule<MessageId>({
  id: 'vague-measure',
  family: 'components',
  severity: 'info',
  basis: ['条例-19', 'practice'],
  faults: ['F76', 'F78'],
  fixes: [],
  summary: {
    zh: '措施笼统，或者同一条措施用于几个问题',
    en: 'A measure that cannot be checked, or one measure for several issues',
  },
  messages: {
    copied: {
      zh: '{count}个不同的问题用的是同一条措施“{text}”，请针对各个问题分别写明。',
      en: 'One measure, “{text}”, answers {count} different issues.',
    },
    bare: {
      zh: '“{text}”只有要求，没有对象、数量或者成果，请写明做什么、做到什么程度。',
      en: '“{text}” is a call without object, number or deliverable.',
    },
    some: {
      zh: '“{text}”没有数量，也没有范围，无法检查，请写明解决哪些、多少。',
      en: '“{text}” says neither which nor how many.',
    },
  },
  checkPlan({ document, plan, report }) {
    for (const finding of copied(plan)) report(finding);
    for (const { text, range } of bareMeasures(plan))
      report({ message: 'bare', params: { text: shortened(text) }, range });
    if (linesWith(linesInOrder(document, plan), someSign).length === 0) return;
    const look = (line: Line): void => {
      for (const { start, end } of vagueOn(line.facts)) {
        report({ message: 'some', params: { text: line.text.slice(start, end) }, range: line.at(start, end) });
      }
    };
    for (const line of linesWith(plan.lines, someSign)) look(line);
    for (const { rows } of plan.tables)
      for (const { cells } of rows) for (const { lines } of cells) lines.forEach(look);
  },
});

const none: readonly Range[] = [];
const someSign = sign({ words: ['一批', '一些', '若干', '部分', '几件'] });

const vagueOn = lineMemo((facts): readonly Range[] =>
  hasSign(facts, someSign)
    ? matchesOf(facts.text, someOf).map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
    : none,
);

/** Rows of a ledger with different issues and the same measure. */
function copied(plan: Plan): readonly Finding<MessageId>[] {
  return plan.tables.flatMap((table) => {
    if (table.kind !== 'ledger') return [];
    const byMeasure = new Map<string, { cell: TableCell; issue: string }[]>();
    for (const row of table.rows) {
      const cell = table.cell(row, 'measure');
      const issue = table.cell(row, 'issue')?.text.trim() ?? '';
      const text = cell?.text.replace(/[\s。；]+/g, '') ?? '';
      if (!cell || issue === '' || text.length < copiedLength || cell.carried) continue;
      const list = byMeasure.get(text) ?? [];
      if (!list.some((other) => other.issue === issue)) list.push({ cell, issue });
      byMeasure.set(text, list);
    }
    return [...byMeasure.values()].flatMap((list) => {
      const [first, ...others] = list;
      if (!first || others.length === 0) return [];
      return [
        {
          message: 'copied' as const,
          params: { count: list.length, text: shortened(first.cell.text) },
          range: first.cell.range,
          related: others.map(({ cell, issue }) => ({
            message: alsoCopied,
            params: { issue: shortened(issue) },
            range: cell.range,
          })),
        },
      ];
    });
  });
}

/** Measures of ledgers and of measure sections that consist of a call alone. */
function bareMeasures(plan: Plan): readonly { text: string; range: Range }[] {
  const inRowsAndTitles = plan.measures.flatMap((task) => {
    if (task.row) {
      const cell = task.table?.cell(task.row, 'measure');
      return cell && !cell.carried && isBareCell(cell) ? [{ text: cell.text, range: cell.range }] : [];
    }
    const { section } = task;
    // A title is short by nature; with nothing below it, it is the whole measure.
    if (!section || section.runIn !== undefined || section.body.length > 0 || section.sections.length > 0) return [];
    return section.stage === undefined && bareCall.test(section.heading.text.trim())
      ? [{ text: section.title.value, range: section.title.range }]
      : [];
  });
  return [
    ...inRowsAndTitles,
    ...bareGoals(plan),
    ...sectionsOfCalls(plan.sections).map(({ title }) => ({ text: title.value, range: title.range })),
    ...itemsOfBareClauses(plan),
  ].sort((a, b) => a.range.start - b.range.start);
}

/** Goals and demands of a table of tasks that are calls alone, where at least half of the others can be looked at. */
function bareGoals({ tables }: Plan): readonly { text: string; range: Range }[] {
  return tables.flatMap((table) => {
    if (table.kind !== 'ledger' && table.kind !== 'taskBreakdown') return [];
    return table.columns.flatMap(({ field }, at) => {
      if (field !== 'goal' && field !== 'requirement' && field !== 'activity') return [];
      const cells = table.rows.flatMap(({ cells: own }) => {
        const cell = own[at];
        return cell && !cell.carried && cell.text.trim() !== '' ? [cell] : [];
      });
      const bare = cells.filter(({ text }) => isOfBareClauses(text.trim()));
      if (bare.length === 0 || cells.filter(({ text }) => isTangible(text)).length * 2 < cells.length) return [];
      return bare.map(({ text, range }) => ({ text, range }));
    });
  });
}

const isBare = (text: string) => bareCall.test(text) || isCallsAlone(text) || isOfBareClauses(text);
const isBareOn = lineMemo(({ text }) => isBare(text.trim()));

function isBareCell({ lines, text }: TableCell): boolean {
  const [line] = lines;
  return line && lines.length === 1 ? isBareOn(line.facts) : isBare(text.trim());
}

function shortened(text: string): string {
  const trimmed = text.replace(/[\s。；]+$/, '').trim();
  return trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed;
}
