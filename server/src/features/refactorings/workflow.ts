import { readAttachments } from '../../plan/attachments/attachment-list.ts';
import type { Plan, PlanTable, Stage, Task } from '../../plan/model.ts';
import { ownersAmong, titleText } from '../../plan/tasks/work-items.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { lineEnd, lineStart, newline } from './source-lines.ts';

export const makeWorkflow: Refactoring = {
  kind: 'refactor.rewrite.fangan.workflow',
  title: { zh: '生成工作流程图', en: 'Make a workflow table of the stages' },
  edits: newTable,
};

export const updateWorkflow: Refactoring = {
  kind: 'refactor.rewrite.fangan.workflow.update',
  title: { zh: '按正文更新工作流程图', en: 'Update the workflow table from the text' },
  edits: sameTable,
};

/** The header that is written, and by which a table of ours is known. */
const header = ['步骤', '时间', '活动内容', '工作要求', '责任', '备注'] as const;
/** In a table an empty cell looks forgotten. */
const nothing = '—';
/** Longest 工作要求, in characters: the table is looked at, the text is read. */
const requirementLength = 120;

/** The table as an attachment at the end of the plan, with its place in the note of attachments. */
function newTable({ open, recognised: { plan } }: Spot): readonly Edit[] {
  if (plan.tables.some(({ kind }) => kind === 'workflow')) return [];
  const { text } = open;
  const eol = newline(text);
  const rows = rowsOf(plan, eol, new Map());
  if (rows.length === 0) return [];
  const title = `${activityOf(plan)}工作流程图`;
  const end = endOf(text, plan);
  const { label, note } = attached(plan, text, title, eol);
  const table = [label, '', title, '', ...tableLines(rows)];
  return [...note, { range: { start: end, end }, text: `${eol}${eol}${table.join(eol)}` }];
}

/** The rows of a table of ours anew; what was remarked of a step stays with it. */
function sameTable({ open, recognised: { plan } }: Spot): readonly Edit[] {
  const table = plan.tables.find(isOurs);
  if (!table) return [];
  const { text } = open;
  const eol = newline(text);
  const remarks = new Map(
    table.rows.flatMap((row) => {
      const remark = row.cells[5];
      const source = remark ? text.slice(remark.range.start, remark.range.end).trim() : '';
      return source === '' ? [] : [[keyOf(row.cells[2]?.text ?? ''), source] as const];
    }),
  );
  const rows = rowsOf(plan, eol, remarks);
  const range = { start: lineStart(text, table.range.start), end: lineEnd(text, table.range.end) };
  const written = tableLines(rows).join(eol);
  return rows.length === 0 || text.slice(range.start, range.end) === written ? [] : [{ range, text: written }];
}

function isOurs({ source, columns }: PlanTable): boolean {
  return (
    source === 'gfm' &&
    columns.length === header.length &&
    columns.every(({ header: { text } }, at) => text.replace(/\s+/g, '') === header[at])
  );
}

function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** A row for each step; the stage and its time stand in the first one, as in a merged cell. */
function rowsOf(plan: Plan, eol: string, remarks: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  return plan.stages.flatMap((stage) => {
    if (!stage.section) return [];
    const steps = stage.steps.filter(({ row, title }) => !row && titleText(title.value) !== '');
    const head = [`${stage.name.value}阶段`.replace('阶段阶段', '阶段'), timeOf(stage)];
    if (steps.length === 0) return [[...head, '', '', '', ''].map((cell) => cellOf(cell, eol))];
    return steps.map((step, at) => {
      const title = nameOf(step);
      const { units, persons } = ownersAmong(step.partiesInherited ? [] : step.parties);
      const name = `${at + 1}. ${title}`;
      const cells = [
        ...(at === 0 ? head : ['', '']),
        name,
        requirementOf(plan, step, title) || nothing,
        [...units, ...persons].join('、') || nothing,
        '',
      ].map((cell) => cellOf(cell, eol));
      return [...cells.slice(0, 5), remarks.get(keyOf(title)) ?? cellOf(ownTime(step), eol)];
    });
  });
}

/** The window as the text writes it; of several, each behind those for whom it is. */
function timeOf({ schedules }: Stage): string {
  const own = schedules.filter(({ origin }) => origin !== 'table' && origin !== 'frontmatter');
  const windows = own.map(({ audience, span }) => (own.length > 1 && audience ? `${audience}：${span.raw}` : span.raw));
  return [...new Set(windows)].join('\n');
}

/** Until when the step itself is to be done; the time of its stage stands there already. */
function ownTime({ time }: Task): string {
  return time.kind === 'own' && time.span ? time.span.raw : '';
}

/** A paragraph without a title is called by its first clause. */
function nameOf({ origin, title }: Task): string {
  const whole = titleText(title.value);
  return origin === 'paragraph' ? (/^[^，。；：]{2,30}/.exec(whole)?.[0] ?? whole.slice(0, 30)) : whole;
}

/** What is said of the step behind its title, as many whole sentences as there is room for. */
function requirementOf({ lines }: Plan, { section, range }: Task, name: string): string {
  const texts = section
    ? [
        section.heading.text.slice(section.runIn ?? section.titleAt + section.title.value.length),
        ...section.body.map(({ text }) => text),
      ]
    : lines.filter((line) => range.start <= line.range.start && line.range.end <= range.end).map(({ text }) => text);
  const said = texts
    .join('')
    .replace(/^[。：:，；\s]+/, '')
    .trim();
  if (said === '' || titleText(said) === name) return '';
  let kept = '';
  for (const sentence of said.match(/[^。；！？]+[。；！？]?/g) ?? []) {
    if (kept !== '' && kept.length + sentence.length > requirementLength) break;
    kept += sentence;
  }
  return kept.replace(/；$/, '。');
}

/** The plan's title without 实施方案: 青湾镇农贸市场环境整治. */
function activityOf({ title }: Plan): string {
  const name = (title?.value ?? '').replace(/\s+/g, '').replace(/(?:实施|工作)?方案$/, '');
  return name.replace(/^关于(?=.*的$)/, '').replace(/的$/, '');
}

interface Attached {
  /** Line above the title of the table. */
  readonly label: string;
  /** What has to be written into the note of attachments. */
  readonly note: readonly Edit[];
}

/** GB/T 9704-2012 7.3.4: the note stands below the text, one line for each attachment where there are several. */
function attached(plan: Plan, text: string, title: string, eol: string): Attached {
  const { listed, complete } = readAttachments(plan.lines);
  if (listed.length === 0) {
    const { closing } = plan;
    const place = closing ? lineEnd(text, closing.range.end) : undefined;
    if (place === undefined || place >= endOf(text, plan)) return { label: '附件', note: [] };
    return { label: '附件', note: [{ range: { start: place, end: place }, text: `${eol}${eol}附件：${title}` }] };
  }
  const numbers = listed.map(({ number }) => number);
  const [first] = listed;
  const items = listed.filter(({ number }, at) => number === at + 1);
  const last = items.at(-1);
  const isNote = first !== undefined && /^附\s*件\s*[：:]/.test(text.slice(first.range.start, first.range.end));
  if (!complete || !isNote || !last || numbers.includes(undefined)) return { label: '附表', note: [] };
  const number = Math.max(...numbers.map((one) => one ?? 0)) + 1;
  const place = lineEnd(text, last.range.end);
  const before = items.at(-2);
  const gap = before ? text.slice(lineEnd(text, before.range.end), last.range.start) : `${eol}　　　`;
  return {
    label: `附件${number}`,
    note: [{ range: { start: place, end: place }, text: `${gap.includes('\n') ? gap : eol}${number}. ${title}` }],
  };
}

/** Behind the last words of the plan. */
function endOf(text: string, { range }: Plan): number {
  let end = range.end;
  while (end > range.start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function keyOf(activity: string): string {
  return titleText(activity).replace(/\s+/g, '');
}

function cellOf(text: string, eol: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll(eol, '<br>').replaceAll('\n', '<br>');
}
