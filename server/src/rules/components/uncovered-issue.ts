import type { Plan, PlanTable, Section } from '../../plan/model.ts';
import { versionMemo } from '../../plan/plan-memo.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import type { Range } from '../../text/range.ts';
import { unansweredIssues } from '../consistency/announced/answered.ts';
import { unequalRows } from '../consistency/announced/in-table.ts';
import type { Miscount } from '../consistency/announced/issues.ts';
import { defineRule } from '../rule.ts';
import { type LeftOpen, listedIssues } from './listed-issues.ts';
import { spokenIssue } from './spoken-issues.ts';

type MessageId = 'item' | 'row' | 'stray';

const alsoOpen = { zh: '“{issue}”也没有对应的措施', en: '“{issue}” is not answered either' };
const answers = { zh: '整改措施列在这里', en: 'The measures are listed here' };

const issuesTitle = /(?:存在|主要|突出|反馈|查摆|发现)(?:的)?(?:主要|突出)?(?:的)?问题|问题清单|问题表现/;
const measuresTitle = /整改(?:落实)?(?:的)?(?:具体|主要|工作)?(?:措施|任务|内容|举措|清单)|(?:改进|解决)措施/;
/** Of so many issues most have to be matched before one that is not stands out. */
const fewestIssues = 3;

/** An issue that was found and that no measure answers. */
export const uncoveredIssue = defineRule<MessageId>({
  id: 'uncovered-issue',
  family: 'components',
  severity: 'warning',
  basis: ['practice'],
  faults: ['F75'],
  fixes: [],
  summary: {
    zh: '查出的问题没有对应的整改措施',
    en: 'An issue that no measure answers',
  },
  messages: {
    item: {
      zh: '问题“{issue}”没有对应的整改措施（共{count}个），其他问题都有。',
      en: 'No measure answers the issue “{issue}” ({count} in all); the others are answered.',
    },
    stray: {
      zh: '这条措施要解决的“{solved}”不在前面所列的{count}个问题之中，请核对。',
      en: 'This measure is for “{solved}”, which is none of the {count} issues listed before.',
    },
    row: {
      zh: '问题清单中的第{number}项“{issue}”，整改台账里没有（共{count}项）。',
      en: 'Number {number} of the list of issues, “{issue}”, is not in the ledger ({count} in all).',
    },
  },
  checkPlan({ plan, report }) {
    const open = openIssues(plan);
    const first = open?.issues[0];
    if (open && first) {
      report({
        message: 'item',
        params: { issue: shortened(first.text), count: open.issues.length },
        range: first.range,
        related: [
          ...open.issues
            .slice(1)
            .map(({ text, range }) => ({ message: alsoOpen, params: { issue: shortened(text) }, range })),
          { message: answers, range: open.measures },
        ],
      });
    }
    const [said] = open ? [] : saidIssues(plan);
    for (const { text, range } of said?.issues ?? [])
      report({
        message: 'item',
        params: { issue: shortened(text), count: said?.issues.length ?? 1 },
        range,
        // Where a number in the text misses one as well, or the ledger names the others, it is certain.
        severity: said?.named || [...unequalRows(plan), ...unansweredIssues(plan)].some(lacksOne) ? 'warning' : 'info',
        related: said ? [{ message: answers, range: said.measures }] : [],
      });
    if (said?.stray) {
      const { range, solved, count } = said.stray;
      report({ message: 'stray', params: { solved, count }, range, severity: 'info' });
    }
    const rows = openRows(plan);
    const row = rows[0];
    if (row) {
      report({
        message: 'row',
        params: { number: row.number, issue: shortened(row.text), count: rows.length },
        range: row.range,
        related: rows
          .slice(1)
          .map(({ text, range }) => ({ message: alsoOpen, params: { issue: shortened(text) }, range })),
      });
    }
  },
});

const saidIssues = versionMemo((plan): readonly [LeftOpen | undefined] => {
  const spoken = spokenIssue(plan);
  return [spoken ? { issues: [spoken], measures: spoken.measures, named: false } : listedIssues(plan)];
});

const lacksOne = ({ announced, listed }: Miscount): boolean => announced === listed + 1;

/** How many issues are told to have no measure: a number that exceeds what is listed by as many tells the same again. */
export function uncoveredCount(plan: Plan): number {
  const open = openIssues(plan);
  return (open ?? saidIssues(plan)[0])?.issues.length ?? 0;
}

interface Issue {
  readonly text: string;
  readonly range: Range;
}

/** Issues of one section that no item of the section of measures takes up, when most are taken up. */
function openIssues(plan: Plan): { issues: readonly Issue[]; measures: Range } | undefined {
  const issues = plan.sections.find(({ title, sections }) => issuesTitle.test(title.value) && sections.length > 0);
  const measures = plan.sections.find(
    (section) => section !== issues && measuresTitle.test(section.title.value) && section.sections.length > 1,
  );
  if (!issues || !measures || measuresTitle.test(issues.title.value) || issues.sections.length < fewestIssues) return;
  // Where there are as many measures as issues they answer one another by their order.
  if (measures.sections.length >= issues.sections.length) return;
  const texts = measures.sections.map((section) => pairsOf(textOf(section)));
  const without = issues.sections.filter(({ title }) => !texts.some((pairs) => takesUp(pairs, title.value)));
  if (without.length === 0 || without.length * 3 > issues.sections.length) return;
  return {
    issues: without.map(({ title }) => ({ text: title.value, range: title.range })),
    measures: measures.title.range,
  };
}

const textOf = (section: Section) =>
  linesOf(section)
    .map((line) => line.text)
    .join('');

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

const emptyWords = /问题|不够|不足|不到位|不规范|存在|关于|方面|有待|仍|还|较|的|了|不/g;

/** A third of the pairs of characters of an issue stand in the measure. */
function takesUp(pairs: ReadonlySet<string>, issue: string): boolean {
  const own = [...pairsOf(issue.replace(emptyWords, ''))];
  if (own.length === 0) return true;
  return own.filter((pair) => pairs.has(pair)).length * 3 >= own.length;
}

/** Rows of a list of issues whose number no ledger has. */
function openRows(plan: Plan): readonly (Issue & { number: string })[] {
  if (plan.tables.length < 2) return [];
  const lists = plan.tables.filter((table) => has(table, 'issue') && has(table, 'ordinal') && !has(table, 'measure'));
  const ledgers = plan.tables.filter((table) => has(table, 'measure') && has(table, 'ordinal') && has(table, 'issue'));
  const [list] = lists;
  if (!list || lists.length > 1 || ledgers.length === 0) return [];
  const taken = new Set<string>();
  let same = 0;
  const issueOf = new Map(list.rows.map((row) => [numberOf(list, row), list.cell(row, 'issue')?.text.trim() ?? '']));
  for (const ledger of ledgers) {
    for (const row of ledger.rows) {
      const number = numberOf(ledger, row);
      const issue = ledger.cell(row, 'issue')?.text.trim() ?? '';
      taken.add(number);
      if (issue !== '' && takesUp(pairsOf(issue), issueOf.get(number) ?? issue)) same++;
    }
  }
  // The numbers are those of the issues only when the ledger repeats what they are.
  if (same * 2 < taken.size) return [];
  const open = list.rows.flatMap((row) => {
    const number = numberOf(list, row);
    const cell = list.cell(row, 'issue');
    return number !== '' && cell && cell.text.trim() !== '' && !taken.has(number)
      ? [{ number, text: cell.text, range: cell.range }]
      : [];
  });
  return open.length * 2 <= list.rows.length ? open : [];
}

function has(table: PlanTable, field: 'issue' | 'measure' | 'ordinal'): boolean {
  return table.columns.some((column) => column.field === field);
}

function numberOf(table: PlanTable, row: PlanTable['rows'][number]): string {
  return (table.cell(row, 'ordinal')?.text ?? '').replace(/[\s.．、]+/g, '');
}

function shortened(text: string): string {
  const trimmed = text.replace(/[\s。；]+$/, '').trim();
  return trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed;
}
