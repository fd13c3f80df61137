import type { Severity } from '../../rules/rule.ts';
import type { Format } from '../report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: problems become annotations on the changed lines. */
export const github: Format = () => ({
  file: ({ path, problems }) =>
    problems
      .map(({ rule, severity, message, place: { start, end } }) => {
        const properties = [
          `file=${property(path)}`,
          `line=${start.line + 1}`,
          `col=${start.character + 1}`,
          `endLine=${end.line + 1}`,
          `endColumn=${end.character + 1}`,
          `title=${property(`fangan ${rule}`)}`,
        ];
        return `::${commands[severity]} ${properties.join(',')}::${content(message)}\n`;
      })
      .join(''),
  end: () => '',
});

function content(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return content(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
