import { composePaper } from './paper/compose.ts';
import type { ExportTarget } from './target.ts';

/** A paper for Word by GB/T 9704-2012. */
export const docx: ExportTarget = {
  id: 'docx',
  label: { zh: 'Word 公文（按 GB/T 9704-2012 排版）', en: 'Word document (laid out by GB/T 9704-2012)' },
  extension: '.docx',
  office: true,
  async produce({ document, plans }, { office }) {
    const { paper, notes } = composePaper(document, plans);
    if (!office || paper.parts.length === 0) return { refusal: { zh: '文件中没有可导出的文字', en: 'is empty' } };
    const { writePaper } = await office();
    return { content: await writePaper(paper), notes };
  },
};
