import { type PlainDate, toChinese, toIso } from '../../dates/civil.ts';
import { places } from './bars.ts';
import { element, escaped } from './markup.ts';
import type { Bar, Chart, PlanTimeline, Row } from './model.ts';
import { rowName, rowSentences, words } from './texts.ts';

/**
 * The timeline as HTML tables, one for each plan with its title as caption: what the picture shows, for
 * those who hear it, and for those who would rather read.
 * @param interactive the item of a row becomes a button with `data-item`
 */
export function tableMarkup(chart: Chart, interactive: boolean): string {
  return chart.plans
    .filter(({ rows }) => rows.length > 0)
    .map((plan) => planTable(chart, plan, interactive))
    .join('');
}

function planTable(chart: Chart, plan: PlanTimeline, interactive: boolean): string {
  const { language } = chart;
  const head = words.columns[language].map((name) => element('th', { scope: 'col' }, escaped(name)));
  let parent: Row | undefined;
  const rows = plan.rows.flatMap((row) => {
    if (row.depth === 0) parent = row;
    const name = rowName(row, row === parent ? undefined : parent, language);
    const bars = row.bars.length > 0 ? row.bars : [undefined];
    return bars.map((bar) => tableRow(chart, row, name, bar, interactive));
  });
  return element(
    'table',
    {},
    element('caption', {}, escaped(plan.title || words.untitled[language])),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  );
}

function tableRow(chart: Chart, row: Row, name: string, bar: Bar | undefined, interactive: boolean): string {
  const { language } = chart;
  const id = bar?.id ?? row.id;
  const label = row.kind === 'audience' ? row.label : name;
  const item = interactive ? element('button', { type: 'button', 'data-item': id }, escaped(label)) : escaped(label);
  const remarks = [
    ...rowSentences({ ...row, owners: [] }, language),
    ...(bar ? bar.doubts.map(({ message }) => message[language]) : []),
    ...(bar && bar.places.length > 1
      ? [[...new Set(bar.places.map(({ origin }) => places[origin][language]))].join(language === 'zh' ? '、' : ', ')]
      : []),
    ...(bar?.inherited && bar.fixed ? [language === 'zh' ? '随所在部分' : 'inherited'] : []),
  ];
  const isFlagged = row.lacks.length > 0 || (bar?.doubts.length ?? 0) > 0;
  const cells = [
    row.audience ?? '',
    bar?.span.raw ?? '',
    bar ? dayText(chart, bar, bar.start) : '',
    bar ? dayText(chart, bar, bar.end) : '',
    row.owners.join(language === 'zh' ? '、' : ', '),
    remarks.join(language === 'zh' ? '；' : '; '),
  ];
  return element(
    'tr',
    { 'data-row': row.id, ...(isFlagged ? { class: 'flagged' } : {}) },
    element('th', { scope: 'row', class: `depth-${row.depth}` }, item),
    ...cells.map((cell) => element('td', {}, escaped(cell))),
  );
}

function dayText({ language }: Chart, { span }: Bar, day: PlainDate | undefined): string {
  if (!day) return language === 'zh' ? '未写' : 'open';
  if (span.yearKnown) return language === 'zh' ? toChinese(day) : toIso(day);
  return language === 'zh' ? toChinese({ ...day, year: 0 }) : toIso(day).slice(5);
}
