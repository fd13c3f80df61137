import type { DateExpression, DateSpan } from '../dates/expression.ts';
import { followSpan, resolveExpression, type YearContext } from '../dates/resolve.ts';
import type { FactStore } from './facts.ts';
import type { Dated, Line, TableCell } from './model.ts';

const none: readonly Dated[] = [];

/** Dates that tell when something began in the past or was issued give later dates no year. */
const pastBehind = /^(?:以来|至今|印发|出台|发布|颁布|召开的|修订)/;

function insideTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && text.indexOf('》', open) > at;
}

/**
 * All dated statements of one plan, with their years. The year of a date that names none comes from
 * the last full date before it in the same outermost section, then from what the plan as a whole
 * gives (see design: dates, “The year”).
 */
export class Timeline {
  readonly #facts: FactStore;
  readonly #base: YearContext;
  readonly #dated = new Map<Line, readonly Dated[]>();
  /** What gives a line its years, where that is not the base. */
  readonly #contexts = new Map<Line, YearContext>();

  /**
   * @param groups the plan's lines in order, one group for each outermost section
   * @param base what the plan as a whole gives
   */
  constructor(facts: FactStore, groups: readonly (readonly Line[])[], base: YearContext) {
    this.#facts = facts;
    this.#base = base;
    for (const group of groups) {
      let context = base;
      for (const line of group) {
        if (context !== base) this.#contexts.set(line, context);
        if (line.facts.dates.length === 0) continue;
        const dated: Dated[] = [];
        for (const expression of line.facts.dates) {
          const span = resolveExpression(expression, context);
          const range = line.at(expression.range.start, expression.range.end);
          // The year in the title of a paper may be that of the plan, but is no time of anything in it.
          if (!insideTitle(line.text, expression.range.start))
            dated.push({ line, expression, ...(span ? { span: { ...span, range } } : {}), range });
          if (span && !pastBehind.test(line.text.slice(expression.range.end)))
            context = followSpan(context, expression, span);
        }
        this.#dated.set(line, dated);
      }
    }
  }

  /** Statements on a line, in order. */
  on(line: Line): readonly Dated[] {
    return this.#dated.get(line) ?? none;
  }

  /** All statements of the plan, in order. */
  all(): readonly Dated[] {
    return [...this.#dated.values()].flat();
  }

  /** The window that a table cell names; its lines are read as one, since cells break dates. */
  ofCell(cell: TableCell): DateSpan | undefined {
    const first = cell.lines[0];
    if (!first) return undefined;
    const expressions: readonly DateExpression[] = this.#facts.of(cell.text).dates;
    const context = this.#contexts.get(first) ?? this.#base;
    for (const expression of expressions) {
      const span = resolveExpression(expression, context);
      if (span) return { ...span, range: cell.range };
    }
    return undefined;
  }
}
