import type { LineFacts } from '../plan/facts.ts';
import type { Line } from '../plan/model.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { Edit, Finding, Fix, Rule } from './rule.ts';

/** A rule together with the options that it runs with. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly options: unknown;
}

export interface LineFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

type Reader = (line: Line) => readonly LineFinding[];

const NONE: readonly LineFinding[] = [];

/** Sets of configured rules that are remembered at a time: an editor has one, or one per folder. */
const REMEMBERED = 16;
const readers = new Map<string, Reader>();
/** The same by the list itself, which most checks share. */
const byRules = new WeakMap<readonly ConfiguredRule[], Reader>();

/**
 * The findings of the line rules on a line, with source ranges. What a line's text gives is kept
 * with its facts and read once; quotations are left out, and findings in code or addresses too.
 */
export function lineFindings(rules: readonly ConfiguredRule[]): Reader {
  const before = byRules.get(rules);
  if (before) return before;
  const key = JSON.stringify(rules.map(({ rule, options }) => [rule.id, options]));
  let reader = readers.get(key);
  if (!reader) {
    reader = makeReader(rules);
    const oldest = readers.keys().next();
    if (readers.size >= REMEMBERED && !oldest.done) readers.delete(oldest.value);
    readers.set(key, reader);
  }
  byRules.set(rules, reader);
  return reader;
}

function makeReader(rules: readonly ConfiguredRule[]): Reader {
  const known = new WeakMap<LineFacts, readonly LineFinding[]>();
  return (line) => {
    if (line.place === 'quote') return NONE;
    let found = known.get(line.facts);
    if (!found) {
      found = read(rules, line);
      known.set(line.facts, found);
    }
    return found.length === 0 ? NONE : found.flatMap((one) => place(one, line));
  };
}

function read(rules: readonly ConfiguredRule[], line: Line): readonly LineFinding[] {
  const found: LineFinding[] = [];
  for (const { rule, options } of rules) {
    rule.checkLine?.({ line, options, report: (finding) => found.push({ rule, finding }) });
  }
  return found.length === 0 ? NONE : found;
}

/** The finding with its indexes turned into source offsets. */
function place({ rule, finding }: LineFinding, line: Line): LineFinding[] {
  if (line.literals.some((literal) => overlaps(literal, finding.range))) return [];
  const { fix: relativeFix, related, ...rest } = finding;
  const at = (range: Range) => line.at(range.start, range.end);
  const fix = relativeFix && placeFix(relativeFix, line);
  return [
    {
      rule,
      finding: {
        ...rest,
        range: at(finding.range),
        ...(related ? { related: related.map((place) => ({ ...place, range: at(place.range) })) } : {}),
        ...(fix ? { fix } : {}),
      },
    },
  ];
}

/**
 * The fix with source offsets; undefined when Markdown marks stand among the words that it would
 * replace, as they would be lost.
 */
export function placeFix(fix: Fix, line: Pick<Line, 'at'>): Fix | undefined {
  const edits: Edit[] = [];
  for (const edit of fix.edits) {
    const range = line.at(edit.range.start, edit.range.end);
    if (range.end - range.start !== edit.range.end - edit.range.start) return undefined;
    edits.push({ ...edit, range });
  }
  return { ...fix, edits };
}
