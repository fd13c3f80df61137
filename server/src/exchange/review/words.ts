import type { Severity } from '../../rules/rule.ts';
import type { Review, ReviewCounts } from './review.ts';

/** Severities from the gravest on. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** The words of a report in both languages. */
export const reportWords = {
  zh: {
    title: '方案审阅报告',
    severity: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
    file: '方案',
    total: '合计',
    checked: (day: string) => `检查日期：${day}`,
    nothing: '没有发现问题。',
    number: '序号',
    level: '级别',
    quote: '原文',
    finding: '问题和依据',
    proposal: '建议改为',
    line: (line: number) => `第${line}行`,
    basis: '依据：',
    advice: '处理：',
    unsure: '须人工核对',
    related: '参见：',
    failures: '未能检查',
    opinion: '审核意见',
    signed: '审核人',
    date: '日期',
    untitled: '（无标题）',
    separator: '；',
  },
  en: {
    title: 'Review of Plans',
    severity: { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' },
    file: 'Plan',
    total: 'Total',
    checked: (day: string) => `Checked on ${day}`,
    nothing: 'Nothing was found.',
    number: 'No.',
    level: 'Severity',
    quote: 'Text',
    finding: 'Finding and basis',
    proposal: 'Proposed text',
    line: (line: number) => `Line ${line}`,
    basis: 'Basis: ',
    advice: 'To do: ',
    unsure: 'to be looked at',
    related: 'See: ',
    failures: 'Could not be checked',
    opinion: 'Opinion',
    signed: 'Reviewed by',
    date: 'Date',
    untitled: '(no title)',
    separator: '; ',
  },
} as const;

export function sumOf(counts: ReviewCounts): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}

/** What stands in a row of the table of totals: the plan and its counts, then their sum. */
export function totalRows({ files, counts, language }: Review) {
  const words = reportWords[language];
  const plans = files.flatMap(({ path, plans: all }) =>
    all.map(({ title, counts: own }) => ({
      name: title || words.untitled,
      path: files.length > 1 || all.length > 1 || title === '' ? path : '',
      counts: own,
    })),
  );
  return [...plans, ...(plans.length > 1 ? [{ name: words.total, path: '', counts }] : [])];
}
