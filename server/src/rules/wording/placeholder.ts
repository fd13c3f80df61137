import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanTable, Section } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { overlaps } from '../../text/range.ts';
import { defineRule, type Finding, type Message } from '../rule.ts';
import { type Blank, findBlanks, isFormTitle, unknownCell } from './blanks.ts';

type MessageId = 'placeholder' | 'emptyMarks' | 'openDate' | 'unknownCells';

const otherCell: Message = { zh: '同样待填的单元格', en: 'Another cell to be filled in' };

/** Something that was to be filled in and was not. */
export const placeholder = defineRule<MessageId>({
  id: 'placeholder',
  family: 'wording',
  severity: 'error',
  basis: ['条例-19'],
  faults: ['F73'],
  fixes: [],
  summary: {
    zh: '留有待填的占位内容，如××、____、【待定】',
    en: 'A placeholder that was left in: ××, ____, 【待定】',
  },
  messages: {
    placeholder: {
      zh: '“{text}”是待填的占位内容，定稿前请填写或删去。',
      en: '“{text}” is a placeholder: fill it in or remove it.',
    },
    emptyMarks: {
      zh: '“{text}”内没有内容，请填写或删去。',
      en: 'There is nothing in “{text}”: fill it in or remove it.',
    },
    openDate: {
      zh: '日期没有填完，请补上月、日。',
      en: 'The date was not filled in: add month and day.',
    },
    unknownCells: {
      zh: '表中有 {count} 个单元格只写了“{text}”，请填写确定的内容。',
      en: '{count} cell(s) of this table hold nothing but “{text}”: fill them in.',
    },
  },
  checkPlan({ document, plan, report }) {
    const unknown = unknownCells(plan.tables);
    for (const finding of unknown) report(finding);
    let forms: ReadonlySet<Line> | undefined;
    for (const line of linesInOrder(document, plan)) {
      for (const blank of line.place === 'quote' ? [] : blanksOf(line.facts)) {
        if (line.literals.some((literal) => overlaps(literal, blank.range))) continue;
        forms ??= formLines(plan);
        if (!forms.has(line)) report(toFinding(line, blank));
      }
    }
  },
});

const blanksOf = lineMemo(({ text }) => findBlanks(text));

function toFinding(line: Line, { kind, range }: Blank): Finding<MessageId> {
  const text = line.text.slice(range.start, range.end).trim();
  return {
    message: kind === 'empty' ? 'emptyMarks' : kind === 'date' ? 'openDate' : 'placeholder',
    params: { text: text.length > 20 ? `${text.slice(0, 18)}……` : text },
    range: line.at(range.start, range.end),
  };
}

/** Once for each table, with the other cells beside it. */
function unknownCells(tables: readonly PlanTable[]): readonly Finding<MessageId>[] {
  return tables.flatMap((table) => {
    const cells = table.rows.flatMap((row) => row.cells).filter((cell) => unknownCell.test(cell.text));
    const first = cells[0];
    if (!first) return [];
    return [
      {
        message: 'unknownCells',
        params: { count: cells.length, text: first.text.trim() },
        range: first.range,
        related: cells.slice(1).map((cell) => ({ message: otherCell, range: cell.range })),
      },
    ];
  });
}

/** Lines of forms and model texts: what stands below a title such as 回执 or 登记表, and their tables. */
function formLines(plan: Plan): ReadonlySet<Line> {
  const lines = new Set<Line>();
  const addTable = (table: PlanTable): void => {
    for (const cell of [...table.columns.map(({ header }) => header), ...table.rows.flatMap((row) => row.cells)]) {
      for (const line of cell.lines) lines.add(line);
    }
  };
  const walk = (section: Section, inForm: boolean): void => {
    const form = inForm || isFormTitle(section.title.value);
    if (form) for (const line of section.body) lines.add(line);
    if (form) for (const table of section.tables) addTable(table);
    for (const inner of section.sections) walk(inner, form);
  };
  for (const section of plan.sections) walk(section, false);
  for (const table of plan.tables) if (table.title && isFormTitle(table.title.value)) addTable(table);
  // Forms at the end of a plan have a plain line for a title: 附件：报名回执.
  let form = false;
  for (const line of plan.lines) {
    if (
      !line.facts.number &&
      line.text.length <= 30 &&
      !/[，。；]/.test(line.text) &&
      /^(?:附[件表]|【?附)|[表书执卷]$/.test(line.text)
    ) {
      form = isFormTitle(line.text);
    } else if (form) lines.add(line);
  }
  return lines;
}
