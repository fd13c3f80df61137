import { modelOf } from './model-json.ts';
import type { ExportTarget } from './target.ts';

/** What was read of the plans, as `fangan model` prints it. */
export const model: ExportTarget = {
  id: 'json',
  label: { zh: '方案模型（JSON）', en: 'Plan model (JSON)' },
  extension: '.json',
  produce: ({ path, document, plans, recognised }) => ({
    content: `${JSON.stringify(modelOf(path, { ...document, plans }, recognised), undefined, 2)}\n`,
    notes: [],
  }),
};
