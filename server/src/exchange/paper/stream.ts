import type { OpaqueBlock } from '../../markdown/blocks.ts';
import type { Line, Plan, PlanDocument, PlanTable } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

/** What stands in a plan, in order: lines, tables, and what is no prose. */
export type StreamItem =
  | { readonly line: Line }
  | { readonly table: PlanTable }
  | { readonly opaque: OpaqueBlock & { readonly kind: 'code' | 'html' } };

/** All of a plan in order of position, its title included. Cells stand in their tables, definitions are left out. */
export function streamOf(document: PlanDocument, plan: Plan): readonly StreamItem[] {
  const items: { readonly at: number; readonly item: StreamItem }[] = [];
  for (const line of plan.lines) items.push({ at: line.range.start, item: { line } });
  for (const table of plan.tables) items.push({ at: table.range.start, item: { table } });
  for (const { block, range } of opaqueBlocks(document)) {
    if (isOf(document, plan, range)) items.push({ at: range.start, item: { opaque: block } });
  }
  return items.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function opaqueBlocks({ markdown }: PlanDocument) {
  return markdown.parts.flatMap(({ offset, syntax }) =>
    syntax.blocks.flatMap((block) =>
      block.kind === 'code' || block.kind === 'html'
        ? [
            {
              block: { ...block, kind: block.kind },
              range: { start: block.range.start + offset, end: block.range.end + offset },
            },
          ]
        : [],
    ),
  );
}

/** What stands between two plans belongs to the first one; what stands in front of all to the first. */
function isOf({ plans }: PlanDocument, plan: Plan, { start }: Range): boolean {
  const owner = plans.findLast(({ range }) => range.start <= start) ?? plans[0];
  return owner === plan;
}

export function lineOf(item: StreamItem | undefined): Line | undefined {
  return item && 'line' in item ? item.line : undefined;
}
