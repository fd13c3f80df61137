import type { Plan } from '../../plan/model.ts';
import { readPlans } from '../../plan/read.ts';
import type { ImportedDocument } from './import.ts';

/** The whole text as one document, named by its first plan. */
export function wholeDocument(text: string): ImportedDocument {
  const { plans } = readPlans(text);
  return { title: plans.find(({ title }) => title)?.title?.value ?? '', text };
}

/** One document for each plan; what is attached to a notice or plan stays with it, for it is signed there. */
export function splitDocuments(text: string): readonly ImportedDocument[] {
  const { plans } = readPlans(text);
  const own = plans.filter((plan, at) => at === 0 || (plan.title && !plan.attachment));
  if (own.length < 2) return [wholeDocument(text)];
  return own.map((plan, at) => {
    const next = own[at + 1];
    const start = at === 0 ? 0 : startOf(text, plan);
    const part = text.slice(start, next ? startOf(text, next) : text.length).trim();
    return { title: plan.title?.value ?? '', text: `${part}\n` };
  });
}

/** Beginning of the line that the title stands on, with its mark of a heading. */
function startOf(text: string, { title, range }: Plan): number {
  return text.lastIndexOf('\n', (title?.range.start ?? range.start) - 1) + 1;
}
