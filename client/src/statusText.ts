import type { DocumentStatus, ProblemCounts, ProfileChoice } from '../../server/src/protocol.ts';

/** `vscode.l10n.t`, or a stand-in for it. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** `2 个错误 3 个警告`; remarks are counted only where there is nothing graver. */
export function countsText(counts: ProblemCounts, t: Translate): string {
  const parts = [
    counts.errors === 1 ? t('1 error') : counts.errors > 1 ? t('{0} errors', counts.errors) : '',
    counts.warnings === 1 ? t('1 warning') : counts.warnings > 1 ? t('{0} warnings', counts.warnings) : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(' ');
  const remarks = counts.infos + counts.hints;
  if (remarks === 1) return t('1 remark');
  return remarks > 1 ? t('{0} remarks', remarks) : t('no problems');
}

/**
 * One line for the status item: what kind of plan this is and how many problems it has, for example
 * 实施方案 · 2 个错误 3 个警告. Remarks are counted only where there is nothing graver.
 */
export function statusText(status: DocumentStatus, profiles: readonly ProfileChoice[], t: Translate): string {
  const [first, ...others] = status.plans;
  if (!first) return t('not a plan');
  const profile = profiles.find((choice) => choice.id === first.profile);
  const kind = first.kind || profile?.label || first.profile;
  const subject = others.length === 0 ? kind : t('{0} and {1} more', kind, others.length, status.plans.length);
  return `${subject} · ${countsText(status.counts, t)}`;
}
