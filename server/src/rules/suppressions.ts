import type { Plan, PlanDocument, Section } from '../plan/model.ts';
import type { Range } from '../text/range.ts';
import type { Directive } from './directives.ts';
import type { Edit, Problem } from './rule.ts';

/** A directive with the stretch of text in which it silences its rules. */
export interface Suppression {
  readonly directive: Directive;
  /** A problem that begins in here, its end included, is silenced. */
  readonly scope: Range;
}

/** One name in a directive, or the whole directive where it names none, that had nothing to silence. */
export interface UnusedSuppression {
  readonly directive: Directive;
  readonly id?: string;
  readonly range: Range;
}

/** What the directives of a document silence. `enable` ends an earlier `disable`. */
export function findSuppressions(document: PlanDocument, directives: readonly Directive[]): readonly Suppression[] {
  const { text } = document.markdown;
  return directives.flatMap((directive, index) => {
    switch (directive.kind) {
      case 'disable-file':
        return [{ directive, scope: { start: 0, end: text.length } }];
      case 'disable-line':
        return [{ directive, scope: lineAround(text, directive.range.start) }];
      case 'disable-next-line':
        return [{ directive, scope: nextLine(text, directive.range.end) }];
      case 'disable-section':
        return [{ directive, scope: sectionOf(document, directive.range) }];
      case 'disable':
        return regions(directive, directives.slice(index + 1), text.length);
      default:
        return [];
    }
  });
}

/** A `disable` that names several rules may be ended for one of them alone, so each rule has its own region. */
function regions(directive: Directive, later: readonly Directive[], length: number): Suppression[] {
  const end = (id: string | undefined) =>
    later.find(
      (next) =>
        next.kind === 'enable' && (next.ids.length === 0 || (id !== undefined && next.ids.some((n) => n.id === id))),
    )?.range.start ?? length;
  const start = directive.range.end;
  if (directive.ids.length === 0) return [{ directive, scope: { start, end: end(undefined) } }];
  return directive.ids.map((name) => ({
    directive: { ...directive, ids: [name] },
    scope: { start, end: end(name.id) },
  }));
}

/**
 * Takes away the problems that the author has silenced.
 * @returns what is left, and what silenced nothing
 */
export function suppress(
  suppressions: readonly Suppression[],
  problems: readonly Problem[],
): { readonly left: readonly Problem[]; readonly unused: readonly UnusedSuppression[] } {
  const used = new Set<Range>();
  const left = problems.filter((problem) => {
    let silenced = false;
    for (const { directive, scope } of suppressions) {
      if (problem.range.start < scope.start || problem.range.start > scope.end) continue;
      const name = directive.ids.find(({ id }) => id === problem.rule);
      if (!name && directive.ids.length > 0) continue;
      used.add(name?.range ?? directive.range);
      silenced = true;
    }
    return !silenced;
  });
  const unused = suppressions.flatMap(({ directive }): UnusedSuppression[] =>
    directive.ids.length === 0
      ? [{ directive, range: directive.range }]
      : directive.ids.map(({ id, range }) => ({ directive, id, range })),
  );
  return { left, unused: unused.filter(({ range }) => !used.has(range)) };
}

export type SuppressionScope = 'line' | 'section' | 'file';

/**
 * The edit that silences a problem, for a quick fix.
 * @returns undefined for a section when the problem stands in none
 */
export function suppressionEdit(
  document: PlanDocument,
  problem: Pick<Problem, 'rule' | 'range'>,
  scope: SuppressionScope,
): Edit | undefined {
  const { text } = document.markdown;
  const insert = (at: number, inserted: string): Edit => ({ range: { start: at, end: at }, text: inserted });
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (scope === 'file') {
    const at = document.frontMatter ? nextLine(text, document.frontMatter.range.end - 1).start : 0;
    return insert(at, `<!-- fangan-disable-file ${problem.rule} -->${lineBreak}${lineBreak}`);
  }
  if (scope === 'section') {
    const section = innermost(document.plans, problem.range.start);
    if (!section) return undefined;
    const { end } = lineAround(text, section.heading.range.start);
    return insert(end, `${lineBreak}<!-- fangan-disable-section ${problem.rule} -->`);
  }
  const { start, end } = lineAround(text, problem.range.start);
  const written = text.slice(start, end).replace(/[ \t|]+$/, '');
  const isRow = text.slice(start, end).trimEnd().endsWith('|');
  // Inside the last cell of a table row; behind the last bar it would be one cell too many.
  return insert(isRow ? start + written.length : end, ` <!-- fangan-disable-line ${problem.rule} -->`);
}

/** The line that holds `at`, without its line break. */
function lineAround(text: string, at: number): Range {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : found;
  return { start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}

/** The next line behind `at` that is not blank. */
function nextLine(text: string, at: number): Range {
  const { end } = lineAround(text, at);
  const rest = text.slice(end).search(/\S/);
  return rest < 0 ? { start: text.length, end: text.length } : lineAround(text, end + rest);
}

/** The last line before `at` that is not blank. */
function previousLine(text: string, at: number): Range {
  const before = text.slice(0, lineAround(text, at).start).trimEnd();
  return lineAround(text, before.length);
}

/**
 * The section that a comment speaks of: the one whose heading stands directly above or below it,
 * then with blank lines between, then the innermost one around it; else the whole file.
 */
function sectionOf(document: PlanDocument, comment: Range): Range {
  const { text } = document.markdown;
  const above = previousLine(text, comment.start);
  const below = nextLine(text, comment.end);
  const headed = (line: Range) => sectionHeadedIn(document.plans, line);
  const touches = (a: Range, b: Range) => text.slice(a.end, b.start).split('\n').length <= 2;
  const section =
    (touches(above, comment) ? headed(above) : undefined) ??
    (touches(comment, below) ? headed(below) : undefined) ??
    headed(above) ??
    headed(below) ??
    innermost(document.plans, comment.start);
  return section?.range ?? { start: 0, end: text.length };
}

function sectionHeadedIn(plans: readonly Plan[], line: Range): Section | undefined {
  const walk = (sections: readonly Section[]): Section | undefined => {
    for (const section of sections) {
      const at = section.heading.range.start;
      if (at >= line.start && at <= line.end) return section;
      const inner = walk(section.sections);
      if (inner) return inner;
    }
    return undefined;
  };
  for (const plan of plans) {
    const found = walk(plan.sections);
    if (found) return found;
  }
  return undefined;
}

function innermost(plans: readonly Plan[], at: number): Section | undefined {
  let found: Section | undefined;
  let sections = plans.flatMap((plan) => plan.sections);
  while (true) {
    const next = sections.find((section) => section.range.start <= at && at < section.range.end);
    if (!next) return found;
    found = next;
    sections = [...next.sections];
  }
}
