import type { WorkCalendar } from '../dates/workdays.ts';
import type { Located, Range } from '../text/range.ts';
import type { Line, Plan, PlanTable } from './model.ts';

/** What the place of a plan in its file tells. */
type Known = 'identity' | 'title' | 'kind' | 'lines' | 'tables' | 'range' | 'attachment' | 'calendar';

/**
 * A plan that is read when something is asked of it that its place in the file does not tell. An
 * edit leaves most plans of a file as they were, merely further down; what was found in them is then
 * moved along (see `identity`), and they need not be read again.
 */
export class LazyPlan implements Plan {
  readonly identity: object;
  readonly title?: Located<string>;
  readonly kind: string;
  readonly lines: readonly Line[];
  readonly tables: readonly PlanTable[];
  readonly range: Range;
  readonly attachment: boolean;
  readonly calendar: WorkCalendar;
  readonly #read: () => Plan;
  #plan: Plan | undefined;

  constructor(known: Pick<Plan, Known>, read: () => Plan) {
    this.identity = known.identity;
    if (known.title) this.title = known.title;
    this.kind = known.kind;
    this.lines = known.lines;
    this.tables = known.tables;
    this.range = known.range;
    this.attachment = known.attachment;
    this.calendar = known.calendar;
    this.#read = read;
  }

  get #whole(): Plan {
    this.#plan ??= this.#read();
    return this.#plan;
  }

  get issuer() {
    return this.#whole.issuer;
  }
  get issued() {
    return this.#whole.issued;
  }
  get body() {
    return this.#whole.body;
  }
  get closing() {
    return this.#whole.closing;
  }
  get references() {
    return this.#whole.references;
  }
  get superior() {
    return this.#whole.superior;
  }
  get span() {
    return this.#whole.span;
  }
  get opening() {
    return this.#whole.opening;
  }
  get sections() {
    return this.#whole.sections;
  }
  get stages() {
    return this.#whole.stages;
  }
  get measures() {
    return this.#whole.measures;
  }
  get parties() {
    return this.#whole.parties;
  }
  get enumerations() {
    return this.#whole.enumerations;
  }
  get dates() {
    return this.#whole.dates;
  }
}
