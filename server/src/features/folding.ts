import type { FoldingRange } from 'vscode-languageserver';
import type { Section } from '../plan/model.ts';
import type { Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';

/**
 * Sections, tables and, where a file holds several, plans. An editor that folds Markdown headings by
 * itself gets those of plain paragraphs only.
 */
export function foldingRanges(open: OpenPlan, client: Client): FoldingRange[] {
  const { document, recognised } = open;
  const isOurs = client.outline === 'all';
  const ranges = new Map<number, FoldingRange>();
  const add = ({ start, end }: Range): void => {
    const startLine = document.positionAt(start).line;
    const endLine = document.positionAt(end).line;
    // Of two that begin on one line the outer one is kept: it was added first.
    if (endLine > startLine && !ranges.has(startLine)) ranges.set(startLine, { startLine, endLine });
  };
  const visit = (section: Section): void => {
    if (isOurs || section.style !== 'markdown') add(section.range);
    section.sections.forEach(visit);
  };
  for (const { plan } of recognised) {
    if (recognised.length > 1) add(plan.range);
    plan.sections.forEach(visit);
    for (const table of plan.tables) if (isOurs || table.source === 'tabs') add(table.range);
  }
  return [...ranges.values()].sort((a, b) => a.startLine - b.startLine);
}
