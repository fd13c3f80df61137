import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Plan, Section } from '../plan/model.ts';
import type { Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { planAt } from './plans-at.ts';
import { toLspRange, touches } from './ranges.ts';

/** What is selected step by step from each position: date or name, sentence, line, section, plan, file. */
export function selectionRanges(open: OpenPlan, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = open.document.offsetAt(position);
    let selection: SelectionRange = { range: toLspRange(open.document, { start: 0, end: open.text.length }) };
    let inside: Range = { start: 0, end: open.text.length };
    for (const range of rangesAround(open, offset)) {
      const isInner = inside.start <= range.start && range.end <= inside.end;
      if (!isInner || (inside.start === range.start && inside.end === range.end)) continue;
      selection = { range: toLspRange(open.document, range), parent: selection };
      inside = range;
    }
    return selection;
  });
}

/** From the outside to the inside. */
function rangesAround(open: OpenPlan, offset: number): readonly Range[] {
  const plan = planAt(open, offset)?.plan;
  if (!plan) return [];
  const ranges: Range[] = [plan.range];
  let sections: readonly Section[] = plan.sections;
  for (let section = at(sections, offset); section; section = at(sections, offset)) {
    ranges.push(section.range);
    sections = section.sections;
  }
  return [...ranges, ...innerRanges(plan, offset)];
}

const at = (sections: readonly Section[], offset: number) => sections.find(({ range }) => touches(range, offset));

function innerRanges(plan: Plan, offset: number): readonly Range[] {
  const table = plan.tables.find(({ range }) => touches(range, offset));
  const row = table?.rows.find(({ range }) => touches(range, offset));
  const cell = row?.cells.find(({ range }) => touches(range, offset));
  const line =
    cell?.lines.find(({ range }) => touches(range, offset)) ?? plan.lines.find(({ range }) => touches(range, offset));
  const sentence = line?.facts.sentences
    .map(({ range }) => line.at(range.start, range.end))
    .find((range) => touches(range, offset));
  const date = plan.dates.find(({ range }) => touches(range, offset));
  return [table?.range, row?.range, cell?.range, line?.range, sentence, date?.range].filter(
    (range) => range !== undefined,
  );
}
