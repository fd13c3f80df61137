import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Plan, PlanTable, Section, Stage } from '../plan/model.ts';
import type { Language } from '../rules/messages.ts';
import { counted } from '../text/counted.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { spanText } from './date-texts.ts';
import { toLspRange } from './ranges.ts';

/**
 * The outline of the plans in a document: sections as they are nested, stages with their windows,
 * tables. A document that is no plan has none, nor one whose headings the editor reads by itself.
 */
export function documentSymbols(open: OpenPlan, client: Pick<Client, 'outline'>): DocumentSymbol[] {
  if (client.outline === 'plain' && hasHeadings(open)) return [];
  return open.recognised.map(({ plan }) => planSymbol(open.document, plan, open.language));
}

function hasHeadings({ document, reading }: OpenPlan): boolean {
  return document.languageId === 'markdown' && reading.lines.some(({ place }) => place === 'heading');
}

function planSymbol(document: TextDocument, plan: Plan, language: Language): DocumentSymbol {
  const inSections = new Set<PlanTable>();
  const children = plan.sections.map((section) => sectionSymbol(document, section, inSections, language));
  for (const table of plan.tables) {
    if (!inSections.has(table)) children.push(tableSymbol(document, table, language));
  }
  const start = document.positionAt(plan.range.start);
  return {
    name: plan.title?.value || plan.kind || (language === 'zh' ? '方案' : 'Plan'),
    kind: SymbolKind.Module,
    range: toLspRange(document, plan.range),
    selectionRange: plan.title ? within(document, plan.title.range, plan.range) : { start, end: start },
    children: children.sort(byPosition),
  };
}

function sectionSymbol(
  document: TextDocument,
  section: Section,
  inSections: Set<PlanTable>,
  language: Language,
): DocumentSymbol {
  const { stage } = section;
  const children = section.sections.map((inner) => sectionSymbol(document, inner, inSections, language));
  for (const table of section.tables) {
    inSections.add(table);
    children.push(tableSymbol(document, table, language, section));
  }
  const detail = stage ? windowsOf(stage, language) : '';
  return {
    name: `${section.number?.raw ?? ''}${section.title.value}` || section.heading.text || '—',
    ...(detail ? { detail } : {}),
    kind: stage ? SymbolKind.Event : SymbolKind.String,
    range: toLspRange(document, section.range),
    selectionRange: within(document, section.heading.range, section.range),
    children: children.sort(byPosition),
  };
}

function tableSymbol(document: TextDocument, table: PlanTable, language: Language, section?: Section): DocumentSymbol {
  const rows = language === 'zh' ? `${table.rows.length} 行` : counted(table.rows.length, 'row');
  const start = document.positionAt(table.range.start);
  // The line above a table is its title; where that is the heading of the section, it says nothing new.
  const title = table.title?.range.start === section?.heading.range.start ? undefined : table.title?.value;
  return {
    name: title || (language === 'zh' ? '表格' : 'Table'),
    detail: rows,
    kind: SymbolKind.Struct,
    range: toLspRange(document, table.range),
    selectionRange: { start, end: start },
  };
}

/** `镇机关 2009年9月1日至11月10日；…`; windows that the table repeats are left out. */
function windowsOf(stage: Stage, language: Language): string {
  const windows = stage.schedules.map(
    ({ audience, span }) => `${audience ? `${audience} ` : ''}${spanText(span, language)}`,
  );
  return [...new Set(windows)].join(language === 'zh' ? '；' : '; ');
}

/** What is selected must lie inside the whole, or clients refuse the answer: a title may stand in the front matter. */
function within(document: TextDocument, range: PlanTable['range'], whole: PlanTable['range']) {
  const start = Math.min(Math.max(range.start, whole.start), whole.end);
  return toLspRange(document, { start, end: Math.min(Math.max(range.end, start), whole.end) });
}

function byPosition(a: DocumentSymbol, b: DocumentSymbol): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

/** The outline as a flat list, for clients that know no nested one. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[], container?: string) {
  const flat: {
    name: string;
    kind: SymbolKind;
    containerName?: string;
    location: { uri: string; range: DocumentSymbol['range'] };
  }[] = [];
  for (const { name, kind, range, children } of symbols) {
    flat.push({ name, kind, ...(container ? { containerName: container } : {}), location: { uri, range } });
    flat.push(...flatSymbols(uri, children ?? [], name));
  }
  return flat;
}
