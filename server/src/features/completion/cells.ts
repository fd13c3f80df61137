import type { ColumnField, PlanTable, TableRow } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** Columns whose words come back in other rows and in other tables about the same thing. */
const fields: ReadonlySet<ColumnField> = new Set([
  'issue',
  'cause',
  'goal',
  'measure',
  'activity',
  'requirement',
  'progress',
  'status',
  'disclosure',
]);

/** What most offices write of how things stand. */
const usual: Readonly<Partial<Record<ColumnField, readonly string[]>>> = {
  progress: ['正在整改', '已完成', '尚未启动'],
  status: ['未开始', '进行中', '已完成', '已销号'],
};

/** What names the thing that a row is about: rows of two tables with the same one belong together. */
const naming: readonly ColumnField[] = ['issue', 'activity', 'measure'];

/** Longest words that are proposed: more is a text of its own. */
const longest = 80;

interface Known {
  readonly text: string;
  readonly detail: string;
  /** Lower stands first. */
  readonly rank: number;
}

/**
 * Words for a cell of a ledger: what the row about the same thing says in another table of the file or of
 * an open document (the list of issues from above, the plan of last year), what the column says in other
 * rows, and the usual words for how things stand. For the column of issues, those that no row has yet.
 * @param others the open documents
 */
export function cellProposals(place: Place, others: readonly OpenPlan[]): readonly Proposal[] {
  const { cell, blank, offset, open } = place;
  if (!cell?.table || !fields.has(cell.field)) return [];
  const typed = open.text.slice(cell.start, offset).trimStart();
  const rest = open.text.slice(offset, cell.end);
  const known = knownWords(place, cell.table, cell.field, others);
  const whole = (typed + rest).trim();
  if (!blank && isState(cell.field, whole, rest, known)) {
    // At its end it comes first: whoever just wrote it keeps it by going on.
    const kept = rest === '' ? [{ text: whole, detail: open.language === 'zh' ? '已写' : 'as it stands' }] : [];
    // |▏ 正在整改: the blank in front of the words stays.
    const blanks = typed === '' ? (/^[ \t\u3000]*/.exec(rest)?.[0].length ?? 0) : 0;
    const range = { start: offset - typed.length, end: cell.end };
    const lead = rest.slice(0, blanks);
    return [...kept, ...known.filter(({ text }) => text !== whole)].map((one) =>
      toProposal(one, `${typed} ${one.text}`, range, lead),
    );
  }
  return known
    .filter(({ text }) => blank || typed === '' || (text.includes(typed) && text !== typed))
    .map((one) => {
      const end = offset + repeatedOf(one.text, typed, rest);
      return toProposal(one, blank ? `${typed} ${one.text}` : one.text, blank ?? { start: offset - typed.length, end });
    });
}

function toProposal({ text, detail }: Omit<Known, 'rank'>, filter: string, range: Range, lead = ''): Proposal {
  return { kind: 'value', label: text, detail, filter, text: lead + text.replaceAll('|', '\\|'), range };
}

const states: ReadonlySet<string> = new Set(Object.values(usual).flat());

/** Longest words that say how things stand, and nothing more. */
const longestState = 8;

/** A cell says how things stand already: another state takes the place of all of it. */
function isState(field: ColumnField, whole: string, rest: string, known: readonly Known[]): boolean {
  if (!usual[field] || whole === '') return false;
  if (states.has(whole) || known.some(({ text }) => text === whole)) return true;
  return rest !== '' && whole.length <= longestState && !/[，。；、]/.test(whole);
}

/** How much of the end of the words stands behind the cursor already: two signs of it, or all that is there. */
function repeatedOf(text: string, typed: string, rest: string): number {
  for (let length = Math.min(text.length - typed.length, rest.length); length > 0; length--) {
    if ((length > 1 || length === rest.length) && text.endsWith(rest.slice(0, length))) return length;
  }
  return 0;
}

function knownWords(
  { open, offset, blank }: Place,
  table: PlanTable,
  field: ColumnField,
  others: readonly OpenPlan[],
): readonly Known[] {
  const zh = open.language === 'zh';
  const row = table.rows.find(({ range }) => range.start <= offset && offset <= range.end + 1);
  const isNaming = naming.includes(field) && namingField(table) === field;
  const used = new Set(table.rows.flatMap((one) => (one === row ? [] : [wordsOf(table, one, field)])));
  const name = row && !isNaming ? nameOf(table, row) : '';
  const found = new Map<string, Known>();
  const add = (text: string, detail: string, rank: number): void => {
    if (
      text === '' ||
      text.length > longest ||
      isBlank(text) ||
      (blank && open.text.slice(blank.start, blank.end) === text)
    )
      return;
    const before = found.get(text);
    if (!before || rank < before.rank) found.set(text, { text, detail, rank });
  };
  for (const document of [open, ...others.filter(({ uri }) => uri !== open.uri)]) {
    const where = document === open ? (zh ? '本文件' : 'this file') : fileName(document.uri);
    for (const other of document.reading.plans.flatMap(({ tables }) => tables)) {
      if (other.kind === 'other' || !other.columns.some((column) => column.field === field)) continue;
      for (const [at, one] of other.rows.entries()) {
        const words = wordsOf(other, one, field);
        if (other === table && one === row) continue;
        if (isNaming) {
          if (other !== table && !used.has(words)) add(words, where, 1000 + at);
        } else if (name !== '' && other !== table && nameOf(other, one) === name) add(words, where, at);
        else if (other === table) add(words, zh ? '本列已有' : 'in this column', 2000 + at);
      }
    }
  }
  for (const [at, text] of (usual[field] ?? []).entries()) add(text, zh ? '常用' : 'usual', 3000 + at);
  return [...found.values()].sort((a, b) => a.rank - b.rank);
}

function namingField(table: PlanTable): ColumnField | undefined {
  return naming.find((field) => table.columns.some((column) => column.field === field));
}

function nameOf(table: PlanTable, row: TableRow): string {
  const field = namingField(table);
  return field ? wordsOf(table, row, field).replace(/\s+/g, '') : '';
}

function wordsOf(table: PlanTable, row: TableRow, field: ColumnField): string {
  return table.cell(row, field)?.text.trim() ?? '';
}

/** A place to be filled in is nothing to propose. */
function isBlank(text: string): boolean {
  return /[×✕]{2}|【填写|【请/.test(text);
}

function fileName(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}
