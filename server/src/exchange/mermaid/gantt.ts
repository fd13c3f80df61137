import { type PlainDate, toIso } from '../../dates/civil.ts';
import type { Stage } from '../../plan/model.ts';
import { cutTo } from '../plain-words.ts';
import type { PlanSchedule, ScheduledItem } from '../schedule/items.ts';

/** Most names behind a bar. */
const namesShown = 2;
const titleLength = 30;

/**
 * The schedules of plans as a Mermaid gantt chart. Days are absolute and ends inclusive; `excludes` is
 * never written: it would lengthen bars that have an end of their own.
 * @returns the chart without a fence, with a line break at its end
 */
export function ganttText(schedules: readonly PlanSchedule[]): string {
  const [first] = schedules;
  const lines = [
    'gantt',
    `    title ${words(schedules.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''}等${schedules.length}个方案`)}`,
    '    dateFormat YYYY-MM-DD',
    '    axisFormat %Y-%m-%d',
    '    inclusiveEndDates',
  ];
  let bars = 0;
  for (const { name, items } of schedules) {
    for (const [section, own] of sectionsOf(items)) {
      lines.push('', `    section ${words(schedules.length === 1 ? section : `${name}·${section}`)}`);
      for (const item of own) lines.push(`    ${bar(item, `t${++bars}`)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The chart as a block of Markdown that viewers draw. */
export function ganttBlock(schedules: readonly PlanSchedule[], eol: string): string {
  return `\`\`\`mermaid\n${ganttText(schedules)}\`\`\``.replaceAll('\n', eol);
}

/** Stages in their order, each with what belongs to it; what belongs to none comes last. */
function sectionsOf(items: readonly ScheduledItem[]): ReadonlyMap<string, readonly ScheduledItem[]> {
  const stages = new Map<Stage | undefined, ScheduledItem[]>();
  const ordered = [...items].sort((a, b) => (a.stage?.ordinal ?? Infinity) - (b.stage?.ordinal ?? Infinity) || 0);
  for (const item of ordered) {
    const list = stages.get(item.stage);
    if (list) list.push(item);
    else stages.set(item.stage, [item]);
  }
  const sections = new Map<string, readonly ScheduledItem[]>();
  for (const [stage, list] of stages) {
    const name = stage?.name.value ?? '其他事项';
    sections.set(name, [...(sections.get(name) ?? []), ...list]);
  }
  return sections;
}

/** A day alone is a milestone in the middle of it; a stage stands out as active. */
function bar({ kind, title, owners, start, end, approximate, recurrence }: ScheduledItem, id: string): string {
  const who =
    owners.length === 0 ? '' : `（${owners.slice(0, namesShown).join('、')}${owners.length > namesShown ? '等' : ''}）`;
  const name = words(
    `${cutTo(title, titleLength)}${who}${approximate ? '（约）' : ''}${recurrence ? '（周期性）' : ''}`,
  );
  if (recurrence) return `${name} :${id}, ${toIso(start)}, ${toIso(recurrence.last)}`;
  if (isOneDay(start, end)) return `${name} :milestone, ${id}, ${toIso(start)}, 1d`;
  return `${name} :${kind === 'stage' ? 'active, ' : ''}${id}, ${toIso(start)}, ${toIso(end)}`;
}

function isOneDay(start: PlainDate, end: PlainDate): boolean {
  return start.year === end.year && start.month === end.month && start.day === end.day;
}

const wide: Readonly<Record<string, string>> = {
  ':': '：',
  ';': '；',
  '#': '＃',
  '%': '％',
  '<': '＜',
  '>': '＞',
  '{': '｛',
  '}': '｝',
  '`': '‘',
  '"': '”',
  '\\': '＼',
};

/** At the beginning of a line these words and a day are something else to Mermaid's reader. */
const keyword =
  /^(?:gantt|dateFormat|axisFormat|tickInterval|inclusiveEndDates|topAxis|includes|excludes|todayMarker|weekday|weekend|title|accTitle|accDescr|section|click|call|href|\d{4}-\d{2}-\d{2})/i;

/** A name that Mermaid reads as one: its marks become full-width, line breaks blanks. */
function words(text: string): string {
  const line = text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/[:;#%<>{}`"\\]/g, (mark) => wide[mark] ?? mark)
    .trim();
  return keyword.test(line) || line === '' ? `· ${line}`.trim() : line;
}
