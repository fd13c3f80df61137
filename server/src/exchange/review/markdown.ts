import type { Piece } from './quote.ts';
import type { Review, ReviewEntry } from './review.ts';
import { reportWords, severities, sumOf, totalRows } from './words.ts';

/** The report as Markdown, to be read as it is and to be pasted elsewhere. */
export function reviewMarkdown(review: Review): string {
  const words = reportWords[review.language];
  const lines = [`# ${words.title}`, '', words.checked(review.day), '', ...totals(review)];
  for (const { path, plans } of review.files) {
    for (const { title, sections } of plans) {
      lines.push('', `## ${escaped(title || words.untitled)}`, '', `\`${path.replaceAll('`', '')}\``);
      if (sections.length === 0) lines.push('', words.nothing);
      for (const section of sections) {
        lines.push('', `### ${escaped(section.title)}`);
        for (const entry of section.entries) lines.push('', ...entryLines(entry, review.language));
      }
    }
  }
  if (review.failures.length > 0) {
    lines.push('', `## ${words.failures}`, '');
    for (const { place, message } of review.failures) lines.push(`- ${escaped(place)}：${escaped(message)}`);
  }
  lines.push('', '---', '', `${words.opinion}：`, '', `${words.signed}：　　　　　　${words.date}：`);
  return `${lines.join('\n')}\n`;
}

function totals(review: Review): readonly string[] {
  const words = reportWords[review.language];
  const head = [words.file, ...severities.map((severity) => words.severity[severity]), words.total];
  return [
    row(head),
    row(head.map(() => '---')),
    ...totalRows(review).map(({ name, path, counts }) =>
      row([
        escaped(name) + (path === '' ? '' : `（${escaped(path)}）`),
        ...severities.map((severity) => String(counts[severity])),
        String(sumOf(counts)),
      ]),
    ),
  ];
}

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function entryLines(entry: ReviewEntry, language: 'zh' | 'en'): readonly string[] {
  const words = reportWords[language];
  const { number, severity, message, basis, line, quote, proposal, advice, unsure, related } = entry;
  return [
    `**${number}. ${words.severity[severity]}** ${escaped(message)}（${words.line(line)}）`,
    '',
    `- ${words.quote}：${marked(quote)}`,
    ...(basis.length > 0 ? [`- ${words.basis}${escaped(basis.join(words.separator))}`] : []),
    ...related.map((one) => `- ${words.related}${escaped(one)}`),
    ...(advice === '' ? [] : [`- ${words.advice}${escaped(advice)}${unsure ? `（${words.unsure}）` : ''}`]),
    ...proposal.map((pieces) => `- ${words.proposal}：${marked(pieces)}`),
  ];
}

function marked(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, marked: isMarked }) => {
      const words = escaped(text.trim() === '' ? text : text).replace(/\s*\n\s*/g, ' ⏎ ');
      return isMarked && words.trim() !== '' ? `**${words.trim()}**` : words;
    })
    .join('');
}

/** Nothing of the plan becomes a mark of the report. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
