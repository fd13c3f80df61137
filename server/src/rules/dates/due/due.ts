import type { DateExpression } from '../../../dates/expression.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import type { Dated, Plan, PlanTable } from '../../../plan/model.ts';
import { versionMemo } from '../../../plan/plan-memo.ts';
import { anyOf } from '../../../text/any-of.ts';
import words from './due.yaml';

/** A day, or a part of a month, on which something is due. */
export interface Due {
  readonly expression: DateExpression;
  /** Handed in to somebody, or finished. */
  readonly deed: 'submit' | 'finish';
}

const table = words as Readonly<Record<'submit' | 'finish' | 'past', readonly string[]>>;
const submit = new RegExp(anyOf(table.submit));
/** 前交教务处, 交院党委办公室: handed to an office. */
const handed =
  /(?<![外移转提成递杂社])交[\p{Script=Han}]{0,8}(?:处|科|股|室|部|委|局|办|中心|学院|组)(?=$|[，,、。；;（）()统汇审备存归])/u;
/** 报集团生产技术部, 报公司工会: told to an office; 报名, 报告 and 通报 are other words. */
const told =
  /(?<![汇通举简海公预警情申填上])报(?![名告表销警道废价刊纸社考请批建警])[\p{Script=Han}]{1,14}(?:处|科|股|室|部|委|局|办|中心|学院|组|站|所|队|院|校|会|厅|公司|集团|领导|负责人)(?=$|[，,、。；;（）()统汇审备存归])/u;
/** 完成报名、考试和录取工作: work that is done, and no name that is put in. */
const asWork = /(?:完成|做好|组织|开展)[^，,]{0,6}报名/g;
const finish = new RegExp(anyOf(table.finish));
const past = new RegExp(`^[，,\\s]?(?:${anyOf(table.past)})`);
/** Whether what stands behind a day says what something was by then: 前办理的许可. */
export const saysWhatWas = (behind: string): boolean => past.test(behind);
/** 截止时间：6月11日, 报送时限：6月30日前. */
const label = /(截止|完成|整改|办结|报送|上报|上交|提交|报名)(?:时间|日期|时限|期限)\s?[：:为是]?\s?$/;
const ownLabel = /^(截止)(?:时间|日期)/;
const ofPapers =
  /(?:有效|(?<!(?:报送|上报|提交|上交|递交).{0,6})(?:材料|成果|业绩|论文|荣誉|证书)的|计算|统计)(?:截止(?:时间|日期)\s?[：:为是]?\s?)?$/;
const limit = /(?:时限|期限)(?:要求)?\s?[：:]\s?$/;
/** What ends as one of the labels: a cheap test in front of them. */
const endOfLabel = /[间期限：:为是\s]$/;
/** 3月中旬完成: no 前, but the day is the last one all the same. */
const closing =
  /^(?:[要须应将]|必须|务必)?(?:全部|全面|基本|如期|集中)?(?:完成|报送|上报|提交|办结|销号|上交)(?![的了过])/;

const reach = 36;
/** To whom a long list of papers is handed in, stands further behind. */
const farReach = 64;
const none: readonly Due[] = [];

/** What is due on a line; what had been done, or was so, before a day is not. */
export function duesOn(facts: LineFacts): readonly Due[] {
  if (facts.dates.length === 0) return none;
  return readDues(facts);
}

const readDues = lineMemo((facts: LineFacts): readonly Due[] => {
  let found: Due[] | undefined;
  for (const expression of facts.dates) {
    const due = dueAt(facts.text, expression);
    if (!due) continue;
    found ??= [];
    found.push(due);
  }
  return found ?? none;
});

const doneBefore = /[已曾][^，。；]{0,6}$/;

function dueAt(text: string, expression: DateExpression): Due | undefined {
  const { kind, to, from, raw, range, deadline, fault } = expression;
  if ((kind !== 'span' && fault?.kind !== 'impossible-day') || !to || (from && from !== to)) return undefined;
  const before = text.slice(Math.max(0, range.start - 12), range.start);
  const rest = text.slice(range.end, range.end + reach);
  // 截止时间：6月11日 is read as one expression, mark and all.
  const endsLabel = endOfLabel.test(before);
  const labelled = (endsLabel ? label.exec(before) : null) ?? (raw.startsWith('截止') ? ownLabel.exec(raw) : null);
  const limited = labelled !== null || (endsLabel && limit.test(before));
  // 截至6月30日，共… tells how things stood.
  // 3月12日（第三周）前
  const isRemarked = /^[（(][^（）()]{1,8}[)）](?:之|以)?前(?!提|后|期)/.test(rest);
  const isSet = deadline === true ? raw.endsWith('前') && !past.test(rest) : closing.test(rest) || isRemarked;
  if (!limited && !isSet) return undefined;
  // 申报材料的有效截止日期为6月30日: until when what is told in them was to be done.
  if (labelled && ofPapers.test(before)) return undefined;
  // 任务已于9月底完成 tells, it asks for nothing.
  if (doneBefore.test(before)) return undefined;
  // 每半年最后一个月的25日: a rhythm, no day of this month.
  if (before.includes('每') && /每(?:年|半年|季度?|月|周)[^，。；]{0,8}$/.test(before)) return undefined;
  if (labelled) return { expression, deed: /[报交名]/.test(labelled[1] ?? '') ? 'submit' : 'finish' };
  if (limited) return { expression, deed: 'finish' };
  const clause = clauseOf(text.slice(range.end, range.end + farReach));
  const further = clause.includes('报名') ? clause.replace(asWork, '') : clause;
  if (submit.test(further) || handed.test(further) || told.test(further)) return { expression, deed: 'submit' };
  return finish.test(clauseOf(rest)) ? { expression, deed: 'finish' } : undefined;
}

function clauseOf(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3002 || unit === 0xff1b || unit === 0x3b) return text.slice(0, at);
  }
  return text;
}

interface DatedDue {
  readonly dated: Dated;
  readonly deed: Due['deed'];
}

/**
 * Everything that is due in a plan, cells of a column for the time limit included, in order of its lines.
 */
export const duesOf = versionMemo(readAll);

function dueOf(dues: readonly Due[], expression: DateExpression): Due | undefined {
  for (const due of dues) if (due.expression === expression) return due;
  return undefined;
}

/** 开班日期 | 结束日期: the last day of a course, on which nothing is due. */
const isCourse = ({ columns }: PlanTable, end: number): boolean =>
  columns.some(({ field, header: { text } }) => field === 'start' && /^开[班课]/.test(text.trim())) &&
  /^结束/.test(columns[end]?.header.text.trim() ?? '');

function readAll(plan: Plan): readonly DatedDue[] {
  const inColumn = new Set<LineFacts>();
  for (const one of plan.tables) {
    const at = one.columns.findIndex(({ field }) => field === 'deadline');
    if (at < 0 || isCourse(one, at)) continue;
    for (const row of one.rows) {
      const line = row.cells[at]?.lines[0];
      if (line && line.facts.dates.length === 1) inColumn.add(line.facts);
    }
  }
  const found: DatedDue[] = [];
  for (const dated of plan.dates) {
    const { line, expression } = dated;
    if (line.place === 'quote' || !dated.span) continue;
    const due = dueOf(duesOn(line.facts), expression);
    const { from, to } = expression;
    if (due) found.push({ dated, deed: due.deed });
    else if (line.place === 'cell' && inColumn.has(line.facts) && to && (!from || from === to))
      found.push({ dated, deed: 'finish' });
  }
  return found;
}
