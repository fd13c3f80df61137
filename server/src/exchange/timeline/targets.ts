import type { ExportOutcome, ExportSource, ExportTarget } from '../target.ts';
import { timelineHtml, timelineSvg } from './export.ts';
import type { Chart } from './model.ts';
import { readChart } from './read.ts';
import { words } from './texts.ts';

/** The timeline as a page that can be opened anywhere and printed. */
export const html: ExportTarget = {
  id: 'html',
  label: { zh: '时间轴网页（HTML）', en: 'Timeline page (HTML)' },
  extension: '.html',
  produce: (source) => drawn(source, timelineHtml),
};

/** The timeline as a picture. */
export const svg: ExportTarget = {
  id: 'svg',
  label: { zh: '时间轴图片（SVG）', en: 'Timeline picture (SVG)' },
  extension: '.svg',
  produce: (source) => drawn(source, timelineSvg),
};

function drawn(source: ExportSource, write: (chart: Chart) => string): ExportOutcome {
  const chart = readChart({ ...source, only: source.plans });
  if (chart.plans.length === 0) return { refusal: words.noPlan };
  if (chart.plans.every(({ rows }) => rows.length === 0)) return { refusal: words.noRows };
  return { content: write(chart), notes: [] };
}
