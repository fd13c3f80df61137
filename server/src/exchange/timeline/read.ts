import type { PlainDate } from '../../dates/civil.ts';
import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { Plan, PlanTable, Schedule, Stage, TableRow, Task } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import { headerRange, measureGroups } from '../../plan/tasks/task-groups.ts';
import { stagesWithoutLimit, tasksWithoutLimit } from '../../rules/dates/missing-deadline.ts';
import { stagesWithoutWindow } from '../../rules/dates/missing-stage-date.ts';
import type { Language } from '../../rules/messages.ts';
import { tasksWithoutOwner } from '../../rules/responsibility/missing-responsible.ts';
import type { Message, RecognisedPlan } from '../../rules/rule.ts';
import { windowsFor } from '../../rules/superior/overall.ts';
import { isReport, isStagePlan, stageOfPlan, superiorStage } from '../../rules/superior/stages.ts';
import { type Superiors, superiorsWithin } from '../../rules/superior/superiors.ts';
import { BarMaker, type SuperiorWindows } from './bars.ts';
import type { Backdrop, Bar, Chart, Lack, PlanTimeline, Row } from './model.ts';
import { otherRows } from './other-dates.ts';
import { bare, shortened } from './rows.ts';
import { SpotFinder } from './spots.ts';
import { inYear, YearShifts } from './years.ts';

/** What a chart is made from. */
export interface ChartSource {
  readonly recognised: readonly RecognisedPlan[];
  /** The plans to be shown; all without. */
  readonly only?: readonly Plan[];
  readonly superiors?: Superiors | undefined;
  readonly today: PlainDate;
  readonly language: Language;
}

/**
 * The timelines of the plans of a document: the window of the whole, the stages with their windows by
 * audience, their steps, the measures and the dated rows of tables. What has no time or no owner is
 * flagged by the facts of the rules missing-stage-date, missing-deadline and missing-responsible.
 */
export function readChart({ recognised, only, superiors, today, language }: ChartSource): Chart {
  const shown = only ? recognised.filter(({ plan }) => only.includes(plan)) : recognised;
  const plans = shown.map(({ plan }) => plan);
  const years = new YearShifts(plans);
  return {
    language,
    today,
    yearKnown: years.yearKnown,
    plans: recognised.map(
      (one, at): PlanTimeline => ({
        title: one.plan.title?.value ?? '',
        range: one.plan.range,
        rows: new PlanReader(one, superiorsWithin(one, recognised, superiors), years, `${at}`).rows(),
      }),
    ),
  };
}

class PlanReader {
  readonly #recognised: RecognisedPlan;
  readonly #plan: Plan;
  readonly #superiors: readonly SuperiorPlan[];
  readonly #years: YearShifts;
  readonly #id: string;
  readonly #bars: BarMaker;
  readonly #lacks = new Map<Stage | Task, Lack[]>();
  readonly #inTableOnly: ReadonlySet<Stage>;

  constructor(recognised: RecognisedPlan, superiors: readonly SuperiorPlan[], years: YearShifts, id: string) {
    const { plan, profile } = recognised;
    this.#recognised = recognised;
    this.#plan = plan;
    this.#superiors = isReport(profile) ? [] : superiors;
    this.#years = years;
    this.#id = id;
    this.#bars = new BarMaker(plan, years);
    const windows = stagesWithoutWindow(plan, profile);
    this.#inTableOnly = new Set(windows.inTable);
    this.#flag(windows.without, 'window');
    this.#flag(stagesWithoutLimit(plan), 'deadline');
    for (const group of measureGroups(plan)) {
      this.#flag(tasksWithoutLimit(plan, group), 'deadline');
      this.#flag(tasksWithoutOwner(plan, profile, group), 'owner');
    }
  }

  rows(): readonly Row[] {
    const rows = [
      ...this.#whole(),
      ...this.#plan.stages.flatMap((stage, at) => this.#stage(stage, at)),
      ...this.#measures(),
      ...this.#schedules(),
    ];
    return [...rows, ...otherRows(this.#recognised, this.#bars, rows, this.#id)];
  }

  #flag(things: readonly (Stage | Task)[], lack: Lack): void {
    for (const thing of things) this.#lacks.set(thing, [...(this.#lacks.get(thing) ?? []), lack]);
  }

  #whole(): readonly Row[] {
    const { span, title, range } = this.#plan;
    const backdrops = this.#superiors.flatMap((superior) => this.#backdrops(superior, this.#ofWhole(superior)));
    if (!span && backdrops.length === 0) return [];
    const id = `${this.#id}.span`;
    return [
      {
        ...bare(
          id,
          'plan',
          0,
          title?.range ?? { start: range.start, end: range.start },
          span?.range ?? title?.range ?? range,
        ),
        label: '全程',
        caption: { zh: '全程', en: 'Whole plan' },
        bars: span ? [this.#bars.ofPlan(`${id}.w`, span)] : [],
        backdrops,
      },
    ];
  }

  /** Windows of the superior plan for the whole of this one; for a stage plan those of its stage. */
  #ofWhole(superior: SuperiorPlan): readonly Pick<Schedule, 'span'>[] {
    const { plan, profile } = this.#recognised;
    if (isStagePlan(plan, profile)) return stageOfPlan(this.#recognised, superior)?.schedules ?? [];
    const { overall } = superior.constraints;
    return windowsFor(overall, constraintsOf(plan).audience);
  }

  #backdrops({ plan }: SuperiorPlan, windows: readonly Pick<Schedule, 'span'>[]): readonly Backdrop[] {
    return windows.map(({ span }) => {
      const shift = this.#years.of(span);
      return {
        ...(span.start ? { start: inYear(span.start, shift) } : {}),
        ...(span.end ? { end: inYear(span.end, shift) } : {}),
        raw: span.raw,
        title: plan.title?.value ?? '',
      };
    });
  }

  /** A stage with its windows, one row for each audience, and its steps. */
  #stage(stage: Stage, at: number): readonly Row[] {
    const id = `${this.#id}.s${at}`;
    const { audience: ofPlan } = this.#superiors.length > 0 ? constraintsOf(this.#plan) : {};
    const windows = this.#superiors.map(
      (superior): SuperiorWindows => ({
        superior,
        schedules: superiorStage(stage, superior)?.schedules ?? [],
        audience: ofPlan,
      }),
    );
    const named = stage.schedules.map((schedule, index) => ({ id: `${id}.w${index}`, schedule }));
    const groups = byAudience(named);
    const common = groups.find(({ audience }) => audience === undefined);
    const others = groups.filter((group) => group !== common);
    const inHead = common ?? (others.length === 1 ? others[0] : undefined);
    const backdropsFor = (audience: string | undefined) =>
      windows.flatMap(({ superior, schedules }) =>
        this.#backdrops(
          superior,
          schedules.filter((one) => sameAudience(one.audience, audience)),
        ),
      );
    const barsOf = (group: AudienceGroup | undefined): readonly Bar[] =>
      group ? this.#bars.ofSchedules(group.windows, stage.schedules, windows) : [];
    const place = stage.section?.heading.range ?? stage.range;
    const head: Row = {
      ...bare(id, 'stage', 0, stage.name.range, stage.section?.range ?? place),
      label: stage.name.value,
      ...(inHead?.audience ? { audience: inHead.audience } : {}),
      bars: barsOf(inHead),
      lacks: this.#lacks.get(stage) ?? [],
      notes: [
        ...(stage.time.kind === 'ongoing' ? [ongoing] : []),
        ...(this.#inTableOnly.has(stage) ? [inTableOnly] : []),
      ],
      backdrops: inHead || others.length === 0 ? backdropsFor(inHead?.audience) : [],
    };
    const audiences = (inHead === common ? others : []).map((group, index): Row => {
      const range = group.windows[0]?.schedule.range ?? stage.name.range;
      return {
        ...bare(`${id}.a${index}`, 'audience', 1, range, range),
        label: group.audience ?? '',
        audience: group.audience ?? '',
        bars: barsOf(group),
        backdrops: backdropsFor(group.audience),
      };
    });
    return [head, ...audiences, ...stage.steps.map((step, index) => this.#task(step, `${id}.t${index}`, 1))];
  }

  #task(task: Task, id: string, depth: number): Row {
    const bars = this.#bars.ofTask(`${id}.w`, task.time, task.range);
    const owners = task.partiesInherited
      ? []
      : task.parties.filter((party) => !party.vague && party.role !== 'contact');
    const written = bars.length === 0 && task.time.range ? this.#bars.wordsAt(task.time.range) : undefined;
    const note = bars.length > 0 ? undefined : written ? { zh: written, en: written } : notes[task.time.kind];
    return {
      ...bare(id, 'task', depth, task.title.range, task.range),
      label: shortened(task.title.value),
      bars,
      owners: [...new Set(owners.map(({ name }) => name))],
      lacks: this.#lacks.get(task) ?? [],
      notes: note ? [note] : [],
    };
  }

  /** Measures that are no steps of a stage, in groups. */
  #measures(): readonly Row[] {
    const steps = new Set(this.#plan.stages.flatMap((stage) => stage.steps.map(({ range }) => range.start)));
    return measureGroups(this.#plan).flatMap((group, at): readonly Row[] => {
      const tasks = group.tasks.filter(({ range }) => !steps.has(range.start));
      if (tasks.length === 0) return [];
      const id = `${this.#id}.m${at}`;
      const { range, value } = group.name;
      return [
        { ...bare(id, 'group', 0, range, range), label: shortened(value) },
        ...tasks.map((task, index) => this.#task(task, `${id}.t${index}`, 1)),
      ];
    });
  }

  /** Rows with days of tables that hold nothing but a schedule. */
  #schedules(): readonly Row[] {
    const finder = new SpotFinder(this.#plan);
    return this.#plan.tables.flatMap((table, at): readonly Row[] => {
      if (table.kind !== 'schedule') return [];
      const id = `${this.#id}.r${at}`;
      const rows = table.rows.flatMap((row, index) => this.#scheduleRow(table, row, `${id}.t${index}`, finder));
      if (rows.length === 0) return [];
      const range = table.title?.range ?? headerRange(table);
      return [
        {
          ...bare(id, 'group', 0, range, range),
          label: shortened(table.title?.value ?? ''),
          ...(table.title ? {} : { caption: { zh: '日程表', en: 'Schedule' } }),
        },
        ...rows,
      ];
    });
  }

  #scheduleRow(table: PlanTable, row: TableRow, id: string, finder: SpotFinder): readonly Row[] {
    const cell = table.cell(row, 'deadline') ?? table.cell(row, 'time');
    const dated = cell && this.#plan.dates.find(({ line, span }) => span && cell.lines.includes(line));
    const at = table.columns.findIndex(({ field }) => field === 'activity');
    const title = [row.cells[at], ...row.cells].find(
      (one) => one && one !== cell && one.text !== '' && !/^[\d.、\s]*$/.test(one.text),
    );
    if (!cell || !dated?.span || !title) return [];
    const whole = finder.at(cell.range).start?.expression.raw === dated.expression.raw;
    const range = whole && cell.lines.length > 1 ? cell.range : dated.range;
    return [
      {
        ...bare(id, 'task', 1, title.range, row.range),
        label: shortened(title.text),
        bars: this.#bars.ofTask(`${id}.w`, { kind: 'own', span: dated.span, range }, row.range),
      },
    ];
  }
}

interface AudienceGroup {
  readonly audience?: string;
  readonly windows: readonly { readonly id: string; readonly schedule: Schedule }[];
}

/** Windows of the same people together: 村 of the body and 农村 of the table; those that name nobody apart. */
function byAudience(windows: AudienceGroup['windows']): readonly AudienceGroup[] {
  const groups: { audience?: string; windows: AudienceGroup['windows'][number][] }[] = [];
  for (const window of windows) {
    const { audience } = window.schedule;
    const group = groups.find((one) =>
      audience === undefined
        ? one.audience === undefined
        : one.audience !== undefined && sameAudience(one.audience, audience),
    );
    if (group) group.windows.push(window);
    else groups.push({ ...(audience === undefined ? {} : { audience }), windows: [window] });
  }
  return groups;
}

const ongoing: Message = { zh: '长期坚持', en: 'ongoing' };
const inTableOnly: Message = { zh: '只见附表，正文未写', en: 'in the table only' };

/** What a time that names no days is called. */
const notes: Readonly<Partial<Record<Task['time']['kind'], Message>>> = {
  ongoing,
  immediate: { zh: '立即办理', en: 'at once' },
  recurring: { zh: '按周期进行', en: 'recurring' },
  relative: { zh: '从某事算起', en: 'reckoned from an event' },
  vague: { zh: '时限不明', en: 'vague' },
};
