import type { Language } from '../../rules/messages.ts';
import { likeness } from '../../rules/review/likeness.ts';
import { harmOf } from '../../rules/review/sibling-sentences.ts';
import type { Severity } from '../../rules/rule.ts';
import { counted } from '../../text/counted.ts';
import { cutToWidth, displayWidth } from '../../text/display-width.ts';
import { printable } from '../messages.ts';
import { type FileReport, type Format, humanPlace, type Surface, type Totals } from '../report.ts';
import type { ReportedProblem } from '../reported.ts';
import type { Colour } from '../terminal.ts';
import { difference } from './difference.ts';

const severityWords: Readonly<Record<Severity, Readonly<Record<Language, string>> & { readonly colour: Colour }>> = {
  error: { zh: '错误', en: 'error', colour: 'red' },
  warning: { zh: '警告', en: 'warning', colour: 'yellow' },
  info: { zh: '信息', en: 'info', colour: 'blue' },
  hint: { zh: '提示', en: 'hint', colour: 'cyan' },
};

/** Narrowest frame that still shows something. */
const narrowest = 40;

const alike: Readonly<Record<Language, string>> = {
  zh: '各方案之间几乎相同的句子（按轻重排列，请逐条看是否有意）',
  en: 'Sentences of several plans that are nearly the same, the most harmful differences first',
};

/**
 * For people: each problem with the line that it stands in and a caret line under its words, then a summary. Sentences
 * that are nearly the same in two files are a list to go through: the whole of it stands behind the files, ranked.
 */
export const text: Format = (surface) => {
  const twins: { readonly harm: number; readonly shown: string }[] = [];
  return {
    file(file) {
      const pieces = file.change ? [difference(file.path, file.change.before, file.change.after, surface.paint)] : [];
      for (const problem of file.problems) {
        const [other] = problem.related;
        const shown = problemText(file, problem, surface);
        if (problem.rule !== likeness.id || other?.path === undefined) pieces.push(shown);
        else twins.push({ harm: harmOf(problem.text, other.text), shown });
      }
      return paragraphs(pieces);
    },
    end(totals) {
      const list = twins.sort((a, b) => a.harm - b.harm).map(({ shown }) => shown);
      const head = list.length > 0 ? [surface.paint('bold', alike[totals.language])] : [];
      return `${paragraphs([...head, ...list])}${summary(totals, surface)}\n`;
    },
  };
};

const paragraphs = (pieces: readonly string[]) => pieces.map((piece) => `${piece}\n\n`).join('');

function problemText(file: FileReport, problem: ReportedProblem, surface: Surface): string {
  const { paint } = surface;
  const { language } = file;
  const words = severityWords[problem.severity];
  const place = printable(humanPlace(file.path, problem.place.start));
  const lines = [
    `${paint('bold', place)}  ${paint(words.colour, words[language])}  ${paint('dim', problem.rule)}`,
    `  ${printable(problem.message)}`,
    ...frame(problem, surface),
  ];
  for (const related of problem.related) {
    const at = printable(humanPlace(related.path ?? file.path, related.place.start));
    lines.push(`  ${paint('dim', language === 'zh' ? '参见' : 'see')} ${at}  ${printable(related.message)}`);
  }
  if (problem.fix) {
    const safe = problem.fix.safety === 'safe';
    const option = safe ? '--fix' : '--fix --unsafe-fixes';
    const title = printable(problem.fix.title);
    const label = language === 'zh' ? (safe ? '可自动修正' : '建议修改') : safe ? 'fix' : 'suggestion';
    lines.push(`  ${paint('green', label)} ${title} ${paint('dim', `(${option})`)}`);
  }
  return lines.join('\n');
}

/** The line of the problem, cut to the terminal around its words, and carets under them. */
function frame(problem: ReportedProblem, { paint, columns, ambiguous }: Surface): readonly string[] {
  const { start, end } = problem.place;
  const line = printable(problem.line.text);
  const gutter = `${start.line + 1}`.padStart(5);
  const room = Math.max(narrowest, columns - gutter.length - 4);
  const from = problem.line.at;
  const to = end.line > start.line ? line.length : from + end.character - start.character;
  const width = (part: string) => displayWidth(part, ambiguous);
  let before = line.slice(0, from);
  let head = problem.line.cut ? '…' : '';
  // The words at fault begin in the first half of the frame.
  if (width(before) > room / 2) {
    head = '…';
    before = lastColumns(before, Math.floor(room / 2) - 2, width);
  }
  const marked = cutToWidth(line.slice(from, to), room - width(before) - 2, ambiguous);
  const rest = line.slice(from + marked.length);
  const behind = cutToWidth(rest, Math.max(0, room - width(head + before + marked) - 1), ambiguous);
  const tail = behind.length < rest.length ? '…' : '';
  const colour = severityWords[problem.severity].colour;
  const shown = `${head}${before}${marked}${behind}${tail}`;
  const carets = '^'.repeat(Math.max(1, width(marked)));
  const padding = ' '.repeat(width(head + before));
  return [
    `${paint('dim', `${gutter} │`)} ${shown}`.trimEnd(),
    `${paint('dim', `${' '.repeat(gutter.length)} │`)} ${padding}${paint(colour, carets)}`,
  ];
}

/** The end of a text, at most so many columns wide. */
function lastColumns(text: string, columns: number, width: (part: string) => number): string {
  const characters = [...text];
  let kept = '';
  for (let at = characters.length - 1; at >= 0; at--) {
    const longer = (characters[at] ?? '') + kept;
    if (width(longer) > columns) break;
    kept = longer;
  }
  return kept;
}

function summary(totals: Totals, { paint }: Surface): string {
  const { plans, fixable, fixed, known, failures, language } = totals;
  const zh = language === 'zh';
  const misset = failures.filter(({ configuration }) => configuration).length;
  const unread = failures.length - misset;
  const parts = (
    [
      ['red', totals.errors, zh ? '个错误' : 'error'],
      ['yellow', totals.warnings, zh ? '个警告' : 'warning'],
      ['blue', totals.infos, zh ? '条信息' : 'info'],
      ['cyan', totals.hints, zh ? '条提示' : 'hint'],
    ] as const
  ).flatMap(([colour, count, unit]) =>
    count > 0 ? [paint(colour, zh ? `${count} ${unit}` : counted(count, unit))] : [],
  );
  const checked = zh ? `检查了 ${plans} 个方案文件` : `${counted(plans, 'plan file')} checked`;
  const found =
    parts.length > 0
      ? parts.join(zh ? '、' : ', ')
      : paint(failures.length > 0 ? 'bold' : 'green', zh ? '没有发现问题' : 'no problems');
  const notes = [
    ...(fixed > 0 ? [zh ? `已修正 ${fixed} 处` : `${fixed} fixed`] : []),
    ...(fixable > 0 ? [zh ? `${fixable} 处可用 --fix 自动修正` : `${fixable} fixable with --fix`] : []),
    ...(known > 0 ? [zh ? `基线中已有的 ${known} 处未列出` : `${known} of the baseline not listed`] : []),
    ...(unread > 0 ? [zh ? `${unread} 处无法读写` : `${unread} failed`] : []),
    ...(misset > 0
      ? [
          zh
            ? `配置或方案模板有 ${misset} 处错误，有误之处未起作用，检查并不完整`
            : `${counted(misset, 'fault')} in configurations or profiles, which had no effect: the check is not complete`,
        ]
      : []),
  ];
  const mark = parts.length > 0 || failures.length > 0 ? paint('bold', '✖') : paint('green', '✔');
  return `${mark} ${checked}${zh ? '：' : ': '}${found}${notes.length > 0 ? (zh ? `（${notes.join('；')}）` : ` (${notes.join('; ')})`) : ''}`;
}
