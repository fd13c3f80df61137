import { compare } from '../../dates/civil.ts';
import type { Language } from '../../rules/messages.ts';
import { domainOf, type Scale, scaleOf, ticksOf } from './axis.ts';
import { type BarShape, shapeOf } from './bar-shape.ts';
import { fontFamily, type Ink } from './ink.ts';
import { type Attributes, element, escaped, fitted, rounded, textWidth } from './markup.ts';
import type { Bar, Chart, PlanTimeline, Row } from './model.ts';
import { backdropText, barSentences, doubtTexts, lackTexts, rowName, rowSentences, todayText, words } from './texts.ts';

export interface DrawSettings {
  /** Of the whole picture, in pixels. */
  readonly width: number;
  /** Paints a picture that stands alone; without it every part has its class only, for a style sheet. */
  readonly ink?: Ink;
  /** Bars can be reached by keyboard and their ends taken hold of. */
  readonly interactive?: boolean;
}

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What a pointer needs to tell days from places. */
  readonly origin: Scale['origin'];
}

const narrowest = 360;
const font = { label: 12, small: 11 } as const;
const axisHeight = 36;
const titleHeight = 28;
/** Below the rows of a plan, where today is named. */
const gap = 22;
/** More rows than this make a picture that nobody reads; the table has them all. */
const mostRows = 800;

/**
 * The timeline as SVG. Structure: a group `plan` for each plan with its title, its axis and its rows; a
 * group `row` for each row with `data-row`; in it a group `item` with `data-item` for each bar, or for the
 * row itself when it has none.
 */
export function drawChart(chart: Chart, settings: DrawSettings): Drawing {
  return new Drawer(chart, settings).draw();
}

class Drawer {
  readonly #chart: Chart;
  readonly #language: Language;
  readonly #ink: Ink | undefined;
  readonly #interactive: boolean;
  readonly #width: number;
  readonly #left: number;
  readonly #right: number;
  readonly #lane: number;
  readonly #scale: Scale;

  constructor(chart: Chart, { width, ink, interactive = false }: DrawSettings) {
    const rows = chart.plans.flatMap((plan) => plan.rows);
    this.#chart = chart;
    this.#language = chart.language;
    this.#ink = ink;
    this.#interactive = interactive;
    this.#width = Math.max(narrowest, Math.floor(width));
    const widest = Math.max(0, ...rows.map((row) => textWidth(this.#labelOf(row), font.label) + 16 * row.depth));
    this.#left = Math.max(96, Math.min(widest + 20, this.#width * 0.34, 320));
    this.#right = this.#width - 14;
    this.#lane = rows.length <= 12 ? 28 : rows.length <= 40 ? 24 : 20;
    this.#scale = scaleOf(domainOf(chart), this.#left, this.#right);
  }

  draw(): Drawing {
    const parts: string[] = [];
    let y = 6;
    let left = mostRows;
    for (const plan of this.#chart.plans) {
      if (plan.rows.length === 0) continue;
      const rows = plan.rows.slice(0, left);
      left -= rows.length;
      const { markup, height } = this.#plan({ ...plan, rows }, y);
      parts.push(markup);
      y += height + gap;
    }
    if (parts.length === 0) {
      const message = this.#chart.plans.length === 0 ? words.noPlan : words.noRows;
      parts.push(this.#text(message[this.#language], { class: 'note', x: 12, y: 26 }));
      y = 44;
    }
    const height = Math.ceil(y);
    const zh = this.#language === 'zh';
    const root: Attributes = {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'timeline',
      width: this.#width,
      height,
      viewBox: `0 0 ${this.#width} ${height}`,
      'font-size': font.label,
      lang: zh ? 'zh-CN' : 'en',
      ...(this.#ink ? { 'font-family': fontFamily } : {}),
      ...(this.#interactive
        ? { role: 'listbox', 'aria-label': words.heading[this.#language], 'aria-orientation': 'vertical' }
        : { role: 'img', 'aria-label': `${words.heading[this.#language]}：${this.#titles()}` }),
    };
    const paper = this.#ink ? [this.#rect('paper', 0, 0, this.#width, height)] : [];
    return { svg: element('svg', root, ...paper, ...parts), width: this.#width, height, origin: this.#scale.origin };
  }

  #titles(): string {
    return this.#chart.plans.map(({ title }) => title).join('；');
  }

  #plan(plan: PlanTimeline, top: number): { readonly markup: string; readonly height: number } {
    const parts: string[] = [];
    let y = top;
    const title = plan.title || words.untitled[this.#language];
    parts.push(
      this.#group(
        { class: 'heading', ...(this.#interactive ? { role: 'presentation' } : {}) },
        element('title', {}, escaped(title)),
        this.#text(fitted(title, this.#width - 24, 14), {
          class: 'title',
          x: 12,
          y: y + 18,
          'font-size': 14,
          'font-weight': 'bold',
        }),
      ),
    );
    y += titleHeight;
    const axisTop = y;
    y += axisHeight;
    const rowsTop = y;
    const rows: string[] = [];
    let parent: Row | undefined;
    for (const row of plan.rows) {
      if (row.depth === 0) parent = row;
      const { markup, height } = this.#row(row, row === parent ? undefined : parent, y);
      rows.push(markup);
      y += height;
    }
    parts.push(this.#axis(axisTop, rowsTop, y), ...rows, this.#today(rowsTop, y));
    return { markup: this.#group({ class: 'plan' }, ...parts), height: y - top };
  }

  #axis(top: number, rowsTop: number, bottom: number): string {
    const parts: string[] = [];
    const ticks = ticksOf(this.#scale);
    const finest = ticks.some(({ kind }) => kind === 'day')
      ? 'day'
      : ticks.some(({ kind }) => kind === 'third')
        ? 'third'
        : 'month';
    for (const { day, until, kind } of ticks) {
      const from = Math.max(this.#scale.x(day), this.#left);
      const to = Math.min(this.#scale.x(until), this.#right);
      if (to - from < 1) continue;
      if (kind === 'year' && !this.#chart.yearKnown) continue;
      // A finer tier stands below a coarser one; years share their line with months where days are named.
      const upper = kind === 'year' || (kind === 'month' && finest !== 'month');
      if (this.#scale.x(day) >= this.#left) {
        const start = upper ? top : top + axisHeight / 2;
        parts.push(this.#line(`tick ${kind}`, from, kind === 'third' ? rowsTop - 8 : start, from, bottom));
      }
      const label = this.#tickLabel(day, kind, finest);
      const cut = label === '' ? '' : textWidth(label, font.small) + 6 <= to - from ? label : '';
      if (cut !== '') {
        parts.push(
          this.#text(cut, {
            class: 'tier',
            x: from + 4,
            y: upper ? top + 13 : top + axisHeight - 6,
            'font-size': font.small,
          }),
        );
      }
    }
    return this.#group({ class: 'axis', 'aria-hidden': 'true', 'data-top': top }, ...parts);
  }

  #tickLabel({ year, month, day }: { year: number; month: number; day: number }, kind: string, finest: string): string {
    const zh = this.#language === 'zh';
    if (kind === 'year') return finest === 'month' ? (zh ? `${year}年` : `${year}`) : '';
    if (kind === 'month') {
      const name = zh ? `${month}月` : (englishMonths[month - 1] ?? '');
      if (finest === 'month' || !this.#chart.yearKnown) return name;
      return zh ? `${year}年${name}` : `${name} ${year}`;
    }
    if (kind === 'third') return zh ? `${'上中下'.charAt(Math.floor(day / 10))}旬` : `${day}`;
    return `${day}`;
  }

  #today(top: number, bottom: number): string {
    const { today, yearKnown } = this.#chart;
    const { domain } = this.#scale;
    if (!yearKnown) return '';
    const label = todayText(today, this.#language);
    const width = textWidth(label, font.small);
    if (compare(today, domain.start) < 0 || compare(today, domain.end) > 0) return '';
    const x = this.#scale.x(today) + this.#scale.origin.perDay / 2;
    const at = Math.min(Math.max(x - width / 2, this.#left), this.#right - width);
    return this.#group(
      { class: 'now', 'aria-hidden': 'true' },
      element('title', {}, escaped(label)),
      this.#line('today', x, top - 4, x, bottom + 3, 1.5),
      this.#text(label, { class: 'today text', x: at, y: bottom + 13, 'font-size': font.small }),
    );
  }

  #labelOf(row: Row): string {
    return rowName(row, undefined, this.#language);
  }

  #row(row: Row, parent: Row | undefined, y: number): { readonly markup: string; readonly height: number } {
    const shapes = row.bars.map((bar) => shapeOf(bar, this.#scale, this.#left, this.#right));
    const lanes = lanesOf(shapes);
    const height = this.#lane * Math.max(1, ...lanes.map((lane) => lane + 1));
    const top = (lane: number) => y + this.#lane * lane;
    const parts: string[] = [];
    const isHead = row.depth === 0;
    parts.push(this.#rect(isHead ? 'strip stage' : 'strip', 0, y, this.#width, height));
    for (const backdrop of row.backdrops) {
      const from = backdrop.start ? this.#clamped(this.#scale.x(backdrop.start)) : this.#left;
      const to = backdrop.end ? this.#clamped(this.#scale.x(backdrop.end) + this.#scale.origin.perDay) : this.#right;
      if (to <= from) continue;
      parts.push(
        this.#group(
          { class: 'behind' },
          element('title', {}, escaped(backdropText(backdrop, this.#language))),
          this.#rect('backdrop', from, y + 1, to - from, height - 2),
        ),
      );
    }
    const indent = 10 + 16 * row.depth;
    const label = this.#labelOf(row);
    const name = this.#group(
      { class: 'name', ...(this.#interactive ? { 'aria-hidden': 'true' } : {}) },
      element('title', {}, escaped([label, ...rowSentences(row, this.#language)].join('\n'))),
      this.#text(fitted(label, this.#left - indent - 6, font.label), {
        class: `label ${row.kind}`,
        x: indent,
        y: y + this.#lane / 2 + 4,
        ...(isHead ? { 'font-weight': 'bold' } : {}),
      }),
    );
    parts.push(name);
    row.bars.forEach((bar, at) => {
      const shape = shapes[at];
      const lane = lanes[at] ?? 0;
      if (shape) parts.push(this.#bar(row, bar, parent, shape, top(lane)));
    });
    if (row.bars.length === 0) parts.push(this.#bareItem(row, parent, y, height));
    parts.push(this.#remarks(row, shapes, y));
    return {
      markup: this.#group({ class: `row ${row.kind}`, 'data-row': row.id, 'data-depth': row.depth }, ...parts),
      height,
    };
  }

  #clamped(x: number): number {
    return Math.min(Math.max(x, this.#left), this.#right);
  }

  #bar(row: Row, bar: Bar, parent: Row | undefined, shape: BarShape, top: number): string {
    const kind = bar.inherited ? 'thin' : row.kind === 'plan' ? 'plan' : row.kind === 'task' ? 'task' : 'stage';
    const thickness = bar.inherited ? 4 : row.kind === 'plan' ? 6 : this.#lane - 12;
    const y = top + (this.#lane - thickness) / 2;
    const sentences = barSentences(row, bar, parent, this.#language);
    const parts = [element('title', {}, escaped(sentences.join('\n')))];
    if (this.#interactive) parts.push(this.#ring(shape.from, top, shape.to, this.#lane));
    for (const { from, to, fuzzy, opacity } of shape.pieces) {
      parts.push(
        this.#rect(`${fuzzy ? 'fuzzy' : 'solid'} ${kind}`, from, y, to - from, thickness, {
          rx: Math.min(2, thickness / 2),
          ...(opacity === undefined ? {} : { opacity }),
        }),
      );
    }
    if (shape.diamond !== undefined) {
      const half = Math.max(5, thickness / 2 + 1);
      const [x, middle] = [shape.diamond, top + this.#lane / 2];
      const [left, right, high, low] = [x - half, x + half, middle - half, middle + half].map(rounded);
      const points = `M${left} ${middle}L${rounded(x)} ${high}L${right} ${middle}L${rounded(x)} ${low}Z`;
      parts.push(element('path', { class: `solid ${kind}`, d: points, ...this.#ink?.[`solid ${kind}`] }));
    }
    if (shape.limit !== undefined) parts.push(this.#rect(`solid ${kind}`, shape.limit - 3, y - 3, 3, thickness + 6));
    for (const [side, x] of shape.cuts) {
      parts.push(
        this.#text(side === 'start' ? '◂' : '▸', {
          class: 'cut',
          x: side === 'start' ? x : x - 8,
          y: top + this.#lane / 2 + 4,
        }),
      );
    }
    if (this.#interactive) {
      for (const [end, x] of shape.handles) {
        if (!bar.ends.includes(end)) continue;
        const wide = end === 'day' ? 16 : 10;
        parts.push(
          element('rect', {
            class: 'handle',
            'data-end': end,
            x: x - wide / 2,
            y: top + 2,
            width: wide,
            height: this.#lane - 4,
          }),
        );
      }
    }
    return this.#group(this.#item(bar.id, sentences, `bar ${kind}${bar.fixed ? ' fixed' : ''}`), ...parts);
  }

  /** A row without bars can be reached all the same: what is missing is what one looks for. */
  #bareItem(row: Row, parent: Row | undefined, y: number, height: number): string {
    const sentences = [rowName(row, parent, this.#language), ...rowSentences(row, this.#language)];
    return this.#group(
      this.#item(row.id, sentences, 'bare'),
      element('title', {}, escaped(sentences.join('\n'))),
      ...(this.#interactive ? [this.#ring(4, y, this.#left - 4, height)] : []),
      element('rect', { class: 'reach', x: 0, y, width: this.#width, height, fill: 'none' }),
    );
  }

  #item(id: string, sentences: readonly string[], kind: string): Attributes {
    if (!this.#interactive) return { class: `item ${kind}`, 'data-item': id };
    return {
      class: `item ${kind}`,
      'data-item': id,
      role: 'option',
      tabindex: -1,
      'aria-selected': 'false',
      'aria-label': sentences.join(this.#language === 'zh' ? '；' : '; '),
    };
  }

  #ring(from: number, y: number, to: number, height: number): string {
    const width = Math.max(to - from, 10);
    const x = (from + to - width) / 2 - 4;
    return element('rect', { class: 'ring', x, y: y + 1, width: width + 8, height: height - 2, rx: 3 });
  }

  /** What is lacking or doubtful, and who answers: behind the bars, or in front of them where there is no room. */
  #remarks(row: Row, shapes: readonly BarShape[], y: number): string {
    const zh = this.#language;
    const chips = [
      ...row.lacks.map((lack) => ({ kind: 'lack', text: lackTexts[lack][zh] })),
      ...[...new Set(row.bars.flatMap(({ doubts }) => doubts.map(({ kind }) => kind)))].map((kind) => ({
        kind: 'doubt',
        text: doubtTexts[kind][zh],
      })),
    ].map((chip) => ({ ...chip, width: textWidth(chip.text, font.small) + 10 }));
    const width = chips.reduce((sum, chip) => sum + chip.width + 5, 0);
    const behind = shapes.length === 0 ? this.#left + 6 : Math.max(...shapes.map(({ to }) => to)) + 8;
    const before = Math.min(this.#right, ...shapes.map(({ from }) => from)) - 8;
    let x = behind;
    if (width > 0 && behind + width > this.#right)
      x = before - width >= this.#left ? before - width : this.#right - width;
    const parts: string[] = [];
    const middle = y + this.#lane / 2;
    for (const chip of chips) {
      parts.push(
        this.#rect(`box ${chip.kind}`, x, middle - 8, chip.width, 16, { rx: 3 }),
        this.#text(chip.text, { class: `chip ${chip.kind}`, x: x + 5, y: middle + 4, 'font-size': font.small }),
      );
      x += chip.width + 5;
    }
    const rest = [...row.notes.map((note) => note[zh]), row.owners.join(zh === 'zh' ? '、' : ', ')].filter(
      (text) => text !== '',
    );
    const words = rest.join('　');
    const room = this.#right - x - 2;
    const isBehind = x >= behind && (room > 40 || textWidth(words, font.small) <= room);
    const space = isBehind ? room : chips.length === 0 ? before - this.#left - 4 : 0;
    const note = space > 30 ? fitted(words, space, font.small) : '';
    if (!isBehind) x = before - textWidth(note, font.small);
    if (note !== '') parts.push(this.#text(note, { class: 'owner', x, y: middle + 4, 'font-size': font.small }));
    if (parts.length === 0) return '';
    return this.#group({ class: 'remarks', 'aria-hidden': 'true' }, ...parts);
  }

  #group(attributes: Attributes, ...children: readonly string[]): string {
    return element('g', attributes, ...children);
  }

  #text(text: string, attributes: Attributes & { readonly class: string }): string {
    const ink = this.#ink?.[attributes.class] ?? this.#ink?.[attributes.class.split(' ')[0] ?? ''];
    return element('text', { ...attributes, ...ink }, escaped(text));
  }

  #rect(kind: string, x: number, y: number, width: number, height: number, more: Attributes = {}): string {
    return element('rect', { class: kind, x, y, width: Math.max(width, 0), height, ...this.#ink?.[kind], ...more });
  }

  #line(kind: string, x1: number, y1: number, x2: number, y2: number, thickness = 1): string {
    return element('line', { class: kind, x1, y1, x2, y2, 'stroke-width': thickness, ...this.#ink?.[kind] });
  }
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Bars that would lie over one another get lanes of their own. */
function lanesOf(shapes: readonly BarShape[]): readonly number[] {
  const ends: number[] = [];
  return shapes.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + 4 <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
