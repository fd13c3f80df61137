import type { Line, Plan } from '../model.ts';

const known = new WeakMap<Plan, readonly Line[]>();

/** The lines of a plan and those of its table cells, quotations left out. */
export function everyLine(plan: Plan): readonly Line[] {
  let lines = known.get(plan);
  if (!lines) {
    lines = plan.tables.length === 0 ? plan.lines.filter(({ place }) => place !== 'quote') : withCells(plan);
    known.set(plan, lines);
  }
  return lines;
}

function withCells(plan: Plan): readonly Line[] {
  const seen = new Set<number>();
  const own: Line[] = [];
  const add = (line: Line): void => {
    if (line.place === 'quote' || seen.has(line.index)) return;
    seen.add(line.index);
    own.push(line);
  };
  plan.lines.forEach(add);
  for (const table of plan.tables) {
    for (const row of table.rows) for (const cell of row.cells) cell.lines.forEach(add);
  }
  return own;
}

const texts = new WeakMap<Plan, string>();

/** All that a plan says, without blanks: for looking whether something is mentioned at all. */
export function textOf(plan: Plan): string {
  let text = texts.get(plan);
  if (text === undefined) {
    text = everyLine(plan)
      .map((line) => line.text)
      .join('\n')
      .replace(/[ \t\u3000]/g, '');
    texts.set(plan, text);
  }
  return text;
}
