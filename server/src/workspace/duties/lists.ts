import type { Language } from '../../rules/messages.ts';
import type { Duties, Duty, DutyGroup, Grouping } from './duties.ts';
import { dueText, groupingWords, groupName, partiesText, urgencyWords } from './words.ts';

/** How a list of duties is written. */
export interface ListStyle {
  readonly by: Grouping;
  readonly language: Language;
  /** Names a file as its reader knows it. */
  readonly shown: (uri: string) => string;
}

const columns: readonly { readonly zh: string; readonly en: string }[] = [
  { zh: '状态', en: 'Status' },
  { zh: '期限', en: 'Due' },
  { zh: '事项', en: 'Duty' },
  { zh: '责任主体', en: 'Responsible' },
  { zh: '阶段', en: 'Stage' },
  { zh: '方案', en: 'Plan' },
  { zh: '文件', en: 'File' },
  { zh: '行', en: 'Line' },
];

function cells(duty: Duty, { language, shown }: ListStyle): readonly string[] {
  return [
    urgencyWords[duty.urgency][language],
    dueText(duty, language),
    duty.title,
    partiesText(duty, language),
    duty.stage,
    duty.plan,
    shown(duty.uri),
    String(duty.place[0] + 1),
  ];
}

/**
 * The duties for a spreadsheet (RFC 4180), group by group; with a byte order mark, by which Excel tells
 * UTF-8. What a spreadsheet would take for a formula is written with an apostrophe in front of it.
 */
export function dutiesCsv({ groups }: Duties, style: ListStyle): string {
  const head = [groupingWords[style.by], ...columns].map((column) => column[style.language]);
  const rows = groups.flatMap(({ key, duties }) =>
    duties.map((duty) => [groupName(key, style.by, style.language), ...cells(duty, style)]),
  );
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The duties as Markdown for a mail or a report: what presses first, then group by group. */
export function dutiesMarkdown({ overdue, soon, groups }: Duties, style: ListStyle): string {
  const { by, language } = style;
  const pressing: DutyGroup[] = [
    { key: urgencyWords.overdue[language], duties: overdue },
    { key: urgencyWords.soon[language], duties: soon },
  ].filter(({ duties }) => duties.length > 0);
  const parts = [
    ...pressing.map(({ key, duties }) => table(key, duties, style)),
    ...groups.map(({ key, duties }) => table(groupName(key, by, language), duties, style)),
  ];
  return parts.join('\n');
}

function table(name: string, duties: readonly Duty[], style: ListStyle): string {
  const head = columns.slice(0, 6).map((column) => column[style.language]);
  const rows = duties.map((duty) => cells(duty, style).slice(0, 6).map(inTable));
  const all = [head, head.map(() => '---'), ...rows];
  return `## ${inTable(name)}（${duties.length}）\n\n${all.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

function inTable(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}
