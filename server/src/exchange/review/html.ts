import { printable } from '../plain-words.ts';
import type { Piece } from './quote.ts';
import type { Review, ReviewEntry, ReviewSection } from './review.ts';
import { reportWords, severities, sumOf, totalRows } from './words.ts';

/** The style of the page. Its hash stands in the policy of the page: whoever changes it renews the hash (a test tells). */
export const style = `:root{color-scheme:light}
body{font-family:"Songti SC","SimSun","Noto Serif CJK SC",serif;line-height:1.6;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1,h2,h3,th{font-family:"Heiti SC","SimHei","Noto Sans CJK SC",sans-serif}
h1{text-align:center}
h2{border-bottom:2px solid #9d2933;padding-bottom:.2rem;margin-top:2.5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;table-layout:fixed}
th,td{border:1px solid #888;padding:.35rem .5rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th{background:#f3efe9;font-weight:600}
.totals th:not(:first-child),.totals td:not(:first-child){width:4.5rem;text-align:center}
.n{width:3rem;text-align:center}
.s{width:4rem;text-align:center}
.q{width:32%}
.p{width:26%}
.path,.line,.note{color:#555;font-size:.85em}
.error .s{color:#b00020;font-weight:600}
.warning .s{color:#8a5300;font-weight:600}
mark{background:#ffe08a;color:inherit}
ins{background:#d4f0d4;color:inherit;text-decoration:underline}
td p{margin:0 0 .3rem}
.sign{display:flex;gap:4rem;margin-top:3rem}
.sign div{border-top:1px solid #888;flex:1;padding-top:.3rem}
@page{size:A4;margin:20mm 18mm}
@media print{body{margin:0;max-width:none;padding:0;font-size:10.5pt}tr,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}mark,ins,th{print-color-adjust:exact}}`;

/** SHA-256 of the style, in base64. */
export const styleHash = 'eKLabCSZBZ/IiXFFIlfC94Hv/CBNklp1XMOyBiVHhw0=';

/** The report as one page that needs nothing else: no scripts, no fonts, no network, and a policy that forbids them. */
export function reviewHtml(review: Review): string {
  const words = reportWords[review.language];
  const plans = review.files.flatMap(({ path, plans: all }) =>
    all.map(({ title, sections }) =>
      [
        `<section><h2>${escaped(title || words.untitled)}</h2><p class="path">${escaped(path)}</p>`,
        sections.length === 0 ? `<p>${words.nothing}</p>` : '',
        ...sections.map((section) => sectionHtml(section, review.language)),
        '</section>',
      ].join('\n'),
    ),
  );
  const failures =
    review.failures.length === 0
      ? ''
      : `<section><h2>${words.failures}</h2><ul>${review.failures
          .map(({ place, message }) => `<li>${escaped(place)}：${escaped(message)}</li>`)
          .join('')}</ul></section>`;
  return `<!DOCTYPE html>
<html lang="${review.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${style}</style>
</head>
<body>
<h1>${words.title}</h1>
<p>${escaped(words.checked(review.day))}</p>
${totals(review)}
${plans.join('\n')}
${failures}
<p>${words.opinion}：</p>
<div class="sign"><div>${words.signed}</div><div>${words.date}</div></div>
</body>
</html>
`;
}

function totals(review: Review): string {
  const words = reportWords[review.language];
  const head = [words.file, ...severities.map((severity) => words.severity[severity]), words.total];
  const rows = totalRows(review).map(
    ({ name, path, counts }) =>
      `<tr><td>${escaped(name)}${path === '' ? '' : ` <span class="path">${escaped(path)}</span>`}</td>${severities
        .map((severity) => `<td>${counts[severity]}</td>`)
        .join('')}<td>${sumOf(counts)}</td></tr>`,
  );
  return `<table class="totals"><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function sectionHtml({ title, entries }: ReviewSection, language: 'zh' | 'en'): string {
  const words = reportWords[language];
  const head = [
    ['n', words.number],
    ['s', words.level],
    ['q', words.quote],
    ['f', words.finding],
    ['p', words.proposal],
  ];
  return `<h3>${escaped(title)}</h3>
<table><thead><tr>${head.map(([name, cell]) => `<th scope="col" class="${name}">${cell}</th>`).join('')}</tr></thead><tbody>
${entries.map((entry) => entryHtml(entry, language)).join('\n')}
</tbody></table>`;
}

function entryHtml(entry: ReviewEntry, language: 'zh' | 'en'): string {
  const words = reportWords[language];
  const { number, severity, message, basis, line, quote, proposal, advice, unsure, related } = entry;
  const finding = [
    `<p>${escaped(message)}</p>`,
    ...(basis.length > 0 ? [`<p class="note">${words.basis}${escaped(basis.join(words.separator))}</p>`] : []),
    ...related.map((one) => `<p class="note">${words.related}${escaped(one)}</p>`),
  ];
  const proposed = [
    ...proposal.map((pieces) => `<p>${piecesHtml(pieces, 'ins')}</p>`),
    ...(advice === '' ? [] : [`<p class="note">${escaped(advice)}${unsure ? `（${words.unsure}）` : ''}</p>`]),
  ];
  return `<tr class="${severity}"><td class="n">${number}</td><td class="s">${words.severity[severity]}</td><td>${piecesHtml(quote, 'mark')}<p class="line">${words.line(line)}</p></td><td>${finding.join('')}</td><td>${proposed.join('')}</td></tr>`;
}

function piecesHtml(pieces: readonly Piece[], tag: 'mark' | 'ins'): string {
  return pieces
    .map(({ text, marked }) => {
      const words = escaped(text).replaceAll('\n', '<br>');
      return marked ? `<${tag}>${words}</${tag}>` : words;
    })
    .join('');
}

/** Text inside HTML; a control character is no text. */
function escaped(text: string): string {
  return printable(text, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
