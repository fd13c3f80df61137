import type { Label } from '../../profiles/profile.ts';
import type { PlanSchedule } from '../schedule/items.ts';
import { filledOf, schedulesOf, undatedNotes } from '../schedule/notes.ts';
import type { ExportSource, ExportTarget } from '../target.ts';
import { ganttBlock, ganttText } from './gantt.ts';

const nothing: Label = { zh: '没有读到带日期的阶段或任务，未生成甘特图', en: 'has no dated stage or task' };

/** A gantt chart as Mermaid reads it. */
export const mermaid: ExportTarget = {
  id: 'mermaid',
  label: { zh: '甘特图（Mermaid）', en: 'Gantt chart (Mermaid)' },
  extension: '.mmd',
  produce: (source) => charted(source, ganttText),
};

/** The same as a block of Markdown. */
export const mermaidBlock: ExportTarget = {
  id: 'mermaid-md',
  label: { zh: '甘特图（Markdown 中的 Mermaid 代码块）', en: 'Gantt chart (Mermaid block in Markdown)' },
  extension: '.gantt.md',
  produce: (source) => charted(source, (schedules) => `${ganttBlock(schedules, '\n')}\n`),
};

function charted(source: ExportSource, write: (schedules: readonly PlanSchedule[]) => string) {
  const schedules = schedulesOf(source);
  const filled = filledOf(schedules);
  if (filled.length === 0) return { refusal: nothing };
  return { content: write(filled), notes: undatedNotes(schedules) };
}
