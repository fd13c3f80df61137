import { planMemo } from '../../plan/plan-memo.ts';
import { initialsOf } from '../../text/initials.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** Longest title that is looked for behind 《. */
const opened = /《([^《》\n]{0,60})$/;
const numbered = /(?:《([^《》\n]{1,100})》[（(]|文号[：:])([^（()）\n]{0,24})$/;
/** What stands of a number behind the cursor: 石|政发〔2026〕3号. */
const restOfNumber = /^[^（()）《》“”，、。；：:\s]{0,24}?号/;

interface Document {
  readonly title: string;
  readonly number?: string | undefined;
  readonly detail: string;
}

/**
 * Titles behind 《, and the numbers of documents behind 《…》（: those that this plan and the other open
 * ones cite, and the titles of the open plans themselves.
 */
export function documentProposals(place: Place, others: readonly OpenPlan[]): readonly Proposal[] {
  const { before, after, offset, blank } = place;
  const title = opened.exec(before);
  if (title) {
    const typed = title[1] ?? '';
    const rest = /^([^《》\n]{0,60})》/.exec(after)?.[1];
    const closes = rest !== undefined;
    const end = closes ? offset + rest.length : Math.max(blank?.end ?? 0, offset);
    return documentsAround(place, others).map((document) => ({
      kind: 'title',
      label: document.title,
      detail: document.number ?? document.detail,
      filter: blank ? `${typed} ${document.title}` : `${document.title} ${initialsOf(document.title)}`,
      text: closes ? document.title : `${document.title}》`,
      range: { start: offset - typed.length, end },
    }));
  }
  const number = numbered.exec(before);
  if (!number) return [];
  const typed = number[2] ?? '';
  const end = Math.max(blank?.end ?? 0, offset + (restOfNumber.exec(after)?.[0].length ?? 0));
  const about = number[1];
  const documents = documentsAround(place, others).filter((document) => document.number !== undefined);
  const own = documents.filter((document) => document.title === about);
  return (own.length > 0 ? own : documents).map((document) => ({
    kind: 'number',
    label: document.number ?? '',
    detail: document.title,
    filter: blank ? `${typed} ${document.number}` : (document.number ?? ''),
    text: document.number ?? '',
    range: { start: offset - typed.length, end },
  }));
}

function documentsAround(place: Place, others: readonly OpenPlan[]): readonly Document[] {
  const zh = place.open.language === 'zh';
  const found = new Map<string, Document>();
  const add = (document: Document): void => {
    if (/[×✕]{2}|【/.test(document.title)) return;
    const known = found.get(document.title);
    if (!known || (known.number === undefined && document.number !== undefined)) found.set(document.title, document);
  };
  for (const open of [place.open, ...others.filter(({ uri }) => uri !== place.open.uri)]) {
    const own = open === place.open;
    const detail = own ? (zh ? '本文件引用' : 'cited here') : zh ? '其他方案引用' : 'cited elsewhere';
    for (const { plan } of open.recognised) {
      for (const { title, number } of citedBy(plan)) add({ title, number, detail });
      if (!own && plan.title) add({ title: plan.title.value, detail: zh ? '打开的方案' : 'open plan' });
    }
  }
  // What is being typed is no document yet.
  return [...found.values()].filter(({ title }) => !place.before.endsWith(`《${title}`));
}

interface Cited {
  readonly title: string;
  readonly number: string | undefined;
}

/** The documents that a plan cites, whatever their places: a plan that an edit merely moved is not read again for them. */
const citedBy = planMemo(
  (plan): readonly Cited[] =>
    plan.references.flatMap(({ title, documentNumber }) => (title ? [{ title, number: documentNumber }] : [])),
  (found) => found,
);
