import type { Label } from '../profiles/profile.ts';
import { calendar } from './calendar/target.ts';
import { docx } from './docx.ts';
import { csv, workbook } from './ledger/targets.ts';
import { mermaid, mermaidBlock } from './mermaid/targets.ts';
import { model } from './model.ts';
import { securityOf } from './paper/front.ts';
import type { ExportOutcome, ExportSource, ExportTarget, ExportTools } from './target.ts';
import { html, svg } from './timeline/targets.ts';

/** Everything that `fangan export` and the command of the editor write, one line each, in the order of the menu. */
export const targets: readonly ExportTarget[] = [
  docx,
  workbook,
  csv,
  calendar,
  html,
  svg,
  mermaid,
  mermaidBlock,
  model,
];

export function targetOf(id: string): ExportTarget | undefined {
  return targets.find((target) => target.id === id);
}

const onlyOnDesktop: Label = {
  zh: '在浏览器中不能生成这种文件，请在桌面版 VS Code 中导出，或使用命令行 fangan export',
  en: 'Such a file cannot be made in a browser: export it from a desktop VS Code or with fangan export',
};

/** GB/T 9704-2012 7.2.2: a paper that is marked as secret leaves in no form. */
const classified = (security: string): Label => ({
  zh: `文件头标有密级“${security}”，涉密文件不得在非涉密环境中处理，未导出`,
  en: `the front matter says it is classified (${security}): it was not exported`,
});

/** Produces the file; a target that needs what is not there is refused. */
export async function exportPlan(
  target: ExportTarget,
  source: ExportSource,
  tools: ExportTools,
): Promise<ExportOutcome> {
  const security = securityOf(source.document.frontMatter);
  if (security !== '') return { refusal: classified(security) };
  if (target.office && !tools.office) return { refusal: onlyOnDesktop };
  return target.produce(source, tools);
}

/** Name of the file that an export is offered to be written to: that of the plan with another ending. */
export function exportedName(path: string, target: ExportTarget): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|txt)$/i, '');
  return `${name || 'plan'}${target.extension}`;
}
