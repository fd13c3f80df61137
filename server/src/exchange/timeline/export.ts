import { drawChart } from './draw.ts';
import { fontFamily, paperInk } from './ink.ts';
import { escaped } from './markup.ts';
import type { Chart } from './model.ts';
import { tableMarkup } from './table.ts';
import { words } from './texts.ts';

/** Wide enough for a page of A4 across. */
const width = 1120;

/** The timelines of a document as one SVG picture that needs nothing else. */
export function timelineSvg(chart: Chart): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawChart(chart, { width, ink: paperInk }).svg}\n`;
}

const style = `
  body { margin: 24px; color: #1f2328; background: #fff; font-family: ${fontFamily}; }
  figure { margin: 0; overflow-x: auto; }
  svg { max-width: 100%; height: auto; }
  figcaption { margin: 4px 0 24px; color: #57606a; font-size: 13px; }
  table { border-collapse: collapse; margin-bottom: 24px; font-size: 13px; width: 100%; }
  caption { text-align: left; font-weight: bold; padding: 6px 0; }
  th, td { border: 1px solid #d0d7de; padding: 4px 8px; text-align: left; vertical-align: top; }
  thead th { background: #f6f8fa; }
  tbody th { font-weight: normal; }
  tbody th.depth-0 { font-weight: bold; }
  tbody th.depth-1 { padding-left: 24px; }
  tr.flagged td:last-child { color: #b1121f; }
  @page { size: A4 landscape; margin: 12mm; }
  @media print { body { margin: 0; } tr { break-inside: avoid; } }
`;

/** The same with the table, as a page that can be opened anywhere and printed: no script, nothing from elsewhere. */
export function timelineHtml(chart: Chart): string {
  const { language, plans } = chart;
  const titles = plans.map(({ title }) => title).filter((title) => title !== '');
  const heading = [titles[0] ?? '', words.heading[language]].filter((text) => text !== '').join(' · ');
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(heading)}</title>
<style>${style}</style>
</head>
<body>
<figure>
${drawChart(chart, { width, ink: paperInk }).svg}
<figcaption>${escaped(words.legend[language])}</figcaption>
</figure>
${tableMarkup(chart, false)}
</body>
</html>
`;
}
