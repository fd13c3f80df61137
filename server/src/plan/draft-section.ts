import type { Range } from '../text/range.ts';
import type { Line, PlanTable, Section, Stage } from './model.ts';

/** A section while the outline is being built. */
export interface DraftSection extends Omit<Section, 'body' | 'tables' | 'sections' | 'range' | 'stage'> {
  level: number;
  body: Line[];
  tables: PlanTable[];
  sections: DraftSection[];
  range: Range;
  stage?: Stage;
  parent?: DraftSection;
  /** Depth of the Markdown heading, 0 for plain numbering. */
  readonly depth: number;
  /** A stage without number, in a list or on a line of its own. */
  readonly bare?: boolean;
  /** 三月 on a line of its own, which heads what is done in that month. */
  readonly month?: boolean;
}

export type OutlineItem = { readonly line: Line } | { readonly table: PlanTable };
