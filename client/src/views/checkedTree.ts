import type { CheckedFile } from '../../../server/src/protocol.ts';
import { countsText, type Translate } from '../statusText.ts';

/** A problem as the editor has it. */
export interface ShownProblem {
  readonly message: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly line: number;
}

/** A checked file with the problems that are shown of it now. */
export interface FileWithProblems<Problem extends ShownProblem = ShownProblem> {
  readonly file: CheckedFile;
  /** As seen from its folder of the workspace. */
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** An entry of the view as it is shown; free of the editor, so that it can be tested. */
export interface CheckedNode<Problem extends ShownProblem = ShownProblem> {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly color: string | undefined;
  /** What a screen reader says in place of label and icon. */
  readonly spoken: string;
  readonly file: CheckedFile;
  /** Absent for a file. */
  readonly problem: Problem | undefined;
  readonly children: readonly CheckedNode<Problem>[];
}

const icons: Readonly<Record<ShownProblem['severity'], readonly [icon: string, color: string]>> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  info: ['info', 'editorInfo.foreground'],
  hint: ['lightbulb', 'editorHint.foreground'],
};
const order = Object.keys(icons);

/** The plans that have problems, those with the most errors first. */
export function checkedNodes<Problem extends ShownProblem>(
  files: readonly FileWithProblems<Problem>[],
  t: Translate,
): readonly CheckedNode<Problem>[] {
  const withProblems = files.filter(({ problems }) => problems.length > 0);
  return [...withProblems].sort(byHarm).map(({ file, path, problems }): CheckedNode<Problem> => {
    const label = file.title || path;
    const counts = countsText(countsOf(problems), t);
    return {
      label,
      description: `${counts} · ${path}`,
      icon: 'notebook',
      color: undefined,
      spoken: [label, counts, path].join(t(', ')),
      file,
      problem: undefined,
      children: [...problems]
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.line - b.line)
        .map((problem) => problemNode(problem, file, t)),
    };
  });
}

function problemNode<Problem extends ShownProblem>(
  problem: Problem,
  file: CheckedFile,
  t: Translate,
): CheckedNode<Problem> {
  const [icon, color] = icons[problem.severity];
  const line = t('line {0}', problem.line + 1);
  return {
    label: problem.message,
    description: `${line} · ${problem.rule}`,
    icon,
    color,
    // The icon alone shows how grave it is.
    spoken: [severityText(problem.severity, t), problem.message, line, problem.rule].join(t(', ')),
    file,
    problem,
    children: [],
  };
}

function severityText(severity: ShownProblem['severity'], t: Translate): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'info':
      return t('information');
    default:
      return t('hint');
  }
}

function countsOf(problems: readonly ShownProblem[]): CheckedFile['counts'] {
  const count = (severity: ShownProblem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), hints: count('hint') };
}

function byHarm(a: FileWithProblems, b: FileWithProblems): number {
  const [first, second] = [countsOf(a.problems), countsOf(b.problems)];
  return (
    second.errors - first.errors ||
    second.warnings - first.warnings ||
    b.problems.length - a.problems.length ||
    (a.path < b.path ? -1 : 1)
  );
}
