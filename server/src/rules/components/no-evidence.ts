import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanTable, Section, TableRow } from '../../plan/model.ts';
import { linesWith } from '../../plan/signs.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import type { Profile } from '../../profiles/profile.ts';
import { sectionKeys } from '../../profiles/sections.ts';
import { matchesOf } from '../../text/matches.ts';
import { defineRule } from '../rule.ts';
import { figures, type Praise, praiseIn, praiseSign } from './bare-praise.ts';

type MessageId = 'results' | 'measure' | 'done' | 'ongoing' | 'closed' | 'praise';

const alsoPraise = { zh: '“{words}”也没有数据或者事例', en: '“{words}” has no figure or example either' };
const alsoBare = { zh: '“{row}”也是如此', en: 'The same with “{row}”' };

/** Shorter sections only say that there is an attachment or table. */
const leastText = 24;
const told = /附件|附表|另附|详见|见下/;
/** 300余人次, 一百二十场, 九成: an amount written in Han numerals. */
const hanAmount =
  /[一二三四五六七八九十百千万两]{2,}(?:余|多)?(?:名|次|场|人|件|项|期|篇|户|元|份|所|亩|公里|条|家|处)|[一二三四五六七八九]成|百分之|翻[一两]番/;
const example = /例如|比如|如：|涌现出|典型/;
const done = /^(?:已?完成|已整改|整改完成|已完成整改|已办结|已销号|完成整改|已落实)[。]?$/;
const ongoing =
  /^(?:长期坚持|长期|持续推进|持续整改|持续|常态化|长期整改|常抓不懈|立行立改[，,]?长期坚持|立行立改并长期坚持)[。]?$/;

/** Results without any figure, 已完成 without evidence, 长期坚持 without a milestone. */
export const noEvidence = defineRule<MessageId>({
  id: 'no-evidence',
  family: 'components',
  severity: 'info',
  basis: ['practice'],
  faults: ['F69', 'F77'],
  fixes: [],
  summary: {
    zh: '成效没有数据，“已完成”没有佐证，“长期坚持”没有阶段目标',
    en: 'Results without figures, 已完成 without evidence, 长期坚持 without a milestone',
  },
  messages: {
    results: {
      zh: '“{title}”通篇没有一个数据或事例，请用数字、实例说明成效。',
      en: '“{title}” holds no figure and no example.',
    },
    measure: {
      zh: '“{words}”可以用数字说明，此处没有数据，请写明是多少。',
      en: '“{words}” can be told in figures, and here is none.',
    },
    praise: {
      zh: '“{words}”没有数据或者事例说明，请用数字、实例写明成效。',
      en: '“{words}” is told without any figure or example.',
    },
    done: {
      zh: '有{count}项只写“{status}”，没有写明做了什么、有何佐证。',
      en: '{count # row says|# rows say} “{status}” and nothing of what was done.',
    },
    closed: {
      zh: '进展为“{progress}”，“{column}”一栏却写“{status}”，请核对。',
      en: 'The progress is “{progress}”, and “{column}” says “{status}”.',
    },
    ongoing: {
      zh: '有{count}项的时限只写“{status}”，请写明阶段目标和检查的时间。',
      en: '{count # row has|# rows have} “{status}” for a time limit; name a milestone.',
    },
  },
  checkPlan({ plan, profile, report }) {
    const results = bareResults(plan, profile);
    if (results) {
      const { heading, titleAt, title } = results;
      report({
        message: 'results',
        params: { title: title.value },
        range: heading.at(0, titleAt + title.value.length),
      });
    }
    const bare = results ? [] : unmeasured(plan, profile);
    for (const { line, start, words } of bare)
      report({ message: 'measure', params: { words }, range: line.at(start, start + words.length) });
    for (const [first, ...others] of praised(plan, profile)) {
      const isTold = first && bare.some(({ line }) => line === first.line);
      if (!first || isTold || (results && isWithin(results, first))) continue;
      report({
        message: 'praise',
        params: { words: first.words },
        range: first.range,
        related: others.map(({ words, range }) => ({ message: alsoPraise, params: { words }, range })),
      });
    }
    for (const { progress, column, cell } of closedTooSoon(plan))
      report({
        message: 'closed',
        params: { progress, column, status: cell.text.trim() },
        range: cell.range,
        severity: 'warning',
      });
    for (const table of plan.tables) {
      if (table.kind !== 'ledger' && table.kind !== 'taskBreakdown') continue;
      for (const message of ['done', 'ongoing'] as const) {
        const rows = table.rows.filter((row) =>
          message === 'done' ? isBareDone(table, row) : isOpenEnded(table, row),
        );
        const [first, ...others] = rows;
        const cell = first && cellOf(table, first, message);
        if (!cell) continue;
        report({
          message,
          params: { count: rows.length, status: cell.text.replace(/[。\s]+$/, '') },
          range: cell.range,
          related: others.flatMap((row) => {
            const other = cellOf(table, row, message);
            return other ? [{ message: alsoBare, params: { row: other.text }, range: other.range }] : [];
          }),
        });
      }
    }
  },
});

const unfinished = /^(?:正在|未启动|未开始|尚未|推进中|进行中|整改中|未完成|未整改|待)/;
const closedHeader = /^(?:是否(?:已)?(?:销号|完成|办结|整改到位|完成整改)|销号情况)$/;
const yes = /^(?:是|已销号|已完成|完成|√|✓|已办结)$/;

/** 正在推进 in one column and 是 below 是否销号. */
function closedTooSoon({ tables }: Plan) {
  return tables.flatMap((table) => {
    const at = table.columns.findIndex(
      ({ header }) => /[否销]/.test(header.text) && closedHeader.test(header.text.replace(/[\s\u3000]+/g, '')),
    );
    if (at < 0) return [];
    return table.rows.flatMap((row) => {
      const cell = row.cells[at];
      const told = [table.cell(row, 'progress'), table.cell(row, 'status')].find(
        (one) => one && one !== cell && unfinished.test(one.text.trim()),
      );
      if (!cell || !told || !yes.test(cell.text.trim())) return [];
      return [{ progress: told.text.trim(), column: table.columns[at]?.header.text.trim() ?? '', cell }];
    });
  });
}

/** The sections on results of a summary. */
function resultsOf(plan: Plan, profile: Profile): readonly Section[] {
  if (profile.id !== 'summary' || !('results' in profile.sections)) return [];
  return plan.sections.filter((section) => {
    const keys = sectionKeys(section.title.value, profile);
    // 主要做法及成效 may hold its figures among what was done.
    return keys.includes('results') && !keys.includes('next') && !keys.includes('problems');
  });
}

/** 群众满意度显著提升: what is measured by a number, and only said to be more. */
const measured =
  /(?:满意度|满意率|知晓率|参与率|覆盖率|合格率|达标率|办结率|化解率|普及率|完成率|发案率|投诉量|信访量|事故率)(?:(?:有了?|得到了?)?(?:显著|明显|大幅|稳步|持续|不断|进一步|有效|逐步|较大)(?:地|的)?)(?:提升|提高|上升|增长|下降|降低|减少)/;

/** Paragraphs without any figure that say so, where the others of the section have theirs. */
function unmeasured(plan: Plan, profile: Profile) {
  return resultsOf(plan, profile).flatMap((section) => {
    const lines = linesOf(section);
    if (lines.filter(hasFigure).length < 2) return [];
    return lines.flatMap((line) => {
      const match = hasFigure(line) ? null : measured.exec(line.text);
      return match ? [{ line, start: match.index, words: match[0] }] : [];
    });
  });
}

/** The section on results of a summary, when it holds nothing that could be checked. */
function bareResults(plan: Plan, profile: Profile): Section | undefined {
  const found = resultsOf(plan, profile);
  const bare = found.filter((section) => {
    const lines = linesOf(section);
    const length = lines.reduce((all, line) => all + line.text.length, 0);
    const isTold = length < 60 && lines.some(({ text }) => told.test(text));
    return length >= leastText && !isTold && !lines.some(hasFigure) && !hasTable(section);
  });
  return bare.length === found.length ? bare[0] : undefined;
}

const isWithin = ({ range }: Section, { range: own }: Praise) => range.start <= own.start && own.end <= range.end;

/** Praise without evidence, paragraph by paragraph: of all that was done in a summary, of the past in other papers. */
function praised(plan: Plan, profile: Profile): readonly (readonly Praise[])[] {
  if (linesWith(plan.lines, praiseSign).length === 0) return [];
  const isSummary = profile.id === 'summary';
  const told = plan.sections.filter((section) => {
    const keys = isSummary ? sectionKeys(section.title.value, profile) : [];
    return !keys.includes('next') && !keys.includes('problems');
  });
  return [plan.opening, ...told.map(linesOf)].flatMap((lines) => {
    const found = praiseIn(lines, hasFigure, !isSummary);
    return [...new Set(found.map(({ line }) => line))].map((own) => found.filter(({ line }) => line === own));
  });
}

function hasTable(section: Section): boolean {
  return section.tables.length > 0 || section.sections.some(hasTable);
}

/** A number that is neither a date nor the number of the line, an amount in Han numerals, or an example. */
const hasFigure = ({ facts }: Line): boolean => hasFigureOn(facts);

const hasFigureOn = lineMemo((facts): boolean => {
  const { text } = facts;
  if (hanAmount.test(text) || example.test(text)) return true;
  const from = facts.number?.range.end ?? 0;
  for (const { index } of matchesOf(text, figures)) {
    const inDate = facts.dates.some(({ range }) => range.start <= index && index < range.end);
    const inTitle = facts.references.some(({ range }) => range.start <= index && index < range.end);
    if (index >= from && !inDate && !inTitle) return true;
  }
  return false;
});

function cellOf(table: PlanTable, row: TableRow, message: 'done' | 'ongoing') {
  if (message === 'ongoing') return table.cell(row, 'deadline') ?? table.cell(row, 'time');
  const status = table.cell(row, 'status');
  return status && done.test(status.text.trim()) ? status : table.cell(row, 'progress');
}

/** 已完成 is all that the row says of what came of it. */
function isBareDone(table: PlanTable, row: TableRow): boolean {
  const said = (['status', 'progress'] as const).map((field) => table.cell(row, field)?.text.trim() ?? '');
  if (!said.some((text) => done.test(text))) return false;
  const rest = said.filter((text) => text !== '' && !done.test(text));
  const remark = table.cell(row, 'remark')?.text.trim() ?? '';
  return rest.length === 0 && remark === '' && !hasEvidenceColumn(table);
}

function hasEvidenceColumn(table: PlanTable): boolean {
  return table.columns.some(({ header }) => /佐证|印证|材料|成果|证明|支撑/.test(header.text));
}

/** 长期坚持 without any day in the row. */
function isOpenEnded(table: PlanTable, row: TableRow): boolean {
  const cell = table.cell(row, 'deadline') ?? table.cell(row, 'time');
  if (!cell || !ongoing.test(cell.text.trim())) return false;
  return !row.cells.some((other) =>
    other.lines.some((line) => line.facts.dates.some(({ kind }) => kind === 'span' || kind === 'recurring')),
  );
}
